//! The checklist page: a matrix, one list with its filter, and the tables of progress on paper.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::demonstration::built;
use crate::harness::attributes;

fn page() -> String {
    let html = std::fs::read_to_string(built().join("2566/checklist/index.html")).unwrap();
    // What only keeps words whole.
    html.replace("<bdi>", "").replace("</bdi>", "")
}

fn items() -> Vec<Value> {
    let json = std::fs::read_to_string(built().join("2566/checklist.json")).unwrap();
    let json: Value = serde_json::from_str(&json).unwrap();
    json["items"].as_array().unwrap().clone()
}

/// What stands between a start and the next end.
fn part<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let rest = html.split(start).nth(1);
    let rest = rest.unwrap_or_else(|| panic!("{start}"));
    rest.split(end).next().unwrap()
}

#[test]
fn the_matrix_has_a_cell_for_every_item_with_its_status_in_words() {
    let html = page();
    let matrix = part(&html, "<section class=\"matrix\"", "</section>");
    let cells: Vec<&str> = matrix.split("<a class=\"cell ").skip(1).collect();
    let items = items();
    assert_eq!(cells.len(), items.len());
    for (cell, item) in cells.iter().zip(&items) {
        let status = item["status"].as_str().unwrap();
        assert!(cell.starts_with(&format!("{status}\"")), "{cell}");
        let words = match status {
            "complete" => "ครบถ้วน",
            "incomplete" => "เผยแพร่แล้ว ยังไม่ครบ",
            _ => "ยังไม่เผยแพร่",
        };
        let name = cell.split("</a>").next().unwrap();
        assert!(name.contains(&format!(">{}<", item["number"])), "{name}");
        assert!(name.contains(&format!(": {words}</span>")), "{name}");
    }
}

#[test]
fn the_list_has_every_item_once_with_its_day_and_why_it_is_not_complete() {
    let html = page();
    let list = part(&html, "<section id=\"_list\">", "class=\"print-only\"");
    let rows: Vec<&str> = list.split("<li data-units=").skip(1).collect();
    let items = items();
    assert_eq!(rows.len(), items.len());
    for (row, item) in rows.iter().zip(&items) {
        let id = format!("data-oit-item=\"{}\"", item["item"].as_str().unwrap());
        assert!(row.contains(&id), "{id}: {row}");
        if let Some(day) = item["updated"].as_str() {
            assert!(row.contains(&format!("datetime=\"{day}\"")), "{row}");
        }
        let said: Vec<String> = attributes(row, "data-oit-reason");
        let reasons = item["reasons"].as_array().unwrap().iter();
        let codes: Vec<&str> = reasons
            .map(|reason| reason["code"].as_str().unwrap())
            .collect();
        assert_eq!(said, codes, "{id}");
    }
    // Without JavaScript the filter is not there, and anchors lead to every part.
    assert!(html.contains("<form class=\"filter\" hidden>"));
    for anchor in attributes(&html, "href") {
        if let Some(id) = anchor.strip_prefix('#') {
            assert!(html.contains(&format!("id=\"{id}\"")), "{id}");
        }
    }
}

#[test]
fn the_filter_offers_what_is_not_complete_together_and_of_each_unit_at_once() {
    let html = page();
    let filter = part(&html, "<form class=\"filter\"", "</form>");
    let items = items();
    let open = |item: &&Value| item["status"] != "complete";
    let all = items.iter().filter(open).count();
    assert!(
        filter.contains(&format!(
            "<option value=\"open\">ยังไม่ครบและยังไม่เผยแพร่ ({all})"
        )),
        "{filter}"
    );
    let of_finance = items.iter().filter(open).filter(|item| {
        let units = item["units"].as_array().unwrap();
        units.contains(&Value::from("กองคลัง"))
    });
    let button = format!(">กองคลัง <b>{}</b></button>", of_finance.count());
    assert!(filter.contains(&button), "{button}: {filter}");
}

#[test]
fn on_paper_each_sub_indicator_is_a_table_of_progress_with_address_and_what_was_done() {
    let html = page();
    let paper = html.split("class=\"print-only\"").nth(1).unwrap();
    let heads: BTreeSet<&str> = paper
        .split("<caption>ตัวชี้วัดย่อยที่ ")
        .skip(1)
        .map(|rest| rest.split(' ').next().unwrap())
        .collect();
    let items = items();
    let subs = items
        .iter()
        .map(|item| item["sub_indicator"].as_str().unwrap());
    assert_eq!(heads, subs.collect());
    let rows: Vec<&str> = paper.split("<tr><td>O").skip(1).collect();
    assert_eq!(rows.len(), items.len());
    for (row, item) in rows.iter().zip(&items) {
        assert!(
            row.starts_with(&format!("{}</td>", item["number"])),
            "{row}"
        );
        let is_missing = item["status"] == "missing";
        assert_eq!(row.contains("☑ ดำเนินการ"), !is_missing, "{row}");
        assert_eq!(row.contains("☑ ยังไม่ได้ดำเนินการ"), is_missing, "{row}");
        let address = item["url"].as_str().unwrap();
        assert_eq!(
            row.contains(&format!(">{address}</p>")),
            !is_missing,
            "{row}"
        );
    }
    let o11 = rows.iter().find(|row| row.starts_with("11<")).unwrap();
    let summary = "<p>- 12 โครงการ งบประมาณรวม 3,201,000 บาท";
    assert!(o11.contains(summary), "{o11}");
}
