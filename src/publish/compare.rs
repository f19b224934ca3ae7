//! Whether a published file already is what it is to be.
//!
//! In: a file and its content. Out: yes or no. Apart because it is all that most pages of a build
//! need of the disk: one file opened, its length, and its bytes where the length is right.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::source::{Source, is_copy};
use crate::read::is_plain;

const BLOCK: usize = 64 * 1024;

/// Whether a file holds exactly this. `false` where there is none, and where either cannot be read.
pub(super) fn is_same(target: &Path, source: &Source<'_>) -> bool {
    compare(target, source).unwrap_or(false)
}

fn compare(target: &Path, source: &Source<'_>) -> io::Result<bool> {
    // One that nobody writes into would be waited for without end.
    if !is_plain(target) {
        return Ok(false);
    }
    let target = File::open(target)?;
    let found = target.metadata()?;
    if !found.is_file() {
        return Ok(false);
    }
    match source {
        Source::Bytes(bytes) => {
            let same_length = found.len() == bytes.len() as u64;
            Ok(same_length && holds(target, bytes)?)
        }
        Source::File(file) => Ok(found.len() == file.bytes && is_copy(target, file)?),
    }
}

/// Whether a file of the same length holds these bytes.
pub(super) fn holds(mut file: File, bytes: &[u8]) -> io::Result<bool> {
    let mut block = vec![0; bytes.len().min(BLOCK)];
    for wanted in bytes.chunks(BLOCK) {
        let found = &mut block[..wanted.len()];
        file.read_exact(found)?;
        if found != wanted {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{BLOCK, is_same};
    use crate::publish::{Source, SourceFile};

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
