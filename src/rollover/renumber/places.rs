//! Where everything in a year's folder goes when its items get other numbers.
//!
//! In: the folders as they stand and the new list. Out: for each file its new path, no two the same. Where items
//! become one, the documents of the further ones get their key before their names, as in a carried year.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::files::{Files, SitePath, file_name, folder_of};
use crate::model::{Framework, ItemNumber, address};
use crate::parse::reference::nfc;
use crate::rollover::compare::heir;
use crate::rollover::mark::{folders, is_document, joined, subject};

/// An item folder on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderMove {
    /// Its number as it is.
    pub old: ItemNumber,
    /// Its number in the new list; `None` where that does not have the subject.
    pub new: Option<ItemNumber>,
    /// The key of its subject.
    pub key: String,
    /// Its path as it is.
    pub from: SitePath,
    /// The path of the folder that its files go to.
    pub to: SitePath,
    /// What is put before the names of its files, where they join another item's.
    prefix: Option<String>,
}

/// Where everything goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewPlaces {
    /// The item folders, by their number as it is.
    pub folders: Vec<FolderMove>,
    /// Every file that the site is read from, from where to where.
    pub files: BTreeMap<SitePath, SitePath>,
}

impl FolderMove {
    /// Where a file that stands at `inside` in the folder would go, were nothing in its way.
    fn place(&self, inside: &str) -> String {
        match &self.prefix {
            Some(key) => format!("{}/{}", self.to, joined(inside, key)),
            None => format!("{}/{inside}", self.to),
        }
    }
}

impl NewPlaces {
    /// Where a file of the year goes, also one that the site is not read from.
    pub fn of(&self, path: &str) -> String {
        if let Some(place) = self.files.get(path) {
            return place.to_string();
        }
        let inside = |folder: &FolderMove| {
            let inside = path.strip_prefix(&*folder.from)?.strip_prefix('/')?;
            Some(folder.place(inside))
        };
        let place = self.folders.iter().find_map(inside);
        place.unwrap_or_else(|| path.to_owned())
    }
}

/// Works out where everything in the folder of a year goes. `old`: the list that its folders stand by.
pub(super) fn places(files: &Files, old: &Framework, new: &Framework) -> NewPlaces {
    let year = new.fiscal_year;
    let standing = folders(files, year);
    let mut moves = Vec::new();
    for (number, from) in &standing {
        let listed = || old.item(*number).map(|item| item.key.clone());
        let key = subject(files, from).or_else(listed);
        let target = match &key {
            Some(key) => heir(new, key).map(|item| item.number),
            // Nobody knows its subject: it stays.
            None => Some(*number),
        };
        moves.push(FolderMove {
            old: *number,
            new: target,
            key: key.unwrap_or_else(|| number.to_string()),
            from: from.clone(),
            to: from.clone(),
            prefix: None,
        });
    }
    give_folders(&mut moves, files, new);
    let mut taken = HashSet::new();
    let mut placed = BTreeMap::new();
    // The main item of a folder first: its files keep their names.
    let mut order: Vec<&FolderMove> = moves.iter().collect();
    order.sort_by_key(|folder| folder.prefix.is_some());
    for folder in order {
        for (path, _) in files.below(&folder.from) {
            let wanted = folder.place(&path[folder.from.len() + 1..]);
            placed.insert(path.clone(), free(&mut taken, &wanted).into());
        }
    }
    NewPlaces {
        folders: moves,
        files: placed,
    }
}

/// Gives each its new folder: the one that stands at the number already, else one of that name.
fn give_folders(moves: &mut [FolderMove], files: &Files, new: &Framework) {
    let year = new.fiscal_year;
    let staying: BTreeMap<ItemNumber, SitePath> = (moves.iter())
        .filter(|folder| folder.new == Some(folder.old))
        .map(|folder| (folder.old, folder.from.clone()))
        .collect();
    let has_document = |folder: &FolderMove| {
        let mut below = files.below(&folder.from);
        below.any(|(path, _)| is_document(&path[folder.from.len() + 1..]))
    };
    let targets: BTreeSet<ItemNumber> = moves.iter().filter_map(|folder| folder.new).collect();
    for number in targets {
        let own = new.item(number).map(|item| item.key.clone());
        let mut joined: Vec<&mut FolderMove> = (moves.iter_mut())
            .filter(|folder| folder.new == Some(number))
            .collect();
        joined.sort_by_key(|folder| (!has_document(folder), own.as_ref() != Some(&folder.key)));
        for (at, folder) in joined.into_iter().enumerate() {
            let folder_name = || format!("content/{year}/{}", number.folder_name()).into();
            folder.to = staying.get(&number).cloned().unwrap_or_else(folder_name);
            folder.prefix = (at > 0).then(|| address::ascii_name(&folder.key).into_owned());
        }
    }
    for folder in moves.iter_mut().filter(|folder| folder.new.is_none()) {
        let parent = folder_of(&folder.from);
        folder.to = format!("{parent}/_{}", file_name(&folder.from)).into();
    }
}

/// A path that nothing else has, and a document's also without its ending, as names are compared on every system.
fn free(taken: &mut HashSet<String>, wanted: &str) -> String {
    let (folder, name) = (folder_of(wanted), file_name(wanted));
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => (stem, format!(".{ending}")),
        _ => (name, String::new()),
    };
    let compared = |stem: &str| {
        let is_document = is_document(&format!("{stem}{ending}"));
        let ending = if is_document { ".md" } else { &ending };
        nfc(&format!("{folder}/{stem}{ending}")).to_lowercase()
    };
    let mut number = 1;
    let mut free = stem.to_owned();
    while !taken.insert(compared(&free)) {
        number += 1;
        free = format!("{stem}-{number}");
    }
    format!("{folder}/{free}{ending}")
}
