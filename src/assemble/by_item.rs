//! Documents by their year and item.

use std::collections::HashMap;

use crate::model::{Document, DocumentId, FiscalYear, ItemNumber};

/// The documents of each item of each year.
pub(super) type ByItem = HashMap<(FiscalYear, ItemNumber), Vec<DocumentId>>;

pub(super) fn by_item(documents: &[Document]) -> ByItem {
    let place = |document: &Document| (document.year, document.item);
    let mut by_item = ByItem::new();
    let mut first = 0;
    for of_folder in documents.chunk_by(|one, other| place(one) == place(other)) {
        let end = first + of_folder.len();
        let ids = by_item.entry(place(&of_folder[0])).or_default();
        ids.extend((first..end).map(DocumentId));
        first = end;
    }
    by_item
}
