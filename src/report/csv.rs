//! A table as CSV, headed by the names for machines: with a byte-order mark so that Excel reads Thai,
//! and no cell a formula.

use super::table::{CellKind, ReportTable};

pub(super) fn csv(table: &ReportTable) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(table.columns.iter().map(|column| &*column.name));
    for row in &table.rows {
        let cells = table.cells(row).map(|(column, cell)| match column.kind {
            CellKind::Number | CellKind::Decimal => cell.to_owned(),
            CellKind::Text | CellKind::Link | CellKind::Links => inert(cell),
        });
        let _ = writer.write_record(cells);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

/// A cell that a spreadsheet will not run as a formula.
fn inert(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::csv;
    use crate::report::{CellKind, ReportColumn, ReportTable};

    #[test]
    fn formulas_are_inert_and_numbers_stay_numbers() {
        let table = ReportTable {
            title: String::new(),
            head: vec![],
            columns: vec![
                ReportColumn::new("a", "ก", CellKind::Text),
                ReportColumn::new("b", "ข", CellKind::Number),
            ],
            rows: vec![vec!["=1+1".to_owned(), "-5".to_owned()]],
        };
        assert_eq!(csv(&table), "\u{feff}a,b\n'=1+1,-5\n");
    }
}
