//! What the live server reads while it runs.
//!
//! In: the site's folder. Out: a published file as a stream, and [`Stamps`], which tell without
//! opening a file whether anything is other than it was. Apart from the reading of a whole site,
//! because here the folder may change at any moment.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind, Read, Take};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::WalkDir;

use super::folder::{SITE_FILE, TOPS};
use super::site::{files_beside, is_wanted, site_path};
use super::stamp::stamp_of;
use crate::files::{SitePath, Stamp};

/// A published file, to be sent as it is.
pub struct Served {
    /// Its size in bytes; no more is read, even if it grows meanwhile.
    pub bytes: u64,
    file: Take<fs::File>,
}

impl Read for Served {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.file.read(buffer)
    }
}

/// Opens a file of the site. A symbolic link on the way to it is not followed: it may have taken
/// the place of a file since the site was read.
pub fn served(root: &Path, path: &str) -> io::Result<Served> {
    let mut place = root.to_path_buf();
    for part in path.split('/') {
        place.push(part);
        if place.symlink_metadata()?.is_symlink() {
            return Err(ErrorKind::NotFound.into());
        }
    }
    let file = fs::File::open(&place)?;
    let found = file.metadata()?;
    if !found.is_file() {
        return Err(ErrorKind::NotFound.into());
    }
    let bytes = found.len();
    Ok(Served {
        bytes,
        file: file.take(bytes),
    })
}

/// The stamp of everything that a site is read from, by path; a folder has none.
pub type Stamps = BTreeMap<SitePath, Option<Stamp>>;

/// Takes the stamps of a site, without opening a file.
pub fn stamps(root: &Path) -> Stamps {
    let mut stamps = Stamps::new();
    if let Ok(found) = root.join(SITE_FILE).symlink_metadata() {
        stamps.insert(Arc::from(SITE_FILE), Some(stamp_of(&found)));
    }
    for (path, on_disk, _) in files_beside(root) {
        if let Ok(found) = on_disk.symlink_metadata() {
            stamps.insert(path, Some(stamp_of(&found)));
        }
    }
    for top in TOPS {
        let walk = WalkDir::new(root.join(top)).follow_root_links(false);
        let found = walk.into_iter().filter_entry(is_wanted);
        for entry in found.filter_map(Result::ok) {
            if let Ok(found) = entry.metadata() {
                let stamp = (!found.is_dir()).then(|| stamp_of(&found));
                stamps.insert(site_path(root, entry.path()), stamp);
            }
        }
    }
    stamps
}

/// Whether there is a folder at a path.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// A path as the system itself names it, without links; as it is where that is not to be known.
pub fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
}
