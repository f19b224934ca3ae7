//! The whole site folder to pieces: which file is what, and what each says.
//!
//! In: [`Files`]. Out: [`Pieces`], still in the shape of the folders, and the findings of every
//! file. The layout is that of the contract, "Site folder".

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::config::config;
use super::document::{Place, document, page};
use super::framework::{built_in, built_in_without, framework};
use super::reference::nfc;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::config::BaseUrl;
use crate::model::{Config, Document, FiscalYear, Framework, ItemNumber, Page, buddhist_year};
use crate::read::{MOST_TEXT, SITE_FILE};
use crate::source::{Entry, Files, SitePath, Span, file_name};

/// A year's own indicator tree.
const FRAMEWORK: &str = "framework.toml";

/// A site folder, read but not yet put together.
pub struct Pieces {
    /// The settings.
    pub config: Config,
    /// The years, oldest first.
    pub years: Vec<YearPieces>,
    /// The trees of years without a folder.
    pub other_frameworks: Vec<Framework>,
    /// The free pages and the home page's text.
    pub pages: Vec<Page>,
    /// Files beside the free pages.
    pub page_files: Vec<SitePath>,
    /// Documents that turned out to be something else than a text.
    pub unread: Vec<(SitePath, Entry)>,
}

/// Reads documents, each when its turn comes, so that no more than a few texts are held at a time.
pub trait Documents: Sync {
    /// The trees of all years, which are known before the first document is read.
    fn begin<'a>(&self, frameworks: &mut dyn Iterator<Item = &'a Framework>);

    /// Reads a document that was listed.
    fn document(&self, path: &SitePath, listed: &Entry, place: Place) -> Reading;
}

/// A document that was read, or what it is instead.
pub struct Reading {
    /// The document with its findings, or what stands in its place.
    pub document: Result<Document, Entry>,
    /// What is wrong with it.
    pub findings: Diagnostics,
}

/// A year's folder.
pub struct YearPieces {
    /// Its indicator tree.
    pub framework: Framework,
    /// Its item folders, by number.
    pub folders: BTreeMap<ItemNumber, SitePath>,
    /// The documents of all its items, by path.
    pub documents: Vec<Document>,
    /// The evidence files of all its items.
    pub evidence: Vec<(ItemNumber, SitePath)>,
}

/// Documents whose texts are all held in memory.
pub struct Held;

impl Documents for Held {
    fn begin<'a>(&self, _: &mut dyn Iterator<Item = &'a Framework>) {}

    fn document(&self, path: &SitePath, listed: &Entry, place: Place) -> Reading {
        match listed {
            Entry::Text(text) => {
                let (document, findings) = document(path, text, place);
                Reading {
                    document: Ok(document),
                    findings,
                }
            }
            other => Reading {
                document: Err(other.clone()),
                findings: not_read(path, other).into_iter().collect(),
            },
        }
    }
}

/// Reads every piece of the site.
pub fn pieces(
    files: &Files,
    base_url: Option<&BaseUrl>,
    documents: &dyn Documents,
) -> (Pieces, Diagnostics) {
    let mut findings = unreadable(files);
    let site_file = SitePath::from(SITE_FILE);
    let text = files.text(SITE_FILE);
    let (config, found) = config(&site_file, text.map_or("", |text| text), base_url);
    // A file that could not be read has been reported; it lacks no keys.
    findings.extend(found.into_iter().filter(|_| text.is_some()));
    stray_files(files, &mut findings);
    let mut trees = Vec::new();
    for folder in files.folders_in("content") {
        let name = file_name(folder);
        match year_of(name) {
            _ if name == "pages" => {}
            Some(number) => {
                let tree = year_framework(files, folder, number, &mut findings);
                trees.push((folder, number, tree));
            }
            None => {
                let name = name.to_owned();
                findings.push(Diagnostic::new(
                    Problem::UnknownFolder { name },
                    Span::whole(folder),
                ));
            }
        }
    }
    let own = trees.iter().filter_map(|(_, _, tree)| tree.as_ref());
    let numbers: Vec<FiscalYear> = own.clone().map(|tree| tree.fiscal_year).collect();
    let other_frameworks = built_in_without(&numbers);
    documents.begin(&mut own.chain(&other_frameworks));
    let mut reader = Reader {
        files,
        documents,
        findings,
        unread: Vec::new(),
    };
    let mut years: Vec<YearPieces> = (trees.into_iter())
        .filter_map(|(folder, number, tree)| reader.year(folder, number, tree))
        .collect();
    years.sort_by_key(|year| year.framework.fiscal_year);
    let Reader {
        mut findings,
        unread,
        ..
    } = reader;
    let (pages, page_files) = pages(files, &mut findings);
    let pieces = Pieces {
        config,
        other_frameworks,
        years,
        pages,
        page_files,
        unread,
    };
    (pieces, findings)
}

fn unreadable(files: &Files) -> Diagnostics {
    let mut findings = Diagnostics::new();
    for (path, reason) in &files.unlisted {
        let reason = Some(reason.clone());
        findings.push(Diagnostic::new(
            Problem::Unreadable { reason },
            Span::whole(path),
        ));
    }
    let entries = files.entries.iter();
    findings.extend(entries.filter_map(|(path, entry)| not_read(path, entry)));
    findings
}

/// Why a file is not to be had.
pub fn not_read(path: &SitePath, entry: &Entry) -> Option<Diagnostic> {
    let (problem, range) = match entry {
        Entry::Text(_) | Entry::SetAside { .. } | Entry::Asset { .. } => return None,
        Entry::Unreadable(reason) => {
            let reason = Some(reason.clone());
            (Problem::Unreadable { reason }, 0..0)
        }
        Entry::TooLarge { bytes } => {
            let mb = bytes.div_ceil(1 << 20);
            let most_mb = MOST_TEXT >> 20;
            (Problem::TextTooLarge { mb, most_mb }, 0..0)
        }
        Entry::Link => (Problem::Unreadable { reason: None }, 0..0),
        Entry::NotUtf8 { shown } => {
            let sign = char::REPLACEMENT_CHARACTER.len_utf8();
            (Problem::NotUtf8, shown.len() - sign..shown.len())
        }
    };
    Some(Diagnostic::new(problem, Span::new(path, range)))
}

/// Files directly in `content/` or in a year's folder belong to no item.
fn stray_files(files: &Files, findings: &mut Diagnostics) {
    for (path, _) in files.below("content") {
        let parts: Vec<&str> = path.split('/').collect();
        let known = match parts[..] {
            [_, name] => name.eq_ignore_ascii_case("index.md"),
            [_, year, name] => {
                year == "pages" || name.eq_ignore_ascii_case(FRAMEWORK) || year_of(year).is_none()
            }
            _ => true,
        };
        if !known {
            findings.push(Diagnostic::new(Problem::StrayFile, Span::whole(path)));
        }
    }
}

fn year_of(name: &str) -> Option<i64> {
    let digits = name.len() == 4 && name.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| name.parse().ok()).flatten()
}

fn year_framework(
    files: &Files,
    folder: &SitePath,
    number: i64,
    findings: &mut Diagnostics,
) -> Option<Framework> {
    let wanted = format!("{folder}/{FRAMEWORK}");
    let mut files_of_year = files.below(folder).map(|(path, _)| path);
    let own = files_of_year.find(|path| path.eq_ignore_ascii_case(&wanted));
    let own: SitePath = own.cloned().unwrap_or_else(|| wanted.into());
    let year = FiscalYear::new(number);
    let (path, text) = match (year, files.text(&own)) {
        (Some(_), Some(text)) => (own, text.to_string()),
        (Some(year), None) if built_in(year).is_some() => built_in(year)?,
        // There is one, but it could not be read, which has been reported.
        _ if files.entries.contains_key(&own) => return None,
        _ => {
            let meant = i16::try_from(number).ok().and_then(buddhist_year);
            let year = file_name(folder).to_owned();
            let problem = Problem::UnknownYear {
                year,
                meant,
                start: None,
            };
            findings.push(Diagnostic::new(problem, Span::whole(folder)));
            return None;
        }
    };
    let (framework, found) = framework(&path, &text, year?);
    findings.extend(found);
    Some(framework)
}

type ItemFiles = (Vec<Document>, Vec<(ItemNumber, SitePath)>);

/// Reads the folders of years.
struct Reader<'a> {
    files: &'a Files,
    documents: &'a dyn Documents,
    findings: Diagnostics,
    unread: Vec<(SitePath, Entry)>,
}

impl Reader<'_> {
    fn report(&mut self, problem: Problem, at: &SitePath) {
        (self.findings).push(Diagnostic::new(problem, Span::whole(at)));
    }

    fn year(
        &mut self,
        folder: &SitePath,
        number: i64,
        framework: Option<Framework>,
    ) -> Option<YearPieces> {
        let fiscal_year = FiscalYear::new(number).unwrap_or(FiscalYear::FIRST);
        let mut folders = BTreeMap::new();
        let (mut documents, mut evidence) = (Vec::new(), Vec::new());
        for inner in self.files.folders_in(folder) {
            let name = file_name(inner).to_owned();
            let Some(item) = ItemNumber::parse(&name) else {
                self.report(Problem::UnknownFolder { name }, inner);
                continue;
            };
            // Read even where it has no place, so that its own faults are told in the same run.
            let found = self.item(inner, fiscal_year, item);
            let Some(framework) = &framework else {
                continue;
            };
            if framework.item(item).is_none() {
                let last = framework.items().map(|(_, _, item)| item.number).max();
                self.report(Problem::UnknownItem { name, last }, inner);
                continue;
            }
            if let Some(other) = folders.get(&item) {
                let other = SitePath::to_string(other);
                self.report(Problem::DuplicateItem { item, other }, inner);
            } else {
                folders.insert(item, inner.clone());
            }
            documents.extend(found.0);
            evidence.extend(found.1);
        }
        Some(YearPieces {
            framework: framework?,
            folders,
            documents,
            evidence,
        })
    }

    fn item(&mut self, folder: &SitePath, fiscal_year: FiscalYear, item: ItemNumber) -> ItemFiles {
        let mut texts: Vec<(&SitePath, &Entry, String)> = Vec::new();
        let mut evidence = Vec::new();
        for (path, entry) in self.files.below(folder) {
            let inside = &path[folder.len() + 1..];
            match (document_stem(inside), entry) {
                (Some(_), _) if inside.contains('/') => {
                    self.report(Problem::MisplacedDocument, path);
                }
                (Some(stem), Entry::Text(_) | Entry::SetAside { .. }) => {
                    texts.push((path, entry, nfc(stem).into_owned()));
                }
                (None, Entry::Asset { .. }) => match double_ending(inside) {
                    Some(meant) => self.report(Problem::DoubleEnding { meant }, path),
                    None => evidence.push((item, path.clone())),
                },
                _ => {}
            }
        }
        let names = texts.iter().map(|(path, _, stem)| (*path, stem.as_str()));
        report_same_names(names, &mut self.findings);
        let read = |(path, entry, stem): (&SitePath, &Entry, String)| {
            let place = Place {
                year: fiscal_year,
                item,
                slug: (!stem.eq_ignore_ascii_case("index")).then_some(stem),
            };
            (path.clone(), self.documents.document(path, entry, place))
        };
        let read: Vec<(SitePath, Reading)> = texts.into_par_iter().map(read).collect();
        let mut documents = Vec::new();
        for (path, reading) in read {
            let found = reading.findings.into_iter();
            self.findings
                .extend(found.map(|d| d.about(fiscal_year, item)));
            match reading.document {
                Ok(document) => documents.push(document),
                Err(entry) => self.unread.push((path, entry)),
            }
        }
        (documents, evidence)
    }
}

/// The name of a `.md` or `.toml` file without its ending.
fn document_stem(name: &str) -> Option<&str> {
    let (stem, ending) = name.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    (!stem.is_empty() && matches!(ending.as_str(), "md" | "toml")).then_some(stem)
}

/// What `index.md.txt` was meant to be: Notepad adds its own ending.
fn double_ending(name: &str) -> Option<String> {
    let stem = name.get(..name.len().checked_sub(4)?)?;
    let is_text = name.to_ascii_lowercase().ends_with(".txt");
    (is_text && document_stem(stem).is_some()).then(|| file_name(stem).to_owned())
}

fn report_same_names<'a>(
    names: impl IntoIterator<Item = (&'a SitePath, &'a str)>,
    findings: &mut Diagnostics,
) {
    let mut seen: HashMap<String, &SitePath> = HashMap::new();
    for (path, stem) in names {
        if let Some(first) = seen.get(&stem.to_lowercase()) {
            let other = file_name(first).to_owned();
            findings.push(Diagnostic::new(
                Problem::DuplicateDocument { other },
                Span::whole(path),
            ));
        } else {
            seen.insert(stem.to_lowercase(), path);
        }
    }
}

fn pages(files: &Files, findings: &mut Diagnostics) -> (Vec<Page>, Vec<SitePath>) {
    let mut pages = Vec::new();
    let mut beside = Vec::new();
    let home = files
        .below("content")
        .filter(|(path, _)| path.eq_ignore_ascii_case("content/index.md"));
    let free = files.below("content/pages");
    for (path, entry) in home.chain(free) {
        let inside = path.strip_prefix("content/pages/");
        match (inside.map(|name| (document_stem(name), name)), entry) {
            (Some((Some(_), name)), _) if name.contains('/') => {
                findings.push(Diagnostic::new(
                    Problem::MisplacedDocument,
                    Span::whole(path),
                ));
            }
            (Some((None, name)), Entry::Asset { .. }) => match double_ending(name) {
                Some(meant) => {
                    let at = Span::whole(path);
                    findings.push(Diagnostic::new(Problem::DoubleEnding { meant }, at));
                }
                None => beside.push(path.clone()),
            },
            (Some((None, _)), _) => {}
            (found, Entry::Text(text)) => {
                let slug = found.and_then(|(stem, _)| stem).unwrap_or("");
                let (page, found) = page(path, text, nfc(slug).into_owned());
                findings.extend(found);
                pages.push(page);
            }
            _ => {}
        }
    }
    let names = pages
        .iter()
        .map(|page: &Page| (&page.path, page.slug.as_str()));
    report_same_names(names, findings);
    (pages, beside)
}
