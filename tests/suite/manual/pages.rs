//! Each page says what the framework asks, and what it points to is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::examples::{evidence, files};
use super::repeated::other_years;
use super::{Item, has_word, items, page, prose};
use crate::harness::repository;

#[test]
fn every_item_of_2566_and_every_other_year_has_its_page() {
    let mut there: Vec<String> = fs::read_dir(repository().join("docs/items"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    there.sort();
    let mut all: Vec<String> = items().iter().map(Item::page).collect();
    all.extend(pages_of_years());
    all.push("README.md".to_owned());
    all.sort();
    assert_eq!(there, all);
    let index = page("README.md");
    for name in pages_of_years() {
        assert!(targets(&index).contains(&&*name), "README.md lacks {name}");
    }
}

fn pages_of_years() -> Vec<String> {
    let years = other_years().into_iter();
    years.map(|year| format!("{year}.md")).collect()
}

#[test]
fn each_page_says_what_the_framework_asks() {
    let items = items();
    for item in &items {
        let name = item.page();
        let text = page(&name);
        let prose = prose(&text);
        assert!(prose.contains("\n## In English\n"), "{name}");
        assert!(!files(&text).is_empty(), "{name} has no example");

        let is_row = |line: &&str| {
            line.starts_with("| ") && line[2..].starts_with(|c: char| c.is_ascii_digit())
        };
        let rows: Vec<&str> = prose.lines().filter(is_row).collect();
        assert_eq!(
            rows.len(),
            item.components.len(),
            "{name}: a row a component"
        );
        for (at, (row, component)) in rows.iter().zip(&item.components).enumerate() {
            let number = at + 1;
            assert!(row.starts_with(&format!("| {number} | ")), "{name}: {row}");
            let how = match component.get("shown_by").and_then(toml::Value::as_str) {
                Some(dataset) => format!("| ชุดข้อมูล `{}`", dataset.replace('|', "\\|")),
                None => format!("| เลข {number} ใน `components`"),
            };
            assert!(row.contains(&how), "{name}: {row}\n{how}");
            let optional = component.get("optional").is_some();
            assert_eq!(row.ends_with("(ถ้ามี) |"), optional, "{name}: {row}");
        }

        let folder = item.folder();
        for path in files(&text)
            .into_iter()
            .map(|file| file.0)
            .chain(evidence(&text))
        {
            assert!(path.starts_with(&folder), "{name}: {path}");
        }
    }
}

#[test]
fn no_page_speaks_of_an_item_that_does_not_exist() {
    let items = items();
    let numbers: BTreeSet<i64> = items.iter().map(|item| item.number).collect();
    let names = items.iter().map(Item::page);
    for name in names.chain(["README.md".to_owned()]) {
        for number in item_numbers(&page(&name)) {
            assert!(numbers.contains(&number), "{name} speaks of O{number}");
        }
    }
}

/// The numbers of what looks like an item: `O12`, `o12`, `o12.md`.
fn item_numbers(text: &str) -> Vec<i64> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let digits = words.filter_map(|word| word.strip_prefix(['O', 'o']));
    digits.filter_map(|digits| digits.parse().ok()).collect()
}

#[test]
fn words_in_backticks_are_words_that_the_manual_explains() {
    let docs = |name: &str| fs::read_to_string(repository().join("docs").join(name)).unwrap();
    let (content, findings) = (docs("content.md"), docs("diagnostics.md"));
    for item in items() {
        let name = item.page();
        let prose = prose(&page(&name));
        for word in prose.split('`').skip(1).step_by(2) {
            let is_word = |c: char| c.is_ascii_lowercase() || "-_".contains(c);
            if !word.chars().all(is_word) {
                continue;
            }
            let is_known = findings.contains(&format!("\n## {word}\n")) || has_word(&content, word);
            assert!(is_known, "{name}: `{word}`");
        }
    }
}

/// The targets of the links in a Markdown text, without those that are shown as code.
fn targets(text: &str) -> Vec<&str> {
    let spans = text.split('`').step_by(2);
    let ends = spans.flat_map(|span| span.split("](").skip(1));
    ends.filter_map(|rest| rest.split(')').next()).collect()
}

#[test]
fn links_of_the_manual_lead_somewhere() {
    let docs = repository().join("docs");
    let mut names: Vec<String> = items()
        .iter()
        .map(|item| format!("items/{}", item.page()))
        .collect();
    names.extend(pages_of_years().iter().map(|name| format!("items/{name}")));
    names.extend(["items/README.md".to_owned(), "README.md".to_owned()]);
    for name in names {
        let path = docs.join(&name);
        let text = prose(&fs::read_to_string(&path).unwrap());
        for target in targets(&text) {
            let is_elsewhere = target.starts_with("https://");
            let there = path.parent().unwrap().join(Path::new(target));
            assert!(is_elsewhere || there.is_file(), "{name}: {target}");
        }
    }
    assert!(
        targets(&fs::read_to_string(docs.join("README.md")).unwrap()).contains(&"items/README.md")
    );
}
