//! The text of office documents since 2007, OpenDocument among them: every part that has any.
//!
//! A paragraph is one line however many runs it is cut into, and so is a cell; hidden sheets, notes,
//! headers, text boxes, comments and deleted text are published with the file, so they are searched
//! like the rest.

mod part;

use std::io::Read;

use super::extract::Extract;
use super::package;
use crate::model::{Condition, FileKind, TextLayer};
use part::{End, SharedTexts, Text, is_shared_texts};

/// All parts of a document together, unpacked.
const MOST_BYTES: u64 = 200 << 20;
/// Parts that hold the looks of a document.
const LOOKS: [&str; 7] = [
    "theme/",
    "styles",
    "fonttable",
    "settings",
    "numbering",
    "slidelayouts/",
    "slidemasters/",
];

/// Reads a document and the tables that are embedded in it, which go with it unseen.
pub(super) fn read(kind: FileKind, bytes: &[u8]) -> Extract {
    let mut extract = Extract::with(TextLayer::Searched);
    let mut room = MOST_BYTES;
    let embedded = parts(kind, bytes, &mut room, &mut extract);
    for bytes in embedded {
        // What is embedded once more is left alone, and so is damage that nobody sees.
        let mut inner = Extract::default();
        parts(package::kind(&bytes), &bytes, &mut room, &mut inner);
        for found in inner.personal.found {
            extract.personal.add(found);
        }
    }
    extract.text = match room {
        0 => TextLayer::TooMuch,
        _ => extract.personal.seen.layer(kind),
    };
    extract
}

/// Searches the parts of a document; gives the documents among them.
fn parts(kind: FileKind, bytes: &[u8], room: &mut u64, extract: &mut Extract) -> Vec<Vec<u8>> {
    let mut embedded = Vec::new();
    let Some(mut archive) = package::open(bytes) else {
        extract.condition = Condition::Damaged;
        return embedded;
    };
    let mut shared = SharedTexts::default();
    // The texts that cells share, before the cells.
    let mut order: Vec<usize> = (0..archive.len()).collect();
    let is_shared =
        |at: usize| matches!(archive.name_for_index(at), Some(Ok(name)) if is_shared_texts(&name));
    order.sort_by_cached_key(|at| !is_shared(*at));
    for at in order {
        let Ok(raw) = archive.by_index_raw(at) else {
            extract.condition = Condition::Damaged;
            continue;
        };
        if raw.encrypted() {
            extract.condition = Condition::Locked;
            continue;
        }
        let name = raw
            .name()
            .map(|name| package::part_name(&name).to_ascii_lowercase());
        drop(raw);
        let Ok(name) = name else { continue };
        extract.personal.seen.part(&name);
        let is_document = [".docx", ".xlsx", ".pptx"]
            .iter()
            .any(|end| name.ends_with(end));
        let has_text = has_text(kind, &name);
        if !is_document && !has_text {
            continue;
        }
        let Ok(part) = archive.by_index(at) else {
            extract.condition = Condition::Damaged;
            continue;
        };
        let mut bounded = part.take(*room);
        let end = if is_document {
            embedded.push(Vec::new());
            let bytes = embedded.last_mut().map(|bytes| bounded.read_to_end(bytes));
            End::of(matches!(bytes, Some(Ok(_))))
        } else {
            let personal = &mut extract.personal;
            Text::read(&mut bounded, kind, &name, &mut shared, personal)
        };
        *room = bounded.limit();
        match end {
            End::TooLong => *room = 0,
            End::BrokenOff if *room > 0 => extract.condition = Condition::Damaged,
            End::BrokenOff | End::Whole => {}
        }
        if *room == 0 {
            break;
        }
    }
    embedded
}

/// Whether a part is more than the looks of a document. The head and the foot of an OpenDocument stand among its styles.
fn has_text(kind: FileKind, name: &str) -> bool {
    let is_looks = || LOOKS.iter().any(|looks| name.contains(looks));
    [".xml"].iter().any(|end| name.ends_with(end))
        && (kind == FileKind::OpenDocument || !is_looks())
}
