//! Texts laid aside for a while: some in memory, the others in a temporary file.
//!
//! In: texts, from many threads. Out: the same, when they are asked for. The file has no name, or one that the
//! system takes away with the program; what cannot be laid aside is told, and made again by who asks.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use encoding_rs::UTF_8;

/// So much is held in memory, in bytes.
const MOST_HELD: usize = 8 << 20;

/// So much is written at once, in bytes.
const AT_ONCE: usize = 256 << 10;

/// Where texts are laid aside.
#[derive(Default)]
pub struct Aside {
    /// How much was held or written so far, in bytes.
    held: AtomicUsize,
    rest: Mutex<Rest>,
}

/// A text that was laid aside.
#[derive(Debug)]
pub enum Laid {
    /// In memory.
    Here(Box<str>),
    /// In the file, at so many bytes.
    There {
        /// Where it begins.
        at: u64,
    },
}

/// What does not fit in memory.
#[derive(Default)]
struct Rest {
    file: Option<File>,
    /// The length of the file.
    written: u64,
    /// What comes behind it.
    waiting: Vec<u8>,
    /// The file cannot be written, or read.
    is_broken: bool,
}

impl Aside {
    /// Lays a text aside; `None` where that cannot be.
    pub fn lay(&self, text: String) -> Option<Laid> {
        if self.held.fetch_add(text.len(), Ordering::Relaxed) < MOST_HELD {
            return Some(Laid::Here(text.into_boxed_str()));
        }
        self.with_rest(|rest| rest.add(text.as_bytes()))
    }

    /// A part of a text that was laid aside, in bytes of it; `None` where it cannot be had.
    pub fn take<'a>(&self, laid: &'a Laid, part: Range<usize>) -> Option<Cow<'a, str>> {
        let at = match laid {
            Laid::Here(text) => return text.get(part).map(Cow::Borrowed),
            Laid::There { at } => *at + part.start as u64,
        };
        let bytes = self.with_rest(|rest| rest.read(at, part.len()))?;
        // Faster than the standard library where most letters are Thai.
        let text = UTF_8.decode_without_bom_handling_and_without_replacement(&bytes)?;
        Some(Cow::Owned(text.into_owned()))
    }

    fn with_rest<T>(&self, work: impl FnOnce(&mut Rest) -> io::Result<T>) -> Option<T> {
        let mut rest = self.rest.lock().unwrap_or_else(PoisonError::into_inner);
        if rest.is_broken {
            return None;
        }
        let done = work(&mut rest);
        rest.is_broken = done.is_err();
        done.ok()
    }
}

impl Rest {
    fn add(&mut self, text: &[u8]) -> io::Result<Laid> {
        let at = self.written + self.waiting.len() as u64;
        self.waiting.extend_from_slice(text);
        if self.waiting.len() >= AT_ONCE {
            self.flush()?;
        }
        Ok(Laid::There { at })
    }

    fn flush(&mut self) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(tempfile::tempfile()?),
        };
        file.seek(SeekFrom::Start(self.written))?;
        file.write_all(&self.waiting)?;
        self.written += self.waiting.len() as u64;
        self.waiting.clear();
        Ok(())
    }

    fn read(&mut self, at: u64, bytes: usize) -> io::Result<Vec<u8>> {
        if at + bytes as u64 > self.written {
            self.flush()?;
        }
        let file = self.file.as_mut().ok_or(io::ErrorKind::NotFound)?;
        let mut text = vec![0; bytes];
        read_at(file, at, &mut text)?;
        Ok(text)
    }
}

/// Fills `bytes` from a place of a file; on Unix in one call to the system.
#[cfg(unix)]
fn read_at(file: &File, at: u64, bytes: &mut [u8]) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, at)
}

#[cfg(not(unix))]
fn read_at(mut file: &File, at: u64, bytes: &mut [u8]) -> io::Result<()> {
    use std::io::Read;
    file.seek(SeekFrom::Start(at))?;
    file.read_exact(bytes)
}

#[cfg(test)]
mod tests {
    use super::{AT_ONCE, Aside, Laid, MOST_HELD};

    #[test]
    fn every_text_comes_back() {
        let aside = Aside::default();
        let text = |at: usize| format!("{at} ").repeat(1 + at * 7919 % 20_000);
        let count = 4 * (MOST_HELD + 8 * AT_ONCE) / 60_000;
        let laid: Vec<Laid> = (0..count).map(|at| aside.lay(text(at)).unwrap()).collect();
        let there = laid
            .iter()
            .filter(|laid| matches!(laid, Laid::There { .. }));
        assert!((1..count).contains(&there.count()));
        for (at, laid) in laid.iter().enumerate().rev() {
            let text = text(at);
            assert_eq!(aside.take(laid, 0..text.len()).unwrap(), text, "{at}");
            assert_eq!(aside.take(laid, 1..2).unwrap(), text[1..2], "{at}");
        }
        // What comes later goes behind, and nothing before it is lost.
        let last = aside.lay("ท้ายสุด".to_owned()).unwrap();
        assert_eq!(aside.take(&last, 3..21).unwrap(), "้ายสุด");
        assert_eq!(
            aside.take(&laid[count - 1], 0..1).unwrap(),
            text(count - 1)[..1]
        );
    }
}
