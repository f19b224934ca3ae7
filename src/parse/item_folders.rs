//! The folders of years and items: which documents and evidence they hold.
//!
//! In: the listing. Out: [`YearFolder`]s, and the documents of all of them in one list.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::document::DocumentPlace;
use super::folder_meant;
use super::leftover::{copied_from, leftover};
use super::misplaced::{is_framework, misplaced};
use super::names::{document_stem, double_ending, other_ending, report_same_names};
use super::reference::nfc;
use crate::files::{Entry, Files, SitePath, file_name};
use crate::model::{FiscalYear, Framework, ItemNumber};
use crate::problem::{Diagnostic, Diagnostics, FolderFault};

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
    let year = FiscalYear::new(number).unwrap_or(FiscalYear::FIRST);
    let mut folders = BTreeMap::new();
    let (mut evidence, mut listed) = (Vec::new(), Vec::new());
    for inner in files.folders_in(folder) {
        let name = file_name(inner).to_owned();
        let mut report = |problem: FolderFault| findings.push(Diagnostic::whole(problem, inner));
        let Some(item) = ItemNumber::parse(&name) else {
            let meant = folder_meant::in_year(&name);
            report(FolderFault::UnknownFolder { name, meant });
            continue;
        };
        let has_place = (framework.as_ref()).is_some_and(|tree| tree.item(item).is_some());
        if let Some(tree) = framework.as_ref().filter(|_| !has_place) {
            let last = tree.items().map(|(_, _, item)| item.number).max();
            report(FolderFault::UnknownItem { name, last });
        } else if has_place {
            if let Some(other) = folders.get(&item) {
                let other = SitePath::to_string(other);
                report(FolderFault::DuplicateItem { item, other });
            } else {
                folders.insert(item, inner.clone());
            }
        }
        let (texts, others) = sorted_out(files, inner, findings);
        report_same_names(
            texts.iter().map(|(path, _, stem)| (*path, &**stem)),
            findings,
        );
        let others = others.into_iter().filter(|_| has_place);
        evidence.extend(others.map(|path| (item, path)));
        listed.extend(texts.into_iter().map(|(path, _, stem)| Listed {
            path: path.clone(),
            place: DocumentPlace {
                year,
                item,
                slug: (!stem.eq_ignore_ascii_case("index")).then_some(stem),
            },
            has_place,
        }));
    }
    let year = framework.map(|framework| YearFolder {
        framework: Arc::new(framework),
        folders,
        evidence,
    });
    (year, listed)
}

/// A document of a folder: its path, its text, and its name without ending.
pub(super) type NamedText<'a> = (&'a SitePath, &'a Arc<str>, String);

/// The documents of a folder, and the files beside them.
pub(super) fn sorted_out<'a>(
    files: &'a Files,
    folder: &str,
    findings: &mut Diagnostics,
) -> (Vec<NamedText<'a>>, Vec<SitePath>) {
    let (mut texts, mut others) = (Vec::new(), Vec::new());
    let has = |stem: &str| {
        let beside = |ending| format!("{folder}/{stem}.{ending}");
        ["md", "toml"]
            .iter()
            .any(|ending| files.entries.contains_key(&*beside(ending)))
    };
    for (path, entry) in files.below(folder) {
        let inside = &path[folder.len() + 1..];
        let original = copied_from(inside, has);
        let fault = match (document_stem(inside), entry, double_ending(inside)) {
            (Some(_), _, _) if inside.contains('/') => FolderFault::MisplacedDocument,
            (Some(_), _, _) if original.is_some() => FolderFault::DocumentCopy {
                original: original.unwrap_or_default(),
            },
            (Some(_), Entry::Text(text), _) if path.ends_with(".toml") && is_framework(text) => {
                findings.push(misplaced(path, text));
                continue;
            }
            (Some(stem), Entry::Text(text), _) => {
                texts.push((path, text, nfc(stem).into_owned()));
                continue;
            }
            (None, Entry::Asset(_) | Entry::Text(_), Some(meant)) => {
                FolderFault::DoubleEnding { meant }
            }
            (None, Entry::Asset(_) | Entry::Text(_), None) => {
                let has_keys = matches!(entry, Entry::Text(_));
                let fault = match other_ending(inside, has_keys, has) {
                    Some(meant) => Some(FolderFault::OtherEnding { meant }),
                    None => leftover(file_name(path)),
                };
                let Some(fault) = fault else {
                    others.push(path.clone());
                    continue;
                };
                fault
            }
            _ => continue,
        };
        findings.push(Diagnostic::whole(fault, path));
    }
    (texts, others)
}
