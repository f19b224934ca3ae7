//! A site's folder: all its texts, and a listing of the rest.

use std::fs;
use std::io::Read;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;

use encoding_rs::{Encoding, UTF_8};
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::file::exists;
use super::folder::{FRAMEWORK_FILE, SITE_FILE, TOPS};
use super::no_file;
use super::stamp::stamp_of;
use crate::files::{Entry, Files, MARKDOWN, SitePath, ending};
use crate::thai::digits::is_invisible;

/// What Windows leaves in folders; published, it would count as evidence.
const SYSTEM_FILES: [&str; 2] = ["desktop.ini", "thumbs.db"];

/// Endings of files that are evidence wherever they lie.
const EVIDENCE: [&str; 15] = [
    "pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ppt", "pptx", "jpg", "jpeg", "png", "heic",
    "zip", "rar",
];

/// Endings of a seal that is named in `site.toml` and would be no evidence.
const SEALS: [&str; 1] = ["svg"];

/// Words in the names of reports, as the manual calls them.
const REPORTS: [&str; 5] = ["checklist", "submission", "itas", "score", "report"];

/// Entries beside `site.toml` that are looked at: it may stand in a folder of downloads.
const MOST_BESIDE: usize = 1000;

/// Reads a site: `site.toml`, `content/` and `themes/`.
///
/// Files and folders whose names start with `.`, `_` or `~$` are left out, and so is what Windows makes itself.
/// Symbolic links below the site folder are not followed, because they would let a page show what lies outside
/// the site.
pub fn site(root: &Path) -> Files {
    let mut files = Files::default();
    let mut paths = vec![(Arc::from(SITE_FILE), root.join(SITE_FILE), true)];
    // It is used in the folder of its year only, which is to be said.
    let misplaced = root.join(FRAMEWORK_FILE);
    if misplaced.is_file() && !misplaced.is_symlink() {
        paths.push((Arc::from(FRAMEWORK_FILE), misplaced, true));
    }
    paths.extend(files_beside(root));
    for top in TOPS {
        let listing = Listing::of(root, top);
        files.folders.extend(listing.folders);
        files.unlisted.extend(listing.unlisted);
        paths.extend(listing.files);
    }
    let mut entries: Vec<(SitePath, Entry)> = paths
        .into_par_iter()
        .map(|(path, on_disk, is_file)| {
            let entry = if is_file {
                entry(&path, &on_disk)
            } else {
                no_file::entry(&on_disk)
            };
            (path, entry)
        })
        .collect();
    // Sorted at once, because each of very many would be looked for a place.
    entries.par_sort_by(|(one, _), (other, _)| one.cmp(other));
    files.entries = entries.into_iter().collect();
    files
}

/// Files beside `site.toml` that were meant as evidence or as a seal, by their ending. Reports of this program are
/// written there too.
pub(super) fn files_beside(root: &Path) -> Vec<(SitePath, PathBuf, bool)> {
    let found = WalkDir::new(root).min_depth(1).max_depth(1).into_iter();
    let found = found.filter_entry(is_wanted).flatten().take(MOST_BESIDE);
    let found = found.filter(|found| found.file_type().is_file());
    let found = found.map(|found| (site_path(root, found.path()), found.into_path()));
    let is_report = |path: &SitePath| {
        REPORTS
            .iter()
            .any(|word| path.to_lowercase().contains(word))
    };
    let is_wanted = |path: &SitePath| {
        let ending = ending(path).to_ascii_lowercase();
        let mut endings = EVIDENCE.iter().chain(&SEALS);
        endings.any(|known| *known == ending) && !is_report(path)
    };
    found
        .filter(|(path, _)| is_wanted(path))
        .map(|(path, on_disk)| (path, on_disk, true))
        .collect()
}

/// What was found in a folder, not opened yet.
#[derive(Default)]
struct Listing {
    folders: Vec<SitePath>,
    unlisted: Vec<(SitePath, String)>,
    /// Where it is, and whether it is a file and no link.
    files: Vec<(SitePath, PathBuf, bool)>,
}

impl Listing {
    /// Lists a folder of the site with all that is in it, its own folders side by side.
    fn of(root: &Path, top: &str) -> Self {
        let folder = root.join(top);
        let mut listing = Self::default();
        if !exists(&folder) {
            return listing;
        }
        listing.walk(root, WalkDir::new(&folder).max_depth(1));
        let is_inside = |path: &&SitePath| path.len() > top.len();
        let inner = listing.folders.iter().filter(is_inside);
        let inner: Vec<PathBuf> = inner.map(|path| root.join(&**path)).collect();
        let below: Vec<Self> = inner
            .into_par_iter()
            .map(|folder| {
                let mut listing = Self::default();
                listing.walk(root, WalkDir::new(folder).min_depth(1));
                listing
            })
            .collect();
        for found in below {
            listing.folders.extend(found.folders);
            listing.unlisted.extend(found.unlisted);
            listing.files.extend(found.files);
        }
        listing
    }

    fn walk(&mut self, root: &Path, walk: WalkDir) {
        let walk = walk.follow_root_links(false);
        for found in walk.into_iter().filter_entry(is_wanted) {
            match found {
                Ok(found) => {
                    let path = site_path(root, found.path());
                    if found.file_name().to_str().is_none() {
                        let reason = "file name is not UTF-8".to_owned();
                        self.unlisted.push((path, reason));
                    } else if found.file_type().is_dir() {
                        self.folders.push(path);
                    } else {
                        let is_file = found.file_type().is_file();
                        self.files.push((path, found.into_path(), is_file));
                    }
                }
                Err(error) => {
                    let path = error
                        .path()
                        .map_or(SitePath::from(""), |p| site_path(root, p));
                    let reason = error
                        .io_error()
                        .map_or_else(|| error.to_string(), ToString::to_string);
                    self.unlisted.push((path, reason));
                }
            }
        }
    }
}

pub(super) fn is_wanted(entry: &DirEntry) -> bool {
    entry.depth() == 0 || !is_left_out(&entry.file_name().to_string_lossy())
}

/// Whether a file of this name is no part of the site.
pub fn is_left_out(name: &str) -> bool {
    let made_by_system = SYSTEM_FILES
        .iter()
        .any(|known| name.eq_ignore_ascii_case(known));
    name.starts_with(['.', '_']) || name.starts_with("~$") || made_by_system
}

pub(super) fn site_path(root: &Path, path: &Path) -> SitePath {
    let relative = path.strip_prefix(root).unwrap_or(path);
    Arc::from(relative.to_string_lossy().replace(MAIN_SEPARATOR, "/"))
}

fn entry(path: &str, on_disk: &Path) -> Entry {
    if is_script_or_style(path)
        && let Ok(Ok(bytes)) = small(on_disk)
        && let read @ Entry::Text(_) = text(&bytes)
    {
        return read;
    }
    let read = if is_text(path) || (is_plain(path) && is_document(on_disk)) {
        small(on_disk)
            .map(|bytes| bytes.map_or_else(|bytes| Entry::TooLarge { bytes }, |bytes| text(&bytes)))
    } else {
        // Opened, because only that tells whether it will be readable when it is published.
        fs::File::open(on_disk)
            .and_then(|file| file.metadata())
            .map(|found| Entry::Asset(stamp_of(&found)))
    };
    read.unwrap_or_else(|error| Entry::Unreadable(error.to_string()))
}

/// A text of more bytes is none that people wrote: parsing it would take memory many times its size.
pub const MOST_TEXT: u64 = 2 << 20;

/// The bytes of a text file; of one that is too large its size.
fn small(on_disk: &Path) -> std::io::Result<Result<Vec<u8>, u64>> {
    let file = fs::File::open(on_disk)?;
    let size = file.metadata()?.len();
    let expected = size.min(MOST_TEXT + 1) + 1;
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or_default());
    // What grows while it is read stays within the bound too.
    let read = file.take(MOST_TEXT + 1).read_to_end(&mut bytes)? as u64;
    Ok(if read > MOST_TEXT {
        Err(size.max(read))
    } else {
        Ok(bytes)
    })
}

/// Which files are read whole: documents, settings and templates. The rest is copied.
fn is_text(path: &str) -> bool {
    if path.starts_with("themes/") {
        return path.split('/').nth(2) == Some("templates");
    }
    let ending = path.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    matches!(ending.as_str(), "md" | "toml")
}

/// Whether a file of a theme is one that may be the built-in theme's own; in another encoding it is copied as it is.
fn is_script_or_style(path: &str) -> bool {
    path.starts_with("themes/") && matches!(ending(path), "js" | "css")
}

/// Endings of plain texts: most are evidence, some a document that was saved under another ending.
fn is_plain(path: &str) -> bool {
    let ending = ending(path).to_ascii_lowercase();
    path.starts_with("content/") && (ending == "txt" || MARKDOWN.contains(&&*ending))
}

/// Whether a plain text begins as documents do, with front matter: published as it is, it would show what a draft
/// holds back.
fn is_document(on_disk: &Path) -> bool {
    const LOOKED_AT: u64 = 4 << 10;
    let mut bytes = Vec::new();
    let read =
        fs::File::open(on_disk).and_then(|file| file.take(LOOKED_AT).read_to_end(&mut bytes));
    let text = String::from_utf8_lossy(&bytes);
    let mut lines = text
        .lines()
        .map(|line| line.trim_matches(|c: char| c.is_whitespace() || is_invisible(c)));
    let mut lines = lines.by_ref().skip_while(|line| line.is_empty());
    let is_key = |line: &str| {
        let key = line.split_once(':').map_or("", |(key, _)| key);
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    read.is_ok()
        && match lines.next() {
            Some("+++") => true,
            Some("---") => lines.next().is_some_and(is_key),
            _ => false,
        }
}

/// The program whose file somebody saved under a document's name, by its first bytes.
fn of_program(bytes: &[u8]) -> Option<&'static str> {
    const SIGNS: [(&[u8], &str); 4] = [
        (b"PK\x03\x04", "Word (.docx)"),
        (b"%PDF-", "PDF"),
        (b"{\\rtf", "RTF (WordPad)"),
        (b"\xd0\xcf\x11\xe0", "Word 97-2003 (.doc)"),
    ];
    let found = SIGNS.iter().find(|(sign, _)| bytes.starts_with(sign));
    found.map(|(_, program)| *program)
}

/// Where a file shows that it is no text in UTF-8 though its bytes could be: text of two bytes a letter, or a file of
/// another program under a document's name. A zero byte that was pasted among letters is a matter of its line.
fn no_text(bytes: &[u8]) -> Option<usize> {
    const MANY: usize = 8;
    if of_program(bytes).is_some() {
        return Some(0);
    }
    let first = memchr::memchr(0, bytes)?;
    let zeros = memchr::memchr_iter(0, bytes).count();
    (zeros * MANY >= bytes.len()).then(|| first.min(Encoding::utf8_valid_up_to(bytes)))
}

fn text(bytes: &[u8]) -> Entry {
    if let Some(at) = no_text(bytes) {
        let mut shown = String::from_utf8_lossy(&bytes[..at]).into_owned();
        shown.push(char::REPLACEMENT_CHARACTER);
        return Entry::NotUtf8 {
            program: of_program(bytes),
            shown: Arc::from(shown),
        };
    }
    // Thai is three bytes a letter, which the standard library checks one by one.
    match UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => Entry::Text(Arc::from(&*text)),
        None => {
            let valid = Encoding::utf8_valid_up_to(bytes);
            let mut shown = String::from_utf8_lossy(&bytes[..valid]).into_owned();
            shown.push(char::REPLACEMENT_CHARACTER);
            Entry::NotUtf8 {
                program: None,
                shown: Arc::from(shown),
            }
        }
    }
}
