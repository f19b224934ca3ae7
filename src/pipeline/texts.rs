//! The texts of documents, which are not held.
//!
//! In: a folder and the listing of it. Out: documents, parsed and looked at while their text is at hand,
//! and later the same texts once more for their pages and for the findings in them. Held all at once,
//! the texts of a large site would be most of the memory it takes.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use blake3::Hash;
use rayon::prelude::*;

use crate::check::{Titles, look};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Framework;
use crate::parse::document::{Place, document};
use crate::parse::pieces::{Documents, Reading, not_read};
use crate::read;
use crate::render;
use crate::source::{Entry, Files, SitePath};

/// What was seen of a text while it was at hand.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    pub(super) hash: Hash,
    pub(super) findings: Diagnostics,
}

/// Reads the documents of a site.
pub(super) struct Reader<'a> {
    root: &'a Path,
    titles: OnceLock<Titles>,
    seen: Mutex<HashMap<SitePath, Seen>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(root: &'a Path) -> Self {
        Self {
            root,
            titles: OnceLock::new(),
            seen: Mutex::default(),
        }
    }

    fn see(&self, path: &SitePath, text: &str) {
        let titles = self.titles.get_or_init(|| Titles::of(std::iter::empty()));
        let seen = Seen {
            hash: blake3::hash(text.as_bytes()),
            findings: look(path, text, titles),
        };
        let mut all = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(path.clone(), seen);
    }

    /// Looks at the texts that are no documents, and gives what was seen of all. A text that nobody
    /// asked for, because its folder is no item's, is read here.
    pub(super) fn finish(self, files: &mut Files) -> (HashMap<SitePath, Seen>, Diagnostics) {
        let is_seen = |path: &SitePath| {
            let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
            seen.contains_key(path)
        };
        let others: Vec<(SitePath, Entry)> = (files.entries.iter())
            .filter(|(path, entry)| {
                let is_text = matches!(entry, Entry::Text(_) | Entry::SetAside { .. });
                is_text && !path.starts_with("themes/") && !is_seen(path)
            })
            .map(|(path, entry)| (path.clone(), entry.clone()))
            .collect();
        let unread: Vec<(SitePath, Entry)> = others
            .into_par_iter()
            .filter_map(|(path, entry)| match self.entry(&path, &entry) {
                Entry::Text(text) => {
                    self.see(&path, &text);
                    None
                }
                other => Some((path, other)),
            })
            .collect();
        let faults = unread
            .iter()
            .filter_map(|(path, entry)| not_read(path, entry));
        let faults = faults.collect();
        files.entries.extend(unread);
        let seen = self.seen.into_inner();
        (seen.unwrap_or_else(PoisonError::into_inner), faults)
    }

    fn entry(&self, path: &SitePath, listed: &Entry) -> Entry {
        match listed {
            Entry::SetAside { .. } => read::text_of(self.root, path),
            other => other.clone(),
        }
    }
}

impl Documents for Reader<'_> {
    fn begin<'a>(&self, frameworks: &mut dyn Iterator<Item = &'a Framework>) {
        self.titles.get_or_init(|| Titles::of(frameworks));
    }

    fn document(&self, path: &SitePath, listed: &Entry, place: Place) -> Reading {
        match self.entry(path, listed) {
            Entry::Text(text) => {
                self.see(path, &text);
                let (document, findings) = document(path, &text, place);
                Reading {
                    document: Ok(document),
                    findings,
                }
            }
            other => Reading {
                findings: not_read(path, &other).into_iter().collect(),
                document: Err(other),
            },
        }
    }
}

/// The texts of a site while it is rendered.
pub(super) struct Texts<'a> {
    root: &'a Path,
    files: &'a Files,
    seen: &'a HashMap<SitePath, Seen>,
    /// A text that was another one when it was read again.
    changed: OnceLock<SitePath>,
}

impl<'a> Texts<'a> {
    pub(super) fn new(root: &'a Path, files: &'a Files, seen: &'a HashMap<SitePath, Seen>) -> Self {
        Self {
            root,
            files,
            seen,
            changed: OnceLock::new(),
        }
    }

    /// A text that was changed since the site was read: what was rendered belongs to no one site.
    pub(super) fn changed(&self) -> Option<&SitePath> {
        self.changed.get()
    }
}

impl render::Texts for Texts<'_> {
    fn text(&self, path: &str) -> Option<Arc<str>> {
        let (path, entry) = self.files.entries.get_key_value(path)?;
        if let Entry::Text(text) = entry {
            return Some(text.clone());
        }
        let seen = self.seen.get(path)?;
        match read::text_of(self.root, path) {
            Entry::Text(text) if blake3::hash(text.as_bytes()) == seen.hash => Some(text),
            _ => {
                self.changed.get_or_init(|| path.clone());
                None
            }
        }
    }
}

/// Takes up the texts again that findings point into: they are shown with their line.
pub(super) fn hold_told(root: &Path, files: &mut Files, findings: &[Diagnostic]) {
    for finding in findings {
        hold(root, files, &finding.at.path);
    }
}

/// Takes up every text again.
pub(super) fn hold_all(root: &Path, files: &mut Files) {
    let paths: Vec<SitePath> = files.entries.keys().cloned().collect();
    for path in paths {
        hold(root, files, &path);
    }
}

fn hold(root: &Path, files: &mut Files, path: &SitePath) {
    if let Some(entry @ Entry::SetAside { .. }) = files.entries.get_mut(path) {
        *entry = read::text_of(root, path);
    }
}
