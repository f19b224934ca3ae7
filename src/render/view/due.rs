//! What the items of the current year owe by when, as the checklist shows it beside each.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Builder, DateView};
use crate::model::{Due, ItemNumber, Owed, Period, Year};

/// Something that an item owes.
#[derive(Debug, Serialize)]
pub(super) struct DueView {
    /// `overdue`: the next of its kind is owed already. `now`: the day has come. `to_come`: it is yet to come.
    state: &'static str,
    /// The day from which it is owed.
    from: DateView,
    /// The times it is to tell of.
    times: Vec<String>,
}

/// What each item owes, the oldest first; nothing in other years than the current one, and where visitors see no verdict.
pub(super) fn due_by_item(builder: Builder<'_>, year: &Year) -> BTreeMap<ItemNumber, Vec<DueView>> {
    let mut found: BTreeMap<ItemNumber, Vec<DueView>> = BTreeMap::new();
    let is_current = builder.site.current == Some(year.fiscal_year());
    let due = is_current.then(|| Due::of(builder.site, year));
    let Some(due) = due.and_then(|due| builder.of_whole_verdict(due)) else {
        return found;
    };
    let lists: [(&'static str, &[Owed]); 3] = [
        ("overdue", &due.overdue),
        ("now", &due.now),
        ("to_come", &due.to_come),
    ];
    for (state, list) in lists {
        for owed in list {
            found.entry(owed.number).or_default().push(DueView {
                state,
                from: DateView::new(owed.from),
                times: owed.times.iter().map(Period::thai).collect(),
            });
        }
    }
    found
}
