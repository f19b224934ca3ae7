//! What stays from one reading of a site to the next while it is served.
//!
//! In: what was read before. Out: the same again where its file is the same. The site is put together whole
//! each time; only what a file alone decides is taken from here: how a document parses, what is in its
//! text, what an evidence file is. What rules found in one document alone is taken too, where all around
//! it is as it was.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::texts::AllSeen;
use crate::assemble::around::is_same_around;
use crate::assemble::index::Index;
use crate::assemble::links::Links;
use crate::check::Found;
use crate::files::{Files, SitePath, Stamp};
use crate::model::{Facts, Site};
use crate::parse::inventory::Inventory;

/// Some disks keep times to two seconds. A file that was written later than that before it was read may
/// have been written once more since, and look the same.
const COARSEST: Duration = Duration::from_millis(2500);

/// What stays of earlier readings.
#[derive(Default)]
pub struct Memory {
    /// The folder as it was listed.
    pub(super) listed: Option<Files>,
    /// What was seen of all texts, with their documents.
    pub(super) seen: Option<AllSeen>,
    pub(super) facts: Kept<Facts>,
    pub(super) whole: Option<Whole>,
}

/// The documents that were written, where nothing else in the folder changed.
pub(super) type Written = BTreeSet<SitePath>;

impl Memory {
    /// What still holds of the site as a whole: where no name is another, and all around documents is the same.
    pub(super) fn take_whole(&mut self, seen: &AllSeen, site: &Site) -> Option<Whole> {
        let whole = self.whole.take()?;
        let has_same_names = Arc::ptr_eq(&whole.inventory, &seen.inventory);
        (has_same_names && is_same_around(&whole.site, site)).then_some(whole)
    }

    /// Keeps what hangs on the whole site, where there will be later readings.
    pub(super) fn keep_whole(
        &mut self,
        seen: &AllSeen,
        site: &Arc<Site>,
        links: &Links<'_>,
        found: Found,
    ) {
        self.whole = self.listed.is_some().then(|| Whole {
            site: site.clone(),
            inventory: seen.inventory.clone(),
            index: links.index().clone(),
            found,
        });
    }
}

/// What hangs on the site as a whole.
pub(super) struct Whole {
    pub(super) site: Arc<Site>,
    pub(super) inventory: Arc<Inventory>,
    pub(super) index: Arc<Index>,
    pub(super) found: Found,
}

/// What was seen, to be known again. The documents are kept as they stand in the site, so that putting it
/// together again leaves most of them alone.
pub(super) fn to_keep(seen: &AllSeen, site: &Site) -> AllSeen {
    let mut kept = seen.clone();
    let mut documents = site.documents.iter();
    for (listed, read) in kept.inventory.documents.iter().zip(&mut kept.documents) {
        let document = read.document.as_ref().filter(|_| listed.has_place);
        let Some((before, now)) = document.and_then(|before| Some((before, documents.next()?)))
        else {
            continue;
        };
        if !Arc::ptr_eq(before, now) {
            Arc::make_mut(read).document = Some(now.clone());
        }
    }
    kept
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
        if let Some(stamp) = stamp.and_then(settled) {
            self.all().insert(path.clone(), (stamp, thing));
        }
    }
}

/// A stamp, where a file written now would get another one.
pub(super) fn settled(stamp: Stamp) -> Option<Stamp> {
    // A time to come says nothing: the clock was set back.
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    let newest = now.as_nanos().checked_sub(COARSEST.as_nanos())?;
    stamp.modified.filter(|time| *time < newest).map(|_| stamp)
}
