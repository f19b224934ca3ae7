//! What an evidence file really is: its bytes to [`Facts`].
//!
//! In: the bytes, and nothing else, so that facts can be kept by content. Out: kind, hash, whether it
//! opens, and the personal data in its text, masked. The text is searched while it is read and not
//! kept. Whatever the bytes are, this ends soon and with a result: everything that is unpacked is
//! bounded, and readers of other people's making are not trusted.

mod gather;
mod guarded;
mod kind;
mod office;
mod package;
mod pdf;
mod pieces;
pub mod record;
mod runs;
pub mod sheet;
mod store;
mod text;

use crate::model::{Condition, Facts, FileKind, TextLayer};
use crate::thai::citizen_number::citizen_numbers;
use crate::thai::personal::Personal;
use crate::thai::personal::{lists, personal};
pub use gather::gather;
use guarded::guarded;
pub use guarded::is_guarded;
pub use store::Store;

/// So many different numbers of a file are told; a list of people is told by its first ones.
const MOST_FOUND: usize = 20;

/// So many bytes of rows are kept to look for lists in, before they are looked through.
const MOST_ROWS: usize = 4 << 20;

/// So many bytes of rows of a file are looked through: cells that share a text repeat it without end.
const MOST_ROWS_OF_FILE: usize = 64 << 20;

/// Finds out what a file is.
pub fn facts(bytes: &[u8]) -> Facts {
    let kind = kind::of(bytes);
    // The readers of archives and PDF give up on most damaged files, and stumble over a few.
    let reading = guarded(|| read(kind, bytes)).unwrap_or_else(Reading::damaged);
    Facts {
        hash: hash(bytes),
        kind,
        condition: reading.condition,
        pages: reading.pages,
        text: if reading.found.has_more_rows && reading.text == TextLayer::Searched {
            TextLayer::TooMuch
        } else {
            reading.text
        },
        personal: reading.found.personal,
        runs: runs::of(bytes),
    }
}

/// The hash that facts are kept by.
pub fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

fn read(kind: FileKind, bytes: &[u8]) -> Reading {
    match kind {
        FileKind::Pdf => pdf::read(bytes),
        FileKind::Docx | FileKind::Xlsx | FileKind::Pptx => office::read(kind, bytes),
        FileKind::Zip | FileKind::OpenDocument => package::read(bytes),
        FileKind::LockedOffice => Reading {
            condition: Condition::Locked,
            ..Reading::default()
        },
        FileKind::Jpeg if kind::breaks_off(bytes) => Reading::damaged(),
        FileKind::Text | FileKind::Html | FileKind::Rtf => {
            let mut reading = Reading {
                text: TextLayer::Searched,
                ..Reading::default()
            };
            if let Some(text) = text::decode(bytes) {
                reading.found.search(&text);
            }
            reading
        }
        _ => Reading::default(),
    }
}

/// What a reader of one kind found out.
struct Reading {
    condition: Condition,
    pages: Option<u32>,
    text: TextLayer,
    found: Found,
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            condition: Condition::Sound,
            pages: None,
            text: TextLayer::OtherKind,
            found: Found::default(),
        }
    }
}

impl Reading {
    fn damaged() -> Self {
        Self {
            condition: Condition::Damaged,
            ..Self::default()
        }
    }
}

/// The personal data that were found so far.
#[derive(Default)]
struct Found {
    personal: Vec<Personal>,
    /// The rows read so far, one a line, with a tab between cells: a list shows itself only when it
    /// is seen whole.
    rows: String,
    /// How many bytes of rows there were so far.
    bytes_of_rows: usize,
    /// Whether there were more than are looked through.
    has_more_rows: bool,
}

impl Found {
    /// Looks through a whole text.
    fn search(&mut self, text: &str) {
        for (_, personal) in personal(text) {
            self.add(personal);
        }
    }

    /// Looks through a piece of a text: a paragraph, a cell, a line.
    fn search_piece(&mut self, text: &str) {
        for (_, masked) in citizen_numbers(text) {
            self.add(Personal::CitizenNumber { masked });
        }
    }

    /// Keeps a cell, or what ends it.
    fn keep(&mut self, cell: &str) {
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

    /// Looks for lists in the rows, which end here.
    fn search_rows(&mut self) {
        for (_, list) in lists(&std::mem::take(&mut self.rows)) {
            self.add(list);
        }
    }

    fn add(&mut self, personal: Personal) {
        if self.personal.len() < MOST_FOUND && !self.personal.contains(&personal) {
            self.personal.push(personal);
        }
    }
}
