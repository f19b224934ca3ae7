//! What stays from one reading of a site to the next while it is served.
//!
//! In: what was read before, by path and stamp. Out: the same again where the stamp is the same. The
//! site is put together whole each time; only what a file alone decides is taken from here: how a
//! document parses, what is in its text, what an evidence file is.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::texts::Seen;
use crate::check::Titles;
use crate::diagnostic::Diagnostics;
use crate::model::{Document, Facts};
use crate::parse::document::Place;
use crate::parse::pieces::Reading;
use crate::read::{self, Stamp};
use crate::source::SitePath;

/// Some disks keep times to two seconds. A file that was written later than that before it was read may
/// have been written once more since, and look the same.
const COARSEST: Duration = Duration::from_millis(2500);

/// What stays of earlier readings.
#[derive(Default)]
pub struct Memory {
    /// What texts were looked through for.
    pub(super) titles: Option<Titles>,
    pub(super) documents: Kept<Arc<Parsed>>,
    pub(super) facts: Kept<Facts>,
}

/// What a text alone decides.
pub(super) struct Parsed {
    pub(super) place: Place,
    pub(super) document: Document,
    pub(super) findings: Diagnostics,
    pub(super) seen: Seen,
}

impl Parsed {
    /// The document as it was when it was parsed.
    pub(super) fn reading(&self) -> Reading {
        Reading {
            document: Ok(self.document.clone()),
            findings: self.findings.clone(),
        }
    }
}

/// Things by the file they came from.
pub(super) struct Kept<T>(Mutex<HashMap<SitePath, (Stamp, T)>>);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T> Kept<T> {
    fn all(&self) -> MutexGuard<'_, HashMap<SitePath, (Stamp, T)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes out what came from a file, where that is still the same file.
    pub(super) fn take(&self, path: &SitePath, stamp: Option<Stamp>) -> Option<T> {
        let (before, kept) = self.all().remove(path)?;
        (stamp == Some(before)).then_some(kept)
    }

    /// Keeps what came from a file, where its stamp can be trusted.
    pub(super) fn put(&self, path: &SitePath, stamp: Option<Stamp>, thing: T) {
        if let Some(stamp) = stamp.filter(is_settled) {
            self.all().insert(path.clone(), (stamp, thing));
        }
    }
}

/// The stamp of a file of the site.
pub(super) fn stamp(root: &Path, path: &str) -> Option<Stamp> {
    read::stamp(&root.join(path))
}

/// Whether a file written now would get another stamp.
fn is_settled(stamp: &Stamp) -> bool {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    // A time to come says nothing: the clock was set back.
    now.is_ok_and(|now| stamp.modified + COARSEST.as_nanos() < now.as_nanos())
}
