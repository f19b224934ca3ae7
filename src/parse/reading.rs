//! How a document comes to be read: in its turn, by whoever has the disk.
//!
//! In: a listed file and its place. Out: the document, or what the file is instead. Apart from
//! `pieces`, which knows where documents lie and not how their texts are had.

use super::document::{Place, document};
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::{Document, Framework, OtherFrameworks};
use crate::read::MOST_TEXT;
use crate::source::{Entry, SitePath, Span};

/// Reads documents, each when its turn comes, so that no more than a few texts are held at a time.
pub trait Documents: Sync {
    /// The trees of the site's years, which are known before the first document is read, and of others.
    fn begin(&self, own: &mut dyn Iterator<Item = &Framework>, others: &OtherFrameworks);

    /// Reads a document that was listed.
    fn document(&self, path: &SitePath, listed: &Entry, place: Place) -> Reading;
}

/// A document that was read, or what it is instead.
pub struct Reading {
    /// The document with its findings, or what stands in its place.
    pub document: Result<Document, Entry>,
    /// What is wrong with it.
    pub findings: Diagnostics,
}

/// Documents whose texts are all held in memory.
pub struct Held;

impl Documents for Held {
    fn begin(&self, _: &mut dyn Iterator<Item = &Framework>, _: &OtherFrameworks) {}

    fn document(&self, path: &SitePath, listed: &Entry, place: Place) -> Reading {
        match listed {
            Entry::Text(text) => {
                let (document, findings) = document(path, text, place);
                Reading {
                    document: Ok(document),
                    findings,
                }
            }
            other => Reading {
                document: Err(other.clone()),
                findings: not_read(path, other).into_iter().collect(),
            },
        }
    }
}

/// Why a file is not to be had.
pub fn not_read(path: &SitePath, entry: &Entry) -> Option<Diagnostic> {
    let (problem, range) = match entry {
        Entry::Text(_) | Entry::SetAside { .. } | Entry::Asset { .. } => return None,
        Entry::Unreadable(reason) => {
            let reason = Some(reason.clone());
            (Problem::Unreadable { reason }, 0..0)
        }
        Entry::TooLarge { bytes } => {
            let mb = bytes.div_ceil(1 << 20);
            let most_mb = MOST_TEXT >> 20;
            (Problem::TextTooLarge { mb, most_mb }, 0..0)
        }
        Entry::Link => (Problem::Unreadable { reason: None }, 0..0),
        Entry::NotUtf8 { shown } => {
            let sign = char::REPLACEMENT_CHARACTER.len_utf8();
            (Problem::NotUtf8, shown.len() - sign..shown.len())
        }
    };
    Some(Diagnostic::new(problem, Span::new(path, range)))
}
