//! Pages that are known: what each was made from when it was published last.
//!
//! In: where a site is published. Out: whether a page there is still the one that would be made. Most
//! of the time of a build goes into making pages that are there already, so what they were made from
//! is kept beside the facts of evidence, outside the site. Whether it is kept never changes a page.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use blake3::Hash;
use rayon::prelude::*;

use crate::read::{self, Stamp};
use crate::write;

const HEADER: &str = "oit-pages 1";

/// The pages below an output folder.
pub(super) struct Known {
    out: PathBuf,
    /// Where this is kept; `None` where nothing can be.
    place: Option<PathBuf>,
    before: HashMap<String, Page>,
    now: Mutex<Now>,
}

/// What the pages are made from in this run.
#[derive(Default)]
struct Now {
    pages: Vec<(String, Hash)>,
    /// Whether one of them was not known.
    has_new: bool,
}

/// A published page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Page {
    origin: Hash,
    /// Its file as this program left it.
    stamp: Stamp,
}

impl Known {
    /// What is known of a folder: nothing, where nothing was published yet.
    pub(super) fn of(out: &Path, is_first: bool) -> Self {
        let whole = std::path::absolute(out).unwrap_or_else(|_| out.to_path_buf());
        let name = blake3::hash(whole.as_os_str().as_encoded_bytes()).to_hex();
        let place = read::cache_folder().map(|folder| folder.join("pages").join(&name[..32]));
        let text = place
            .as_deref()
            .filter(|_| !is_first)
            .and_then(|place| read::optional_text(place).ok().flatten());
        Self {
            out: out.to_path_buf(),
            place,
            before: text.as_deref().and_then(parse).unwrap_or_default(),
            now: Mutex::default(),
        }
    }

    /// Whether the published page is the one that would be made from this. It is noted either way.
    pub(super) fn has(&self, name: &str, origin: Hash) -> bool {
        let known = self.before.get(name).is_some_and(|page| {
            page.origin == origin && read::stamp(&self.out.join(name)) == Some(page.stamp)
        });
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        now.pages.push((name.to_owned(), origin));
        now.has_new |= !known;
        known
    }

    /// Keeps what was published, as it lies there now.
    pub(super) fn keep(self) {
        let Some(place) = self.place else { return };
        let now = self.now.into_inner();
        let Now { pages, has_new } = now.unwrap_or_else(PoisonError::into_inner);
        if !has_new && pages.len() == self.before.len() {
            return;
        }
        let mut lines: Vec<String> = pages
            .into_par_iter()
            .filter_map(|(name, origin)| {
                let Stamp { bytes, modified } = read::stamp(&self.out.join(&name))?;
                Some(format!("{} {bytes} {modified} {name}\n", origin.to_hex()))
            })
            .collect();
        lines.par_sort_unstable();
        let text = format!("{HEADER}\n{}", lines.concat());
        write::keep(&place, &text);
    }
}

/// Reads what was kept; `None` where it is anything else.
fn parse(text: &str) -> Option<HashMap<String, Page>> {
    let mut lines = text.lines();
    if lines.next()? != HEADER {
        return None;
    }
    let page = |line: &str| {
        let mut parts = line.splitn(4, ' ');
        let origin = Hash::from_hex(parts.next()?).ok()?;
        let bytes = parts.next()?.parse().ok()?;
        let modified = parts.next()?.parse().ok()?;
        let stamp = Stamp { bytes, modified };
        Some((parts.next()?.to_owned(), Page { origin, stamp }))
    };
    lines.map(page).collect()
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn only_what_was_kept_is_believed() {
        let hash = "ab".repeat(32);
        let good = format!("oit-pages 1\n{hash} 12 1700000000000000000 2566/o1/a b.pdf\n");
        assert!(parse(&good).unwrap().contains_key("2566/o1/a b.pdf"));
        for bad in ["", "oit-pages 2\n", "oit-pages 1\nab 1 2 x\n", &good[..60]] {
            assert!(parse(bad).is_none(), "{bad}");
        }
    }
}
