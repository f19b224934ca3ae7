//! The search index: what the script of the search page looks through.
//!
//! In: the site. Out: `search/index.json`, the years with their parts, parts such as
//! `search/2566-1.json`, and `search/pages.json`. A part is never more than a slow telephone can load, however large
//! the site. Apart, because these files are for the script alone (`docs/themes.md`).

mod tables;

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;

use super::fault::{Fault, json_file};
use super::view::Builder;
use crate::model::{
    Body, Document, DocumentId, Item, ItemDefinition, Site, SubIndicator, Year, address,
};
use crate::thai::spelling::mend;

/// Entries in one part, at most.
const PART: usize = 400;

/// Bytes of text in one part, about: a fifth of that when compressed. A longer document has a part of its own.
const PART_BYTES: usize = 1_000_000;

#[derive(Serialize)]
struct SearchIndex {
    /// Of each year the addresses of its parts, to be loaded all; free pages stand under no year.
    years: BTreeMap<String, Vec<String>>,
}

/// What can be found: an item with its lead document, a further document, or a free page. Empty texts are left
/// out of the file.
#[derive(Default, Serialize)]
struct SearchEntry<'a> {
    /// `o12`; empty for a free page.
    item: String,
    /// The code of the sub-indicator; only items have one.
    #[serde(skip_serializing_if = "str::is_empty")]
    sub: &'a str,
    url: String,
    title: String,
    /// The lead document's own title.
    #[serde(skip_serializing_if = "String::is_empty")]
    lead: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    headings: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    files: Vec<String>,
    /// What the official list asks the item to show.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    components: Vec<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    summary: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    body: String,
}

/// What an entry is made from.
#[derive(Clone, Copy)]
enum EntrySource<'a> {
    Item(&'a SubIndicator, &'a ItemDefinition, &'a Item),
    Document(DocumentId),
}

/// The years and the addresses of their parts.
pub(super) fn index(builder: Builder<'_>) -> Result<Vec<u8>, Fault> {
    let years = builder.site.years.iter().map(|year| {
        let fiscal_year = year.fiscal_year();
        let address = |part| builder.local(&address::search_part(fiscal_year, part));
        let parts = 1..=parts(builder.site, year).len();
        (fiscal_year.to_string(), parts.map(address).collect())
    });
    let pages = (String::new(), vec![builder.local(address::SEARCH_PAGES)]);
    let years = years.chain([pages]).collect();
    json_file(
        address::SEARCH_INDEX,
        serde_json::to_vec(&SearchIndex { years }),
    )
}

/// The parts of a year, each the entries that stand in it.
pub(super) fn parts(site: &Site, year: &Year) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut bytes = 0;
    for (at, source) in sources(site, year).enumerate() {
        let weight = weight(site, source);
        match parts.last_mut() {
            Some(part) if part.len() < PART && bytes + weight <= PART_BYTES => {
                part.end = at + 1;
                bytes += weight;
            }
            _ => {
                parts.push(at..at + 1);
                bytes = weight;
            }
        }
    }
    parts
}

/// About how long an entry is: what it has besides its texts is short.
fn weight(site: &Site, source: EntrySource<'_>) -> usize {
    let document = match source {
        EntrySource::Item(_, _, item) => item.lead,
        EntrySource::Document(id) => Some(id),
    };
    document.map_or(0, |id| {
        let document = site.document(id);
        document.body.text.len() + tables::weight(document)
    })
}

/// A part of a year, counted from 1.
pub(super) fn part(builder: Builder<'_>, year: &Year, part: usize) -> Result<Vec<u8>, Fault> {
    let parts = parts(builder.site, year);
    let range = parts.get(part - 1).cloned().unwrap_or_default();
    let sources = sources(builder.site, year).skip(range.start);
    let entries = sources.take(range.len());
    let entries: Vec<_> = entries.map(|source| entry(builder, year, source)).collect();
    let output = address::search_part(year.fiscal_year(), part);
    json_file(&output, serde_json::to_vec(&entries))
}

/// The free pages.
pub(super) fn pages(builder: Builder<'_>) -> Result<Vec<u8>, Fault> {
    let site = builder.site;
    let pages = site.pages.iter();
    let entries = pages
        .filter(|page| !page.slug.is_empty() && site.is_page_rendered(page))
        .map(|page| SearchEntry {
            url: builder.local(&address::page(&page.slug)),
            title: mend(page.title.as_deref().unwrap_or_default()),
            headings: headings(&page.body),
            summary: page.summary.as_deref().map(mend).unwrap_or_default(),
            body: mend(&page.body.text),
            ..SearchEntry::default()
        });
    let entries: Vec<_> = entries.collect();
    json_file(address::SEARCH_PAGES, serde_json::to_vec(&entries))
}

fn headings(body: &Body) -> Vec<String> {
    let headings = body.headings.iter();
    headings.map(|heading| mend(&heading.text)).collect()
}

/// Every item of a year, and then their further documents: the part that is loaded first has the
/// items, which most people look for.
fn sources<'a>(site: &'a Site, year: &'a Year) -> impl Iterator<Item = EntrySource<'a>> {
    let items = (year.asked()).map(|(_, sub, of, item)| EntrySource::Item(sub, of, item));
    let documents = year.asked().flat_map(|(_, _, _, item)| &item.documents);
    let documents = documents.copied().filter(|id| {
        let document = site.document(*id);
        document.slug.is_some() && site.is_rendered(document)
    });
    items.chain(documents.map(EntrySource::Document))
}

fn entry<'a>(builder: Builder<'a>, year: &Year, source: EntrySource<'a>) -> SearchEntry<'a> {
    let site = builder.site;
    match source {
        EntrySource::Item(sub, definition, item) => {
            let lead = item.lead.map(|id| site.document(id));
            let lead = lead.filter(|document| site.is_rendered(document));
            let mut entry = lead.map(|lead| texts(builder, lead)).unwrap_or_default();
            entry.lead = lead
                .and_then(|lead| lead.title.as_deref())
                .map(mend)
                .unwrap_or_default();
            let unowned = item
                .state
                .unowned
                .iter()
                .map(|id| mend(&site.file(*id).name));
            entry.files.extend(unowned);
            let title = mend(&definition.title);
            if entry.lead == title {
                entry.lead.clear();
            }
            SearchEntry {
                item: item.number.to_string(),
                sub: &sub.code,
                url: builder.local(&address::item(year.fiscal_year(), item.number)),
                title,
                components: components(definition),
                ..entry
            }
        }
        EntrySource::Document(id) => {
            let document = site.document(id);
            SearchEntry {
                item: document.item.to_string(),
                url: builder.local(&document.address),
                title: mend(site.title_of(document)),
                ..texts(builder, document)
            }
        }
    }
}

/// What the official list asks for, with its footnotes.
fn components(definition: &ItemDefinition) -> Vec<String> {
    let components = definition.components.iter();
    let texts = components.flat_map(|component| [Some(&component.text), component.note.as_ref()]);
    let texts = texts.chain([definition.note.as_ref()]).flatten();
    texts.map(|text| mend(text)).collect()
}

/// What a document says, as a part of an entry.
fn texts<'a>(builder: Builder<'_>, document: &Document) -> SearchEntry<'a> {
    let files = builder.files_of(document).into_iter();
    let files = files.map(|(file, title)| {
        if title == file.name {
            mend(&title)
        } else {
            mend(&format!("{title} ({})", file.name))
        }
    });
    let links = document
        .links
        .iter()
        .filter_map(|link| link.title.as_deref());
    let captions = document.tables.iter().map(|table| &*table.caption);
    SearchEntry {
        headings: headings(&document.body),
        files: files.chain(links.chain(captions).map(mend)).collect(),
        summary: document.summary.as_deref().map(mend).unwrap_or_default(),
        body: match tables::words(builder, document) {
            of_tables if of_tables.is_empty() => mend(&document.body.text),
            of_tables => mend(&[&document.body.text, " ", &of_tables].concat()),
        },
        ..SearchEntry::default()
    }
}
