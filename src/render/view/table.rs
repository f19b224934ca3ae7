//! A table from a CSV or XLSX file.

use std::collections::HashMap;

use serde::Serialize;

use super::Builder;
use super::file::{FileView, file_view};
use crate::model::{Document, Extent, Sheet, SheetCell, TableFile};
use crate::parse::reference::canonical;
use crate::thai::numeral::with_commas;

/// A table kept in a file.
#[derive(Debug, Clone, Serialize)]
pub(super) struct TableView {
    /// What the table shows.
    caption: String,
    /// What stands above the heading in the file, and is not the caption again.
    titles: Vec<String>,
    /// The file; none where it is not there.
    file: Option<FileView>,
    /// The rows of the heading; empty where the file could not be read.
    head: Vec<Vec<TableCellView>>,
    /// The rows below it.
    rows: Vec<Vec<TableCellView>>,
    /// How much is shown, where that is not all.
    cut: Option<CutView>,
}

/// A cell of a table.
#[derive(Debug, Clone, Serialize)]
pub(super) struct TableCellView {
    /// Plain text, line breaks included; may be empty.
    text: String,
    /// Whether it stands in a column of numbers.
    is_number: bool,
    /// Over how many rows it reaches.
    rowspan: usize,
    /// Over how many columns it reaches.
    colspan: usize,
}

/// How much of a table is shown, in numbers with commas.
#[derive(Debug, Clone, Serialize)]
pub(super) struct CutView {
    rows: String,
    all_rows: String,
    columns: String,
    all_columns: String,
}

pub(super) fn tables(builder: Builder<'_>, document: &Document) -> Vec<TableView> {
    if document.tables.is_empty() {
        return Vec::new();
    }
    let files = builder.files_of(document).into_iter().rev();
    // The first of each path.
    let files: HashMap<String, _> = files
        .map(|(file, title)| (canonical(&file.path), (file, title)))
        .collect();
    let file = |table: &TableFile| {
        let (file, title) = files.get(&canonical(&table.path.value))?;
        Some(file_view(builder, file, title.clone()))
    };
    document
        .shown_tables()
        .map(|(table, sheet)| table_view(table, file(table), sheet))
        .collect()
}

fn table_view(table: &TableFile, file: Option<FileView>, sheet: Option<&Sheet>) -> TableView {
    let nothing = Sheet::default();
    let sheet = sheet.unwrap_or(&nothing);
    let titles = sheet.titles.iter();
    TableView {
        caption: table.caption.clone(),
        titles: titles
            .filter(|title| title.trim() != table.caption.trim())
            .cloned()
            .collect(),
        file,
        head: rows(&sheet.head),
        rows: rows(&sheet.rows),
        cut: sheet.extent.is_cut().then(|| cut(sheet.extent)),
    }
}

fn rows(rows: &[Vec<SheetCell>]) -> Vec<Vec<TableCellView>> {
    let cell = |cell: &SheetCell| TableCellView {
        text: cell.text.clone(),
        is_number: cell.is_number,
        rowspan: cell.rows,
        colspan: cell.columns,
    };
    rows.iter()
        .map(|row| row.iter().map(cell).collect())
        .collect()
}

fn cut(extent: Extent) -> CutView {
    #[allow(clippy::cast_precision_loss)]
    let text = |count: usize| with_commas(count as f64);
    CutView {
        rows: text(extent.rows),
        all_rows: text(extent.all_rows),
        columns: text(extent.columns),
        all_columns: text(extent.all_columns),
    }
}
