//! A whole year on one page, for paper, and the same page as a file that opens by itself.
//!
//! Each item is rendered alone and its anchors get the item's name in front, because every document
//! has anchors of its own and many documents stand on this page.

use memchr::{memchr, memchr_iter};
use serde::Serialize;
use tera::Value;

use crate::files::SitePath;
use crate::html::{Attribute, tags, tags_with_attributes};
use crate::model::{FiscalYear, SubIndicator, Year, address};
use crate::render::accent;
use crate::render::theme::Asset;
use crate::render::view::{DateView, YearView, item_page_view, year_view};
use crate::render::{Fault, Given, Renderer};
use crate::span::replaced;

/// What the print template gets, as `print`.
#[derive(Serialize)]
struct PrintView {
    #[serde(flatten)]
    tree: YearView,
    /// The day of the newest document of the year.
    updated: Option<DateView>,
    /// The items, rendered, by sub-indicator.
    sections: Vec<PrintSection>,
}

#[derive(Serialize)]
struct PrintSection {
    code: String,
    title: String,
    items_html: Vec<String>,
}

/// The level of the highest headings of a document's text.
const BELOW_LEAD: u8 = 5;

/// The policy of the file that opens by itself: its style stands in it, its pictures on the site, and
/// nothing is run. `'self'` would be no site at all there.
const POLICY_ALONE: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src *";

/// Attributes that name an element of the page, or several.
const NAMING: [&str; 9] = [
    "id",
    "name",
    "for",
    "headers",
    "list",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-details",
];

pub(super) fn page(renderer: &Renderer<'_>, year: &Year) -> Result<Vec<u8>, Fault> {
    let fiscal_year = year.fiscal_year();
    let subs = year.framework.indicators.iter().flat_map(|i| &i.subs);
    let sections = subs.map(|sub| section(renderer, year, sub));
    let sections: Result<Vec<PrintSection>, Fault> = sections.collect();
    let newest = year.items.iter().filter_map(|item| item.state.updated);
    let view = PrintView {
        tree: year_view(renderer.builder, year),
        updated: newest.max().map(DateView::new),
        sections: sections?,
    };
    let title = format!("การเปิดเผยข้อมูลสาธารณะ (OIT) ปีงบประมาณ {fiscal_year}");
    let address = address::print(fiscal_year);
    let trail = &renderer.shared.trail;
    let mut page = renderer.page_view(&title, &address, Some(fiscal_year), trail);
    page.nav_html = Value::from("");
    renderer.show("print.html", page, Given::of("print", &view))
}

fn section(
    renderer: &Renderer<'_>,
    year: &Year,
    sub: &SubIndicator,
) -> Result<PrintSection, Fault> {
    let mut items_html = Vec::new();
    for definition in &sub.items {
        let item = year.item(definition.number);
        let view = item.and_then(|item| item_page_view(renderer.builder, year, item, BELOW_LEAD));
        if let Some(view) = view {
            let prefix = format!("{}-", view.item.id);
            // `origin` stands in front of an address to make it whole: `https://www.example.go.th`.
            let given = Given::of("item", &view).and("origin", &renderer.origin());
            let html = renderer.theme.part("print-item.html", &given)?;
            items_html.push(with_own_anchors(&html, &prefix));
        }
    }
    Ok(PrintSection {
        code: sub.code.clone(),
        title: sub.title.clone(),
        items_html,
    })
}

impl Renderer<'_> {
    /// The printable page of a year as one file: the style sheets inside it, every address whole.
    /// `read` gives the text of a style sheet that is a file of the site.
    pub fn print_alone(
        &self,
        year: FiscalYear,
        read: &dyn Fn(&SitePath) -> String,
    ) -> Result<Vec<u8>, Fault> {
        let page = self.with_year(year, |year| page(self, year))?;
        let page = String::from_utf8_lossy(&page);
        let base = &self.builder.site.config.base;
        let assets = format!("{}assets/", base.path());
        let origin = self.origin();
        let mut parts = Vec::new();
        for tag in tags(&page) {
            let value = |name| tag.attribute(name).map(|found| found.value.as_str());
            if tag.is(&["link"]) && value("rel") == Some("stylesheet") {
                let name = value("href").and_then(|href| href.strip_prefix(&assets));
                let style = name.map(|name| self.style(name, read)).unwrap_or_default();
                // Nothing in a style sheet may end it.
                let style = style.replace("</", "<\\/");
                parts.push((tag.range.clone(), format!("<style>\n{style}</style>")));
                continue;
            }
            let is_policy = |name: &str| name.eq_ignore_ascii_case("content-security-policy");
            if tag.is(&["meta"])
                && value("http-equiv").is_some_and(is_policy)
                && let Some(content) = tag.attribute("content")
            {
                parts.push((content.range.clone(), POLICY_ALONE.to_owned()));
                continue;
            }
            for name in ["href", "src"] {
                if let Some(address) = tag.attribute(name)
                    && address.value.starts_with('/')
                    && !address.value.starts_with("//")
                {
                    let start = address.range.start;
                    parts.push((start..start, origin.clone()));
                }
            }
        }
        Ok(replaced(&page, parts).into_bytes())
    }

    fn style(&self, name: &str, read: &dyn Fn(&SitePath) -> String) -> String {
        match self.theme.asset(name) {
            Some(Asset::Bytes(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
            Some(Asset::File(path)) => read(path),
            None => accent::style(self.builder.site.config.accent.as_deref()),
        }
    }

    fn origin(&self) -> String {
        let base = &self.builder.site.config.base;
        let whole = base.whole("/");
        whole.strip_suffix(base.path()).unwrap_or(&whole).to_owned()
    }
}

/// Whether a tag may name an element, or lead to one of its page.
fn may_name(tag: &str) -> bool {
    let bytes = tag.as_bytes();
    let is_naming = |sign| {
        let before = bytes[..sign].trim_ascii_end();
        let ends = |name: &&str| {
            let start = before.len().checked_sub(name.len());
            start.is_some_and(|start| before[start..].eq_ignore_ascii_case(name.as_bytes()))
        };
        NAMING.iter().any(ends)
    };
    memchr(b'#', bytes).is_some() || memchr_iter(b'=', bytes).any(is_naming)
}

/// The same HTML with a prefix before every anchor and before what refers to one.
fn with_own_anchors(html: &str, prefix: &str) -> String {
    let mut parts = Vec::new();
    for tag in tags_with_attributes(html, may_name) {
        for Attribute { name, range, .. } in &tag.attributes {
            let value = &html[range.clone()];
            if NAMING.contains(&name.as_str()) {
                let each = value.split_whitespace();
                let prefixed: Vec<String> = each.map(|id| format!("{prefix}{id}")).collect();
                parts.push((range.clone(), prefixed.join(" ")));
            } else if name.ends_with("href") && value.starts_with('#') && value.len() > 1 {
                parts.push((range.clone(), format!("#{prefix}{}", &value[1..])));
            }
        }
    }
    replaced(html, parts)
}

#[cfg(test)]
mod tests {
    use super::with_own_anchors;

    #[test]
    fn anchors_and_what_refers_to_them_get_the_prefix_and_texts_do_not() {
        assert_eq!(
            with_own_anchors(
                "<h3 id=\"ก\">id=\"ข\"</h3><a href=\"#ก\"></a><a href=\"/x/#ก\"></a><svg aria-labelledby=\"a b\"/>",
                "o1-"
            ),
            "<h3 id=\"o1-ก\">id=\"ข\"</h3><a href=\"#o1-ก\"></a><a href=\"/x/#ก\"></a><svg aria-labelledby=\"o1-a o1-b\"/>"
        );
    }
}
