//! The kind of a file by its first bytes, and by what lies in it where it is a container.

use memchr::memmem::find;

use super::{package, text};
use crate::model::FileKind;

/// Bytes before the first line of a PDF; readers look no further.
const PDF_START: usize = 1024;
/// Bytes in which a web page shows that it is one.
const HTML_START: usize = 1024;

/// First bytes that name a kind for certain.
const STARTS: &[(&[u8], FileKind)] = &[
    (b"\xff\xd8\xff", FileKind::Jpeg),
    (b"\x89PNG\r\n\x1a\n", FileKind::Png),
    (b"GIF87a", FileKind::Gif),
    (b"GIF89a", FileKind::Gif),
    (b"II*\0", FileKind::Tiff),
    (b"MM\0*", FileKind::Tiff),
    (b"8BPS", FileKind::Photoshop),
    (b"{\\rtf", FileKind::Rtf),
    (
        b"version https://git-lfs.github.com/spec/",
        FileKind::LfsPointer,
    ),
    (b"Rar!\x1a\x07", FileKind::Rar),
    (b"7z\xbc\xaf\x27\x1c", FileKind::SevenZip),
    (b"\x1f\x8b\x08", FileKind::Tar),
    (b"BZh91AY", FileKind::Tar),
    (b"\xfd7zXZ\0", FileKind::Tar),
];

/// How every file of the old Office starts, and every one of the new with a password.
pub(super) const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// What lies in a container of the old Office, and whose it is then.
const COMPOUND_PARTS: &[(&str, FileKind)] = &[
    ("EncryptedPackage", FileKind::LockedOffice),
    ("WordDocument", FileKind::OldWord),
    ("PowerPoint Document", FileKind::OldPowerPoint),
    ("Workbook", FileKind::OldExcel),
    ("Book", FileKind::OldExcel),
];

pub(super) fn of(bytes: &[u8]) -> FileKind {
    let start = STARTS.iter().find(|(start, _)| bytes.starts_with(start));
    if let Some((_, kind)) = start {
        return *kind;
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return package::kind(bytes);
    }
    if bytes.starts_with(COMPOUND) {
        let mut parts = COMPOUND_PARTS.iter();
        let part = parts.find(|(name, _)| holds_name(bytes, name));
        return part.map_or(FileKind::Compound, |(_, kind)| *kind);
    }
    if find(&bytes[..bytes.len().min(PDF_START)], b"%PDF-").is_some() {
        return FileKind::Pdf;
    }
    if let Some(kind) = by_signs(bytes) {
        return kind;
    }
    if is_html(bytes) {
        return FileKind::Html;
    }
    match text::decode(bytes) {
        Some(_) => FileKind::Text,
        None => FileKind::Unknown,
    }
}

/// Kinds whose sign is more than their first bytes.
fn by_signs(bytes: &[u8]) -> Option<FileKind> {
    let at = |from: usize, to: usize| bytes.get(from..to).unwrap_or_default();
    if bytes.starts_with(b"RIFF") && at(8, 12) == b"WEBP" {
        return Some(FileKind::Webp);
    }
    if at(257, 262) == b"ustar" {
        return Some(FileKind::Tar);
    }
    if at(4, 8) == b"ftyp" {
        let heic: [&[u8]; 6] = [b"heic", b"heix", b"heim", b"hevc", b"mif1", b"msf1"];
        let is_heic = heic.contains(&at(8, 12));
        return Some(if is_heic {
            FileKind::Heic
        } else {
            FileKind::Mp4
        });
    }
    // Two letters are too few: the size and the place of the picture must fit too.
    let size = |from| Some(u32::from_le_bytes(at(from, from + 4).try_into().ok()?) as usize);
    if bytes.starts_with(b"BM") && size(2)? == bytes.len() && size(10)? < bytes.len() {
        return Some(FileKind::Bmp);
    }
    if bytes.starts_with(b"MZ") {
        let header = size(0x3c).unwrap_or(usize::MAX);
        let sign = header.checked_add(4).map(|end| at(header, end));
        return (sign == Some(b"PE\0\0")).then_some(FileKind::Program);
    }
    None
}

/// Whether a container of the old Office has a part of this name, which it keeps in UTF-16.
fn holds_name(bytes: &[u8], name: &str) -> bool {
    // A name fills a field of 64 bytes, so zeros follow it.
    let units = name.encode_utf16().chain([0]);
    let name: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
    find(bytes, &name).is_some()
}

/// Whether a text is a web page, as a download that went wrong leaves it.
fn is_html(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(HTML_START)];
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let start = start.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let after_comment = match start.strip_prefix("<!--") {
        Some(comment) => comment.split_once("-->").map_or("", |(_, rest)| rest),
        None => start,
    };
    ["<!doctype html", "<html", "<head", "<body", "<script"]
        .iter()
        .any(|tag| after_comment.trim_start().starts_with(tag))
}

/// Whether a photograph ends before it is whole: its picture starts and the mark of its end does not
/// follow. What cameras write behind the end does no harm.
pub(super) fn breaks_off(bytes: &[u8]) -> bool {
    let mut at = 2;
    loop {
        match bytes.get(at..at + 4) {
            // The picture itself.
            Some([0xff, 0xda, ..]) => return find(&bytes[at..], b"\xff\xd9").is_none(),
            // Filling.
            Some([0xff, 0xff, ..]) => at += 1,
            Some([0xff, _, high, low]) => {
                at += 2 + usize::from(u16::from_be_bytes([*high, *low]));
            }
            // No picture at all; of a file of a few bytes nothing can be said.
            _ => return bytes.len() > 1024,
        }
    }
}
