//! The six verbs in order, and nothing else.

mod facts;
pub mod live;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::Result;
use rayon::prelude::*;

use crate::assemble::links::Links;
use crate::assemble::{Judgement, assemble};
use crate::check::check;
pub use crate::check::text::Fixed;
use crate::check::text::fix;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Severity, sort};
use crate::model::Site;
use crate::model::config::BaseUrl;
use crate::parse::pieces::pieces;
use crate::parse::spreadsheet;
use crate::read;
use crate::render::{Content, Fault, Renderer, Route, Theme};
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
    /// Its folder.
    pub root: PathBuf,
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
    let (mut pieces, mut findings) = pieces(&files, options.base_url.as_ref());
    findings.extend(spreadsheet::fill(&mut pieces, &files, root));
    let (site, found) = assemble(pieces, &files, options.judgement);
    findings.extend(found);
    Loaded {
        root: root.to_path_buf(),
        files,
        site,
        findings,
    }
}

/// The texts of a site in which letters or dates can be put right, as they should be.
pub fn fixed(loaded: &Loaded) -> Vec<Fixed> {
    fix(&loaded.site, &loaded.files)
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
///
/// `Ok(Ok(None))`: nothing was written, because of the findings or because nothing was to be.
/// `Ok(Err(problem))`: the destination is refused. `Err`: the machine failed.
pub fn finish(
    root: &Path,
    loaded: &mut Loaded,
    options: &Options,
    destination: Destination<'_>,
    progress: Progress<'_>,
) -> Result<Result<Option<Published>, Problem>> {
    let written = with_renderer(loaded, |site, renderer, findings| {
        let job = Job {
            root,
            site,
            routes: renderer.routes(),
            renderer,
            strict: options.strict,
        };
        job.run(findings, destination, progress)
    });
    written.unwrap_or(Ok(Ok(None)))
}

/// Check, and where nothing is wrong render what `make` asks for: `None` because of the findings.
pub fn rendered<T>(
    loaded: &mut Loaded,
    make: impl FnOnce(&Renderer<'_>) -> Result<T, Fault>,
) -> Option<T> {
    with_renderer(loaded, |_, renderer, findings| {
        if stops(findings, false) {
            return None;
        }
        make(&renderer).map_err(|fault| findings.push(*fault)).ok()
    })
    .flatten()
}

/// Checks the site and does some work with what renders it; the findings are sorted afterwards.
/// `None` where the site's theme cannot be used.
fn with_renderer<T>(
    loaded: &mut Loaded,
    work: impl FnOnce(&Site, Renderer<'_>, &mut Diagnostics) -> T,
) -> Option<T> {
    let Loaded {
        root,
        files,
        site,
        findings,
    } = loaded;
    let links = Links::new(site);
    let facts = facts::gather(root, site);
    let found = check(site, files, &facts, &links, findings);
    findings.extend(found);
    let (mut theme, found) = Theme::load(files, &site.config.theme.value);
    let usable = found.is_empty();
    findings.extend(found);
    let mut done = None;
    if usable {
        match Renderer::new(site, &links, files, &mut theme) {
            Ok(renderer) => done = Some(work(site, renderer, findings)),
            Err(fault) => findings.push(*fault),
        }
    }
    sort(findings);
    done
}

/// Everything that is to be rendered.
struct Job<'a> {
    root: &'a Path,
    site: &'a Site,
    renderer: Renderer<'a>,
    routes: Vec<Route>,
    strict: bool,
}

impl Job<'_> {
    fn run(
        &self,
        findings: &mut Diagnostics,
        destination: Destination<'_>,
        progress: Progress<'_>,
    ) -> Result<Result<Option<Published>, Problem>> {
        let staging = match destination {
            Destination::Folder(out, manifest) if !stops(findings, self.strict) => {
                match Staging::begin(out, manifest)? {
                    Ok(staging) => Some(staging),
                    Err(problem) => return Ok(Err(problem)),
                }
            }
            _ => None,
        };
        let rendered = self.render(staging.as_ref(), progress);
        let Some(staging) = staging else {
            findings.extend(rendered?);
            return Ok(Ok(None));
        };
        match rendered {
            Ok(faults) if faults.is_empty() => Ok(staging.commit()?.map(Some)),
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

    /// Renders every route, and stages it where there is a staging; gives the faults of the theme.
    fn render(&self, staging: Option<&Staging>, progress: Progress<'_>) -> Result<Diagnostics> {
        let done = AtomicUsize::new(0);
        let faults: Result<Vec<Option<Diagnostic>>> = self
            .routes
            .par_iter()
            .map(|route| {
                let fault = self.one(route, staging);
                progress(done.fetch_add(1, Ordering::Relaxed) + 1, self.routes.len());
                fault
            })
            .collect();
        Ok(faults?.into_iter().flatten().collect())
    }

    fn one(&self, route: &Route, staging: Option<&Staging>) -> Result<Option<Diagnostic>> {
        let content = match self.renderer.render(route) {
            Ok(content) => content,
            Err(fault) => return Ok(Some(*fault)),
        };
        if let Some(staging) = staging {
            let name = route.output(self.site);
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
