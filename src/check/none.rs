//! Statements that there is none: where they are no answer, and where there is something all the same.

use super::checked::Checked;
use crate::model::{Cell, Dataset, DatasetKind, Document, NoneStated, Row};
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
    for year in &checked.site.years {
        for item in &year.items {
            let documents = item.documents.iter().map(|id| checked.site.document(*id));
            let documents: Vec<&Document> = documents.filter(|one| one.counts()).collect();
            for document in &documents {
                for stated in bought(document).flat_map(|dataset| &dataset.none) {
                    let beside = beside(document, stated, &documents);
                    let at = stated.text.at.clone();
                    let told = beside.map(|fault| Diagnostic::new(fault, at));
                    findings.extend(told.map(|told| told.about(document.year, document.item)));
                }
            }
        }
    }
}

/// The tables of what a document says was bought.
fn bought(document: &Document) -> impl Iterator<Item = &Dataset> {
    let datasets = document.datasets.iter();
    datasets.filter(|dataset| dataset.kind == DatasetKind::Procurement)
}

/// A purchase of the month of which a row says that there was none, in any document of the item. A row that speaks of no
/// month speaks of all that its document has.
fn beside(document: &Document, stated: &NoneStated, all: &[&Document]) -> Option<NoneFault> {
    let Some(none_of) = stated.period else {
        let rows = bought(document).flat_map(|dataset| &dataset.rows).count();
        let kind = DatasetKind::Procurement;
        return (rows > 0).then_some(NoneFault::BesideRows { kind, rows });
    };
    let is_of = |row: &Row| match row.get("month") {
        Some(Cell::Period(month)) => month.overlaps(&none_of) && month.is_within_a_month(),
        _ => false,
    };
    let found = all.iter().find_map(|document| {
        let mut rows = bought(document).flat_map(|dataset| &dataset.rows);
        let row = rows.find(|row| is_of(row))?;
        Some((document.path.to_string(), row.number))
    });
    found.map(|(file, number)| NoneFault::BesideMonth { file, number })
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
