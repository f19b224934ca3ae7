//! Whatever stands in a spreadsheet: a run ends soon, with findings, and ends so again.

use oit::model::DatasetKind;

use super::made::{cells, merged, put_all, raw_package, workbook};
use crate::harness::SiteTest;

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most as u64).unwrap()
    }
}

const WORDS: [&str; 40] = [
    "",
    "",
    "-",
    "ที่",
    "#1@0",
    "#485000",
    "#-1",
    "#0.5@0%",
    "#1e300",
    "d2022-10-15",
    "d2022-10-01@mmm yyyy",
    "?TRUE",
    "!A1+1",
    "!A1/0=#DIV/0!",
    "๑๕ ต.ค. ๖๕",
    "31/02/2566",
    "ต.ค. 65",
    "2566-H1",
    "ไตรมาส 1",
    "รวม",
    "รวมทั้งสิ้น",
    "ไม่มีการจัดซื้อจัดจ้างในเดือนนี้",
    "หมายเหตุ ก",
    "ลงชื่อ",
    "(1)",
    "(2)",
    "หจก. ก 1,000 บาท⏎บริษัท ข",
    "1. ก⏎2. ข 5,000",
    "12/2566 ลงวันที่ 15 ต.ค. 65",
    "ลว.",
    "ลงวันที่",
    "฿",
    "บาท",
    ",",
    "%",
    "ก\u{e49}\u{e49}",
    "\u{200b}",
    "((((",
    "IIT",
    "https://example.go.th/<script>",
];

/// A word of a form, or a heading of a dataset.
fn word(dice: &mut Dice, kind: DatasetKind) -> &'static str {
    match dice.below(4) {
        0 => kind.columns()[dice.below(kind.columns().len())].title,
        _ => WORDS[dice.below(WORDS.len())],
    }
}

#[test]
fn odd_sheets_are_survived() {
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let site = SiteTest::new();
    for number in 0..120 {
        let kind = DatasetKind::ALL[number % DatasetKind::ALL.len()];
        let (rows, columns) = (1 + dice.below(9), 1 + dice.below(8));
        let mut made = Vec::new();
        for row in 0..rows {
            let cell = |column: usize, dice: &mut Dice| {
                let titles = kind.columns();
                let text = if row == 0 && dice.below(3) > 0 {
                    titles[column % titles.len()].title
                } else {
                    word(dice, kind)
                };
                text.replace('⏎', "\n")
            };
            made.push(
                (0..columns)
                    .map(|column| cell(column, &mut dice))
                    .collect::<Vec<String>>(),
            );
        }
        let areas: Vec<String> = (0..dice.below(4))
            .map(|_| {
                let (top, left) = (1 + dice.below(rows), dice.below(columns));
                let (bottom, right) = (top + dice.below(3), left + dice.below(3));
                let letter = |column: usize| char::from(b'A' + u8::try_from(column).unwrap());
                format!("{}{top}:{}{bottom}", letter(left), letter(right))
            })
            .collect();
        let bytes = merged(&made, &areas);
        site.write(&format!("content/2566/o6/d{number}.xlsx"), bytes);
        let front =
            format!("title = \"เอกสาร {number}\"\ndate = \"2566-01-31\"\nperiod = \"2566-H1\"");
        let rows = format!(
            "[[rows]]\ndata = \"{}\"\nfile = \"d{number}.xlsx\"",
            kind.name()
        );
        site.write(
            &format!("content/2566/o6/d{number}.md"),
            format!("+++\n{front}\n{rows}\n+++\nก\n"),
        );
    }
    let runs = ["th", "en", "th"]
        .map(|language| site.run(&["check", "--lang", language, "--format", "json"]));
    for run in &runs {
        assert!(
            matches!(run.code, 0 | 1) && !run.stderr.contains("panicked"),
            "{}",
            run.stderr
        );
    }
    assert_eq!(runs[0].stdout, runs[2].stdout);
    assert!(runs[0].stdout.contains("cell-") && runs[0].stdout.contains("rows-"));
}

#[test]
fn merged_cells_without_end_are_survived() {
    let merges: Vec<String> = (0..60_000)
        .map(|at| format!("<mergeCell ref=\"A{}:XFD1048576\"/>", at % 900 + 1))
        .collect();
    let rows: Vec<String> = (1..=900)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>โครงการ</t></is></c><c r=\"B{row}\"><v>{row}</v></c></row>"))
        .collect();
    let sheet = format!(
        "<sheetData>{}</sheetData><mergeCells>{}</mergeCells>",
        rows.concat(),
        merges.concat()
    );
    let bytes = raw_package("", "worksheets/sheet1.xml", &sheet, &[String::new()]);
    let site = SiteTest::new();
    site.write("content/2566/o6/ก.xlsx", bytes);
    site.write(
        "content/2566/o6/index.md",
        "+++\n[[rows]]\ndata = \"projects\"\nfile = \"ก.xlsx\"\n+++\nก\n",
    );
    let run = site.run(&["check"]);
    assert!(matches!(run.code, 0 | 1), "{}", run.stderr);
}

/// A thousand rows are taken; of one more, that is told.
#[test]
fn a_thousand_rows_are_taken() {
    let lines = |count: usize| -> String {
        let rows = (1..=count).map(|row| format!("งานที่ {row}|#1\n"));
        format!("งาน|วงเงิน\n{}", rows.collect::<String>())
    };
    for (count, code) in [(1000, 0), (1001, 1)] {
        let bytes = workbook(|sheet| put_all(sheet, &cells(&lines(count)), "", ""));
        let site = SiteTest::new();
        site.write("content/2566/o6/ก.xlsx", bytes);
        site.write(
            "content/2566/o6/index.md",
            "+++\ncomponents = [1]\n[[rows]]\ndata = \"procurement\"\nfile = \"ก.xlsx\"\n+++\nก\n",
        );
        let run = site.run(&["check", "--lang", "th"]);
        assert_eq!(run.code, code, "{}", run.stderr);
        assert_eq!(
            run.stderr.contains("[rows-cut]"),
            count > 1000,
            "{}",
            run.stderr
        );
        assert!(
            count == 1000 || run.stderr.contains("1000 จาก 1001 แถว"),
            "{}",
            run.stderr
        );
    }
}
