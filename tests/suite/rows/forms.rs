//! Official forms as offices fill them in: lines of titles, headings of two storeys, numbers of columns, totals, merged
//! cells, rows that belong together, months without purchases.

use rust_xlsxwriter::Format;

use super::Pair;
use super::made::{cells, put_all, workbook};
use crate::harness::SiteTest;

/// สขร.1 of a month, filled in by hand.
const FORM: &str = "
แบบ สขร. 1|||||||||
สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือนตุลาคม 2565|||||||||
เทศบาลตำบลตัวอย่าง|||||||||
ลำดับ⏎ที่|งานที่จัดซื้อหรือจัดจ้าง|วงเงินที่จะซื้อ⏎หรือจ้าง (บาท)|ราคากลาง⏎(บาท)|วิธีซื้อหรือจ้าง|ผู้เสนอราคา||ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง|เหตุผลที่คัดเลือก⏎โดยสรุป|เลขที่และวันที่ของสัญญาหรือข้อตกลงในการซื้อหรือจ้าง
|||||รายชื่อ|ราคาที่เสนอ|||
(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)|(9)|(10)
#1@0|จ้างซ่อมถนน|#1234.56@#,##0|#1200|เฉพาะเจาะจง|หจก. ก|#1200|หจก. ก⏎1,200 บาท|ราคาต่ำสุด|12/2566⏎ลว. 15 ต.ค. 65
|||||บริษัท ข|#1234.5||
|||||||||
๒|ซื้อหมึก|๙,๕๐๐.- บาท|-|เฉพาะเจาะจง|๑. ร้าน ค⏎๒. ร้าน ง|๙,๕๐๐⏎-|ร้าน ค เป็นเงิน ๙,๕๐๐ บาท|มีของ|๑๓/๒๕๖๖ ลงวันที่ ๒๐ ต.ค. ๖๕
#3@0|||||||||
|รวมทั้งสิ้น 2 รายการ|#10734.56|||||||
|||||||||
หมายเหตุ ราคารวมภาษีแล้ว|||||||||
|||ลงชื่อ|......................|||||
|||(นายตัวอย่าง สมมุติ)||||||
|||ตำแหน่ง ผู้อำนวยการกองคลัง||||||
";

const TYPED: &str = r#"
[[data.procurement]]
work = "จ้างซ่อมถนน"
budget = 1234.56
reference_price = 1200
method = "เฉพาะเจาะจง"
bidders = [{ name = "หจก. ก", price = 1200 }, { name = "บริษัท ข", price = 1234.5 }]
winner = "หจก. ก"
price = 1200
reason = "ราคาต่ำสุด"
contract_no = "12/2566"
contract_date = "2565-10-15"
month = "2565-10"
[[data.procurement]]
work = "ซื้อหมึก"
budget = 9500
method = "เฉพาะเจาะจง"
bidders = [{ name = "ร้าน ค", price = 9500 }, { name = "ร้าน ง" }]
winner = "ร้าน ค"
price = 9500
reason = "มีของ"
contract_no = "๑๓/๒๕๖๖"
contract_date = "2565-10-20"
month = "2565-10"
"#;

const MONTH: &str = "date = \"2565-11-05\"\ncomponents = [1]\nperiod = \"2565-10\"";

fn form() -> Vec<u8> {
    workbook(|sheet| {
        let plain = Format::new();
        for row in 0..3 {
            sheet.merge_range(row, 0, row, 9, "", &plain).unwrap();
        }
        for column in [0, 1, 2, 3, 4, 7, 8, 9] {
            sheet.merge_range(3, column, 4, column, "", &plain).unwrap();
        }
        sheet.merge_range(3, 5, 3, 6, "", &plain).unwrap();
        // The second bidder of the first contract stands below the first.
        for column in [0, 1, 2, 3, 4, 7, 8, 9] {
            sheet.merge_range(6, column, 7, column, "", &plain).unwrap();
        }
        sheet.merge_range(13, 0, 13, 9, "", &plain).unwrap();
        put_all(sheet, &cells(FORM), "#,##0.00", "d mmm yyyy");
    })
}

#[test]
fn the_monthly_form_of_procurement() {
    Pair::new("o6", MONTH, "procurement", "สขร1.xlsx", &form(), TYPED).assert_same();
    let site = Pair::new("o6", MONTH, "procurement", "สขร1.xlsx", &form(), TYPED).from_file;
    let told: Vec<_> = site
        .findings()
        .into_iter()
        .filter(|found| found.code.starts_with("cell-") || found.code.starts_with("rows-"))
        .collect();
    assert!(told.is_empty(), "{told:#?}");
}

/// The heading once more on the second page, months and groups as lines of their own, a total of each.
#[test]
fn lines_between_rows_say_the_month() {
    const LINES: &str = "
รายการจัดซื้อจัดจ้าง|วงเงิน|ราคากลาง
เดือนตุลาคม 2565||
จ้างซ่อมถนน|#1000|#900
รวมเดือนตุลาคม|#1000|
รายการจัดซื้อจัดจ้าง|วงเงิน|ราคากลาง
พ.ย. 65||
ซื้อหมึก|#500.5|#400
ซื้อกระดาษ|#99.5|
รวม|#600|
ธันวาคม 2565||
ไม่มีการจัดซื้อจัดจ้างในเดือนนี้||
รวมทั้งสิ้น|#1600|
";
    let bytes = workbook(|sheet| {
        let plain = Format::new();
        for row in [1, 5, 9, 10] {
            sheet.merge_range(row, 0, row, 2, "", &plain).unwrap();
        }
        put_all(sheet, &cells(LINES), "#,##0", "");
    });
    let row = |work: &str, budget: &str, price: &str, month: &str| {
        format!(
            "[[data.procurement]]\nwork = \"{work}\"\nbudget = {budget}\n{price}month = \"{month}\"\n"
        )
    };
    let typed = [
        row("จ้างซ่อมถนน", "1000", "reference_price = 900\n", "2565-10"),
        row("ซื้อหมึก", "500.5", "reference_price = 400\n", "2565-11"),
        row("ซื้อกระดาษ", "99.5", "", "2565-11"),
        "[[data.procurement]]\nmonth = \"2565-12\"\nnone = \"ไม่มีการจัดซื้อจัดจ้างในเดือนนี้\"".to_owned(),
    ];
    let head = "date = \"2566-01-05\"\ncomponents = [1]\nperiod = \"2566-Q1\"";
    let pair = Pair::new("o6", head, "procurement", "ก.xlsx", &bytes, &typed.concat());
    pair.assert_same();
    let told: Vec<_> = pair
        .from_file
        .findings()
        .into_iter()
        .filter(|found| found.code.starts_with("rows-"))
        .collect();
    assert!(told.is_empty(), "{told:#?}");
}

#[test]
fn text_of_a_merged_cell_holds_for_its_rows_and_an_amount_is_counted_once() {
    const LINES: &str = "
โครงการ|งบประมาณ|หน่วยงาน
ขุดลอกคลอง|#300|กองช่าง
ซ่อมถนน||
ปลูกป่า|#80|กองสาธารณสุข
";
    let bytes = workbook(|sheet| {
        let plain = Format::new();
        sheet.merge_range(1, 1, 2, 1, "", &plain).unwrap();
        sheet.merge_range(1, 2, 2, 2, "", &plain).unwrap();
        put_all(sheet, &cells(LINES), "#,##0", "");
    });
    let row = |name: &str, more: &str| format!("[[data.projects]]\nname = \"{name}\"\n{more}\n");
    let typed = [
        row("ขุดลอกคลอง", "budget = 300\nunit = \"กองช่าง\""),
        row("ซ่อมถนน", "unit = \"กองช่าง\""),
        row("ปลูกป่า", "budget = 80\nunit = \"กองสาธารณสุข\""),
    ];
    let pair = Pair::new(
        "o6",
        "components = [1]",
        "projects",
        "ก.xlsx",
        &bytes,
        &typed.concat(),
    );
    pair.assert_same();
    let found = pair.from_file.findings();
    let doubt = found
        .iter()
        .find(|found| found.code == "cell-doubt")
        .unwrap();
    assert!(
        doubt.message.contains("แถว 2 คอลัมน์ B (งบประมาณ)"),
        "{doubt:?}"
    );
}

/// A month of six contracts is one table of front matter, beside one that was typed; the file may be another item's.
#[test]
fn rows_of_files_stand_behind_typed_ones() {
    let site = SiteTest::new();
    site.write("content/2566/o5/ก.xlsx", form());
    site.write("content/2566/o6/index.md", format!(
        "+++\n{MONTH}\n[[data.procurement]]\nwork = \"พิมพ์เอง\"\nbudget = 5\nmonth = \"2565-10\"\n\
         [[rows]]\ndata = \"procurement\"\nfile = \"../o5/ก.xlsx\"\nsheet = \"sheet1\"\n\
         [[rows]]\ndata = \"procurement\"\nfile = \"ข.csv\"\n+++\n"
    ));
    site.write("content/2566/o6/ข.csv", "งาน,วงเงิน\nจากซีเอสวี,7\n");
    site.build();
    let page = site.read("public/2566/o6/index.html");
    let places = ["พิมพ์เอง", "จ้างซ่อมถนน", "ซื้อหมึก", "จากซีเอสวี"]
        .map(|work| page.find(&format!(">{work}<")).expect(work));
    assert!(places.is_sorted(), "{places:?}");
    assert!(page.contains("10,746.56"), "the sum of all rows");
    // Both files are evidence of the document, and published.
    assert_eq!(site.status("o6"), "complete");
    let files = site.item("o6")["documents"][0]["files"]
        .as_array()
        .unwrap()
        .len();
    assert_eq!(files, 2);
}

#[test]
fn a_month_without_purchases_is_a_statement() {
    for lines in [
        "ที่|งาน|วงเงิน|ราคากลาง\n-|ไม่มีการจัดซื้อจัดจ้างในเดือนนี้|-|-",
        "ที่|งาน|วงเงิน|ราคากลาง\n|- ไม่มีการจัดซื้อจัดจ้างในเดือนนี้ -|#0|#0",
    ] {
        let bytes = workbook(|sheet| put_all(sheet, &cells(lines), "", ""));
        let head = "date = \"2565-11-05\"\nperiod = \"2565-10\"";
        let typed = "[[data.procurement]]\nnone = \"ไม่มีการจัดซื้อจัดจ้างในเดือนนี้\"";
        Pair::new("o21", head, "procurement", "ก.xlsx", &bytes, typed).assert_same();
    }
}
