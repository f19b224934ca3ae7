//! A table as CSV, headed by the names for machines: with a byte-order mark so that Excel reads Thai,
//! and no cell a formula.

use super::{Kind, Table};

pub(super) fn csv(table: &Table) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(table.columns.iter().map(|column| column.name));
    for row in &table.rows {
        let cells = table.cells(row).map(|(column, cell)| match column.kind {
            Kind::Number | Kind::Decimal => cell.to_owned(),
            Kind::Text | Kind::Link | Kind::Links => inert(cell),
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
    use crate::report::{Column, Kind, Table};

    #[test]
    fn formulas_are_inert_and_numbers_stay_numbers() {
        let table = Table {
            title: String::new(),
            head: vec![],
            columns: vec![
                Column::new("a", "ก", Kind::Text),
                Column::new("b", "ข", Kind::Number),
            ],
            rows: vec![vec!["=1+1".to_owned(), "-5".to_owned()]],
        };
        assert_eq!(csv(&table), "\u{feff}a,b\n'=1+1,-5\n");
    }
}
