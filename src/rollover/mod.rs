//! The next year from this one, as a plan: what is carried, what starts empty, what is gone.
//!
//! In: the site, its files and the two years' trees. Out: a [`Plan`], a value; nothing is written
//! here. The rule of the item in the new tree decides: what asks for no time stays in force and is
//! carried as drafts, what is of a year starts empty, and a document whose period still covers the
//! new year goes on.

mod carry;
pub mod compare;
mod edit;
pub mod mark;
pub mod provisional;
mod references;
pub mod renumber;

use std::collections::{HashMap, HashSet};

use crate::files::{Files, SitePath, file_name, folder_of};
use crate::model::{
    Document, Evidence, FiscalYear, ItemDefinition, ItemNumber, Rule, Site, Standing, address,
};
use crate::parse::reference::canonical;
use compare::Origin;
pub use compare::Trees;
use mark::folders;
use references::{Destination, Moved};

/// What is to be done for a new year.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Every item of the new tree, in order.
    pub items: Vec<ItemPlan>,
    /// Items of the old tree that the new one has not, with their folders.
    pub dropped: Vec<(ItemDefinition, Option<SitePath>)>,
}

/// What a clerk has to look at in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// Its period, as written, says nothing of the new year and was commented out.
    Period(String),
    /// Components with these numbers are not asked for any more, or in other words.
    Components(Vec<i64>),
    /// The list of further items names one that is gone, and was commented out.
    Also,
    /// References that lead to the old year.
    OldYear(Vec<String>),
    /// References that must be mended by hand.
    ByHand(Vec<String>),
}

/// What is to be done for an item.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemPlan {
    /// The definition of the item in the new year.
    pub item: ItemDefinition,
    /// What it came from.
    pub origin: Origin,
    /// The texts of components that are new or in other words, and of those that are gone.
    pub components: (Vec<String>, Vec<String>),
    /// Its folder, there or to be made.
    pub folder: SitePath,
    /// What is done.
    pub action: Action,
}

/// What is done for an item.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Nothing: its folder has documents, or files that a draft would hide.
    Leave,
    /// A scaffold with this line, naming last year's folder.
    Start(String),
    /// Documents are carried.
    Carry(Vec<Carried>),
}

/// A document that is carried as a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    /// The path of the draft in the new year.
    pub to: SitePath,
    /// The whole text of the draft.
    pub text: String,
    /// Evidence files that go along, from where to where.
    pub files: Vec<(SitePath, SitePath)>,
    /// What to look at.
    pub notes: Vec<Note>,
}

/// Works out the plan for the year of the new tree from the year of the old one. `day` is given to
/// documents that must have a date and have none.
pub fn plan(site: &Site, files: &Files, trees: Trees<'_>, day: &str) -> Plan {
    let (from, new) = (trees.old.fiscal_year, trees.new);
    let existing = folders(files, new.fiscal_year);
    let folder = |number: ItemNumber| {
        let new_name = || format!("content/{}/{}", new.fiscal_year, number.folder_name()).into();
        existing.get(&number).cloned().unwrap_or_else(new_name)
    };
    let mut moved = Moved {
        trees,
        places: HashMap::new(),
        folders: HashMap::new(),
    };
    let mut chosen = Vec::new();
    for (_, _, item) in new.items() {
        let folder = folder(item.number);
        let origin = trees.origin(item);
        let mut going = choose(site, trees, item, &origin);
        let mut places = place(site, &going, &folder);
        let is_free = is_free(files, &folder, &places);
        if is_free {
            moved.places.extend(places.drain(..));
        } else {
            going.clear();
        }
        moved.folders.insert(item.number, folder.clone());
        chosen.push((item, origin, folder, is_free, going));
    }
    let items = chosen
        .into_iter()
        .map(|(item, origin, folder, is_free, going)| {
            let action = if !is_free {
                Action::Leave
            } else if going.is_empty() {
                Action::Start(start(site, from, item, &origin))
            } else {
                Action::Carry(carried(site, files, item, &going, &moved, day))
            };
            ItemPlan {
                components: changed_components(trees, &origin, item),
                item: item.clone(),
                origin,
                folder,
                action,
            }
        });
    Plan {
        items: items.collect(),
        dropped: dropped(site, trees),
    }
}

/// A document that goes on, the item it stood under, and whether that one is the main one.
type Going<'a> = (&'a Document, &'a ItemDefinition, bool);

/// The documents of the old year that are still right for an item.
fn choose<'a>(
    site: &'a Site,
    trees: Trees<'a>,
    item: &ItemDefinition,
    origin: &Origin,
) -> Vec<Going<'a>> {
    let mut going = Vec::new();
    for definition in origin.all() {
        let Some(old) = trees.old.item(definition.number) else {
            continue;
        };
        let place = site.item(trees.old.fiscal_year, old.number);
        let all = place.map_or(&[][..], |place| &place.documents);
        let all = || all.iter().map(|id| site.document(*id));
        // A lead document without content sets the item's units: it goes where others go.
        let (mut stay, leads): (Vec<&Document>, Vec<&Document>) = all()
            .filter(|document| document.standing != Standing::Draft)
            .partition(|document| document.standing != Standing::Stub);
        stay.retain(|document| stays(document, item, trees.new.fiscal_year));
        if !stay.is_empty() {
            stay.extend(leads.into_iter().filter(|lead| lead.slug.is_none()));
        }
        let is_main = going.is_empty();
        going.extend(stay.into_iter().map(|document| (document, old, is_main)));
    }
    going
}

/// Whether a document is still right in the new year, by the item's rule there.
fn stays(document: &Document, item: &ItemDefinition, year: FiscalYear) -> bool {
    let covers = || {
        let period = document.stated_period();
        period.is_some_and(|period| carry::covers(&period, item, year))
    };
    match item.timing.rule {
        Rule::Any => true,
        Rule::Current | Rule::Spans => covers(),
        // Reports of a time that is over.
        Rule::FirstHalf | Rule::Previous => false,
    }
}

/// Whether nobody has begun with an item: its folder has no document, and no file but those that an
/// earlier run copied before it was cut short. A draft would take other files from the site.
fn is_free(files: &Files, folder: &SitePath, places: &[(String, Destination)]) -> bool {
    let expected: HashSet<String> = (places.iter())
        .filter(|(_, place)| !place.is_document)
        .filter_map(|(old, place)| {
            let inside = old.splitn(4, '/').nth(3)?;
            Some(canonical(&place.path(inside)))
        })
        .collect();
    let mut there = files.below(folder).map(|(path, _)| path);
    there.all(|path| expected.contains(&canonical(path)))
}

/// Where documents and their evidence go, by their old path in one spelling.
fn place(site: &Site, going: &[Going<'_>], folder: &SitePath) -> Vec<(String, Destination)> {
    let mut places = Vec::new();
    for (document, old, is_main) in going {
        let key = address::ascii_name(&old.key).into_owned();
        let here = |is_document| Destination {
            folder: folder.clone(),
            key: (!is_main).then(|| key.clone()),
            is_document,
        };
        for file in own_evidence(site, document) {
            places.push((canonical(&file.path), here(false)));
        }
        places.push((canonical(&document.path), here(true)));
    }
    places
}

/// The evidence of a document that lies in its own folder.
fn own_evidence<'a>(site: &'a Site, document: &'a Document) -> impl Iterator<Item = &'a Evidence> {
    let files = document.evidence.iter().map(|id| site.file(*id));
    files.filter(|file| file.item == Some((document.year, document.item)))
}

fn carried(
    site: &Site,
    files: &Files,
    item: &ItemDefinition,
    going: &[Going<'_>],
    moved: &Moved<'_>,
    day: &str,
) -> Vec<Carried> {
    let drafts = going.iter().filter_map(|(document, old, _)| {
        let place = moved.places.get(&canonical(&document.path))?;
        let (text, notes) = carry::draft(&carry::Job {
            document,
            text: files.text(&document.path)?,
            items: (old, item),
            place,
            moved,
            day: day.to_owned(),
        });
        let evidence = own_evidence(site, document).filter_map(|file| {
            let place = moved.places.get(&canonical(&file.path))?;
            let inside = &file.path[folder_of(&document.path).len() + 1..];
            Some((file.path.clone(), place.path(inside)))
        });
        Some(Carried {
            to: place.path(file_name(&document.path)),
            text,
            files: evidence.collect(),
            notes,
        })
    });
    drafts.collect()
}

fn dropped(site: &Site, trees: Trees<'_>) -> Vec<(ItemDefinition, Option<SitePath>)> {
    let folder = |old: &ItemDefinition| {
        let item = site.item(trees.old.fiscal_year, old.number)?;
        item.folder.clone()
    };
    let dropped = trees.dropped().into_iter();
    dropped.map(|old| (old.clone(), folder(&old))).collect()
}

/// The line at the head of an empty document.
fn start(site: &Site, from: FiscalYear, item: &ItemDefinition, origin: &Origin) -> String {
    let old = origin.all().next().or(origin.part_of.as_ref());
    let folder = old
        .and_then(|old| site.item(from, old.number))
        .and_then(|old| old.folder.as_ref());
    let rest = match folder {
        Some(folder) => format!("เริ่มใหม่ ของปี {from} อยู่ที่ {folder}"),
        None => format!("เริ่มใหม่ ปี {from} ไม่มี"),
    };
    mark::mark(&item.key, &rest)
}

/// Components that came and went; nothing where either year's are not recorded.
fn changed_components(
    trees: Trees<'_>,
    origin: &Origin,
    item: &ItemDefinition,
) -> (Vec<String>, Vec<String>) {
    let Some(old) = origin.all().next() else {
        return Default::default();
    };
    if old.components.is_empty() || item.components.is_empty() {
        return Default::default();
    }
    let numbers = trees.components(old, item);
    let new = item.components.iter().enumerate();
    let came = new.filter(|(at, _)| !numbers.contains(&Some(at + 1)));
    let went = old.components.iter().zip(&numbers);
    let went = went.filter(|(_, number)| number.is_none());
    (
        came.map(|(_, component)| component.text.clone()).collect(),
        went.map(|(component, _)| component.text.clone()).collect(),
    )
}
