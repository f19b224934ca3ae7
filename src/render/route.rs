//! Every address the site has, and the file behind it.

use std::borrow::Cow;

use crate::model::{DocumentId, EvidenceId, Feed, FiscalYear, ItemNumber, Site, Year, address};
use percent_encoding::percent_decode_str;

use super::feed;
use super::search;
use super::theme::Theme;

/// The style sheet with the site's colour.
const ACCENT: &str = "accent.css";

/// One output of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// `/`
    Home,
    /// `/<year>/`: the indicator tree.
    Year(FiscalYear),
    /// `/<year>/o12/`
    Item(FiscalYear, ItemNumber),
    /// `/<year>/o12/<slug>/`
    Document(DocumentId),
    /// `/<year>/checklist/`
    Checklist(FiscalYear),
    /// `/checklist/`: the current year's.
    CurrentChecklist(FiscalYear),
    /// `/o12/`: leads to the current year's.
    CurrentItem(FiscalYear, ItemNumber),
    /// `/pages/<slug>/`, by position in [`Site::pages`].
    Page(usize),
    /// `/404.html`
    NotFound,
    /// `/search/`: search, and every item by number.
    Search,
    /// `/search/index.json`: the years of the search index.
    SearchIndex,
    /// `/search/pages.json`
    SearchPages,
    /// `/search/<year>-1.json`: a part of the search index, counted from 1.
    SearchPart(FiscalYear, usize),
    /// `/<year>/checklist.json`
    ChecklistJson(FiscalYear),
    /// `/<year>/checklist.csv`
    ChecklistCsv(FiscalYear),
    /// `/<year>/submission/`
    Submission(FiscalYear),
    /// `/<year>/submission.csv`
    SubmissionCsv(FiscalYear),
    /// `/<year>/submission.xlsx`
    SubmissionXlsx(FiscalYear),
    /// `/<year>/print/`: the whole year on one page.
    Print(FiscalYear),
    /// `/sitemap.xml`
    Sitemap,
    /// `/feed.xml`
    Feed,
    /// `/<year>/news.xml` and the like
    YearFeed(FiscalYear, Feed),
    /// `/robots.txt`
    Robots,
    /// `/assets/accent.css`: the site's colour.
    Accent,
    /// `/assets/<file>`: a static file of the theme.
    Asset(String),
    /// An evidence file, copied as it is.
    Evidence(EvidenceId),
}

/// Every route of a site, in a fixed order.
pub(super) fn routes(site: &Site, theme: &Theme) -> Vec<Route> {
    let mut routes = vec![
        Route::Home,
        Route::NotFound,
        Route::Search,
        Route::SearchIndex,
        Route::SearchPages,
        Route::Sitemap,
        Route::Feed,
        Route::Robots,
    ];
    // A theme that brings its own colours has the last word.
    if !theme.assets().any(|name| name == ACCENT) {
        routes.push(Route::Accent);
    }
    routes.extend(theme.assets().map(|name| Route::Asset(name.to_owned())));
    for year in &site.years {
        of_year(site, year, &mut routes);
    }
    if let Some(year) = site.current.and_then(|current| site.year(current)) {
        let fiscal_year = year.fiscal_year();
        routes.push(Route::CurrentChecklist(fiscal_year));
        routes.extend(
            year.items
                .iter()
                .map(|item| Route::CurrentItem(fiscal_year, item.number)),
        );
    }
    for (at, page) in site.pages.iter().enumerate() {
        if !page.slug.is_empty() && site.is_page_rendered(page) {
            routes.push(Route::Page(at));
        }
    }
    for (at, document) in site.documents.iter().enumerate() {
        if document.slug.is_some() && site.is_rendered(document) {
            routes.push(Route::Document(DocumentId(at)));
        }
    }
    for (at, file) in site.evidence.iter().enumerate() {
        if site.is_published(file) {
            routes.push(Route::Evidence(EvidenceId(at)));
        }
    }
    routes
}

/// What stands below `/<year>/`, its documents and files apart.
fn of_year(site: &Site, year: &Year, routes: &mut Vec<Route>) {
    let fiscal_year = year.fiscal_year();
    routes.extend([
        Route::Year(fiscal_year),
        Route::Checklist(fiscal_year),
        Route::ChecklistJson(fiscal_year),
        Route::ChecklistCsv(fiscal_year),
        Route::Submission(fiscal_year),
        Route::SubmissionCsv(fiscal_year),
        Route::SubmissionXlsx(fiscal_year),
        Route::Print(fiscal_year),
    ]);
    let feeds = Feed::NAMES.map(|(_, feed)| Route::YearFeed(fiscal_year, feed));
    routes.extend(feeds);
    routes.extend(
        year.items
            .iter()
            .map(|item| Route::Item(fiscal_year, item.number)),
    );
    let parts = 1..=search::parts(site, year);
    routes.extend(parts.map(|part| Route::SearchPart(fiscal_year, part)));
}

impl Route {
    /// Its address, without base path.
    pub fn address<'a>(&self, site: &'a Site) -> Cow<'a, str> {
        match self {
            Self::Home => "/".into(),
            Self::Year(year) => address::year(*year).into(),
            Self::Item(year, item) => address::item(*year, *item).into(),
            Self::Document(id) => Cow::Borrowed(&site.document(*id).address),
            Self::Checklist(year) => address::checklist(*year).into(),
            Self::CurrentChecklist(_) => address::CURRENT_CHECKLIST.into(),
            Self::CurrentItem(_, item) => address::current_item(*item).into(),
            Self::Page(at) => address::page(&site.pages[*at].slug).into(),
            Self::NotFound => "/404.html".into(),
            Self::Search => address::SEARCH.into(),
            Self::SearchPages => address::SEARCH_PAGES.into(),
            Self::SearchIndex => address::SEARCH_INDEX.into(),
            Self::SearchPart(year, part) => address::search_part(*year, *part).into(),
            Self::ChecklistJson(year) => address::checklist_json(*year).into(),
            Self::ChecklistCsv(year) => address::checklist_csv(*year).into(),
            Self::Submission(year) => address::submission(*year).into(),
            Self::SubmissionCsv(year) => address::submission_csv(*year).into(),
            Self::SubmissionXlsx(year) => address::submission_xlsx(*year).into(),
            Self::Print(year) => address::print(*year).into(),
            Self::Sitemap => "/sitemap.xml".into(),
            Self::Feed => "/feed.xml".into(),
            Self::YearFeed(year, feed) => feed::address_of(*feed, *year).into(),
            Self::Robots => "/robots.txt".into(),
            Self::Accent => format!("/assets/{ACCENT}").into(),
            Self::Asset(name) => address::of_output(&format!("assets/{name}")).into(),
            Self::Evidence(id) => Cow::Borrowed(&site.file(*id).address),
        }
    }

    /// The file below the output folder: the address, decoded, with `index.html` for a page.
    pub fn output(&self, site: &Site) -> String {
        let address = self.address(site);
        let path = percent_decode_str(address.trim_start_matches('/')).decode_utf8_lossy();
        if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.into_owned()
        }
    }
}
