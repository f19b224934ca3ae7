//! One file, looked into: whatever is wanted of it is found out in one reading.
//!
//! In: a file and what is wanted of it. Out: its [`Contents`], as far as they were not known. Apart from `gather` and
//! `rows`, which want different things of the same file at different times.

use std::path::Path;
use std::sync::Arc;

use super::sheet::{self, grid, sheet, shown};
use super::store::{Contents, Store};
use crate::files::{SitePath, Stamp, file_name};
use crate::problem::{SheetFault, TableFault};
use crate::read::{Refused, bounded};

/// No file is taken into memory that is larger, whatever the settings say.
const LARGEST_MB: u64 = 200;

/// Sheets of a workbook that are shown: for each it is read from its beginning.
pub(super) const MOST_SHEETS: usize = 50;

/// The largest file whose facts are wanted, in bytes, where the settings say so many megabytes.
pub(super) fn largest(megabytes: u64) -> u64 {
    megabytes.min(LARGEST_MB) << 20
}

/// A file that is looked into.
pub(super) struct Wanted {
    pub(super) path: SitePath,
    pub(super) stamp: Stamp,
    /// The largest size at which its facts are wanted, in bytes; 0 where they are not.
    pub(super) largest: u64,
    /// The sheets that are wanted of it.
    pub(super) sheets: Vec<Option<String>>,
    /// The sheets whose cells are wanted.
    pub(super) grids: Vec<Option<String>>,
}

/// What a file holds of what is wanted; as much as is not known is found out.
pub(super) fn contents(wanted: &Wanted, root: &Path, store: &Store) -> Contents {
    let mut contents = store.get(&wanted.path, wanted.stamp).unwrap_or_default();
    let lacks_facts = wanted.largest > 0 && contents.facts.is_none();
    let lacking = wanted.sheets.iter();
    let lacking: Vec<&Option<String>> = lacking
        .filter(|name| contents.sheet(name.as_deref()).is_none())
        .collect();
    let lacking_grids = wanted.grids.iter();
    let lacking_grids: Vec<&Option<String>> = lacking_grids
        .filter(|name| contents.grid(name.as_deref()).is_none())
        .collect();
    let has_sheets = lacking.is_empty() && lacking_grids.is_empty();
    if !lacks_facts && has_sheets {
        return contents;
    }
    let of_sheets = if has_sheets { 0 } else { sheet::LARGEST };
    let bytes = bounded(&root.join(&*wanted.path), wanted.largest.max(of_sheets));
    if let Ok(bytes) = &bytes
        && lacks_facts
    {
        contents.facts = Some(store.facts(bytes));
    }
    let bytes = || match &bytes {
        Ok(bytes) if bytes.len() as u64 <= sheet::LARGEST => Ok(bytes.as_slice()),
        Ok(_) => Err(unreadable(&Refused::TooLarge)),
        Err(refused) => Err(unreadable(refused)),
    };
    let file = file_name(&wanted.path);
    for name in lacking_grids {
        let found = grid(file, name.as_deref(), bytes).map(Arc::new);
        contents.grids.push((name.clone(), found));
    }
    for name in lacking {
        let found = match contents.grid(name.as_deref()) {
            Some(Ok(grid)) => Ok(shown(grid)),
            Some(Err(fault)) => Err(fault.clone()),
            None => sheet(file, name.as_deref(), bytes),
        };
        let found = found.map(|sheet| sheet.map(Arc::new));
        contents.sheets.push((name.clone(), found));
    }
    contents
}

fn unreadable(refused: &Refused) -> SheetFault {
    let why = match refused {
        Refused::TooLarge => TableFault::TooLarge {
            most_mb: sheet::LARGEST >> 20,
        },
        Refused::Failed(reason) => TableFault::Failed(reason.clone()),
    };
    SheetFault::TableUnreadable { why }
}
