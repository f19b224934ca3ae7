//! Statements that there is none: which components they show.
//!
//! No purchase in a month is an answer, but it says nothing of the other months. So by themselves such statements
//! show a component only where the times they speak of are all that is asked for; beside what was published of
//! other times they stand with it.

use super::rule::{Covers, judge};
use crate::model::{Component, Document, DocumentId, FiscalYear, ItemDefinition, NoneStated, Site};

/// The documents of an item that show a component: `by_rows` do by what they hold, and others may say that there
/// is none.
pub(super) fn with_none(
    site: &Site,
    definition: &ItemDefinition,
    component: &Component,
    counting: &[DocumentId],
    by_rows: Vec<DocumentId>,
) -> Vec<DocumentId> {
    if definition.none_of(component).is_none() {
        return by_rows;
    }
    let own = |id: &&DocumentId| site.document(**id).item == definition.number;
    let stating = counting.iter().filter(own).filter(|id| {
        let document = site.document(**id);
        !covers(document, component).is_empty()
    });
    let stating: Vec<DocumentId> = stating.copied().collect();
    let Some(first) = stating.first() else {
        return by_rows;
    };
    let year: FiscalYear = site.document(*first).year;
    let timing = component.timing.unwrap_or(definition.timing);
    let documents = stating.iter().map(|id| site.document(*id));
    let times: Vec<Covers> = documents
        .flat_map(|document| covers(document, component))
        .collect();
    if by_rows.is_empty() && judge(timing, None, year, &times).is_err() {
        return by_rows;
    }
    let shows = |id: &DocumentId| by_rows.contains(id) || stating.contains(id);
    counting.iter().copied().filter(shows).collect()
}

/// The times of what a document states that there is none of, as far as it speaks of a component.
fn covers(document: &Document, component: &Component) -> Vec<Covers> {
    let date = document.stated_date();
    let of_document = document.stated_period();
    let rows = document.datasets.iter().filter(|dataset| {
        let shown_by = component.shown_by.as_ref();
        shown_by.is_some_and(|shown_by| shown_by.dataset == dataset.kind)
    });
    let rows = rows.flat_map(|dataset| &dataset.none);
    let rows = rows.map(|stated: &NoneStated| stated.period.or(of_document));
    let whole = document.none.iter().map(|_| of_document);
    let times = whole.chain(rows);
    times.map(|period| Covers { period, date }).collect()
}
