//! The examples of every year but 2566: those with components as the pages have them, and for all other items the least
//! front matter, which is what `oit new` writes without its comments.

use std::collections::BTreeMap;

use oit::model::{Duty, FiscalYear};

use super::examples::put;
use super::page;
use super::repeated::{other_years, tree};
use crate::harness::{Run, SiteTest, oit, run};

/// The day on which the examples of a year are written and judged.
fn day(year: FiscalYear) -> String {
    format!("{year}-04-20")
}

/// The least front matter of every item of a year whose components are not recorded.
pub(super) fn heads(year: FiscalYear) -> BTreeMap<u16, String> {
    let site = SiteTest::empty();
    let made = on_its_day(&site, year, &["init", ".", "--year", &year.to_string()]);
    assert_eq!(made.code, 0, "{made:?}");
    let tree = tree(year);
    let items = tree
        .items()
        .filter(|(_, _, item)| item.components.is_empty());
    let heads = items.map(|(_, _, item)| {
        let scaffold = site.read(&format!("content/{year}/o{:02}/index.md", item.number.0));
        let lines = scaffold
            .lines()
            .map(|line| line.split(" #").next().unwrap());
        let is_asked = |line: &&str| line.starts_with("date = ") || line.starts_with("period = ");
        let head = lines
            .filter(is_asked)
            .flat_map(|line| [line.trim_end(), "\n"]);
        let head: String = head.collect();
        let rows: String = item.duties.iter().map(|duty| row(*duty)).collect();
        let text = format!(
            "+++\n{head}{rows}+++\n\n{} ของเทศบาลตำบลตัวอย่าง\n",
            item.title
        );
        (item.number.0, text)
    });
    heads.collect()
}

/// Runs the program on the day of a year's examples.
fn on_its_day(site: &SiteTest, year: FiscalYear, arguments: &[&str]) -> Run {
    let mut command = oit();
    let command = command.args(arguments).args(["--as-of", &day(year)]);
    run(command.current_dir(site.root()))
}

/// What the home page needs of an item that has this duty.
fn row(duty: Duty) -> &'static str {
    match duty {
        Duty::Contact => {
            "\n[[data.contact]]\naddress = \"99 หมู่ที่ 9 ถนนตัวอย่าง\"\nphone = \"0 0000 0001\"\n"
        }
        Duty::Qa => "\n[[data.channels]]\nkind = \"qa\"\nurl = \"https://www.example.go.th/qa\"\n",
        Duty::Social => {
            "\n[[data.channels]]\nkind = \"social\"\nurl = \"https://social.example/town\"\n"
        }
        Duty::EService => {
            "\n[[data.channels]]\nkind = \"eservice\"\nurl = \"https://www.example.go.th/eservice\"\n"
        }
        Duty::FraudComplaint => {
            "\n[[data.channels]]\nkind = \"fraud-complaint\"\nurl = \"https://www.example.go.th/fraud\"\n"
        }
        Duty::EitSurvey => {
            "\n[[data.channels]]\nkind = \"eit-survey\"\nurl = \"https://itas.nacc.go.th/go/eit/xxxxxx\"\n"
        }
        Duty::PrivacyPolicy | Duty::Complaint | Duty::Opinion => "",
    }
}

#[test]
fn every_example_of_every_year_is_complete_and_without_a_finding() {
    for year in other_years() {
        let site = SiteTest::empty();
        let settings = "title = \"เทศบาลตำบลตัวอย่าง\"\nbase_url = \"https://www.example.go.th/\"\n";
        site.write(
            "site.toml",
            format!("{settings}fiscal_year = {year}\n[units]\nclerk = \"สำนักปลัดเทศบาล\"\n"),
        );
        put(&site, &page(&format!("{year}.md")));
        let check = ["check", "--strict", "--format", "json"];
        let run = on_its_day(&site, year, &check);
        let found: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        let findings = found["findings"].as_array().unwrap();
        // That a list is provisional is said of its year, whatever is in it.
        let others = |finding: &&serde_json::Value| finding["code"] != "framework-provisional";
        assert!(
            findings.iter().filter(others).count() == 0,
            "{year}: {found:#}"
        );
        let list = ["report", "checklist", "--format", "json"];
        let report = on_its_day(&site, year, &list);
        let report: serde_json::Value = serde_json::from_str(&report.stdout).unwrap();
        for item in report["items"].as_array().unwrap() {
            assert_eq!(item["status"], "complete", "{year}: {item:#}");
        }
    }
}
