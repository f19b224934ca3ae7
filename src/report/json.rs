//! A table as JSON: its title, and each row as an object by the names of the columns.

use serde_json::{Map, Value, json};

use super::{Kind, Table};

pub(super) fn json(table: &Table) -> String {
    let rows = table.rows.iter().map(|row| {
        let cells = table.cells(row);
        cells
            .map(|(column, cell)| (column.name.to_owned(), value(column.kind, cell)))
            .collect::<Map<String, Value>>()
    });
    let whole = json!({ "title": table.title, "rows": rows.collect::<Vec<_>>() });
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}

fn value(kind: Kind, cell: &str) -> Value {
    match kind {
        Kind::Number => cell.parse::<i64>().map_or(Value::Null, Value::from),
        Kind::Link if cell.is_empty() => Value::Null,
        Kind::Text | Kind::Link => cell.into(),
        Kind::Links => cell.lines().collect(),
    }
}
