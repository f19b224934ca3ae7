//! Links that are evidence: those that lead an evaluator somewhere else.
//!
//! In: a document. Out: whether any of its `links` leads to more than its own page or to a program for
//! mail and telephone. What leads to what is not there is found when all links are checked.

use crate::files::folder_of;
use crate::model::config::BaseUrl;
use crate::model::{Document, address, item_in, leads_somewhere};
use crate::parse::reference::{canonical, join};

/// Whether any link of a document is evidence.
pub(super) fn has_evidence_links(document: &Document, base: &BaseUrl) -> bool {
    let mut links = document.links.iter();
    links.any(|link| is_evidence(&link.href, document, base))
}

fn is_evidence(href: &str, document: &Document, base: &BaseUrl) -> bool {
    let lower = href.trim().to_ascii_lowercase();
    let is_program = lower.starts_with("mailto:") || lower.starts_with("tel:");
    if is_program || !leads_somewhere(href) {
        return false;
    }
    let inside = base.inside(href);
    let path = inside.as_deref().unwrap_or(href.trim());
    let path = path.split(['#', '?']).next().unwrap_or("");
    if let Some((year, item)) = item_in(path.trim_matches('/')) {
        return year.is_some_and(|year| year != document.year) || item != document.item;
    }
    if path.starts_with('/') || inside.is_some() {
        let path = path.trim_matches('/');
        let own = [
            &document.address,
            &address::item(document.year, document.item),
        ];
        return own.iter().all(|own| own.trim_matches('/') != path);
    }
    let file = join(folder_of(&document.path), path);
    file.is_none_or(|file| canonical(&file) != canonical(&document.path))
}
