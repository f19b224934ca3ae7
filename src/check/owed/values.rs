//! Values that stand for none, or cannot be what was meant: `-` for a telephone number, an e-mail address without `@`,
//! an amount below zero.
//!
//! In results and obstacles a dash says that there were none, so only columns that name or reach somebody are asked.

use crate::check::checked::Checked;
use crate::model::{Cell, ColumnType, Dataset, Row, is_no_value, is_reached_by, is_total};
use crate::problem::{Diagnostic, Diagnostics, OwedFault};
use crate::span::Located;

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    checked.each_counting(findings, |_, document, found| {
        for dataset in &document.datasets {
            let first = dataset.kind.first_column().name;
            for row in &dataset.rows {
                of_row(row, first, found);
            }
            let mut columns = dataset.kind.columns().iter();
            let adds_up = columns.any(|column| column.kind == ColumnType::Number);
            if adds_up && dataset.rows.len() > 1 {
                totals(dataset, first, found);
            }
        }
    });
}

/// Pages add up the rows themselves, so one that does is counted twice.
fn totals(dataset: &Dataset, first: &str, findings: &mut Diagnostics) {
    for row in &dataset.rows {
        let sums = |(_, cell): &(String, Located<Cell>)| matches!(cell.value, Cell::Number(_));
        if let Some(Cell::Text(text)) = row.get(first)
            && is_total(text)
            && row.cells.iter().any(sums)
        {
            let name = text.trim().to_owned();
            findings.push(Diagnostic::new(
                OwedFault::TotalRow { name },
                row.at.clone(),
            ));
        }
    }
}

fn of_row(row: &Row, first: &str, findings: &mut Diagnostics) {
    for (key, cell) in &row.cells {
        let key = key.clone();
        let fault = match &cell.value {
            Cell::Text(text) if key == first || is_reached_by(&key) => {
                let value = text.trim().to_owned();
                is_no_value(&key, text).then_some(OwedFault::NoValue { key, value })
            }
            Cell::Number(number) if *number < 0.0 => Some(OwedFault::BelowZero { key }),
            Cell::Bidders(bidders)
                if bidders
                    .iter()
                    .any(|(_, price)| price.is_some_and(|p| p < 0.0)) =>
            {
                Some(OwedFault::BelowZero { key })
            }
            _ => None,
        };
        if let Some(fault) = fault {
            findings.push(Diagnostic::new(fault, cell.at.clone()));
        }
    }
}
