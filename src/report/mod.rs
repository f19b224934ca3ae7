//! Tables that leave the site as files: one file per format.
//!
//! In: a [`ReportTable`], which is nothing but a title, columns and rows; out: its bytes. Apart, because
//! no format needs to know what a site is, and no table how it will be written.

mod csv;
mod json;
mod text;
mod xlsx;

use rust_xlsxwriter::XlsxError;
use unicode_width::UnicodeWidthStr;

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportTable {
    /// What it shows.
    pub title: String,
    /// What is said before it, each as a column with one cell. Not in CSV, which is rows alone.
    pub head: Vec<(ReportColumn, String)>,
    /// Its columns.
    pub columns: Vec<ReportColumn>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportColumn {
    /// Its name for machines.
    pub name: &'static str,
    /// Its heading for people.
    pub title: &'static str,
    /// What its cells hold.
    pub kind: CellKind,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// Text, of one line or several.
    Text,
    /// A whole number.
    Number,
    /// A number with two decimals.
    Decimal,
    /// A whole address, or nothing.
    Link,
    /// Whole addresses, one a line.
    Links,
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Aligned for a terminal.
    Text,
    /// Comma-separated values that Excel opens with Thai intact.
    Csv,
    /// An Excel workbook.
    Xlsx,
    /// JSON, a row an object.
    Json,
}

impl ReportTable {
    /// Its bytes in a format; the same table gives the same bytes. Only what a workbook cannot hold is an error.
    pub fn bytes(&self, format: Format) -> Result<Vec<u8>, XlsxError> {
        Ok(match format {
            Format::Text => self.text().into_bytes(),
            Format::Csv => csv::csv(self).into_bytes(),
            Format::Xlsx => xlsx::xlsx(self)?,
            Format::Json => json::json(self).into_bytes(),
        })
    }

    /// The table for a terminal.
    pub fn text(&self) -> String {
        text::text(self)
    }

    /// The cells of a row with their columns.
    fn cells<'a>(&'a self, row: &'a [String]) -> impl Iterator<Item = (&'a ReportColumn, &'a str)> {
        self.columns.iter().zip(row.iter().map(String::as_str))
    }
}

impl ReportColumn {
    /// A column.
    pub const fn new(name: &'static str, title: &'static str, kind: CellKind) -> Self {
        Self { name, title, kind }
    }
}

/// How many places the longest line of a text takes: Thai marks above and below take none.
fn width(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{CellKind, Format, ReportColumn, ReportTable};

    #[test]
    fn what_no_workbook_holds_is_an_error_and_no_empty_file() {
        let column = ReportColumn::new("a", "ก", CellKind::Text);
        let table = ReportTable {
            title: String::new(),
            head: vec![],
            columns: vec![column; 20_000],
            rows: vec![],
        };
        assert!(table.bytes(Format::Xlsx).is_err());
        assert!(table.bytes(Format::Csv).is_ok());
    }
}
