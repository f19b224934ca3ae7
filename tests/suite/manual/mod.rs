//! The manual's item pages are true: they follow the framework, and their examples are built.
//!
//! A page names each file of its example in a line of its own, "`content/2566/o12/index.md`", before
//! a fence with the file's whole text; a fence for an `.xlsx` holds the cells of its sheet as CSV.
//! Evidence stands in a list, "- `content/2566/o11/plan.pdf` what it is": a PDF gets words of its own
//! here, a picture is the demonstration's.

use std::fs;

use crate::harness::repository;

mod examples;
mod pages;
mod promises;
mod repeated;
mod years;

/// An item of the built-in framework, as its file has it.
struct Item {
    number: i64,
    rule: String,
    calendar: String,
    components: Vec<toml::Table>,
}

impl Item {
    fn name(&self) -> String {
        format!("o{}", self.number)
    }

    fn page(&self) -> String {
        format!("o{:02}.md", self.number)
    }

    fn folder(&self) -> String {
        format!("content/2566/o{:02}/", self.number)
    }
}

fn items() -> Vec<Item> {
    let text = fs::read_to_string(repository().join("src/frameworks/2566.toml")).unwrap();
    let framework: toml::Table = toml::from_str(&text).unwrap();
    let mut items = Vec::new();
    for indicator in tables(&framework, "indicator") {
        for sub in tables(&indicator, "sub") {
            for item in tables(&sub, "item") {
                let word = |key: &str, usual: &str| {
                    let value = item.get(key).and_then(toml::Value::as_str);
                    value.unwrap_or(usual).to_owned()
                };
                items.push(Item {
                    number: item["number"].as_integer().unwrap(),
                    rule: word("rule", "any"),
                    calendar: word("calendar", "fiscal"),
                    components: tables(&item, "components"),
                });
            }
        }
    }
    assert!(!items.is_empty());
    items
}

fn tables(table: &toml::Table, key: &str) -> Vec<toml::Table> {
    let list = table.get(key).and_then(toml::Value::as_array);
    let tables = list.into_iter().flatten();
    tables.map(|t| t.as_table().unwrap().clone()).collect()
}

fn page(name: &str) -> String {
    let path = repository().join("docs/items").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The page without what stands in fences.
fn prose(text: &str) -> String {
    let parts = text.split("\n```").step_by(2);
    parts.collect::<Vec<_>>().join("\n")
}

/// Whether a text has a word, taken whole: `O1` is not in `O12`.
fn has_word(text: &str, word: &str) -> bool {
    let is_inside = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    text.split(|c: char| !is_inside(c))
        .any(|found| found == word)
}
