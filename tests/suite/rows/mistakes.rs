//! Mistakes in a spreadsheet: each is told in the one run, at its cell.

use rayon::prelude::*;
use serde_json::Value;

use super::made::{Producer, cells, put_all, workbook};
use crate::harness::SiteTest;

/// A mistake: what is other than in the good file, and what is told where.
struct Mistake {
    data: &'static str,
    /// Cells by their names, and what stands in them instead.
    edits: &'static [(&'static str, &'static str)],
    /// Codes, each with where it is said to be.
    told: &'static [(&'static str, &'static str)],
}

/// A good month of contracts, as the form has it.
const CONTRACTS: &str = "
สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือนตุลาคม 2565
ที่|งานที่จัดซื้อหรือจัดจ้าง|วงเงินที่จะซื้อหรือจ้าง|ราคากลาง (บาท)|วิธีซื้อหรือจ้าง|รายชื่อผู้เสนอราคาและราคาที่เสนอ|ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง|เหตุผลที่คัดเลือกโดยสรุป|เลขที่และวันที่ของสัญญาหรือข้อตกลงในการซื้อหรือจ้าง|เดือน
#1@0|จ้างซ่อมถนน|#485000|#480000|เฉพาะเจาะจง|หจก. ก 480,000 บาท|หจก. ก 480,000 บาท|ราคาต่ำสุด|12/2566 ลงวันที่ 15 ต.ค. 2565|d2022-10-01@mmm yyyy
#2@0|ซื้อหมึก|#9500.5|#9500|เฉพาะเจาะจง|ร้าน ข 9,500 บาท|ร้าน ข 9,500 บาท|มีของครบ|13/2566 ลงวันที่ 16 ต.ค. 2565|d2022-10-01@mmm yyyy
|รวมทั้งสิ้น|#494500.5|||||||
";

/// The same in short, with numbers of contracts in a column of their own.
const NUMBERED: &str = "
งาน|วงเงิน|เลขที่สัญญา||ลำดับ
จ้างซ่อมถนน|#485000|ก/2566||#1@0
ซื้อหมึก|#9500.5|ข/2566||#2@0
";

const PROJECTS: &str = "
โครงการ|งบประมาณ|เบิกจ่าย|เริ่ม|สิ้นสุด|ความก้าวหน้า (%)|หน่วยงาน
ขุดลอกคลอง|#250000|#100000|d2022-10-15|d2023-03-31|#40@0|กองช่าง
ปลูกป่า|#80000|#80000|d2022-11-01|d2023-09-30|#100@0|กองสาธารณสุข
";

const IMPROVEMENTS: &str = "
แบบวัด|ตัวชี้วัด|ประเด็น|คะแนน|ดำเนินการแล้ว
IIT|การใช้อำนาจ|การมอบหมายงาน|#88@0|?TRUE
EIT|การสื่อสาร|เว็บไซต์|#91@0|?FALSE
";

const STATISTICS: &str = "
ช่วงเวลา|เรื่องร้องเรียน|ชำระภาษี
ต.ค. 65|#3@0|#10@0
พ.ย. 65|#0@0|#12@0
";

const SCORES: &str = "
ผลคะแนน|คะแนน|ปีงบประมาณ
total|#92.5@0.00|#2565@0
IIT|#90@0|#2565@0
";

const EXECUTIVES: &str = "
ชื่อ-นามสกุล|ตำแหน่ง|ฝ่าย|โทรศัพท์
นายตัวอย่าง สมมุติ|นายกเทศมนตรี|ฝ่ายการเมือง|0 0000 0010
นางสมมุติ ตัวอย่าง|ปลัดเทศบาล|ฝ่ายประจำ|0 0000 0011
";

#[rustfmt::skip]
const MISTAKES: &[Mistake] = &[
    // Amounts.
    Mistake { data: "procurement", edits: &[("C3", "ห้าแสน")], told: &[("cell-number", "แถว 3 คอลัมน์ C"), ("rows-total", "แถว 5 คอลัมน์ C")] },
    Mistake { data: "procurement", edits: &[("D4", "ยังไม่ทราบ")], told: &[("cell-number", "แถว 4 คอลัมน์ D")] },
    Mistake { data: "procurement", edits: &[("D3", "1,20,000")], told: &[("cell-number", "แถว 3 คอลัมน์ D")] },
    Mistake { data: "procurement", edits: &[("D3", "50%")], told: &[("cell-number", "แถว 3 คอลัมน์ D")] },
    Mistake { data: "procurement", edits: &[("D3", "d2022-10-15")], told: &[("cell-number", "แถว 3 คอลัมน์ D")] },
    Mistake { data: "procurement", edits: &[("C5", "#500000")], told: &[("rows-total", "แถว 5 คอลัมน์ C")] },
    Mistake { data: "procurement", edits: &[("D3", "!D4/0=#DIV/0!")], told: &[("cell-formula", "แถว 3 คอลัมน์ D")] },
    Mistake { data: "projects", edits: &[("B3", "(80,000)")], told: &[("cell-number", "แถว 3 คอลัมน์ B")] },
    // Percentages and scores.
    Mistake { data: "projects", edits: &[("F2", "#140@0")], told: &[("cell-range", "แถว 2 คอลัมน์ F")] },
    Mistake { data: "projects", edits: &[("F3", "#1.2@0%")], told: &[("cell-range", "แถว 3 คอลัมน์ F")] },
    Mistake { data: "projects", edits: &[("F2", "#0.4@0.0"), ("F3", "#1@0.0")], told: &[("cell-doubt", "แถว 2 คอลัมน์ F")] },
    Mistake { data: "improvements", edits: &[("D3", "ดีมาก")], told: &[("cell-number", "แถว 3 คอลัมน์ D")] },
    Mistake { data: "scores", edits: &[("B2", "#192.5@0.00")], told: &[("cell-range", "แถว 2 คอลัมน์ B")] },
    Mistake { data: "scores", edits: &[("C3", "ปีก่อน")], told: &[("cell-number", "แถว 3 คอลัมน์ C")] },
    Mistake { data: "scores", edits: &[("C3", "#2023@0")], told: &[("cell-range", "แถว 3 คอลัมน์ C")] },
    // Days and months.
    Mistake { data: "projects", edits: &[("D2", "31 ก.พ. 2566")], told: &[("cell-time", "แถว 2 คอลัมน์ D")] },
    Mistake { data: "projects", edits: &[("E3", "สิ้นปี")], told: &[("cell-time", "แถว 3 คอลัมน์ E")] },
    Mistake { data: "projects", edits: &[("E3", "3109-09-30")], told: &[("cell-time", "แถว 3 คอลัมน์ E")] },
    Mistake { data: "procurement", edits: &[("J3", "เดือนแรก")], told: &[("cell-time", "แถว 3 คอลัมน์ J")] },
    Mistake { data: "procurement", edits: &[("J4", "16 ต.ค. 2565")], told: &[("cell-time", "แถว 4 คอลัมน์ J")] },
    Mistake { data: "procurement", edits: &[("J4", "พ.ย. 2565")], told: &[("cell-doubt", "แถว 4 คอลัมน์ J")] },
    Mistake { data: "statistics", edits: &[("A3", "เดือนหน้า")], told: &[("cell-time", "แถว 3 คอลัมน์ A")] },
    // Words of a closed list.
    Mistake { data: "executives", edits: &[("C3", "ข้าราชการ")], told: &[("cell-choice", "แถว 3 คอลัมน์ C")] },
    Mistake { data: "improvements", edits: &[("A2", "ITT")], told: &[("cell-choice", "แถว 2 คอลัมน์ A")] },
    Mistake { data: "improvements", edits: &[("E3", "กำลังทำ")], told: &[("cell-choice", "แถว 3 คอลัมน์ E")] },
    // Two things in a cell.
    Mistake { data: "procurement", edits: &[("G3", "หจก. ก")], told: &[("cell-doubt", "แถว 3 คอลัมน์ G")] },
    Mistake { data: "procurement", edits: &[("G4", "#9500")], told: &[("cell-doubt", "แถว 4 คอลัมน์ G")] },
    Mistake { data: "procurement", edits: &[("G3", "หจก. ก 480,000 บาท⏎หจก. ข 1,000 บาท")], told: &[("cell-doubt", "แถว 3 คอลัมน์ G")] },
    Mistake { data: "procurement", edits: &[("I4", "13/2566")], told: &[("cell-doubt", "แถว 4 คอลัมน์ I")] },
    Mistake { data: "executives", edits: &[("D2", "#812345678@0")], told: &[("cell-doubt", "แถว 2 คอลัมน์ D")] },
    // What programs make of numbers.
    Mistake { data: "contracts", edits: &[("C2", "d2023-12-01@mmm yyyy")], told: &[("cell-doubt", "แถว 2 คอลัมน์ C")] },
    Mistake { data: "contracts", edits: &[("C3", "6.51E+10")], told: &[("cell-doubt", "แถว 3 คอลัมน์ C")] },
    Mistake { data: "contracts", edits: &[("A3", ""), ("B3", ""), ("C3", ""), ("D3", "ด่วน"), ("E3", "#2@0")], told: &[("rows-column-unknown", "แถว 1 คอลัมน์ D")] },
    // Rows.
    Mistake { data: "procurement", edits: &[("B4", "")], told: &[("cell-missing", "แถว 4 คอลัมน์ B")] },
    Mistake { data: "executives", edits: &[("A3", "-")], told: &[("cell-missing", "แถว 3 คอลัมน์ A")] },
    Mistake { data: "procurement", edits: &[("B4", "ไม่มีการจัดซื้อจัดจ้างในเดือนนี้")], told: &[("cell-none", "แถว 4 คอลัมน์ B")] },
    Mistake { data: "statistics", edits: &[("C2", "สิบ")], told: &[("cell-number", "แถว 2 คอลัมน์ C")] },
    // Headings.
    Mistake { data: "procurement", edits: &[("E2", "ช่องพิเศษ")], told: &[("rows-column-unknown", "แถว 2 คอลัมน์ E")] },
    Mistake { data: "procurement", edits: &[("H2", "ราคากลาง")], told: &[("rows-column-twice", "แถว 2 คอลัมน์ H")] },
    Mistake { data: "projects", edits: &[("A1", "หมวด")], told: &[("rows-column-missing", "แถว 1"), ("rows-column-unknown", "แถว 1 คอลัมน์ A")] },
    Mistake { data: "improvements", edits: &[("C1", "")], told: &[("rows-column-unknown", "แถว 1 คอลัมน์ C")] },
    Mistake { data: "scores", edits: &[("A1", "ก"), ("B1", "ข"), ("C1", "ค")], told: &[("rows-head", "")] },
    Mistake { data: "scores", edits: &[("A2", ""), ("B2", ""), ("C2", ""), ("A3", ""), ("B3", ""), ("C3", "")], told: &[("rows-empty", "")] },
    // Many at once: all of them in the one run.
    Mistake { data: "projects", edits: &[("B2", "มาก"), ("D2", "เร็วๆ นี้"), ("F3", "#-5@0"), ("A3", "")], told: &[
        ("cell-missing", "แถว 3 คอลัมน์ A"), ("cell-number", "แถว 2 คอลัมน์ B"), ("cell-range", "แถว 3 คอลัมน์ F"), ("cell-time", "แถว 2 คอลัมน์ D"),
    ] },
];

fn good(data: &str) -> &'static str {
    match data {
        "procurement" => CONTRACTS,
        "contracts" => NUMBERED,
        "projects" => PROJECTS,
        "improvements" => IMPROVEMENTS,
        "statistics" => STATISTICS,
        "scores" => SCORES,
        _ => EXECUTIVES,
    }
}

fn site(data: &str, name: &str, bytes: &[u8]) -> SiteTest {
    let data = if data == "contracts" {
        "procurement"
    } else {
        data
    };
    let site = SiteTest::new();
    let period = if data == "procurement" {
        "2565-10"
    } else {
        "2566"
    };
    let front = format!(
        "components = [1]\nperiod = \"{period}\"\n[[rows]]\ndata = \"{data}\"\nfile = \"{name}\""
    );
    site.write(
        "content/2566/o6/index.md",
        format!("+++\n{front}\n+++\nเนื้อหา\n"),
    );
    site.write(&format!("content/2566/o6/{name}"), bytes);
    site
}

/// What is told of the spreadsheet: codes with places, in the order of the codes. All stand at the line of `[[rows]]`.
fn told(site: &SiteTest, name: &str) -> Vec<(String, String)> {
    let run = site.run(&["check", "--format", "json", "--lang", "th"]);
    let json: Value = serde_json::from_str(&run.stdout).unwrap();
    let mut told = Vec::new();
    for finding in json["findings"].as_array().unwrap() {
        let code = finding["code"].as_str().unwrap();
        if !code.starts_with("rows-") && !code.starts_with("cell-") {
            continue;
        }
        assert_eq!(
            (finding["file"].as_str(), finding["line"].as_u64()),
            (Some("content/2566/o6/index.md"), Some(4)),
            "{finding}"
        );
        let message = finding["message"].as_str().unwrap();
        let place = message.strip_prefix(&format!("`{name}`")).unwrap();
        let place = place.strip_prefix(" แผ่นงาน `Sheet1`").unwrap_or(place);
        let end = place
            .find(" (")
            .into_iter()
            .chain(place.find(": "))
            .min()
            .unwrap();
        told.push((code.to_owned(), place[..end].trim().to_owned()));
    }
    told.sort();
    told
}

#[test]
fn every_mistake_is_told_at_its_cell() {
    let mut faults: Vec<String> = MISTAKES
        .par_iter()
        .filter_map(|mistake| {
            let mut made = cells(good(mistake.data));
            for (name, text) in mistake.edits {
                let (column, row) = name.split_at(1);
                let column = usize::from(column.as_bytes()[0] - b'A');
                made[row.parse::<usize>().unwrap() - 1][column] = text.replace('⏎', "\n");
            }
            let site = site(mistake.data, "ก.xlsx", &Producer::Excel.file(&made));
            let found = told(&site, "ก.xlsx");
            let expected: Vec<(String, String)> = mistake
                .told
                .iter()
                .map(|(code, at)| ((*code).to_owned(), (*at).to_owned()))
                .collect();
            (found != expected).then(|| {
                format!(
                    "{:?}\n  expected {expected:?}\n  found    {found:?}",
                    mistake.edits
                )
            })
        })
        .collect();
    assert!(MISTAKES.len() > 30);
    faults.sort();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn good_files_are_told_nothing_of() {
    for data in [
        "procurement",
        "projects",
        "improvements",
        "statistics",
        "scores",
        "executives",
    ] {
        for producer in Producer::ALL {
            let name = format!("ก.{}", producer.ending());
            let site = site(data, &name, &producer.file(&cells(good(data))));
            assert_eq!(told(&site, &name), [], "{data} {producer:?}");
        }
    }
}

#[test]
fn what_is_hidden_is_told() {
    let bytes = workbook(|sheet| {
        put_all(sheet, &cells(CONTRACTS), "#,##0.00", "d mmm yyyy");
        sheet.set_row_hidden(3).unwrap();
        sheet.set_column_hidden(2).unwrap();
    });
    let site = site("procurement", "ก.xlsx", &bytes);
    let hidden = |at: &str| ("rows-hidden".to_owned(), at.to_owned());
    assert_eq!(told(&site, "ก.xlsx"), [hidden("คอลัมน์ C"), hidden("แถว 4")]);
}

#[test]
fn formulas_that_were_never_worked_out_are_told() {
    let mut made = cells(PROJECTS);
    made[1][2] = "!B2/2".to_owned();
    let site = site("projects", "ก.xlsx", &Producer::OpenPyxl.file(&made));
    let run = site.run(&["check", "--lang", "th"]);
    let place = "[cell-formula]: `ก.xlsx` แผ่นงาน `แผ่น1` แถว 2 คอลัมน์ C (เบิกจ่าย)";
    assert!(run.stderr.contains(place), "{}", run.stderr);
}

/// What is said of a spreadsheet can be accepted where it is no error, as anything else that a document is told.
#[test]
fn a_column_that_is_left_out_may_be_accepted() {
    let lines = PROJECTS.replace("หน่วยงาน\n", "ผู้ตรวจ\n");
    let site = site("projects", "ก.xlsx", &Producer::Excel.file(&cells(&lines)));
    let unknown = ("rows-column-unknown".to_owned(), "แถว 1 คอลัมน์ G".to_owned());
    assert_eq!(told(&site, "ก.xlsx"), [unknown]);
    let text = site.read("content/2566/o6/index.md");
    let accepted =
        "\nallow = [{ code = \"rows-column-unknown\", reason = \"อ่านได้ในไฟล์\" }]\nperiod";
    site.write(
        "content/2566/o6/index.md",
        text.replace("\nperiod", accepted),
    );
    let run = site.run(&["check"]);
    assert!(
        !run.stderr.contains("rows-column-unknown"),
        "{}",
        run.stderr
    );
}
