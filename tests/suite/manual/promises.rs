//! What a page promises about the program is so: the periods that it offers do, and the mistakes
//! that it says are warned about are.

use std::collections::BTreeSet;
use std::fs;

use super::examples::{alone, files, statuses};
use super::{Item, items, page, prose};
use crate::harness::{SiteTest, repository};

/// What a page says is only advised against, and where.
const CALENDAR: &str = "calendar-only";

/// Item, what its example has, what is typed instead in every file, the code that the page names.
const MISTAKES: &[(i64, &str, &str, &str)] = &[
    (2, "photo = \"photos/finance.jpg\"\n", "", "dataset-gap"),
    (4, "2566..2570\"", "2561..2565\"", "period-not-covered"),
    (4, "period = \"2566..2570\"\n", "", "period-missing"),
    (5, "fax = \"0 0000 0002\"\n", "", "dataset-gap"),
    (7, "date = \"2566-", "date = \"2565-", "period-not-covered"),
    (11, "end = \"2566-03-31\"\n", "", "dataset-gap"),
    (12, "2566-H1", "2566-Q1", "period-not-covered"),
    (13, "obstacle = \"ไม่พบปัญหา\"\n", "", "dataset-gap"),
    (13, "spent = 57800\n", "", "form-may-ask"),
    (16, "period = \"2566-H1\"\n", "", "period-missing"),
    (
        17,
        "period = \"2565\"",
        "period = \"2564\"",
        "period-not-covered",
    ),
    (21, "contract_no = \"ใบสั่งซื้อ 1/2566\"\n", "", "dataset-gap"),
    (25, "period = \"2565..2567\"\n", "", "period-not-covered"),
    (29, "open = 0\n", "", "dataset-gap"),
    (33, "2566-H1", "2566-Q1", "period-not-covered"),
    (
        34,
        "measure = \"ขออนุญาตใช้รถทุกครั้งและบันทึกเลขไมล์\"\n",
        "",
        "dataset-gap",
    ),
    (
        36,
        "period = \"2566\"",
        "period = \"2566-01..2566-09\"",
        "period-not-covered",
    ),
    (
        38,
        "obstacle = \"ผู้ตรวจสอบภายในว่าง 4 เดือน\"\n",
        "",
        "dataset-gap",
    ),
    (
        42,
        "score = 89.22\n",
        "score = 98.22\n",
        "total-does-not-follow",
    ),
];

fn rewrite(site: &SiteTest, item: &Item, change: impl Fn(&str) -> String) {
    for (path, _) in files(&page(&item.page())) {
        if path.ends_with(".md") || path.ends_with(".toml") {
            site.write(&path, change(&site.read(&path)));
        }
    }
}

/// The codes of the findings in an item's folder.
fn codes(site: &SiteTest, item: &Item) -> BTreeSet<String> {
    let findings = site.findings().into_iter();
    let own = findings.filter(|finding| finding.at.starts_with(&item.folder()));
    own.map(|finding| finding.code).collect()
}

#[test]
fn mistakes_that_a_page_says_are_warned_about_are() {
    let findings = repository().join("docs/diagnostics.md");
    let findings = fs::read_to_string(findings).unwrap();
    let mut promised = BTreeSet::new();
    for item in items() {
        let prose = prose(&page(&item.page()));
        for word in prose.split('`').skip(1).step_by(2) {
            if findings.contains(&format!("\n## {word}\n")) && word != CALENDAR {
                promised.insert((item.number, word.to_owned()));
            }
        }
    }
    let mut kept = BTreeSet::new();
    for (number, found, typed, code) in MISTAKES {
        let items = items();
        let item = items.iter().find(|item| item.number == *number).unwrap();
        let site = alone(item);
        let text = page(&item.page());
        assert!(text.contains(found), "O{number}: {found}");
        rewrite(&site, item, |text| text.replace(found, typed));
        let codes = codes(&site, item);
        assert!(codes.contains(*code), "O{number} {code}: {codes:?}");
        kept.insert((*number, (*code).to_owned()));
    }
    assert_eq!(promised, kept);
}

/// The periods that a page offers, as they are typed: `period = "2566-H1"`.
fn offered(text: &str) -> Vec<String> {
    let section = text.split("\n## ช่วงเวลา · Period\n").nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let code = section.split('`').skip(1).step_by(2);
    code.filter(|code| code.starts_with("period = "))
        .map(str::to_owned)
        .collect()
}

/// A document with another period in its head; the periods of its rows stay.
fn with_period(text: &str, period: &str) -> String {
    let (head, rest) = text.split_at(text.find("\n[").unwrap_or(text.len()));
    let lines = head.lines().filter(|line| !line.starts_with("period = "));
    let lines = lines.map(|line| {
        let is_date = line.starts_with("date = ");
        let added = if is_date {
            format!("\n{period}")
        } else {
            String::new()
        };
        format!("{line}{added}\n")
    });
    lines.collect::<String>().trim_end().to_owned() + rest + "\n"
}

#[test]
fn every_period_that_a_page_offers_completes_the_item() {
    for item in items() {
        let name = item.page();
        let text = page(&name);
        let periods = offered(&text);
        assert_eq!(periods.is_empty(), item.rule == "any", "{name}");
        let says = prose(&text).contains(&format!("`{CALENDAR}`"));
        assert_eq!(says, item.calendar == "either", "{name}");
        for period in periods {
            let site = alone(&item);
            rewrite(&site, &item, |text| with_period(text, &period));
            let statuses = statuses(&site);
            let complete = (item.name(), "complete".to_owned());
            assert!(statuses.contains(&complete), "{name}: {period}");
            // Months of the calendar year are offered with this advice, fiscal years without.
            let is_calendar = period.contains("..") && period.contains('-');
            let advised = codes(&site, &item).contains(CALENDAR);
            assert_eq!(advised, is_calendar, "{name}: {period}");
        }
    }
}
