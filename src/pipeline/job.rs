//! One run over every route of a site: what is rendered, and where it goes.
//!
//! In: a site that was checked. Out: what was published, or the faults of its theme.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Result, bail};
use rayon::prelude::*;

use super::drift::drift;
use super::known::{Known, Now};
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
        let place = match self.begin(findings, destination)? {
            Ok(place) => place,
            Err(problem) => return Ok(Err(problem)),
        };
        let rendered = self.render(
            place.as_ref().map(|(staging, known)| (staging, known)),
            progress,
        );
        let rendered = rendered.and_then(|rendered| match self.made.texts.changed() {
            None => Ok(rendered),
            Some(path) => bail!(
                "{path}: แฟ้มถูกแก้ไขระหว่างสร้างเว็บไซต์ โปรดสั่งใหม่อีกครั้ง (the file was changed while the site was being built: run the command again)"
            ),
        });
        let Some((staging, known)) = place else {
            findings.extend(rendered?.0);
            return Ok(Ok(None));
        };
        match rendered {
            Ok((faults, pages)) if faults.is_empty() => {
                let (published, lines) = rayon::join(|| staging.commit(), || known.lines(pages));
                let published = published?;
                if published.is_ok() {
                    known.keep(lines);
                }
                Ok(published.map(Some))
            }
            Ok((faults, _)) => {
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

    /// Begins to publish, where there is a destination and nothing is wrong.
    fn begin(
        &self,
        findings: &mut Diagnostics,
        destination: Destination<'_>,
    ) -> Result<Result<Option<(Staging, Known)>, Problem>> {
        let publication = match destination {
            Destination::Folder(publication) if !stops(findings, self.strict) => publication,
            _ => return Ok(Ok(None)),
        };
        let is_first = publication.manifest.is_none();
        let (drift, known) = rayon::join(
            || self.drift(&publication),
            || Known::of(publication.out, is_first),
        );
        findings.extend(drift);
        if stops(findings, self.strict) {
            return Ok(Ok(None));
        }
        let Publication { out, manifest, .. } = publication;
        let staging = Staging::begin(out, manifest, self.made.site.drafts)?;
        Ok(staging.map(|staging| Some((staging, known))))
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

    /// Renders every route, and stages it where there is a staging; gives the faults of the theme, and what
    /// the pages are made from.
    fn render(
        &self,
        place: Option<Place<'_>>,
        progress: Progress<'_>,
    ) -> Result<(Diagnostics, Vec<Now>)> {
        let done = AtomicUsize::new(0);
        let rendered: Result<Vec<(Option<Diagnostic>, Option<Now>)>> = self
            .routes
            .par_iter()
            // One by one, so that no thread is left alone with several large ones at the end.
            .with_max_len(1)
            .map(|route| {
                let rendered = self.one(route, place);
                progress(done.fetch_add(1, Ordering::Relaxed) + 1, self.routes.len());
                rendered
            })
            .collect();
        let (faults, pages): (Vec<_>, Vec<_>) = rendered?.into_iter().unzip();
        let faults = faults.into_iter().flatten().collect();
        Ok((faults, pages.into_iter().flatten().collect()))
    }

    fn one(
        &self,
        route: &Route,
        place: Option<Place<'_>>,
    ) -> Result<(Option<Diagnostic>, Option<Now>)> {
        let Made {
            site,
            facts,
            renderer,
            origins,
            ..
        } = &self.made;
        let name = route.output(site);
        let mut now = place.and_then(|(_, known)| {
            let origin = origins.as_ref()?.of_route(site, facts, route)?;
            let was_known = known.has(&name, origin);
            let name = name.clone();
            Some(Now {
                name,
                origin,
                was_known,
                stamp: None,
            })
        });
        if let Some((staging, _)) = place
            && now.as_ref().is_some_and(|now| now.was_known)
        {
            staging.keep(&name);
            return Ok((None, now));
        }
        let content = match renderer.render(route) {
            Ok(content) => content,
            Err(fault) => return Ok((Some(*fault), None)),
        };
        if let Some((staging, _)) = place {
            let stamp = match content {
                Content::Bytes(bytes) => staging.put(&name, &Source::Bytes(&bytes))?,
                Content::File(path) => {
                    staging.put(&name, &Source::File(&self.root.join(&*path)))?
                }
            };
            if let Some(now) = &mut now {
                now.stamp = stamp;
            }
        }
        Ok((None, now))
    }
}
