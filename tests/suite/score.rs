//! The estimate of the score: `oit report score`, and the checklist page of a site that shows it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::harness::{SITE, SiteTest, oit, run, tree};
use crate::report::{csv_rows, sheet};

/// What every estimate says it is.
const ESTIMATE: &str = "ประมาณการ";

fn score(site: &SiteTest) -> Value {
    let run = site.run(&["report", "score", "--format", "json"]);
    assert_eq!(run.code, 0, "{run:?}");
    serde_json::from_str(&run.stdout).unwrap()
}

/// The demonstration with the estimate on its checklists, not built yet.
pub(crate) fn demonstration_that_shows_it() -> SiteTest {
    let site = SiteTest::demonstration();
    let settings = site.read("site.toml");
    let chosen = settings.replace("show_score = false", "show_score = true");
    assert_ne!(settings, chosen);
    site.write("site.toml", chosen);
    site
}

fn labels(score: &Value) -> Vec<&str> {
    let rows = score["rows"].as_array().unwrap().iter();
    rows.map(|row| row["item"].as_str().unwrap()).collect()
}

#[test]
fn every_item_of_2566_costs_what_the_averaging_rule_says() {
    let site = SiteTest::new();
    let score = score(&site);
    assert_eq!(score["estimated_oit"], 0.0);
    assert_eq!(score["estimated_ita"], 0.0);
    assert_eq!(labels(&score).len(), 43);
    let mut costs: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for row in score["rows"].as_array().unwrap() {
        let cost = format!(
            "{} {}",
            row["estimated_oit_cost"], row["estimated_ita_cost"]
        );
        let sub = row["sub_indicator"].as_str().unwrap();
        costs.entry(sub).or_default().insert(cost);
    }
    // The sub-indicators of 2566 have 10, 8, 4, 4, 4, 8 and 5 items.
    let expected = [
        ("9.1", "1.0 0.4"),
        ("9.2", "1.25 0.5"),
        ("9.3", "2.5 1.0"),
        ("9.4", "2.5 1.0"),
        ("9.5", "2.5 1.0"),
        ("10.1", "3.125 1.25"),
        ("10.2", "5.0 2.0"),
    ];
    let expected = expected.map(|(sub, cost)| (sub, BTreeSet::from([cost.to_owned()])));
    assert_eq!(costs, BTreeMap::from(expected));
    assert_eq!(labels(&score)[0], "o39", "the dearest first");
}

#[test]
fn only_a_complete_item_scores() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o6/index.md",
        "+++\ncomponents = [1]\n+++\nมี\n",
    )
    .write(
        "content/2566/o1/index.md",
        "+++\ncomponents = [1]\n+++\nมี\n",
    );
    let score = score(&site);
    assert_eq!(score["estimated_oit"], 1.0);
    assert_eq!(score["estimated_ita"], 0.4);
    assert_eq!(
        (&score["complete"], &score["items"]),
        (&1.into(), &43.into())
    );
    let labels = labels(&score);
    assert_eq!(labels.len(), 42);
    assert!(!labels.contains(&"o6"));
    // Of those that cost 1.00 the one that lacks one component comes first, then what asks for least.
    assert_eq!(labels[33..36], ["o1", "o3", "o5"], "{labels:?}");
}

#[test]
fn the_tree_decides_and_a_year_without_components_says_that_it_is_too_good() {
    let site = SiteTest::new();
    let item = |number: u8| {
        format!(
            "[[indicator.sub.item]]\nnumber = {number}\nkey = \"k{number}\"\ntitle = \"ข้อ {number}\"\n"
        )
    };
    let sub = |code: &str| format!("[[indicator.sub]]\ncode = \"{code}\"\ntitle = \"ก\"\n");
    let framework = [
        "fiscal_year = 2566\n[[indicator]]\ncode = \"9\"\ntitle = \"ก\"\n".to_owned(),
        sub("9.1"),
        item(1),
        item(2),
        item(3),
        sub("9.2"),
        item(4),
    ];
    site.write("content/2566/framework.toml", framework.concat())
        .write("content/2566/o1/index.md", "+++\n+++\nมี\n");
    let score = score(&site);
    // (100/3 + 0) / 2; one of three items is a sixth, the only one a half.
    assert_eq!(score["estimated_oit"], 16.67);
    assert_eq!(score["estimated_ita"], 6.67);
    assert_eq!(labels(&score), ["o4", "o2", "o3"]);
    assert_eq!(score["rows"][0]["estimated_oit_cost"], 50.0);
    assert_eq!(score["rows"][1]["estimated_oit_cost"], 16.67);
    let note = score["note"].as_str().unwrap();
    assert!(note.contains("ไม่ได้บันทึกองค์ประกอบ"), "{note}");
}

#[test]
fn every_format_tells_the_same_and_calls_it_an_estimate() {
    let site = SiteTest::demonstration();
    let file = |name: &str| {
        let path = site.path(name);
        let made = site.run(&["report", "score", "-o", path.to_str().unwrap()]);
        assert_eq!(made.code, 0, "{made:?}");
        std::fs::read(path).unwrap()
    };
    let json: Value = serde_json::from_slice(&file("score.json")).unwrap();
    let text = String::from_utf8(file("score.txt")).unwrap();
    let csv = csv_rows(&file("score.csv"));
    let sheet = sheet(file("score.xlsx"));
    let rows = json["rows"].as_array().unwrap();
    assert!(rows.len() > 10 && csv.len() == rows.len());
    let oit = format!("{:.2}", json["estimated_oit"].as_f64().unwrap());
    assert!(text.starts_with("คะแนน OIT ประมาณการ ปี 2566\n"), "{text}");
    assert!(text.contains(&format!("(เต็ม 100): {oit}\n")), "{text}");
    assert!(text.contains("ไม่ใช่ผลการประเมินของ ป.ป.ช."), "{text}");
    assert!(sheet[0][0].ends_with(&format!(": {oit}")), "{sheet:?}");
    assert!(sheet[0][0].contains(ESTIMATE) && sheet[4][0].contains("ไม่ใช่ผล"));
    let head = sheet.iter().position(|row| row[0] == "ข้อ").unwrap();
    for (row, (csv, sheet)) in rows.iter().zip(csv.iter().zip(&sheet[head + 1..])) {
        let points = |name: &str| format!("{:.2}", row[name].as_f64().unwrap());
        assert_eq!(csv[0], row["item"].as_str().unwrap());
        assert_eq!(
            csv[4].trim_end_matches('0'),
            row["estimated_oit_cost"].to_string().trim_end_matches('0')
        );
        assert_eq!(csv[5], points("estimated_ita_cost"));
        assert_eq!(csv[6], row["reason"].as_str().unwrap());
        let of_sheet: f64 = sheet[4].parse().unwrap();
        assert_eq!(
            (sheet[0].to_lowercase(), format!("{of_sheet:.2}")),
            (
                csv[0].clone(),
                format!("{:.2}", csv[4].parse::<f64>().unwrap())
            )
        );
        assert!(
            text.contains(&format!("\n{} ", csv[0].to_uppercase())),
            "{csv:?}"
        );
    }
    let run = site.run(&["report", "score", "--year", "2565"]);
    assert!(
        run.stdout.starts_with("คะแนน OIT ประมาณการ ปี 2565\n"),
        "{run:?}"
    );
}

#[test]
fn a_site_with_errors_has_no_estimate() {
    let site = SiteTest::new();
    site.write("content/2566/o6/index.md", "+++\ntitel = \"ก\"\n+++\nมี\n");
    let run = site.run(&["report", "score"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(
        run.stdout.is_empty() && run.stderr.contains("unknown-key"),
        "{run:?}"
    );
}

#[test]
fn the_public_checklist_shows_it_only_where_the_settings_say_so() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o6/index.md",
        "+++\ncomponents = [1]\n+++\nมี\n",
    );
    site.build();
    for (name, bytes) in tree(&site.path("public")) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !name.ends_with(".html") || !text.contains(ESTIMATE),
            "{name}"
        );
        assert!(!text.contains("_cost"), "{name}");
    }
    site.write("site.toml", format!("show_score = true\n{SITE}"));
    site.build();
    let page = site.read("public/2566/checklist/index.html");
    assert_eq!(page, site.read("public/2566/checklist/index.html"));
    let section = page.split("<section id=\"_cost\">").nth(1).unwrap();
    let section = section.split("</section>").next().unwrap();
    assert!(
        section.contains("<strong>1.00</strong> จาก 100"),
        "{section}"
    );
    assert!(section.contains("คะแนน ITA 0.40 จาก 40</p>"), "{section}");
    assert!(section.contains(ESTIMATE) && section.contains("ไม่ใช่ผลการประเมินของ ป.ป.ช."));
    let order: Vec<String> = section
        .split("<span class=\"label\">")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap().to_lowercase())
        .collect();
    assert_eq!(order, labels(&score(&site)));
    assert!(section.contains("เสียประมาณ 5.00 คะแนน OIT (2.00 คะแนน ITA)"));
}

#[test]
fn the_command_line_names_the_subject() {
    let mut help = oit();
    let help = run(help.args(["report", "--help"]));
    assert!(help.stdout.contains("score คะแนนประมาณการ"), "{help:?}");
}
