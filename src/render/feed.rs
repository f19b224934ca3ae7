//! What machines follow: the sitemap and the feed.

use serde::Serialize;

use super::theme::{Fault, Part, Theme};
use super::view::{Builder, newest};
use crate::model::{Date, Document, address};

/// How many documents a feed holds.
const FEED: usize = 30;

/// `sitemap.xml`: every page there is, with the day of its newest document.
pub(super) fn sitemap(builder: Builder<'_>, theme: &Theme) -> Result<String, Fault> {
    #[derive(Serialize)]
    struct Entry {
        url: String,
        updated: Option<String>,
    }
    let site = builder.site;
    let base = &site.config.base;
    let entry = |address: &str, day: Option<Date>| Entry {
        url: base.whole(address),
        updated: day.map(|day| day.to_string()),
    };
    let mut entries = vec![entry("/", None), entry(address::SEARCH, None)];
    for page in site.pages.iter().filter(|page| site.is_page_rendered(page)) {
        if !page.slug.is_empty() {
            let date = page.date.as_ref().map(|date| date.value);
            entries.push(entry(&address::page(&page.slug), page.updated.max(date)));
        }
    }
    for year in site.years.iter().rev() {
        let fiscal_year = year.fiscal_year();
        entries.push(entry(&address::year(fiscal_year), None));
        entries.push(entry(&address::checklist(fiscal_year), None));
        for item in &year.items {
            let address = address::item(fiscal_year, item.number);
            entries.push(entry(&address, item.state.updated));
        }
    }
    for document in &site.documents {
        if document.slug.is_some() && site.is_rendered(document) {
            entries.push(entry(&document.address(), document.day()));
        }
    }
    theme.render("sitemap.xml", &Part::new("entries", entries))
}

/// `feed.xml`: the newest documents of all years, as Atom.
pub(super) fn atom(builder: Builder<'_>, theme: &Theme) -> Result<String, Fault> {
    #[derive(Serialize)]
    struct Entry {
        title: String,
        url: String,
        updated: String,
        summary: String,
    }
    #[derive(Serialize)]
    struct Feed {
        url: String,
        home: String,
        updated: String,
        entries: Vec<Entry>,
    }
    let site = builder.site;
    let base = &site.config.base;
    let entries: Vec<Entry> = newest(builder, FEED, Document::day)
        .into_iter()
        .map(|id| site.document(id))
        .map(|document| Entry {
            title: printable(&format!(
                "{} {}",
                document.item.label(),
                site.title_of(document)
            )),
            url: base.whole(&document.address()),
            updated: timestamp(document.day()),
            summary: printable(document.summary.as_deref().unwrap_or_default()),
        })
        .collect();
    let newest = entries.first().map(|entry| entry.updated.clone());
    let feed = Feed {
        url: base.whole("/feed.xml"),
        home: base.whole("/"),
        // Without a document there is no day to tell, and the build's own would differ daily.
        updated: newest.unwrap_or_else(|| timestamp(None)),
        entries,
    };
    theme.render("feed.xml", &Part::new("feed", feed))
}

/// Midnight in Thailand, as Atom wants it.
fn timestamp(day: Option<Date>) -> String {
    let day = day.map_or_else(|| "1970-01-01".to_owned(), |day| day.to_string());
    format!("{day}T00:00:00+07:00")
}

/// A text without the control characters that XML does not allow even as entities.
fn printable(text: &str) -> String {
    let allowed = |c: &char| !c.is_control() || matches!(c, '\t' | '\n' | '\r');
    text.chars().filter(allowed).collect()
}
