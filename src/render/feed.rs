//! The feeds: the newest documents, as Atom.

use serde::Serialize;

use super::fault::Fault;
use super::given::Given;
use super::theme::Theme;
use super::view::{Builder, newest};
use crate::model::{Date, DocumentId, Feed, FiscalYear, Year, address};

/// How many documents a feed holds.
const FEED: usize = 30;

/// The address of a feed of a year.
pub(super) fn address_of(feed: Feed, year: FiscalYear) -> String {
    match feed {
        Feed::News => address::news(year),
        Feed::Procurement => address::procurement(year),
    }
}

/// The title of a feed in the words of the year's framework: the item's, or of several their
/// sub-indicator's. Empty where no item of the year is in it.
pub(super) fn title(feed: Feed, year: &Year) -> String {
    let items = year.framework.items();
    let mut items = items.filter(|(_, _, item)| item.feed == Some(feed));
    match (items.next(), items.next()) {
        (Some((_, _, item)), None) => item.title.clone(),
        (Some((_, sub, _)), Some(_)) => sub.title.clone(),
        (None, _) => String::new(),
    }
}

/// `feed.xml`: the newest documents of all years, as Atom.
pub(super) fn atom(builder: Builder<'_>, theme: &Theme) -> Result<Vec<u8>, Fault> {
    let site = builder.site;
    let all = (0..site.documents.len()).map(DocumentId);
    let ids = newest(builder, all, FEED, |document| {
        document.day(builder.site.as_of)
    });
    show(builder, theme, address::FEED, &site.config.title, &ids)
}

/// The newest documents of a year in one feed, as Atom.
pub(super) fn of_year(
    builder: Builder<'_>,
    theme: &Theme,
    year: &Year,
    feed: Feed,
) -> Result<Vec<u8>, Fault> {
    let items = year.asked();
    let mut counted: Vec<DocumentId> = items
        .filter(|(_, _, definition, _)| definition.feed == Some(feed))
        .flat_map(|(_, _, _, item)| item.state.documents.iter().copied())
        .collect();
    // One that shows two items counts once.
    counted.sort_unstable();
    counted.dedup();
    let ids = newest(builder, counted, FEED, |document| {
        document.day(builder.site.as_of)
    });
    let fiscal_year = year.fiscal_year();
    let site_title = &builder.site.config.title;
    let title = format!("{site_title} – {} {fiscal_year}", title(feed, year));
    let address = address_of(feed, fiscal_year);
    show(builder, theme, &address, &title, &ids)
}

#[derive(Serialize)]
struct FeedEntryView {
    title: String,
    url: String,
    updated: String,
    summary: String,
}

#[derive(Serialize)]
struct FeedView {
    title: String,
    author: String,
    url: String,
    home: String,
    updated: String,
    entries: Vec<FeedEntryView>,
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
    let entries: Vec<FeedEntryView> = documents
        .iter()
        .map(|id| site.document(*id))
        .map(|document| FeedEntryView {
            title: printable(&format!(
                "{} {}",
                document.item.label(),
                site.title_of(document)
            )),
            url: base.whole(&document.address),
            updated: timestamp(document.day(site.as_of)),
            summary: printable(document.summary.as_deref().unwrap_or_default()),
        })
        .collect();
    let newest = entries.first().map(|entry| entry.updated.clone());
    let feed = FeedView {
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
