//! JSON Schema for the files that a webmaster writes, so that an editor completes and explains keys.
//!
//! In: the tables that the readers go by (datasets, rules, calendars, codes). Out: a schema for each
//! kind of file. Beside the readers, because it says what they take; a test holds both to each other.
//! Draft 7, and nothing in it that draft 4 has not: editors of TOML know hardly more.

mod dataset;
mod document;
mod framework;
mod site;

use serde_json::{Map, Value, json};

use crate::model::FiscalYear;

pub use document::document;
pub use framework::framework;
pub use site::site;

const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// A key: its name, what it takes, and in Thai and English what it is.
type Key = (&'static str, Value, &'static str, &'static str);

/// A whole file.
fn file(title: &str, keys: Vec<Key>, required: &[&str]) -> Value {
    let mut schema = table(keys, required);
    schema["$schema"] = json!(DRAFT);
    schema["title"] = json!(title);
    schema
}

/// A table with these keys and no others.
fn table(keys: Vec<Key>, required: &[&str]) -> Value {
    let mut properties = Map::new();
    for (name, takes, thai, english) in keys {
        properties.insert(name.to_owned(), explained(takes, thai, english));
    }
    let mut schema = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    // An empty list is a fault in draft 4.
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

fn explained(mut takes: Value, thai: &str, english: &str) -> Value {
    takes["description"] = json!(format!("{thai}\n\n{english}"));
    takes
}

/// Text that says something.
fn text() -> Value {
    json!({ "type": "string", "pattern": r"\S" })
}

/// Text that may be blank.
fn loose_text() -> Value {
    json!({ "type": "string" })
}

fn pattern(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

fn truth() -> Value {
    json!({ "type": "boolean" })
}

fn whole(least: i64, most: i64) -> Value {
    json!({ "type": "integer", "minimum": least, "maximum": most })
}

fn year() -> Value {
    let range = FiscalYear::RANGE;
    whole((*range.start()).into(), (*range.end()).into())
}

/// A number, or a text with Thai digits and commas; blank text counts as absent.
fn number() -> Value {
    let text = r"^\s*(-?[0-9๐-๙][0-9๐-๙,]*(\.[0-9๐-๙]*)?)?\s*$";
    json!({ "anyOf": [{ "type": "number" }, pattern(text)] })
}

/// A number from 0 to 100.
fn percent() -> Value {
    let mut number = number();
    number["anyOf"][0]["minimum"] = json!(0);
    number["anyOf"][0]["maximum"] = json!(100);
    number
}

const DATE: &str = r"[0-9๐-๙]{4}-[0-9๐-๙]{2}-[0-9๐-๙]{2}";

/// A day, as a text or as TOML writes days.
fn date() -> Value {
    pattern(&format!(r"^\s*{DATE}\s*$"))
}

/// One end of a period, in the Buddhist era.
const PERIOD: &str =
    r"[2๒][4-7๔-๗][0-9๐-๙]{2}(-([Hh][12๑๒]|[Qq][1-4๑-๔]|[0๐][1-9๑-๙]|[1๑][0-2๐-๒]))?";

fn period() -> Value {
    json!({ "anyOf": [year(), pattern(&format!(r"^\s*{PERIOD}(\s*\.\.\s*{PERIOD})?\s*$"))] })
}

/// A day or a period.
fn moment() -> Value {
    let mut moment = period();
    if let Some(choices) = moment["anyOf"].as_array_mut() {
        choices.push(date());
    }
    moment
}

/// One of a closed list of words, each with what it means.
fn choice(choices: &[(&str, &str)]) -> Value {
    let (names, titles): (Vec<&str>, Vec<&str>) = choices.iter().copied().unzip();
    json!({
        "type": "string",
        "enum": names,
        "x-taplo": { "docs": { "enumValues": titles } },
    })
}

fn list(of: &Value) -> Value {
    json!({ "type": "array", "items": of })
}

fn address() -> Value {
    text()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::{document, framework, site};

    /// Every key of a schema, at any depth.
    fn keys(schema: &Value, found: &mut BTreeSet<String>) {
        match schema {
            Value::Object(map) => {
                if let Some(Value::Object(properties)) = map.get("properties") {
                    found.extend(properties.keys().cloned());
                }
                map.values().for_each(|value| keys(value, found));
            }
            Value::Array(list) => list.iter().for_each(|value| keys(value, found)),
            _ => {}
        }
    }

    /// Every word in quotation marks that can be a key, in the program part of a source file.
    fn words(source: &str) -> BTreeSet<String> {
        let program = source.split("#[cfg(test)]").next().unwrap();
        let is_key = |word: &&str| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
        };
        let words = program.split('"').skip(1).step_by(2).filter(is_key);
        words.map(str::to_owned).collect()
    }

    #[test]
    fn the_readers_ask_for_exactly_the_keys_of_the_schemas() {
        let datasets = include_str!("../../model/dataset.rs");
        let datasets = &datasets[datasets.find("const EXECUTIVES").unwrap()..];
        for (schema, sources, no_keys) in [
            (
                site(),
                &[include_str!("../config.rs")][..],
                &["default"][..],
            ),
            (
                document(),
                &[
                    include_str!("../document.rs"),
                    include_str!("../dataset.rs"),
                    datasets,
                ],
                &["index"],
            ),
            (framework(), &[include_str!("../framework.rs")], &[]),
        ] {
            let mut known = BTreeSet::new();
            keys(&schema, &mut known);
            let mut asked = BTreeSet::new();
            for source in sources {
                asked.extend(words(source));
            }
            for word in no_keys {
                asked.remove(*word);
            }
            assert_eq!(known, asked);
        }
    }
}
