//! PDF: whether it opens, how many pages it has, and the personal data in its text.
//!
//! `lopdf` gives the objects, decrypted where no password is asked for. Pages are walked here, because
//! what is looked for may be drawn one digit at a time and in any order: only the places of the glyphs
//! tell what a reader sees as one number.

mod cmap;
mod content;
mod font;
mod glyph_names;
mod lines;
mod matrix;
mod unpacked;
mod walk;

use lopdf::xref::XrefRecovery;
use lopdf::{Dictionary, Document, LoadOptions, Object, decode_text_string};
use memchr::memmem::{find, find_iter};

use super::extract::Extract;
use super::personal::PersonalSearch;
use crate::model::{Condition, TextLayer};
use walk::Walk;

/// Pages of a file that are searched.
const MOST_PAGES: usize = 5_000;
/// The containers of objects together, unpacked while the file is opened.
const MOST_OBJECTS: usize = 256 << 20;
/// One container, or the list of all objects.
const LARGEST_CONTAINER: usize = 64 << 20;
/// The end of a file, where its last line must be.
const END: usize = 2048;
/// A page with fewer letters and a picture is a scan with a stamp.
const FEW_LETTERS: usize = 16;
/// Notes, fields and properties are texts of a sentence, not files.
const LONGEST_TEXT: usize = 64 << 10;

/// Where a file keeps text outside its pages: values of fields, notes, properties.
const TEXTS: [&[u8]; 10] = [
    b"V",
    b"DV",
    b"Contents",
    b"RC",
    b"TU",
    b"Title",
    b"Subject",
    b"Keywords",
    b"Author",
    b"Alt",
];

pub(super) fn read(bytes: &[u8]) -> Extract {
    let options = LoadOptions::with_max_decompressed_size(container_limit(bytes));
    let document = match Document::load_mem_with_options(bytes, options) {
        Ok(document) => document,
        Err(error) => return refused(&error),
    };
    if document.trailer.has(b"Encrypt") && !document.was_encrypted() {
        return Extract::of(Condition::Locked);
    }
    let pages: Vec<_> = document.page_iter().take(MOST_PAGES + 1).collect();
    if pages.is_empty() {
        return Extract::of(Condition::Damaged);
    }
    let end = find(&bytes[bytes.len().saturating_sub(END)..], b"%%EOF");
    let is_cut = end.is_none() && document.xref_recovery == Some(XrefRecovery::Reconstructed);
    let mut personal = PersonalSearch::default();
    let mut walk = Walk::new(&document);
    for page in pages.iter().take(MOST_PAGES) {
        walk.page(*page, &mut personal);
    }
    personal.search_rows();
    search_texts(&document, &mut personal);
    let too_much = walk.room.is_used_up() || pages.len() > MOST_PAGES;
    Extract {
        condition: if is_cut {
            Condition::Damaged
        } else {
            Condition::Sound
        },
        pages: u32::try_from(pages.len())
            .ok()
            .filter(|_| pages.len() <= MOST_PAGES),
        text: if too_much {
            TextLayer::TooMuch
        } else {
            layer(&walk, pages.len())
        },
        personal,
    }
}

/// A file that does not open: with a way of locking that is not known here, or because it is damaged.
fn refused(error: &lopdf::Error) -> Extract {
    match error {
        lopdf::Error::Decryption(_) | lopdf::Error::InvalidPassword => {
            Extract::of(Condition::Locked)
        }
        lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => {
            Extract::with(TextLayer::TooMuch)
        }
        _ => Extract::of(Condition::Damaged),
    }
}

/// How much one container of objects may hold, so that all of them stay within bounds.
fn container_limit(bytes: &[u8]) -> usize {
    let containers = find_iter(bytes, b"/ObjStm").count();
    (MOST_OBJECTS / containers.max(1)).min(LARGEST_CONTAINER)
}

fn layer(walk: &Walk<'_>, pages: usize) -> TextLayer {
    let is_stamped_scan = walk.pictures >= pages && walk.letters < FEW_LETTERS * pages;
    if walk.letters == 0 || is_stamped_scan {
        TextLayer::None
    } else if walk.has_unmapped_line {
        TextLayer::Unmapped
    } else {
        TextLayer::Searched
    }
}

/// Fields, notes and properties.
fn search_texts(document: &Document, personal: &mut PersonalSearch) {
    let mut search = |dictionary: &Dictionary| {
        for key in TEXTS {
            let Ok(value) = dictionary.get_deref(key, document) else {
                continue;
            };
            let short = value.as_str().is_ok_and(|text| text.len() <= LONGEST_TEXT);
            if let Some(text) = decode_text_string(value).ok().filter(|_| short) {
                personal.search(&text);
            }
        }
    };
    for object in document.objects.values() {
        match object {
            Object::Dictionary(dictionary) => {
                search(dictionary);
                let Ok(kids) = dictionary.get(b"Annots").and_then(Object::as_array) else {
                    continue;
                };
                kids.iter()
                    .filter_map(|kid| kid.as_dict().ok())
                    .for_each(&mut search);
            }
            Object::Array(notes) => {
                notes
                    .iter()
                    .filter_map(|note| note.as_dict().ok())
                    .for_each(&mut search);
            }
            _ => {}
        }
    }
}
