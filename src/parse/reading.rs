//! A listed document that was read, or what it is instead.
//!
//! In: what lies at a path. Out: the document, or why there is none. Apart from `inventory`, which knows
//! where documents lie and not how their texts are had.

use std::sync::Arc;

use super::document::{document, document_and_galley};
use super::inventory::Listed;
use super::markdown::Galley;
use crate::files::{Entry, SitePath};
use crate::model::Document;
use crate::problem::{Diagnostic, Diagnostics, Problem};
use crate::read::MOST_TEXT;
use crate::span::Span;

/// What is at the place of a document.
pub type Reading = (Option<Arc<Document>>, Diagnostics);

/// Reads a document from what lies at its path. Without a text there is none, and the finding says why.
pub fn reading(listed: &Listed, entry: &Entry) -> Reading {
    match entry {
        Entry::Text(text) => {
            let (document, findings) = document(&listed.path, text, listed.place.clone());
            (Some(Arc::new(document)), findings)
        }
        other => (None, not_read(&listed.path, other).into_iter().collect()),
    }
}

/// The same, and the galley of the document's body, where there is one.
pub fn reading_and_galley(listed: &Listed, entry: &Entry) -> (Reading, Option<Galley>) {
    let Entry::Text(text) = entry else {
        return (reading(listed, entry), None);
    };
    let place = listed.place.clone();
    let ((document, galley), findings) = document_and_galley(&listed.path, text, place);
    ((Some(Arc::new(document)), findings), galley)
}

/// Why a file is not to be had.
pub fn not_read(path: &SitePath, entry: &Entry) -> Option<Diagnostic> {
    let (problem, range) = match entry {
        Entry::Text(_) | Entry::SetAside(_) | Entry::Asset(_) => return None,
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
