//! What the amounts of a sheet say together: totals that do not agree with their rows, percentages that are fractions.
//!
//! In: the rows that were taken, and the rows of totals that were left out. Out: findings. A total may be of all rows, of
//! those since the total before it, or of totals: it is wrong only if it is none of these.

use super::cell::amount;
use super::reader::SheetReader;
use super::records::SheetRecords;
use crate::evidence::sheet::GridValue;
use crate::model::{Cell, Column, ColumnType, Row};
use crate::problem::{CellDoubt, Diagnostic, Diagnostics, RowsFault};
use crate::thai::numeral::with_commas;

/// How far a total may be off: half a satang a row would be too little for formulas that round.
const TOLERANCE: f64 = 0.02;

impl SheetReader<'_> {
    /// The columns of some types, with their numbers.
    fn columns_of(&self, types: &[ColumnType]) -> impl Iterator<Item = (u32, &'static Column)> {
        let columns = self.head.columns.iter();
        let columns = columns.filter_map(|found| Some((found.index, found.column()?)));
        columns.filter(|(_, column)| types.contains(&column.kind))
    }

    /// Totals that the rows above them do not add up to. `rows`: of the records, as far as they are rows.
    pub(super) fn totals(&self, records: &SheetRecords, rows: &[Option<Row>]) -> Diagnostics {
        let mut findings = Diagnostics::new();
        for (index, column) in self.columns_of(&[ColumnType::Number]) {
            let number = |row: &Option<Row>| number(row.as_ref(), column.name);
            let numbers: Vec<f64> = rows.iter().map(number).collect();
            let (mut since, mut before) = (0, 0.0);
            for (row, count) in &records.totals {
                let own = self.cells.own((*row, index));
                let Some(total) = own.and_then(|cell| amount(cell, false)) else {
                    continue;
                };
                let block: f64 = numbers[since..*count].iter().sum();
                let whole: f64 = numbers[..*count].iter().sum();
                let sums = [block, whole, before];
                if !sums.iter().any(|sum| (sum - total).abs() < TOLERANCE) {
                    let problem = RowsFault::Total {
                        total: with_commas(total),
                        sum: with_commas(block),
                    };
                    let at = self.places.at(Some(*row), Some(index));
                    findings.push(Diagnostic::new(problem, at));
                }
                if since < *count {
                    before += total;
                }
                since = *count;
            }
        }
        findings
    }

    /// Columns of percentages in which none is above one and some are between nothing and one.
    pub(super) fn fractions(&self, records: &SheetRecords) -> Diagnostics {
        let shares = self.columns_of(&[ColumnType::Percent, ColumnType::Score]);
        let found = shares.filter_map(|(index, _)| {
            let numbers = records.rows().filter_map(|row| {
                let number = match self.cells.own((row, index))?.value {
                    // Shown as 78 %, it is no slip.
                    GridValue::Number {
                        is_percent: true, ..
                    } => 100.0,
                    GridValue::Number { number, .. } => number,
                    _ => return None,
                };
                Some((row, number))
            });
            let numbers: Vec<(u32, f64)> = numbers.collect();
            let is_part = |(_, number): &&(u32, f64)| *number > 0.0 && *number < 1.0;
            let (first, _) = numbers.iter().find(is_part)?;
            let are_all = numbers
                .iter()
                .all(|(_, number)| (0.0..=1.0).contains(number));
            are_all.then(|| {
                let at = self.places.at(Some(*first), Some(index));
                Diagnostic::new(RowsFault::Doubt(CellDoubt::Fractions), at)
            })
        });
        found.collect()
    }
}

fn number(row: Option<&Row>, name: &str) -> f64 {
    match row.and_then(|row| row.get(name)) {
        Some(Cell::Number(number)) => *number,
        _ => 0.0,
    }
}
