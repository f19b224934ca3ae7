//! The counters of statistics in a sheet: every column of numbers that is not the period.
//!
//! In: the heading and the records. Out: for each such column the key that a document would type, and its title. A heading
//! that is the title of a counter in `[data.statistics_labels]` is that counter.

use super::cell::amount;
use super::head::Head;
use super::merged::MergedCells;
use super::records::SheetRecords;
use crate::model::{DatasetKind, Written};

/// A column of a counter.
pub(super) struct CounterColumn {
    pub(super) index: u32,
    /// Its key, which is its heading where the document has no other.
    pub(super) key: String,
    pub(super) title: String,
}

/// The counters of a sheet.
pub(super) fn counters(
    cells: &MergedCells<'_>,
    head: &Head,
    records: &SheetRecords,
    kind: DatasetKind,
    document: &Written,
) -> Vec<CounterColumn> {
    if kind != DatasetKind::Statistics {
        return Vec::new();
    }
    let unknown = head.columns.iter().filter(|column| column.target.is_none());
    let counted = unknown.filter(|column| {
        let mut rows = records.records.iter().flat_map(|record| &record.rows);
        let own = |row: &u32| cells.own((*row, column.index));
        let counts = rows.any(|row| own(row).is_some_and(|cell| amount(cell, true).is_some()));
        counts && !column.heading.is_empty()
    });
    let named = counted.map(|column| {
        let heading = column
            .heading
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let label = document
            .labels
            .iter()
            .find(|(key, title)| title.value.trim() == heading || *key == heading);
        let (key, title) = match label {
            Some((key, title)) => (key.clone(), title.value.clone()),
            None => (heading.clone(), heading),
        };
        CounterColumn {
            index: column.index,
            key,
            title,
        }
    });
    named.collect()
}
