//! JSON Schema for the files that a webmaster writes, so that an editor completes and explains keys.
//!
//! In: the table of keys. Out: a schema for each kind of file. Draft 7, and nothing in it that draft 4
//! has not: editors of TOML know hardly more.

use serde_json::{Map, Value, json};

use super::keys::{BIDDER, DOCUMENT, FRAMEWORK, Keys, NONE_STATED, SITE, ValueType};
use crate::model::{ColumnType, DatasetKind, FiscalYear};

const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// The number of an item, as people write it.
const ITEM: &str = "^[oO][0๐]*[1-9๑-๙][0-9๐-๙]*$";

const NUMBER: &str = r"^\s*(-?[0-9๐-๙][0-9๐-๙,]*(\.[0-9๐-๙]*)?)?\s*$";

const DATE: &str = r"^\s*[0-9๐-๙]{4}-[0-9๐-๙]{2}-[0-9๐-๙]{2}\s*$";

/// One end of a period, in the Buddhist era.
const PERIOD: &str =
    r"[2๒][4-7๔-๗][0-9๐-๙]{2}(-([Hh][12๑๒]|[Qq][1-4๑-๔]|[0๐][1-9๑-๙]|[1๑][0-2๐-๒]))?";

/// JSON Schema of `site.toml`.
pub fn site() -> Value {
    file("site.toml · oit", SITE)
}

/// JSON Schema of a document: the front matter of a `.md` file, or a whole `.toml` file.
pub fn document() -> Value {
    file("เอกสารของข้อ · oit", DOCUMENT)
}

/// JSON Schema of a year's indicator tree.
pub fn framework() -> Value {
    file("framework.toml · oit", FRAMEWORK)
}

fn file(title: &str, keys: Keys) -> Value {
    let mut schema = table(keys);
    schema["$schema"] = json!(DRAFT);
    schema["title"] = json!(title);
    schema
}

fn table(keys: Keys) -> Value {
    let others = keys.others().map_or(json!(false), value);
    let mut schema = json!({ "type": "object", "additionalProperties": others });
    let mut properties = Map::new();
    let mut required = Vec::new();
    for key in keys.all() {
        let mut takes = value(key.takes);
        takes["description"] = json!(key.description());
        if key.is_required {
            required.push(key.name);
            if takes["type"] == "array" {
                takes["minItems"] = json!(1);
            }
        }
        properties.insert(key.name.to_owned(), takes);
    }
    if !properties.is_empty() {
        schema["properties"] = Value::Object(properties);
    }
    // An empty list is a fault in draft 4.
    if let Keys::Columns(_) = keys {
        required.push(NONE_STATED.name);
        let either = required.iter().map(|name| json!({ "required": [name] }));
        schema["anyOf"] = either.collect();
    } else if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

fn value(takes: ValueType) -> Value {
    match takes {
        ValueType::Plain(kind) => column(kind),
        ValueType::Text => pattern(r"\S"),
        ValueType::Form(form) => pattern(form),
        ValueType::WebAddress => pattern(r"^(\s*$|https?://)"),
        ValueType::Item => pattern(ITEM),
        ValueType::OneOf(words) => choice(&words()),
        ValueType::SomeOf(words) => list(&choice(&words())),
        ValueType::ShownBy => shown_by(),
        ValueType::Year => year(),
        ValueType::Whole { min, max } => whole(min, max),
        ValueType::WholeNumbers { min, max } => list(&whole(min, max)),
        ValueType::Texts => list(&text()),
        ValueType::DateOrList => {
            let date = value(ValueType::Plain(ColumnType::Date));
            json!({ "anyOf": [date, list(&date)] })
        }
        ValueType::TextOrList => json!({ "anyOf": [text(), list(&text())] }),
        ValueType::Items(keys) => list(&json!({ "anyOf": [pattern(ITEM), table(keys)] })),
        ValueType::Table(keys) => table(keys),
        ValueType::Tables(keys) => list(&table(keys)),
    }
}

fn column(kind: ColumnType) -> Value {
    match kind {
        ColumnType::Text | ColumnType::File | ColumnType::Address => text(),
        ColumnType::Number => number(),
        ColumnType::Percent | ColumnType::Score => percent(),
        ColumnType::Year => json!({ "anyOf": [year(), text()] }),
        ColumnType::Date => pattern(DATE),
        ColumnType::Moment => json!({ "anyOf": [year(), period(), pattern(DATE)] }),
        ColumnType::Period => json!({ "anyOf": [year(), period()] }),
        ColumnType::Truth => json!({ "type": "boolean" }),
        ColumnType::Bidders => list(&table(BIDDER)),
        ColumnType::Choice(choices) => choice(choices),
    }
}

/// Text that may be blank.
fn text() -> Value {
    json!({ "type": "string" })
}

fn pattern(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

fn whole(least: i64, most: i64) -> Value {
    json!({ "type": "integer", "minimum": least, "maximum": most })
}

fn year() -> Value {
    let (first, last) = FiscalYear::RANGE.into_inner();
    whole(first.into(), last.into())
}

/// A number, or a text with Thai digits and commas; blank text counts as absent.
fn number() -> Value {
    json!({ "anyOf": [{ "type": "number" }, pattern(NUMBER)] })
}

/// A number from 0 to 100.
fn percent() -> Value {
    let mut number = number();
    number["anyOf"][0]["minimum"] = json!(0);
    number["anyOf"][0]["maximum"] = json!(100);
    number
}

fn period() -> Value {
    pattern(&format!(r"^\s*{PERIOD}(\s*\.\.\s*{PERIOD})?\s*$"))
}

/// One of a closed list of words, each with what it means.
fn choice(choices: &[(&str, &str)]) -> Value {
    let (names, meanings): (Vec<&str>, Vec<&str>) = choices.iter().copied().unzip();
    let mut choice = json!({ "type": "string", "enum": names });
    if meanings.iter().any(|meaning| !meaning.is_empty()) {
        choice["x-taplo"] = json!({ "docs": { "enumValues": meanings } });
    }
    choice
}

fn list(of: &Value) -> Value {
    json!({ "type": "array", "items": of })
}

/// `kind(column, column|column, column=value)`, with the columns of each kind.
fn shown_by() -> Value {
    let kinds = DatasetKind::ALL.map(|kind| {
        let columns: Vec<&str> = kind.columns().iter().map(|column| column.name).collect();
        let column = match kind {
            DatasetKind::Statistics => "[^\\s,|=()]+".to_owned(),
            _ => format!("({})", columns.join("|")),
        };
        let part = format!(r"\s*{column}(\s*\|\s*{column})*\s*(=[^,()]*)?");
        format!(r"{}\s*\({part}(,{part})*\)", kind.name())
    });
    pattern(&format!(r"^\s*({})\s*$", kinds.join("|")))
}
