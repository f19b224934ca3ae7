//! What renders a site: its views, its theme, and what many pages share.
//!
//! In: a site and a theme. Out: a frame that every page stands in. Apart from `pages`, which fill it.

use super::fault::Fault;
use super::given::Given;
use super::shared::Shared;
use super::structured::structured;
use super::theme::Theme;
use super::view::{Builder, LinkView, PageView, site_view};
use super::whole_words::keep_whole;
use crate::assemble::links::Links;
use crate::files::SitePath;
use crate::model::{FiscalYear, Site, Year, address};

/// What stands at a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// What a template or the data of the site gave.
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
        theme.set_global("site", &site_view(builder))?;
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

    /// What is made of a year; nothing of one that the site does not have.
    pub(super) fn with_year(
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
        trail: &[LinkView],
    ) -> PageView {
        let site = self.builder.site;
        let base = &site.config.base;
        let canonical = base.whole(address);
        PageView {
            title: title.to_owned(),
            of_year: String::new(),
            description: String::new(),
            is_indexed: address::is_for_search_engines(address),
            url: base.local(address),
            trail: trail.to_vec(),
            year: year.map(FiscalYear::number),
            nav_html: self.shared.nav(year.or(site.current)),
            is_article: false,
            report_url: self.builder.report_url(&canonical),
            structured_html: String::new(),
            told: Some(Vec::new()),
            canonical,
        }
    }

    /// Who publishes, as descriptions of pages say it.
    pub(super) fn publisher(&self) -> &'a str {
        self.builder.site.config.publisher()
    }

    /// A page of the whole site.
    pub(super) fn free_page_view(&self, title: &str, address: &str) -> PageView {
        self.page_view(title, address, None, &self.shared.trail)
    }

    /// A page of a year.
    pub(super) fn year_page_view(&self, title: &str, address: &str, year: FiscalYear) -> PageView {
        let trail = self.shared.trail_of(year);
        self.page_view(title, address, Some(year), trail)
    }

    /// A page that only leads on, to an address of the site.
    pub(super) fn redirect(
        &self,
        title: &str,
        label: &str,
        address: &str,
    ) -> Result<Vec<u8>, Fault> {
        let mut page = self.free_page_view(title, address);
        page.told = None;
        let target = self.builder.local(address);
        let given = Given::of("target", &target).and("label", &label);
        self.show("redirect.html", page, given)
    }

    /// A page from its template.
    pub(super) fn show(
        &self,
        template: &str,
        mut page: PageView,
        given: Given,
    ) -> Result<Vec<u8>, Fault> {
        if let Some(told) = &page.told {
            let base = &self.builder.site.config.base;
            page.structured_html = structured(&self.shared.organisation, base, &page, told);
        }
        let page = self.theme.render(template, &given.and("page", &page))?;
        Ok(keep_whole(&self.shared.compounds, page))
    }
}
