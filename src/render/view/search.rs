//! Search and the page for what is not there: every item by number, and what to filter by.

use serde::Serialize;

use super::Builder;
use super::year::{YearView, year_view};

/// What the search template gets, as `search`, and the 404 template, as `missing`.
#[derive(Debug, Serialize)]
pub struct SearchView {
    /// The tree of the current year.
    pub by_number: Option<YearView>,
    /// Every year, newest first.
    pub years: Vec<SearchYearView>,
}

/// A year to search in.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct SearchYearView {
    pub year: i16,
    pub is_current: bool,
    pub subs: Vec<SearchSubView>,
}

/// A sub-indicator to search in.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct SearchSubView {
    pub code: String,
    pub title: String,
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
