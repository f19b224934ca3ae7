//! Views: what templates and JSON are given. These structs are the contract with theme authors
//! (`docs/themes.md`); the model behind them may change without breaking a theme.
//!
//! Addresses in views are ready to be put into a page (base path included) unless a field says
//! otherwise. Fields that end in `_html` are safe HTML; everything else is plain text.

mod around;
mod checklist;
pub mod dataset;
mod document;
mod duty;
mod file;
mod home;
mod item;
mod month;
mod newest;
mod score;
mod search;
mod shown_at;
mod submission;
mod table;
mod year;

pub use around::{AroundView, NeighbourView, OtherYearView};
pub use checklist::{AskedView, ChecklistRowView, ChecklistView, UnitView};
pub use document::{DocumentView, PeriodView, SummaryView};
pub use duty::DutyView;
pub use file::{FileView, LinkView};
pub use home::HomeView;
pub use item::{ComponentView, ItemPageView, ReasonView};
pub use month::MonthGroupView;
pub use score::{CostView, DueDayView, DueView, OwedView, ScoreView};
pub use search::{SearchSubView, SearchView, SearchYearView};
pub use shown_at::ShownAtView;
pub use submission::{SubmissionRowView, SubmissionSubView, SubmissionView};
pub use table::{CutView, TableCellView, TableView};
pub use year::{
    CountsView, GroupView, IndicatorView, ItemView, SubIndicatorView, YearBeforeView, YearView,
};

pub(super) use crate::parse::markdown::escape;
pub(super) use around::around_view;
pub(super) use checklist::checklist_view;
pub(super) use document::document_view;
pub(super) use home::home_view;
pub(super) use item::{item_page_view, reasons};
pub(super) use newest::newest;
pub(super) use search::search_view;
pub(super) use submission::submission_view;
pub(super) use year::year_view;

use std::collections::HashMap;

use serde::Serialize;
use tera::Value;

use crate::assemble::links::Links;
use crate::model::{
    Date, Document, Evidence, FiscalYear, ItemDefinition, Site, address, thai_date,
};
use crate::parse::reference::canonical;

/// What every template may use, as `site`.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct SiteView {
    pub title: String,
    /// The base path, `/` or `/oit/`.
    pub base: String,
    pub agency: AgencyView,
    /// The years, newest first.
    pub years: Vec<YearLinkView>,
    /// The free pages, in the order of their files.
    pub pages: Vec<CrumbView>,
    /// The tree of the current year, and its checklist; empty without a year.
    pub current_url: String,
    pub checklist_url: String,
    /// Search, and every item by number.
    pub search_url: String,
}

/// The agency, as in `site.toml`.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct AgencyView {
    pub name: String,
    pub district: String,
    pub province: String,
    pub address: String,
    pub phone: String,
    pub fax: String,
    pub email: String,
    pub map: String,
}

/// A year to go to.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs)]
pub struct YearLinkView {
    pub year: i16,
    pub url: String,
    pub is_current: bool,
}

/// What every page has, as `page`.
#[derive(Debug, Serialize)]
pub struct PageView {
    /// The title of the page alone, without that of the site.
    pub title: String,
    /// One or two sentences for search engines; may be empty.
    pub description: String,
    /// The address with scheme and host.
    pub canonical: String,
    /// The address with the base path.
    pub url: String,
    /// The way to it from the home page, itself left out.
    pub trail: Vec<CrumbView>,
    /// The year it belongs to, if any.
    pub year: Option<i16>,
    /// The whole tree of that year, or of the current one.
    pub nav_html: Value,
    /// JSON-LD for a `script` element of type `application/ld+json`.
    pub structured_html: String,
}

/// A step of a trail.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs)]
pub struct CrumbView {
    pub title: String,
    pub url: String,
}

/// A day, for machines and for people.
#[derive(Debug, Clone, Serialize)]
pub struct DateView {
    /// `2023-04-05`
    pub iso: String,
    /// `5 เมษายน 2566`
    pub thai: String,
}

impl DateView {
    pub(super) fn new(day: Date) -> Self {
        Self {
            iso: day.to_string(),
            thai: thai_date(day),
        }
    }
}

/// Everything a view is built from.
#[derive(Clone, Copy)]
pub(super) struct Builder<'a> {
    pub(super) site: &'a Site,
    pub(super) links: &'a Links<'a>,
}

impl<'a> Builder<'a> {
    /// An address inside the site as it stands in a page.
    pub(super) fn local(&self, address: &str) -> String {
        self.site.config.base.local(address)
    }

    pub(super) fn site_view(&self) -> SiteView {
        let agency = &self.site.config.agency;
        let current = self.site.current;
        let years = self
            .site
            .years
            .iter()
            .rev()
            .map(|year| self.year_link(year.fiscal_year()));
        let pages = self
            .site
            .pages
            .iter()
            .filter(|page| !page.slug.is_empty() && self.site.is_page_rendered(page));
        SiteView {
            title: self.site.config.title.clone(),
            base: self.site.config.base.path().to_owned(),
            agency: AgencyView {
                name: agency.name.clone(),
                district: agency.district.clone(),
                province: agency.province.clone(),
                address: agency.address.clone(),
                phone: agency.phone.clone(),
                fax: agency.fax.clone(),
                email: agency.email.clone(),
                map: agency.map.clone(),
            },
            years: years.collect(),
            pages: pages
                .map(|page| {
                    let title = page.title.as_deref().unwrap_or_default();
                    self.crumb(title, &address::page(&page.slug))
                })
                .collect(),
            current_url: current
                .map(|y| self.local(&address::year(y)))
                .unwrap_or_default(),
            checklist_url: current
                .map(|y| self.local(&address::checklist(y)))
                .unwrap_or_default(),
            search_url: self.local(address::SEARCH),
        }
    }

    pub(super) fn year_link(&self, year: FiscalYear) -> YearLinkView {
        YearLinkView {
            year: year.number(),
            url: self.local(&address::year(year)),
            is_current: self.site.current == Some(year),
        }
    }

    /// The published files of a document with their titles, named ones first.
    pub(super) fn files_of(&self, document: &Document) -> Vec<(&'a Evidence, String)> {
        let titles: HashMap<String, &String> = document
            .files
            .iter()
            .filter_map(|named| Some((canonical(&named.path.value), named.title.as_ref()?)))
            .collect();
        let ids = document.evidence.iter();
        ids.map(|id| self.site.file(*id))
            .filter(|file| self.site.is_published(file))
            .map(|file| {
                let title = titles.get(&canonical(&file.path));
                (
                    file,
                    title.map_or_else(|| file.name.clone(), ToString::to_string),
                )
            })
            .collect()
    }

    pub(super) fn crumb(&self, title: &str, address: &str) -> CrumbView {
        CrumbView {
            title: title.to_owned(),
            url: self.local(address),
        }
    }

    pub(super) fn year_crumb(&self, year: FiscalYear) -> CrumbView {
        self.crumb(&format!("ปีงบประมาณ {year}"), &address::year(year))
    }

    /// An indicator or sub-indicator of a year, in its tree.
    pub(super) fn branch_crumb(&self, year: FiscalYear, code: &str, title: &str) -> CrumbView {
        self.crumb(
            &[code, " ", title].concat(),
            &[&address::year(year), "#i", code].concat(),
        )
    }

    /// The page of an item.
    pub(super) fn item_crumb(&self, year: FiscalYear, item: &ItemDefinition) -> CrumbView {
        self.crumb(
            &[&item.number.label(), " ", &item.title].concat(),
            &address::item(year, item.number),
        )
    }
}
