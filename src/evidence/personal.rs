//! The personal data in the text of one file, searched while it is read: the text itself is not kept.

use super::seen::SeenText;
use crate::thai::citizen_number::{citizen_numbers, numbers_over_cells, numbers_over_lines};
use crate::thai::personal::{Personal, lists, personal};

/// Different numbers of one file that are reported; a list of people is known by its first ones.
const MOST_FOUND: usize = 20;

/// Bytes of rows that are kept to look for lists in, before they are searched.
const MOST_ROWS: usize = 4 << 20;

/// Bytes of rows of a file that are searched: cells that share a text repeat it without end.
const MOST_ROWS_OF_FILE: usize = 64 << 20;

/// The personal data that were found so far.
#[derive(Default)]
pub(super) struct PersonalSearch {
    pub(super) found: Vec<Personal>,
    /// Whether its cells and paragraphs say anything.
    pub(super) seen: SeenText,
    /// The rows read so far, one a line, with a tab between cells: a list shows itself only when it
    /// is seen whole.
    rows: String,
    /// How many bytes of rows there were so far.
    bytes_of_rows: usize,
    /// Whether there were more than are looked through.
    pub(super) has_more_rows: bool,
}

impl PersonalSearch {
    /// Looks through a whole text.
    pub(super) fn search(&mut self, text: &str) {
        for (_, personal) in personal(text) {
            self.add(personal);
        }
    }

    /// Looks through a piece of a text: a paragraph, a cell, a line.
    pub(super) fn search_piece(&mut self, text: &str) {
        for (_, masked) in citizen_numbers(text) {
            self.add(Personal::CitizenNumber { masked });
        }
    }

    /// Keeps a cell, or what ends it.
    pub(super) fn keep(&mut self, cell: &str) {
        self.seen.text(cell);
        self.bytes_of_rows = self.bytes_of_rows.saturating_add(cell.len());
        self.has_more_rows |= self.bytes_of_rows > MOST_ROWS_OF_FILE;
        if self.has_more_rows {
            return;
        }
        if self.rows.len() + cell.len() > MOST_ROWS {
            self.search_rows();
        }
        self.rows.push_str(cell);
    }

    /// Looks for lists in the rows, which end here, and for numbers with a digit in each cell or over two lines.
    pub(super) fn search_rows(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        for (_, masked) in numbers_over_cells(&rows).chain(numbers_over_lines(&rows)) {
            self.add(Personal::CitizenNumber { masked });
        }
        for (_, list) in lists(&rows) {
            self.add(list);
        }
    }

    pub(super) fn add(&mut self, personal: Personal) {
        if self.found.len() < MOST_FOUND && !self.found.contains(&personal) {
            self.found.push(personal);
        }
    }
}
