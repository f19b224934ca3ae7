//! A table as every format gets it: a title, columns and rows.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

/// A table of any report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportTable {
    /// The heading; in a workbook also the name of the sheet.
    pub title: String,
    /// What is said before it, each as a column with one cell. Not in CSV, which is rows alone.
    pub head: Vec<(ReportColumn, String)>,
    /// From left to right.
    pub columns: Vec<ReportColumn>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportColumn {
    /// Its name for machines.
    pub name: Cow<'static, str>,
    /// Its heading for people.
    pub title: Cow<'static, str>,
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

impl ReportTable {
    /// The cells of a row with their columns.
    pub(super) fn cells<'a>(
        &'a self,
        row: &'a [String],
    ) -> impl Iterator<Item = (&'a ReportColumn, &'a str)> {
        self.columns.iter().zip(row.iter().map(String::as_str))
    }
}

impl ReportColumn {
    /// A column by its names for machines and for people.
    pub const fn new(name: &'static str, title: &'static str, kind: CellKind) -> Self {
        Self {
            name: Cow::Borrowed(name),
            title: Cow::Borrowed(title),
            kind,
        }
    }

    /// A column of an official form, which is headed by its own words for everybody.
    pub fn titled(title: &str, kind: CellKind) -> Self {
        Self {
            name: Cow::Owned(title.to_owned()),
            title: Cow::Owned(title.to_owned()),
            kind,
        }
    }
}

/// How many places the longest line of a text takes: Thai marks above and below take none.
pub(super) fn width(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}
