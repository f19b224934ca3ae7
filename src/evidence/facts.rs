//! The bytes of a file to its [`Facts`], by the reader of its kind.

use memchr::memmem::find;

use super::extract::{Extract, Nest};
use super::guarded::guarded;
use super::{kind, office, old_office, package, pdf, rtf, runs, seen, text};
use crate::model::{Condition, Facts, FileKind, TextLayer};

/// Finds out what a file is.
pub fn facts(bytes: &[u8]) -> Facts {
    let kind = kind::of(bytes);
    let extract = extract(kind, bytes, 0);
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
        scanned: extract.scanned,
        personal: extract.personal.found,
        runs: runs::of(bytes),
    }
}

/// The hash that facts are kept by.
pub fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

/// What the reader of its kind takes out of a file that lies so many files deep.
fn extract(kind: FileKind, bytes: &[u8], depth: usize) -> Extract {
    // The readers of archives and PDF give up on most damaged files, and stumble over a few.
    let nest = Nest {
        depth,
        kind: kind::of,
        read: extract,
    };
    let extract = guarded(|| read(kind, bytes, nest));
    extract.unwrap_or_else(|| Extract::of(Condition::Damaged))
}

fn read(kind: FileKind, bytes: &[u8], nest: Nest) -> Extract {
    match kind {
        FileKind::Pdf => pdf::read(bytes, nest),
        FileKind::OpenDocument if package::is_locked_open_document(bytes) => {
            Extract::of(Condition::Locked)
        }
        FileKind::Docx | FileKind::Xlsx | FileKind::Pptx | FileKind::OpenDocument => {
            office::read(kind, bytes)
        }
        FileKind::Zip => package::read(bytes, nest),
        FileKind::OldWord | FileKind::OldExcel | FileKind::OldPowerPoint | FileKind::Compound => {
            let mut extract = Extract::default();
            old_office::search(bytes, &mut extract.personal);
            extract
        }
        FileKind::LockedOffice => Extract::of(Condition::Locked),
        FileKind::Jpeg if kind::breaks_off(bytes) => Extract::of(Condition::Damaged),
        FileKind::Rtf => {
            let text = rtf::text(bytes);
            let layer = match seen::of_text(&text) {
                TextLayer::Nothing if find(bytes, b"\\pict").is_some() => TextLayer::Pictures,
                TextLayer::Nothing if find(bytes, b"\\object").is_none() => TextLayer::Nothing,
                _ => TextLayer::Searched,
            };
            let mut extract = Extract::with(layer);
            extract.personal.search(&text);
            extract
        }
        FileKind::Text | FileKind::Html => {
            let mut extract = Extract::with(TextLayer::Searched);
            if let Some(text) = text::decode(bytes) {
                if kind == FileKind::Text {
                    extract.text = seen::of_text(&text);
                }
                extract.personal.search(&text);
            }
            extract
        }
        _ => Extract::default(),
    }
}
