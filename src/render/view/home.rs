//! The home page: the site's own words, the state of the year and what is new.

use serde::Serialize;

use super::document::{SummaryView, summary_view};
use super::duty::{DutyView, duties};
use super::newest::newest;
use super::year::{YearView, year_view};
use super::{Builder, LinkView, YearLinkView};
use crate::model::{Document, DocumentId, Feed, Year};
use crate::render::feed;

/// How many documents count as news.
const NEWS: usize = 10;

/// What the home template gets, as `home`.
#[derive(Debug, Serialize)]
pub(in crate::render) struct HomeView {
    body_html: String,
    /// The tree of the current year.
    year: Option<YearView>,
    years: Vec<YearLinkView>,
    /// What the rules ask of a main page, fulfilled or not.
    duties: Vec<DutyView>,
    /// The newest documents of the current year.
    news: Vec<SummaryView>,
    /// The feeds of the current year.
    feeds: Vec<LinkView>,
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
        duties: duties(builder),
        feeds: year.map(|year| feeds(builder, year)).unwrap_or_default(),
        news: year.map(|year| news(builder, year)).unwrap_or_default(),
    }
}

fn feeds(builder: Builder<'_>, year: &Year) -> Vec<LinkView> {
    let feeds = Feed::NAMES.map(|(_, feed)| {
        let address = feed::address_of(feed, year.fiscal_year());
        builder.link(&feed::title(feed, year), &address)
    });
    let feeds = feeds.into_iter();
    feeds.filter(|feed| !feed.title.is_empty()).collect()
}

fn news(builder: Builder<'_>, year: &Year) -> Vec<SummaryView> {
    let published = |document: &Document| {
        let date = document.date.as_ref()?.value;
        (document.year == year.fiscal_year()).then_some(date)
    };
    let all = (0..builder.site.documents.len()).map(DocumentId);
    newest(builder, all, NEWS, published)
        .into_iter()
        .map(|id| summary_view(builder, id, builder.site.document(id).item))
        .collect()
}
