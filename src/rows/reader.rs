//! A sheet with all that its rows are read by: what stands in it, what its columns are for, and who asks.

use super::head::Head;
use super::merged::MergedCells;
use super::place::SheetPlaces;
use crate::model::{Column, ColumnType, DatasetKind, RowsFile, Written};

/// What the steps from cells to rows share.
pub(super) struct SheetReader<'a> {
    pub(super) cells: MergedCells<'a>,
    pub(super) head: Head,
    pub(super) asked: &'a RowsFile,
    pub(super) document: &'a Written,
    pub(super) places: SheetPlaces,
    /// The last row that is looked at.
    pub(super) last: u32,
}

impl SheetReader<'_> {
    pub(super) fn kind(&self) -> DatasetKind {
        self.asked.kind
    }

    /// The number of the column that every row needs, where it stands by itself.
    pub(super) fn first_index(&self) -> Option<u32> {
        self.head.index_of(self.kind().first_column())
    }

    /// The column of the dataset that says in which time a row falls, where it is not about that time.
    pub(super) fn month_column(&self) -> Option<&'static Column> {
        let mut columns = self.kind().columns().iter().skip(1);
        columns.find(|column| column.kind == ColumnType::Period)
    }
}
