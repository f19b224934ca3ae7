//! Texts that were looked through before and in which nothing was wrong.
//!
//! In: the hash of a text. Out: whether it need not be looked through again. Kept as facts of evidence are:
//! letters and personal data are looked for in every text on every run, and hardly a text changes
//! between two.

use std::collections::HashSet;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use blake3::Hash;
use rayon::prelude::*;

use super::kept::Kept;
use crate::check::Titles;
use crate::problem::Diagnostics;
use crate::read;

/// The texts of one site.
pub(super) struct Clean {
    kept: Kept,
    before: HashSet<Hash>,
    /// Whether a text had to be looked through in which nothing was wrong.
    has_more: AtomicBool,
}

impl Clean {
    /// What is known of the texts of a site, by this program looking for these titles.
    pub(super) fn of(root: &Path, titles: &Titles) -> Self {
        let looked_for = format!("{:?} {titles:?}", read::program());
        let header = format!("oit-texts {}", blake3::hash(looked_for.as_bytes()).to_hex());
        let kept = Kept::about("texts", root, header);
        let text = kept.text().unwrap_or_default();
        let hashes = text.par_lines().map(Hash::from_hex);
        let before = hashes.collect::<Result<_, _>>().unwrap_or_default();
        Self {
            kept,
            before,
            has_more: AtomicBool::default(),
        }
    }

    /// What is found in a text, which is looked through where it is not known that nothing is wrong in it.
    pub(super) fn findings(&self, hash: &Hash, look: impl FnOnce() -> Diagnostics) -> Diagnostics {
        if self.before.contains(hash) {
            return Diagnostics::new();
        }
        let findings = look();
        if findings.is_empty() {
            self.has_more.store(true, Ordering::Relaxed);
        }
        findings
    }

    /// Keeps the texts in which nothing was wrong this time, where there are more than were known.
    pub(super) fn keep<'a>(self, clean: impl Iterator<Item = &'a Hash>) {
        if self.has_more.into_inner() {
            let mut lines = String::new();
            for hash in clean {
                lines.push_str(&hash.to_hex());
                lines.push('\n');
            }
            self.kept.keep(&lines);
        }
    }
}
