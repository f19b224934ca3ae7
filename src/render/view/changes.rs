//! What was published in a year, by day, with the days on which answers were handed in.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Builder, DateView, LinkView};
use crate::model::{Date, FiscalYear, Year, address};

/// What the template of the changes gets, as `changes`.
#[derive(Debug, Serialize)]
pub(in crate::render) struct ChangesView {
    year: i16,
    year_url: String,
    /// Newest first.
    days: Vec<ChangesOfDayView>,
}

/// What happened on a day.
#[derive(Debug, Serialize)]
struct ChangesOfDayView {
    date: DateView,
    /// Whether answers were handed in: what stands above was not there yet.
    submitted: bool,
    /// What was published or revised.
    documents: Vec<ChangeView>,
}

/// A document on its newest day.
#[derive(Debug, Serialize)]
struct ChangeView {
    title: String,
    url: String,
    /// Its item.
    item: LinkView,
    /// Whether it was published before, and revised on this day.
    revised: bool,
}

impl ChangesOfDayView {
    fn new(day: Date) -> Self {
        Self {
            date: DateView::new(day),
            submitted: false,
            documents: Vec::new(),
        }
    }
}

pub(in crate::render) fn changes_view(builder: Builder<'_>, year: &Year) -> ChangesView {
    let site = builder.site;
    let fiscal_year = year.fiscal_year();
    let mut days: BTreeMap<Date, ChangesOfDayView> = BTreeMap::new();
    for day in site.config.submitted.iter().map(|day| day.value) {
        if FiscalYear::of(day) == fiscal_year && day <= site.as_of {
            let changes = days.entry(day);
            let changes = changes.or_insert_with(|| ChangesOfDayView::new(day));
            changes.submitted = true;
        }
    }
    for (_, _, definition, item) in year.asked() {
        for document in site.counting(item) {
            let Some(day) = document.day(site.as_of) else {
                continue;
            };
            let change = ChangeView {
                title: site.title_of(document).to_owned(),
                url: builder.local(&document.address),
                item: LinkView {
                    title: definition.number.label(),
                    url: builder.local(&address::item(fiscal_year, item.number)),
                },
                revised: document
                    .stated_date()
                    .is_some_and(|published| published < day),
            };
            let changes = days.entry(day);
            let changes = changes.or_insert_with(|| ChangesOfDayView::new(day));
            changes.documents.push(change);
        }
    }
    ChangesView {
        year: fiscal_year.number(),
        year_url: builder.local(&address::year(fiscal_year)),
        days: days.into_values().rev().collect(),
    }
}
