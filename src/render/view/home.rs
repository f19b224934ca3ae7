//! The home page: the site's own words, the state of the year and what is new.

use serde::Serialize;

use super::document::{SummaryView, summary_view};
use super::year::{YearView, year_view};
use super::{Builder, YearLinkView};
use crate::model::{DocumentId, Year};

/// How many documents count as news.
const NEWS: usize = 10;

/// What the home template gets, as `home`.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct HomeView {
    pub body_html: String,
    /// The tree of the current year.
    pub year: Option<YearView>,
    pub years: Vec<YearLinkView>,
    /// The newest documents of the current year.
    pub news: Vec<SummaryView>,
}

pub(in crate::render) fn home_view(builder: Builder<'_>, body_html: String) -> HomeView {
    let year = builder
        .site
        .current
        .and_then(|current| builder.site.year(current));
    HomeView {
        body_html,
        year: year.map(|year| year_view(builder, year)),
        years: (builder.site.years.iter().rev())
            .map(|year| builder.year_link(year.fiscal_year()))
            .collect(),
        news: year.map(|year| news(builder, year)).unwrap_or_default(),
    }
}

fn news(builder: Builder<'_>, year: &Year) -> Vec<SummaryView> {
    newest(builder, NEWS, |id| {
        builder.site.document(id).year == year.fiscal_year()
    })
    .into_iter()
    .map(|id| summary_view(builder, id, builder.site.document(id).item))
    .collect()
}

/// The newest counting documents that have a day, newest first.
pub(in crate::render) fn newest(
    builder: Builder<'_>,
    most: usize,
    wanted: impl Fn(DocumentId) -> bool,
) -> Vec<DocumentId> {
    let site = builder.site;
    let mut found: Vec<DocumentId> = (0..site.documents.len())
        .map(DocumentId)
        .filter(|id| site.document(*id).counts() && site.document(*id).day().is_some())
        .filter(|id| wanted(*id))
        .collect();
    found.sort_by(|a, b| {
        let key = |id: &DocumentId| (site.document(*id).day(), site.document(*id).path.clone());
        key(b).cmp(&key(a))
    });
    found.truncate(most);
    found
}
