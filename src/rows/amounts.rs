//! What the amounts of a sheet say together: totals that do not agree with their rows, percentages that are fractions.
//!
//! In: the rows that were taken, and the rows of totals that were left out. Out: findings. A total may be of all rows, of
//! those since the total before it, or of totals: it is wrong only if it is none of these.

use super::cell::amount;
use super::head::Head;
use super::heading::HeadTarget;
use super::merged::MergedCells;
use super::place::SheetPlaces;
use super::records::SheetRecords;
use crate::evidence::sheet::GridValue;
use crate::model::{Cell, ColumnType, Row};
use crate::problem::{CellDoubt, Diagnostic, Diagnostics, RowsFault};
use crate::thai::numeral::with_commas;

/// How far a total may be off: half a satang a row would be too little for formulas that round.
const TOLERANCE: f64 = 0.02;

/// Totals that the rows above them do not add up to.
pub(super) fn totals(
    cells: &MergedCells<'_>,
    head: &Head,
    records: &SheetRecords,
    rows: &[Option<Row>],
    places: &SheetPlaces,
) -> Diagnostics {
    let mut findings = Diagnostics::new();
    for column in &head.columns {
        let name = match column.target {
            Some(HeadTarget::Column(column)) if column.kind == ColumnType::Number => column.name,
            _ => continue,
        };
        let numbers: Vec<f64> = rows.iter().map(|row| number(row.as_ref(), name)).collect();
        let (mut since, mut before) = (0, 0.0);
        for (row, count) in &records.totals {
            let own = cells.own((*row, column.index));
            let Some(total) = own.and_then(|cell| amount(cell, false)) else {
                continue;
            };
            let all = numbers.get(..*count).unwrap_or(&[]);
            let block: f64 = all.get(since..).unwrap_or(&[]).iter().sum();
            let whole: f64 = all.iter().sum();
            let sums = [block, whole, before];
            if !sums.iter().any(|sum| (sum - total).abs() < TOLERANCE) {
                let problem = RowsFault::Total {
                    total: with_commas(total),
                    sum: with_commas(if since == 0 { whole } else { block }),
                };
                findings.push(Diagnostic::new(
                    problem,
                    places.at(Some(*row), Some(column.index)),
                ));
            }
            if since < *count {
                before += total;
            }
            since = *count;
        }
    }
    findings
}

fn number(row: Option<&Row>, name: &str) -> f64 {
    match row.and_then(|row| row.get(name)) {
        Some(Cell::Number(number)) => *number,
        _ => 0.0,
    }
}

/// Columns of percentages in which none is above one and some are between nothing and one.
pub(super) fn fractions(
    cells: &MergedCells<'_>,
    head: &Head,
    records: &SheetRecords,
    places: &SheetPlaces,
) -> Diagnostics {
    let shares = head.columns.iter().filter(|column| {
        let kind = match column.target {
            Some(HeadTarget::Column(column)) => column.kind,
            _ => return false,
        };
        matches!(kind, ColumnType::Percent | ColumnType::Score)
    });
    let found = shares.filter_map(|column| {
        let rows = records.records.iter().flat_map(|record| &record.rows);
        let numbers = rows.filter_map(|row| match cells.own((*row, column.index))?.value {
            GridValue::Number {
                number,
                is_percent: false,
            } => Some((*row, number)),
            GridValue::Number { .. } => Some((*row, 100.0)),
            _ => None,
        });
        let numbers: Vec<(u32, f64)> = numbers.collect();
        let is_part = |number: f64| number > 0.0 && number < 1.0;
        let first = numbers.iter().find(|(_, number)| is_part(*number))?.0;
        let are_all = numbers
            .iter()
            .all(|(_, number)| (0.0..=1.0).contains(number));
        are_all.then(|| {
            let at = places.at(Some(first), Some(column.index));
            Diagnostic::new(RowsFault::Doubt(CellDoubt::Fractions), at)
        })
    });
    found.collect()
}
