//! Rows of datasets that are kept in spreadsheets: `[[rows]]` of a document, filled in before the site is put together.
//!
//! In: the documents of a site and the sheets they name. Out: the same documents with their datasets, and everything in the
//! sheets that was not understood. Rows decide what counts, so this stands before `assemble`; it works on copies, because
//! what the text of a document says is kept from one reading to the next, and a spreadsheet may change meanwhile. From here
//! on nobody knows which rows were typed.

mod amounts;
mod cell;
mod counters;
mod fill;
mod head;
mod heading;
mod line;
mod merged;
mod moment;
mod place;
mod reader;
mod records;
mod several;
mod split;
mod take;
mod wordings;

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use self::take::take;
use crate::evidence::{RowsSheets, Store};
use crate::files::{Files, file_name};
use crate::model::{Dataset, DatasetKind, RowsFile, Written};
use crate::parse::dataset::{bound, texts, unknown_labels};
use crate::parse::pieces::Pieces;
use crate::parse::reference::canonical;
use crate::problem::{Diagnostic, Diagnostics, RowsFault, SheetFault};

/// Fills in the rows that documents keep in spreadsheets.
pub fn fill(root: &Path, pieces: &mut Pieces, files: &Files, store: &Store) -> Diagnostics {
    let asked = pieces.documents.iter().flat_map(|document| &document.rows);
    let largest = pieces.inventory.config.max_file_mb;
    let sheets = RowsSheets::read(root, files, asked, largest, store);
    let with_rows = pieces.documents.par_iter_mut();
    let with_rows = with_rows.filter(|document| !document.rows.is_empty());
    let found = with_rows.map(|document| {
        let (filled, findings) = filled(document, files, &sheets);
        *document = Arc::new(filled);
        let (year, item) = (document.year, document.item);
        let about = findings
            .into_iter()
            .map(|finding| finding.about(year, item));
        about.collect::<Diagnostics>()
    });
    found.collect::<Vec<_>>().concat()
}

/// A document with its rows.
fn filled(document: &Written, files: &Files, sheets: &RowsSheets) -> (Written, Diagnostics) {
    let mut filled = document.clone();
    let mut findings = Diagnostics::new();
    for (at, asked) in document.rows.iter().enumerate() {
        let mut earlier = document.rows[..at].iter();
        if earlier.any(|other| is_same(asked, other)) {
            findings.push(Diagnostic::new(RowsFault::Twice, asked.at.clone()));
            continue;
        }
        match sheets.of(asked) {
            Some(Ok(grid)) => {
                let taken = take(&grid, asked, document);
                findings.extend(taken.findings.iter().cloned());
                add(&mut filled.datasets, asked, taken);
            }
            Some(Err(fault)) => {
                let at = match (&fault, &asked.sheet) {
                    (SheetFault::SheetNotFound { .. }, Some(sheet)) => &sheet.at,
                    _ => &asked.path.at,
                };
                findings.push(Diagnostic::new(fault, at.clone()));
            }
            None => findings.extend(no_table(asked, files)),
        }
    }
    findings.extend(settle(&mut filled.datasets, document));
    (filled, findings)
}

/// A file of another kind. One that is not there is found when all references are checked.
fn no_table(asked: &RowsFile, files: &Files) -> Option<Diagnostic> {
    let path = &asked.path;
    files.entries.contains_key(&path.value).then(|| {
        let name = file_name(&path.value).to_owned();
        Diagnostic::new(SheetFault::TableEnding { name }, path.at.clone())
    })
}

/// Does for datasets with all their rows what was done for those that were typed.
fn settle(datasets: &mut [Dataset], document: &Written) -> Diagnostics {
    let mut findings = Diagnostics::new();
    let has_rows = |kind: DatasetKind| document.rows.iter().any(|rows| rows.kind == kind);
    for dataset in datasets.iter_mut().filter(|dataset| has_rows(dataset.kind)) {
        let fault = bound(dataset.kind, &mut dataset.rows, &mut dataset.counters);
        findings.extend(fault.map(|fault| Diagnostic::new(fault, dataset.at.clone())));
        dataset.texts = texts(&dataset.rows);
    }
    if has_rows(DatasetKind::Statistics) {
        let unknown = unknown_labels(&document.labels, datasets).into_iter();
        findings.extend(unknown.map(|(fault, at)| Diagnostic::new(fault, at)));
    }
    findings
}

/// Whether two places of a document ask for the same rows.
fn is_same(one: &RowsFile, other: &RowsFile) -> bool {
    let key = |rows: &RowsFile| {
        let sheet = rows.sheet.as_ref().map(|sheet| sheet.value.clone());
        (rows.kind, canonical(&rows.path.value), sheet)
    };
    key(one) == key(other)
}

/// Appends what a sheet gives to the dataset of its kind, behind what was typed.
fn add(datasets: &mut Vec<Dataset>, asked: &RowsFile, taken: take::TakenRows) {
    let take::TakenRows {
        rows,
        none,
        counters,
        ..
    } = taken;
    if rows.is_empty() && none.is_empty() {
        return;
    }
    let known = datasets
        .iter()
        .position(|dataset| dataset.kind == asked.kind);
    let at = known.unwrap_or_else(|| {
        // In the order in which they are written.
        let start = asked.at.range.start;
        let at = datasets.partition_point(|dataset| dataset.at.range.start < start);
        let dataset = Dataset {
            kind: asked.kind,
            rows: Vec::new(),
            none: Vec::new(),
            counters: Vec::new(),
            texts: crate::model::Body::default(),
            at: asked.at.clone(),
        };
        datasets.insert(at, dataset);
        at
    });
    let dataset = &mut datasets[at];
    let before = dataset.rows.len() + dataset.none.len();
    for (number, mut row) in (before + 1..).zip(rows) {
        row.number = number;
        dataset.rows.push(row);
    }
    dataset.none.extend(none);
    for counter in counters {
        if !dataset.counters.iter().any(|(key, _)| *key == counter.0) {
            dataset.counters.push(counter);
        }
    }
}
