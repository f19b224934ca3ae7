//! What an item, a year or the home page still owes, beyond components and periods.

pub(super) mod advised;
pub(super) mod awards;
pub(super) mod channels;
pub(super) mod duties;
pub(super) mod forms;
pub(super) mod months;
pub(super) mod only_pdf;
pub(super) mod pictures;
pub(super) mod project_numbers;
pub(super) mod rows;
pub(super) mod same_row;
pub(super) mod scores;
pub(super) mod settings;
pub(super) mod statistics;
pub(super) mod submitted;
pub(super) mod values;

use super::checked::Checked;
use crate::model::{Dataset, DatasetKind, Document, FiscalYear, ItemNumber, Row};
use crate::problem::{Diagnostic, OwedFault, Severity};

/// A finding at a column of a row, or at the row where that is not filled in.
fn in_row(fault: OwedFault, row: &Row, column: &str) -> Diagnostic {
    let cell = row.cells.iter().find(|(name, _)| name == column);
    let at = cell.map_or(&row.at, |(_, value)| &value.at);
    Diagnostic::new(fault, at.clone())
}

/// Whether something of an item could not be read: then nothing is said to be lacking there.
fn is_unread(checked: &Checked<'_>, item: (FiscalYear, ItemNumber)) -> bool {
    let mut known = checked.earlier.iter();
    known.any(|finding| finding.item == Some(item) && finding.problem.severity() == Severity::Error)
}

/// Every row of one kind of dataset in a document.
fn rows(document: &Document, kind: DatasetKind) -> impl Iterator<Item = &Row> {
    let datasets = document.datasets.iter();
    let of_kind = datasets.filter(move |dataset: &&Dataset| dataset.kind == kind);
    of_kind.flat_map(|dataset| &dataset.rows)
}
