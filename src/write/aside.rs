//! Texts laid aside for a while: some in memory, the others in a temporary file.
//!
//! In: texts, from many threads. Out: the same, when they are asked for. The file has no name, or one that the
//! system takes away with the program; what cannot be laid aside is told, and made again by who asks.

use std::borrow::Cow;
use std::fs::File;
use std::io;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError, RwLock};

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
    file: OnceLock<File>,
    /// Held for reading while something is written, and for writing by who waits until all of it is.
    writing: RwLock<()>,
    /// So much of the file is written for sure, from its beginning.
    settled: AtomicU64,
    /// The file cannot be written, or read.
    is_broken: AtomicBool,
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
    /// The length of the file, what is being written counted in.
    length: u64,
    /// What comes behind it.
    waiting: Vec<u8>,
}

impl Aside {
    /// Lays a text aside; `None` where that cannot be.
    pub fn lay(&self, text: String) -> Option<Laid> {
        if self.held.fetch_add(text.len(), Ordering::Relaxed) < MOST_HELD {
            return Some(Laid::Here(text.into_boxed_str()));
        }
        let mut rest = self.rest();
        let at = rest.length + rest.waiting.len() as u64;
        rest.waiting.extend_from_slice(text.as_bytes());
        if rest.waiting.len() >= AT_ONCE {
            self.write(rest);
        }
        (!self.is_broken()).then_some(Laid::There { at })
    }

    /// A part of a text that was laid aside, in bytes of it; `None` where it cannot be had.
    pub fn take<'a>(&self, laid: &'a Laid, part: Range<usize>) -> Option<Cow<'a, str>> {
        let at = match laid {
            Laid::Here(text) => return text.get(part).map(Cow::Borrowed),
            Laid::There { at } => *at,
        };
        if at + part.end as u64 > self.settled.load(Ordering::Acquire) {
            self.settle();
        }
        let mut bytes = vec![0; part.len()];
        let read = self
            .file
            .get()
            .map(|file| read_at(file, at + part.start as u64, &mut bytes));
        if self.is_broken() || !matches!(read, Some(Ok(()))) {
            return None;
        }
        // Faster than the standard library where most letters are Thai.
        let text = UTF_8.decode_without_bom_handling_and_without_replacement(&bytes)?;
        Some(Cow::Owned(text.into_owned()))
    }

    /// Writes what waits. No lock is held meanwhile that others need to lay aside.
    fn write(&self, mut rest: MutexGuard<'_, Rest>) {
        let text = std::mem::take(&mut rest.waiting);
        let at = rest.length;
        rest.length += text.len() as u64;
        let _writing = self.writing.read().unwrap_or_else(PoisonError::into_inner);
        drop(rest);
        let written = match self.file.get() {
            Some(file) => write_at(file, at, &text),
            None => tempfile::tempfile()
                .and_then(|file| write_at(self.file.get_or_init(|| file), at, &text)),
        };
        if written.is_err() {
            self.is_broken.store(true, Ordering::Release);
        }
    }

    /// Waits until all that was laid aside is written.
    fn settle(&self) {
        self.write(self.rest());
        let length = self.rest().length;
        let _all_written = self.writing.write().unwrap_or_else(PoisonError::into_inner);
        self.settled.fetch_max(length, Ordering::AcqRel);
    }

    fn rest(&self) -> MutexGuard<'_, Rest> {
        self.rest.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_broken(&self) -> bool {
        self.is_broken.load(Ordering::Acquire)
    }
}

/// Fills `bytes` from a place of a file, in one call to the system.
#[cfg(unix)]
fn read_at(file: &File, at: u64, bytes: &mut [u8]) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, at)
}

#[cfg(unix)]
fn write_at(file: &File, at: u64, bytes: &[u8]) -> io::Result<()> {
    std::os::unix::fs::FileExt::write_all_at(file, bytes, at)
}

#[cfg(windows)]
fn read_at(file: &File, mut at: u64, mut bytes: &mut [u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        let read = std::os::windows::fs::FileExt::seek_read(file, bytes, at)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        (at, bytes) = (at + read as u64, &mut bytes[read..]);
    }
    Ok(())
}

#[cfg(windows)]
fn write_at(file: &File, mut at: u64, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        let written = std::os::windows::fs::FileExt::seek_write(file, bytes, at)?;
        if written == 0 {
            return Err(io::ErrorKind::WriteZero.into());
        }
        (at, bytes) = (at + written as u64, &bytes[written..]);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use rayon::prelude::*;

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

    #[test]
    fn threads_do_not_take_what_others_are_writing() {
        let aside = Aside::default();
        aside.lay("x".repeat(MOST_HELD)).unwrap();
        let text = |at: usize| format!("{at} ").repeat(1 + at * 7919 % 20_000);
        (0..400).into_par_iter().for_each(|at| {
            let text = text(at);
            let laid = aside.lay(text.clone()).unwrap();
            assert_eq!(aside.take(&laid, 0..text.len()).unwrap(), text, "{at}");
        });
    }
}
