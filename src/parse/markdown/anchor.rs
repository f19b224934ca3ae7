//! Anchors: a heading is addressed by its own text, Thai kept whole.

use std::collections::{HashMap, HashSet};

use crate::parse::reference::nfc;
use crate::thai::numeral::is_thai;

/// The anchor of a text: NFC, Latin letters in lower case, runs of spaces as one `-`, punctuation
/// left out. Texts that a reader takes for the same heading give the same anchor. None begins with
/// `_`: those are the theme's own.
pub fn anchor(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in nfc(text.trim()).chars() {
        // Most letters are Thai, and asking the tables of all letters takes longer.
        if is_thai(letter) {
            out.push(letter);
        } else if letter.is_whitespace() || letter == '-' {
            if !out.ends_with('-') && !out.is_empty() {
                out.push('-');
            }
        } else if letter.is_alphanumeric() || (letter == '_' && !out.is_empty()) {
            out.extend(letter.to_lowercase());
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// An `id` of raw HTML as pages have it: as it is written, but never one of the theme's own.
pub fn raw_anchor(id: &str) -> &str {
    id.trim_start_matches('_')
}

/// Hands out anchors that are unique within a page.
#[derive(Default)]
pub(super) struct Anchors {
    taken: HashSet<String>,
    /// How often a text came that was taken, so that many equal headings stay quick.
    counts: HashMap<String, usize>,
}

impl Anchors {
    /// The anchor of the next heading: `text`, `text-2`, `text-3` …
    pub(super) fn next(&mut self, text: &str) -> String {
        let mut base = anchor(text);
        if base.is_empty() {
            base.push_str("section");
        }
        if self.taken.insert(base.clone()) {
            return base;
        }
        let count = self.counts.entry(base.clone()).or_insert(1);
        loop {
            *count += 1;
            let name = format!("{base}-{count}");
            if self.taken.insert(name.clone()) {
                return name;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Anchors, anchor};

    #[test]
    fn thai_is_kept_whole() {
        assert_eq!(anchor("วัตถุประสงค์"), "วัตถุประสงค์");
        assert_eq!(
            anchor(" ขั้นตอน  การ ร้องเรียน (ออนไลน์) "),
            "ขั้นตอน-การ-ร้องเรียน-ออนไลน์"
        );
        assert_eq!(anchor("_lead _a"), "lead-_a");
        assert_eq!(anchor("- _ _"), "");
        assert_eq!(anchor("E-Service & Q&A"), "e-service-qa");
        let mut anchors = Anchors::default();
        assert_eq!(anchors.next("ก"), "ก");
        assert_eq!(anchors.next("ก"), "ก-2");
        assert_eq!(anchors.next("ก 2"), "ก-2-2");
        assert_eq!(anchors.next("***"), "section");
    }
}
