//! PDF: whether it opens, how many pages it has, and the personal data in its text.
//!
//! `lopdf` gives the objects, decrypted where no password is asked for. Pages are walked here, because
//! what is looked for may be drawn one digit at a time and in any order: only the places of the glyphs
//! tell what a reader sees as one number.

mod cmap;
mod content;
mod fields;
mod font;
mod glyph_names;
mod lines;
mod matrix;
mod repair;
mod unpacked;
mod walk;

use std::collections::BTreeSet;

use lopdf::xref::XrefRecovery;
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, decode_text_string};
use memchr::memmem::{find, find_iter};

use super::extract::{Extract, Nest};
use super::inside::InnerFiles;
use super::personal::PersonalSearch;
use crate::model::{Condition, TextLayer};
use walk::{PageShows, Walk};

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
/// Letters that a stamp, a number of the page and the name of the scanner may have, on a page that is a picture.
const LETTERS_OF_STAMPS: usize = 120;
/// How much of a page a picture covers that is the page.
const WHOLE_PAGE: f64 = 0.6;
/// Where a file has more pages, its first and its last may be pictures: a cover has nothing to be searched.
const PAGES_WITHOUT_COVER: usize = 4;
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

/// Reads a file. Where a page could not be read, it is tried once more with its streams
/// put right.
pub(super) fn read(bytes: &[u8], nest: Nest) -> Extract {
    let as_it_is = read_once(bytes, nest);
    if as_it_is.text != TextLayer::Unread {
        return as_it_is;
    }
    let repaired = repair::repaired(bytes);
    let repaired = repaired.map(|bytes| read_once(&bytes, nest));
    let better =
        repaired.filter(|extract| extract.text != TextLayer::Unread && extract.pages.is_some());
    match better {
        Some(better) => Extract {
            condition: as_it_is.condition,
            ..better
        },
        None => as_it_is,
    }
}

fn read_once(bytes: &[u8], nest: Nest) -> Extract {
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
    let mut extract = Extract::default();
    let mut walk = Walk::new(&document);
    for page in pages.iter().take(MOST_PAGES) {
        walk.page(*page, &mut extract.personal);
    }
    extract.personal.search_rows();
    search_texts(&document, &mut extract.personal);
    let attached = search_attachments(&document, &mut walk, nest, &mut extract);
    if is_cut {
        extract.condition = Condition::Damaged;
    }
    extract.pages = u32::try_from(pages.len())
        .ok()
        .filter(|_| pages.len() <= MOST_PAGES);
    extract.text = if walk.room.is_used_up() || pages.len() > MOST_PAGES {
        TextLayer::TooMuch
    } else {
        layer(&walk, attached)
    };
    extract.scanned = scanned(&walk.pages);
    extract
}

/// Searches what is attached to a file, and says whether all of it could be.
fn search_attachments(
    document: &Document,
    walk: &mut Walk<'_>,
    nest: Nest,
    extract: &mut Extract,
) -> TextLayer {
    let mut inside = InnerFiles::of(nest);
    let specifications = document.objects.values().filter_map(|object| {
        let held = object.as_dict().ok()?.get_deref(b"EF", document).ok()?;
        held.as_dict().ok()
    });
    let named = specifications.flat_map(Dictionary::iter);
    let named: BTreeSet<ObjectId> = named.filter_map(|(_, at)| at.as_reference().ok()).collect();
    for (id, object) in &document.objects {
        let Object::Stream(stream) = object else {
            continue;
        };
        let kind = stream.dict.get(b"Type").and_then(Object::as_name);
        let is_attached = kind.is_ok_and(|kind| kind == b"EmbeddedFile");
        if !named.contains(id) && !is_attached {
            continue;
        }
        match walk.room.content(stream) {
            Some(content) => inside.search(&content, extract),
            None => inside.unpacked_not(),
        }
    }
    inside.layer()
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

fn layer(walk: &Walk<'_>, attached: TextLayer) -> TextLayer {
    let pages = walk.pages.len();
    let letters: usize = walk.pages.iter().map(|page| page.letters).sum();
    let pictures: usize = walk.pages.iter().map(|page| page.pictures).sum();
    let is_stamped_scan = pictures >= pages && letters < FEW_LETTERS * pages;
    if walk.room.has_unread {
        // What could not be read is no picture.
        TextLayer::Unread
    } else if letters == 0 || is_stamped_scan || walk.pages.iter().all(is_scan) {
        TextLayer::None
    } else if walk.has_unmapped_line {
        TextLayer::Unmapped
    } else {
        attached
    }
}

/// Whether a page is a picture, with no more letters than stamps have.
fn is_scan(page: &PageShows) -> bool {
    page.covered >= WHOLE_PAGE && page.letters < LETTERS_OF_STAMPS
}

/// How many pages are pictures, where others are not; covers are left out.
fn scanned(pages: &[PageShows]) -> u32 {
    let inner = match pages {
        [_, inner @ .., _] if pages.len() > PAGES_WITHOUT_COVER => inner,
        pages => pages,
    };
    if !inner.iter().any(is_scan) {
        return 0;
    }
    u32::try_from(pages.iter().filter(|page| is_scan(page)).count()).unwrap_or(u32::MAX)
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
