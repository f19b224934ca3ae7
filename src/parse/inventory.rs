//! What lies in the site's folder: which file is what.
//!
//! In: [`Files`]. Out: an [`Inventory`], still in the shape of the folders, with everything in it but the
//! documents of items, which are listed only: `readings` knows most of them from the time before. The layout is
//! that of the contract, "Site folder".

use rayon::prelude::*;

use super::assessment::built_in_assessments;
use super::config::config;
use super::document::page;
use super::folder_meant::{self, year_of};
use super::framework::{built_in, built_in_without, framework};
use super::item_folders::{YearAndDocuments, sorted_out, year_folder};
use super::layout::COPIED;
use super::leftover::leftover;
use super::misplaced::{is_framework, misplaced};
use super::names::report_same_names;
use crate::files::{Entry, Files, SitePath, file_name};
use crate::model::config::BaseUrl;
use crate::model::{Assessment, Config, FiscalYear, Framework, Page, buddhist_year, is_picture};
use crate::problem::{Diagnostic, Diagnostics, FolderFault, FrameworkFault, ReadingFault};
use crate::read::{FRAMEWORK_FILE as FRAMEWORK, MOST_TEXT, SITE_FILE};
use crate::span::Span;

pub use super::item_folders::{Listed, YearFolder};

/// A site folder, sorted out.
pub struct Inventory {
    /// The settings of `site.toml`.
    pub config: Config,
    /// The years, oldest first.
    pub years: Vec<YearFolder>,
    /// The trees of years without a folder.
    pub other_frameworks: Vec<Framework>,
    /// What results are read by of years whose list is not built in.
    pub other_assessments: Vec<(FiscalYear, Assessment)>,
    /// The documents of all items, by path.
    pub documents: Vec<Listed>,
    /// The free pages and the home page's text.
    pub pages: Vec<Page>,
    /// Files beside the free pages.
    pub page_files: Vec<SitePath>,
    /// What is wrong with all these.
    pub findings: Diagnostics,
}

/// Sorts out the folder of a site.
pub fn inventory(files: &Files, base_url: Option<&BaseUrl>) -> Inventory {
    let site_file = SitePath::from(SITE_FILE);
    let text = files.text(SITE_FILE);
    let (config, faults) = config(&site_file, text.map_or("", |text| text), base_url);
    let folders: Vec<&SitePath> = files.folders_in("content").collect();
    let found = folders.into_par_iter().map(|folder| {
        let mut faults = Diagnostics::new();
        (year(files, folder, &mut faults), faults)
    });
    let found: Vec<_> = found.collect();
    let mut findings = unreadable(files);
    // A file that could not be read has been reported; it lacks no keys.
    findings.extend(faults.into_iter().filter(|_| text.is_some()));
    stray_files(files, &config, &mut findings);
    let (mut years, mut documents) = (Vec::new(), Vec::new());
    // In the order of their names, which is that of the years.
    for (found, faults) in found {
        findings.extend(faults);
        if let Some((year, listed)) = found {
            years.extend(year);
            documents.extend(listed);
        }
    }
    let (pages, page_files) = pages(files, &mut findings);
    let numbers: Vec<FiscalYear> = years.iter().map(YearFolder::fiscal_year).collect();
    Inventory {
        config,
        years,
        other_frameworks: built_in_without(&numbers),
        other_assessments: built_in_assessments(),
        documents,
        pages,
        page_files,
        findings,
    }
}

/// The folder of a year in `content/`; `None` for another. A year whose tree is not known has documents too.
fn year(files: &Files, folder: &SitePath, findings: &mut Diagnostics) -> Option<YearAndDocuments> {
    let name = file_name(folder);
    if name == "pages" {
        return None;
    }
    let Some(number) = year_of(name) else {
        let years = files.folders_in("content").map(|folder| file_name(folder));
        let meant = folder_meant::in_content(name, years.filter_map(year_of).max());
        let name = name.to_owned();
        let at = Span::whole(folder);
        findings.push(Diagnostic::new(
            FolderFault::UnknownFolder { name, meant },
            at,
        ));
        return None;
    };
    let tree = year_framework(files, folder, number, findings);
    Some(year_folder(files, folder, number, tree, findings))
}

fn unreadable(files: &Files) -> Diagnostics {
    let mut findings = Diagnostics::new();
    for (path, reason) in &files.unlisted {
        let reason = Some(reason.clone());
        findings.push(Diagnostic::whole(ReadingFault::Unreadable { reason }, path));
    }
    let entries = files.entries.iter();
    findings.extend(entries.filter_map(|(path, entry)| not_read(path, entry)));
    findings
}

/// Why a file is not to be had.
fn not_read(path: &SitePath, entry: &Entry) -> Option<Diagnostic> {
    let (problem, range) = match entry {
        Entry::Text(_) | Entry::Asset(_) => return None,
        Entry::Unreadable(reason) => {
            // Word lets nobody read its own beside a document that is open.
            if let Some(fault) = leftover(file_name(path)) {
                return Some(Diagnostic::whole(fault, path));
            }
            let reason = Some(reason.clone());
            (ReadingFault::Unreadable { reason }, 0..0)
        }
        Entry::TooLarge { bytes } => {
            let mb = bytes.div_ceil(1 << 20);
            let most_mb = MOST_TEXT >> 20;
            (ReadingFault::TextTooLarge { mb, most_mb }, 0..0)
        }
        Entry::NoFile(kind) => (ReadingFault::NoFile(*kind), 0..0),
        Entry::Link => (ReadingFault::Unreadable { reason: None }, 0..0),
        Entry::NotUtf8 { shown, program } => {
            let sign = char::REPLACEMENT_CHARACTER.len_utf8();
            let fault = match program {
                Some(program) => ReadingFault::OfProgram { program },
                None => ReadingFault::NotUtf8,
            };
            (fault, shown.len() - sign..shown.len())
        }
    };
    Some(Diagnostic::new(problem, Span::new(path, range)))
}

/// Files directly in `content/` or in a year's folder belong to no item.
fn stray_files(files: &Files, config: &Config, findings: &mut Diagnostics) {
    if let Some(text) = files.text(FRAMEWORK) {
        findings.push(misplaced(&SitePath::from(FRAMEWORK), text));
    }
    let beside = files
        .entries
        .iter()
        .filter(|(path, entry)| !path.contains('/') && matches!(entry, Entry::Asset(_)));
    // The seal stands there; a drawing is no evidence.
    let logo = config.logo.as_ref().map(|logo| logo.value.trim());
    let beside = beside.filter(|(path, _)| Some(&***path) != logo && !path.ends_with(".svg"));
    let is_named = logo.is_none_or(|logo| files.bytes(logo).is_some());
    for (path, _) in beside {
        // A picture there is a seal that nobody named, or whose name is a slip: that is told at the name.
        if !is_picture(path) {
            findings.push(Diagnostic::whole(FolderFault::StrayFile, path));
        } else if is_named {
            let name = path.to_string();
            let has_seal = logo.is_some();
            findings.push(Diagnostic::whole(
                FolderFault::PictureBeside { name, has_seal },
                path,
            ));
        }
    }
    for (path, _) in files.below("content") {
        let parts: Vec<&str> = path.split('/').collect();
        let known = match parts[..] {
            [_, name] => name.eq_ignore_ascii_case("index.md"),
            [_, year, name] => {
                year == "pages" || name.eq_ignore_ascii_case(FRAMEWORK) || year_of(year).is_none()
            }
            _ => true,
        };
        if known {
            continue;
        }
        findings.push(match files.text(path).filter(|text| is_framework(text)) {
            Some(text) => misplaced(path, text),
            None => Diagnostic::whole(FolderFault::StrayFile, path),
        });
    }
}

fn year_framework(
    files: &Files,
    folder: &SitePath,
    number: i64,
    findings: &mut Diagnostics,
) -> Option<Framework> {
    let wanted: SitePath = format!("{folder}/{FRAMEWORK}").into();
    let own = files.below(folder).map(|(path, _)| path);
    let own = own.filter(|path| path.eq_ignore_ascii_case(&wanted));
    let own = own.min_by_key(|path| **path != wanted);
    let own = own.unwrap_or(&wanted).clone();
    let year = FiscalYear::new(number);
    let (path, text) = match (year, files.text(&own)) {
        (Some(_), Some(text)) => (own, text.to_string()),
        (Some(year), None) if built_in(year).is_some() => built_in(year)?,
        // There is one, but it could not be read, which has been reported.
        _ if files.entries.contains_key(&own) => return None,
        _ => {
            let meant = i16::try_from(number).ok().and_then(buddhist_year);
            let earlier = files
                .folders_in("content")
                .filter_map(|path| year_of(file_name(path)));
            let earlier = earlier.filter(|earlier| *earlier < number);
            let from = earlier.filter_map(FiscalYear::new).max();
            let problem = match (year, from, meant) {
                (Some(year), Some(from), None) => FolderFault::YearByHand {
                    year: year.number(),
                    from: from.number(),
                },
                _ => FolderFault::UnknownYear {
                    year: file_name(folder).to_owned(),
                    meant,
                    start: None,
                },
            };
            findings.push(Diagnostic::whole(problem, folder));
            return None;
        }
    };
    let (framework, found) = framework(&path, &text, year?);
    findings.extend(found);
    let is_copy = text.starts_with(COPIED) && files.text(&path).is_some();
    let year = framework.fiscal_year.number();
    if is_copy && built_in(framework.fiscal_year).is_some() {
        let fault = FrameworkFault::Superseded { year };
        findings.push(Diagnostic::whole(fault, &path));
    } else if is_copy || framework.is_provisional {
        // A list that the program brings has no file in the site.
        let is_own = files.text(&path).is_some();
        let at = if is_own { &path } else { folder };
        findings.push(Diagnostic::whole(FrameworkFault::Provisional { year }, at));
    }
    Some(framework)
}

/// The free pages, the files beside them, and what is wrong there.
fn pages(files: &Files, findings: &mut Diagnostics) -> (Vec<Page>, Vec<SitePath>) {
    let is_home = |path: &str| path.eq_ignore_ascii_case("content/index.md");
    let content = files.below("content");
    let home = content.filter_map(|(path, entry)| match entry {
        Entry::Text(text) if is_home(path) => Some((path, text, String::new())),
        _ => None,
    });
    let (free, beside) = sorted_out(files, "content/pages", findings);
    let mut pages = Vec::new();
    for (path, text, slug) in home.chain(free) {
        let (page, found) = page(path, text, slug);
        findings.extend(found);
        pages.push(page);
    }
    let names = pages.iter().map(|page| (&page.path, &*page.slug));
    report_same_names(names, findings);
    (pages, beside)
}
