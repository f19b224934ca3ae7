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

use super::clean::Clean;
use super::memory::{Memory, Parsed, stamp};
use crate::check::{Titles, look};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Framework, OtherFrameworks};
use crate::parse::document::{Place, document};
use crate::parse::pieces::{Documents, Reading, not_read};
use crate::read::{self, Stamp};
use crate::render;
use crate::source::{Entry, Files, SitePath};

/// So many bytes of text are held: to read them once more would cost more than they take.
const FEW: u64 = 16 << 20;

/// What was seen of a text while it was at hand.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    pub(super) hash: Hash,
    pub(super) findings: Diagnostics,
    /// The text itself, where it is held: pages that are served are those of one reading, whatever
    /// becomes of the file.
    text: Option<Arc<str>>,
}

impl Seen {
    /// The text once more; `None` where it is another one by now.
    fn read(&self, root: &Path, path: &str) -> Option<Arc<str>> {
        if self.text.is_some() {
            return self.text.clone();
        }
        match read::text_of(root, path) {
            Entry::Text(text) if blake3::hash(text.as_bytes()) == self.hash => Some(text),
            _ => None,
        }
    }
}

/// What came of reading all texts.
pub(super) struct Found {
    pub(super) seen: HashMap<SitePath, Seen>,
    pub(super) memory: Memory,
}

/// Reads the documents of a site.
pub(super) struct Reader<'a> {
    root: &'a Path,
    /// Whether texts are held: while serving, and where there are few.
    holds: bool,
    /// What earlier readings left, where there will be later ones.
    before: Option<Memory>,
    after: Memory,
    titles: OnceLock<Titles>,
    /// Whether earlier readings looked through texts for the same.
    looked_for_same: OnceLock<bool>,
    clean: OnceLock<Clean>,
    seen: Mutex<HashMap<SitePath, Seen>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(root: &'a Path, files: &Files, before: Option<Memory>) -> Self {
        let sizes = files.entries.values().filter_map(|entry| match entry {
            Entry::SetAside { bytes } => Some(*bytes),
            _ => None,
        });
        Self {
            root,
            holds: before.is_some() || sizes.sum::<u64>() <= FEW,
            before,
            after: Memory::default(),
            titles: OnceLock::new(),
            looked_for_same: OnceLock::new(),
            clean: OnceLock::new(),
            seen: Mutex::default(),
        }
    }

    fn titles(&self) -> &Titles {
        let none = || Titles::of(std::iter::empty(), &OtherFrameworks::default());
        self.titles.get_or_init(none)
    }

    fn look(&self, path: &SitePath, text: &Arc<str>) -> Seen {
        let hash = blake3::hash(text.as_bytes());
        // What is text in a file hangs on its ending: of those few, none is kept.
        let clean = self.clean().filter(|_| path.ends_with(".md"));
        let findings = match clean {
            Some(clean) if clean.has(&hash) => Diagnostics::new(),
            _ => look(path, text, self.titles()),
        };
        if let Some(clean) = clean.filter(|_| findings.is_empty()) {
            clean.put(&hash);
        }
        Seen {
            hash,
            findings,
            text: self.holds.then(|| text.clone()),
        }
    }

    /// The texts that need not be looked through; while serving, more than these is kept.
    fn clean(&self) -> Option<&Clean> {
        if self.before.is_some() {
            return None;
        }
        let titles = self.titles();
        Some(self.clean.get_or_init(|| Clean::of(self.root, titles)))
    }

    fn note(&self, path: &SitePath, seen: Seen) {
        let mut all = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(path.clone(), seen);
    }

    /// A document as it was read before, where nothing of it is other than it was.
    fn known(&self, path: &SitePath, stamp: Option<Stamp>, place: &Place) -> Option<Reading> {
        let before = self.before.as_ref()?;
        let looked_for_same = || before.titles.as_ref() == Some(self.titles());
        if !self.looked_for_same.get_or_init(looked_for_same) {
            return None;
        }
        let kept = before.documents.take(path, stamp);
        let kept = kept.filter(|kept| kept.place == *place)?;
        self.note(path, kept.seen.clone());
        let reading = kept.reading();
        self.after.documents.put(path, stamp, kept);
        Some(reading)
    }

    /// Looks at the texts that are no documents, and gives what was seen of all. A text that nobody
    /// asked for, because its folder is no item's, is read here.
    pub(super) fn finish(mut self, files: &mut Files) -> (Found, Diagnostics) {
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
                    self.note(&path, self.look(&path, &text));
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
        self.clean.into_inner().into_iter().for_each(Clean::keep);
        let seen = self.seen.into_inner();
        self.after.titles = self.titles.into_inner();
        self.after.facts = self.before.take().unwrap_or_default().facts;
        let found = Found {
            seen: seen.unwrap_or_else(PoisonError::into_inner),
            memory: self.after,
        };
        (found, faults)
    }

    fn entry(&self, path: &SitePath, listed: &Entry) -> Entry {
        match listed {
            Entry::SetAside { .. } => read::text_of(self.root, path),
            other => other.clone(),
        }
    }
}

impl Documents for Reader<'_> {
    fn begin(&self, own: &mut dyn Iterator<Item = &Framework>, others: &OtherFrameworks) {
        self.titles.get_or_init(|| Titles::of(own, others));
    }

    fn document(&self, path: &SitePath, listed: &Entry, place: Place) -> Reading {
        // Before it is read: what is written meanwhile is seen the next time.
        let stamp = self.before.as_ref().and_then(|_| stamp(self.root, path));
        if let Some(known) = self.known(path, stamp, &place) {
            return known;
        }
        match self.entry(path, listed) {
            Entry::Text(text) => {
                let seen = self.look(path, &text);
                let (document, findings) = document(path, &text, place.clone());
                self.note(path, seen.clone());
                if self.before.is_none() {
                    return Reading {
                        document: Ok(document),
                        findings,
                    };
                }
                let parsed = Arc::new(Parsed {
                    place,
                    document,
                    findings,
                    seen,
                });
                let reading = parsed.reading();
                self.after.documents.put(path, stamp, parsed);
                reading
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
        let text = self.seen.get(path)?.read(self.root, path);
        if text.is_none() {
            self.changed.get_or_init(|| path.clone());
        }
        text
    }
}

/// Takes up the texts again that findings point into: they are shown with their line.
pub(super) fn hold_told(
    root: &Path,
    files: &mut Files,
    seen: &HashMap<SitePath, Seen>,
    findings: &[Diagnostic],
) {
    for finding in findings {
        hold(root, files, seen, &finding.at.path);
    }
}

/// Takes up every text again.
pub(super) fn hold_all(root: &Path, files: &mut Files, seen: &HashMap<SitePath, Seen>) {
    let paths: Vec<SitePath> = files.entries.keys().cloned().collect();
    for path in paths {
        hold(root, files, seen, &path);
    }
}

/// A text that was changed meanwhile stays aside: places in it are places in another text.
fn hold(root: &Path, files: &mut Files, seen: &HashMap<SitePath, Seen>, path: &SitePath) {
    let Some(entry @ Entry::SetAside { .. }) = files.entries.get_mut(path) else {
        return;
    };
    if let Some(text) = seen.get(path).and_then(|seen| seen.read(root, path)) {
        *entry = Entry::Text(text);
    }
}
