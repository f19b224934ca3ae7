//! The manual's item pages are true: they follow the framework, and their examples are built.
//!
//! A page names each file of its example in a line of its own, "`content/2566/o12/index.md`", before
//! a fence with the file's whole text; a fence for an `.xlsx` holds the cells of its sheet as CSV.
//! Evidence stands in a list, "- `content/2566/o11/plan.pdf` what it is": a PDF gets words of its own
//! here, a picture is the demonstration's.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use rust_xlsxwriter::Workbook;
use serde_json::Value;

use crate::harness::{Finding, SiteTest, repository};

/// An item of the built-in framework, as its file has it.
struct Item {
    number: i64,
    title: String,
    sub: String,
    rule: String,
    calendar: String,
    components: Vec<toml::Table>,
}

impl Item {
    fn page(&self) -> String {
        format!("o{:02}.md", self.number)
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
                    title: word("title", ""),
                    sub: format!(
                        "{} {}",
                        sub["code"].as_str().unwrap(),
                        sub["title"].as_str().unwrap()
                    ),
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

/// The path in a line that is nothing but a path in backticks.
fn heading(line: &str) -> Option<&str> {
    let path = line.strip_prefix('`')?.strip_suffix('`')?;
    (!path.contains(['`', ' '])).then_some(path)
}

/// The files that a page gives in full.
fn files(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(path) = heading(line) else { continue };
        assert_eq!(lines.next(), Some(""), "{path}");
        let fence = lines.next().unwrap();
        assert!(fence.starts_with("```"), "{path}: no fence follows");
        let body = lines.by_ref().take_while(|line| *line != "```");
        let body: String = body.flat_map(|line| [line, "\n"]).collect();
        found.push((path.to_owned(), body));
    }
    found
}

/// The evidence that a page names for its example.
fn evidence(text: &str) -> Vec<String> {
    let named = text.lines().filter_map(|line| {
        let path = line.strip_prefix("- `content/")?.split('`').next()?;
        Some(format!("content/{path}"))
    });
    named.collect()
}

/// Puts a page's example into a site.
fn put(site: &SiteTest, text: &str) {
    for (path, body) in files(text) {
        if path.ends_with(".xlsx") {
            site.write(&path, workbook(&body));
        } else {
            site.write(&path, body);
        }
    }
    for path in evidence(text) {
        if path.ends_with(".pdf") {
            site.write(&path, pdf(&path));
        } else {
            site.copy_in(&path, &repository().join(&path));
        }
    }
}

/// The site of all examples: its settings, its home page and one free page.
fn base() -> SiteTest {
    let site = SiteTest::empty();
    put(&site, &page("README.md"));
    site
}

/// A sheet with the cells of a CSV; numbers are numbers, as in a clerk's file.
fn workbook(cells: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).from_reader(cells.as_bytes());
    for (row, record) in reader.records().enumerate() {
        for (column, cell) in record.unwrap().iter().enumerate() {
            let (row, column) = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) => sheet.write_string(row, column, cell).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

/// A page of text that can be searched and copied. Its words come from its path, so that no two
/// files are alike.
fn pdf(path: &str) -> Vec<u8> {
    assert!(path.is_ascii(), "{path}: the words of the PDF are its path");
    let name = path.replace(['(', ')', '\\'], "-");
    let lines = [
        format!("Example of the manual: {name}"),
        "This file stands for a signed document of a town that does not exist.".to_owned(),
        "Its text can be searched and copied, as that of every file on the site should be.".into(),
        format!("The page of the item says what belongs here: {name}"),
    ];
    let text: String = lines.map(|line| format!("({line}) Tj T*\n")).concat();
    let text = format!("BT /F1 11 Tf 14 TL 56 780 Td\n{text}ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".into(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (at, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", file.len());
        file += &format!("{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let start = file.len();
    let size = objects.len() + 1;
    file += &format!("{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    file.into_bytes()
}

/// The items of the checklist, as `report` gives them without a build.
fn checklist(site: &SiteTest) -> Vec<Value> {
    let run = site.run(&["report", "checklist", "--format", "json"]);
    assert_eq!(run.code, 0, "{run:?}");
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    report["items"].as_array().unwrap().clone()
}

#[test]
fn every_item_has_its_page_and_the_index_and_the_arrows_follow_the_framework() {
    let items = items();
    let expected: Vec<String> = items.iter().map(Item::page).collect();
    let mut there: Vec<String> = fs::read_dir(repository().join("docs/items"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    there.sort();
    let mut all = expected.clone();
    all.push("README.md".to_owned());
    all.sort();
    assert_eq!(there, all);

    let index = prose(&page("README.md"));
    let rows: Vec<&str> = index.lines().filter(|line| line.starts_with("| [O")).collect();
    assert_eq!(rows.len(), items.len());
    for (row, item) in rows.iter().zip(&items) {
        let start = format!("| [O{}]({}) | {} | `{}` |", item.number, item.page(), item.title, item.rule);
        assert!(row.starts_with(&start), "{row}\n{start}");
    }

    for (at, item) in items.iter().enumerate() {
        let text = page(&item.page());
        let arrows = text.lines().nth(2).unwrap();
        let before = at.checked_sub(1).map(|before| expected[before].as_str());
        let after = expected.get(at + 1).map(String::as_str);
        let wanted: Vec<&str> = before.into_iter().chain(["README.md"]).chain(after).collect();
        assert_eq!(targets(arrows), wanted, "{}", item.page());
    }
}

#[test]
fn each_page_says_what_the_framework_asks() {
    let items = items();
    let numbers: BTreeSet<i64> = items.iter().map(|item| item.number).collect();
    for item in &items {
        let name = item.page();
        let text = page(&name);
        let prose = prose(&text);
        let title = format!("# O{} {}", item.number, item.title);
        assert_eq!(text.lines().next().unwrap(), title);
        let line = format!("ตัวชี้วัดย่อย {} · กติกา `{}` · ปฏิทิน `{}`", item.sub, item.rule, item.calendar);
        assert!(prose.lines().any(|found| found == line), "{name}: {line}");
        assert!(prose.contains("\n## In English\n"), "{name}");
        assert!(!files(&text).is_empty(), "{name} has no example");

        let is_row = |line: &&str| line.starts_with("| ") && line[2..].starts_with(|c: char| c.is_ascii_digit());
        let rows: Vec<&str> = prose.lines().filter(is_row).collect();
        assert_eq!(rows.len(), item.components.len(), "{name}: a row a component");
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

        for number in item_numbers(&text) {
            assert!(numbers.contains(&number), "{name} speaks of O{number}");
        }
        let folder = format!("content/2566/o{:02}/", item.number);
        for path in files(&text).into_iter().map(|file| file.0).chain(evidence(&text)) {
            assert!(path.starts_with(&folder), "{name}: {path}");
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

fn has_word(text: &str, word: &str) -> bool {
    let is_inside = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    text.split(|c: char| !is_inside(c)).any(|found| found == word)
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
    let mut names: Vec<String> = items().iter().map(|item| format!("items/{}", item.page())).collect();
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
    assert!(targets(&fs::read_to_string(docs.join("README.md")).unwrap()).contains(&"items/README.md"));
}

#[test]
fn all_examples_in_one_site_are_complete_and_without_a_finding() {
    let site = base();
    for item in items() {
        put(&site, &page(&item.page()));
    }
    let findings = site.findings();
    assert!(findings.is_empty(), "{findings:#?}");
    site.build();
    for item in site.checklist(2566)["items"].as_array().unwrap() {
        assert_eq!(item["status"], "complete", "{item:#}");
    }
}

#[test]
fn each_example_alone_makes_its_item_complete() {
    let base = page("README.md");
    for item in items() {
        let site = SiteTest::empty();
        put(&site, &base);
        put(&site, &page(&item.page()));
        let name = format!("o{}", item.number);
        let folder = format!("content/2566/o{:02}", item.number);
        let label = format!("O{}", item.number);
        let about = |finding: &&Finding| {
            finding.at.starts_with(&folder) || has_word(&finding.message, &label)
        };
        let findings = site.findings();
        let own: Vec<&Finding> = findings.iter().filter(about).collect();
        assert!(own.is_empty(), "{own:#?}");
        for found in checklist(&site) {
            let expected = if found["item"] == name { "complete" } else { "missing" };
            assert_eq!(found["status"], expected, "{name}: {found:#}");
        }
    }
}
