//! The cells of spreadsheets whose rows are rows of a dataset, read before the site is put together: rows decide what
//! counts.
//!
//! In: which sheets documents ask for. Out: their cells. The facts of a file are found out in the same reading, and kept
//! in the store for `gather`: what is searched for personal data is what pages show.

use std::collections::HashMap;
use std::path::Path;

use rayon::prelude::*;

use super::look::{MOST_SHEETS, Wanted, contents, largest};
use super::store::{Contents, GridResult, Store};
use crate::files::{Entry, Files};
use crate::model::RowsFile;
use crate::parse::reference::canonical;
use crate::problem::{SheetFault, TableFault};

/// The cells of the sheets that were asked for.
#[derive(Default)]
pub struct RowsSheets {
    /// By the canonical path of their file.
    by_path: HashMap<String, Contents>,
}

impl RowsSheets {
    /// Reads what documents ask for. `max_file_mb`: the largest file whose facts are wanted.
    pub fn read<'a>(
        root: &Path,
        files: &Files,
        asked: impl Iterator<Item = &'a RowsFile>,
        max_file_mb: u64,
        store: &Store,
    ) -> Self {
        let mut grids: HashMap<String, Vec<Option<String>>> = HashMap::new();
        for rows in asked {
            let of_file = grids.entry(canonical(&rows.path.value)).or_default();
            let name = sheet_name(rows);
            if of_file.len() < MOST_SHEETS && !of_file.contains(&name) {
                of_file.push(name);
            }
        }
        if grids.is_empty() {
            return Self::default();
        }
        let largest = largest(max_file_mb);
        let mut wanted = Vec::new();
        for (path, entry) in files.below("content") {
            let (Entry::Asset(stamp), Some(grids)) = (entry, grids.remove(&canonical(path))) else {
                continue;
            };
            let is_searched = (1..=largest).contains(&stamp.bytes);
            wanted.push(Wanted {
                path: path.clone(),
                stamp: *stamp,
                largest: if is_searched { largest } else { 0 },
                sheets: Vec::new(),
                grids,
            });
        }
        let read = wanted.into_par_iter().map(|wanted| {
            let contents = contents(&wanted, root, store);
            store.note(&wanted.path, wanted.stamp, contents.clone());
            (canonical(&wanted.path), contents)
        });
        Self {
            by_path: read.collect(),
        }
    }

    /// The cells of a sheet; `None` where the file is not there.
    pub fn of(&self, rows: &RowsFile) -> Option<GridResult> {
        let contents = self.by_path.get(&canonical(&rows.path.value))?;
        let found = contents.grid(sheet_name(rows).as_deref()).cloned();
        Some(found.unwrap_or_else(|| {
            let why = TableFault::TooManySheets { most: MOST_SHEETS };
            Err(SheetFault::TableUnreadable { why })
        }))
    }
}

/// The name of the sheet that is asked for.
fn sheet_name(rows: &RowsFile) -> Option<String> {
    rows.sheet.as_ref().map(|sheet| sheet.value.clone())
}
