//! Reads the texts of a site, each in its turn.
//!
//! In: the inventory of a folder. Out: documents, parsed and looked at while their text is at hand, and what
//! was seen of all other texts. Apart from `texts`, which reads them once more for their pages.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::Pages;
use super::clean::Clean;
use super::memory::{Memory, Written, settled};
use super::texts::{AllSeen, LaidBody, Seen};
use crate::check::{Titles, look};
use crate::files::{Entry, Files, SitePath, Stamp};
use crate::model::Document;
use crate::parse::inventory::{Inventory, Listed};
use crate::parse::reading::{not_read, reading, reading_and_galley};
use crate::problem::Diagnostics;
use crate::publish::Aside;
use crate::read;

/// So many bytes of text are held: to read them once more would cost more than they take.
const FEW: u64 = 16 << 20;

/// A thread takes so many documents at once: few enough that none is left alone with the last.
const AT_ONCE: usize = 16;

/// What came of reading a listed document: all that its text alone decides.
#[derive(Clone)]
pub(super) struct Read {
    /// Of its file, taken before it was read; `None` where it cannot be trusted.
    pub(super) stamp: Option<Stamp>,
    pub(super) document: Option<Arc<Document>>,
    pub(super) findings: Diagnostics,
    /// What was seen of its text, or what lies at its path instead.
    pub(super) seen: Result<Arc<Seen>, Entry>,
}

/// Reads the texts of a site.
pub(super) struct Reader<'a> {
    root: &'a Path,
    inventory: &'a Arc<Inventory>,
    titles: Titles,
    /// Whether texts are held: while serving, and where there are few.
    holds: bool,
    /// What earlier readings left, where there will be later ones.
    before: Option<&'a Memory>,
    /// The documents that were written since, where nothing else changed.
    written: Option<&'a Written>,
    /// The texts that need not be looked through; while serving, more than these is kept.
    clean: Option<Clean>,
    /// Where bodies are laid aside, where every page will be made.
    aside: Option<Arc<Aside>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        root: &'a Path,
        files: &Files,
        (inventory, written): (&'a Arc<Inventory>, Option<&'a Written>),
        before: Option<&'a Memory>,
        pages: Pages,
    ) -> Self {
        let sizes = files.entries.values().filter_map(|entry| match entry {
            Entry::SetAside(stamp) => stamp.map(|stamp| stamp.bytes),
            _ => None,
        });
        let own = inventory.years.iter().map(|year| &*year.framework);
        let titles = Titles::of(own, &inventory.other_frameworks);
        Self {
            root,
            inventory,
            holds: before.is_some() || (pages == Pages::Few && sizes.sum::<u64>() <= FEW),
            before,
            written,
            clean: before.is_none().then(|| Clean::of(root, &titles)),
            titles,
            aside: (pages == Pages::All).then(Arc::default),
        }
    }

    /// Reads all documents, in the order of the list.
    pub(super) fn documents(&self, files: &Files) -> Vec<Arc<Read>> {
        let listed = &self.inventory.documents;
        let read = |(at, listed): (usize, &Listed)| {
            if let Some(known) = self.still_known(at, listed) {
                return known.clone();
            }
            let entry = files.entries.get(&listed.path).unwrap_or(&Entry::Link);
            let known = self.known(listed, entry).cloned();
            known.unwrap_or_else(|| Arc::new(self.document(listed, entry)))
        };
        let few_at_once = listed.par_iter().with_max_len(AT_ONCE).enumerate();
        few_at_once.map(read).collect()
    }

    /// A document that was not written since, in a folder that is otherwise the same.
    fn still_known(&self, at: usize, listed: &Listed) -> Option<&Arc<Read>> {
        if self.is_written(listed)? {
            return None;
        }
        let known = self.seen_before()?.documents.get(at)?;
        known.stamp.and(Some(known))
    }

    /// Whether a document was written, where that is known.
    fn is_written(&self, listed: &Listed) -> Option<bool> {
        self.written.map(|written| written.contains(&listed.path))
    }

    /// A document as it was read before, where nothing of it is other than it was. One that is said to have been
    /// written is another, whatever its stamp.
    fn known(&self, listed: &Listed, entry: &Entry) -> Option<&Arc<Read>> {
        let before = self.seen_before()?;
        let known = before.document(&listed.path)?;
        let is_same = match entry {
            Entry::SetAside(stamp) => stamp.is_some() && known.stamp == *stamp,
            _ => false,
        } && self.is_written(listed) != Some(true);
        let document = known.document.as_ref()?;
        let holds = is_same && before.titles == self.titles && listed.place.is_of(document);
        holds.then_some(known)
    }

    fn seen_before(&self) -> Option<&'a AllSeen> {
        self.before?.seen.as_ref()
    }

    fn document(&self, listed: &Listed, entry: &Entry) -> Read {
        let stamp = match entry {
            Entry::SetAside(stamp) => stamp.and_then(settled),
            _ => None,
        };
        let entry = self.entry(&listed.path, entry);
        let ((document, findings), laid) = match &self.aside {
            Some(aside) => {
                let ((mut document, findings), galley) = reading_and_galley(listed, &entry);
                let body = document.as_mut().zip(galley);
                let laid =
                    body.and_then(|(document, galley)| LaidBody::of(document, galley, aside));
                ((document, findings), laid)
            }
            None => (reading(listed, &entry), None),
        };
        let seen = match entry {
            Entry::Text(text) => Ok(self.look(&listed.path, &text, laid)),
            other => Err(other),
        };
        Read {
            stamp,
            document,
            findings,
            seen,
        }
    }

    fn look(&self, path: &SitePath, text: &Arc<str>, body: Option<LaidBody>) -> Arc<Seen> {
        let hash = blake3::hash(text.as_bytes());
        // What is text in a file hangs on its ending: of those few, none is kept.
        let clean = self.clean.as_ref().filter(|_| path.ends_with(".md"));
        let look = || look(path, text, &self.titles);
        let findings = clean.map_or_else(look, |clean| clean.findings(&hash, look));
        let text = self.holds.then(|| text.clone());
        Arc::new(Seen::new(hash, findings, text, body))
    }

    fn entry(&self, path: &SitePath, listed: &Entry) -> Entry {
        match listed {
            Entry::SetAside(_) => read::text_of(self.root, path),
            other => other.clone(),
        }
    }

    /// Where in the order of the list a path stands.
    pub(super) fn positions(&self) -> Positions {
        let before = self.written.and(self.seen_before());
        let listed = || {
            let documents = self.inventory.documents.iter().enumerate();
            let positions = documents.map(|(at, listed)| (listed.path.clone(), at));
            Arc::new(positions.collect())
        };
        before.map_or_else(listed, |before| before.positions.clone())
    }

    /// Looks at the texts that are no documents, and gives what was seen of all. A text that nobody
    /// listed, because its folder is no item's, is read here.
    pub(super) fn finish(
        self,
        files: &mut Files,
        (documents, positions): (Vec<Arc<Read>>, Positions),
    ) -> (AllSeen, Diagnostics) {
        let before = self.written.and(self.seen_before());
        for (listed, read) in self.inventory.documents.iter().zip(&documents) {
            if let Err(entry) = &read.seen {
                files.entries.insert(listed.path.clone(), entry.clone());
            }
        }
        let others = match before {
            Some(before) => before.others.clone(),
            None => self.others(files, &positions),
        };
        let mut faults = Diagnostics::new();
        for (path, seen) in &*others {
            if let Err(entry) = seen {
                faults.extend(not_read(path, entry));
                files.entries.insert(path.clone(), entry.clone());
            }
        }
        let seen = AllSeen {
            inventory: self.inventory.clone(),
            titles: self.titles,
            documents,
            positions,
            others,
            aside: self.aside.unwrap_or_default(),
        };
        if let Some(clean) = self.clean {
            clean.keep(seen.clean());
        }
        (seen, faults)
    }

    fn others(&self, files: &Files, documents: &HashMap<SitePath, usize>) -> Arc<Others> {
        let others: Vec<(&SitePath, &Entry)> = (files.entries.iter())
            .filter(|(path, entry)| {
                let is_text = matches!(entry, Entry::Text(_) | Entry::SetAside(_));
                is_text && !path.starts_with("themes/") && !documents.contains_key(*path)
            })
            .collect();
        let look = |(path, entry): (&SitePath, &Entry)| {
            let seen = match self.entry(path, entry) {
                Entry::Text(text) => Ok(self.look(path, &text, None)),
                other => Err(other),
            };
            (path.clone(), seen)
        };
        Arc::new(others.into_par_iter().map(look).collect())
    }
}

/// Where documents stand in the order of the list, by path.
pub(super) type Positions = Arc<HashMap<SitePath, usize>>;

/// What was seen of texts that are no documents.
pub(super) type Others = BTreeMap<SitePath, Result<Arc<Seen>, Entry>>;
