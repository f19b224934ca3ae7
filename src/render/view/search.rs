//! Search and the page for what is not there: every item by number, and what to filter by.

use serde::Serialize;

use super::Builder;
use super::year::{YearView, year_view};

/// What the search template gets, as `search`, and the 404 template, as `missing`.
#[derive(Debug, Serialize)]
pub(in crate::render) struct SearchView {
    /// The tree of the current year.
    by_number: Option<YearView>,
    /// Every year, newest first.
    years: Vec<SearchYearView>,
}

/// A year to search in.
#[derive(Debug, Serialize)]
pub(super) struct SearchYearView {
    year: i16,
    is_current: bool,
    subs: Vec<SearchSubView>,
}

/// A sub-indicator to search in.
#[derive(Debug, Serialize)]
pub(super) struct SearchSubView {
    code: String,
    title: String,
}

pub(in crate::render) fn search_view(builder: Builder<'_>) -> SearchView {
    let site = builder.site;
    let years = site.years.iter().rev().map(|year| {
        let indicators = year.framework.indicators.iter();
        let subs = indicators.flat_map(|indicator| &indicator.subs);
        SearchYearView {
            year: year.fiscal_year().number(),
            is_current: site.current == Some(year.fiscal_year()),
            subs: subs
                .map(|sub| SearchSubView {
                    code: sub.code.clone(),
                    title: sub.title.clone(),
                })
                .collect(),
        }
    });
    let current = site.current.and_then(|current| site.year(current));
    SearchView {
        by_number: current.map(|year| year_view(builder, year)),
        years: years.collect(),
    }
}
