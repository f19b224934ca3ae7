//! The whole site folder in pieces: what lies in it, and what each document says.
//!
//! In: an [`Inventory`] and its documents, read. Out: [`Pieces`], ready to be put together.

use std::sync::Arc;

use super::inventory::{Inventory, YearFolder, inventory};
use super::reading::{Reading, reading};
use crate::files::{Entry, Files, SitePath};
use crate::model::config::BaseUrl;
use crate::model::{Config, Document, OtherFrameworks, Page};
use crate::problem::Diagnostics;

/// A site folder, read but not yet put together.
pub struct Pieces {
    /// The settings.
    pub config: Config,
    /// The years, oldest first.
    pub years: Vec<YearFolder>,
    /// The trees of years without a folder.
    pub other_frameworks: OtherFrameworks,
    /// The documents of all items that have a place in a tree, by path.
    pub documents: Vec<Arc<Document>>,
    /// The free pages and the home page's text.
    pub pages: Vec<Page>,
    /// Files beside the free pages.
    pub page_files: Vec<SitePath>,
}

/// Puts the documents of an inventory beside the rest. `readings` are in the order of its list.
pub fn pieces(
    inventory: &Inventory,
    readings: impl IntoIterator<Item = Reading>,
) -> (Pieces, Diagnostics) {
    let mut findings = inventory.findings.clone();
    let mut documents = Vec::with_capacity(inventory.documents.len());
    for (listed, (document, found)) in inventory.documents.iter().zip(readings) {
        let (year, item) = (listed.place.year, listed.place.item);
        findings.extend(found.into_iter().map(|finding| finding.about(year, item)));
        documents.extend(document.filter(|_| listed.has_place));
    }
    let pieces = Pieces {
        config: inventory.config.clone(),
        years: inventory.years.clone(),
        other_frameworks: inventory.other_frameworks.clone(),
        documents,
        pages: inventory.pages.clone(),
        page_files: inventory.page_files.clone(),
    };
    (pieces, findings)
}

/// The pieces of a site whose texts are all held in memory.
pub fn of_held(files: &Files, base_url: Option<&BaseUrl>) -> (Pieces, Diagnostics) {
    let inventory = inventory(files, base_url);
    let entry = |path| files.entries.get(path).unwrap_or(&Entry::Link);
    let read = |listed| reading(listed, entry(&listed.path));
    pieces(&inventory, inventory.documents.iter().map(read))
}
