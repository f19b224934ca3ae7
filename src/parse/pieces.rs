//! The whole site folder in pieces: what lies in it, and what each document says.
//!
//! In: an [`Inventory`] and its documents, read. Out: [`Pieces`], ready to be put together.

use std::sync::Arc;

use super::inventory::Inventory;
use crate::model::Written;
use crate::problem::Diagnostics;

/// A site folder, read but not yet put together.
pub struct Pieces {
    /// Everything but the documents of items.
    pub inventory: Inventory,
    /// The documents of all items that have a place in a tree, by path.
    pub documents: Vec<Arc<Written>>,
}

/// Puts the documents of an inventory beside the rest. `documents` are in the order of its list.
pub fn pieces(
    mut inventory: Inventory,
    documents: impl IntoIterator<Item = (Arc<Written>, Diagnostics)>,
) -> (Pieces, Diagnostics) {
    let mut findings = std::mem::take(&mut inventory.findings);
    let mut placed = Vec::with_capacity(inventory.documents.len());
    for (listed, (document, found)) in inventory.documents.iter().zip(documents) {
        let (year, item) = (listed.place.year, listed.place.item);
        findings.extend(found.into_iter().map(|finding| finding.about(year, item)));
        placed.extend(listed.has_place.then_some(document));
    }
    let pieces = Pieces {
        inventory,
        documents: placed,
    };
    (pieces, findings)
}
