//! The first verb: the only code that reads the disk.
//!
//! In: a folder. Out: [`Files`], every text of the site and a listing of the rest. Nothing fails
//! here: what cannot be read becomes an entry that says so, and a later stage reports it.

mod served;

use std::fs;
use std::io::Read;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use encoding_rs::{Encoding, UTF_8};
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::files::{Entry, Files, SitePath, Stamp};

pub use served::{Served, Stamps, is_folder, real, served, stamps};

/// The settings file that makes a folder a site.
pub const SITE_FILE: &str = "site.toml";

/// The folders that a site is read from.
pub const TOPS: [&str; 2] = ["content", "themes"];

/// The folder at or above `start` that has a `site.toml`.
pub fn find_site(start: &Path) -> Option<PathBuf> {
    start
        .ancestors()
        .find(|folder| is_site(folder))
        .map(Path::to_path_buf)
}

/// Whether a folder is a site.
pub fn is_site(folder: &Path) -> bool {
    folder.join(SITE_FILE).is_file()
}

/// Whether there is anything at a path, a broken link included.
pub fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Reads a file that is not part of a site, such as a manifest; `None` where there is none.
pub fn optional_text(path: &Path) -> std::io::Result<Option<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The stamp of a file; `None` where there is none. A link has none.
pub fn stamp(path: &Path) -> Option<Stamp> {
    let found = path.symlink_metadata().ok();
    found.filter(fs::Metadata::is_file).as_ref().map(stamp_of)
}

/// The stamp of a file that the system was asked about.
pub fn stamp_of(found: &fs::Metadata) -> Stamp {
    let modified = found.modified().ok();
    let modified = modified.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    Stamp {
        bytes: found.len(),
        modified: modified.map(|time| time.as_nanos()),
    }
}

/// The stamp of the running program.
pub fn program() -> Option<Stamp> {
    stamp(&std::env::current_exe().ok()?.canonicalize().ok()?)
}

/// Whether two files hold the same bytes. `false` when either cannot be read.
pub fn same_bytes(one: &Path, other: &Path) -> bool {
    let lengths = (one.metadata(), other.metadata());
    let (Ok(a), Ok(b)) = lengths else {
        return false;
    };
    a.is_file() && b.is_file() && a.len() == b.len() && same_content(one, other).unwrap_or(false)
}

fn same_content(one: &Path, other: &Path) -> std::io::Result<bool> {
    const BLOCK: usize = 64 * 1024;
    let (mut one, mut other) = (fs::File::open(one)?, fs::File::open(other)?);
    let (mut a, mut b) = (vec![0; BLOCK], vec![0; BLOCK]);
    loop {
        let read = one.read(&mut a)?;
        if read == 0 {
            return Ok(other.read(&mut b)? == 0);
        }
        if other.read_exact(&mut b[..read]).is_err() || a[..read] != b[..read] {
            return Ok(false);
        }
    }
}

/// Whether a file holds exactly these bytes.
pub fn holds(path: &Path, bytes: &[u8]) -> bool {
    let same_length = path
        .metadata()
        .is_ok_and(|found| found.is_file() && found.len() == bytes.len() as u64);
    same_length && fs::read(path).is_ok_and(|found| found == bytes)
}

/// Why evidence was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It is larger than what was asked for.
    TooLarge,
    /// The system's reason.
    Failed(String),
}

/// Reads a file that has at most so many bytes. Evidence is copied and not read, except where a page
/// shows what it holds.
pub fn bounded(path: &Path, most: u64) -> Result<Vec<u8>, Refused> {
    let mut bytes = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(most + 1).read_to_end(&mut bytes));
    match read {
        Ok(length) if length as u64 <= most => Ok(bytes),
        Ok(_) => Err(Refused::TooLarge),
        Err(error) => Err(Refused::Failed(error.to_string())),
    }
}

/// The folder of what is found out once and may be lost at any time: `OIT_CACHE_DIR`, or the system's
/// place for such things in the user's home. Never a folder of the site.
pub fn cache_folder() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    if let Some(folder) = named("OIT_CACHE_DIR") {
        return Some(PathBuf::from(folder));
    }
    let of_user = if cfg!(windows) {
        named("LOCALAPPDATA").map(PathBuf::from)
    } else if cfg!(target_os = "macos") {
        named("HOME").map(|home| Path::new(&home).join("Library/Caches"))
    } else {
        let standard = named("XDG_CACHE_HOME").map(PathBuf::from);
        // A relative one counts as none, by the rule that made it.
        let standard = standard.filter(|folder| folder.is_absolute());
        standard.or_else(|| Some(Path::new(&named("HOME")?).join(".cache")))
    };
    of_user.map(|folder| folder.join("oit"))
}

/// What Windows leaves in folders; published, it would count as evidence.
const SYSTEM_FILES: [&str; 2] = ["desktop.ini", "thumbs.db"];

/// Whether it is to be known later if a listed document is still the same file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stamping {
    /// Its stamp is taken.
    Taken,
    /// It is not: one call to the system less for each of very many.
    LeftOut,
}

/// Reads a site: `site.toml`, `content/` and `themes/`. Documents of items are listed only, because there
/// may be very many: [`text_of`] reads one.
///
/// Files and folders whose names start with `.`, `_` or `~$` are left out, and so is what Windows makes itself. Symbolic links below the site folder
/// are not followed, because they would let a page show what lies outside the site.
pub fn site(root: &Path, documents: Stamping) -> Files {
    let mut files = Files::default();
    let mut paths = vec![(Arc::from(SITE_FILE), root.join(SITE_FILE), true)];
    for top in TOPS {
        let found = Listing::of(root, top);
        files.folders.extend(found.folders);
        files.unlisted.extend(found.unlisted);
        paths.extend(found.files);
    }
    let mut read: Vec<(SitePath, Entry)> = paths
        .into_par_iter()
        .map(|(path, on_disk, is_file)| {
            let entry = if is_file {
                found(&path, &on_disk, documents)
            } else {
                Entry::Link
            };
            (path, entry)
        })
        .collect();
    // Sorted at once, because each of very many would be looked for a place.
    read.par_sort_by(|(one, _), (other, _)| one.cmp(other));
    files.entries = read.into_iter().collect();
    files
}

/// Looks again at files of a site that were written, in its listing. Gives `None` where that cannot be all
/// that happened: one of them was not there before, or is there no more. Otherwise whether all of them
/// are documents, so that nothing else was read.
pub fn again(root: &Path, files: &mut Files, written: &[SitePath]) -> Option<bool> {
    let mut only_documents = true;
    for path in written {
        let was = files.entries.get_mut(path)?;
        let on_disk = root.join(&**path);
        if matches!(was, Entry::Link) || stamp(&on_disk).is_none() {
            return None;
        }
        let now = found(path, &on_disk, Stamping::Taken);
        only_documents &= matches!((&*was, &now), (Entry::SetAside(_), Entry::SetAside(_)));
        *was = now;
    }
    Some(only_documents)
}

/// A file that was listed: read, unless it is one of the very many.
fn found(path: &str, on_disk: &Path, documents: Stamping) -> Entry {
    if !is_document(path) {
        return entry(path, on_disk);
    }
    if documents == Stamping::LeftOut {
        return Entry::SetAside(None);
    }
    match on_disk.metadata() {
        Ok(found) => Entry::SetAside(Some(stamp_of(&found))),
        Err(error) => Entry::Unreadable(error.to_string()),
    }
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
        if !folder.exists() {
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

fn is_wanted(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let made_by_system = SYSTEM_FILES
        .iter()
        .any(|known| name.eq_ignore_ascii_case(known));
    let unwanted = name.starts_with(['.', '_']) || name.starts_with("~$") || made_by_system;
    entry.depth() == 0 || !unwanted
}

fn site_path(root: &Path, path: &Path) -> SitePath {
    // What was found below a folder begins with its name, letter by letter.
    let below = |root: &str| path.to_str()?.strip_prefix(root);
    let relative = match root.to_str().and_then(below) {
        Some(relative) => relative.trim_start_matches(MAIN_SEPARATOR).into(),
        None => path.strip_prefix(root).unwrap_or(path).to_string_lossy(),
    };
    if MAIN_SEPARATOR == '/' {
        Arc::from(relative)
    } else {
        Arc::from(relative.replace(MAIN_SEPARATOR, "/"))
    }
}

/// Whether a text is read when its turn comes: one that lies in the folder of an item.
fn is_document(path: &str) -> bool {
    path.starts_with("content/") && path.matches('/').count() == 3 && is_text(path)
}

/// Reads a text of a site.
pub fn text_of(root: &Path, path: &str) -> Entry {
    entry(path, &root.join(path))
}

fn entry(path: &str, on_disk: &Path) -> Entry {
    let read = if is_text(path) {
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

fn text(bytes: &[u8]) -> Entry {
    // Thai is three bytes a letter, which the standard library checks one by one.
    match UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => Entry::Text(Arc::from(&*text)),
        None => {
            let valid = Encoding::utf8_valid_up_to(bytes);
            let mut shown = String::from_utf8_lossy(&bytes[..valid]).into_owned();
            shown.push(char::REPLACEMENT_CHARACTER);
            Entry::NotUtf8 {
                shown: Arc::from(shown),
            }
        }
    }
}
