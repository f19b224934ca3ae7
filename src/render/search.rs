//! The search index: what the script of the search page looks through.
//!
//! In: the site. Out: `search/index.json`, the years with their parts, parts such as
//! `search/2566-1.json`, and `search/pages.json`. A part is never more than a slow telephone can load, however large
//! the site. Apart, because these files are for the script alone (`docs/themes.md`).

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use serde::Serialize;

use super::fault::{Fault, json_file};
use super::view::{Builder, of_title};
use crate::model::{
    Body, Cell, Column, ColumnType, DatasetKind, Document, DocumentId, Item, ItemDefinition,
    Scored, Site, SubIndicator, Year, address,
};
use crate::parse::markdown::scan;
use crate::thai::spelling::mend;

/// Entries in one part: about 1.2 KB each when compressed, so that a part stays under 500 KB.
const PART: usize = 400;

/// How many letters of a document's datasets are kept, as many as of its text.
const DATASETS: usize = 600;

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
        let parts = 1..=parts(builder.site, year);
        (fiscal_year.to_string(), parts.map(address).collect())
    });
    let pages = (String::new(), vec![builder.local(address::SEARCH_PAGES)]);
    let years = years.chain([pages]).collect();
    json_file(
        address::SEARCH_INDEX,
        serde_json::to_vec(&SearchIndex { years }),
    )
}

/// How many parts a year has.
pub(super) fn parts(site: &Site, year: &Year) -> usize {
    sources(site, year).count().div_ceil(PART)
}

/// A part of a year, counted from 1.
pub(super) fn part(builder: Builder<'_>, year: &Year, part: usize) -> Result<Vec<u8>, Fault> {
    let sources = sources(builder.site, year).skip((part - 1) * PART);
    let entries = sources.take(PART);
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
            body: mend(&page.body.opening),
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
    let tables = document.tables.iter().map(|table| &*table.caption);
    let opening = &document.body.opening;
    SearchEntry {
        headings: headings(&document.body),
        files: files.chain(links.chain(tables).map(mend)).collect(),
        summary: document.summary.as_deref().map(mend).unwrap_or_default(),
        body: match dataset_texts(builder, document) {
            of_datasets if of_datasets.is_empty() => mend(opening),
            of_datasets => mend(&[opening, " ", &of_datasets].concat()),
        },
        ..SearchEntry::default()
    }
}

/// What the datasets say in words, the first columns first: what a row is about comes before its
/// remarks. Words of a closed list (`qa`) are the program's, not the writer's.
fn dataset_texts(builder: Builder<'_>, document: &Document) -> String {
    let none = document.all_none().map(|stated| stated.value.trim());
    let mut out: String = none.flat_map(|text| [text, " "]).collect();
    let mut left = DATASETS;
    let mut said = HashSet::new();
    for dataset in &document.datasets {
        let columns = dataset.kind.columns().iter();
        for column in columns.filter(|column| column.kind == ColumnType::Text) {
            for row in &dataset.rows {
                if left == 0 {
                    return out;
                }
                let Some(Cell::Text(typed)) = row.get(column.name) else {
                    continue;
                };
                let text = match scored(builder, document, dataset.kind, column, typed) {
                    Some(title) => title.into(),
                    None => plain(document, typed),
                };
                // An indicator stands in every row that is about it; once is enough to be found.
                if !said.contains(&*text) {
                    out.extend(text.chars().take(left));
                    out.push(' ');
                    left = left.saturating_sub(text.chars().count());
                    said.insert(text.into_owned());
                }
            }
        }
    }
    out
}

/// What a cell is called on the page that says what is scored: `2` is found as การใช้งบประมาณ.
fn scored(
    builder: Builder<'_>,
    document: &Document,
    kind: DatasetKind,
    column: &Column,
    typed: &str,
) -> Option<String> {
    let is_scored = matches!(
        (kind, column.name),
        (DatasetKind::Scores, "of") | (DatasetKind::Improvements, "indicator")
    );
    let of = Scored::read(typed).filter(|of| is_scored && !matches!(of, Scored::Other(_)))?;
    Some(of_title(builder, document.year, &of))
}

/// A Markdown text without its marks.
fn plain<'a>(document: &Document, text: &'a str) -> Cow<'a, str> {
    if text.contains(['*', '_', '<', '[', '`', '\\', '&']) {
        scan(&document.path, text, 0..text.len()).opening.into()
    } else {
        text.into()
    }
}
