//! The six verbs in order, and nothing else.

use std::path::Path;

use anyhow::Result;
use rayon::prelude::*;

use crate::assemble::links::Links;
use crate::assemble::{Judgement, assemble};
use crate::check::check;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Severity, sort};
use crate::model::Site;
use crate::model::config::BaseUrl;
use crate::parse::pieces::pieces;
use crate::read;
use crate::render::{Content, Renderer, Route, Theme, routes};
use crate::source::Files;
use crate::write::{Manifest, Published, Source, Staging};

/// How a site is to be read and judged.
#[derive(Debug, Clone)]
pub struct Options {
    /// Replaces the address in `site.toml`.
    pub base_url: Option<BaseUrl>,
    /// The day, and whether drafts are rendered.
    pub judgement: Judgement,
    /// Warnings stop a build as errors do.
    pub strict: bool,
}

/// A site that was read, with what was found so far.
pub struct Loaded {
    /// Its files.
    pub files: Files,
    /// The site.
    pub site: Site,
    /// The findings, sorted.
    pub findings: Diagnostics,
}

/// Read, parse, assemble.
pub fn load(root: &Path, options: &Options) -> Loaded {
    let files = read::site(root);
    let (pieces, mut findings) = pieces(&files, options.base_url.as_ref());
    let (site, found) = assemble(pieces, &files, options.judgement);
    findings.extend(found);
    Loaded {
        files,
        site,
        findings,
    }
}

/// Where rendered pages go.
pub enum Destination<'a> {
    /// Nowhere: a check renders to find faults in templates.
    Nowhere,
    /// Into this folder, of which this is known.
    Folder(&'a Path, Manifest),
}

/// Told after each page: how many of how many are done.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// Check, render and, where there is a destination and nothing is wrong, write.
pub fn finish(
    root: &Path,
    loaded: &mut Loaded,
    options: &Options,
    destination: Destination<'_>,
    progress: Progress<'_>,
) -> Result<Result<Option<Published>, Problem>> {
    let Loaded {
        files,
        site,
        findings,
    } = loaded;
    let links = Links::new(site);
    findings.extend(check(site, files, &links));
    let (mut theme, found) = Theme::load(files, &site.config.theme.value);
    let usable = found.is_empty();
    findings.extend(found);
    sort(findings);
    if !usable {
        return Ok(Ok(None));
    }
    let routes = routes(site, &theme);
    let renderer = match Renderer::new(site, &links, files, &mut theme) {
        Ok(renderer) => renderer,
        Err(finding) => {
            findings.push(finding);
            sort(findings);
            return Ok(Ok(None));
        }
    };
    let staging = match destination {
        Destination::Folder(out, manifest) if !stops(findings, options.strict) => {
            match Staging::begin(out, manifest)? {
                Ok(staging) => Some(staging),
                Err(problem) => return Ok(Err(problem)),
            }
        }
        _ => None,
    };
    let done = std::sync::atomic::AtomicUsize::new(0);
    let faults: Result<Vec<Option<Diagnostic>>> = routes
        .par_iter()
        .map(|route| {
            let fault = one(root, site, &renderer, route, staging.as_ref());
            let count = done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
            progress(count, routes.len());
            fault
        })
        .collect();
    let faults = match faults {
        Ok(faults) => faults,
        Err(error) => {
            if let Some(staging) = staging {
                staging.abandon();
            }
            return Err(error);
        }
    };
    findings.extend(faults.into_iter().flatten());
    sort(findings);
    match staging {
        None => Ok(Ok(None)),
        Some(staging) if stops(findings, options.strict) => {
            staging.abandon();
            Ok(Ok(None))
        }
        Some(staging) => Ok(staging.commit()?.map(Some)),
    }
}

/// Renders one route and stages it; `Some` is a fault in the theme.
fn one(
    root: &Path,
    site: &Site,
    renderer: &Renderer<'_>,
    route: &Route,
    staging: Option<&Staging>,
) -> Result<Option<Diagnostic>> {
    let content = match renderer.render(route) {
        Ok(content) => content,
        Err(finding) => return Ok(Some(finding)),
    };
    if let Some(staging) = staging {
        let name = route.output(site);
        match content {
            Content::Bytes(bytes) => staging.put(&name, &Source::Bytes(&bytes))?,
            Content::File(path) => staging.put(&name, &Source::File(&root.join(&*path)))?,
        }
    }
    Ok(None)
}

/// Whether findings keep a site from being published.
pub fn stops(findings: &[Diagnostic], strict: bool) -> bool {
    findings
        .iter()
        .any(|finding| match finding.problem.severity() {
            Severity::Error => true,
            Severity::Warning => strict,
            Severity::Advice => false,
        })
}
