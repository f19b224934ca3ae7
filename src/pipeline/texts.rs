//! The texts of documents once more, for their pages and for the findings in them.
//!
//! In: a folder and what was seen when it was read. Out: the same texts again, or word that one was changed
//! meanwhile. Held all at once, the texts of a large site would be most of the memory it takes.

use std::borrow::Cow;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use blake3::Hash;

use super::reader::{Others, Positions, Read};
use crate::check::Titles;
use crate::files::{Entry, Files, SitePath};
use crate::model::{Body, Document};
use crate::parse::inventory::Inventory;
use crate::parse::markdown::{Galley, scan};
use crate::problem::{Diagnostic, Diagnostics};
use crate::publish::{Aside, Laid};
use crate::{read, render};

/// What was seen of a text while it was at hand.
pub(super) struct Seen {
    pub(super) hash: Hash,
    pub(super) findings: Diagnostics,
    /// The text itself, where it is held: pages that are served are those of one reading, whatever
    /// becomes of the file.
    text: Option<Arc<str>>,
    /// Its body, where that was laid aside.
    body: Option<LaidBody>,
}

/// The galley of a body and its opening, laid aside one behind the other.
pub(super) struct LaidBody {
    laid: Laid,
    /// Where the galley ends and the opening begins, in bytes.
    middle: usize,
    end: usize,
}

impl LaidBody {
    /// Lays aside what of a document only its page and the search index need.
    pub(super) fn of(document: &mut Arc<Document>, galley: Galley, aside: &Aside) -> Option<Self> {
        let body = Arc::get_mut(&mut Arc::get_mut(document)?.body)?;
        let html = galley.into_html();
        let middle = html.len();
        let both = html + &body.opening;
        let end = both.len();
        let laid = aside.lay(both)?;
        body.opening = String::new();
        Some(Self { laid, middle, end })
    }
}

/// What was seen of every text of a site.
#[derive(Clone)]
pub(super) struct AllSeen {
    pub(super) inventory: Arc<Inventory>,
    /// What texts were looked through for.
    pub(super) titles: Titles,
    /// In the order of the inventory.
    pub(super) documents: Vec<Arc<Read>>,
    /// Where in that order a path stands.
    pub(super) positions: Positions,
    pub(super) others: Arc<Others>,
    /// Where bodies are laid aside.
    pub(super) aside: Arc<Aside>,
}

impl AllSeen {
    /// What came of reading a document.
    pub(super) fn document(&self, path: &str) -> Option<&Arc<Read>> {
        self.documents.get(*self.positions.get(path)?)
    }

    /// What was seen of a text.
    pub(super) fn get(&self, path: &str) -> Option<&Seen> {
        let document = self.document(path).map(|read| &read.seen);
        let seen = document.or_else(|| self.others.get(path))?;
        seen.as_ref().ok().map(|seen| &**seen)
    }

    fn all(&self) -> impl Iterator<Item = &Seen> {
        let documents = self.documents.iter().map(|read| &read.seen);
        let all = documents.chain(self.others.values()).flatten();
        all.map(|seen| &**seen)
    }

    /// What was found in all texts.
    pub(super) fn findings(&self) -> Diagnostics {
        self.all()
            .flat_map(|seen| &seen.findings)
            .cloned()
            .collect()
    }

    /// The hashes of the texts in which nothing was found.
    pub(super) fn clean(&self) -> impl Iterator<Item = &Hash> {
        let clean = self.all().filter(|seen| seen.findings.is_empty());
        clean.map(|seen| &seen.hash)
    }
}

impl Seen {
    pub(super) fn new(
        hash: Hash,
        findings: Diagnostics,
        text: Option<Arc<str>>,
        body: Option<LaidBody>,
    ) -> Self {
        Self {
            hash,
            findings,
            text,
            body,
        }
    }

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

/// The texts of a site while it is rendered.
pub(super) struct Texts<'a> {
    root: &'a Path,
    files: &'a Files,
    seen: &'a AllSeen,
    /// A text that was another one when it was read again.
    changed: OnceLock<SitePath>,
}

impl<'a> Texts<'a> {
    pub(super) fn new(root: &'a Path, files: &'a Files, seen: &'a AllSeen) -> Self {
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

impl render::Bodies for Texts<'_> {
    fn galley(&self, path: &str, body: &Body) -> Galley {
        let laid = self.laid(path);
        let laid = laid.and_then(|body| self.seen.aside.take(&body.laid, 0..body.middle));
        let laid = laid.map(|html| Galley::new(html.into_owned(), false));
        let from_text = || Some(render::galley(&self.text(path)?, body));
        laid.or_else(from_text).unwrap_or_default()
    }

    fn opening<'a>(&'a self, path: &str, body: &'a Body) -> Cow<'a, str> {
        let Some(LaidBody { laid, middle, end }) = self.laid(path) else {
            return Cow::Borrowed(&body.opening);
        };
        let taken = self.seen.aside.take(laid, *middle..*end);
        taken.unwrap_or_else(|| {
            let text = self.text(path);
            let read = |text: Arc<str>| scan(&path.into(), &text, body.range.clone()).opening;
            Cow::Owned(text.map(read).unwrap_or_default())
        })
    }
}

impl Texts<'_> {
    fn laid(&self, path: &str) -> Option<&LaidBody> {
        self.seen.get(path)?.body.as_ref()
    }

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
pub(super) fn hold_told(root: &Path, files: &mut Files, seen: &AllSeen, findings: &[Diagnostic]) {
    for finding in findings {
        hold(root, files, seen, &finding.at.path);
    }
}

/// Takes up every text again.
pub(super) fn hold_all(root: &Path, files: &mut Files, seen: &AllSeen) {
    let paths: Vec<SitePath> = files.entries.keys().cloned().collect();
    for path in paths {
        hold(root, files, seen, &path);
    }
}

/// A text that was changed meanwhile stays aside: places in it are places in another text.
fn hold(root: &Path, files: &mut Files, seen: &AllSeen, path: &SitePath) {
    let Some(entry @ Entry::SetAside(_)) = files.entries.get_mut(path) else {
        return;
    };
    if let Some(text) = seen.get(path).and_then(|seen| seen.read(root, path)) {
        *entry = Entry::Text(text);
    }
}
