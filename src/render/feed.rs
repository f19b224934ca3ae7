//! What machines follow: the sitemap and the feeds.

use serde::Serialize;

use super::given::Given;
use super::theme::{Fault, Theme};
use super::view::{Builder, newest};
use crate::model::{Date, DocumentId, FiscalYear, Year, address};

/// How many documents a feed holds.
const FEED: usize = 30;

/// `sitemap.xml`: every page there is, with the day of its newest document.
pub(super) fn sitemap(builder: Builder<'_>, theme: &Theme) -> Result<Vec<u8>, Fault> {
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
        entries.push(entry(&address::submission(fiscal_year), None));
        entries.push(entry(&address::print(fiscal_year), None));
        for item in &year.items {
            let address = address::item(fiscal_year, item.number);
            entries.push(entry(&address, item.state.updated));
        }
    }
    for document in &site.documents {
        if document.slug.is_some() && site.is_rendered(document) {
            entries.push(entry(&document.address, document.day()));
        }
    }
    theme.render("sitemap.xml", &Given::of("entries", &entries))
}

/// What a feed of a year is about: the items of these keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// News for the public.
    News,
    /// Plans, notices and results of procurement.
    Procurement,
}

impl Subject {
    /// Every subject.
    pub(super) const ALL: [Self; 2] = [Self::News, Self::Procurement];

    /// Its address in a year.
    pub(super) fn address(self, year: FiscalYear) -> String {
        match self {
            Self::News => address::news(year),
            Self::Procurement => address::procurement(year),
        }
    }

    /// Its title, in the words of the year's framework: the item's, or of several their
    /// sub-indicator's. Empty where the year has no such item.
    pub(super) fn title(self, year: &Year) -> String {
        let mut items = year
            .framework
            .items()
            .filter(|(_, _, item)| self.has(&item.key));
        match (items.next(), items.next()) {
            (Some((_, _, item)), None) => item.title.clone(),
            (Some((_, sub, _)), Some(_)) => sub.title.clone(),
            (None, _) => String::new(),
        }
    }

    fn has(self, key: &str) -> bool {
        match self {
            Self::News => key == "news",
            Self::Procurement => key.starts_with("procurement-"),
        }
    }
}

/// `feed.xml`: the newest documents of all years, as Atom.
pub(super) fn atom(builder: Builder<'_>, theme: &Theme) -> Result<Vec<u8>, Fault> {
    let site = builder.site;
    let all = (0..site.documents.len()).map(DocumentId);
    let ids = newest(builder, all, FEED, |document| document.day());
    show(builder, theme, "/feed.xml", &site.config.title, &ids)
}

/// The newest documents of a year on one subject, as Atom.
pub(super) fn of_year(
    builder: Builder<'_>,
    theme: &Theme,
    year: &Year,
    subject: Subject,
) -> Result<Vec<u8>, Fault> {
    let items = year.asked();
    let mut counted: Vec<DocumentId> = items
        .filter(|(_, _, definition, _)| subject.has(&definition.key))
        .flat_map(|(_, _, _, item)| item.state.documents.iter().copied())
        .collect();
    // One that shows two items counts once.
    counted.sort_unstable();
    counted.dedup();
    let ids = newest(builder, counted, FEED, |document| document.day());
    let fiscal_year = year.fiscal_year();
    let title = &builder.site.config.title;
    let title = format!("{title} – {} {fiscal_year}", subject.title(year));
    show(builder, theme, &subject.address(fiscal_year), &title, &ids)
}

#[derive(Serialize)]
struct Entry {
    title: String,
    url: String,
    updated: String,
    summary: String,
}

#[derive(Serialize)]
struct Feed {
    title: String,
    author: String,
    url: String,
    home: String,
    updated: String,
    entries: Vec<Entry>,
}

fn show(
    builder: Builder<'_>,
    theme: &Theme,
    address: &str,
    title: &str,
    documents: &[DocumentId],
) -> Result<Vec<u8>, Fault> {
    let site = builder.site;
    let base = &site.config.base;
    let entries: Vec<Entry> = documents
        .iter()
        .map(|id| site.document(*id))
        .map(|document| Entry {
            title: printable(&format!(
                "{} {}",
                document.item.label(),
                site.title_of(document)
            )),
            url: base.whole(&document.address),
            updated: timestamp(document.day()),
            summary: printable(document.summary.as_deref().unwrap_or_default()),
        })
        .collect();
    let newest = entries.first().map(|entry| entry.updated.clone());
    let feed = Feed {
        title: printable(title),
        author: printable(site.config.publisher()),
        url: base.whole(address),
        home: base.whole("/"),
        // Without a document there is no day to tell, and the build's own would differ daily.
        updated: newest.unwrap_or_else(|| timestamp(None)),
        entries,
    };
    theme.render("feed.xml", &Given::of("feed", &feed))
}

/// Midnight in Thailand, as Atom wants it.
fn timestamp(day: Option<Date>) -> String {
    let day = day.map_or_else(|| "1970-01-01".to_owned(), |day| day.to_string());
    format!("{day}T00:00:00+07:00")
}

/// A text without the characters that XML does not allow even as entities: controls, and the two that are
/// none.
fn printable(text: &str) -> String {
    let allowed = |c: &char| match c {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        c => !c.is_control(),
    };
    text.chars().filter(allowed).collect()
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn what_xml_does_not_allow_is_left_out() {
        let text = "ก\u{0}\u{7}\u{b}\u{1f}\u{85}\u{fffe}\u{ffff}\n\t\u{fffd}😀\u{1ffff}";
        assert_eq!(printable(text), "ก\n\t\u{fffd}😀\u{1ffff}");
    }
}
