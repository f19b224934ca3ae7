//! One run over every route of a site: what is rendered, and where it goes.
//!
//! In: a site that was checked. Out: what was published, or the faults of its theme.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Result, bail};
use rayon::prelude::*;

use super::drift::drift;
use super::known::Known;
use super::{Destination, Made, Progress, Publication, stops};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::render::{Content, Route};
use crate::write::{Manifest, Published, Source, Staging};

/// An output folder, and what is known of the pages in it.
type Place<'a> = (&'a Staging, &'a Known);

/// Everything that is to be rendered.
pub(super) struct Job<'a> {
    pub(super) root: &'a Path,
    pub(super) made: Made<'a>,
    pub(super) routes: Vec<Route>,
    /// Warnings stop a build as errors do.
    pub(super) strict: bool,
}

impl Job<'_> {
    pub(super) fn run(
        &self,
        findings: &mut Diagnostics,
        destination: Destination<'_>,
        progress: Progress<'_>,
    ) -> Result<Result<Option<Published>, Problem>> {
        if let Destination::Folder(publication) = &destination
            && !stops(findings, self.strict)
        {
            findings.extend(self.drift(publication));
        }
        let mut known = None;
        let staging = match destination {
            Destination::Folder(Publication { out, manifest, .. })
                if !stops(findings, self.strict) =>
            {
                let is_first = manifest.is_none();
                match Staging::begin(out, manifest, self.made.site.drafts)? {
                    Ok(staging) => {
                        known = Some(Known::of(out, is_first));
                        Some(staging)
                    }
                    Err(problem) => return Ok(Err(problem)),
                }
            }
            _ => None,
        };
        let place = staging.as_ref().zip(known.as_ref());
        let rendered = self.render(place, progress);
        let rendered = rendered.and_then(|faults| match self.made.texts.changed() {
            None => Ok(faults),
            Some(path) => bail!(
                "{path}: แฟ้มถูกแก้ไขระหว่างสร้างเว็บไซต์ โปรดสั่งใหม่อีกครั้ง (the file was changed while the site was being built: run the command again)"
            ),
        });
        let Some(staging) = staging else {
            findings.extend(rendered?);
            return Ok(Ok(None));
        };
        match rendered {
            Ok(faults) if faults.is_empty() => {
                let published = staging.commit()?;
                if published.is_ok() {
                    known.into_iter().for_each(Known::keep);
                }
                Ok(published.map(Some))
            }
            Ok(faults) => {
                findings.extend(faults);
                staging.abandon();
                Ok(Ok(None))
            }
            Err(error) => {
                staging.abandon();
                Err(error)
            }
        }
    }

    /// What is published and would be no more, where that must not be.
    fn drift(&self, publication: &Publication<'_>) -> Diagnostics {
        let Some(baseline) = publication.guard else {
            return Diagnostics::new();
        };
        let nothing = Manifest::default();
        let manifest = publication.manifest.as_ref().unwrap_or(&nothing);
        let names = self.routes.iter().map(|route| route.output(self.made.site));
        drift(
            self.made.site,
            &names.collect(),
            (publication.out, manifest),
            baseline,
        )
    }

    /// Renders every route, and stages it where there is a staging; gives the faults of the theme.
    fn render(&self, place: Option<Place<'_>>, progress: Progress<'_>) -> Result<Diagnostics> {
        let done = AtomicUsize::new(0);
        let faults: Result<Vec<Option<Diagnostic>>> = self
            .routes
            .par_iter()
            .map(|route| {
                let fault = self.one(route, place);
                progress(done.fetch_add(1, Ordering::Relaxed) + 1, self.routes.len());
                fault
            })
            .collect();
        Ok(faults?.into_iter().flatten().collect())
    }

    fn one(&self, route: &Route, place: Option<Place<'_>>) -> Result<Option<Diagnostic>> {
        let Made {
            site,
            facts,
            renderer,
            origins,
            ..
        } = &self.made;
        let name = route.output(site);
        if let Some((staging, known)) = place {
            let origin = origins.as_ref();
            let origin = origin.and_then(|origins| origins.of_route(site, facts, route));
            if origin.is_some_and(|origin| known.has(&name, origin)) {
                staging.keep(&name);
                return Ok(None);
            }
        }
        let content = match renderer.render(route) {
            Ok(content) => content,
            Err(fault) => return Ok(Some(*fault)),
        };
        if let Some((staging, _)) = place {
            match content {
                Content::Bytes(bytes) => staging.put(&name, &Source::Bytes(&bytes))?,
                Content::File(path) => {
                    staging.put(&name, &Source::File(&self.root.join(&*path)))?;
                }
            }
        }
        Ok(None)
    }
}
