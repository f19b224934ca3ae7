//! The texts of a site while it is rendered.
//!
//! In: the files that were read. Out: their texts, one at a time. What no finding points into is let
//! go before anything is rendered and read once more when its page is, so that memory does not grow
//! with the length of what is written.

use std::collections::HashSet;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::diagnostic::Diagnostic;
use crate::model::Site;
use crate::read;
use crate::render;
use crate::source::{Entry, Files, SitePath};

/// The texts of a site, held or read again.
pub(super) struct Texts<'a> {
    root: &'a Path,
    files: &'a Files,
    /// A text that was another one when it was read again.
    changed: OnceLock<SitePath>,
}

impl<'a> Texts<'a> {
    pub(super) fn new(root: &'a Path, files: &'a Files) -> Self {
        Self {
            root,
            files,
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
        match entry {
            Entry::Text(text) => Some(text.clone()),
            Entry::SetAside { bytes } => {
                let text = read::text_again(&self.root.join(&**path), *bytes);
                if text.is_none() {
                    self.changed.get_or_init(|| path.clone());
                }
                text
            }
            _ => None,
        }
    }
}

/// Lets go of the texts of documents without a finding: findings are shown with the line they are about.
pub(super) fn set_aside(files: &mut Files, site: &Site, findings: &[Diagnostic]) {
    let told: HashSet<&str> = findings.iter().map(|found| &*found.at.path).collect();
    let documents = site.documents.iter().map(|document| &*document.path);
    let may_go: HashSet<&str> = documents.filter(|path| !told.contains(path)).collect();
    files.set_aside(|path| may_go.contains(path));
}
