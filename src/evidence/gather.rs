//! The evidence of a site, looked into.
//!
//! In: a site whose files are known. Out: the facts of every file that is published, and the sheets of all tables in
//! their documents. A file is read once, so that what is searched is what pages show of it. What it holds changes
//! pages and findings, never what counts.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::sheet::{self, sheet};
use super::store::{Contents, Store};
use crate::files::{Entry, Files, SitePath, Stamp, file_name};
use crate::model::{Document, FactsByPath, Site, TableFile};
use crate::parse::reference::canonical;
use crate::problem::{Diagnostic, Diagnostics, SheetFault, TableFault};
use crate::read::{Refused, bounded};

/// No file is taken into memory that is larger, whatever the settings say.
const LARGEST_MB: u64 = 200;

/// Sheets of a workbook that are shown: for each it is read from its beginning.
const MOST_SHEETS: usize = 50;

/// Looks into every file that is published or shown as a table, and gives the documents their sheets.
pub fn gather(
    root: &Path,
    site: &mut Site,
    files: &Files,
    store: &Store,
) -> (FactsByPath, Diagnostics) {
    let wanted = wanted(site, files);
    let read: Vec<(SitePath, Stamp, Contents)> = wanted
        .into_par_iter()
        .map(|wanted| {
            let contents = contents(&wanted, root, store);
            (wanted.path, wanted.stamp, contents)
        })
        .collect();
    let facts = read.iter().filter_map(|(path, _, contents)| {
        let facts = contents.facts.clone()?;
        Some((path.clone(), facts))
    });
    let facts = facts.collect();
    let findings = give_sheets(&mut site.documents, &read);
    store.keep(read.into_iter());
    (facts, findings)
}

/// A file that is looked into.
struct Wanted {
    path: SitePath,
    stamp: Stamp,
    /// The largest size at which its facts are wanted, in bytes; 0 where they are not.
    largest: u64,
    /// The sheets that are wanted of it.
    sheets: Vec<Option<String>>,
}

fn wanted(site: &Site, files: &Files) -> Vec<Wanted> {
    let mut sheets: HashMap<String, Vec<Option<String>>> = HashMap::new();
    for table in site.documents.iter().flat_map(|document| &document.tables) {
        let of_file = sheets.entry(canonical(&table.path.value)).or_default();
        let name = sheet_name(table);
        if of_file.len() < MOST_SHEETS && !of_file.contains(&name) {
            of_file.push(name);
        }
    }
    let largest = site.config.max_file_mb.min(LARGEST_MB) << 20;
    let published = site.evidence.iter().filter(|file| site.is_published(file));
    let published: HashSet<&SitePath> = published.map(|file| &file.path).collect();
    let assets = files
        .below("content")
        .filter_map(|(path, entry)| match entry {
            Entry::Asset(stamp) => Some((path, *stamp)),
            _ => None,
        });
    let wanted = assets.filter_map(|(path, stamp)| {
        let is_searched = published.contains(path) && (1..=largest).contains(&stamp.bytes);
        let sheets = sheets.remove(&canonical(path)).unwrap_or_default();
        (is_searched || !sheets.is_empty()).then(|| Wanted {
            path: path.clone(),
            stamp,
            largest: if is_searched { largest } else { 0 },
            sheets,
        })
    });
    wanted.collect()
}

/// The name of the sheet that a table shows, as it was asked for.
fn sheet_name(table: &TableFile) -> Option<String> {
    table.sheet.as_ref().map(|sheet| sheet.value.clone())
}

/// What a file holds of what is wanted; as much as is not known is found out.
fn contents(wanted: &Wanted, root: &Path, store: &Store) -> Contents {
    let mut contents = store.get(&wanted.path, wanted.stamp).unwrap_or_default();
    let lacks_facts = wanted.largest > 0 && contents.facts.is_none();
    let lacking = wanted.sheets.iter();
    let lacking: Vec<&Option<String>> = lacking
        .filter(|name| contents.sheet(name.as_deref()).is_none())
        .collect();
    if !lacks_facts && lacking.is_empty() {
        return contents;
    }
    let of_sheets = if lacking.is_empty() {
        0
    } else {
        sheet::LARGEST
    };
    let bytes = bounded(&root.join(&*wanted.path), wanted.largest.max(of_sheets));
    if let Ok(bytes) = &bytes
        && lacks_facts
    {
        contents.facts = Some(store.facts(bytes));
    }
    for name in lacking {
        let bytes = || match &bytes {
            Ok(bytes) if bytes.len() as u64 <= sheet::LARGEST => Ok(bytes.as_slice()),
            Ok(_) => Err(unreadable(&Refused::TooLarge)),
            Err(refused) => Err(unreadable(refused)),
        };
        let found = sheet(file_name(&wanted.path), name.as_deref(), bytes);
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

/// Gives every document the sheets of its tables, and says why one stays empty. A file that is not there is found
/// when all references are checked.
fn give_sheets(documents: &mut [Document], read: &[(SitePath, Stamp, Contents)]) -> Diagnostics {
    let shown = read
        .iter()
        .filter(|(_, _, contents)| !contents.sheets.is_empty());
    let by_path: BTreeMap<String, &Contents> = shown
        .map(|(path, _, contents)| (canonical(path), contents))
        .collect();
    let mut findings = Diagnostics::new();
    for document in documents {
        let Document {
            written, sheets, ..
        } = document;
        for (table, sheet) in written.tables.iter().zip(sheets) {
            let Some(contents) = by_path.get(&canonical(&table.path.value)) else {
                continue;
            };
            let mut faults = Vec::new();
            let fault = match contents.sheet(sheet_name(table).as_deref()) {
                Some(Ok(Some(found))) if !found.rows.is_empty() => {
                    *sheet = Some(found.clone());
                    let doubts = found.doubts.iter().cloned();
                    faults.extend(doubts.map(SheetFault::Doubt));
                    let extent = found.extent;
                    extent.is_cut().then_some(SheetFault::TableCut { extent })
                }
                Some(Ok(_)) => Some(SheetFault::TableEmpty),
                Some(Err(problem)) => Some(problem.clone()),
                None => {
                    let why = TableFault::TooManySheets { most: MOST_SHEETS };
                    Some(SheetFault::TableUnreadable { why })
                }
            };
            faults.extend(fault);
            for problem in faults {
                let at = match (&problem, &table.sheet) {
                    (SheetFault::SheetNotFound { .. }, Some(sheet)) => &sheet.at,
                    _ => &table.path.at,
                };
                let finding = Diagnostic::new(problem, at.clone());
                findings.push(finding.about(written.year, written.item));
            }
        }
    }
    findings
}
