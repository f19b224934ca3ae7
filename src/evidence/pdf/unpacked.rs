//! How much of a file may still be unpacked.
//!
//! A few kilobytes can unpack to gigabytes, and one stream can be shown a thousand times; both are
//! bounded by counting what is unpacked over the whole file.

use lopdf::{Document, Object, Stream};

/// One stream.
const MOST_OF_ONE: usize = 64 << 20;
/// All streams that are looked into, each as often as it is shown.
const MOST_OF_ALL: usize = 192 << 20;
/// Operators and glyphs.
const MOST_STEPS: usize = 20_000_000;

/// What is left.
pub(super) struct Unpacked {
    bytes: usize,
    steps: usize,
    /// Whether something that a page shows could not be read.
    pub(super) has_unread: bool,
}

impl Unpacked {
    pub(super) fn new() -> Self {
        Self {
            bytes: MOST_OF_ALL,
            steps: MOST_STEPS,
            has_unread: false,
        }
    }

    /// Takes some steps; `false` when there are no more.
    pub(super) fn step(&mut self, steps: usize) -> bool {
        self.steps = self.steps.saturating_sub(steps);
        self.steps > 0
    }

    /// Takes all steps: no more is to be looked at.
    pub(super) fn use_up(&mut self) {
        self.steps = 0;
    }

    /// Whether something was left out.
    pub(super) fn is_used_up(&self) -> bool {
        self.bytes == 0 || self.steps == 0
    }

    /// The content of a stream; `None` where it is damaged, packed in an unknown way or too large.
    pub(super) fn content(&mut self, stream: &Stream) -> Option<Vec<u8>> {
        if self.bytes == 0 {
            return None;
        }
        // Where a length was not to be had, there is a place and no content, whatever stands in the file.
        self.has_unread |= stream.content.is_empty() && stream.start_position.is_some();
        let most = self.bytes.min(MOST_OF_ONE);
        match stream.get_plain_content_with_limit(most) {
            Ok(content) => {
                // Even an empty stream costs something: time.
                self.bytes = self.bytes.saturating_sub(content.len() + 512);
                Some(content)
            }
            Err(lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded {
                ..
            })) => {
                self.bytes = 0;
                None
            }
            Err(_) => None,
        }
    }

    /// The content of an object or of an array of them, one after the other.
    pub(super) fn contents(&mut self, object: &Object, document: &Document) -> Vec<u8> {
        let Ok((_, object)) = document.dereference(object) else {
            self.has_unread = true;
            return Vec::new();
        };
        let parts = match object {
            Object::Array(parts) => parts.as_slice(),
            other => std::slice::from_ref(other),
        };
        let mut all = Vec::new();
        for part in parts {
            match document.dereference(part) {
                Ok((_, Object::Stream(stream))) => {
                    let content = self.content(stream);
                    self.has_unread |= content.is_none();
                    all.extend(content.unwrap_or_default());
                    all.push(b'\n');
                }
                Ok((_, Object::Null)) => {}
                _ => self.has_unread = true,
            }
        }
        all
    }
}
