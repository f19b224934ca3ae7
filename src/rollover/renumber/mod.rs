//! A year whose list came after its folders were made: every file at the number that its subject has now.
//!
//! In: the site, read by the list that its folders stand by, and the list that is right. Out: a [`Renumbering`], a
//! value; nothing is written here. No file is left out, and no two go to one place. What refers to a file, an item
//! or an address of the year is written anew wherever it stands, and what was published keeps its old address where
//! nothing else has it now.

mod links;
mod places;

use std::collections::{BTreeMap, HashSet};

use super::Note;
use super::carry::of_its_own;
use super::compare::{Trees, heir};
use super::edit::{EditedDocument, written_anew};
use super::mark::{is_lead, went};
use crate::files::{Files, SitePath, folder_of};
use crate::model::{Document, Framework, ItemDefinition, Page, Site, address};
use crate::parse::former_name::{FormerName, FormerPlace};
use crate::parse::quoted::quoted;
use crate::span::replaced;
use links::{NewNumbers, Standpoint, of_file};
pub use places::{FolderMove, NewPlaces};

/// What is to be done for a year whose numbers changed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Renumbering {
    /// Where everything in the year's folder goes.
    pub places: NewPlaces,
    /// Every text that changes, as it is and as it will be, by its path as it is.
    pub texts: BTreeMap<SitePath, (String, String)>,
    /// How many references are written anew.
    pub references: usize,
    /// What to look at, by the path that the document will have.
    pub notes: Vec<(SitePath, Vec<Note>)>,
    /// How many published addresses stay alive under another number.
    pub kept: usize,
    /// Published addresses that end.
    pub lost: Vec<String>,
}

/// The lists of a renumbering.
#[derive(Clone, Copy)]
pub struct Lists<'a> {
    /// The list of the year before.
    pub before: &'a Framework,
    /// The list that the folders of the year stand by.
    pub old: &'a Framework,
    /// The list of the year.
    pub new: &'a Framework,
}

/// Works out what is to be done. `site` is read by the list that the folders stand by; `day` is given to documents
/// that must have a date and have none.
pub fn renumbering(site: &Site, files: &Files, lists: Lists<'_>, day: &str) -> Renumbering {
    let places = places::places(files, lists.old, lists.new);
    let mut plan = Renumbering::default();
    let numbers = NewNumbers::new(site, files, lists.before, lists.new, &places);
    let mut work = Work {
        site,
        files,
        lists,
        places: &places,
        numbers: &numbers,
        taken: living(site, &places, lists.new),
        day,
        plan: &mut plan,
    };
    for document in &site.documents {
        work.document(document);
    }
    for page in &site.pages {
        work.page(page);
    }
    let ended = work.ended();
    plan.lost.extend(ended);
    plan.lost.sort_unstable();
    plan.places = places;
    plan
}

/// The addresses of the year that have something once all is done.
fn living(site: &Site, places: &NewPlaces, new: &Framework) -> HashSet<String> {
    let year = new.fiscal_year;
    let items = new
        .items()
        .map(|(_, _, item)| address::item(year, item.number));
    let mut living: HashSet<String> = items.collect();
    for folder in &places.folders {
        let Some(number) = folder.new else { continue };
        let below = places
            .files
            .iter()
            .filter(|(old, _)| folder_of_item(old) == &*folder.from);
        living.extend(below.map(|(_, now)| of_file(year, number, &now[folder.to.len() + 1..])));
    }
    let others = site.former.iter().map(|former| former.address.clone());
    living.extend(others.filter(|address| !address.starts_with(&address::year(year))));
    living
}

/// `content/2567/o12` of anything in it.
fn folder_of_item(path: &str) -> &str {
    let end = path
        .match_indices('/')
        .nth(2)
        .map_or(path.len(), |(at, _)| at);
    &path[..end]
}

struct Work<'a> {
    site: &'a Site,
    files: &'a Files,
    lists: Lists<'a>,
    places: &'a NewPlaces,
    numbers: &'a NewNumbers<'a>,
    /// Addresses that something has.
    taken: HashSet<String>,
    day: &'a str,
    plan: &'a mut Renumbering,
}

impl<'a> Work<'a> {
    fn document(&mut self, document: &'a Document) {
        let Some(text) = self.files.text(&document.path) else {
            return;
        };
        let folder = (document.year == self.lists.new.fiscal_year)
            .then(|| self.folder(document))
            .flatten();
        let trees = Trees {
            old: self.lists.old,
            new: self.lists.new,
        };
        let mut edited = EditedDocument::new(document, text, trees);
        let path = self.places.of(&document.path);
        let old_year = format!("{}/", self.lists.before.fiscal_year);
        let at = Standpoint {
            folders: (folder_of(&document.path), folder_of(&path)),
            is_of_year: document.year == self.lists.new.fiscal_year,
        };
        let mut above = Vec::new();
        if let Some(folder) = folder {
            let Some(new) = folder.new.and_then(|number| self.lists.new.item(number)) else {
                return;
            };
            if let Some(old) = self.lists.old.item(folder.old) {
                above = self.in_its_item(document, &mut edited, folder, (old, new));
            }
            self.keep(document, &mut edited, folder);
        }
        let becomes = |href: &str| self.numbers.reference(at, href);
        self.plan.references += edited.references(&old_year, &becomes);
        let (after, notes) = edited.finish(above);
        if !notes.is_empty() {
            self.plan.notes.push((path.into(), notes));
        }
        self.change(&document.path, text, after);
    }

    fn change(&mut self, path: &SitePath, before: &str, after: String) {
        if after != before {
            let texts = (before.to_owned(), after);
            self.plan.texts.insert(path.clone(), texts);
        }
    }

    /// The folder of a document of the year.
    fn folder(&self, document: &Document) -> Option<&'a FolderMove> {
        let mut folders = self.places.folders.iter();
        folders.find(|folder| *folder.from == *folder_of(&document.path))
    }

    /// What the item has to do with the document; gives the keys that it needs and has not.
    fn in_its_item(
        &self,
        document: &Document,
        edited: &mut EditedDocument<'_>,
        folder: &FolderMove,
        items: (&ItemDefinition, &ItemDefinition),
    ) -> Vec<String> {
        let (old, new) = items;
        if edited.has("components") {
            edited.components(old, new);
        }
        edited.also(new);
        let years = (self.lists.before.fiscal_year, self.lists.new.fiscal_year);
        if let Some(before) = heir(self.lists.before, &folder.key) {
            edited.retell(&went(years, before, old), went(years, before, new));
        }
        let headed =
            |item: &ItemDefinition| format!("# ข้อ {} {}\n", item.number.label(), item.title);
        edited.retell(&headed(old), headed(new));
        let is_now = self.places.of(&document.path);
        if document.slug.is_none() && !is_lead(&is_now[folder.to.len() + 1..]) {
            return of_its_own(document, old, self.day);
        }
        Vec::new()
    }

    /// Keeps the addresses alive that a document and its files have had, if they were published.
    fn keep(&mut self, document: &Document, edited: &mut EditedDocument<'_>, folder: &FolderMove) {
        let year = self.lists.new.fiscal_year;
        let has_moved = folder.new != Some(folder.old);
        let mut names: Vec<String> = Vec::new();
        // They are names in the item where the document stood.
        let earlier = document.formerly.iter().map(|name| &name.value);
        names.extend(earlier.map(|name| {
            let place = FormerPlace::Item(year, folder.old);
            let read = FormerName::parse(name, place, &self.site.config.base);
            match read {
                Ok(found) if has_moved => found.shown(),
                _ => name.clone(),
            }
        }));
        let Some(number) = folder.new else { return };
        let old = folder.old;
        let mut candidates = Vec::new();
        if self.speaks_for_its_item(document) {
            let (was, now) = (address::item(year, old), address::item(year, number));
            candidates.push((was, now, format!("{old}/")));
        }
        for path in self.published(document) {
            let inside = &path[folder.from.len() + 1..];
            let was = of_file(year, old, inside);
            let now = of_file(year, number, &self.places.of(path)[folder.to.len() + 1..]);
            candidates.push((
                was,
                now,
                FormerName::of_path(FormerPlace::Item(year, old), inside).shown(),
            ));
        }
        for (was, now, name) in candidates {
            if was == now {
                continue;
            }
            if self.taken.insert(was.clone()) {
                self.plan.kept += 1;
                names.push(name);
            } else if name != format!("{old}/") {
                // Of an item's page another item has the address now; that is what a new list means.
                self.plan.lost.push(was);
            }
        }
        let earlier = document.formerly.iter().map(|name| &name.value);
        if !names.iter().eq(earlier) {
            let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
            edited.set("formerly", format!("[{}]", names.join(", ")));
        }
    }

    /// Whether a document answers for the page of its item: the lead, or the first that is published without it.
    fn speaks_for_its_item(&self, document: &Document) -> bool {
        let item = self.site.item(document.year, document.item);
        let all = item.map_or(&[][..], |item| &item.documents);
        let published = all.iter().map(|id| self.site.document(*id));
        let mut published: Vec<&Document> =
            published.filter(|one| self.site.is_rendered(one)).collect();
        published.sort_by_key(|one| one.slug.is_some());
        published
            .first()
            .is_some_and(|first| first.path == document.path)
    }

    /// A further document and the files that it is the first to have, as far as they are published.
    fn published(&self, document: &'a Document) -> Vec<&'a SitePath> {
        if !self.site.is_rendered(document) {
            return Vec::new();
        }
        let own = document.slug.is_some().then_some(&document.path);
        let files = document.evidence.iter().map(|id| self.site.file(*id));
        let files = files.filter(|file| file.item == Some((document.year, document.item)));
        let first = files.filter(|file| {
            let owners = file.owners.iter().map(|id| self.site.document(*id));
            let beside = owners.filter(|owner| Some((owner.year, owner.item)) == file.item);
            let mut published = beside.filter(|owner| self.site.is_rendered(owner));
            published
                .next()
                .is_some_and(|owner| owner.path == document.path)
        });
        own.into_iter()
            .chain(first.map(|file| &file.path))
            .collect()
    }

    /// The addresses of the year that were published and are none of anything any more.
    fn ended(&self) -> Vec<String> {
        let year = self.lists.new.fiscal_year;
        let documents = self.site.documents.iter();
        let documents = documents.filter(|one| one.year == year && self.site.is_rendered(one));
        let files = self.site.evidence.iter();
        let files = files.filter(|file| {
            file.item.is_some_and(|(of, _)| of == year) && self.site.is_published(file)
        });
        let addresses = documents.map(|one| &one.address);
        let addresses = addresses.chain(files.map(|file| &file.address));
        addresses
            .filter(|address| !self.taken.contains(*address))
            .cloned()
            .collect()
    }

    /// What the free pages and the home page lead to.
    fn page(&mut self, page: &Page) {
        let Some(text) = self.files.text(&page.path) else {
            return;
        };
        let folder = folder_of(&page.path);
        let at = Standpoint {
            folders: (folder, folder),
            // There a number means the current list.
            is_of_year: self.site.current == Some(self.lists.new.fiscal_year),
        };
        let links = page.body.links.iter();
        let links = links
            .map(|link| (link.href.clone(), link.at.clone()))
            .collect();
        let becomes = |href: &str| self.numbers.reference(at, href);
        let changed = written_anew(text, &page.body.range, links, &becomes);
        self.plan.references += changed.edits.len();
        let by_hand: Vec<String> = changed.by_hand.into_iter().collect();
        if !by_hand.is_empty() {
            let notes = vec![Note::ByHand(by_hand)];
            self.plan.notes.push((page.path.clone(), notes));
        }
        let mut edits: Vec<_> = changed
            .edits
            .into_iter()
            .map(|(range, new, _)| (range, new))
            .collect();
        edits.sort_by_key(|(range, _)| range.start);
        self.change(&page.path, text, replaced(text, edits));
    }
}
