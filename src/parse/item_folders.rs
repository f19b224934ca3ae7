//! The folders of years and items: which documents and evidence they hold.
//!
//! In: the listing. Out: [`YearPieces`]. All documents of the site are read in one go, because that keeps
//! every core busy to the end.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::document::Place;
use super::names::{document_stem, double_ending, report_same_names};
use super::reading::{Documents, Reading};
use super::reference::nfc;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::{Document, FiscalYear, Framework, ItemNumber};
use crate::source::{Entry, Files, SitePath, Span, file_name};

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

/// A document that is to be read.
struct Listed<'a> {
    path: &'a SitePath,
    entry: &'a Entry,
    place: Place,
    /// Which of the years it belongs to; `None` where its folder has no place in one. It is read all
    /// the same, so that its own faults are told in the same run.
    year: Option<usize>,
}

/// Lists the folders of years.
pub(super) struct ItemFolders<'a> {
    files: &'a Files,
    years: Vec<YearPieces>,
    listed: Vec<Listed<'a>>,
    findings: Diagnostics,
}

impl<'a> ItemFolders<'a> {
    pub(super) fn new(files: &'a Files) -> Self {
        Self {
            files,
            years: Vec::new(),
            listed: Vec::new(),
            findings: Diagnostics::new(),
        }
    }

    fn report(&mut self, problem: Problem, at: &SitePath) {
        (self.findings).push(Diagnostic::new(problem, Span::whole(at)));
    }

    /// Adds a year's folder. Without a tree it is only looked through for faults.
    pub(super) fn add(&mut self, folder: &SitePath, number: i64, framework: Option<Framework>) {
        let fiscal_year = FiscalYear::new(number).unwrap_or(FiscalYear::FIRST);
        let mut folders = BTreeMap::new();
        let mut evidence = Vec::new();
        for inner in self.files.folders_in(folder) {
            let name = file_name(inner).to_owned();
            let Some(item) = ItemNumber::parse(&name) else {
                self.report(Problem::UnknownFolder { name }, inner);
                continue;
            };
            let has_place = match &framework {
                None => false,
                Some(framework) if framework.item(item).is_none() => {
                    let last = framework.items().map(|(_, _, item)| item.number).max();
                    self.report(Problem::UnknownItem { name, last }, inner);
                    false
                }
                Some(_) => {
                    if let Some(other) = folders.get(&item) {
                        let other = SitePath::to_string(other);
                        self.report(Problem::DuplicateItem { item, other }, inner);
                    } else {
                        folders.insert(item, inner.clone());
                    }
                    true
                }
            };
            let year = has_place.then_some(self.years.len());
            let found = self.item(inner, (fiscal_year, item), year);
            evidence.extend(found.into_iter().filter(|_| has_place));
        }
        self.years.extend(framework.map(|framework| YearPieces {
            framework,
            folders,
            documents: Vec::new(),
            evidence,
        }));
    }

    /// Lists the documents of an item's folder, and gives its evidence.
    fn item(
        &mut self,
        folder: &SitePath,
        (fiscal_year, item): (FiscalYear, ItemNumber),
        year: Option<usize>,
    ) -> Vec<(ItemNumber, SitePath)> {
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
        let listed = texts.into_iter().map(|(path, entry, stem)| Listed {
            path,
            entry,
            place: Place {
                year: fiscal_year,
                item,
                slug: (!stem.eq_ignore_ascii_case("index")).then_some(stem),
            },
            year,
        });
        self.listed.extend(listed);
        evidence
    }

    /// Reads every document. Gives the years, oldest first, and what turned out to be no text.
    pub(super) fn read(
        mut self,
        documents: &dyn Documents,
        findings: &mut Diagnostics,
    ) -> (Vec<YearPieces>, Vec<(SitePath, Entry)>) {
        let read = |listed: Listed<'_>| {
            let about = (listed.place.year, listed.place.item);
            let reading = documents.document(listed.path, listed.entry, listed.place);
            (listed.path.clone(), about, listed.year, reading)
        };
        let read: Vec<_> = self.listed.into_par_iter().map(read).collect();
        let mut unread = Vec::new();
        for (path, (year, item), into, reading) in read {
            let Reading {
                document,
                findings: found,
            } = reading;
            (self.findings).extend(found.into_iter().map(|d| d.about(year, item)));
            match (document, into) {
                (Ok(document), Some(at)) => self.years[at].documents.push(document),
                (Ok(_), None) => {}
                (Err(entry), _) => unread.push((path, entry)),
            }
        }
        findings.extend(self.findings);
        self.years.sort_by_key(|year| year.framework.fiscal_year);
        (self.years, unread)
    }
}
