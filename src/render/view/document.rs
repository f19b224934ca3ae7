//! A document: in full on its own page, in short in lists.

use std::collections::HashSet;

use serde::Serialize;

use super::dataset::{DatasetView, dataset_view};
use super::file::{FileView, file_view, form_files};
use super::none::NoneView;
use super::shows::{ShowsView, shows};
use super::table::{TableView, tables};
use super::{Builder, DateView, LinkView};
use crate::assemble::links::From;
use crate::model::{Cell, Document, DocumentId, ItemNumber, Link, Standing};
use crate::parse::reference::canonical;
use crate::render::FormOf;
use crate::render::markdown::{body, local};

/// A document in full.
#[derive(Debug, Clone, Serialize)]
pub(in crate::render) struct DocumentView {
    pub(in crate::render) title: String,
    url: String,
    date: Option<DateView>,
    updated: Option<DateView>,
    period: Option<PeriodView>,
    units: Vec<String>,
    pub(in crate::render) summary: String,
    /// `draft`, `future`, `stub` or empty: only `--drafts` shows the first three.
    mark: &'static str,
    /// The components that it shows, by item.
    shows: Vec<ShowsView>,
    /// That there is none of what the item asks for.
    none: Option<NoneView>,
    body_html: String,
    datasets: Vec<DatasetView>,
    tables: Vec<TableView>,
    /// The official form with its rows; that of a lead document is the item's.
    form_files: Vec<FileView>,
    pub(super) files: Vec<FileView>,
    links: Vec<LinkView>,
}

/// A document in a list.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SummaryView {
    title: String,
    url: String,
    date: Option<DateView>,
    period: Option<PeriodView>,
    summary: String,
    mark: &'static str,
    /// `O12` when it lies in another item's folder, otherwise empty.
    from_item: String,
    pub(super) files: Vec<FileView>,
}

/// The window evidence covers.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PeriodView {
    /// As written, in Arabic digits: `2566-H1`.
    text: String,
    /// `ตุลาคม 2565 – มีนาคม 2566`
    thai: String,
}

pub(in crate::render) fn document_view(
    builder: Builder<'_>,
    id: DocumentId,
    top_heading: u8,
) -> DocumentView {
    let site = builder.site;
    let document = site.document(id);
    let context = builder.context(document, top_heading);
    let from = context.from;
    DocumentView {
        title: site.title_of(document).to_owned(),
        url: builder.local(&document.address),
        date: document.stated_date().map(DateView::new),
        updated: document.revised(site.as_of).map(DateView::new),
        period: period_view(document),
        units: site.unit_names(document),
        summary: document.summary.clone().unwrap_or_default(),
        mark: mark(document),
        shows: shows(builder, id),
        none: (document.none.as_ref())
            .map(|stated| NoneView::new(&stated.value, document.stated_period())),
        body_html: body(&document.body, context),
        datasets: document
            .datasets
            .iter()
            .filter(|dataset| dataset.has_contents())
            .map(|dataset| dataset_view(builder, document, dataset, context))
            .collect(),
        tables: tables(builder, document),
        form_files: match document.slug {
            Some(_) => form_files(builder, FormOf::Document(id)),
            None => Vec::new(),
        },
        files: files_to_open(builder, document, from),
        links: document
            .links
            .iter()
            .map(|link| link_view(builder, link, from))
            .collect(),
    }
}

pub(in crate::render) fn summary_view(
    builder: Builder<'_>,
    id: DocumentId,
    item: ItemNumber,
) -> SummaryView {
    let document = builder.site.document(id);
    SummaryView {
        title: builder.site.title_of(document).to_owned(),
        url: builder.local(&document.address),
        date: document.stated_date().map(DateView::new),
        period: period_view(document),
        summary: in_short(document),
        mark: mark(document),
        from_item: if document.item == item {
            String::new()
        } else {
            document.item.label()
        },
        files: files(builder, document),
    }
}

fn period_view(document: &Document) -> Option<PeriodView> {
    document.period.as_ref().map(|period| PeriodView {
        text: period.value.text.clone(),
        thai: period.value.period.thai(),
    })
}

/// The summary, or else that there is none.
pub(super) fn in_short(document: &Document) -> String {
    let stated = document.none.as_ref().map(|stated| stated.value.trim());
    let short = document.summary.as_deref().or(stated);
    short.unwrap_or_default().to_owned()
}

fn mark(document: &Document) -> &'static str {
    match document.standing {
        Standing::Counts => "",
        Standing::Draft => "draft",
        Standing::Future(_) => "future",
        Standing::Stub => "stub",
    }
}

/// The files of a document that a reader must open to see: pictures that stand on its page, in the
/// text or as a photo, are seen already.
fn files_to_open(builder: Builder<'_>, document: &Document, from: From<'_>) -> Vec<FileView> {
    if document.evidence.is_empty() {
        return Vec::new();
    }
    let photos = document.datasets.iter().flat_map(|dataset| &dataset.rows);
    let photos = photos.flat_map(|row| &row.cells).filter_map(|(_, cell)| {
        let Cell::File(path) = &cell.value else {
            return None;
        };
        let ids = document.evidence.iter();
        let mut files = ids.map(|id| builder.site.file(*id));
        let file = files.find(|file| canonical(&file.path) == canonical(path))?;
        Some(builder.local(&file.address))
    });
    let in_text = document.body.links.iter();
    let in_text = in_text.filter_map(|link| builder.links.follow(from, &link.href));
    let seen: HashSet<String> = photos
        .chain(in_text.map(|target| local(Some(target), builder.links)))
        .collect();
    let is_named = |file: &FileView| {
        let mut named = document.files.iter();
        named.any(|named| named.title.as_ref() == Some(&file.title))
    };
    let mut files = files(builder, document);
    files.retain(|file| {
        let is_picture = matches!(&*file.kind, "JPG" | "JPEG" | "PNG" | "GIF" | "WEBP");
        !is_picture || is_named(file) || !seen.contains(&file.url)
    });
    files
}

fn files(builder: Builder<'_>, document: &Document) -> Vec<FileView> {
    let files = builder.files_of(document).into_iter();
    files
        .map(|(file, title)| FileView {
            date: document.day(builder.site.as_of).map(DateView::new),
            ..file_view(builder, file, title)
        })
        .collect()
}

fn link_view(builder: Builder<'_>, link: &Link, from: From<'_>) -> LinkView {
    let target = builder.links.follow(from, &link.href);
    LinkView {
        title: link.title.clone().unwrap_or_else(|| link.href.clone()),
        url: local(target, builder.links),
    }
}
