//! The folders of years and items: which documents and evidence they hold.
//!
//! In: the listing. Out: [`YearFolder`]s, and the documents of all of them in one list.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::document::DocumentPlace;
use super::names::{document_stem, double_ending, report_same_names};
use super::reference::nfc;
use crate::files::{Entry, Files, SitePath, file_name};
use crate::model::{FiscalYear, Framework, ItemNumber};
use crate::problem::{Diagnostic, Diagnostics, FolderFault, Problem};
use crate::span::Span;

/// A year's folder.
#[derive(Clone)]
pub struct YearFolder {
    /// Its indicator tree.
    pub framework: Arc<Framework>,
    /// Its item folders, by number.
    pub folders: BTreeMap<ItemNumber, SitePath>,
    /// The evidence files of all its items.
    pub evidence: Vec<(ItemNumber, SitePath)>,
}

impl YearFolder {
    /// The year itself.
    pub fn fiscal_year(&self) -> FiscalYear {
        self.framework.fiscal_year
    }
}

/// A document that is to be read.
pub struct Listed {
    /// The path of its file.
    pub path: SitePath,
    /// The year, item and name that its path gives it.
    pub place: DocumentPlace,
    /// Whether its folder has a place in a year's tree. One without is read all the same, so that its own
    /// faults are told in the same run.
    pub has_place: bool,
}

/// A year where its tree is known, and the documents of its folder.
pub(super) type YearAndDocuments = (Option<YearFolder>, Vec<Listed>);

/// The folder of a year with its documents. Without a tree it is only looked through for faults.
pub(super) fn year_folder(
    files: &Files,
    folder: &SitePath,
    number: i64,
    framework: Option<Framework>,
    findings: &mut Diagnostics,
) -> YearAndDocuments {
    let mut folders = ItemFolders {
        files,
        listed: Vec::new(),
        findings,
    };
    let year = folders.year(folder, number, framework);
    (year, folders.listed)
}

/// Lists the item folders of a year.
struct ItemFolders<'a> {
    files: &'a Files,
    listed: Vec<Listed>,
    findings: &'a mut Diagnostics,
}

impl ItemFolders<'_> {
    fn report(&mut self, problem: impl Into<Problem>, at: &SitePath) {
        (self.findings).push(Diagnostic::new(problem, Span::whole(at)));
    }

    fn year(
        &mut self,
        folder: &SitePath,
        number: i64,
        framework: Option<Framework>,
    ) -> Option<YearFolder> {
        let fiscal_year = FiscalYear::new(number).unwrap_or(FiscalYear::FIRST);
        let mut folders = BTreeMap::new();
        let mut evidence = Vec::new();
        for inner in self.files.folders_in(folder) {
            let name = file_name(inner).to_owned();
            let Some(item) = ItemNumber::parse(&name) else {
                self.report(FolderFault::UnknownFolder { name }, inner);
                continue;
            };
            let has_place = match &framework {
                None => false,
                Some(framework) if framework.item(item).is_none() => {
                    let last = framework.items().map(|(_, _, item)| item.number).max();
                    self.report(FolderFault::UnknownItem { name, last }, inner);
                    false
                }
                Some(_) => {
                    if let Some(other) = folders.get(&item) {
                        let other = SitePath::to_string(other);
                        self.report(FolderFault::DuplicateItem { item, other }, inner);
                    } else {
                        folders.insert(item, inner.clone());
                    }
                    true
                }
            };
            let found = self.item(inner, fiscal_year, item, has_place);
            evidence.extend(found.into_iter().filter(|_| has_place));
        }
        framework.map(|framework| YearFolder {
            framework: Arc::new(framework),
            folders,
            evidence,
        })
    }

    /// Lists the documents of an item's folder, and gives its evidence.
    fn item(
        &mut self,
        folder: &SitePath,
        fiscal_year: FiscalYear,
        item: ItemNumber,
        has_place: bool,
    ) -> Vec<(ItemNumber, SitePath)> {
        let mut texts: Vec<(&SitePath, String)> = Vec::new();
        let mut evidence = Vec::new();
        for (path, entry) in self.files.below(folder) {
            let inside = &path[folder.len() + 1..];
            match (document_stem(inside), entry) {
                (Some(_), _) if inside.contains('/') => {
                    self.report(FolderFault::MisplacedDocument, path);
                }
                (Some(stem), Entry::Text(_)) => {
                    texts.push((path, nfc(stem).into_owned()));
                }
                (None, Entry::Asset(_)) => match double_ending(inside) {
                    Some(meant) => self.report(FolderFault::DoubleEnding { meant }, path),
                    None => evidence.push((item, path.clone())),
                },
                _ => {}
            }
        }
        let names = texts.iter().map(|(path, stem)| (*path, stem.as_str()));
        report_same_names(names, self.findings);
        let listed = texts.into_iter().map(|(path, stem)| Listed {
            path: path.clone(),
            place: DocumentPlace {
                year: fiscal_year,
                item,
                slug: (!stem.eq_ignore_ascii_case("index")).then_some(stem),
            },
            has_place,
        });
        self.listed.extend(listed);
        evidence
    }
}
