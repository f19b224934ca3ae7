//! Rows from a spreadsheet and typed ones are judged, searched, checked and printed alike; and what is served follows the file.

use serde_json::Value;

use super::Pair;
use super::made::{Producer, cells, put_all, workbook};
use crate::harness::SiteTest;

/// Half a year of contracts, a month without a date among them.
const LINES: &str = "
งาน|วงเงิน|ราคากลาง|วิธี|ผู้เสนอราคา|ผู้ได้รับการคัดเลือก|ราคาที่ตกลง|เหตุผล|เลขที่สัญญา|วันที่ทำสัญญา|เดือน
จ้างซ่อมถนน|#485000|#480000|เฉพาะเจาะจง|หจก. ก 480,000 บาท|หจก. ก|#480000|ต่ำสุด|ก/2566|d2022-10-15|d2022-10-01@mmm yyyy
ซื้อหมึก|#9500|#9500|เฉพาะเจาะจง|ร้าน ข 9,500 บาท|ร้าน ค|#9900|ต่ำสุด|ข/2566||d2022-12-01@mmm yyyy
";

const TYPED: &str = r#"
[[data.procurement]]
work = "จ้างซ่อมถนน"
budget = 485000
reference_price = 480000
method = "เฉพาะเจาะจง"
bidders = [{ name = "หจก. ก", price = 480000 }]
winner = "หจก. ก"
price = 480000
reason = "ต่ำสุด"
contract_no = "ก/2566"
contract_date = "2565-10-15"
month = "2565-10"
[[data.procurement]]
work = "ซื้อหมึก"
budget = 9500
reference_price = 9500
method = "เฉพาะเจาะจง"
bidders = [{ name = "ร้าน ข", price = 9500 }]
winner = "ร้าน ค"
price = 9900
reason = "ต่ำสุด"
contract_no = "ข/2566"
month = "2565-12"
"#;

fn pair(lines: &str) -> Pair {
    let bytes = Producer::Excel.file(&cells(lines));
    let head = "date = \"2566-04-05\"\nperiod = \"2566-H1\"\ncomponents = [1]";
    Pair::new("o21", head, "procurement", "ก.xlsx", &bytes, TYPED)
}

/// What `check` says of a site but for lines and columns: codes, severities and items. What comes from a file begins
/// with its cell, and is to be mended there.
fn said(site: &SiteTest) -> Vec<(Value, String)> {
    let run = site.run(&["check", "--format", "json", "--lang", "th"]);
    let json: Value = serde_json::from_str(&run.stdout).unwrap();
    let findings = json["findings"].as_array().unwrap().clone();
    let mut said: Vec<(Value, String)> = findings
        .into_iter()
        .map(|finding| {
            let message = finding["message"].as_str().unwrap();
            let bare = match message.strip_prefix("`ก.xlsx`") {
                Some(rest) => {
                    assert!(
                        finding["help"].as_str().unwrap().contains("แล้วบันทึก"),
                        "{finding}"
                    );
                    rest.split_once(": ").unwrap().1
                }
                None => message,
            };
            let same = ["code", "severity", "item", "file"].map(|key| finding[key].clone());
            (Value::from(same.to_vec()), bare.to_owned())
        })
        .collect();
    said.sort_by_key(|(same, message)| format!("{same}{message}"));
    said.push((json["counts"].clone(), run.code.to_string()));
    said
}

#[test]
fn check_finds_the_same() {
    let pair = pair(LINES);
    let (one, other) = (said(&pair.from_file), said(&pair.typed));
    assert_eq!(one, other);
    let codes: Vec<&str> = one
        .iter()
        .filter_map(|(same, _)| same[0].as_str())
        .collect();
    for code in [
        "dataset-gap",
        "winner-not-bidder",
        "price-above",
        "months-missing",
    ] {
        assert!(codes.contains(&code), "{code}: {codes:?}");
    }
    // What a rule finds in a row is said to be at its cell, and mended there.
    let found = pair.from_file.findings();
    let gap = found
        .iter()
        .find(|found| found.code == "dataset-gap")
        .unwrap();
    assert!(
        gap.message.contains("แถว 3: ") && gap.help == "กรอก “วันที่ของสัญญา” ในแถวนั้น แล้วบันทึกไฟล์",
        "{gap:?}"
    );
    let winner = found
        .iter()
        .find(|found| found.code == "winner-not-bidder")
        .unwrap();
    assert!(
        winner
            .message
            .starts_with("`ก.xlsx` แผ่นงาน `Sheet1` แถว 3 คอลัมน์ F (ผู้ได้รับการคัดเลือก): "),
        "{winner:?}"
    );
}

#[test]
fn status_checklist_and_print_are_the_same() {
    for lines in [LINES, &LINES.replace("||d2022-12", "|d2022-12-08|d2022-12")] {
        let pair = pair(lines);
        if lines != LINES {
            let typed = TYPED.replace(
                "contract_no = \"ข/2566\"",
                "contract_no = \"ข/2566\"\ncontract_date = \"2565-12-08\"",
            );
            let text = format!(
                "+++\ndate = \"2566-04-05\"\nperiod = \"2566-H1\"\ncomponents = [1]\nfiles = [{{ path = \"ก.xlsx\" }}]\n{typed}\n+++\nเนื้อหา\n"
            );
            pair.typed.write("content/2566/o21/index.md", text);
        }
        pair.assert_same();
        assert_eq!(pair.from_file.item("o21"), pair.typed.item("o21"));
        for report in [
            ["report", "checklist", "--format", "json"],
            ["report", "submission", "--format", "csv"],
            ["report", "print", "--format", "html"],
        ] {
            let [one, other] = [&pair.from_file, &pair.typed].map(|site| site.run(&report));
            assert_eq!(
                (one.code, one.stdout),
                (other.code, other.stdout),
                "{report:?}"
            );
        }
    }
}

/// A citizen number is found in the file, where it stands, and no page is written.
#[test]
fn personal_data_are_found_and_not_published() {
    let lines = LINES.replace("หจก. ก|#480000", "นายก 1-1007-00230-70-7|#480000");
    let pair = pair(&lines);
    let text = pair
        .typed
        .read("content/2566/o21/index.md")
        .replace("winner = \"หจก. ก\"", "winner = \"นายก 1-1007-00230-70-7\"");
    pair.typed.write("content/2566/o21/index.md", text);
    for site in [&pair.from_file, &pair.typed] {
        let found = site.findings();
        let personal: Vec<_> = found
            .iter()
            .filter(|found| found.code == "citizen-number")
            .collect();
        assert!(
            personal
                .iter()
                .any(|found| found.at.starts_with("content/2566/o21/ก.xlsx")),
            "{found:?}"
        );
        assert!(
            found.iter().all(|found| !found.message.contains("00230")),
            "{found:?}"
        );
        assert_eq!(site.run(&["build"]).code, 1);
        assert!(!site.exists("public/index.html"));
    }
}

/// A draft's rows are checked as a draft's are, and count for nothing.
#[test]
fn a_draft_does_not_count() {
    let pair = pair(LINES);
    for site in [&pair.from_file, &pair.typed] {
        let text = site
            .read("content/2566/o21/index.md")
            .replace("+++\ndate", "+++\ndraft = true\ndate");
        site.write("content/2566/o21/index.md", text);
    }
    pair.assert_same();
    assert_eq!(pair.from_file.status("o21"), "missing");
    assert_eq!(said(&pair.from_file), said(&pair.typed));
}

/// The same bytes from any cache and over any output; a changed file changes the page.
#[test]
fn a_changed_file_changes_the_page() {
    let pair = pair(LINES);
    pair.from_file.build();
    let before = pair.from_file.read("public/2566/o21/index.html");
    pair.from_file.build_anew();
    assert_eq!(before, pair.from_file.read("public/2566/o21/index.html"));
    let changed = LINES.replace("จ้างซ่อมถนน", "จ้างซ่อมสะพาน");
    pair.from_file.write(
        "content/2566/o21/ก.xlsx",
        Producer::Excel.file(&cells(&changed)),
    );
    pair.from_file.build();
    let after = pair.from_file.read("public/2566/o21/index.html");
    assert!(after.contains("จ้างซ่อมสะพาน") && !after.contains("จ้างซ่อมถนน"));
}

/// A file may be shown as a table and give rows too.
#[test]
fn a_file_may_be_a_table_as_well() {
    let bytes = workbook(|sheet| put_all(sheet, &cells(LINES), "#,##0.00", "d/m/yyyy"));
    let site = SiteTest::new();
    site.write("content/2566/o6/ก.xlsx", bytes);
    let file = "file = \"ก.xlsx\"";
    site.write("content/2566/o6/index.md", format!(
        "+++\ncomponents = [1]\n[[table]]\n{file}\ncaption = \"ตาราง\"\n[[rows]]\ndata = \"procurement\"\n{file}\n+++\n"
    ));
    site.build();
    let page = site.read("public/2566/o6/index.html");
    assert_eq!(page.matches("จ้างซ่อมถนน").count(), 2);
    assert!(page.contains("485,000.00"));
}
