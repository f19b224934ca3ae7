//! Where the bytes of an output come from.
//!
//! In: bytes, or a file of the site as it was when it was looked into. Out: a copy of just that. A file may be
//! replaced while a build runs, by a person or by a program that keeps folders in step; then it was not
//! searched, and must not be published.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

use crate::read::served;

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

/// Whether a file of the right length holds what a source held when it was looked into.
pub(super) fn is_copy(mut target: File, source: &SourceFile<'_>) -> io::Result<bool> {
    let Some(hash) = source.hash else {
        let from = served(source.root, source.path)?;
        return Ok(from.bytes == source.bytes && same_content(target, from)?);
    };
    let mut hasher = blake3::Hasher::new();
    let mut block = vec![0; BLOCK];
    loop {
        let length = target.read(&mut block)?;
        if length == 0 {
            return Ok(hasher.finalize().to_hex().as_str() == hash);
        }
        hasher.update(&block[..length]);
    }
}

/// Whether both hold the same bytes.
fn same_content(mut one: impl Read, mut other: impl Read) -> io::Result<bool> {
    let (mut a, mut b) = (vec![0; BLOCK], vec![0; BLOCK]);
    loop {
        let length = one.read(&mut a)?;
        if length == 0 {
            return Ok(other.read(&mut b)? == 0);
        }
        other.read_exact(&mut b[..length])?;
        if a[..length] != b[..length] {
            return Ok(false);
        }
    }
}
