//! The line by which a later run knows a document that `rollover` made, and for which subject.
//!
//! Folders are named by number, and the official list may come after the folders were made: the
//! subject must stand in the document itself.

use std::collections::BTreeMap;

use super::compare::heir;
use crate::files::{Files, SitePath, ending, file_name, stem};
use crate::model::{FiscalYear, Framework, ItemDefinition, ItemNumber};
use crate::parse::layout::CARRIED;

/// The line for a subject.
pub fn mark(key: &str, rest: &str) -> String {
    format!("{CARRIED}{key}] {rest}")
}

/// The line below it that says from which number to which.
pub(super) fn went(
    years: (FiscalYear, FiscalYear),
    old: &ItemDefinition,
    new: &ItemDefinition,
) -> String {
    let (from, to) = years;
    let (was, is, title) = (old.number.label(), new.number.label(), &new.title);
    format!("# ปี {from} ข้อ {was} → ปี {to} ข้อ {is} {title}")
}

/// The subject that a text says it was made for.
fn marked(text: &str) -> Option<&str> {
    let rest = text.lines().find_map(|line| line.strip_prefix(CARRIED))?;
    rest.split_once(']').map(|(key, _)| key)
}

/// A folder that stands at a number which is not its subject's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misplaced {
    /// The path of the folder, as it is.
    pub folder: SitePath,
    /// The key of the item that it was made for.
    pub key: String,
    /// The number of that subject; `None` where the list does not have it.
    pub number: Option<ItemNumber>,
}

/// The folders of a year that do not stand at the number their subject has in `tree`.
pub fn misplaced(files: &Files, tree: &Framework) -> Vec<Misplaced> {
    misplaced_by(files, tree.fiscal_year, tree)
}

/// Whether every folder of a year stands where a tree, of this or another year, has its subject.
pub fn stands_by(files: &Files, year: FiscalYear, tree: &Framework) -> bool {
    misplaced_by(files, year, tree).is_empty()
}

/// The folders of a year that do not stand where a tree, of this or another year, has their subject.
pub fn misplaced_by(files: &Files, year: FiscalYear, tree: &Framework) -> Vec<Misplaced> {
    let folders = folders(files, year).into_iter();
    let misplaced = folders.filter_map(|(at, folder)| {
        let key = subject(files, &folder)?;
        let number = heir(tree, &key).map(|item| item.number);
        (number != Some(at)).then_some(Misplaced {
            folder,
            key,
            number,
        })
    });
    misplaced.collect()
}

/// The item folders of a year, by number.
pub(super) fn folders(files: &Files, year: FiscalYear) -> BTreeMap<ItemNumber, SitePath> {
    let above = format!("content/{year}");
    let folders = files.folders_in(&above);
    folders
        .filter_map(|folder| Some((ItemNumber::parse(file_name(folder))?, folder.clone())))
        .collect()
}

/// Whether a file directly in an item folder is a document, by its path inside the folder.
pub(super) fn is_document(inside: &str) -> bool {
    let name = inside.to_ascii_lowercase();
    !name.contains('/') && [".md", ".toml"].iter().any(|ending| name.ends_with(ending))
}

/// Whether it is the lead document.
pub(super) fn is_lead(inside: &str) -> bool {
    is_document(inside) && stem(inside).eq_ignore_ascii_case("index")
}

/// What a file of an item is called in the folder of another that takes the item up, by its path inside its own: its
/// names say the item's `key`, so that none is in the way of another.
pub(super) fn joined(inside: &str, key: &str) -> String {
    if is_lead(inside) {
        format!("{key}.{}", ending(inside))
    } else if is_document(inside) {
        format!("{key}-{inside}")
    } else {
        format!("{key}/{inside}")
    }
}

/// The subject of a folder: that of its lead document, else of the first that says one.
pub(super) fn subject(files: &Files, folder: &str) -> Option<String> {
    let inside = |path: &str| path[folder.len() + 1..].to_owned();
    let paths = files.below(folder).map(|(path, _)| &**path);
    let mut documents: Vec<&str> = paths.filter(|path| is_document(&inside(path))).collect();
    documents.sort_by_key(|path| !is_lead(&inside(path)));
    let mut texts = documents.into_iter().filter_map(|path| files.text(path));
    texts.find_map(|text| marked(text)).map(str::to_owned)
}
