//! The bytes of a file to its [`Facts`], by the reader of its kind.

use super::extract::Extract;
use super::guarded::guarded;
use super::{kind, office, package, pdf, rtf, runs, text};
use crate::model::{Condition, Facts, FileKind, TextLayer};

/// Finds out what a file is.
pub fn facts(bytes: &[u8]) -> Facts {
    let kind = kind::of(bytes);
    // The readers of archives and PDF give up on most damaged files, and stumble over a few.
    let extract = guarded(|| read(kind, bytes));
    let extract = extract.unwrap_or_else(|| Extract::of(Condition::Damaged));
    Facts {
        hash: hash(bytes),
        kind,
        condition: extract.condition,
        pages: extract.pages,
        text: if extract.personal.has_more_rows && extract.text == TextLayer::Searched {
            TextLayer::TooMuch
        } else {
            extract.text
        },
        personal: extract.personal.found,
        runs: runs::of(bytes),
    }
}

/// The hash that facts are kept by.
pub fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

fn read(kind: FileKind, bytes: &[u8]) -> Extract {
    match kind {
        FileKind::Pdf => pdf::read(bytes),
        FileKind::OpenDocument if package::is_locked_open_document(bytes) => {
            Extract::of(Condition::Locked)
        }
        FileKind::Docx | FileKind::Xlsx | FileKind::Pptx | FileKind::OpenDocument => {
            office::read(kind, bytes)
        }
        FileKind::Zip => package::read(bytes),
        FileKind::LockedOffice => Extract::of(Condition::Locked),
        FileKind::Jpeg if kind::breaks_off(bytes) => Extract::of(Condition::Damaged),
        FileKind::Rtf => {
            let mut extract = Extract::with(TextLayer::Searched);
            extract.personal.search(&rtf::text(bytes));
            extract
        }
        FileKind::Text | FileKind::Html => {
            let mut extract = Extract::with(TextLayer::Searched);
            if let Some(text) = text::decode(bytes) {
                extract.personal.search(&text);
            }
            extract
        }
        _ => Extract::default(),
    }
}
