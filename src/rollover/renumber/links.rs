//! What the references of a site must say once the items of a year have other numbers.
//!
//! In: where everything goes. Out: for a reference as it is written, what it must say. What the new list has no item
//! for is found in the year before, where there is the same.

use std::collections::HashMap;

use super::places::{FolderMove, NewPlaces};
use crate::assemble::links::file_reference;
use crate::files::{Files, SitePath, relative, stem};
use crate::model::{FiscalYear, Framework, ItemNumber, Site, address, item_in};
use crate::parse::reference::{canonical, decode, nfc};
use crate::rollover::compare::heir;
use crate::rollover::mark::{is_document, is_lead};
use crate::rollover::references::Becomes;

/// Everything that is known of where things go.
pub(super) struct NewNumbers<'a> {
    site: &'a Site,
    files: &'a Files,
    /// The list of the year before.
    from: &'a Framework,
    year: FiscalYear,
    folders: HashMap<ItemNumber, &'a FolderMove>,
    /// The new path of every file, by its old one in one spelling.
    places: HashMap<String, SitePath>,
    /// The new address of everything that has one, by its old one.
    pub(super) addresses: HashMap<String, String>,
    /// The document that was the lead of an item which is a part of another now.
    leads: HashMap<ItemNumber, SitePath>,
}

/// Where a text stands whose references are looked at.
#[derive(Clone, Copy)]
pub(super) struct Standpoint<'a> {
    /// Its folder, as it is and as it will be.
    pub(super) folders: (&'a str, &'a str),
    /// Whether `o12` means an item of the year.
    pub(super) is_of_year: bool,
}

impl<'a> NewNumbers<'a> {
    pub(super) fn new(
        site: &'a Site,
        files: &'a Files,
        from: &'a Framework,
        new: &Framework,
        places: &'a NewPlaces,
    ) -> Self {
        let year = new.fiscal_year;
        let mut numbers = Self {
            site,
            files,
            from,
            year,
            folders: HashMap::new(),
            places: HashMap::new(),
            addresses: HashMap::new(),
            leads: HashMap::new(),
        };
        for folder in &places.folders {
            numbers.folders.insert(folder.old, folder);
        }
        for (old, now) in &places.files {
            numbers.places.insert(canonical(old), now.clone());
        }
        for folder in &places.folders {
            let Some(number) = folder.new else { continue };
            let item = address::item(year, folder.old);
            let mut now = address::item(year, number);
            for (old, _) in files.below(&folder.from) {
                let Some(place) = places.files.get(old).map(|place| (old, place)) else {
                    continue;
                };
                let inside = |path: &str, folder: &str| path[folder.len() + 1..].to_owned();
                let (was, is) = (inside(place.0, &folder.from), inside(place.1, &folder.to));
                if is_lead(&was) && !is_lead(&is) {
                    numbers.leads.insert(folder.old, place.1.clone());
                    now = of_document(year, number, &is);
                } else if !is_lead(&was) {
                    let (was, is) = (of_file(year, folder.old, &was), of_file(year, number, &is));
                    numbers.addresses.insert(was, is);
                }
            }
            numbers.addresses.insert(item, now);
        }
        numbers
    }

    /// What becomes of a reference.
    pub(super) fn reference(&self, at: Standpoint<'_>, href: &str) -> Becomes {
        let base = &self.site.config.base;
        if let Some(inside) = base.inside(href) {
            return match self.address(&inside) {
                Becomes::Written(now) => Becomes::Written(base.whole(&now)),
                other => other,
            };
        }
        if href.starts_with('/') {
            return self.address(href);
        }
        let (path, rest) = href.split_at(href.find(['#', '?']).unwrap_or(href.len()));
        if let Some((year, number)) = item_in(path.trim_end_matches('/')) {
            let is_meant = year.map_or(at.is_of_year, |year| year == self.year);
            return if is_meant {
                self.item(at, year.is_some(), number, rest)
            } else {
                Becomes::Same
            };
        }
        match file_reference(at.folders.0, href) {
            Some(target) => self.file(at, &canonical(&target), path, rest),
            None => Becomes::Same,
        }
    }

    /// The number of a subject in the year before.
    fn before(&self, folder: &FolderMove) -> Option<ItemNumber> {
        heir(self.from, &folder.key).map(|item| item.number)
    }

    /// `o12` or `2567/o12`. `with_year`: as the second.
    fn item(&self, at: Standpoint<'_>, with_year: bool, number: ItemNumber, rest: &str) -> Becomes {
        let Some(folder) = self.folders.get(&number) else {
            return Becomes::Same;
        };
        let year = if with_year {
            format!("{}/", self.year)
        } else {
            String::new()
        };
        match (folder.new, self.leads.get(&number)) {
            // Its headings stand on another page now.
            (Some(_), Some(lead)) if rest.starts_with('#') && at.is_of_year => {
                Becomes::Written(way(at.folders.1, lead) + rest)
            }
            (Some(now), _) if now == number => Becomes::Same,
            (Some(now), _) => Becomes::Written(format!("{year}{now}{rest}")),
            (None, _) => match self.before(folder) {
                Some(old) => Becomes::Written(format!("{}/{old}{rest}", self.from.fiscal_year)),
                None => Becomes::Lost,
            },
        }
    }

    /// An address on the site, from `/` on.
    fn address(&self, href: &str) -> Becomes {
        let (path, rest) = href.split_at(href.find(['#', '?']).unwrap_or(href.len()));
        let plain = address::of_output(&nfc(&decode(path.trim_start_matches('/'))));
        let found = self.addresses.get(&plain);
        let found = found.or_else(|| {
            self.addresses
                .get(&format!("{}/", plain.trim_end_matches('/')))
        });
        if let Some(now) = found {
            let is_same = now.trim_end_matches('/') == plain.trim_end_matches('/');
            return if is_same {
                Becomes::Same
            } else {
                Becomes::Written(format!("{now}{rest}"))
            };
        }
        let mut parts = plain.trim_matches('/').split('/');
        let is_of_year = parts.next() == Some(&self.year.to_string());
        let number = parts.next().and_then(ItemNumber::parse);
        let folder = number.and_then(|number| self.folders.get(&number));
        match folder.filter(|folder| is_of_year && folder.new.is_none()) {
            None => Becomes::Same,
            Some(folder) => match self.before(folder).filter(|_| parts.next().is_none()) {
                Some(old) => {
                    let now = address::item(self.from.fiscal_year, old);
                    Becomes::Written(format!("{now}{rest}"))
                }
                None => Becomes::Lost,
            },
        }
    }

    /// A path, of which `target` is where it leads.
    fn file(&self, at: Standpoint<'_>, target: &str, path: &str, rest: &str) -> Becomes {
        let own_year = format!("content/{}/", self.year);
        let Some(inside) = target.strip_prefix(&own_year) else {
            return Becomes::Same;
        };
        let (item, inside) = inside.split_once('/').unwrap_or((inside, ""));
        let number = ItemNumber::parse(item);
        let Some(folder) = number.and_then(|number| self.folders.get(&number)) else {
            return Becomes::Same;
        };
        let now: SitePath = match (folder.new, self.places.get(target)) {
            (None, _) => match self.same_before(folder, inside) {
                Some(path) => path,
                None => return Becomes::Lost,
            },
            (Some(_), Some(now)) => now.clone(),
            (Some(_), None) if inside.is_empty() => folder.to.clone(),
            // It was not there before.
            (Some(_), None) => return Becomes::Same,
        };
        let is_right = file_reference(at.folders.1, path)
            .is_some_and(|path| canonical(&path) == canonical(&now));
        if is_right {
            return Becomes::Same;
        }
        let mut written = way(at.folders.1, &now);
        if decode(path) != path {
            written = written.replace('%', "%25").replace(' ', "%20");
        }
        Becomes::Written(written + rest)
    }

    /// The same file of the same subject in the year before.
    fn same_before(&self, folder: &FolderMove, inside: &str) -> Option<SitePath> {
        let item = self
            .site
            .item(self.from.fiscal_year, self.before(folder)?)?;
        let old = item.folder.as_ref()?;
        if inside.is_empty() {
            return Some(old.clone());
        }
        let wanted = canonical(&format!("{old}/{inside}"));
        let mut below = self.files.below(old).map(|(path, _)| path);
        below.find(|path| canonical(path) == wanted).cloned()
    }
}

/// The address of a document or evidence file of an item, by its path in the item's folder.
pub(super) fn of_file(year: FiscalYear, number: ItemNumber, inside: &str) -> String {
    if is_lead(inside) {
        address::item(year, number)
    } else if is_document(inside) {
        of_document(year, number, inside)
    } else {
        address::of_output(&address::file_output(year, number, inside))
    }
}

fn of_document(year: FiscalYear, number: ItemNumber, inside: &str) -> String {
    address::document(year, number, &nfc(stem(inside)))
}

/// A path from a folder to a file or folder of the site.
fn way(from: &str, to: &str) -> String {
    let way = relative(from, to);
    if way.is_empty() { ".".to_owned() } else { way }
}
