//! Where the bytes of an output come from.
//!
//! In: bytes, or a file of the site as it was when it was looked into. Out: a copy of just that, and whether there is
//! one already: most pages of a build need no more of the disk. A file may be replaced while a build runs, by a person or by a program that keeps folders in step; then it was not
//! searched, and must not be published.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

use crate::read::{holds, is_plain, served};

const BLOCK: usize = 64 * 1024;

/// What an output is made of.
pub enum Source<'a> {
    /// What was rendered.
    Bytes(&'a [u8]),
    /// The bytes of this file.
    File(SourceFile<'a>),
}

/// A file of the site, as it was when it was looked into.
pub struct SourceFile<'a> {
    /// The folder of the site.
    pub root: &'a Path,
    /// The path in it.
    pub path: &'a str,
    /// Its size in bytes.
    pub bytes: u64,
    /// The BLAKE3 hash of its content in hexadecimal; `None` where it was not read.
    pub hash: Option<&'a str>,
}

/// Copies a file; `false` where it is no longer the one that was looked into.
pub(super) fn copy(source: &SourceFile<'_>, target: &mut File) -> io::Result<bool> {
    // A link that took its place is not followed.
    let mut from = match served(source.root, source.path) {
        Ok(from) => from,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    };
    if from.bytes != source.bytes {
        return Ok(false);
    }
    let mut hasher = blake3::Hasher::new();
    let mut block = vec![0; BLOCK];
    let mut left = source.bytes;
    loop {
        let length = from.read(&mut block)?;
        if length == 0 {
            break;
        }
        left = left.saturating_sub(length as u64);
        hasher.update(&block[..length]);
        target.write_all(&block[..length])?;
    }
    let is_same = |hash: &str| hasher.finalize().to_hex().as_str() == hash;
    Ok(left == 0 && source.hash.is_none_or(is_same))
}

/// Whether a published file already is what it is to be. `false` where there is none, and where either cannot be read.
pub(super) fn is_same(target: &Path, source: &Source<'_>) -> bool {
    match source {
        Source::Bytes(bytes) => holds(target, bytes),
        // One that nobody writes into would be waited for without end.
        Source::File(file) => is_plain(target) && is_copy(target, file).unwrap_or(false),
    }
}

/// Whether a file holds what a source held when it was looked into.
fn is_copy(target: &Path, source: &SourceFile<'_>) -> io::Result<bool> {
    let target = File::open(target)?;
    if target.metadata()?.len() != source.bytes {
        return Ok(false);
    }
    let wanted = match source.hash {
        Some(hash) => hash.to_owned(),
        None => hash(served(source.root, source.path)?)?,
    };
    Ok(hash(target)? == wanted)
}

fn hash(from: impl Read) -> io::Result<String> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(from)?;
    Ok(hasher.finalize().to_hex().to_string())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{BLOCK, Source, SourceFile, is_same};

    #[test]
    fn every_byte_counts() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (folder.path().join("one"), folder.path().join("other"));
        for length in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 7] {
            let mut bytes = vec![7; length];
            fs::write(&one, &bytes).unwrap();
            fs::write(&other, &bytes).unwrap();
            let is_same_file = |bytes: &[u8], is_read: bool| {
                let hash = blake3::hash(bytes).to_hex();
                let file = SourceFile {
                    root: folder.path(),
                    path: "other",
                    bytes: bytes.len() as u64,
                    hash: is_read.then_some(hash.as_str()),
                };
                is_same(&one, &Source::File(file))
            };
            assert!(is_same(&one, &Source::Bytes(&bytes)), "{length}");
            assert!(is_same_file(&bytes, false), "{length}");
            assert!(is_same_file(&bytes, true), "{length}");
            for at in [0, BLOCK - 1, BLOCK, length.saturating_sub(1)] {
                if at >= length {
                    continue;
                }
                bytes[at] = 8;
                fs::write(&other, &bytes).unwrap();
                assert!(!is_same(&one, &Source::Bytes(&bytes)), "{length} {at}");
                assert!(!is_same_file(&bytes, false), "{length} {at}");
                assert!(!is_same_file(&bytes, true), "{length} {at}");
                bytes[at] = 7;
            }
            bytes.push(7);
            assert!(!is_same(&one, &Source::Bytes(&bytes)), "{length}");
        }
        assert!(!is_same(folder.path(), &Source::Bytes(b"")), "a folder");
        assert!(!is_same(&folder.path().join("no"), &Source::Bytes(b"")));
    }
}
