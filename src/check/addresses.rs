//! No two things are published at one address, on servers that ignore case included.

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};

use super::checked::Checked;
use crate::files::SitePath;
use crate::model::address;
use crate::problem::{Diagnostic, Diagnostics, FolderFault};
use crate::span::Span;

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let site = checked.site;
    let documents = site
        .documents
        .iter()
        .filter(|document| document.slug.is_some())
        .map(|document| (document.address.clone(), &document.path));
    let pages = site
        .pages
        .iter()
        .map(|page| (address::page(&page.slug), &page.path));
    let evidence = site
        .evidence
        .iter()
        .map(|file| (file.address.clone(), &file.path));
    let mut taken: HashMap<String, &SitePath> = HashMap::new();
    let pages_of_items = site.years.iter().flat_map(|year| {
        let fiscal_year = year.fiscal_year();
        let items = year.items.iter();
        items.map(move |item| place(&address::item(fiscal_year, item.number)))
    });
    // Hardly a file is called index.html, and without one nobody asks.
    let page_places = LazyCell::new(|| {
        let documents = site.documents.iter();
        let documents = documents.map(|document| place(&document.address));
        let pages = site.pages.iter();
        let pages = pages.map(|page| place(&address::page(&page.slug)));
        let all = pages_of_items.chain(documents).chain(pages);
        all.collect::<HashSet<String>>()
    });
    for (address, path) in documents.chain(pages).chain(evidence) {
        let place = place(&address);
        let is_page_file = place
            .strip_suffix("/index.html")
            .is_some_and(|page| page_places.contains(page));
        let other = if is_page_file {
            Some("index.html".to_owned())
        } else {
            taken.get(&place).map(ToString::to_string)
        };
        match other {
            // Two documents of one name have been reported as such.
            Some(other) if same_name(&other, path) => {}
            Some(other) => {
                let problem = FolderFault::AddressClash { address, other };
                findings.push(Diagnostic::new(problem, Span::whole(path)));
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
