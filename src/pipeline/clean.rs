//! Texts that were looked through before and in which nothing was wrong.
//!
//! In: the hash of a text. Out: whether it need not be looked through again. Kept outside the site, as
//! facts of evidence are: letters and personal data are looked for in every text on every run, and hardly
//! a text changes between two. Whether it is kept never changes a finding.

use std::collections::HashSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use blake3::Hash;

use crate::check::Titles;
use crate::{read, write};

/// Half of a hash, in hexadecimal, tells texts apart.
const KEPT: usize = 32;

/// The texts of one site.
pub(super) struct Clean {
    place: Option<PathBuf>,
    /// What they were looked through for, and by which program.
    header: String,
    before: HashSet<String>,
    now: Mutex<Now>,
}

#[derive(Default)]
struct Now {
    clean: HashSet<String>,
    /// Whether one of them was not known.
    has_new: bool,
}

impl Clean {
    pub(super) fn of(root: &Path, titles: &Titles) -> Self {
        let root = std::path::absolute(root).unwrap_or_else(|_| root.to_path_buf());
        let name = blake3::hash(root.as_os_str().as_encoded_bytes()).to_hex();
        let place = read::cache_folder().map(|folder| folder.join("texts").join(&name[..KEPT]));
        let looked_for = format!("{:?} {titles:?}", read::program());
        let header = format!("oit-texts {}", blake3::hash(looked_for.as_bytes()).to_hex());
        let text = place
            .as_deref()
            .and_then(|place| read::optional_text(place).ok().flatten());
        let mut lines = text.as_deref().unwrap_or_default().lines();
        let is_ours = lines.next() == Some(&header);
        let before = lines.filter(|_| is_ours).map(str::to_owned);
        Self {
            before: before.collect(),
            place,
            header,
            now: Mutex::default(),
        }
    }

    /// Whether nothing is wrong in a text, as far as is known.
    pub(super) fn has(&self, hash: &Hash) -> bool {
        let name = &hash.to_hex()[..KEPT];
        let known = self.before.contains(name);
        if known {
            let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
            now.clean.insert(name.to_owned());
        }
        known
    }

    /// Notes that nothing is wrong in a text.
    pub(super) fn put(&self, hash: &Hash) {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        now.has_new |= now.clean.insert(hash.to_hex()[..KEPT].to_owned());
    }

    /// Keeps what was noted.
    pub(super) fn keep(self) {
        let Some(place) = self.place else { return };
        let now = self.now.into_inner();
        let Now { clean, has_new } = now.unwrap_or_else(PoisonError::into_inner);
        if !has_new {
            return;
        }
        let mut names: Vec<String> = clean.into_iter().collect();
        names.sort_unstable();
        let mut text = self.header;
        for name in names {
            let _ = write!(text, "\n{name}");
        }
        write::keep(&place, &text);
    }
}
