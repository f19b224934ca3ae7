//! Statements that there is none: where they are no answer, and where there is something all the same.

use super::checked::Checked;
use crate::model::{Cell, Dataset, DatasetKind, Document, Row};
use crate::problem::{Diagnostic, Diagnostics, NoneFault};

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    checked.each_document(findings, |checked, document, found| {
        let Some(year) = checked.site.year(document.year) else {
            return;
        };
        let Some(definition) = year.framework.item(document.item) else {
            return;
        };
        if document.draft {
            return;
        }
        if !definition.takes_none() {
            let stated = document.all_none();
            let faults =
                stated.map(|stated| Diagnostic::new(NoneFault::NotAsked, stated.at.clone()));
            found.extend(faults);
        } else if let Some(stated) = &document.none
            && let Some((kind, rows)) = something(document)
        {
            let fault = NoneFault::BesideRows { kind, rows };
            found.push(Diagnostic::new(fault, stated.at.clone()));
        }
    });
}

/// Rows of what is bought or counted: a document that has any does not have none. A count of nothing agrees with it.
fn something(document: &Document) -> Option<(DatasetKind, usize)> {
    let counts = |row: &&Row| {
        let mut cells = row.cells.iter();
        cells.any(|(_, cell)| matches!(cell.value, Cell::Number(number) if number > 0.0))
    };
    let found = |dataset: &Dataset| match dataset.kind {
        DatasetKind::Procurement => dataset.rows.len(),
        DatasetKind::Statistics => dataset.rows.iter().filter(counts).count(),
        _ => 0,
    };
    let counted = document.datasets.iter();
    let mut counted = counted.map(|dataset| (dataset.kind, found(dataset)));
    counted.find(|(_, rows)| *rows > 0)
}
