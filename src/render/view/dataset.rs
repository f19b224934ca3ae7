//! A dataset as a table: headings with their alignment, and cells as safe HTML.

use std::fmt::Write;

use serde::Serialize;

use super::{Builder, DateView, escape};
use crate::model::numeral::with_commas;
use crate::model::{Cell, Column, ColumnType, Dataset, DatasetKind, Link, Row};
use crate::parse::reference::canonical;
use crate::render::markdown::{Surroundings, inline, local};

/// A dataset, with the columns that at least one row fills in.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs)]
pub struct DatasetView {
    /// `executives`, `projects` …
    pub kind: &'static str,
    pub title: &'static str,
    pub columns: Vec<ColumnView>,
    pub rows: Vec<Vec<CellView>>,
}

/// A column's heading.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs)]
pub struct ColumnView {
    pub name: String,
    pub title: String,
    pub is_number: bool,
}

/// A cell; `html` is empty where nothing was filled in.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs)]
pub struct CellView {
    pub html: String,
    pub is_number: bool,
}

pub(super) fn dataset_view(
    builder: Builder<'_>,
    dataset: &Dataset,
    around: Surroundings<'_>,
) -> DatasetView {
    let fixed = dataset
        .kind
        .columns()
        .iter()
        .map(|column| (column.name, column.title, Some(column)));
    let counters = dataset
        .counters
        .iter()
        .map(|(name, title)| (name.as_str(), title.as_str(), None));
    let columns: Vec<(&str, &str, Option<&Column>)> = fixed
        .chain(counters)
        .filter(|(name, _, _)| dataset.rows.iter().any(|row| row.has(name)))
        .collect();
    let rows = dataset.rows.iter().map(|row| {
        let cells = columns.iter().map(|(name, _, column)| CellView {
            html: cell_html(builder, dataset.kind, row, (name, *column), around),
            is_number: is_number(*column),
        });
        cells.collect()
    });
    DatasetView {
        kind: dataset.kind.name(),
        title: dataset.kind.title(),
        rows: rows.collect(),
        columns: columns
            .iter()
            .map(|(name, title, column)| ColumnView {
                name: (*name).to_owned(),
                title: (*title).to_owned(),
                is_number: is_number(*column),
            })
            .collect(),
    }
}

fn is_number(column: Option<&Column>) -> bool {
    column.is_none_or(|column| {
        matches!(
            column.kind,
            ColumnType::Number | ColumnType::Percent | ColumnType::Score
        )
    })
}

fn cell_html(
    builder: Builder<'_>,
    kind: DatasetKind,
    row: &Row,
    (name, column): (&str, Option<&Column>),
    around: Surroundings<'_>,
) -> String {
    let Some(cell) = row.get(name) else {
        return String::new();
    };
    match cell {
        Cell::Text(text) => match column.map(|column| column.kind) {
            Some(ColumnType::Choice(choices)) => {
                let title = choices.iter().find(|(value, _)| value == text);
                escape(title.map_or(text, |(_, title)| title))
            }
            _ => inline(text, around),
        },
        Cell::Number(number) => match column.map(|column| column.kind) {
            Some(ColumnType::Year) => format!("{number:.0}"),
            _ => with_commas(*number),
        },
        Cell::Date(day) => {
            let day = DateView::new(*day);
            format!("<time datetime=\"{}\">{}</time>", day.iso, day.thai)
        }
        Cell::Period(period) => escape(&period.thai()),
        Cell::Truth(true) => "☑ ดำเนินการแล้ว".to_owned(),
        Cell::Truth(false) => "☐ ยังไม่ได้ดำเนินการ".to_owned(),
        Cell::File(path) => file_html(builder, kind, path, row),
        Cell::Address(link) => link_html(builder, link, around),
        Cell::Bidders(bidders) => bidders_html(bidders),
    }
}

fn file_html(builder: Builder<'_>, kind: DatasetKind, path: &str, row: &Row) -> String {
    let file = builder
        .site
        .evidence
        .iter()
        .find(|file| canonical(&file.path) == canonical(path));
    let Some(file) = file else {
        return String::new();
    };
    let url = escape(&builder.local(&file.address));
    let first = kind.columns()[0].name;
    let alt = match row.get(first) {
        Some(Cell::Text(name)) => format!("รูปถ่าย {name}"),
        _ => file.name.clone(),
    };
    format!(
        "<img src=\"{url}\" alt=\"{}\" width=\"96\" loading=\"lazy\">",
        escape(&alt)
    )
}

fn link_html(builder: Builder<'_>, link: &Link, around: Surroundings<'_>) -> String {
    let target = builder.links.resolve(around.from, &link.href).ok();
    let url = local(target, builder.links);
    format!("<a href=\"{}\">{}</a>", escape(&url), escape(&link.href))
}

fn bidders_html(bidders: &[(String, Option<f64>)]) -> String {
    let mut out = String::from("<ul>");
    for (name, price) in bidders {
        out.push_str("<li>");
        out.push_str(&escape(name));
        if let Some(price) = price {
            let _ = write!(out, " {} บาท", with_commas(*price));
        }
        out.push_str("</li>");
    }
    out + "</ul>"
}
