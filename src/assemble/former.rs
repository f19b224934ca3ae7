//! Addresses that documents, free pages and files had before.
//!
//! In: a site whose documents and files have their addresses. Out: for each name in a `formerly` the address it
//! stood for and what stands there now, and what is wrong with the names. An address that was handed in is opened
//! months later, whatever the file is called by then.

use std::collections::HashSet;

use crate::files::{ending, file_name};
use crate::model::{
    DocumentId, Evidence, EvidenceId, FormerAddress, FormerTarget, Framework, ItemNumber, Site,
    address,
};
use crate::parse::former_name::{FormerName, FormerPlace, NotFormer};
use crate::parse::quoted::quoted;
use crate::parse::reference::nfc;
use crate::problem::{Diagnostic, Diagnostics, Meant, ReferenceFault};
use crate::span::Located;
use crate::thai::nearest::nearest;

/// A text with a `formerly`.
struct Keeper<'a> {
    target: FormerTarget,
    place: FormerPlace,
    /// Its own address.
    address: String,
    names: &'a [Located<String>],
    /// The files that may have taken the place of others.
    files: Vec<EvidenceId>,
}

/// The former addresses of all documents and free pages, in their order.
pub(super) fn former(site: &Site) -> (Vec<FormerAddress>, Diagnostics) {
    let mut findings = Diagnostics::new();
    let mut former = Vec::new();
    let keepers: Vec<Keeper<'_>> = of_documents(site).chain(of_pages(site)).collect();
    if keepers.is_empty() {
        return (former, findings);
    }
    let mut taken = Taken::of(site);
    let last = last_item(site);
    for keeper in &keepers {
        for name in keeper.names {
            match kept(site, keeper, name, last) {
                Ok(found) if taken.add(&found.address) => former.push(found),
                Ok(_) => {
                    let name_now = name.value.clone();
                    findings.push(Diagnostic::new(
                        ReferenceFault::FormerlyTaken { name: name_now },
                        name.at.clone(),
                    ));
                }
                Err(fault) => findings.push(Diagnostic::new(fault, name.at.clone())),
            }
        }
    }
    (former, findings)
}

fn of_documents(site: &Site) -> impl Iterator<Item = Keeper<'_>> {
    let documents = (0..).map(DocumentId).zip(&site.documents);
    let named = documents.filter(|(_, document)| !document.formerly.is_empty());
    named.map(|(id, document)| Keeper {
        target: FormerTarget::Document(id),
        place: FormerPlace::Item(document.year, document.item),
        address: document.address.clone(),
        names: &document.formerly,
        files: document.evidence.clone(),
    })
}

fn of_pages(site: &Site) -> impl Iterator<Item = Keeper<'_>> {
    let pages = site.pages.iter().enumerate();
    let named = pages.filter(|(_, page)| !page.formerly.is_empty());
    named.map(|(at, page)| {
        let files = (0..).map(EvidenceId).zip(&site.evidence);
        let beside = files.filter(|(_, file)| file.item.is_none());
        Keeper {
            target: FormerTarget::Page(at),
            place: FormerPlace::Pages,
            address: address::page(&page.slug),
            names: &page.formerly,
            files: beside.map(|(id, _)| id).collect(),
        }
    })
}

/// The highest number of an item in any list that is known: a list that came late may have fewer than the one before.
fn last_item(site: &Site) -> Option<ItemNumber> {
    let own = site.years.iter().map(|year| &*year.framework);
    let all = own.chain(&site.other_frameworks);
    let items = all.flat_map(Framework::items);
    items.map(|(_, _, item)| item.number).max()
}

/// What a name stood for, and what stands there now.
fn kept(
    site: &Site,
    keeper: &Keeper<'_>,
    name: &Located<String>,
    last: Option<ItemNumber>,
) -> Result<FormerAddress, ReferenceFault> {
    let written = || name.value.clone();
    let year = match keeper.place {
        FormerPlace::Item(year, _) => Some(year.number()),
        FormerPlace::Pages => None,
    };
    let elsewhere = || ReferenceFault::FormerlyElsewhere {
        name: written(),
        year,
    };
    let found = FormerName::parse(&name.value, keeper.place, &site.config.base);
    let found = found.map_err(|why| match why {
        NotFormer::Elsewhere => elsewhere(),
        NotFormer::OfYear(year, there) => ReferenceFault::FormerlyOfYear {
            name: written(),
            year: year.number(),
            there,
        },
        NotFormer::Encoded(meant) => {
            let by = quoted(&meant);
            let meant = Box::new(Meant {
                shown: by.clone(),
                replaces: name.at.range.clone(),
                by,
                // A file may have been called so.
                is_sure: false,
            });
            let name = written();
            ReferenceFault::FormerlyEncoded { name, meant }
        }
    })?;
    if let FormerPlace::Item(_, item) = found.place
        && last.is_some_and(|last| item > last)
    {
        return Err(elsewhere());
    }
    let address = found.address();
    if address == keeper.address {
        return Err(ReferenceFault::FormerlyOwn { name: written() });
    }
    let now = match &found.kind {
        None => keeper.target,
        Some(kind) => {
            let file = successor(site, &keeper.files, &found.inside, kind);
            let file = file.ok_or_else(|| ReferenceFault::FormerlyWithoutFile { name: written() });
            FormerTarget::File(file?)
        }
    };
    Ok(FormerAddress { address, now })
}

/// The file that took the place of another: one that only lies elsewhere now, else of several of its kind the one with
/// the nearest name, else the first.
fn successor(site: &Site, files: &[EvidenceId], name: &str, kind: &str) -> Option<EvidenceId> {
    let is_like = |id: &&EvidenceId| ending(&site.file(**id).name).eq_ignore_ascii_case(kind);
    let candidates: Vec<EvidenceId> = files.iter().filter(is_like).copied().collect();
    let (path, own) = (nfc(name), nfc(file_name(name)));
    let lies_elsewhere = |id: &&EvidenceId| site.file(**id).path.ends_with(&*format!("/{path}"));
    let has_its_name = |id: &&EvidenceId| site.file(**id).name == own;
    let exact = candidates.iter().find(lies_elsewhere);
    if let Some(id) = exact.or_else(|| candidates.iter().find(has_its_name)) {
        return Some(*id);
    }
    let names = candidates.iter().map(|id| &*site.file(*id).name);
    let near = nearest(file_name(name), names);
    let mut all = candidates.iter();
    let by_name = all.find(|id| Some(&*site.file(**id).name) == near.as_deref());
    by_name.or(candidates.first()).copied()
}

/// The files that there will be below the output folder, and the folders that they need.
struct Taken {
    files: HashSet<String>,
    folders: HashSet<String>,
}

impl Taken {
    fn of(site: &Site) -> Self {
        let mut taken = Self {
            files: HashSet::new(),
            folders: HashSet::new(),
        };
        let documents = site
            .documents
            .iter()
            .filter(|document| site.is_rendered(document));
        for document in documents {
            taken.add(&document.address);
        }
        let files = site.evidence.iter().map(|file: &Evidence| &file.address);
        files.for_each(|address| {
            taken.add(address);
        });
        for page in &site.pages {
            taken.add(&address::page(&page.slug));
        }
        for year in &site.years {
            for item in &year.items {
                taken.add(&address::item(year.fiscal_year(), item.number));
            }
        }
        taken
    }

    /// Adds an address; `false` where something else stands there, or a file where a folder must be.
    fn add(&mut self, address: &str) -> bool {
        let output = address::to_output(address.trim_start_matches('/'));
        let above = output.match_indices('/').map(|(end, _)| &output[..end]);
        let is_free = !self.files.contains(&output)
            && !self.folders.contains(&output)
            && !above.clone().any(|folder| self.files.contains(folder));
        if is_free {
            self.folders.extend(above.map(str::to_owned));
            self.files.insert(output);
        }
        is_free
    }
}
