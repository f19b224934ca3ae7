//! What every template may use of the whole site.

use serde::Serialize;
use tera::{Map, Value};

use super::dataset::{WayView, phones_in};
use super::service::{ServiceView, services};
use super::{Builder, LinkView, YearLinkView};
use crate::model::{FileKind, FiscalYear, Site, address};
use crate::render::accent;

/// What every template may use, as `site`.
#[derive(Debug, Serialize)]
pub(in crate::render) struct SiteView {
    title: String,
    /// The base path, `/` or `/oit/`.
    base: String,
    /// The agency, as in `site.toml`.
    agency: Value,
    /// Its telephone numbers, to be dialled.
    phones: Vec<WayView>,
    /// Its seal, where there is one.
    logo: Option<LogoView>,
    /// The site's colour, `#1d5c3a`.
    accent: String,
    /// What a citizen comes for, where it is published: contact, services, complaints.
    services: Vec<ServiceView>,
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

/// The agency's seal.
#[derive(Debug, Serialize)]
struct LogoView {
    url: String,
    /// The address with scheme and host, where programs that show shared pages know its kind; empty for a drawing.
    share_url: String,
    width: u32,
    height: u32,
}

pub(in crate::render) fn site_view(builder: Builder<'_>) -> SiteView {
    let Site { config, .. } = builder.site;
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
    let services = services(builder);
    let agency = agency.into_iter();
    let agency = agency.map(|(name, text)| (name.into(), text.as_str().into()));
    let current = |address: fn(FiscalYear) -> String| {
        let year = builder.site.current;
        year.map_or_else(String::new, |year| builder.local(&address(year)))
    };
    let years = builder.site.years.iter().rev();
    let years = years.map(|year| builder.year_link(year.fiscal_year()));
    let pages = builder.site.pages.iter();
    let pages = pages.filter(|page| !page.slug.is_empty() && builder.site.is_page_rendered(page));
    SiteView {
        drafts: builder.site.drafts,
        public_status: config.public_status.name(),
        title: config.title.clone(),
        base: config.base.path().to_owned(),
        agency: agency.collect::<Map>().into(),
        phones: phones_in(&config.agency.phone),
        logo: logo_view(builder),
        accent: accent::colour(config.accent.as_deref()),
        services,
        years: years.collect(),
        pages: pages
            .map(|page| {
                let title = page.title.as_deref().unwrap_or_default();
                builder.link(title, &address::page(&page.slug))
            })
            .collect(),
        current_url: current(address::year),
        checklist_url: current(address::checklist),
        search_url: builder.local(address::SEARCH),
    }
}

fn logo_view(builder: Builder<'_>) -> Option<LogoView> {
    let logo = builder.site.logo.as_ref()?;
    let share_url = match logo.kind {
        FileKind::Png | FileKind::Jpeg => builder.site.config.base.whole(&logo.address),
        _ => String::new(),
    };
    let (width, height) = logo.size;
    Some(LogoView {
        url: builder.local(&logo.address),
        share_url,
        width,
        height,
    })
}
