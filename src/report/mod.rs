//! Tables that leave the site as files: one file per format.
//!
//! In: a [`ReportTable`], which is nothing but a title, columns and rows; out: its bytes. Apart, because
//! no format needs to know what a site is, and no table how it will be written.

mod csv;
mod json;
mod table;
mod text;
mod xlsx;

use rust_xlsxwriter::XlsxError;

pub use table::{CellKind, ReportColumn, ReportTable};

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

impl Format {
    /// What the names of such files end in.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }
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
