//! The line by which a later run knows a document that `rollover` made, and for which subject.
//!
//! Folders are named by number, and the official list may come after the folders were made: the
//! subject must stand in the document itself.

use std::collections::BTreeMap;

use super::compare::heir;
use crate::files::{Files, SitePath, file_name};
use crate::model::{FiscalYear, Framework, ItemNumber};
use crate::parse::layout::CARRIED;

/// The line for a subject.
pub fn mark(key: &str, rest: &str) -> String {
    format!("{CARRIED}{key}] {rest}")
}

/// The subject that a text says it was made for.
fn marked(text: &str) -> Option<&str> {
    let rest = text.lines().find_map(|line| line.strip_prefix(CARRIED))?;
    rest.split_once(']').map(|(key, _)| key)
}

/// A folder that was made for a subject which has another number now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misplaced {
    /// The path of the folder, as it is.
    pub folder: SitePath,
    /// The key of the item that it was made for.
    pub key: String,
    /// What to do with it.
    pub remedy: Remedy,
}

/// What to do with a folder of another number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedy {
    /// Give it this name.
    Rename(String),
    /// Move its files into this folder, which holds the same subject already or is to.
    Merge(String),
    /// The year's list does not have the subject: take it out of the way under this name.
    SetAside(String),
}

/// The folders of a year that do not stand at the number their subject has in `tree`, in an order in
/// which they can be renamed one after another.
pub fn misplaced(files: &Files, tree: &Framework) -> Vec<Misplaced> {
    let folders = folders(files, tree.fiscal_year);
    let mut taken: BTreeMap<ItemNumber, SitePath> = BTreeMap::new();
    let mut waiting = Vec::new();
    let mut misplaced = Vec::new();
    for (number, folder) in &folders {
        taken.insert(*number, folder.clone());
        let Some(key) = subject(files, folder) else {
            continue;
        };
        match heir(tree, &key) {
            Some(item) if item.number == *number => {}
            Some(item) => waiting.push((*number, item.number, folder.clone(), key)),
            None => {
                taken.remove(number);
                let remedy = Remedy::SetAside(format!("_{}", file_name(folder)));
                let folder = folder.clone();
                misplaced.push(Misplaced {
                    folder,
                    key,
                    remedy,
                });
            }
        }
    }
    order(waiting, &mut taken, &mut misplaced);
    misplaced
}

type Waiting = (ItemNumber, ItemNumber, SitePath, String);

/// A folder goes where nothing stands; where all wait for each other, one steps aside first.
fn order(
    mut waiting: Vec<Waiting>,
    taken: &mut BTreeMap<ItemNumber, SitePath>,
    misplaced: &mut Vec<Misplaced>,
) {
    while !waiting.is_empty() {
        let is_free = |(_, to, _, _): &Waiting| !taken.contains_key(to);
        let stays = |(_, to, _, _): &Waiting| {
            taken.contains_key(to) && !waiting.iter().any(|(from, _, _, _)| from == to)
        };
        let at = waiting.iter().position(is_free);
        let full = waiting.iter().position(stays);
        let index = at.or(full).unwrap_or(0);
        let (from, to, folder, key) = waiting.remove(index);
        let parent = &folder[..folder.len() - file_name(&folder).len()];
        let remedy = if at.is_some() {
            let name = to.folder_name();
            taken.insert(to, format!("{parent}{name}").into());
            Remedy::Rename(name)
        } else if full.is_some() {
            Remedy::Merge(taken[&to].to_string())
        } else {
            let aside = format!("_{}", file_name(&folder));
            let moved = SitePath::from(format!("{parent}{aside}"));
            // It comes back from there; its number is no longer taken.
            waiting.push((ItemNumber(0), to, moved, key.clone()));
            Remedy::Rename(aside)
        };
        taken.remove(&from);
        misplaced.push(Misplaced {
            folder,
            key,
            remedy,
        });
    }
}

/// The item folders of a year, by number.
pub(super) fn folders(files: &Files, year: FiscalYear) -> BTreeMap<ItemNumber, SitePath> {
    let above = format!("content/{year}");
    let folders = files.folders_in(&above);
    folders
        .filter_map(|folder| Some((ItemNumber::parse(file_name(folder))?, folder.clone())))
        .collect()
}

/// The documents directly in a folder.
fn documents<'a>(files: &'a Files, folder: &'a str) -> impl Iterator<Item = &'a str> {
    let paths = files.below(folder).map(|(path, _)| &**path);
    paths.filter(move |path| {
        let name = path[folder.len() + 1..].to_ascii_lowercase();
        !name.contains('/') && [".md", ".toml"].iter().any(|ending| name.ends_with(ending))
    })
}

fn subject(files: &Files, folder: &str) -> Option<String> {
    let mut texts = documents(files, folder).filter_map(|path| files.text(path));
    texts.find_map(|text| marked(text)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Remedy, mark, misplaced};
    use crate::files::{Entry, Files, SitePath};
    use crate::model::FiscalYear;
    use crate::parse::framework::framework;

    #[test]
    fn folders_are_renamed_in_an_order_that_works() {
        let mut files = Files::default();
        // Made as 1 a, 2 b, 3 c, 4 d, 5 e, 6 gone; the list has b at 1, a at 2, c at 4, d at 5, and e
        // went into c.
        for (number, key) in (1..).zip(["a", "b", "c", "d", "e", "gone"]) {
            let folder = format!("content/2567/o{number}");
            files.folders.insert(folder.as_str().into());
            let text = format!("+++\n{}\n+++\n", mark(key, "เริ่มใหม่"));
            let entry = Entry::Text(Arc::from(text));
            let path = format!("{folder}/index.md");
            files.entries.insert(path.as_str().into(), entry);
        }
        let item = |number: u8, key: &str, formerly: &str| {
            format!(
                "[[indicator.sub.item]]\nnumber = {number}\nkey = \"{key}\"\ntitle = \"ก\"\nformerly = [{formerly}]\n"
            )
        };
        let items = [
            item(1, "b", ""),
            item(2, "a", ""),
            item(4, "c", "\"e\""),
            item(5, "d", ""),
        ];
        let text = format!(
            "[[indicator]]\ncode = \"9\"\ntitle = \"ก\"\n[[indicator.sub]]\ncode = \"9.1\"\ntitle = \"ข\"\n{}",
            items.concat()
        );
        let path = SitePath::from("f");
        let (tree, _) = framework(&path, &text, FiscalYear::new(2567).unwrap());
        let found: Vec<String> = misplaced(&files, &tree)
            .into_iter()
            .map(|one| match one.remedy {
                Remedy::Rename(name) => format!("{} > {name}", one.folder),
                Remedy::Merge(folder) => format!("{} into {folder}", one.folder),
                Remedy::SetAside(name) => format!("{} away as {name}", one.folder),
            })
            .collect();
        assert_eq!(
            found,
            [
                "content/2567/o6 away as _o6",
                "content/2567/o1 > _o1",
                "content/2567/o2 > o01",
                "content/2567/_o1 > o02",
                "content/2567/o3 > _o3",
                "content/2567/o4 > _o4",
                "content/2567/o5 > o04",
                "content/2567/_o4 > o05",
                "content/2567/_o3 into content/2567/o04",
            ]
        );
    }
}
