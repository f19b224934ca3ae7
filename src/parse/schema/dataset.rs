//! The schema of `[data]`: the kinds and columns that the model lists.

use serde_json::{Map, Value, json};

use super::{choice, date, explained, list, loose_text, moment, number, percent, period};
use super::{table, text, truth, year};
use crate::model::{Column, ColumnType, DatasetKind};

pub(super) fn datasets() -> Value {
    let mut kinds = Map::new();
    for kind in DatasetKind::ALL {
        let english = format!("Rows of [[data.{}]].", kind.name());
        let rows = explained(list(&row(kind)), kind.title(), &english);
        kinds.insert(kind.name().to_owned(), rows);
    }
    let labels = json!({ "type": "object", "additionalProperties": { "type": "string" } });
    let labels = explained(
        labels,
        "ชื่อที่แสดงของตัวนับใน statistics: คีย์ = \"ชื่อ\"",
        "Titles of the counters of statistics.",
    );
    kinds.insert("statistics_labels".to_owned(), labels);
    json!({ "type": "object", "properties": kinds, "additionalProperties": false })
}

fn row(kind: DatasetKind) -> Value {
    let columns = kind.columns();
    let properties: Map<String, Value> = columns
        .iter()
        .map(|column| (column.name.to_owned(), cell(column)))
        .collect();
    let is_open = kind == DatasetKind::Statistics;
    json!({
        "type": "object",
        "properties": properties,
        "required": [columns[0].name],
        "additionalProperties": if is_open { number() } else { json!(false) },
    })
}

fn cell(column: &Column) -> Value {
    let takes = match column.kind {
        ColumnType::Text => loose_text(),
        ColumnType::Number => number(),
        ColumnType::Percent | ColumnType::Score => percent(),
        ColumnType::Year => json!({ "anyOf": [year(), { "type": "string" }] }),
        ColumnType::Date => date(),
        ColumnType::Moment => moment(),
        ColumnType::Period => period(),
        ColumnType::Truth => truth(),
        ColumnType::File | ColumnType::Address => json!({ "type": "string" }),
        ColumnType::Bidders => bidders(),
        ColumnType::Choice(choices) => choice(choices),
    };
    explained(takes, column.title, english(column.kind))
}

/// What a column takes, for readers of English.
fn english(kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Text => "Text.",
        ColumnType::Number => "A number.",
        ColumnType::Percent => "A percentage, 0–100.",
        ColumnType::Score => "A score, 0–100.",
        ColumnType::Year => "A fiscal year, Buddhist era.",
        ColumnType::Date => "A day.",
        ColumnType::Moment => "A day or a period.",
        ColumnType::Period => "A period.",
        ColumnType::Truth => "true or false.",
        ColumnType::File => "A file beside the document.",
        ColumnType::Address => "An address, a file or an item.",
        ColumnType::Bidders => "Bidders with their prices.",
        ColumnType::Choice(_) => "One of these words.",
    }
}

fn bidders() -> Value {
    let keys = vec![
        ("name", text(), "ชื่อผู้เสนอราคา", "The bidder's name."),
        ("price", number(), "ราคาที่เสนอ (บาท)", "The price, in baht."),
    ];
    list(&table(keys, &["name"]))
}
