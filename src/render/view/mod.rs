//! Views: what templates and JSON are given. These structs are the contract with theme authors
//! (`docs/themes.md`); the model behind them may change without breaking a theme.
//!
//! Addresses in views are ready to be put into a page (base path included) unless a field says
//! otherwise. Fields that end in `_html` are safe HTML; everything else is plain text.

mod around;
mod changes;
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
mod service;
mod shown_at;
mod shows;
mod site;
mod submission;
mod table;
mod year;

pub(super) use crate::parse::markdown::escape;
pub(super) use around::around_view;
pub(super) use changes::changes_view;
pub(super) use checklist::checklist_view;
pub(super) use dataset::{filled_columns, of_title};
pub(super) use document::document_view;
pub(super) use home::home_view;
pub(super) use item::{AskedView, ReasonView, asked, item_page_view, reasons};
pub(super) use newest::newest;
pub(super) use search::search_view;
pub(super) use site::site_view;
pub(super) use submission::{SubmissionRowView, SubmissionView, submission_view};
pub(super) use year::{YearView, year_view};

use std::collections::HashMap;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use tera::Value;

use crate::assemble::links::{From, Links};
use crate::model::{
    Date, Document, Evidence, FiscalYear, ItemDefinition, Site, address, short_date, thai_date,
};
use crate::parse::reference::canonical;
use crate::render::markdown::BodyContext;

/// A year to go to.
#[derive(Debug, Clone, Serialize)]
pub(super) struct YearLinkView {
    year: i16,
    pub(super) url: String,
    is_current: bool,
}

/// What every page has, as `page`.
#[derive(Debug, Clone, Serialize)]
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
    /// Whether it is one text of a certain day, as a document is.
    pub(super) is_article: bool,
    /// A letter to the agency about a fault on this page, `mailto:…`; empty where its e-mail is not known.
    pub(super) report_url: String,
    /// JSON-LD for a `script` element of type `application/ld+json`; empty where there is nothing to say.
    pub(super) structured_html: String,
    /// What is told of it there besides whose site it is and the way to it; `None` where nothing is told at all.
    #[serde(skip)]
    pub(super) told: Option<Vec<serde_json::Value>>,
}

/// The subject of a letter about a fault on a page.
const REPORT: &str = "แจ้งข้อมูลผิด";

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

    /// A letter to the agency about a fault on the page at a whole address.
    pub(super) fn report_url(&self, page: &str) -> String {
        let email = self.site.config.agency.email.trim();
        let is_one = email.contains('@') && !email.contains([' ', ',', ';']);
        if !is_one {
            return String::new();
        }
        let encode = |text| utf8_percent_encode(text, NON_ALPHANUMERIC);
        format!(
            "mailto:{email}?subject={}&body={}",
            encode(REPORT),
            encode(page)
        )
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
