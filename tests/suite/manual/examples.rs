//! The examples are what the manual says they are: complete, and without a finding.

use rust_xlsxwriter::Workbook;
use serde_json::Value;

use super::repeated::BY_ITEM;
use super::{Item, has_word, items, page};
use crate::harness::{Finding, SiteTest, pdf_page, repository};

/// The path in a line that is nothing but a path in backticks.
pub(super) fn heading(line: &str) -> Option<&str> {
    let path = line.strip_prefix('`')?.strip_suffix('`')?;
    (!path.contains(['`', ' '])).then_some(path)
}

/// The files that a page gives in full.
pub(super) fn files(text: &str) -> Vec<(String, String)> {
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
pub(super) fn evidence(text: &str) -> Vec<String> {
    let named = text.lines().filter_map(|line| {
        let path = line.strip_prefix("- `content/")?.split('`').next()?;
        Some(format!("content/{path}"))
    });
    named.collect()
}

/// Puts a page's example into a site.
pub(super) fn put(site: &SiteTest, text: &str) {
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
            // Pictures of every year are those of the demonstration.
            let own = path.splitn(3, '/').nth(2).unwrap();
            let picture = repository().join(format!("content/{BY_ITEM}")).join(own);
            site.copy_in(&path, &picture);
        }
    }
}

/// A site with nothing but its settings, its home page, a free page and one item's example.
pub(super) fn alone(item: &Item) -> SiteTest {
    let site = base();
    put(&site, &page(&item.page()));
    site
}

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
    pdf_page(&format!("BT /F 11 Tf 14 TL 56 780 Td\n{text}ET"))
}

/// The status of every item, as `report` gives it without a build.
pub(super) fn statuses(site: &SiteTest) -> Vec<(String, String)> {
    let run = site.run(&["report", "checklist", "--format", "json"]);
    assert_eq!(run.code, 0, "{run:?}");
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let items = report["items"].as_array().unwrap().iter();
    items
        .map(|item| (text(&item["item"]), text(&item["status"])))
        .collect()
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
    for item in items() {
        let site = alone(&item);
        let label = format!("O{}", item.number);
        let about = |finding: &&Finding| {
            finding.at.starts_with(&item.folder()) || has_word(&finding.message, &label)
        };
        let findings = site.findings();
        let own: Vec<&Finding> = findings.iter().filter(about).collect();
        assert!(own.is_empty(), "{own:#?}");
        for (name, status) in statuses(&site) {
            let is_shown = name == item.name();
            let expected = if is_shown { "complete" } else { "missing" };
            assert_eq!(status, expected, "{name} in the site of {label}");
        }
    }
}
