//! A dataset as rows of cells: the plain table, and what every drawing reads its values with.

use std::fmt::Write;

use serde::Serialize;

use crate::model::{Cell, ColumnType, Dataset, Document, Evidence, Link, Period, Row};
use crate::render::markdown::{BodyContext, inline, local};
use crate::render::view::{Builder, DateView, escape};
use crate::thai::numeral::with_commas;

/// A column's heading.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ColumnView {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) is_number: bool,
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct CellView {
    /// Safe HTML; empty where nothing was filled in.
    pub(super) html: String,
    /// Whether it says what its row is about.
    pub(super) is_name: bool,
    /// To be set to the right.
    pub(super) is_number: bool,
    /// How many rows it spans; the rows below do without it.
    pub(super) rowspan: usize,
    /// A percentage to draw as a bar; empty where there is none.
    pub(super) percent: String,
    /// Whether a tick box stands before the text, and which: `html` is the note below it.
    pub(super) done: Option<bool>,
    /// How grave a risk is: `very-high`, `high`, `medium`, `low`, or empty.
    pub(super) gravity: &'static str,
}

impl CellView {
    pub(super) fn text(html: String) -> Self {
        Self {
            html,
            rowspan: 1,
            ..Self::default()
        }
    }
}

/// A dataset with what is needed to draw it.
#[derive(Clone, Copy)]
pub(in crate::render) struct FilledDataset<'a> {
    pub(in crate::render) builder: Builder<'a>,
    pub(in crate::render) document: &'a Document,
    pub(in crate::render) dataset: &'a Dataset,
    pub(in crate::render) context: BodyContext<'a>,
}

/// A column of a sheet: one of its kind, or a counter.
#[derive(Clone, Copy)]
pub(in crate::render) struct ColumnHeading<'a> {
    pub(in crate::render) name: &'a str,
    pub(in crate::render) title: &'a str,
    pub(in crate::render) kind: ColumnType,
}

impl ColumnHeading<'_> {
    pub(super) fn is_number(self) -> bool {
        matches!(
            self.kind,
            ColumnType::Number | ColumnType::Percent | ColumnType::Score
        )
    }

    pub(super) fn view(self) -> ColumnView {
        ColumnView {
            name: self.name.to_owned(),
            title: self.title.to_owned(),
            is_number: self.is_number(),
        }
    }
}

/// The columns that at least one row fills in, in the order of the kind; counters come last.
pub(in crate::render) fn filled_columns(dataset: &Dataset) -> Vec<ColumnHeading<'_>> {
    let fixed = dataset.kind.columns().iter().map(|column| ColumnHeading {
        name: column.name,
        title: column.title,
        kind: column.kind,
    });
    let counters = dataset.counters.iter();
    let counters = counters.map(|(name, title)| ColumnHeading {
        name,
        title,
        kind: ColumnType::Number,
    });
    let is_filled = |column: &ColumnHeading<'_>| is_filled(dataset, column.name);
    fixed.chain(counters).filter(is_filled).collect()
}

fn is_filled(dataset: &Dataset, column: &str) -> bool {
    dataset.rows.iter().any(|row| row.has(column))
}

pub(super) fn headings(columns: &[ColumnHeading<'_>]) -> Vec<ColumnView> {
    columns.iter().map(|column| column.view()).collect()
}

impl<'a> FilledDataset<'a> {
    pub(super) fn columns(&self) -> Vec<ColumnHeading<'a>> {
        filled_columns(self.dataset)
    }

    /// Those columns without the ones that a drawing shows in another way.
    pub(super) fn columns_without(&self, names: &[&str]) -> Vec<ColumnHeading<'a>> {
        let mut columns = self.columns();
        columns.retain(|column| !names.contains(&column.name));
        columns
    }

    pub(super) fn is_filled(&self, column: &str) -> bool {
        is_filled(self.dataset, column)
    }

    pub(super) fn rows(&self, columns: &[ColumnHeading<'_>]) -> Vec<Vec<CellView>> {
        let rows = self.dataset.rows.iter();
        rows.map(|row| self.row(row, columns)).collect()
    }

    pub(super) fn row(&self, row: &Row, columns: &[ColumnHeading<'_>]) -> Vec<CellView> {
        let cells = columns.iter().map(|column| self.cell(row, *column));
        let mut cells: Vec<CellView> = cells.collect();
        if let Some(first) = cells.first_mut() {
            first.is_name = true;
        }
        cells
    }

    pub(super) fn cell(&self, row: &Row, column: ColumnHeading<'_>) -> CellView {
        CellView {
            is_number: column.is_number(),
            ..CellView::text(self.html(row, column))
        }
    }

    /// What a text column says, as safe HTML.
    pub(super) fn text_html(&self, row: &Row, column: &str) -> String {
        inline(text(row, column), self.context)
    }

    /// Where an address column leads; empty where nothing was filled in.
    pub(super) fn url(&self, row: &Row, column: &str) -> String {
        link(row, column).map_or_else(String::new, |link| self.resolved(link))
    }

    /// The published file of a column.
    pub(super) fn file(&self, row: &Row, column: &str) -> Option<&'a Evidence> {
        let Some(Cell::File(path)) = row.get(column) else {
            return None;
        };
        self.builder.links.file(path)
    }

    /// The values a column takes with their titles, where the list is closed.
    pub(super) fn choices(&self, column: &str) -> &'static [(&'static str, &'static str)] {
        let mut columns = self.dataset.kind.columns().iter();
        match columns
            .find(|known| known.name == column)
            .map(|known| known.kind)
        {
            Some(ColumnType::Choice(choices)) => choices,
            _ => &[],
        }
    }

    pub(super) fn resolved(&self, link: &Link) -> String {
        let target = self.builder.links.follow(self.context.from, &link.href);
        local(target, self.builder.links)
    }

    fn html(&self, row: &Row, column: ColumnHeading<'_>) -> String {
        let Some(cell) = row.get(column.name) else {
            return String::new();
        };
        match (cell, column.kind) {
            (Cell::Text(text), ColumnType::Choice(choices)) => {
                let title = choices.iter().find(|(value, _)| value == text);
                escape(title.map_or(text, |(_, title)| title))
            }
            (Cell::Text(text), _) => inline(text, self.context),
            (Cell::Number(number), ColumnType::Year) => format!("{number:.0}"),
            (Cell::Number(number), ColumnType::Score) => score(*number),
            (Cell::Number(number), _) => with_commas(*number),
            (Cell::Date(day), _) => {
                let day = DateView::new(*day);
                format!("<time datetime=\"{}\">{}</time>", day.iso, day.thai)
            }
            (Cell::Period(period), _) => escape(&period.thai()),
            (Cell::Truth(true), _) => "☑ ดำเนินการแล้ว".to_owned(),
            (Cell::Truth(false), _) => "☐ ยังไม่ได้ดำเนินการ".to_owned(),
            (Cell::File(_), _) => self.photo_html(row, column.name),
            (Cell::Address(link), _) => {
                let url = self.resolved(link);
                format!("<a href=\"{}\">{}</a>", escape(&url), escape(&link.href))
            }
            (Cell::Bidders(bidders), _) => bidders_html(bidders),
        }
    }

    fn photo_html(&self, row: &Row, column: &str) -> String {
        let Some(file) = self.file(row, column) else {
            return String::new();
        };
        let name = text(row, self.dataset.kind.first_column().name);
        format!(
            "<img src=\"{}\" alt=\"รูปถ่าย {}\" width=\"96\" loading=\"lazy\">",
            escape(&self.builder.local(&file.address)),
            escape(name)
        )
    }
}

/// A text column as it was written; empty where nothing was filled in.
pub(super) fn text<'a>(row: &'a Row, column: &str) -> &'a str {
    match row.get(column) {
        Some(Cell::Text(text)) => text.trim(),
        _ => "",
    }
}

/// What an address column says, where it was filled in.
pub(super) fn link<'a>(row: &'a Row, column: &str) -> Option<&'a Link> {
    match row.get(column) {
        Some(Cell::Address(link)) if row.has(column) => Some(link),
        _ => None,
    }
}

pub(super) fn period(row: &Row, column: &str) -> Option<Period> {
    match row.get(column) {
        Some(Cell::Period(period)) => Some(*period),
        _ => None,
    }
}

pub(super) fn number(row: &Row, column: &str) -> Option<f64> {
    match row.get(column) {
        Some(Cell::Number(number)) => Some(*number),
        _ => None,
    }
}

/// What the rows fill in, added up; `None` where none does.
pub(super) fn sum<'r>(rows: impl IntoIterator<Item = &'r Row>, column: &str) -> Option<f64> {
    let numbers = rows.into_iter().filter_map(|row| number(row, column));
    numbers.reduce(|sum, number| sum + number)
}

/// The last row: the sums of some columns, under the word for it. Empty where there is nothing to add up.
pub(super) fn totals(
    rows: &[Row],
    columns: &[ColumnHeading<'_>],
    summed: impl Fn(ColumnHeading<'_>) -> bool,
) -> Vec<CellView> {
    if rows.len() < 2 || !columns.iter().any(|column| summed(*column)) {
        return Vec::new();
    }
    let mut cells: Vec<CellView> = columns
        .iter()
        .map(|column| {
            let sum = summed(*column).then(|| sum(rows, column.name));
            CellView {
                is_number: column.is_number(),
                ..CellView::text(sum.flatten().map(with_commas).unwrap_or_default())
            }
        })
        .collect();
    if let Some(first) = cells.first_mut() {
        "รวม".clone_into(&mut first.html);
    }
    cells
}

/// A score as results are announced: `84.60`.
pub(super) fn score(number: f64) -> String {
    format!("{number:.2}")
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
