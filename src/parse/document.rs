//! A `.md` or `.toml` file to [`Written`] or [`Page`].

use std::ops::Range;

use super::dataset::datasets;
use super::front_matter::{Parts, split};
use super::markdown;
use super::reference::join;
use super::table::{Table, TomlText};
use crate::files::{SitePath, folder_of};
use crate::model::{
    Allow, Also, Body, FileReference, FiscalYear, ItemNumber, Link, Page, Table as TableFile,
    Written, address, item_in,
};
use crate::problem::{Diagnostic, Diagnostics, FolderFault, ReadingFault, ReferenceFault};
use crate::span::{Located, Span};

/// Where a document stands in the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The year of its folder.
    pub year: FiscalYear,
    /// The item of its folder.
    pub item: ItemNumber,
    /// Its file's name without ending; `None` for `index`.
    pub slug: Option<String>,
}

/// Reads a document of an item.
pub fn document(path: &SitePath, text: &str, place: Place) -> (Written, Diagnostics) {
    read(path, text, place.slug.is_none(), |table, range| {
        let body = markdown::body(path, text, range);
        written(path, place, table, body)
    })
}

/// What the keys of a document say.
fn written(path: &SitePath, place: Place, table: &mut Table<'_>, body: Body) -> Written {
    let lead = place.slug.is_none();
    let folder = folder_of(path);
    let title = title(table, lead);
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
        date: date(table, lead),
        updated: table.date("updated").map(|date| date.value),
        draft: is_draft(table),
        units: table.text_or_list("unit"),
        period: table.period("period"),
        components: table.list_of_whole("components"),
        also: also(table),
        summary: table.loose_text("summary").map(|text| text.value),
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
    read(path, text, home, |table, range| Page {
        path: path.clone(),
        slug,
        title: title(table, home).map(|title| title.value),
        date: table.date("date"),
        updated: table.date("updated").map(|date| date.value),
        draft: is_draft(table),
        summary: table.loose_text("summary").map(|text| text.value),
        allow: allow(table, folder_of(path)),
        body: markdown::body(path, text, range),
    })
}

/// Splits a file, hands its keys and the place of its body to `build`, and adds what was wrong on the way.
/// `bare`: the file may do without front matter.
fn read<T>(
    path: &SitePath,
    text: &str,
    bare: bool,
    build: impl FnOnce(&mut Table<'_>, Range<usize>) -> T,
) -> (T, Diagnostics) {
    let Parts { toml, body, fault } = split(path, text);
    let needless = bare && matches!(fault, Some((ReadingFault::FrontMatterMissing, _)));
    let fault = fault.filter(|_| !needless);
    let source = TomlText::new(path, &text[toml.clone()], toml.start);
    let parsed = source.parse();
    let mut table = Table::top(&source, &parsed);
    let piece = build(&mut table, body);
    table.finish();
    let mut findings = source.into_findings();
    if let Some((problem, range)) = fault {
        // Without front matter every required key is missing; say the cause, not the symptoms.
        findings = vec![Diagnostic::new(problem, Span::new(path, range))];
    }
    (piece, findings)
}

fn title(table: &mut Table<'_>, optional: bool) -> Option<Located<String>> {
    if optional {
        table.text("title")
    } else {
        table.required_text("title")
    }
}

fn date(table: &mut Table<'_>, optional: bool) -> Option<Located<crate::model::Date>> {
    if !optional && !table.keys().iter().any(|(key, _)| *key == "date") {
        table.missing("date");
    }
    table.date("date")
}

fn is_draft(table: &mut Table<'_>) -> bool {
    table.truth("draft").is_some_and(|draft| draft.value)
}

fn also(table: &mut Table<'_>) -> Vec<Also> {
    let mut read = Vec::new();
    for entry in table.texts_and_tables("also") {
        let (item, components) = match entry {
            Ok(text) => (Some(text), Vec::new()),
            Err(mut inner) => {
                let item = inner.required_text("item");
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

fn file_path(table: &Table<'_>, folder: &str, text: &Located<String>) -> Option<Located<SitePath>> {
    match join(folder, &text.value) {
        Some(path) => Some(Located::new(path.into(), text.at.clone())),
        None => {
            let path = text.value.clone();
            table.report(ReferenceFault::OutsideSite { path }, &text.at);
            None
        }
    }
}

fn files(table: &mut Table<'_>, folder: &str) -> Vec<FileReference> {
    let mut read = Vec::new();
    for mut file in table.tables("files") {
        let path = file.required_text("path");
        let title = file.loose_text("title");
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

fn links(table: &mut Table<'_>) -> Vec<Link> {
    let mut read = Vec::new();
    for mut link in table.tables("links") {
        let url = link.required_text("url");
        let title = link.loose_text("title").map(|title| title.value);
        link.finish();
        read.extend(url.map(|url| Link {
            href: url.value.trim().to_owned(),
            title,
            at: url.at,
        }));
    }
    read
}

fn tables(table: &mut Table<'_>, folder: &str) -> Vec<TableFile> {
    let mut read = Vec::new();
    for mut inner in table.tables("table") {
        let file = inner.required_text("file");
        let sheet = inner.loose_text("sheet");
        let caption = inner.required_text("caption").map(|text| text.value);
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

fn allow(table: &mut Table<'_>, folder: &str) -> Vec<Allow> {
    let mut read = Vec::new();
    for mut inner in table.tables("allow") {
        let code = inner.required_text("code");
        let reason = inner.required_text("reason").map(|text| text.value);
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
