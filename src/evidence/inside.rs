//! Files within files: members of an archive, attachments of a PDF. They go out with it, so they are searched like it.
//!
//! In: their bytes, one after the other. Out: the personal data in them, added to those of the whole, and whether one
//! of them could not be searched. Each is read by the reader of its kind, which has bounds of its own; how many are
//! read is bounded here.

use super::extract::{Extract, Nest};
use crate::model::{Condition, FileKind, TextLayer};

/// Documents within one file that are read: each may be unpacked to as much as one that lies alone.
const MOST_DOCUMENTS: usize = 20;
/// Files within files within files.
const DEEPEST: usize = 2;
/// Plain files within one file.
const MOST_FILES: usize = 5_000;

/// The search through what a file holds.
pub(super) struct InnerFiles {
    nest: Nest,
    documents: usize,
    files: usize,
    /// Whether one of them could not be searched.
    has_unsearched: bool,
    /// Whether one of them is a picture or a film.
    has_pictures: bool,
    /// Whether there were more than are looked at.
    is_too_much: bool,
}

impl InnerFiles {
    /// Of a file that itself lies there.
    pub(super) fn of(nest: Nest) -> Self {
        Self {
            nest,
            documents: 0,
            files: 0,
            has_unsearched: false,
            has_pictures: false,
            is_too_much: false,
        }
    }

    /// Searches one of them.
    pub(super) fn search(&mut self, bytes: &[u8], whole: &mut Extract) {
        let kind = (self.nest.kind)(bytes);
        if bytes.is_empty() {
            return;
        }
        if is_shown_only(kind) {
            self.has_pictures = true;
            return;
        }
        self.files += 1;
        self.documents += usize::from(kind != FileKind::Text);
        if self.documents > MOST_DOCUMENTS || self.files > MOST_FILES {
            self.is_too_much = true;
        } else if self.nest.depth >= DEEPEST {
            self.has_unsearched = true;
        } else {
            let inner = (self.nest.read)(kind, bytes, self.nest.depth + 1);
            let is_searched =
                inner.condition == Condition::Sound && is_read(inner.text) && inner.scanned == 0;
            self.has_unsearched |= !is_searched;
            whole.personal.has_more_rows |= inner.personal.has_more_rows;
            for found in inner.personal.found {
                whole.personal.add(found);
            }
        }
    }

    /// One that could not be unpacked.
    pub(super) fn unpacked_not(&mut self) {
        self.has_unsearched = true;
    }

    /// More than are unpacked.
    pub(super) fn too_much(&mut self) {
        self.is_too_much = true;
    }

    /// What is to be said of an archive, which is nothing without them.
    pub(super) fn layer_of_archive(&self) -> TextLayer {
        match self.layer() {
            TextLayer::Searched if self.files > 0 => TextLayer::Searched,
            TextLayer::Searched if self.has_pictures => TextLayer::Pictures,
            TextLayer::Searched => TextLayer::Nothing,
            other => other,
        }
    }

    /// What is to be said of the whole, where it was searched itself.
    pub(super) fn layer(&self) -> TextLayer {
        if self.is_too_much {
            TextLayer::TooMuch
        } else if self.has_unsearched {
            TextLayer::Inside
        } else {
            TextLayer::Searched
        }
    }
}

/// Whether a text was read to its end, however little there was of it.
fn is_read(text: TextLayer) -> bool {
    matches!(
        text,
        TextLayer::Searched | TextLayer::Nothing | TextLayer::Heading
    )
}

/// Kinds that have no text: photographs and films.
fn is_shown_only(kind: FileKind) -> bool {
    use FileKind::{Bmp, Gif, Heic, Jpeg, Mp4, Png, Webp};
    matches!(kind, Jpeg | Png | Gif | Webp | Heic | Bmp | Mp4)
}
