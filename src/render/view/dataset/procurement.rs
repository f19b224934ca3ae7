//! Procurement: the monthly form, a group of rows for each month.

use serde::Serialize;

use super::sheet::{
    CellView, ColumnHeading, ColumnView, FilledDataset, headings, period, sum, totals,
};
use crate::model::{ColumnType, Period, Row};
use crate::thai::numeral::with_commas;

/// Procurement by month.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ProcurementView {
    /// The columns without the month, which the groups say.
    columns: Vec<ColumnView>,
    /// In the order of months; rows without one come last.
    months: Vec<MonthView>,
    count: usize,
    /// The sums of the money columns; empty where there is nothing to add up.
    totals: Vec<CellView>,
}

/// What was bought in a month.
#[derive(Debug, Clone, Serialize)]
pub(super) struct MonthView {
    /// `ตุลาคม 2565`; empty for rows without a month.
    title: String,
    count: usize,
    /// The agreed prices added up, `83,450`; empty where no row says one.
    price: String,
    rows: Vec<Vec<CellView>>,
}

pub(super) fn draw(sheet: &FilledDataset<'_>) -> ProcurementView {
    let columns = sheet.columns_without(&["month"]);
    let mut months: Vec<(Option<Period>, Vec<&Row>)> = Vec::new();
    for row in &sheet.dataset.rows {
        let month = period(row, "month");
        match months.iter_mut().find(|(known, _)| *known == month) {
            Some((_, rows)) => rows.push(row),
            None => months.push((month, vec![row])),
        }
    }
    months.sort_by_key(|(month, _)| (month.is_none(), *month));
    let is_money = |column: ColumnHeading<'_>| column.kind == ColumnType::Number;
    let rows = &sheet.dataset.rows;
    ProcurementView {
        months: months
            .into_iter()
            .map(|(month, rows)| MonthView {
                title: month.map(|month| month.thai()).unwrap_or_default(),
                count: rows.len(),
                price: sum(rows.iter().copied(), "price")
                    .map(with_commas)
                    .unwrap_or_default(),
                rows: rows.iter().map(|row| sheet.row(row, &columns)).collect(),
            })
            .collect(),
        count: rows.len(),
        totals: totals(rows, &columns, is_money),
        columns: headings(&columns),
    }
}
