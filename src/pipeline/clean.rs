//! Texts that were looked through before and in which nothing was wrong.
//!
//! In: the hash of a text. Out: whether it need not be looked through again. Kept as facts of evidence are:
//! letters and personal data are looked for in every text on every run, and hardly a text changes
//! between two.

use std::collections::HashSet;
use std::path::Path;

use blake3::Hash;

use super::kept::Kept;
use crate::check::Titles;
use crate::read;

/// The texts of one site.
pub(super) struct Clean {
    kept: Kept,
    before: HashSet<Hash>,
}

impl Clean {
    /// What is known of the texts of a site, by this program looking for these titles.
    pub(super) fn of(root: &Path, titles: &Titles) -> Self {
        let looked_for = format!("{:?} {titles:?}", read::program());
        let header = format!("oit-texts {}", blake3::hash(looked_for.as_bytes()).to_hex());
        let kept = Kept::about("texts", root, header);
        let text = kept.text().unwrap_or_default();
        let hashes = text.lines().map(Hash::from_hex);
        let before = hashes.collect::<Result<_, _>>().unwrap_or_default();
        Self { kept, before }
    }

    /// Whether nothing is wrong in a text, as far as is known.
    pub(super) fn has(&self, hash: &Hash) -> bool {
        self.before.contains(hash)
    }

    /// Keeps the texts in which nothing was wrong this time.
    pub(super) fn keep<'a>(self, mut clean: impl Iterator<Item = &'a Hash> + Clone) {
        let all = clean.clone();
        if clean.any(|hash| !self.before.contains(hash)) {
            self.kept.keep(all.map(Hash::to_hex));
        }
    }
}
