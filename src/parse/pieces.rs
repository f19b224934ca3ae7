//! The whole site folder in pieces: what lies in it, and what each document says.
//!
//! In: an [`Inventory`] and its documents, read. Out: [`Pieces`], ready to be put together.

use std::sync::Arc;

use super::inventory::{Inventory, YearFolder};
use crate::files::SitePath;
use crate::model::{Config, Framework, Page, Written};
use crate::problem::Diagnostics;

/// A site folder, read but not yet put together.
pub struct Pieces {
    /// The settings of `site.toml`.
    pub config: Config,
    /// The years, oldest first.
    pub years: Vec<YearFolder>,
    /// The trees of years without a folder.
    pub other_frameworks: Vec<Framework>,
    /// The documents of all items that have a place in a tree, by path.
    pub documents: Vec<Arc<Written>>,
    /// The free pages and the home page's text.
    pub pages: Vec<Page>,
    /// Files beside the free pages.
    pub page_files: Vec<SitePath>,
}

/// Puts the documents of an inventory beside the rest. `documents` are in the order of its list.
pub fn pieces(
    inventory: Inventory,
    documents: impl IntoIterator<Item = (Arc<Written>, Diagnostics)>,
) -> (Pieces, Diagnostics) {
    let mut findings = inventory.findings;
    let mut placed = Vec::with_capacity(inventory.documents.len());
    for (listed, (document, found)) in inventory.documents.iter().zip(documents) {
        let (year, item) = (listed.place.year, listed.place.item);
        findings.extend(found.into_iter().map(|finding| finding.about(year, item)));
        placed.extend(listed.has_place.then_some(document));
    }
    let pieces = Pieces {
        config: inventory.config,
        years: inventory.years,
        other_frameworks: inventory.other_frameworks,
        documents: placed,
        pages: inventory.pages,
        page_files: inventory.page_files,
    };
    (pieces, findings)
}
