//! The counters of statistics in a sheet: every column of numbers that is not the period.
//!
//! In: the heading and the records. Out: for each such column the key that a document would type, and its title. A heading
//! that is the title of a counter in `[data.statistics_labels]` is that counter.

use super::cell::amount;
use super::reader::SheetReader;
use super::records::SheetRecords;
use crate::model::DatasetKind;
use crate::thai::spaces::single_spaced;

/// A column of a counter.
pub(super) struct CounterColumn {
    pub(super) index: u32,
    /// Its key, which is its heading where the document has no other.
    pub(super) key: String,
    pub(super) title: String,
}

impl SheetReader<'_> {
    /// The counters of a sheet.
    pub(super) fn counters(&self, records: &SheetRecords) -> Vec<CounterColumn> {
        if self.kind() != DatasetKind::Statistics {
            return Vec::new();
        }
        let counts = |index: u32| {
            let mut own = records.rows().map(|row| self.cells.own((row, index)));
            own.any(|cell| cell.is_some_and(|cell| amount(cell, true).is_some()))
        };
        let unknown = self.head.unknown();
        let counted = unknown.filter(|column| !column.heading.is_empty() && counts(column.index));
        let named = counted.map(|column| {
            let heading = single_spaced(&column.heading);
            let mut labels = self.document.labels.iter();
            let label =
                labels.find(|(key, title)| title.value.trim() == heading || *key == heading);
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
}
