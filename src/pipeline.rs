//! The six verbs in order, and nothing else.

mod before;
mod clean;
mod drift;
mod facts;
mod job;
mod known;
pub mod live;
mod memory;
mod origin;
mod texts;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::Result;

use self::job::Job;
use self::memory::Memory;
use self::origin::Origins;
use self::texts::{Found, Reader, Seen, Texts, hold_all, hold_told};

use crate::assemble::links::Links;
use crate::assemble::{Judgement, assemble};
use crate::check::check;
pub use crate::check::text::Fixed;
use crate::check::text::fix;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem, Severity, sort};
use crate::model::config::BaseUrl;
use crate::model::{FactsByPath, Site};
use crate::parse::pieces::pieces;
use crate::parse::spreadsheet;
use crate::read;
use crate::render::{Fault, Renderer, Theme};
use crate::source::{Files, SitePath};
use crate::write::{Manifest, Published};
pub use before::YearBefore;

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
    /// The built-in theme; the site's own is laid over it before anything is rendered.
    theme: Theme,
    /// What was seen of texts that are not held.
    seen: HashMap<SitePath, Seen>,
    memory: Memory,
}

/// Read, parse, assemble.
pub fn load(root: &Path, options: &Options) -> Loaded {
    load_with(root, options, None)
}

/// The same with what earlier readings left.
fn load_with(root: &Path, options: &Options, before: Option<Memory>) -> Loaded {
    // The theme takes as long as a small site, and needs nothing of it.
    let read = || read_whole(root, options, before);
    let (theme, (files, site, findings, found)) = rayon::join(Theme::built_in, read);
    Loaded {
        root: root.to_path_buf(),
        files,
        site,
        findings,
        theme,
        seen: found.seen,
        memory: found.memory,
    }
}

fn read_whole(
    root: &Path,
    options: &Options,
    before: Option<Memory>,
) -> (Files, Site, Diagnostics, Found) {
    let mut files = read::site(root);
    let reader = Reader::new(root, &files, before);
    let (mut pieces, mut findings) = pieces(&files, options.base_url.as_ref(), &reader);
    files.entries.extend(std::mem::take(&mut pieces.unread));
    let (texts, found) = reader.finish(&mut files);
    findings.extend(found);
    findings.extend(spreadsheet::fill(&mut pieces, &files, root));
    let (site, found) = assemble(pieces, &files, options.judgement);
    findings.extend(found);
    (files, site, findings, texts)
}

/// The texts of a site in which letters or dates can be put right, as they should be.
pub fn fixed(loaded: &mut Loaded) -> Vec<Fixed> {
    hold_texts(loaded);
    fix(&loaded.site, &loaded.files)
}

/// Takes the texts of all documents into memory: editing needs them.
pub fn hold_texts(loaded: &mut Loaded) {
    hold_all(&loaded.root, &mut loaded.files, &loaded.seen);
}

/// Where rendered pages go.
pub enum Destination<'a> {
    /// Nowhere: a check renders to find faults in templates.
    Nowhere,
    /// Into a folder.
    Folder(Publication<'a>),
}

/// An output folder, and what must stay of what is published.
pub struct Publication<'a> {
    /// The folder.
    pub out: &'a Path,
    /// What is known of it; `None` where nothing was published there yet.
    pub manifest: Option<Manifest>,
    /// Years that were published elsewhere, and must stay like those of the folder. `None`: whatever
    /// is gone may go.
    pub guard: Option<&'a [YearBefore]>,
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
    // What only checks has nothing to compare with.
    let publishes = matches!(destination, Destination::Folder(_));
    let written = with_renderer(loaded, publishes.then_some(options), |made, findings| {
        let routes = made.renderer.routes();
        let job = Job {
            root,
            made,
            routes,
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
    with_renderer(loaded, None, |made, findings| {
        if stops(findings, false) {
            return None;
        }
        let done = make(&made.renderer);
        done.map_err(|fault| findings.push(*fault)).ok()
    })
    .flatten()
}

/// A site that was checked, and what renders it.
struct Made<'a> {
    site: &'a Site,
    files: &'a Files,
    facts: &'a FactsByPath,
    renderer: Renderer<'a>,
    texts: &'a Texts<'a>,
    /// What its pages are made from, where that was asked for.
    origins: Option<Origins>,
}

/// Checks the site and does some work with what renders it; the findings are sorted afterwards.
/// `None` where the site's theme cannot be used. `wanted`: what the origins of pages depend on, where
/// they are asked for.
fn with_renderer<T>(
    loaded: &mut Loaded,
    wanted: Option<&Options>,
    work: impl FnOnce(Made<'_>, &mut Diagnostics) -> T,
) -> Option<T> {
    let Loaded {
        root,
        files,
        site,
        findings,
        theme,
        seen,
        memory,
    } = loaded;
    let links = Links::new(site);
    let facts = facts::gather(root, site, &memory.facts);
    let looked = seen.values().flat_map(|seen| seen.findings.iter().cloned());
    let looked = looked.collect();
    let (found, faults) = rayon::join(
        || check(site, files, &facts, &links, (findings, looked)),
        || theme.lay_over(files, &site.config.theme.value),
    );
    findings.extend(found);
    let usable = faults.is_empty();
    findings.extend(faults);
    let mut done = None;
    if usable {
        let made_from = |options| Origins::of(site, files, seen, options, read::program());
        let origins = wanted.map(made_from);
        hold_told(root, files, seen, findings);
        let texts = Texts::new(root, files, seen);
        match Renderer::new(site, &links, &texts, theme) {
            Ok(renderer) => {
                let made = Made {
                    site,
                    files,
                    facts: &facts,
                    renderer,
                    texts: &texts,
                    origins,
                };
                done = Some(work(made, findings));
            }
            Err(fault) => findings.push(*fault),
        }
    }
    sort(findings);
    hold_told(root, files, seen, findings);
    done
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
