//! One file, wherever it lies: whether it is there, and what it holds.

use std::fs;
use std::io::Read;
use std::path::Path;

use crate::thai::encoding::of_other_encoding;

/// Whether there is anything at a path, a broken link included.
pub fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Whether a path leads to a file, and to nothing that is waited for when it is opened, such as a pipe.
pub fn is_plain(path: &Path) -> bool {
    path.metadata().is_ok_and(|found| found.is_file())
}

/// Reads a file that is not part of a site, such as a manifest; `None` where there is none.
pub fn optional_text(path: &Path) -> std::io::Result<Option<String>> {
    let is_waited_for = |found: fs::Metadata| !found.is_file() && !found.is_dir();
    if path.metadata().is_ok_and(is_waited_for) {
        return Err(std::io::ErrorKind::InvalidData.into());
    }
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
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

/// The text of a file that is not UTF-8, and the encoding it is certainly in.
pub fn text_of_other_encoding(path: &Path) -> Option<(String, &'static str)> {
    of_other_encoding(&fs::read(path).ok()?)
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
