//! Every output of a site: what is rendered, and where it goes.
//!
//! In: a site that was checked. Out: what was published, or the faults that showed on the way.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;
use rayon::prelude::*;

use super::Ready;
use crate::problem::{Diagnostic, Diagnostics, Problem, ReadingFault};
use crate::publish::{
    Manifest, Published, PublishedYear, Source, SourceFile, Staged, Staging, drift,
};
use crate::render::{Content, Renderer, Route};
use crate::span::Span;

/// An output folder, and what must stay of what is published.
pub struct Publication<'a> {
    /// The output folder.
    pub out: &'a Path,
    /// The files in it; `None` where nothing was published there yet.
    pub manifest: Option<Manifest>,
    /// Years that were published elsewhere, and must stay like those of the folder. `None`: whatever
    /// is gone may go.
    pub guard: Option<&'a [PublishedYear]>,
}

/// How a publication ended.
pub enum PublishOutcome {
    /// The site is published.
    Published(Published),
    /// The output folder is refused.
    Refused(Problem),
    /// Findings keep the site from being published.
    Faulty,
}

/// The outputs of a site.
pub(super) struct Outputs {
    /// Each with the name of its file below the output folder.
    routes: Vec<(Route, String)>,
    names: BTreeSet<String>,
}

impl Outputs {
    pub(super) fn of(renderer: &Renderer<'_>) -> Self {
        let site = renderer.site();
        let mut names = BTreeSet::new();
        let mut routes = Vec::new();
        for route in renderer.routes() {
            let name = route.output(site);
            // Two outputs of one name would be renamed over each other: the first is it.
            if names.insert(name.clone()) {
                routes.push((route, name));
            }
        }
        Self { routes, names }
    }

    /// What is wrong in the theme.
    pub(super) fn faults(&self, renderer: &Renderer<'_>) -> Diagnostics {
        let routes = self.routes.par_iter().with_max_len(1);
        let faults = routes.filter_map(|(route, _)| renderer.render(route).err());
        faults.map(|fault| *fault).collect()
    }

    /// What is published and would be no more, where that must not be.
    pub(super) fn drift(&self, ready: &Ready<'_>, publication: &Publication<'_>) -> Diagnostics {
        let Some(guard) = publication.guard else {
            return Diagnostics::new();
        };
        let nothing = Manifest::default();
        let manifest = publication.manifest.as_ref().unwrap_or(&nothing);
        let site = ready.renderer.site();
        drift(site, &self.names, publication.out, manifest, guard)
    }

    /// Renders everything and writes what is other than it was. Nothing is published where a fault shows.
    pub(super) fn publish(
        self,
        ready: &Ready<'_>,
        publication: Publication<'_>,
        findings: &mut Diagnostics,
    ) -> Result<PublishOutcome> {
        let Publication {
            out, mut manifest, ..
        } = publication;
        if let Some(Manifest {
            paths,
            found: Some(found),
            ..
        }) = &mut manifest
        {
            // In a folder that is taken over, what this site makes stands in the place of what it made.
            paths.extend(found.intersection(&self.names).cloned());
        }
        let drafts = ready.renderer.site().drafts;
        let staging = match Staging::begin(out, manifest, drafts)? {
            Ok(staging) => staging,
            Err(problem) => return Ok(PublishOutcome::Refused(problem)),
        };
        let staged = self.stage(ready, &staging);
        match staged {
            Ok(faults) if faults.is_empty() => Ok(match staging.commit(self.names)? {
                Ok(published) => PublishOutcome::Published(published),
                Err(problem) => PublishOutcome::Refused(problem),
            }),
            Ok(faults) => {
                findings.extend(faults);
                staging.abandon();
                Ok(PublishOutcome::Faulty)
            }
            Err(error) => {
                staging.abandon();
                Err(error)
            }
        }
    }

    /// Stages every output; gives the faults that showed.
    fn stage(&self, ready: &Ready<'_>, staging: &Staging) -> Result<Diagnostics> {
        // One by one, so that no thread is left alone with several large ones at the end.
        let routes = self.routes.par_iter().with_max_len(1);
        let faults = routes.map(|(route, name)| {
            let content = match ready.renderer.render(route) {
                Ok(content) => content,
                Err(fault) => return Ok(Some(*fault)),
            };
            let (staged, path) = match content {
                Content::Bytes(bytes) => (staging.put(name, &Source::Bytes(&bytes))?, None),
                Content::File(path) => {
                    let source = Source::File(source(ready, &path));
                    (staging.put(name, &source)?, Some(path))
                }
            };
            let changed = path.filter(|_| staged == Staged::SourceChanged);
            Ok(changed
                .map(|path| Diagnostic::new(ReadingFault::ChangedMeanwhile, Span::whole(&path))))
        });
        let faults: Vec<_> = faults.collect::<Result<_>>()?;
        Ok(faults.into_iter().flatten().collect())
    }
}

/// A file of the site, as it was looked into.
fn source<'a>(ready: &'a Ready<'_>, path: &'a str) -> SourceFile<'a> {
    let facts = ready.facts.get(path);
    SourceFile {
        root: ready.root,
        path,
        bytes: ready.files.bytes(path).unwrap_or(0),
        hash: facts.map(|facts| facts.hash.as_str()),
    }
}
