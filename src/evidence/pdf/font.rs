//! Fonts: bytes that a page shows, to letters and their widths.
//!
//! In: a font's dictionary. Out: for every code the letters it means, or that it does not say, and how
//! far it moves on. The shapes themselves are never looked at.

use std::collections::BTreeMap;

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};
use lopdf::{Dictionary, Document, Object};

use super::cmap::{CMap, code};
use super::glyph_names::{SOME_LETTER, letter};
use super::unpacked::Unpacked;

/// Widths are stated in thousandths of the font's size.
const THOUSANDTH: f64 = 0.001;
/// Of digits in a font that states no widths.
const USUAL_WIDTH: f64 = 0.556;
/// Widths of a font that are read.
const MOST_WIDTHS: usize = 70_000;
/// The flag of fonts with letters outside the Latin alphabet, or signs.
const SYMBOLIC: i64 = 4;
/// Fonts of signs that are no text.
const SIGNS: [&str; 5] = [
    "symbol",
    "zapfdingbats",
    "wingdings",
    "webdings",
    "opensymbol",
];

/// One code of a text, as a font shows it.
pub(super) struct Glyph {
    /// What it means; for a code that does not say, the letter it would be in the usual table.
    pub(super) letters: String,
    /// Whether the font says so.
    pub(super) is_mapped: bool,
    /// How far it moves on, in sizes of the font.
    pub(super) width: f64,
    /// Whether it is the code that word spacing widens.
    pub(super) is_blank: bool,
}

impl Glyph {
    /// A letter that is drawn with a font that is not known.
    pub(super) fn plain(letter: char) -> Self {
        Self {
            letters: letter.to_string(),
            is_mapped: true,
            width: 0.5,
            is_blank: letter == ' ',
        }
    }
}

/// A font, as far as text needs it.
pub(super) struct Font {
    to_unicode: Option<CMap>,
    codes: Codes,
    widths: BTreeMap<u32, f64>,
    usual_width: f64,
}

/// How codes are cut out of a text, and what they mean without a `ToUnicode` table.
enum Codes {
    /// One byte each, with the letter of each.
    Single(Vec<Option<char>>),
    /// Usually two bytes each. Whether they are Unicode themselves.
    Several {
        lengths: Option<CMap>,
        are_unicode: bool,
    },
}

impl Font {
    pub(super) fn new(dictionary: &Dictionary, document: &Document, room: &mut Unpacked) -> Self {
        let get = |key: &[u8]| dictionary.get_deref(key, document).ok();
        let to_unicode = match get(b"ToUnicode") {
            Some(Object::Stream(stream)) => room.content(stream).map(|text| CMap::parse(&text)),
            _ => None,
        };
        let subtype = get(b"Subtype").and_then(|name| name.as_name().ok());
        if subtype == Some(b"Type0") {
            return Self::composite(dictionary, document, room, to_unicode);
        }
        let scale = if subtype == Some(b"Type3") {
            let matrix = get(b"FontMatrix").and_then(|matrix| matrix.as_array().ok());
            let first = matrix.and_then(|matrix| matrix.first());
            first.map_or(THOUSANDTH, |first| {
                f64::from(first.as_float().unwrap_or(0.001))
            })
        } else {
            THOUSANDTH
        };
        let first = get(b"FirstChar").and_then(|first| first.as_i64().ok());
        let first = first
            .and_then(|first| u32::try_from(first).ok())
            .unwrap_or(0);
        let stated = get(b"Widths").and_then(|widths| widths.as_array().ok());
        let widths = stated.into_iter().flatten().take(256).zip(first..);
        let widths = widths.map(|(width, code)| (code, number(width, document) * scale));
        Self {
            to_unicode,
            codes: Codes::Single(table(dictionary, document, room)),
            widths: widths.collect(),
            usual_width: USUAL_WIDTH,
        }
    }

    fn composite(
        dictionary: &Dictionary,
        document: &Document,
        room: &mut Unpacked,
        to_unicode: Option<CMap>,
    ) -> Self {
        let (lengths, name) = match dictionary.get_deref(b"Encoding", document) {
            Ok(Object::Stream(stream)) => (room.content(stream).map(|text| CMap::parse(&text)), ""),
            Ok(Object::Name(name)) => (None, std::str::from_utf8(name).unwrap_or("")),
            _ => (None, ""),
        };
        let descendants = dictionary.get_deref(b"DescendantFonts", document);
        let first = descendants.and_then(Object::as_array).ok();
        let first = first.and_then(|fonts| fonts.first());
        let descendant = first.and_then(|font| document.dereference(font).ok());
        let descendant = descendant.and_then(|(_, font)| font.as_dict().ok());
        let get = |key: &[u8]| descendant?.get_deref(key, document).ok();
        let usual = get(b"DW").map_or(1000.0, |width| number(width, document));
        let widths = get(b"W").and_then(|widths| widths.as_array().ok());
        Self {
            to_unicode,
            codes: Codes::Several {
                lengths,
                are_unicode: name.contains("UCS2") || name.contains("UTF16"),
            },
            widths: widths.map_or_else(BTreeMap::new, |widths| wide(widths, document)),
            usual_width: usual * THOUSANDTH,
        }
    }

    /// How many widths it states.
    pub(super) fn widths(&self) -> usize {
        self.widths.len()
    }

    /// The glyphs of a text that is shown.
    pub(super) fn glyphs<'a>(&'a self, mut text: &'a [u8]) -> impl Iterator<Item = Glyph> + 'a {
        std::iter::from_fn(move || {
            let length = match &self.codes {
                Codes::Single(_) => 1,
                Codes::Several { lengths, .. } => {
                    let stated = lengths.as_ref().and_then(|map| map.code_length(text));
                    stated.unwrap_or(2)
                }
            };
            let (bytes, rest) = text.split_at(length.min(text.len()));
            text = rest;
            (!bytes.is_empty()).then(|| self.glyph(bytes))
        })
    }

    fn glyph(&self, bytes: &[u8]) -> Glyph {
        let code = code(bytes);
        let said = self.to_unicode.as_ref().and_then(|map| map.text(code));
        let said = said.and_then(|text| meaningful(&text));
        let of_table = || match &self.codes {
            Codes::Single(table) => *table.get(code as usize)?,
            Codes::Several { are_unicode, .. } => char::from_u32(code).filter(|_| *are_unicode),
        };
        let letters = said.or_else(|| of_table().map(String::from));
        let guess = || char::from_u32(code).filter(char::is_ascii_digit);
        Glyph {
            is_mapped: letters.is_some(),
            letters: letters.unwrap_or_else(|| String::from(guess().unwrap_or(SOME_LETTER))),
            width: self.widths.get(&code).copied().unwrap_or(self.usual_width),
            is_blank: bytes == b" ",
        }
    }
}

/// The text of a table, which may be none, without what only looks like text: signs of private use, the mark of what is
/// not known. Symbol fonts keep their letters at U+F000, Thai ones their moved vowels at U+F700.
fn meaningful(text: &str) -> Option<String> {
    let mean = |letter: char| match letter {
        '\u{f020}'..='\u{f07e}' => char::from_u32(u32::from(letter) - 0xf000),
        '\u{f700}'..='\u{f71a}' => Some(SOME_LETTER),
        '\t' | '\n' | '\r' => Some(' '),
        '\u{fffd}' | '\u{e000}'..='\u{f8ff}' => None,
        letter if letter.is_control() => None,
        letter => Some(letter),
    };
    text.chars().map(mean).collect()
}

/// The letters of a font with one byte a code.
fn table(dictionary: &Dictionary, document: &Document, room: &mut Unpacked) -> Vec<Option<char>> {
    let encoding = dictionary.get_deref(b"Encoding", document).ok();
    let base = match encoding {
        Some(Object::Name(name)) => Some(name.as_slice()),
        Some(Object::Dictionary(found)) => {
            found.get(b"BaseEncoding").and_then(Object::as_name).ok()
        }
        _ => None,
    };
    let mut table = match base {
        Some(b"WinAnsiEncoding") => encoded(WINDOWS_1252),
        Some(b"MacRomanEncoding") => encoded(MACINTOSH),
        _ => own_table(dictionary, document, room),
    };
    let differences = encoding.and_then(|found| found.as_dict().ok());
    let differences = differences.and_then(|found| found.get_deref(b"Differences", document).ok());
    let mut code = 0_usize;
    for entry in differences
        .and_then(|found| found.as_array().ok())
        .into_iter()
        .flatten()
        .take(MOST_WIDTHS)
    {
        match entry {
            Object::Integer(first) => code = usize::try_from(*first).unwrap_or(0),
            Object::Name(name) => {
                if let (Some(place), Ok(name)) = (table.get_mut(code), std::str::from_utf8(name)) {
                    *place = letter(name);
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    table
}

/// What a font means by its codes when the page does not say.
fn own_table(
    dictionary: &Dictionary,
    document: &Document,
    room: &mut Unpacked,
) -> Vec<Option<char>> {
    let name = dictionary.get_deref(b"BaseFont", document);
    let name = name.and_then(Object::as_name).unwrap_or_default();
    let name = String::from_utf8_lossy(name).to_ascii_lowercase();
    if SIGNS.iter().any(|signs| name.contains(signs)) {
        return vec![Some(SOME_LETTER); 256];
    }
    let descriptor = dictionary.get_deref(b"FontDescriptor", document);
    let Ok(descriptor) = descriptor.and_then(Object::as_dict) else {
        return match dictionary.get(b"CharProcs") {
            // A font drawn for this file names its letters or means nothing.
            Ok(_) => vec![None; 256],
            Err(_) => standard(),
        };
    };
    let program = descriptor.get_deref(b"FontFile", document);
    if let Ok(Object::Stream(program)) = program {
        return room
            .content(program)
            .map_or_else(standard, |program| of_program(&program));
    }
    let embedded = [b"FontFile2", b"FontFile3"]
        .iter()
        .any(|key| descriptor.has(*key));
    let flags = descriptor
        .get_deref(b"Flags", document)
        .and_then(Object::as_i64);
    if embedded && flags.unwrap_or(0) & SYMBOLIC != 0 {
        return vec![None; 256];
    }
    standard()
}

/// The table in the readable beginning of a Type 1 font: `dup 49 /one put`.
fn of_program(program: &[u8]) -> Vec<Option<char>> {
    let end = program.windows(5).position(|word| word == b"eexec");
    let text = String::from_utf8_lossy(&program[..end.unwrap_or(program.len()).min(1 << 20)]);
    let Some((_, text)) = text.split_once("/Encoding") else {
        return standard();
    };
    if text.trim_start().starts_with("StandardEncoding") {
        return standard();
    }
    let mut table = vec![None; 256];
    for entry in text.split("dup ").skip(1) {
        let mut words = entry.split_ascii_whitespace();
        let code = words.next().and_then(|word| word.parse::<usize>().ok());
        let name = words.next().and_then(|word| word.strip_prefix('/'));
        if let (Some(place), Some(name)) = (code.and_then(|code| table.get_mut(code)), name) {
            *place = letter(name);
        }
    }
    table
}

fn encoded(encoding: &'static Encoding) -> Vec<Option<char>> {
    let letter = |byte: u8| {
        let (text, _) = encoding.decode_without_bom_handling(std::slice::from_ref(&byte));
        text.chars().next().filter(|letter| !letter.is_control())
    };
    (0..=255).map(letter).collect()
}

/// Adobe's standard encoding; beyond ASCII, which of its letters is meant does not matter.
fn standard() -> Vec<Option<char>> {
    let letter = |byte: u8| match byte {
        0x20..=0x7e => Some(char::from(byte)),
        0xa1.. => Some(SOME_LETTER),
        _ => None,
    };
    (0..=255).map(letter).collect()
}

/// `W` of a composite font: `first [width …]` or `first last width`.
fn wide(array: &[Object], document: &Document) -> BTreeMap<u32, f64> {
    let mut widths = BTreeMap::new();
    // Ranges may name the same codes again and again, so what is read is counted, not what is kept.
    let mut room = MOST_WIDTHS;
    let mut entries = array
        .iter()
        .map(|entry| document.dereference(entry).map(|(_, entry)| entry));
    let code = |object: &Object| {
        object
            .as_i64()
            .ok()
            .and_then(|code| u32::try_from(code).ok())
    };
    while let (Some(Ok(first)), Some(Ok(second))) = (entries.next(), entries.next()) {
        let Some(first) = code(first) else { break };
        if let Ok(list) = second.as_array() {
            let list = list
                .iter()
                .map(|width| number(width, document) * THOUSANDTH);
            room = room.saturating_sub(list.len());
            widths.extend((first..).zip(list));
        } else {
            let (Some(last), Some(Ok(width))) = (code(second), entries.next()) else {
                break;
            };
            let width = number(width, document) * THOUSANDTH;
            let codes = (first..=last).take(room);
            widths.extend(codes.map(|code| (code, width)));
            room = room.saturating_sub(last.saturating_sub(first) as usize + 1);
        }
        if room == 0 {
            break;
        }
    }
    widths
}

fn number(object: &Object, document: &Document) -> f64 {
    let (_, object) = document.dereference(object).unwrap_or((None, object));
    f64::from(object.as_float().unwrap_or(0.0))
}
