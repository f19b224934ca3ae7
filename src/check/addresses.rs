//! No two things are published at one address, on servers that ignore case included.

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};

use super::checked::Checked;
use crate::files::SitePath;
use crate::model::address;
use crate::problem::{Diagnostic, Diagnostics, FolderFault};

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let site = checked.site;
    let documents = || {
        let documents = site.documents.iter();
        let further = documents.filter(|document| document.slug.is_some());
        further.map(|document| (document.address.clone(), &document.path))
    };
    let pages = || {
        let pages = site.pages.iter();
        pages.map(|page| (address::page(&page.slug), &page.path))
    };
    let evidence = site.evidence.iter();
    let evidence = evidence.map(|file| (file.address.clone(), &file.path));
    let items = site.years.iter().flat_map(|year| {
        let fiscal_year = year.fiscal_year();
        let items = year.items.iter();
        items.map(move |item| address::item(fiscal_year, item.number))
    });
    // Hardly a file is called index.html, and without one nobody asks.
    let page_places = LazyCell::new(|| {
        let others = documents().chain(pages()).map(|(address, _)| address);
        let all = items.chain(others).map(|address| place(&address));
        all.collect::<HashSet<String>>()
    });
    let mut taken: HashMap<String, &SitePath> = HashMap::new();
    for (address, path) in documents().chain(pages()).chain(evidence) {
        let place = place(&address);
        let page = place.strip_suffix("/index.html");
        let other = match page.filter(|page| page_places.contains(*page)) {
            Some(_) => Some(None),
            None => taken.get(&place).map(|other| Some(other.to_string())),
        };
        match other {
            // Two documents of one name have been reported as such.
            Some(Some(other)) if same_name(&other, path) => {}
            Some(other) => {
                let problem = FolderFault::AddressClash { address, other };
                findings.push(Diagnostic::whole(problem, path));
            }
            None => {
                taken.insert(place, path);
            }
        }
    }
}

/// Whether two files differ in their ending at most.
fn same_name(one: &str, other: &str) -> bool {
    let stem = |path: &str| path.rsplit_once('.').map(|(stem, _)| stem.to_lowercase());
    let is_document = |path: &str| {
        let path = path.to_lowercase();
        [".md", ".toml"].iter().any(|ending| path.ends_with(ending))
    };
    is_document(one) && is_document(other) && stem(one) == stem(other)
}

/// What a file system that ignores case would see: `/2566/o1/plan/` and `/2566/o1/PLAN` are one.
fn place(address: &str) -> String {
    address.trim_end_matches('/').to_lowercase()
}
