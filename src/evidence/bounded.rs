//! A part of an office document as it is unpacked, of which no piece is read without end.
//!
//! In: a reader. Out: the same, which ends with an error where a piece is longer than any program writes
//! one: the XML reader keeps each piece whole in memory, and a small archive can hold a very long one.

use std::io::{self, BufRead, BufReader, ErrorKind, Read};

/// A text, a comment, or an element with its attributes, in bytes.
const LONGEST: usize = 16 << 20;

/// A part that is read piece by piece.
pub(super) struct BoundedReader<R> {
    input: BufReader<R>,
    /// Bytes of this piece that may still be read.
    left: usize,
}

impl<R: Read> BoundedReader<R> {
    pub(super) fn of(input: R) -> Self {
        Self {
            input: BufReader::new(input),
            left: LONGEST,
        }
    }

    pub(super) fn begin(&mut self) {
        self.left = LONGEST;
    }

    /// Whether reading ended because a piece is too long.
    pub(super) fn is_too_long(&self) -> bool {
        self.left == 0
    }
}

impl<R: Read> Read for BoundedReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: Read> BufRead for BoundedReader<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.is_too_long() {
            return Err(ErrorKind::FileTooLarge.into());
        }
        self.input.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.left = self.left.saturating_sub(amount);
        self.input.consume(amount);
    }
}
