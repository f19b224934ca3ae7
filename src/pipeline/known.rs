//! Pages that are known: what each was made from when it was published last.
//!
//! In: where a site is published. Out: whether a page there is still the one that would be made. Most
//! of the time of a build goes into making pages that are there already, so what they were made from
//! is kept beside the facts of evidence, outside the site.

use std::collections::HashMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use blake3::Hash;
use rayon::prelude::*;

use super::kept::Kept;
use super::{Options, Pages};
use crate::files::Stamp;
use crate::read;

/// The pages below an output folder.
pub struct Known {
    out: PathBuf,
    kept: Kept,
    before: HashMap<String, Page>,
}

/// A published page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Page {
    origin: Hash,
    /// Its file as this program left it.
    stamp: Stamp,
}

/// A page of this run.
pub(super) struct Now<'a> {
    /// Its path below the output folder.
    pub(super) name: &'a str,
    pub(super) origin: Hash,
    /// Whether it was [known](Known::has).
    pub(super) was_known: bool,
    /// Of its file, where it was written.
    pub(super) stamp: Option<Stamp>,
}

/// What is to be kept of the pages of this run; `None` where that is what is kept already.
pub(super) struct Lines(Option<String>);

/// So many lines are written at once.
const AT_ONCE: usize = 512;

impl Known {
    /// What is known of a folder: nothing, where nothing was published yet, or by another program or for
    /// another address.
    pub fn of(out: &Path, is_first: bool, options: &Options) -> Self {
        let Options {
            base_url,
            judgement,
            ..
        } = options;
        let made_for = format!("{:?}", (read::program(), base_url, judgement.drafts));
        let header = format!("oit-pages 2 {}", blake3::hash(made_for.as_bytes()).to_hex());
        let kept = Kept::about("pages", out, header);
        let text = if is_first { None } else { kept.text() };
        Self {
            out: out.to_path_buf(),
            before: text.as_deref().and_then(parse).unwrap_or_default(),
            kept,
        }
    }

    /// How many pages will have to be made.
    pub fn pages(&self) -> Pages {
        if self.before.is_empty() {
            Pages::All
        } else {
            Pages::Few
        }
    }

    /// Whether the published page is the one that would be made from this.
    pub(super) fn has(&self, name: &str, origin: Hash) -> bool {
        self.before.get(name).is_some_and(|page| {
            page.origin == origin && read::stamp(&self.out.join(name)) == Some(page.stamp)
        })
    }

    /// What is to be kept where these pages are published. They need not be in place yet.
    pub(super) fn lines(&self, now: &[Now<'_>]) -> Lines {
        if now.len() == self.before.len() && now.iter().all(|page| page.was_known) {
            return Lines(None);
        }
        let line = |text: &mut String, page: &Now<'_>| {
            let known = self.before.get(page.name).filter(|_| page.was_known);
            let stamp = known.map(|known| known.stamp).or(page.stamp);
            // What was not written lies there as it is to be.
            let stamp = stamp.or_else(|| read::stamp(&self.out.join(page.name)));
            if let Some(Stamp {
                bytes,
                modified: Some(modified),
            }) = stamp
            {
                // Writing to memory does not fail.
                let origin = page.origin.to_hex();
                let _ = writeln!(text, "{origin} {bytes} {modified} {}", page.name);
            }
        };
        let parts = now.par_chunks(AT_ONCE).map(|pages| {
            let mut text = String::new();
            for page in pages {
                line(&mut text, page);
            }
            text
        });
        Lines(Some(parts.collect::<Vec<String>>().concat()))
    }

    /// Keeps what was published.
    pub(super) fn keep(self, Lines(lines): Lines) {
        if let Some(lines) = lines {
            self.kept.keep(&lines);
        }
    }
}

/// Reads what was kept; `None` where it is anything else.
fn parse(text: &str) -> Option<HashMap<String, Page>> {
    let page = |line: &str| {
        let mut parts = line.splitn(4, ' ');
        let origin = Hash::from_hex(parts.next()?).ok()?;
        let bytes = parts.next()?.parse().ok()?;
        let modified = Some(parts.next()?.parse().ok()?);
        let stamp = Stamp { bytes, modified };
        Some((parts.next()?.to_owned(), Page { origin, stamp }))
    };
    text.par_lines().map(page).collect()
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn only_what_was_kept_is_believed() {
        let hash = "ab".repeat(32);
        let good = format!("{hash} 12 1700000000000000000 2566/o1/a b.pdf\n");
        assert!(parse(&good).unwrap().contains_key("2566/o1/a b.pdf"));
        for bad in ["ab 1 2 x\n", "\n", &good[..60]] {
            assert!(parse(bad).is_none(), "{bad}");
        }
    }
}
