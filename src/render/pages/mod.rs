//! Every output of a site: a kind of page is a row.
//!
//! In: the site. Out: its routes, and for each the address and what makes it. What ends in `/` is a page, which the
//! sitemap lists. A new page of a year is a row of [`OF_YEAR`] and a file beside this one, with its view, and a template.

mod changes;
mod checklist;
mod document;
mod free;
mod home;
mod item;
mod print;
mod search;
mod sitemap;
mod submission;
mod year;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};

use super::data_file::{self, DataFile};
use super::fault::{Fault, table_file};
use super::official_form::{self, FormOf};
use super::renderer::{Content, Renderer};
use super::tables::ReportKind;
use super::theme::{Asset, Theme};
use super::{accent, feed, search as index};
use crate::files::SitePath;
use crate::model::{
    Date, Document, DocumentId, EvidenceId, Feed, FiscalYear, FormerTarget, ItemNumber, Page, Site,
    Year, address,
};
use crate::report::Format;

/// What there is once on a site: an address, and what makes what stands there.
#[derive(Debug)]
pub struct SiteOutput(&'static str, fn(&Renderer<'_>) -> Result<Vec<u8>, Fault>);

/// What there is once for every year.
#[derive(Debug)]
pub struct YearOutput(
    fn(FiscalYear) -> String,
    fn(&Renderer<'_>, &Year) -> Result<Vec<u8>, Fault>,
);

static OF_SITE: [SiteOutput; 8] = [
    SiteOutput("/", home::page),
    SiteOutput(address::SEARCH, search::page),
    SiteOutput(address::NOT_FOUND, search::not_found),
    SiteOutput(address::SEARCH_INDEX, |r| index::index(r.builder)),
    SiteOutput(address::SEARCH_PAGES, |r| index::pages(r.builder)),
    SiteOutput(address::SITEMAP, |r| sitemap::whole(r, listed(r))),
    SiteOutput(address::FEED, |r| feed::atom(r.builder, r.theme)),
    SiteOutput("/robots.txt", |r| Ok(sitemap::robots(r).into_bytes())),
];

static OF_YEAR: [YearOutput; 11] = [
    YearOutput(address::year, year::page),
    YearOutput(address::checklist, checklist::page),
    YearOutput(address::checklist_json, |r, year| {
        r.report(year.fiscal_year(), ReportKind::Checklist, Format::Json)
    }),
    YearOutput(address::checklist_csv, |r, year| {
        r.report(year.fiscal_year(), ReportKind::Checklist, Format::Csv)
    }),
    YearOutput(address::submission, submission::page),
    YearOutput(address::submission_csv, |r, year| {
        r.published_submission(year, Format::Csv)
    }),
    YearOutput(address::submission_xlsx, |r, year| {
        r.published_submission(year, Format::Xlsx)
    }),
    YearOutput(address::print, print::page),
    YearOutput(address::changes, changes::page),
    YearOutput(address::news, |r, year| {
        feed::of_year(r.builder, r.theme, year, Feed::News)
    }),
    YearOutput(address::procurement, |r, year| {
        feed::of_year(r.builder, r.theme, year, Feed::Procurement)
    }),
];

/// One output of the site.
#[derive(Debug, Clone)]
pub enum Route {
    /// The home page, search, feeds …
    OfSite(&'static SiteOutput),
    /// `/<year>/`, its checklist, its feeds …
    OfYear(&'static YearOutput, FiscalYear),
    /// `/<year>/o12/`
    Item(FiscalYear, ItemNumber),
    /// `/<year>/o12/<slug>/`
    Document(DocumentId),
    /// `/pages/<slug>/`, by position in [`Site::pages`].
    Page(usize),
    /// `/checklist/`: the current year's.
    CurrentChecklist(FiscalYear),
    /// `/o12/`: leads to the current year's, or to the newest year that has it.
    CurrentItem(ItemNumber),
    /// `/search/<year>-1.json`: a part of the search index, counted from 1.
    SearchPart(FiscalYear, usize),
    /// `/assets/<file>`: a static file of the theme, or the style sheet with the site's colour.
    Asset(String),
    /// An evidence file, copied as it is.
    Evidence(EvidenceId),
    /// An official form filled in, as a file beside its page: `/2568/o12/procurement.xlsx`.
    Form(FormOf, Format, String),
    /// A dataset of a document, as a file beside its page: `/2566/o12/data-projects.csv`.
    Data(DocumentId, DataFile),
    /// The agency's seal beside `site.toml`, `/assets/seal.png`.
    Logo(SitePath, String),
    /// `/sitemap-1.xml`: a part of a sitemap that one file cannot hold, counted from 1.
    SitemapPart(usize),
    /// An address that something had before, by position in [`Site::former`].
    Former(usize),
}

/// Every route of a site, in the order of the sitemap.
fn routes(site: &Site, theme: &Theme) -> Vec<Route> {
    let mut routes: Vec<Route> = OF_SITE.iter().map(Route::OfSite).collect();
    let is_page = |page: &Page| !page.slug.is_empty() && site.is_page_rendered(page);
    let pages = site.pages.iter().enumerate();
    routes.extend(
        pages
            .filter(|(_, page)| is_page(page))
            .map(|(at, _)| Route::Page(at)),
    );
    for year in site.years.iter().rev() {
        let fiscal_year = year.fiscal_year();
        routes.extend(OF_YEAR.iter().map(|kind| Route::OfYear(kind, fiscal_year)));
        let items = year.items.iter().map(|item| item.number);
        routes.extend(items.map(|number| Route::Item(fiscal_year, number)));
        let parts = 1..=index::parts(site, year).len();
        routes.extend(parts.map(|part| Route::SearchPart(fiscal_year, part)));
    }
    for (at, document) in site.documents.iter().enumerate() {
        if document.slug.is_some() && site.is_rendered(document) {
            routes.push(Route::Document(DocumentId(at)));
        }
    }
    routes.extend(of_current_year(site));
    let logo = site.logo.iter();
    routes.extend(logo.map(|logo| Route::Logo(logo.path.clone(), logo.address.clone())));
    // A theme that brings its own colours has the last word.
    let made = [accent::FILE, accent::ICON].into_iter();
    let accent = made.filter(|own| !theme.assets().any(|name| name == *own));
    routes.extend(
        theme
            .assets()
            .chain(accent)
            .map(|name| Route::Asset(name.to_owned())),
    );
    for (at, file) in site.evidence.iter().enumerate() {
        if site.is_published(file) {
            routes.push(Route::Evidence(EvidenceId(at)));
        }
    }
    routes.extend(of_forms(site));
    routes.extend(data_file::all(site).map(|(of, file)| Route::Data(of, file)));
    let former = site.former.iter().enumerate();
    let former = former.filter(|(_, former)| site.leads_on(former));
    routes.extend(former.map(|(at, _)| Route::Former(at)));
    let pages = routes.iter().filter(|route| is_listed(route, site)).count();
    let parts = pages.div_ceil(sitemap::MOST);
    routes.extend((1..=parts).filter(|_| parts > 1).map(Route::SitemapPart));
    routes
}

/// The files of official forms that the site has rows for.
fn of_forms(site: &Site) -> impl Iterator<Item = Route> {
    let files = official_form::files(site);
    files.map(|(of, format, address)| Route::Form(of, format, address))
}

fn of_current_year(site: &Site) -> Vec<Route> {
    let Some(year) = site.current.and_then(|current| site.year(current)) else {
        return Vec::new();
    };
    // A number that was in an older list keeps its short address.
    let items = site.years_so_far().flat_map(|year| &year.items);
    let numbers: BTreeSet<ItemNumber> = items.map(|item| item.number).collect();
    std::iter::once(Route::CurrentChecklist(year.fiscal_year()))
        .chain(numbers.into_iter().map(Route::CurrentItem))
        .collect()
}

/// Every address that a link may lead to besides pages of items, documents and free pages, and evidence.
pub fn addresses(site: &Site) -> HashSet<String> {
    let of_site = OF_SITE
        .iter()
        .map(|SiteOutput(address, _)| (*address).to_owned());
    let of_years = site.years.iter().flat_map(|year| {
        let of_year = OF_YEAR.iter();
        of_year.map(|YearOutput(address, _)| address(year.fiscal_year()))
    });
    let current = of_current_year(site);
    let current = current.iter().map(|route| route.address(site).into_owned());
    let former = site.former.iter().filter(|former| site.leads_on(former));
    let former = former.map(|former| former.address.clone());
    let forms = of_forms(site).map(|route| route.address(site).into_owned());
    let data = data_file::all(site).map(|(_, file)| file.address);
    of_site
        .chain(of_years)
        .chain(forms)
        .chain(data)
        .chain(current)
        .chain(former)
        .collect()
}

/// What the sitemap lists: the addresses of pages, each with the day of its newest document. What is there for the
/// current year has an address of its own year.
fn listed<'a>(renderer: &Renderer<'a>) -> impl Iterator<Item = (Cow<'a, str>, Option<Date>)> {
    let site = renderer.builder.site;
    let routes = renderer.routes().into_iter();
    let listed = routes.filter(move |route| is_listed(route, site));
    listed.map(|route| (route.address(site), route.day(site)))
}

fn is_listed(route: &Route, site: &Site) -> bool {
    let is_second = matches!(
        route,
        Route::CurrentChecklist(_) | Route::CurrentItem(..) | Route::Former(_)
    );
    let address = route.address(site);
    !is_second && address.ends_with('/') && address::is_for_search_engines(&address)
}

impl Route {
    /// The page for what is not there.
    pub fn not_found() -> Self {
        let mut of_site = OF_SITE.iter();
        let not_found = of_site.find(|SiteOutput(address, _)| *address == address::NOT_FOUND);
        Self::OfSite(not_found.unwrap_or(&OF_SITE[0]))
    }

    /// Its address, without base path.
    pub fn address<'a>(&self, site: &'a Site) -> Cow<'a, str> {
        match self {
            Self::OfSite(SiteOutput(address, _)) => (*address).into(),
            Self::OfYear(YearOutput(address, _), year) => address(*year).into(),
            Self::Item(year, item) => address::item(*year, *item).into(),
            Self::Document(id) => Cow::Borrowed(&site.document(*id).address),
            Self::Page(at) => address::page(&site.pages[*at].slug).into(),
            Self::CurrentChecklist(_) => address::CURRENT_CHECKLIST.into(),
            Self::CurrentItem(item) => address::current_item(*item).into(),
            Self::SearchPart(year, part) => address::search_part(*year, *part).into(),
            Self::Asset(name) => address::of_output(&format!("assets/{name}")).into(),
            Self::Evidence(id) => Cow::Borrowed(&site.file(*id).address),
            Self::Form(_, _, address) | Self::Logo(_, address) => address.clone().into(),
            Self::Data(_, file) => file.address.clone().into(),
            Self::SitemapPart(part) => address::sitemap_part(*part).into(),
            Self::Former(at) => Cow::Borrowed(&site.former[*at].address),
        }
    }

    /// The file below the output folder: the address, decoded, with `index.html` for a page.
    pub fn output(&self, site: &Site) -> String {
        address::to_output(self.address(site).trim_start_matches('/'))
    }

    /// The day of the newest document on it.
    fn day(&self, site: &Site) -> Option<Date> {
        match self {
            Self::Item(year, number) => site.item(*year, *number)?.state.updated,
            Self::Document(id) => site.document(*id).day(site.as_of),
            Self::Page(at) => {
                let page = &site.pages[*at];
                let date = page.date.as_ref().map(|date| date.value);
                date.max(page.revised(site.as_of))
            }
            _ => None,
        }
    }
}

fn form(site: &Site, of: FormOf, format: Format) -> Result<Vec<u8>, Fault> {
    let Some(filled) = official_form::filled(site, of) else {
        return Ok(Vec::new());
    };
    table_file(&filled.table(), format)
}

fn data(renderer: &Renderer<'_>, document: &Document, file: &DataFile) -> Result<Vec<u8>, Fault> {
    let table = data_file::table(renderer.builder, document, file.kind, file.format);
    table_file(&table, file.format)
}

impl Renderer<'_> {
    /// Every route of the site, in a fixed order.
    pub fn routes(&self) -> Vec<Route> {
        routes(self.builder.site, self.theme)
    }

    /// What stands at a route, or what keeps it from being made.
    pub fn render(&self, route: &Route) -> Result<Content, Fault> {
        let site = self.builder.site;
        let accent = site.config.accent.as_deref();
        let bytes = match route {
            Route::OfSite(SiteOutput(_, make)) => make(self),
            Route::OfYear(YearOutput(_, make), year) => {
                self.with_year(*year, |year| make(self, year))
            }
            Route::Item(year, number) => {
                self.with_year(*year, |year| item::page(self, year, *number))
            }
            Route::Document(id) => document::page(self, *id),
            Route::Page(at) => free::page(self, &site.pages[*at]),
            Route::CurrentChecklist(year) => {
                self.with_year(*year, |year| checklist::page(self, year))
            }
            Route::CurrentItem(number) => item::redirect(self, *number),
            Route::SearchPart(year, part) => {
                self.with_year(*year, |year| index::part(self.builder, year, *part))
            }
            Route::Asset(name) => match self.theme.asset(name) {
                Some(Asset::Bytes(bytes)) => Ok(bytes.to_vec()),
                Some(Asset::File(path)) => return Ok(Content::File(path.clone())),
                None if name == accent::ICON => Ok(accent::icon(accent).into_bytes()),
                None => Ok(accent::style(accent).into_bytes()),
            },
            Route::Evidence(id) => return Ok(Content::File(site.file(*id).path.clone())),
            Route::Form(of, format, _) => form(site, *of, *format),
            Route::Data(of, file) => data(self, site.document(*of), file),
            Route::Logo(path, _) => return Ok(Content::File(path.clone())),
            Route::SitemapPart(part) => {
                let before = (part - 1) * sitemap::MOST;
                sitemap::part(self, listed(self).skip(before).take(sitemap::MOST))
            }
            Route::Former(at) => match site.former[*at].now {
                FormerTarget::Document(id) => document::redirect(self, &site.document(id).address),
                FormerTarget::Page(at) => {
                    document::redirect(self, &address::page(&site.pages[at].slug))
                }
                FormerTarget::File(id) => return Ok(Content::File(site.file(id).path.clone())),
            },
        };
        bytes.map(Content::Bytes)
    }
}
