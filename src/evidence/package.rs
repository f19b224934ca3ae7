//! Archives: which kind of office document lies in a ZIP file, whether it is whole, and what is in its members.

use std::io::{Cursor, Read as _};

use memchr::memmem::find;
use zip::ZipArchive;

use super::extract::{Extract, Nest};
use super::inside::InnerFiles;
use crate::model::{Condition, FileKind, TextLayer};

pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// An archive with more parts is not looked into.
const MOST_PARTS: usize = 100_000;

/// Opens an archive; `None` where it is damaged.
pub(super) fn open(bytes: &[u8]) -> Option<Archive<'_>> {
    let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    (archive.len() <= MOST_PARTS).then_some(archive)
}

/// The name of a part with `/` between folders: some programs write `\\`, and Excel opens that.
pub(super) fn part_name(name: &str) -> String {
    name.replace('\\', "/")
}

/// All members of an archive together, unpacked.
const MOST_BYTES: u64 = 100 << 20;
/// One of them: no file that is searched alone is larger.
const MOST_OF_ONE: u64 = 32 << 20;

/// The kind of a ZIP file, by what it holds.
pub(super) fn kind(bytes: &[u8]) -> FileKind {
    let Some(archive) = open(bytes) else {
        return by_local_names(bytes);
    };
    let holds = |start: &str| {
        archive
            .file_names()
            .flatten()
            .any(|name| part_name(&name).starts_with(start))
    };
    if holds("[Content_Types].xml") {
        let kinds = [
            ("word/", FileKind::Docx),
            ("xl/", FileKind::Xlsx),
            ("ppt/", FileKind::Pptx),
        ];
        if let Some((_, kind)) = kinds.iter().find(|(start, _)| holds(start)) {
            return *kind;
        }
    }
    if holds("mimetype") && holds("content.xml") {
        return FileKind::OpenDocument;
    }
    FileKind::Zip
}

/// An archive that breaks off has lost its list, but its parts still have their names before them.
fn by_local_names(bytes: &[u8]) -> FileKind {
    let holds = |name: &[u8]| find(bytes, name).is_some();
    if holds(b"word/document.xml") {
        FileKind::Docx
    } else if holds(b"xl/workbook.xml") {
        FileKind::Xlsx
    } else if holds(b"ppt/presentation.xml") {
        FileKind::Pptx
    } else {
        FileKind::Zip
    }
}

/// Whether an OpenDocument has a password: its list of parts, which is never encrypted, says how they are.
pub(super) fn is_locked_open_document(bytes: &[u8]) -> bool {
    const MOST_BYTES: u64 = 1 << 20;
    let mut list = Vec::new();
    let mut archive = open(bytes);
    let part = archive
        .as_mut()
        .map(|archive| archive.by_name("META-INF/manifest.xml"));
    // A list that cannot be read says nothing of a password.
    if let Some(Ok(part)) = part {
        let _ = part.take(MOST_BYTES).read_to_end(&mut list);
    }
    find(&list, b"encryption-data").is_some()
}

/// Looks whether an archive opens, and searches what is in it.
pub(super) fn read(bytes: &[u8], nest: Nest) -> Extract {
    let Some(mut archive) = open(bytes) else {
        return Extract::of(Condition::Damaged);
    };
    let mut parts = 0..archive.len();
    if parts.any(|at| archive.by_index_raw(at).is_ok_and(|part| part.encrypted())) {
        return Extract::of(Condition::Locked);
    }
    let mut extract = Extract::with(TextLayer::Searched);
    let mut inside = InnerFiles::of(nest);
    let mut room = MOST_BYTES;
    for at in 0..archive.len() {
        let Ok(member) = archive.by_index(at) else {
            inside.unpacked_not();
            continue;
        };
        if let Ok(name) = member.name() {
            extract.personal.search_piece(&name);
        }
        let mut content = Vec::new();
        let most = room.min(MOST_OF_ONE);
        let read = member.take(most + 1).read_to_end(&mut content);
        room = room.saturating_sub(content.len() as u64);
        if content.len() as u64 > most {
            inside.too_much();
            break;
        }
        match read {
            Ok(_) => inside.search(&content, &mut extract),
            Err(_) => inside.unpacked_not(),
        }
    }
    extract.text = inside.layer_of_archive();
    extract
}
