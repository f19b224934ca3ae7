//! Tables from files: `[[table]]` of a document to the [`Sheet`] it shows.
//!
//! In: documents, the listing, and the files themselves, read within bounds. Out: the tables' contents
//! and the findings. Apart from the rest of `parse`, because only here evidence is opened; what it
//! holds changes pages, never what counts.

mod csv;
mod grid;
mod number_format;
mod package;
mod shape;
mod xlsx;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::files::{Entry, Files, SitePath, file_name};
use crate::model::{Document, Sheet, Table};
use crate::parse::pieces::Pieces;
use crate::parse::reference::canonical;
use crate::problem::{Diagnostic, Diagnostics, Problem, TableFault};
use crate::read::{Refused, bounded};

/// A file that is shown as a table, in bytes. A larger one is no page but a database.
const MOST_BYTES: u64 = 20 << 20;

/// Reads the tables of all documents.
pub fn fill(pieces: &mut Pieces, files: &Files, root: &Path) -> Diagnostics {
    let documents = pieces.documents.iter_mut();
    let mut documents: Vec<&mut Document> = documents
        .filter(|document| !document.tables.is_empty())
        .map(Arc::make_mut)
        .collect();
    if documents.is_empty() {
        return Diagnostics::new();
    }
    let known: BTreeMap<String, &SitePath> = files
        .below("content")
        .filter(|(_, entry)| matches!(entry, Entry::Asset(_)))
        .map(|(path, _)| (canonical(path), path))
        .collect();
    let found: Vec<Diagnostics> = documents
        .par_iter_mut()
        .map(|document| {
            let mut findings = Diagnostics::new();
            for table in &mut document.tables {
                table.content = None;
                // One that is not there is found when all references are checked.
                if let Some(path) = known.get(&canonical(&table.path.value)) {
                    read_table(table, &root.join(&***path), &mut findings);
                }
            }
            let about = |finding: Diagnostic| finding.about(document.year, document.item);
            findings.into_iter().map(about).collect()
        })
        .collect();
    found.into_iter().flatten().collect()
}

/// Fills a table, or says why it stays empty.
fn read_table(table: &mut Table, on_disk: &Path, findings: &mut Diagnostics) {
    let at = table.path.at.clone();
    let wanted = table.sheet.as_ref().map(|sheet| sheet.value.as_str());
    let name = file_name(&table.path.value);
    match sheet(name, wanted, || bytes(on_disk)) {
        Ok(Some(sheet)) if !sheet.rows.is_empty() => {
            if sheet.extent.is_cut() {
                let extent = sheet.extent;
                findings.push(Diagnostic::new(Problem::TableCut { extent }, at));
            }
            table.content = Some(sheet);
        }
        Ok(_) => findings.push(Diagnostic::new(Problem::TableEmpty, at)),
        Err(problem) => {
            let named = table.sheet.as_ref().map(|sheet| sheet.at.clone());
            let at = match problem {
                Problem::SheetNotFound { .. } => named.unwrap_or(at),
                _ => at,
            };
            findings.push(Diagnostic::new(problem, at));
        }
    }
}

/// What a file of this name shows as a table, of which `wanted` is a sheet; `None` where it holds
/// nothing. Its bytes are asked for when its name says that it can be read.
pub fn sheet(
    name: &str,
    wanted: Option<&str>,
    bytes: impl FnOnce() -> Result<Vec<u8>, Problem>,
) -> Result<Option<Sheet>, Problem> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let grid = match ending.to_ascii_lowercase().as_str() {
        "csv" => match wanted {
            Some(wanted) => {
                return Err(Problem::SheetNotFound {
                    name: wanted.to_owned(),
                    sheets: Vec::new(),
                    near: None,
                });
            }
            None => csv::read(&bytes()?).map_err(|why| Problem::TableUnreadable { why })?,
        },
        "xlsx" => xlsx::read(&bytes()?, wanted)?,
        _ => {
            let name = name.to_owned();
            return Err(Problem::TableEnding { name });
        }
    };
    Ok(shape::shape(&grid))
}

fn bytes(on_disk: &Path) -> Result<Vec<u8>, Problem> {
    bounded(on_disk, MOST_BYTES).map_err(|refused| Problem::TableUnreadable {
        why: match refused {
            Refused::TooLarge => TableFault::TooLarge {
                most_mb: MOST_BYTES >> 20,
            },
            Refused::Failed(reason) => TableFault::Failed(reason),
        },
    })
}
