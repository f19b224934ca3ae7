//! One run over every route of a site: what is rendered, and where it goes.
//!
//! In: a site that was checked. Out: what was published, or the faults of its theme.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use anyhow::{Result, bail};
use rayon::prelude::*;

use super::known::{Known, Now};
use super::{Destination, Made, Progress, Publication, stops};
use crate::problem::{Diagnostics, Problem};
use crate::publish::drift;
use crate::publish::{Manifest, Published, Source, Staging};
use crate::render::{Content, Fault, Route};

/// An output folder, and what is known of the pages in it.
type Place<'a> = (&'a Staging, &'a Known);

/// Everything that is to be rendered.
pub(super) struct Job<'a> {
    root: &'a Path,
    made: Made<'a>,
    /// Each with the name of its file below the output folder.
    outputs: Vec<(Route, String)>,
    /// These names.
    names: BTreeSet<String>,
    /// Warnings stop a build as errors do.
    strict: bool,
}

/// What came of a route, if it was not given up.
enum Outcome<'a> {
    /// The page, where what it is made from is to be kept.
    Made(Option<Now<'a>>),
    Fault(Fault),
}

impl<'a> Job<'a> {
    pub(super) fn new(root: &'a Path, made: Made<'a>, strict: bool) -> Self {
        let routes = made.renderer.routes().into_par_iter();
        let outputs = routes.map(|route| {
            let name = route.output(made.site);
            (route, name)
        });
        let mut outputs: Vec<(Route, String)> = outputs.collect();
        let names: BTreeSet<String> = outputs.iter().map(|(_, name)| name.clone()).collect();
        if names.len() < outputs.len() {
            // Two outputs of one name would be renamed over each other: the first is it.
            let mut left = names.clone();
            outputs.retain(|(_, name)| left.remove(name));
        }
        Self {
            root,
            made,
            outputs,
            names,
            strict,
        }
    }

    pub(super) fn run(
        &mut self,
        findings: &mut Diagnostics,
        destination: Destination<'_>,
        progress: Progress<'_>,
    ) -> Result<Result<Option<Published>, Problem>> {
        let place = match self.begin(findings, destination)? {
            Ok(place) => place,
            Err(problem) => return Ok(Err(problem)),
        };
        let names = std::mem::take(&mut self.names);
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
                let (published, lines) =
                    rayon::join(|| staging.commit(names), || known.lines(&pages));
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
        findings.extend(self.drift(&publication));
        if stops(findings, self.strict) {
            return Ok(Ok(None));
        }
        let Publication {
            out,
            known,
            manifest,
            ..
        } = publication;
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
        drift(
            self.made.site,
            &self.names,
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
    ) -> Result<(Diagnostics, Vec<Now<'_>>)> {
        let done = AtomicUsize::new(0);
        let is_given_up = AtomicBool::new(false);
        let outputs = self.outputs.par_iter();
        // One by one, so that no thread is left alone with several large ones at the end.
        let outcomes = outputs.with_max_len(1).map(|(route, name)| {
            if is_given_up.load(Ordering::Relaxed) {
                return Ok(Outcome::Made(None));
            }
            let outcome = self.one((route, name), place);
            if outcome.is_err() {
                is_given_up.store(true, Ordering::Relaxed);
            }
            let count = self.outputs.len();
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, count);
            outcome
        });
        let outcomes: Vec<Result<Outcome<'_>>> = outcomes.collect();
        let (mut faults, mut pages) = (Diagnostics::new(), Vec::with_capacity(outcomes.len()));
        for outcome in outcomes {
            match outcome? {
                Outcome::Made(page) => pages.extend(page),
                Outcome::Fault(fault) => faults.push(*fault),
            }
        }
        Ok((faults, pages))
    }

    fn one<'b>(
        &'b self,
        (route, name): (&Route, &'b str),
        place: Option<Place<'_>>,
    ) -> Result<Outcome<'b>> {
        let Made {
            site,
            facts,
            renderer,
            origins,
            ..
        } = &self.made;
        let mut now = place.and_then(|(_, known)| {
            let origin = origins.as_ref()?.of_route(site, facts, route)?;
            Some(Now {
                name,
                origin,
                was_known: known.has(name, origin),
                stamp: None,
            })
        });
        if now.as_ref().is_some_and(|now| now.was_known) {
            return Ok(Outcome::Made(now));
        }
        let content = match renderer.render(route) {
            Ok(content) => content,
            Err(fault) => return Ok(Outcome::Fault(fault)),
        };
        if let Some((staging, _)) = place {
            let stamp = match content {
                Content::Bytes(bytes) => staging.put(name, &Source::Bytes(&bytes))?,
                Content::File(path) => staging.put(name, &Source::File(&self.root.join(&*path)))?,
            };
            if let Some(now) = &mut now {
                now.stamp = stamp;
            }
        }
        Ok(Outcome::Made(now))
    }
}
