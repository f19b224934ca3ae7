//! A `.md` or `.toml` file to [`Written`] or [`Page`].

use std::ops::Range;

use super::dataset::datasets;
use super::front_matter::{Parts, split};
use super::keys::{DOCUMENT, Keys, PAGE};
use super::markdown;
use super::reference::join;
use super::table::{TextOrTable, TomlTable, TomlText};
use crate::files::{SitePath, folder_of};
use crate::model::{
    Allow, Also, Body, FileReference, FiscalYear, ItemNumber, Link, Page, TableFile, Written,
    address, item_in,
};
use crate::problem::{Diagnostic, Diagnostics, FolderFault, ReadingFault, ReferenceFault};
use crate::span::{Located, Span};

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
    let folder = folder_of(path);
    if !lead {
        table.require("title");
        table.require("date");
    }
    let title = table.text("title");
    let mut document = Written {
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
        updated: table.date("updated").map(|date| date.value),
        draft: is_draft(table),
        units: table.texts("unit"),
        period: table.period("period"),
        components: table.list_of_whole("components"),
        also: also(table),
        summary: table.text("summary").map(|text| text.value),
        files: files(table, folder),
        links: links(table),
        tables: tables(table, folder),
        datasets: Vec::new(),
        allow: allow(table, folder),
        body,
    };
    if let Some(data) = table.table("data") {
        document.datasets = datasets(data, folder);
    }
    document
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
            title: table.text("title").map(|title| title.value),
            date: table.date("date"),
            updated: table.date("updated").map(|date| date.value),
            draft: is_draft(table),
            summary: table.text("summary").map(|text| text.value),
            allow: allow(table, folder_of(path)),
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
    let needless = bare && matches!(fault, Some((ReadingFault::FrontMatterMissing, _)));
    let fault = fault.filter(|_| !needless);
    let source = TomlText::new(path, &text[toml.clone()], toml.start);
    let parsed = source.parse();
    let table = TomlTable::top(&source, &parsed, keys);
    let piece = build(&table, body);
    table.finish();
    let mut findings = source.into_findings();
    if let Some((problem, range)) = fault {
        // Without front matter every required key is missing; say the cause, not the symptoms.
        findings = vec![Diagnostic::new(problem, Span::new(path, range))];
    }
    (piece, findings)
}

fn is_draft(table: &TomlTable<'_>) -> bool {
    table.truth("draft").is_some_and(|draft| draft.value)
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
                table.report(FolderFault::UnknownItem { name, last: None }, &item.at);
            }
        }
    }
    read
}

fn file_path(
    table: &TomlTable<'_>,
    folder: &str,
    text: &Located<String>,
) -> Option<Located<SitePath>> {
    match join(folder, &text.value) {
        Some(path) => Some(Located::new(path.into(), text.at.clone())),
        None => {
            let path = text.value.clone();
            table.report(ReferenceFault::OutsideSite { path }, &text.at);
            None
        }
    }
}

fn files(table: &TomlTable<'_>, folder: &str) -> Vec<FileReference> {
    let mut read = Vec::new();
    for file in table.tables("files") {
        let path = file.text("path");
        let title = file.text("title");
        let path = path.and_then(|path| file_path(&file, folder, &path));
        file.finish();
        read.extend(path.map(|path| FileReference {
            path,
            title_at: title.as_ref().map(|title| title.at.clone()),
            title: title.map(|title| title.value),
        }));
    }
    read
}

fn links(table: &TomlTable<'_>) -> Vec<Link> {
    let mut read = Vec::new();
    for link in table.tables("links") {
        let url = link.text("url");
        let title = link.text("title").map(|title| title.value);
        link.finish();
        read.extend(url.map(|url| Link {
            href: url.value.trim().to_owned(),
            title,
            at: url.at,
        }));
    }
    read
}

fn tables(table: &TomlTable<'_>, folder: &str) -> Vec<TableFile> {
    let mut read = Vec::new();
    for inner in table.tables("table") {
        let file = inner.text("file");
        let sheet = inner.text("sheet");
        let caption = inner.text("caption").map(|text| text.value);
        let path = file.and_then(|file| file_path(&inner, folder, &file));
        inner.finish();
        read.extend(path.map(|path| TableFile {
            path,
            sheet,
            caption: caption.unwrap_or_default(),
        }));
    }
    read
}

fn allow(table: &TomlTable<'_>, folder: &str) -> Vec<Allow> {
    let mut read = Vec::new();
    for inner in table.tables("allow") {
        let code = inner.text("code");
        let reason = inner.text("reason").map(|text| text.value);
        let file = inner.text("file");
        let file = file.and_then(|file| file_path(&inner, folder, &file));
        inner.finish();
        read.extend(code.map(|code| Allow {
            code,
            reason: reason.unwrap_or_default(),
            file: file.map(|file| file.value),
        }));
    }
    read
}
