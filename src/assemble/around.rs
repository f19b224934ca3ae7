//! Whether all around a document is as it was.
//!
//! In: two readings of one site. Out: whether what a document may refer to is the same in both: where a
//! link leads, whose a file is, which units, items and components there are. Then what was found in a
//! document that did not change itself still holds.

use std::sync::Arc;

use crate::model::{Document, Item, Page, Site, Year};

/// Whether documents at the same place in both readings stand among the same.
pub fn is_same_around(before: &Site, now: &Site) -> bool {
    let whole = |site: &Site| (site.as_of, site.drafts, site.current);
    whole(before) == whole(now)
        && before.config == now.config
        && same(&before.years, &now.years, is_same_year)
        && before.evidence == now.evidence
        && same(&before.pages, &now.pages, is_same_page)
        && same(&before.documents, &now.documents, |one, other| {
            Arc::ptr_eq(one, other) || is_same_to_others(one, other)
        })
}

fn same<T>(before: &[T], now: &[T], is_same: impl Fn(&T, &T) -> bool) -> bool {
    let mut pairs = before.iter().zip(now);
    before.len() == now.len() && pairs.all(|(one, other)| is_same(one, other))
}

fn is_same_year(before: &Year, now: &Year) -> bool {
    let same_item = |one: &Item, other: &Item| {
        let place = |item: &Item| (item.number, item.lead);
        place(one) == place(other) && one.folder == other.folder
    };
    let is_same_tree = Arc::ptr_eq(&before.framework, &now.framework);
    (is_same_tree || before.framework == now.framework)
        && same(&before.items, &now.items, same_item)
}

/// Whether a page that was changed is the same to those who link to it.
fn is_same_page(before: &Page, now: &Page) -> bool {
    let own = |page: &Page| (page.draft, page.date.as_ref().map(|date| date.value));
    own(before) == own(now)
        && (&before.path, &before.slug) == (&now.path, &now.slug)
        && before.body.has_same_anchors(&now.body)
}

/// Whether a document that was changed is the same to those who link to it.
fn is_same_to_others(before: &Document, now: &Document) -> bool {
    let place = |document: &Document| (document.year, document.item, document.standing);
    place(before) == place(now)
        && (&before.path, &before.slug) == (&now.path, &now.slug)
        && before.body.has_same_anchors(&now.body)
}
