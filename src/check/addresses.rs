//! No two things are published at one address, on servers that ignore case included.

use std::collections::HashMap;

use super::Checked;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::address;
use crate::source::{SitePath, Span};

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let site = checked.site;
    let documents = site
        .documents
        .iter()
        .filter(|document| document.slug.is_some())
        .map(|document| (document.address(), &document.path));
    let pages = site
        .pages
        .iter()
        .map(|page| (address::page(&page.slug), &page.path));
    let evidence = site
        .evidence
        .iter()
        .map(|file| (file.address.clone(), &file.path));
    let mut taken: HashMap<String, &SitePath> = HashMap::new();
    for (address, path) in documents.chain(pages).chain(evidence) {
        let place = place(&address);
        let other = if is_page_file(&place) {
            Some("index.html".to_owned())
        } else {
            taken.get(&place).map(ToString::to_string)
        };
        match other {
            // Two documents of one name have been reported as such.
            Some(other) if same_name(&other, path) => {}
            Some(other) => {
                let problem = Problem::AddressClash { address, other };
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

/// A file that would stand where a page's own `index.html` stands.
fn is_page_file(place: &str) -> bool {
    place.ends_with("/index.html")
}
