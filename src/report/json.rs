//! A table as JSON: its title, what is said before it, and each row as an object by the names of the
//! columns.

use serde_json::{Map, Value};

use super::table::{CellKind, ReportTable};

pub(super) fn json(table: &ReportTable) -> String {
    let rows = table.rows.iter().map(|row| {
        let cells = table.cells(row);
        cells
            .map(|(column, cell)| (column.name.to_string(), value(column.kind, cell)))
            .collect::<Map<String, Value>>()
    });
    let mut whole = Map::new();
    whole.insert("title".to_owned(), table.title.clone().into());
    for (column, cell) in &table.head {
        whole.insert(column.name.to_string(), value(column.kind, cell));
    }
    whole.insert("rows".to_owned(), rows.collect());
    format!("{:#}\n", Value::Object(whole))
}

fn value(kind: CellKind, cell: &str) -> Value {
    match kind {
        CellKind::Number => cell.parse::<i64>().map_or(Value::Null, Value::from),
        CellKind::Decimal => cell.parse::<f64>().map_or(Value::Null, Value::from),
        CellKind::Link if cell.is_empty() => Value::Null,
        CellKind::Text | CellKind::Link => cell.into(),
        CellKind::Links => cell.lines().collect(),
    }
}
