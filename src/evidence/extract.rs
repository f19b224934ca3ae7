//! What the reader of one kind of file takes out of it.

use super::personal::PersonalSearch;
use crate::model::{Condition, FileKind, TextLayer};

/// What a reader of one kind found out.
pub(super) struct Extract {
    pub(super) condition: Condition,
    pub(super) pages: Option<u32>,
    pub(super) text: TextLayer,
    /// How many of its pages are pictures, where others are not.
    pub(super) scanned: u32,
    pub(super) personal: PersonalSearch,
}

/// Where a file lies, and how what lies within it is read.
#[derive(Clone, Copy)]
pub(super) struct Nest {
    /// Files around it.
    pub(super) depth: usize,
    /// What tells the kind of a file.
    pub(super) kind: fn(&[u8]) -> FileKind,
    /// The reader of all kinds, which gives each to its own.
    pub(super) read: fn(FileKind, &[u8], usize) -> Extract,
}

impl Default for Extract {
    fn default() -> Self {
        Self {
            condition: Condition::Sound,
            pages: None,
            text: TextLayer::OtherKind,
            scanned: 0,
            personal: PersonalSearch::default(),
        }
    }
}

impl Extract {
    /// Of a file that was not looked into any further.
    pub(super) fn of(condition: Condition) -> Self {
        Self {
            condition,
            ..Self::default()
        }
    }

    /// Of a file with such a text, which opens.
    pub(super) fn with(text: TextLayer) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}
