//! One route to its content: which view, which template.

use super::fault::Fault;
use super::given::Given;
use super::markdown::{Surroundings, body};
use super::route::{Route, routes};
use super::shared::Shared;
use super::structured::structured;
use super::tables::Report;
use super::theme::{Asset, Theme};
use super::view::{
    Builder, CrumbView, DateView, PageView, checklist_view, document_view, home_view,
    item_page_view, search_view, year_view,
};
use super::{accent, checklist, feed, search, tables};
use crate::assemble::links::{From, Links};
use crate::files::SitePath;
use crate::model::{DocumentId, FiscalYear, ItemNumber, Page, Site, Year, address};
use crate::report::Format;

/// What stands at a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// The bytes of a file of the site.
    File(SitePath),
}

/// Renders routes of one site with one theme.
pub struct Renderer<'a> {
    pub(super) builder: Builder<'a>,
    pub(super) theme: &'a Theme,
    pub(super) shared: Shared<'a>,
}

impl<'a> Renderer<'a> {
    /// Makes ready what many pages share.
    pub fn new(site: &'a Site, links: &'a Links<'a>, theme: &'a mut Theme) -> Result<Self, Fault> {
        let builder = Builder { site, links };
        theme.set_global("site", &builder.site_view())?;
        let theme = &*theme;
        let shared = Shared::new(builder, theme)?;
        Ok(Self {
            builder,
            theme,
            shared,
        })
    }

    /// The site that is rendered.
    pub fn site(&self) -> &'a Site {
        self.builder.site
    }

    /// Every route of the site, in a fixed order.
    pub fn routes(&self) -> Vec<Route> {
        routes(self.builder.site, self.theme)
    }

    /// What stands at a route, or the fault in the theme that keeps it from being known.
    pub fn render(&self, route: &Route) -> Result<Content, Fault> {
        Ok(Content::Bytes(match route {
            Route::Home => self.home()?,
            Route::Year(year) => self.with_year(*year, |year| self.year(year))?,
            Route::Item(year, item) => self.with_year(*year, |year| self.item(year, *item))?,
            Route::Document(id) => self.document(*id)?,
            Route::Checklist(year) | Route::CurrentChecklist(year) => {
                self.with_year(*year, |year| self.checklist(year))?
            }
            Route::CurrentItem(year, item) => self.redirect(&address::item(*year, *item))?,
            Route::Page(at) => self.page(&self.builder.site.pages[*at])?,
            Route::NotFound => self.not_found()?,
            Route::Search => self.search()?,
            Route::SearchPages => search::pages(self.builder)?,
            Route::SearchIndex => search::index(self.builder)?,
            Route::SearchPart(year, part) => {
                self.with_year(*year, |year| search::part(self.builder, year, *part))?
            }
            Route::ChecklistJson(year) => {
                self.with_year(*year, |year| checklist::json(self.builder, year))?
            }
            Route::ChecklistCsv(year) => self.report(*year, Report::Checklist, Format::Csv)?,
            Route::Submission(year) => self.with_year(*year, |year| self.submission(year))?,
            Route::SubmissionCsv(year) => self.report(*year, Report::Submission, Format::Csv)?,
            Route::SubmissionXlsx(year) => self.report(*year, Report::Submission, Format::Xlsx)?,
            Route::Print(year) => self.with_year(*year, |year| self.print(year))?,
            Route::Sitemap => feed::sitemap(self.builder, self.theme)?,
            Route::Feed => feed::atom(self.builder, self.theme)?,
            Route::YearFeed(year, of) => self.with_year(*year, |year| {
                feed::of_year(self.builder, self.theme, year, *of)
            })?,
            Route::Robots => format!(
                "User-agent: *\nAllow: /\n\nSitemap: {}\n",
                self.builder.site.config.base.whole("/sitemap.xml")
            )
            .into_bytes(),
            Route::Accent => accent::style(self.builder.site.config.accent.as_deref()).into_bytes(),
            Route::Asset(name) => {
                return Ok(match self.theme.asset(name) {
                    Some(Asset::BuiltIn(bytes)) => Content::Bytes(bytes.to_vec()),
                    Some(Asset::File(path)) => Content::File(path.clone()),
                    None => Content::Bytes(Vec::new()),
                });
            }
            Route::Evidence(id) => {
                return Ok(Content::File(self.builder.site.file(*id).path.clone()));
            }
        }))
    }

    /// A report of a year as a file; nothing for a year that the site does not have.
    pub fn report(
        &self,
        year: FiscalYear,
        report: Report,
        format: Format,
    ) -> Result<Vec<u8>, Fault> {
        self.with_year(year, |year| {
            let submission = || self.shared.submission(year);
            tables::report(self.builder, year, submission, report, format)
        })
    }

    fn with_year(
        &self,
        year: FiscalYear,
        render: impl FnOnce(&Year) -> Result<Vec<u8>, Fault>,
    ) -> Result<Vec<u8>, Fault> {
        self.builder
            .site
            .year(year)
            .map_or_else(|| Ok(Vec::new()), render)
    }

    /// What every page has, with the tree of its year or of the current one.
    pub(super) fn page_view(
        &self,
        title: &str,
        address: &str,
        year: Option<FiscalYear>,
        trail: &[CrumbView],
    ) -> PageView {
        let site = self.builder.site;
        let base = &site.config.base;
        let canonical = base.whole(address);
        let organisation = &self.shared.organisation;
        PageView {
            title: title.to_owned(),
            description: String::new(),
            url: base.local(address),
            trail: trail.to_vec(),
            year: year.map(FiscalYear::number),
            nav_html: self.shared.nav(year.or(site.current)),
            structured_html: structured(organisation, base, trail, title, &canonical),
            canonical,
        }
    }

    /// A page of the whole site.
    fn free_page_view(&self, title: &str, address: &str) -> PageView {
        self.page_view(title, address, None, &self.shared.trail)
    }

    /// A page of a year.
    pub(super) fn year_page_view(&self, title: &str, address: &str, year: FiscalYear) -> PageView {
        let trail = self.shared.trail_of(year);
        self.page_view(title, address, Some(year), trail)
    }

    pub(super) fn show(
        &self,
        template: &str,
        page: &PageView,
        given: Given,
    ) -> Result<Vec<u8>, Fault> {
        self.theme.render(template, &given.and("page", page))
    }

    fn home(&self) -> Result<Vec<u8>, Fault> {
        let site = self.builder.site;
        let text = site.pages.iter().find(|page| page.slug.is_empty());
        let text = text.filter(|page| site.is_page_rendered(page));
        let body = text.map(|page| self.page_body(page)).unwrap_or_default();
        let title = text.and_then(|page| page.title.clone());
        let title = title.unwrap_or_else(|| site.config.title.clone());
        let mut page = self.page_view(&title, "/", None, &[]);
        page.description = text
            .and_then(|page| page.summary.clone())
            .unwrap_or_default();
        let given = Given::of("home", &home_view(self.builder, body));
        self.show("home.html", &page, given)
    }

    fn year(&self, year: &Year) -> Result<Vec<u8>, Fault> {
        let fiscal_year = year.fiscal_year();
        let title = format!("การเปิดเผยข้อมูล ปีงบประมาณ {fiscal_year}");
        let address = address::year(fiscal_year);
        let trail = &self.shared.trail;
        let page = self.page_view(&title, &address, Some(fiscal_year), trail);
        let given = Given::of("year", &year_view(self.builder, year));
        self.show("year.html", &page, given)
    }

    fn item(&self, year: &Year, number: ItemNumber) -> Result<Vec<u8>, Fault> {
        let item = self.shared.item(year, number)?;
        let view = year
            .item(number)
            .and_then(|item| item_page_view(self.builder, year, item, 3));
        let (Some(item), Some(view)) = (item, view) else {
            return Ok(Vec::new());
        };
        let fiscal_year = year.fiscal_year();
        let title = [&view.item.label, " ", &view.item.title].concat();
        let address = address::item(fiscal_year, number);
        let mut page = self.page_view(&title, &address, Some(fiscal_year), &item.trail);
        page.nav_html = item.nav_html.clone();
        if let Some(lead) = &view.lead {
            page.description.clone_from(&lead.summary);
        }
        let given = Given::of("item", &view).and("around_html", &item.around_html);
        self.show("item.html", &page, given)
    }

    fn document(&self, id: DocumentId) -> Result<Vec<u8>, Fault> {
        let site = self.builder.site;
        let document = site.document(id);
        let Some(year) = site.year(document.year) else {
            return Ok(Vec::new());
        };
        let Some(item) = self.shared.item(year, document.item)? else {
            return Ok(Vec::new());
        };
        let view = document_view(self.builder, document, 2);
        let (year, trail) = (Some(document.year), &item.document_trail);
        let mut page = self.page_view(&view.title, &document.address, year, trail);
        page.nav_html = item.nav_html.clone();
        page.description.clone_from(&view.summary);
        let given = Given::of("document", &view)
            .and("item", &item.crumb)
            .and("components_recorded", &item.components_recorded)
            .and("around_html", &item.around_html);
        self.show("document.html", &page, given)
    }

    fn checklist(&self, year: &Year) -> Result<Vec<u8>, Fault> {
        let fiscal_year = year.fiscal_year();
        let title = format!("แบบตรวจรายการเปิดเผยข้อมูล ปีงบประมาณ {fiscal_year}");
        let address = address::checklist(fiscal_year);
        let page = self.year_page_view(&title, &address, fiscal_year);
        let view = checklist_view(self.builder, year);
        let given = Given::of("checklist", &view);
        self.show("checklist.html", &page, given)
    }

    fn submission(&self, year: &Year) -> Result<Vec<u8>, Fault> {
        let fiscal_year = year.fiscal_year();
        let title = format!("ตารางสำหรับส่ง ITAS ปีงบประมาณ {fiscal_year}");
        let address = address::submission(fiscal_year);
        let page = self.year_page_view(&title, &address, fiscal_year);
        let given = Given::of("submission", &self.shared.submission(year));
        self.show("submission.html", &page, given)
    }

    fn redirect(&self, address: &str) -> Result<Vec<u8>, Fault> {
        let target = self.builder.local(address);
        let page = self.free_page_view("กำลังไปยังหน้าของปีปัจจุบัน", address);
        let given = Given::of("target", &target);
        self.show("redirect.html", &page, given)
    }

    fn page(&self, free: &Page) -> Result<Vec<u8>, Fault> {
        let title = free.title.clone().unwrap_or_default();
        let mut page = self.free_page_view(&title, &address::page(&free.slug));
        page.description = free.summary.clone().unwrap_or_default();
        let date = free.date.as_ref().map(|date| DateView::new(date.value));
        let given = Given::of("body_html", &self.page_body(free))
            .and("date", &date)
            .and("updated", &free.updated.map(DateView::new));
        self.show("page.html", &page, given)
    }

    fn page_body(&self, page: &Page) -> String {
        let address = address::page(&page.slug);
        let around = Surroundings {
            links: self.builder.links,
            from: From::page(page, &address, self.builder.site),
            top_heading: 2,
        };
        body(&page.body, around)
    }

    fn not_found(&self) -> Result<Vec<u8>, Fault> {
        let page = self.free_page_view("ไม่พบหน้าที่ขอ", "/404.html");
        let given = Given::of("missing", &search_view(self.builder));
        self.show("404.html", &page, given)
    }

    fn search(&self) -> Result<Vec<u8>, Fault> {
        let page = self.free_page_view("ค้นหา", address::SEARCH);
        let given = Given::of("search", &search_view(self.builder));
        self.show("search.html", &page, given)
    }
}
