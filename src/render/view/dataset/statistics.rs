//! Statistics: the table with its sums, and a bar below each number.

use serde::Serialize;

use super::projects::length;
use super::sheet::{CellView, ColumnHeading, FilledDataset, number, period, totals};
use crate::model::{ColumnType, Period, Row};

/// Words in a counter's title that make its sum meaningless.
const NOT_ADDABLE: [&str; 5] = ["ร้อยละ", "เปอร์เซ็นต์", "%", "เฉลี่ย", "คะแนน"];

/// Statistics, drawn over the dataset's own columns and rows.
#[derive(Debug, Clone, Serialize)]
pub(super) struct StatisticsView {
    /// The sums of the counters. A cell is empty where a sum would mean nothing (shares, averages);
    /// the whole is empty for a single row, and for periods that overlap.
    totals: Vec<CellView>,
    /// Each number with its bar; none for a single period.
    rows: Vec<Vec<CellView>>,
}

pub(super) fn draw(sheet: &FilledDataset<'_>) -> StatisticsView {
    let columns = sheet.columns();
    let rows = &sheet.dataset.rows;
    let is_summed = |column: ColumnHeading<'_>| {
        column.kind == ColumnType::Number
            && !NOT_ADDABLE.iter().any(|word| column.title.contains(word))
    };
    StatisticsView {
        totals: if any_overlap(rows) {
            Vec::new()
        } else {
            totals(rows, &columns, is_summed)
        },
        rows: with_bars(sheet, &columns),
    }
}

/// The rows, each number with a bar as long as it is of the greatest of its counter.
fn with_bars(sheet: &FilledDataset<'_>, columns: &[ColumnHeading<'_>]) -> Vec<Vec<CellView>> {
    let rows = &sheet.dataset.rows;
    let mut cells = sheet.rows(columns);
    for (at, column) in columns.iter().enumerate() {
        let numbers = || rows.iter().filter_map(|row| number(row, column.name));
        let greatest = numbers().fold(0.0, f64::max);
        if !column.is_number() || numbers().count() < 2 || greatest <= 0.0 {
            continue;
        }
        for (cells, row) in cells.iter_mut().zip(rows) {
            if let Some(value) = number(row, column.name) {
                cells[at].percent = length(value / greatest * 100.0);
            }
        }
    }
    cells
}

/// Whether what one row counts may be counted by another, too.
fn any_overlap(rows: &[Row]) -> bool {
    let mut periods: Vec<Period> = rows
        .iter()
        .filter_map(|row| period(row, "period"))
        .collect();
    periods.sort();
    periods.windows(2).any(|pair| pair[0].overlaps(&pair[1]))
}
