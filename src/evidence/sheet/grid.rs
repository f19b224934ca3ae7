//! The cells of a file while they are read: only as many as can be shown, and how many there are.
//!
//! In: cells one by one, from any reader. Out: [`Grid`]. Apart from the readers so that the bounds
//! hold for every kind of file; a file may name a cell a million rows away, so nothing is as large
//! as the table says it is.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Date, SheetDoubt};

/// Rows below the heading that a page shows.
pub const MOST_ROWS: usize = 1000;
/// Columns that a page shows.
pub const MOST_COLUMNS: usize = 60;
/// Rows that titles and heading may take besides.
const HEADING_ROWS: u32 = 20;
/// The text of all cells together, in bytes: no page needs more, and a few large cells that are
/// repeated would otherwise fill the memory.
const MOST_TEXT: usize = 4 << 20;
/// The text of one cell in bytes: Excel's own bound of 32,767 letters, in Thai.
const LONGEST_CELL: usize = 3 * 32_767;

/// A cell that holds something.
#[derive(Debug)]
pub struct GridCell {
    /// As the file shows it.
    pub text: String,
    /// What the file keeps, which may be more than it shows.
    pub value: GridValue,
}

/// What a file keeps in a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum GridValue {
    /// A text, or anything in a CSV file.
    Text,
    /// A number, however it is shown.
    Number {
        /// The whole number that is kept; of a percentage, a hundredth.
        number: f64,
        /// Whether it is shown as a percentage.
        is_percent: bool,
    },
    /// A day.
    Day {
        /// In the common era.
        day: Date,
        /// Whether only its month and year are shown.
        is_month: bool,
    },
    /// True or false.
    Truth(bool),
    /// An error of a formula, as its text says.
    Error,
}

impl GridCell {
    /// Whether the file itself says that it is a number.
    pub(super) fn is_number(&self) -> bool {
        matches!(self.value, GridValue::Number { .. })
    }
}

/// Merged cells, both corners included.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs)]
pub struct Merge {
    pub first: (u32, u32),
    pub last: (u32, u32),
}

/// What was kept of a file's cells, by row and column as the file counts them, from 0.
#[derive(Debug, Default)]
pub struct Grid {
    /// Only those that hold something.
    pub cells: BTreeMap<(u32, u32), GridCell>,
    /// Merged cells, whatever they hold.
    pub merges: Vec<Merge>,
    /// First and last row, first and last column that hold anything, kept or not.
    pub bounds: Option<[u32; 4]>,
    /// What in it is probably not what was meant.
    pub doubts: Vec<SheetDoubt>,
    /// Formulas that were never worked out: as many as are named one by one.
    pub uncalculated: BTreeSet<(u32, u32)>,
    /// The sheet; a CSV file has none.
    pub sheet: Option<String>,
    /// Other sheets that hold something, where none was asked for by name.
    pub others: Vec<String>,
    /// What is hidden of it.
    pub hidden: HiddenParts,
    /// The first cell, from which rows and columns are bounded.
    origin: (u32, u32),
    text: usize,
    /// The row in which there was too much text.
    full: Option<u32>,
}

/// What a workbook does not show, and holds.
#[derive(Debug, Default)]
#[allow(missing_docs)]
pub struct HiddenParts {
    pub sheet: bool,
    pub rows: BTreeSet<u32>,
    pub columns: BTreeSet<u32>,
}

impl Grid {
    /// Takes a cell; blank ones count as nothing.
    pub(super) fn put(&mut self, row: u32, column: u32, text: &str, value: GridValue) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        self.count(row, column);
        if self.has_room(row, column, text.len()) {
            self.text += text.len();
            let text = text.replace("\r\n", "\n").replace('\r', "\n");
            self.cells.insert((row, column), GridCell { text, value });
        }
    }

    /// Takes note of where a cell is that holds something.
    pub(super) fn count(&mut self, row: u32, column: u32) {
        match &mut self.bounds {
            None => {
                self.origin = (row, column);
                self.bounds = Some([row, row, column, column]);
            }
            Some([top, bottom, left, right]) => {
                *top = row.min(*top);
                *bottom = row.max(*bottom);
                *left = column.min(*left);
                *right = column.max(*right);
            }
        }
    }

    /// Whether a cell is one of those that may be kept, so that its text is worth making.
    pub(super) fn is_near(&self, row: u32, column: u32) -> bool {
        let most_rows = u32::try_from(MOST_ROWS).unwrap_or(u32::MAX) + HEADING_ROWS;
        let most_columns = u32::try_from(MOST_COLUMNS).unwrap_or(u32::MAX);
        self.bounds.is_none()
            || row.saturating_sub(self.origin.0) < most_rows
                && column.abs_diff(self.origin.1) < most_columns
    }

    fn has_room(&mut self, row: u32, column: u32, length: usize) -> bool {
        let near = self.is_near(row, column);
        if near && (length > LONGEST_CELL || self.text + length > MOST_TEXT) {
            self.full = Some(self.full.map_or(row, |full| full.min(row)));
        }
        near && self.full.is_none_or(|full| row < full)
    }

    /// The last row that was read whole.
    pub fn last_whole_row(&self) -> Option<u32> {
        self.full.map_or(Some(u32::MAX), |full| full.checked_sub(1))
    }
}

/// What Excel calls a cell: `B4`.
pub(super) fn cell_name((row, column): (u32, u32)) -> String {
    format!("{}{}", column_letters(column), u64::from(row) + 1)
}

/// The letters of a column: `D` for the fourth, `AA` for the twenty-seventh.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}
