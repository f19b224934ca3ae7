//! A table as JSON: its title, what is said before it, and each row as an object by the names of the
//! columns.

use serde_json::{Map, Value};

use super::{Kind, Table};

pub(super) fn json(table: &Table) -> String {
    let rows = table.rows.iter().map(|row| {
        let cells = table.cells(row);
        cells
            .map(|(column, cell)| (column.name.to_owned(), value(column.kind, cell)))
            .collect::<Map<String, Value>>()
    });
    let mut whole = Map::new();
    whole.insert("title".to_owned(), table.title.clone().into());
    for (column, cell) in &table.head {
        whole.insert(column.name.to_owned(), value(column.kind, cell));
    }
    whole.insert("rows".to_owned(), rows.collect());
    format!("{:#}\n", Value::Object(whole))
}

fn value(kind: Kind, cell: &str) -> Value {
    match kind {
        Kind::Number => cell.parse::<i64>().map_or(Value::Null, Value::from),
        Kind::Decimal => cell.parse::<f64>().map_or(Value::Null, Value::from),
        Kind::Link if cell.is_empty() => Value::Null,
        Kind::Text | Kind::Link => cell.into(),
        Kind::Links => cell.lines().collect(),
    }
}
