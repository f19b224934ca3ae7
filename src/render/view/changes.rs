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
#[derive(Debug, Default, Serialize)]
struct ChangesOfDayView {
    date: Option<DateView>,
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

pub(in crate::render) fn changes_view(builder: Builder<'_>, year: &Year) -> ChangesView {
    let site = builder.site;
    let fiscal_year = year.fiscal_year();
    let mut days: BTreeMap<Date, ChangesOfDayView> = BTreeMap::new();
    for day in site.config.submitted.iter().map(|day| day.value) {
        if FiscalYear::of(day) == fiscal_year && day <= site.as_of {
            days.entry(day).or_default().submitted = true;
        }
    }
    for (_, _, definition, item) in year.asked() {
        let own = item.documents.iter().map(|id| site.document(*id));
        for document in own.filter(|document| document.counts()) {
            let published = document.date.as_ref().map(|date| date.value);
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
                revised: published.is_some_and(|published| published < day),
            };
            days.entry(day).or_default().documents.push(change);
        }
    }
    let days = days
        .into_iter()
        .rev()
        .map(|(day, changes)| ChangesOfDayView {
            date: Some(DateView::new(day)),
            ..changes
        });
    ChangesView {
        year: fiscal_year.number(),
        year_url: builder.local(&address::year(fiscal_year)),
        days: days.collect(),
    }
}
