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
use crate::model::{Dataset, DatasetKind, Document, FiscalYear, ItemNumber, Row, Site};
use crate::problem::{Diagnostic, OwedFault, Severity};
use crate::span::Span;

/// A finding of this family, about a document's item.
fn of(document: &Document, fault: OwedFault, at: &Span) -> Diagnostic {
    Diagnostic::new(fault, at.clone()).about(document.year, document.item)
}

/// Whether something of an item could not be read: then nothing is said to be lacking there.
fn is_unread(checked: &Checked<'_>, year: FiscalYear, item: ItemNumber) -> bool {
    let mut known = checked.earlier.iter();
    known.any(|finding| {
        finding.item == Some((year, item)) && finding.problem.severity() == Severity::Error
    })
}

/// Every row of one kind of dataset in a document.
fn rows(document: &Document, kind: DatasetKind) -> impl Iterator<Item = &Row> {
    let datasets = document.datasets.iter();
    let of_kind = datasets.filter(move |dataset: &&Dataset| dataset.kind == kind);
    of_kind.flat_map(|dataset| &dataset.rows)
}

/// The documents whose rows are read by visitors.
fn counting(site: &Site) -> impl Iterator<Item = &Document> {
    let documents = site.documents.iter();
    documents.filter(|document| document.counts())
}

/// Where a column's value stands, or else its row.
fn at<'a>(row: &'a Row, column: &str) -> &'a Span {
    let cell = row.cells.iter().find(|(name, _)| name == column);
    cell.map_or(&row.at, |(_, value)| &value.at)
}
