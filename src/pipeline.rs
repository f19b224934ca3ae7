//! The six verbs in order, and nothing else.

mod clean;
mod facts;
mod job;
mod kept;
mod known;
pub mod live;
mod memory;
mod origin;
mod reader;
mod texts;

use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;

use self::job::Job;
use self::memory::{Memory, Written};
use self::origin::Origins;
use self::reader::Reader;
use self::texts::{AllSeen, Texts, hold_all, hold_told};

use crate::assemble::links::Links;
use crate::assemble::{Judgement, assemble};
pub use crate::check::text::Fixed;
use crate::check::text::fix;
use crate::check::{Before, check};
use crate::evidence::sheet;
use crate::files::Files;
use crate::model::config::BaseUrl;
use crate::model::{FactsByPath, Site};
use crate::parse::inventory;
use crate::parse::pieces::pieces;
use crate::problem::{Diagnostic, Diagnostics, Problem, Severity, sort};
pub use crate::publish::YearBefore;
use crate::publish::{Manifest, Published};
use crate::read::{self, Stamping};
use crate::render::{Fault, Renderer, Theme};
pub use known::Known;

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
    pub site: Arc<Site>,
    /// The findings, sorted.
    pub findings: Diagnostics,
    /// The built-in theme; the site's own is laid over it before anything is rendered.
    theme: Theme,
    /// What was seen of texts that are not held.
    seen: AllSeen,
    memory: Memory,
}

/// How many pages of a site will be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pages {
    /// All: their bodies are set as HTML while their texts are at hand.
    All,
    /// Few or none: bodies are set when they are asked for.
    Few,
}

/// Read, parse, assemble.
pub fn load(root: &Path, options: &Options, pages: Pages) -> Loaded {
    // How large documents are together decides whether their texts are held, where not all pages are made.
    let stamping = match pages {
        Pages::All => Stamping::LeftOut,
        Pages::Few => Stamping::Taken,
    };
    load_listed(root, (options, pages), None, |_| {
        (read::site(root, stamping), None)
    })
}

/// The same with what earlier readings left, and with another way to list the folder, which may know what
/// was written since.
fn load_listed(
    root: &Path,
    options: (&Options, Pages),
    mut before: Option<&mut Memory>,
    list: impl FnOnce(Option<&mut Memory>) -> (Files, Option<Written>) + Send,
) -> Loaded {
    // The theme takes as long as a small site, and needs nothing of it.
    let read = || {
        let listed = list(before.as_deref_mut());
        read_listed(root, listed, options, before)
    };
    let (theme, read) = rayon::join(Theme::built_in, read);
    let (files, (site, findings), (seen, memory)) = read;
    Loaded {
        root: root.to_path_buf(),
        files,
        site: Arc::new(site),
        findings,
        theme,
        seen,
        memory,
    }
}

fn read_listed(
    root: &Path,
    (mut files, written): (Files, Option<Written>),
    (options, pages): (&Options, Pages),
    before: Option<&mut Memory>,
) -> (Files, (Site, Diagnostics), (AllSeen, Memory)) {
    let listed = before.is_some().then(|| files.clone());
    let seen = before.as_ref().and_then(|before| before.seen.as_ref());
    let same = seen.filter(|_| written.is_some());
    let inventory = same.map(|seen| seen.inventory.clone());
    let written = written.filter(|_| inventory.is_some());
    let new = || Arc::new(inventory::inventory(&files, options.base_url.as_ref()));
    let inventory = inventory.unwrap_or_else(new);
    let known = (&inventory, written.as_ref());
    let reader = Reader::new(root, &files, known, before.as_deref(), pages);
    let mut read = reader.documents(&files);
    let readings = read.iter_mut().map(|read| {
        // A document of one owner is changed without a copy.
        let document = match &before {
            Some(_) => read.document.clone(),
            None => Arc::get_mut(read).and_then(|read| read.document.take()),
        };
        (document, read.findings.clone())
    });
    let ((mut pieces, mut findings), positions) =
        rayon::join(|| pieces(&inventory, readings), || reader.positions());
    let (seen, found) = reader.finish(&mut files, (read, positions));
    findings.extend(found);
    findings.extend(sheet::fill(&mut pieces, &files, root));
    let (site, found) = assemble(pieces, &files, options.judgement);
    findings.extend(found);
    let memory = before.map(|before| Memory {
        listed,
        seen: Some(memory::to_keep(&seen, &site)),
        facts: std::mem::take(&mut before.facts),
        whole: before.whole.take(),
    });
    (files, (site, findings), (seen, memory.unwrap_or_default()))
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
    /// The pages in it that need not be made.
    pub known: Known,
    /// The files in it; `None` where nothing was published there yet.
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
    let written = with_renderer(loaded, publishes, |made, findings| {
        // The program ends with this, and takes everything with it faster than piece by piece.
        let mut job = ManuallyDrop::new(Job::new(root, made, options.strict));
        job.run(findings, destination, progress)
    });
    written.unwrap_or(Ok(Ok(None)))
}

/// Check, and where nothing is wrong render what `make` asks for: `None` because of the findings.
pub fn rendered<T>(
    loaded: &mut Loaded,
    make: impl FnOnce(&Renderer<'_>) -> Result<T, Fault>,
) -> Option<T> {
    with_renderer(loaded, false, |made, findings| {
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
/// `None` where the site's theme cannot be used. `compares`: whether the origins of pages are wanted.
fn with_renderer<T>(
    loaded: &mut Loaded,
    compares: bool,
    work: impl FnOnce(Made<'_>, &mut Diagnostics) -> T,
) -> Option<T> {
    let Loaded {
        root,
        files,
        site: shared,
        findings,
        theme,
        seen,
        memory,
    } = loaded;
    let site = &**shared;
    let whole = memory.take_whole(seen, site);
    let links = match &whole {
        Some(whole) => Links::with(site, whole.index.clone()),
        None => Links::new(site),
    };
    let facts = facts::gather(root, (site, files), &memory.facts);
    let before = Before {
        known: findings,
        found: whole.as_ref().map(|whole| (&*whole.site, &whole.found)),
    };
    let ((findings_now, found), faults) = rayon::join(
        || check(site, files, &facts, &links, (before, seen.findings())),
        || theme.lay_over(files, &site.config.theme.value),
    );
    memory.keep_whole(seen, shared, &links, found);
    findings.extend(findings_now);
    let usable = faults.is_empty();
    findings.extend(faults);
    let mut done = None;
    if usable {
        hold_told(root, files, seen, findings);
        let texts = Texts::new(root, files, seen);
        let (origins, renderer) = rayon::join(
            || compares.then(|| Origins::of(site, files, seen)),
            || Renderer::new(site, &links, &texts, theme),
        );
        let made = renderer.map(|renderer| Made {
            site,
            files,
            facts: &facts,
            renderer,
            texts: &texts,
            origins,
        });
        match made {
            Ok(made) => done = Some(work(made, findings)),
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
