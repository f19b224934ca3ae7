//! What the bytes of evidence files decide, found out once.
//!
//! In: the bytes of a file. Out: its facts, the sheets that pages show of it, and the cells that rows are taken from.
//! While the process lives all of it is kept by path and stamp, so that a file that did not change is not opened. Facts are
//! kept on the disk too, by content and for this build of the program alone. Whether anything is kept never changes a
//! finding or a page.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::facts::{facts, hash};
use super::record;
use super::sheet::Grid;
use crate::files::{SitePath, Stamp};
use crate::model::{Facts, Sheet};
use crate::problem::SheetFault;
use crate::read::{Cache, settled};

/// What a file shows as a table: `None` where it holds nothing.
pub(super) type SheetResult = Result<Option<Arc<Sheet>>, SheetFault>;

/// The cells of a sheet, for rows of a dataset.
pub type GridResult = Result<Arc<Grid>, SheetFault>;

/// What was found out about one file.
#[derive(Clone, Default)]
pub(super) struct Contents {
    /// `None` where nobody asked, or the file could not be read.
    pub(super) facts: Option<Facts>,
    /// By the name of the sheet that was asked for.
    pub(super) sheets: Vec<(Option<String>, SheetResult)>,
    /// The same of sheets whose rows are taken.
    pub(super) grids: Vec<(Option<String>, GridResult)>,
}

impl Contents {
    /// What a sheet of the file shows, where that was asked for.
    pub(super) fn sheet(&self, name: Option<&str>) -> Option<&SheetResult> {
        let mut sheets = self.sheets.iter();
        let found = sheets.find(|(other, _)| other.as_deref() == name);
        found.map(|(_, result)| result)
    }

    /// The cells of a sheet of the file, where they were asked for.
    pub(super) fn grid(&self, name: Option<&str>) -> Option<&GridResult> {
        let mut grids = self.grids.iter();
        let found = grids.find(|(other, _)| other.as_deref() == name);
        found.map(|(_, result)| result)
    }
}

/// What was found out about files.
pub struct Store {
    /// `None` where nothing can be kept.
    cache: Option<Cache>,
    /// By path, for as long as the stamp is the same.
    files: Mutex<HashMap<SitePath, (Stamp, Contents)>>,
}

impl Store {
    /// A store with the facts that earlier runs of this build of the program left in the user's cache folder.
    pub fn of_user() -> Self {
        Self {
            cache: Cache::of_user(),
            files: Mutex::default(),
        }
    }

    /// What was found out about a file that is the same since.
    pub(super) fn get(&self, path: &SitePath, stamp: Stamp) -> Option<Contents> {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let (cached, contents) = files.get(path)?;
        (*cached == stamp).then(|| contents.clone())
    }

    /// Keeps what was found out about a file until [`Store::keep`] decides: so that it is read once in a run.
    pub(super) fn note(&self, path: &SitePath, stamp: Stamp, contents: Contents) {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(path.clone(), (stamp, contents));
    }

    /// Keeps these files and forgets all others. One that was just written is left out: it may be written once
    /// more and look the same.
    pub(super) fn keep(&self, read: impl Iterator<Item = (SitePath, Stamp, Contents)>) {
        let settled =
            read.filter_map(|(path, stamp, contents)| Some((path, (settled(stamp)?, contents))));
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        *files = settled.collect();
    }

    /// The facts of a content.
    pub(super) fn facts(&self, bytes: &[u8]) -> Facts {
        let Some(cache) = &self.cache else {
            return facts(bytes);
        };
        let hash = hash(bytes);
        let cached = cache.get(&hash).and_then(|text| record::read(&text, &hash));
        cached.unwrap_or_else(|| {
            let facts = facts(bytes);
            cache.put(&hash, &record::write(&facts));
            facts
        })
    }
}
