//! What the references of a carried document must say in the new year.
//!
//! A file or document that is carried along is found where it went, one that stays in the old year is
//! found there, and an item is found under its new number. What names the old year outright still
//! leads there; it is only noted.

use std::collections::HashMap;

use super::compare::Trees;
use super::mark::joined;
use crate::assemble::links::file_reference;
use crate::files::{SitePath, folder_of};
use crate::model::{FiscalYear, ItemNumber, item_in};
use crate::parse::reference::canonical;

/// Where something that is carried goes.
#[derive(Debug, Clone)]
pub(super) struct Destination {
    pub(super) folder: SitePath,
    /// The key of its item, where that becomes a part of another.
    pub(super) key: Option<String>,
    /// Whether it is a document, which is a draft at first and has no anchors then.
    pub(super) is_document: bool,
}

impl Destination {
    /// The new path of something that stood at `inside` in its old folder.
    pub(super) fn path(&self, inside: &str) -> SitePath {
        format!("{}/{}", self.folder, self.name(inside)).into()
    }

    /// What is called `inside` in the old folder, as it is called in the new one.
    fn name(&self, inside: &str) -> String {
        match &self.key {
            Some(key) => joined(inside, key),
            None => inside.to_owned(),
        }
    }
}

/// Everything that is known of where things go.
pub(super) struct Moved<'a> {
    pub(super) trees: Trees<'a>,
    /// Files and documents that are carried, by their old path in one spelling.
    pub(super) places: HashMap<String, Destination>,
    /// The folders of the new year's items.
    pub(super) folders: HashMap<ItemNumber, SitePath>,
}

/// What becomes of a reference.
#[derive(Debug, PartialEq)]
pub(super) enum Becomes {
    /// It is right as it is.
    Same,
    /// It is right, and leads to the old year.
    OldYear,
    /// It must be written so.
    Written(String),
    /// What it leads to is gone, and nothing stands in its place.
    Lost,
}

impl Moved<'_> {
    fn from(&self) -> FiscalYear {
        self.trees.old.fiscal_year
    }

    /// What becomes of a reference in a document that went from the folder `old` to `new`.
    pub(super) fn reference(&self, href: &str, old: &str, new: &str) -> Becomes {
        let year = format!("/{}", self.from());
        if href == year || href.starts_with(&format!("{year}/")) {
            return Becomes::OldYear;
        }
        let path_end = href.find(['#', '?']).unwrap_or(href.len());
        let (path, rest) = href.split_at(path_end);
        if let Some((year, number)) = item_in(path.trim_end_matches('/')) {
            return match year {
                None => self.item(number, path, rest),
                Some(year) if year == self.from() => Becomes::OldYear,
                Some(_) => Becomes::Same,
            };
        }
        match file_reference(old, href) {
            Some(target) => self.file(&target, path, rest, old, new),
            None => Becomes::Same,
        }
    }

    /// `o12`, which speaks of the document's own year.
    fn item(&self, number: ItemNumber, path: &str, rest: &str) -> Becomes {
        match self.trees.heir(number) {
            // The headings of a draft are not there to lead to.
            Some(_) | None if rest.starts_with('#') => {
                Becomes::Written(format!("{}/{number}{rest}", self.from()))
            }
            Some(heir) if heir.number == number => Becomes::Same,
            Some(heir) => {
                let slash = if path.ends_with('/') { "/" } else { "" };
                Becomes::Written(format!("{}{slash}{rest}", heir.number))
            }
            None => Becomes::Written(format!("{}/{number}{rest}", self.from())),
        }
    }

    /// A path, as far as it leads into the old year.
    fn file(&self, target: &str, path: &str, rest: &str, old: &str, new: &str) -> Becomes {
        let target = canonical(target);
        let own_year = format!("content/{}/", self.from());
        let Some(inside) = target.strip_prefix(&own_year) else {
            return Becomes::Same;
        };
        let (item, inside) = inside.split_once('/').unwrap_or((inside, ""));
        let steps = inside.split('/').filter(|part| !part.is_empty()).count();
        let tail = tail(path, steps);
        let place = self.places.get(&target);
        let place = place.filter(|place| !(place.is_document && rest.starts_with('#')));
        let (folder, tail) = match place {
            Some(place) => (place.folder.to_string(), place.name(tail)),
            None => {
                let is_item = inside.is_empty() && !rest.starts_with('#');
                let number = ItemNumber::parse(item).filter(|_| is_item);
                let heir = number.and_then(|number| self.trees.heir(number));
                let heir = heir.and_then(|heir| self.folders.get(&heir.number));
                let stays = if canonical(old) == format!("{own_year}{item}") {
                    old.to_owned()
                } else {
                    format!("{own_year}{}", spelled(path, item, steps))
                };
                (heir.map_or(stays, ToString::to_string), tail.to_owned())
            }
        };
        let written = written(&folder, new, &tail);
        let unchanged = |written: &str| {
            file_reference(new, written).map(|path| canonical(&path))
                == file_reference(new, path).map(|path| canonical(&path))
        };
        if unchanged(&written) {
            return Becomes::Same;
        }
        Becomes::Written(format!("{written}{rest}"))
    }
}

/// The item's folder as the path spells it, so that a case-sensitive disk finds it.
fn spelled<'a>(path: &'a str, item: &'a str, steps: usize) -> &'a str {
    let parts: Vec<&str> = path.split(['/', '\\']).filter(|p| !p.is_empty()).collect();
    let folder = parts.len().checked_sub(steps + 1).map(|at| parts[at]);
    folder
        .filter(|part| ItemNumber::parse(part).is_some())
        .unwrap_or(item)
}

/// The last `steps` parts of a path, as written.
fn tail(path: &str, steps: usize) -> &str {
    if steps == 0 {
        return "";
    }
    let mut slashes = path.rmatch_indices(['/', '\\']);
    slashes
        .nth(steps - 1)
        .map_or(path, |(at, _)| &path[at + 1..])
}

/// A path from one item folder to something in another.
fn written(folder: &str, from: &str, tail: &str) -> String {
    let path = if canonical(folder) == canonical(from) {
        tail.to_owned()
    } else if folder_of(folder) == folder_of(from) {
        format!("../{}/{tail}", &folder[folder_of(folder).len() + 1..])
    } else {
        let inside = folder.strip_prefix("content/").unwrap_or(folder);
        format!("../../{inside}/{tail}")
    };
    if path.is_empty() {
        ".".to_owned()
    } else {
        path
    }
}
