//! Views: what templates and JSON are given. These structs are the contract with theme authors
//! (`docs/themes.md`); the model behind them may change without breaking a theme.
//!
//! Addresses in views are ready to be put into a page (base path included) unless a field says
//! otherwise. Fields that end in `_html` are safe HTML; everything else is plain text.

mod around;
mod checklist;
mod dataset;
mod document;
mod due;
mod duty;
mod file;
mod home;
mod item;
mod month;
mod newest;
mod none;
mod score;
mod search;
mod seen;
mod shown_at;
mod shows;
mod submission;
mod table;
mod year;

pub(super) use crate::parse::markdown::escape;
pub(super) use around::around_view;
pub(super) use checklist::checklist_view;
pub(super) use dataset::of_title;
pub(super) use document::document_view;
pub(super) use home::home_view;
pub(super) use item::{AskedView, ReasonView, asked, item_page_view, reasons};
pub(super) use newest::newest;
pub(super) use search::search_view;
pub(super) use submission::{SubmissionRowView, SubmissionView, submission_view};
pub(super) use year::{YearView, year_view};

use std::collections::HashMap;

use serde::Serialize;
use tera::{Map, Value};

use crate::assemble::links::{From, Links};
use crate::model::{
    Date, Document, Evidence, FiscalYear, ItemDefinition, Site, address, short_date, thai_date,
};
use crate::parse::reference::canonical;
use crate::render::markdown::BodyContext;

/// What every template may use, as `site`.
#[derive(Debug, Serialize)]
pub(super) struct SiteView {
    title: String,
    /// The base path, `/` or `/oit/`.
    base: String,
    /// The agency, as in `site.toml`.
    agency: Value,
    /// The years, newest first.
    years: Vec<YearLinkView>,
    /// The free pages, in the order of their files.
    pages: Vec<LinkView>,
    /// The tree of the current year, and its checklist; empty without a year.
    current_url: String,
    checklist_url: String,
    /// Search, and every item by number.
    search_url: String,
    /// Whether drafts are shown: then no search engine is to have it.
    drafts: bool,
    /// How much of the verdict visitors see: `full`, `published` or `none`.
    public_status: &'static str,
}

/// A year to go to.
#[derive(Debug, Clone, Serialize)]
pub(super) struct YearLinkView {
    year: i16,
    pub(super) url: String,
    is_current: bool,
}

/// What every page has, as `page`.
#[derive(Debug, Serialize)]
pub(super) struct PageView {
    /// The title of the page alone, without that of the site.
    pub(super) title: String,
    /// What stands behind the title of what comes back every year, `(ปี 2566)`; else empty.
    pub(super) of_year: String,
    /// One or two sentences for search engines; may be empty.
    pub(super) description: String,
    /// Whether search engines are to have it; no page of a site that shows drafts is for them.
    pub(super) is_indexed: bool,
    /// The address with scheme and host.
    pub(super) canonical: String,
    /// The address with the base path.
    pub(super) url: String,
    /// The way to it from the home page, itself left out.
    pub(super) trail: Vec<LinkView>,
    /// The year it belongs to, if any.
    pub(super) year: Option<i16>,
    /// The whole tree of that year, or of the current one.
    pub(super) nav_html: Value,
    /// JSON-LD for a `script` element of type `application/ld+json`.
    pub(super) structured_html: String,
}

/// A title and where it leads: evidence elsewhere, or a step of a trail.
#[derive(Debug, Clone, Serialize)]
pub(super) struct LinkView {
    pub(super) title: String,
    pub(super) url: String,
}

/// A day, for machines and for people.
#[derive(Debug, Clone, Serialize)]
pub(super) struct DateView {
    /// `2023-04-05`
    iso: String,
    /// `5 เมษายน 2566`
    thai: String,
    /// `5 เม.ย. 2566`, where there is little room.
    short: String,
}

impl DateView {
    pub(super) fn new(day: Date) -> Self {
        Self {
            iso: day.to_string(),
            thai: thai_date(day),
            short: short_date(day),
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
        let Site { config, .. } = self.site;
        let agency = [
            ("name", &config.agency.name),
            ("district", &config.agency.district),
            ("province", &config.agency.province),
            ("address", &config.agency.address),
            ("phone", &config.agency.phone),
            ("fax", &config.agency.fax),
            ("email", &config.agency.email),
            ("map", &config.agency.map),
        ];
        let agency = agency.into_iter();
        let agency = agency.map(|(name, text)| (name.into(), text.as_str().into()));
        let current = |address: fn(FiscalYear) -> String| {
            let year = self.site.current;
            year.map_or_else(String::new, |year| self.local(&address(year)))
        };
        let years = self.site.years.iter().rev();
        let years = years.map(|year| self.year_link(year.fiscal_year()));
        let pages = self.site.pages.iter();
        let pages = pages.filter(|page| !page.slug.is_empty() && self.site.is_page_rendered(page));
        SiteView {
            drafts: self.site.drafts,
            public_status: config.public_status.name(),
            title: config.title.clone(),
            base: config.base.path().to_owned(),
            agency: agency.collect::<Map>().into(),
            years: years.collect(),
            pages: pages
                .map(|page| {
                    let title = page.title.as_deref().unwrap_or_default();
                    self.link(title, &address::page(&page.slug))
                })
                .collect(),
            current_url: current(address::year),
            checklist_url: current(address::checklist),
            search_url: self.local(address::SEARCH),
        }
    }

    /// What the texts of a document need to become HTML.
    pub(super) fn context(&self, document: &'a Document, top_heading: u8) -> BodyContext<'a> {
        BodyContext {
            links: self.links,
            from: From::document(document),
            top_heading,
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

    pub(super) fn link(&self, title: &str, address: &str) -> LinkView {
        LinkView {
            title: title.to_owned(),
            url: self.local(address),
        }
    }

    pub(super) fn year_crumb(&self, year: FiscalYear) -> LinkView {
        self.link(&format!("ปีงบประมาณ {year}"), &address::year(year))
    }

    /// An indicator or sub-indicator of a year, in its tree.
    pub(super) fn branch_crumb(&self, year: FiscalYear, code: &str, title: &str) -> LinkView {
        self.link(
            &[code, " ", title].concat(),
            &[&address::year(year), "#i", code].concat(),
        )
    }

    /// The page of an item.
    pub(super) fn item_crumb(&self, year: FiscalYear, item: &ItemDefinition) -> LinkView {
        self.link(
            &[&item.number.label(), " ", &item.title].concat(),
            &address::item(year, item.number),
        )
    }
}
