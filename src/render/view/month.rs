//! Documents by month: a long list that an evaluator can take in at a glance.

use serde::Serialize;

use super::Builder;
use super::document::{SummaryView, summary_view};
use crate::model::date::{thai_month, typed_month};
use crate::model::{Date, Document, DocumentId, ItemNumber, Period};

/// From how many documents on a list is told by months.
const LONG: usize = 6;

/// From how many documents on the months are folded: more is not scrolled through.
const FOLDED: usize = 30;

/// Documents of one month.
#[derive(Debug, Serialize)]
pub(super) struct MonthGroupView {
    /// Its anchor, `_2566-01`, where the documents are so many that months are to be folded; else empty.
    anchor: String,
    /// `มกราคม 2566`; empty for a short list, which is one group.
    month: String,
    /// Its documents, newest first.
    pub(super) documents: Vec<SummaryView>,
}

/// Documents of an item page, newest first; of a long list each month is a group.
pub(super) fn by_month(
    builder: Builder<'_>,
    documents: &[DocumentId],
    item: ItemNumber,
) -> Vec<MonthGroupView> {
    let is_long = documents.len() >= LONG;
    let is_folded = documents.len() >= FOLDED;
    let mut dated: Vec<(Option<Date>, DocumentId)> = documents
        .iter()
        .map(|id| (day(builder.site.document(*id)), *id))
        .collect();
    if is_long {
        // By what they speak of; a stable sort keeps the newest first within a month.
        dated.sort_by_key(|(day, _)| std::cmp::Reverse(day.map(|day| (day.year(), day.month()))));
    }
    let mut groups: Vec<MonthGroupView> = Vec::new();
    for (day, id) in dated {
        let (month, anchor) = match day {
            _ if !is_long => (String::new(), String::new()),
            Some(day) => (thai_month(day), format!("_{}", typed_month(day))),
            None => ("ไม่ระบุวันที่".to_owned(), "_undated".to_owned()),
        };
        let anchor = if is_folded { anchor } else { String::new() };
        let document = summary_view(builder, id, item);
        match groups.last_mut().filter(|group| group.month == month) {
            Some(group) => group.documents.push(document),
            None => groups.push(MonthGroupView {
                anchor,
                month,
                documents: vec![document],
            }),
        }
    }
    groups
}

/// The day that says which month a document belongs to: a report on one month is of that month,
/// whenever it was published.
fn day(document: &Document) -> Option<Date> {
    let of_month = document.stated_period();
    let of_month = of_month.filter(Period::is_within_a_month);
    of_month.map(|month| month.first).or(document.stated_date())
}
