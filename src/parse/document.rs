//! A `.md` or `.toml` file to [`Written`] or [`Page`].

use std::ops::Range;

use super::dataset::{DataTables, dataset_named, datasets, says_none};
use super::front_matter::{Parts, split};
use super::keys::{DOCUMENT, Keys, PAGE};
use super::markdown;
use super::misread::misread;
use super::table::{TextOrTable, TomlTable, TomlText};
use crate::files::SitePath;
use crate::model::{
    Allow, Also, Body, DatasetKind, FileReference, FiscalYear, ItemNumber, Link, Page, RowsFile,
    TableFile, Written, address, item_in, item_said,
};
use crate::problem::{Diagnostic, Diagnostics, FolderFault, Meant, ReadingFault};
use crate::span::Span;

/// Where a document stands in the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentPlace {
    /// The year of its folder.
    pub year: FiscalYear,
    /// The item of its folder.
    pub item: ItemNumber,
    /// Its file's name without ending; `None` for `index`.
    pub slug: Option<String>,
}

/// Reads a document of an item.
pub fn document(path: &SitePath, text: &str, place: DocumentPlace) -> (Written, Diagnostics) {
    let lead = place.slug.is_none();
    read(path, text, DOCUMENT, lead, |table, range| {
        let body = markdown::body(path, text, range);
        written(path, place, table, body)
    })
}

/// What the keys of a document say.
fn written(path: &SitePath, place: DocumentPlace, table: &TomlTable<'_>, body: Body) -> Written {
    let lead = place.slug.is_none();
    if !lead {
        table.require("title");
        table.require("date");
    }
    let title = table.text("title");
    let rows = rows(table);
    let elsewhere: Vec<DatasetKind> = rows.iter().map(|rows| rows.kind).collect();
    let data = table.table("data");
    let DataTables {
        datasets,
        titles,
        labels,
    } = data.map_or_else(DataTables::default, |data| datasets(data, &elsewhere));
    Written {
        path: path.clone(),
        year: place.year,
        item: place.item,
        address: match &place.slug {
            None => address::item(place.year, place.item),
            Some(slug) => address::document(place.year, place.item, slug),
        },
        slug: place.slug,
        title_at: title.as_ref().map(|title| title.at.clone()),
        title: title.map(|title| title.value),
        date: table.date("date"),
        updated: table.date("updated"),
        draft: table.is_true("draft"),
        units: table.texts("unit"),
        period: table.period("period"),
        components: table.list_of_whole("components"),
        none: says_none(table),
        also: also(table),
        formerly: table.texts("formerly"),
        summary: table.plain("summary"),
        files: files(table),
        links: links(table),
        tables: tables(table),
        rows,
        datasets,
        titles,
        labels,
        allow: allow(table),
        body,
    }
}

/// Reads a free page; an empty slug is the home page's text.
pub fn page(path: &SitePath, text: &str, slug: String) -> (Page, Diagnostics) {
    let home = slug.is_empty();
    read(path, text, PAGE, home, |table, range| {
        if !home {
            table.require("title");
        }
        Page {
            path: path.clone(),
            slug,
            title: table.plain("title"),
            date: table.date("date"),
            updated: table.date("updated"),
            draft: table.is_true("draft"),
            summary: table.plain("summary"),
            formerly: table.texts("formerly"),
            allow: allow(table),
            body: markdown::body(path, text, range),
        }
    })
}

/// Splits a file, hands its keys and the place of its body to `build`, and adds what was wrong on the way.
/// `bare`: the file may do without front matter.
fn read<T>(
    path: &SitePath,
    text: &str,
    keys: Keys,
    bare: bool,
    build: impl FnOnce(&TomlTable<'_>, Range<usize>) -> T,
) -> (T, Diagnostics) {
    let Parts { toml, body, fault } = split(path, text);
    let is_missing = matches!(fault, Some((ReadingFault::FrontMatterMissing, _)));
    let misread = (is_missing || fault.is_none())
        .then(|| misread(text, body.clone(), is_missing))
        .flatten();
    let fault = misread.or(fault.filter(|_| !(bare && is_missing)));
    let source = TomlText::new(path, &text[toml.clone()], toml.start);
    let parsed = source.parse();
    let table = TomlTable::top(&source, &parsed, keys);
    let piece = build(&table, body);
    table.finish();
    let mut findings = source.into_findings();
    if let Some((problem, range)) = fault {
        // Without front matter every required key is missing; say the cause, not the symptoms.
        if toml.is_empty() {
            findings.clear();
        }
        findings.push(Diagnostic::new(problem, Span::new(path, range)));
    }
    (piece, findings)
}

fn also(table: &TomlTable<'_>) -> Vec<Also> {
    let mut read = Vec::new();
    for entry in table.texts_and_tables("also") {
        let (item, components) = match entry {
            TextOrTable::Text(text) => (Some(text), Vec::new()),
            TextOrTable::Table(inner) => {
                let item = inner.text("item");
                let components = inner.list_of_whole("components");
                inner.finish();
                (item, components)
            }
        };
        let Some(item) = item else { continue };
        match item_in(&item.value) {
            Some((None, number)) => read.push(Also {
                item: item.map(|_| number),
                components,
            }),
            _ => {
                let name = item.value.clone();
                let fault = match item_said(&name) {
                    Some(meant) => {
                        let by = format!("\"{meant}\"");
                        let meant = Meant {
                            shown: by.clone(),
                            replaces: item.at.range.clone(),
                            by,
                            is_sure: true,
                        };
                        FolderFault::ItemMisspelt { name, meant }
                    }
                    None => FolderFault::UnknownItem { name, last: None },
                };
                table.report(fault, &item.at);
            }
        }
    }
    read
}

fn files(table: &TomlTable<'_>) -> Vec<FileReference> {
    table.each("files", |file| {
        let path = file.path("path");
        let title = file.text("title");
        Some(FileReference {
            path: path?,
            title_at: title.as_ref().map(|title| title.at.clone()),
            title: title.map(|title| title.value),
        })
    })
}

fn links(table: &TomlTable<'_>) -> Vec<Link> {
    table.each("links", |link| {
        let url = link.text("url");
        let title = link.plain("title");
        let url = url?;
        Some(Link {
            href: url.value.trim().to_owned(),
            title,
            at: url.at,
        })
    })
}

fn tables(table: &TomlTable<'_>) -> Vec<TableFile> {
    table.each("table", |inner| {
        let path = inner.path("file");
        let sheet = inner.text("sheet");
        let caption = inner.plain("caption").unwrap_or_default();
        Some(TableFile {
            path: path?,
            sheet,
            caption,
        })
    })
}

fn rows(table: &TomlTable<'_>) -> Vec<RowsFile> {
    table.each("rows", |inner| {
        let kind = inner.text("data");
        let path = inner.path("file");
        let sheet = inner.text("sheet");
        Some(RowsFile {
            kind: dataset_named(inner, &kind?)?,
            path: path?,
            sheet,
            at: inner.at(),
        })
    })
}

fn allow(table: &TomlTable<'_>) -> Vec<Allow> {
    table.each("allow", |inner| {
        let code = inner.text("code");
        let reason = inner.plain("reason").unwrap_or_default();
        let file = inner.path("file");
        Some(Allow {
            code: code?,
            reason,
            file,
        })
    })
}
