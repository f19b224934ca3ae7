//! Documents by their year and item.

use std::collections::HashMap;

use crate::model::{Document, DocumentId, FiscalYear, ItemNumber};

/// The documents of each item of each year.
pub(super) type ByItem = HashMap<(FiscalYear, ItemNumber), Vec<DocumentId>>;

pub(super) fn by_item(documents: &[Document]) -> ByItem {
    let mut by_item = ByItem::new();
    for (at, document) in documents.iter().enumerate() {
        let ids = by_item.entry((document.year, document.item)).or_default();
        ids.push(DocumentId(at));
    }
    by_item
}
