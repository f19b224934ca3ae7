//! The evidence of a site, looked into.
//!
//! In: a site whose files are known. Out: the facts of every file that is published, and the sheets of all tables in
//! their documents. A file is read once, so that what is searched is what pages show of it. What it holds changes
//! pages and findings, never what counts: rows that count were read before, by `rows`.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use rayon::prelude::*;

use super::look::{MOST_SHEETS, Wanted, contents, largest};
use super::store::{Contents, Store};
use crate::files::{Entry, Files, SitePath, Stamp};
use crate::model::{Document, FactsByPath, SheetDoubt, Site, TableFile, Written};
use crate::parse::reference::canonical;
use crate::problem::{Diagnostic, Diagnostics, SheetFault, TableFault};

/// Looks into every file that is published or shown as a table; gives the documents their sheets and the files their
/// number of pages.
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
            let mut contents = contents(&wanted, root, store);
            if wanted.largest == 0 {
                contents.facts = None;
            }
            (wanted.path, wanted.stamp, contents)
        })
        .collect();
    let facts = read.iter().filter_map(|(path, _, contents)| {
        let facts = contents.facts.clone()?;
        Some((path.clone(), facts))
    });
    let facts: FactsByPath = facts.collect();
    for file in &mut site.evidence {
        file.pages = facts.get(&file.path).and_then(|facts| facts.pages);
    }
    let findings = give_sheets(&mut site.documents, &read);
    store.keep(read.into_iter());
    (facts, findings)
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
    let largest = largest(site.config.max_file_mb);
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
            grids: Vec::new(),
        })
    });
    wanted.collect()
}

/// The name of the sheet that a table shows, as it was asked for.
fn sheet_name(table: &TableFile) -> Option<String> {
    table.sheet.as_ref().map(|sheet| sheet.value.clone())
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
                    let doubts = doubts.filter_map(|doubt| unseen(doubt, written, table));
                    faults.extend(doubts.map(SheetFault::Doubt));
                    let extent = found.extent;
                    extent.is_cut().then_some(SheetFault::TableCut { extent })
                }
                Some(Ok(found)) => {
                    // What was meant may stand on another sheet.
                    let doubts = found.iter().flat_map(|sheet| sheet.doubts.iter().cloned());
                    let others =
                        |doubt: &SheetDoubt| matches!(doubt, SheetDoubt::OtherSheets { .. });
                    faults.extend(doubts.filter(others).map(SheetFault::Doubt));
                    Some(SheetFault::TableEmpty)
                }
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

/// A doubt, where it is one: sheets that another table of the document shows, or takes its rows from, are seen.
fn unseen(doubt: SheetDoubt, written: &Written, table: &TableFile) -> Option<SheetDoubt> {
    let SheetDoubt::OtherSheets { mut others } = doubt else {
        return Some(doubt);
    };
    let file = canonical(&table.path.value);
    let tables = written
        .tables
        .iter()
        .map(|other| (&other.path, &other.sheet));
    let rows = written.rows.iter().map(|other| (&other.path, &other.sheet));
    for (path, sheet) in tables.chain(rows) {
        if let Some(sheet) = sheet.as_ref().filter(|_| canonical(&path.value) == file) {
            others.retain(|other| *other != sheet.value.trim());
        }
    }
    (!others.is_empty()).then_some(SheetDoubt::OtherSheets { others })
}
