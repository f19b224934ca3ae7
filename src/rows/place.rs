//! Where in a spreadsheet something is, as the spreadsheet counts: rows from 1, columns by letters.

use std::sync::Arc;

use super::head::Head;
use crate::evidence::sheet::column_letters;
use crate::files::file_name;
use crate::model::RowsFile;
use crate::span::{CellPlace, Span};

/// Makes places of one sheet, at the line of the document that asks for its rows.
pub(super) struct SheetPlaces {
    at: Span,
    file: Arc<str>,
    sheet: Option<Arc<str>>,
    /// The headings of columns by their numbers.
    headings: Vec<(u32, Arc<str>)>,
}

impl SheetPlaces {
    pub(super) fn of(asked: &RowsFile, sheet: Option<&str>) -> Self {
        Self {
            at: asked.at.clone(),
            file: file_name(&asked.path.value).into(),
            sheet: sheet.map(Arc::from),
            headings: Vec::new(),
        }
    }

    /// Takes note of the headings, which places of cells name.
    pub(super) fn know(&mut self, head: &Head) {
        let headings = head.columns.iter();
        let headings = headings.map(|column| (column.index, Arc::from(&*column.heading)));
        self.headings = headings.collect();
    }

    /// A place, as far as row and column are given.
    pub(super) fn at(&self, row: Option<u32>, column: Option<u32>) -> Span {
        let heading = |number| {
            let mut headings = self.headings.iter();
            let found = headings.find(|(index, _)| *index == number);
            found.map_or_else(|| Arc::from(""), |(_, heading)| heading.clone())
        };
        self.at.in_cell(CellPlace {
            file: self.file.clone(),
            sheet: self.sheet.clone(),
            row: row.map(|row| row.saturating_add(1)),
            column: column.map(|column| (column_letters(column), heading(column))),
        })
    }
}
