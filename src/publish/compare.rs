//! Whether a published file already is what it is to be.
//!
//! In: a file and its content. Out: yes or no. Apart because it is all that most pages of a build
//! need of the disk: one file opened, its length, and its bytes where the length is right.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::Source;

const BLOCK: usize = 64 * 1024;

/// Whether a file holds exactly this. `false` where there is none, and where either cannot be read.
pub(super) fn is_same(target: &Path, source: &Source<'_>) -> bool {
    compare(target, source).unwrap_or(false)
}

fn compare(target: &Path, source: &Source<'_>) -> io::Result<bool> {
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
        Source::File(from) => {
            let from = File::open(from)?;
            let same_length = found.len() == from.metadata()?.len();
            Ok(same_length && same_content(target, from, found.len())?)
        }
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

/// Whether two files of the same length hold the same bytes.
fn same_content(mut one: File, mut other: File, length: u64) -> io::Result<bool> {
    let (mut a, mut b) = (vec![0; BLOCK], vec![0; BLOCK]);
    let mut left = length;
    while left > 0 {
        let most = usize::try_from(left).map_or(BLOCK, |left| left.min(BLOCK));
        one.read_exact(&mut a[..most])?;
        other.read_exact(&mut b[..most])?;
        if a[..most] != b[..most] {
            return Ok(false);
        }
        left -= most as u64;
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{BLOCK, is_same};
    use crate::publish::Source;

    #[test]
    fn every_byte_counts() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (folder.path().join("one"), folder.path().join("other"));
        for length in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 7] {
            let mut bytes = vec![7; length];
            fs::write(&one, &bytes).unwrap();
            fs::write(&other, &bytes).unwrap();
            assert!(is_same(&one, &Source::Bytes(&bytes)), "{length}");
            assert!(is_same(&one, &Source::File(&other)), "{length}");
            for at in [0, BLOCK - 1, BLOCK, length.saturating_sub(1)] {
                let Some(byte) = bytes.get_mut(at) else {
                    continue;
                };
                *byte = 8;
                fs::write(&other, &bytes).unwrap();
                assert!(!is_same(&one, &Source::Bytes(&bytes)), "{length} {at}");
                assert!(!is_same(&one, &Source::File(&other)), "{length} {at}");
                bytes[at] = 7;
            }
            bytes.push(7);
            assert!(!is_same(&one, &Source::Bytes(&bytes)), "{length}");
        }
        assert!(!is_same(folder.path(), &Source::Bytes(b"")), "a folder");
        assert!(!is_same(&folder.path().join("no"), &Source::Bytes(b"")));
    }
}
