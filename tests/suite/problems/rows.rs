//! Rows from spreadsheets, as offices keep them.

use super::Case;

const AT: &str = "content/2566/o6/index.md:3:1";
const CONTRACTS: (&str, &str) =
    rows("+++\ncomponents = [1]\n[[rows]]\ndata = \"procurement\"\nfile = \"a.csv\"\n+++\nเนื้อหา\n");
const PROJECTS: (&str, &str) =
    rows("+++\ncomponents = [1]\n[[rows]]\ndata = \"projects\"\nfile = \"a.csv\"\n+++\nเนื้อหา\n");
const PEOPLE: (&str, &str) =
    rows("+++\ncomponents = [1]\n[[rows]]\ndata = \"executives\"\nfile = \"a.csv\"\n+++\nเนื้อหา\n");
const SCORES: (&str, &str) = rows(
    "+++\ncomponents = [1]\n[[rows]]\ndata = \"improvements\"\nfile = \"a.csv\"\n+++\nเนื้อหา\n",
);
const WORKBOOK: (&str, &str) =
    rows("+++\ncomponents = [1]\n[[rows]]\ndata = \"projects\"\nfile = \"a.xlsx\"\n+++\nเนื้อหา\n");
const OF_MONTH: (&str, &str) = rows(
    "+++\ncomponents = [1]\n[[rows]]\ndata = \"procurement\"\nfile = \"a.csv\"\n[[rows]]\ndata = \"procurement\"\nfile = \"b.csv\"\n+++\nเนื้อหา\n",
);

const fn rows(text: &'static str) -> (&'static str, &'static str) {
    ("content/2566/o6/index.md", text)
}

const fn csv(text: &'static str) -> (&'static str, &'static str) {
    ("content/2566/o6/a.csv", text)
}

const fn xlsx(text: &'static str) -> (&'static str, &'static str) {
    ("content/2566/o6/a.xlsx", text)
}

#[rustfmt::skip]
pub(super) const CASES: &[Case] = &[
    // A list without a heading; the wrong list.
    Case { code: "rows-head", at: AT, more: &[], files: &[CONTRACTS, csv("จ้างซ่อมถนน,485000\nซื้อหมึก,9500\n")] },
    Case { code: "rows-head", at: AT, more: &[], files: &[PEOPLE, csv("วัน,เวลา\nจันทร์,เช้า\n")] },
    Case { code: "rows-column-missing", at: AT, more: &[("rows-column-unknown", AT)], files: &[CONTRACTS, csv("สิ่งของ,วงเงิน,ราคากลาง\nหมึก,9500,9500\n")] },
    Case { code: "rows-column-missing", at: AT, more: &[], files: &[PEOPLE, csv("ตำแหน่ง,โทรศัพท์\nนายก,0 0000 0010\n")] },
    Case { code: "rows-column-twice", at: AT, more: &[], files: &[CONTRACTS, csv("งาน,วงเงิน,งบประมาณ\nซื้อหมึก,9500,10000\n")] },
    Case { code: "rows-column-twice", at: AT, more: &[], files: &[PEOPLE, csv("ชื่อ,โทรศัพท์,เบอร์โทร\nก,0 0000 0010,0 0000 0011\n")] },
    Case { code: "rows-column-unknown", at: AT, more: &[], files: &[CONTRACTS, csv("งาน,วงเงิน,ผู้ตรวจรับ\nซื้อหมึก,9500,นาย ก\n")] },
    Case { code: "rows-column-unknown", at: AT, more: &[], files: &[PROJECTS, csv("โครงการ,งบประมาณ,\nถนน,100,ด่วน\n")] },
    Case { code: "rows-empty", at: AT, more: &[("file-empty", "content/2566/o6/a.csv:1:1")], files: &[CONTRACTS, csv("งาน,วงเงิน\n")] },
    Case { code: "rows-empty", at: AT, more: &[], files: &[PROJECTS, csv("ที่,โครงการ,งบประมาณ\n1,,\n2,,\nรวม,,0\n")] },
    Case { code: "rows-cut", at: AT, more: &[], files: &[PROJECTS, csv("1100 lines:โครงการ,งบประมาณ\n")] },
    Case { code: "rows-cut", at: AT, more: &[], files: &[CONTRACTS, csv("1100 lines:งาน,วงเงิน\n")] },
    // A sheet for each month.
    Case { code: "rows-sheets", at: AT, more: &[("rows-head", AT)], files: &[WORKBOOK, xlsx("xlsx:ต.ค.,พ.ย.")] },
    Case { code: "rows-sheets", at: AT, more: &[("rows-head", AT)], files: &[WORKBOOK, xlsx("xlsx:ก,ข,ค")] },
    // A filter that was left on; a column of remarks.
    Case { code: "rows-hidden", at: AT, more: &[], files: &[WORKBOOK, xlsx(
        "cells:<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>โครงการ</t></is></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"inlineStr\"><is><t>ถนน</t></is></c></row>",
    )] },
    Case { code: "rows-hidden", at: AT, more: &[], files: &[WORKBOOK, xlsx(
        "cells:<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>โครงการ</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>บ่อ</t></is></c></row>\
         <row r=\"3\" hidden=\"true\"><c r=\"A3\" t=\"inlineStr\"><is><t>ถนน</t></is></c></row>",
    )] },
    Case { code: "rows-line", at: AT, more: &[], files: &[PROJECTS, csv("ที่,โครงการ,งบประมาณ\nแผนงานเคหะ,,\n1,ถนน,100\n")] },
    Case { code: "rows-line", at: AT, more: &[], files: &[CONTRACTS, csv("ลำดับ,งาน,วงเงิน\n1,ถนน,100\nดูหน้าถัดไป,,\n2,บ่อ,50\n")] },
    Case { code: "rows-total", at: AT, more: &[], files: &[PROJECTS, csv("โครงการ,งบประมาณ\nถนน,100\nบ่อ,50\nรวม,200\n")] },
    Case { code: "rows-total", at: AT, more: &[], files: &[CONTRACTS, csv("งาน,ราคากลาง\nถนน,\"1,000\"\nรวมทั้งสิ้น,\"1,000.50\"\n")] },
    Case { code: "cell-number", at: AT, more: &[], files: &[PROJECTS, csv("โครงการ,งบประมาณ\nถนน,หนึ่งแสน\n")] },
    Case { code: "cell-number", at: AT, more: &[], files: &[CONTRACTS, csv("งาน,วงเงิน\nถนน,\"1,20,000\"\n")] },
    Case { code: "cell-time", at: AT, more: &[], files: &[PROJECTS, csv("โครงการ,เริ่ม\nถนน,เร็ว ๆ นี้\n")] },
    Case { code: "cell-time", at: AT, more: &[], files: &[CONTRACTS, csv("งาน,วันที่ทำสัญญา\nถนน,31/02/2566\n")] },
    Case { code: "cell-time", at: AT, more: &[], files: &[CONTRACTS, csv("งาน,เดือน\nถนน,15 ต.ค. 65\n")] },
    Case { code: "cell-choice", at: AT, more: &[], files: &[PEOPLE, csv("ชื่อ,ฝ่าย\nก,ข้าราชการ\n")] },
    Case { code: "cell-choice", at: AT, more: &[], files: &[SCORES, csv("แบบวัด,ดำเนินการแล้ว\nIIT,กำลังทำ\n")] },
    Case { code: "cell-range", at: AT, more: &[], files: &[SCORES, csv("แบบวัด,คะแนน\nIIT,120\n")] },
    Case { code: "cell-range", at: AT, more: &[], files: &[PROJECTS, csv("โครงการ,ความก้าวหน้า (%)\nถนน,-5\n")] },
    Case { code: "cell-missing", at: AT, more: &[], files: &[CONTRACTS, csv("งาน,วงเงิน,ราคากลาง\n,9500,9500\n")] },
    Case { code: "cell-missing", at: AT, more: &[], files: &[PEOPLE, csv("ชื่อ,ตำแหน่ง,โทรศัพท์\n-,นายก,0 0000 0010\n")] },
    Case { code: "cell-formula", at: AT, more: &[], files: &[WORKBOOK, xlsx(
        "cells:<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>โครงการ</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>งบประมาณ</t></is></c></row>\
         <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>ถนน</t></is></c><c r=\"B2\"><f>1+1</f></c></row>",
    )] },
    Case { code: "cell-formula", at: AT, more: &[], files: &[WORKBOOK, xlsx(
        "cells:<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>โครงการ</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>งบประมาณ</t></is></c></row>\
         <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>ถนน</t></is></c><c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>",
    )] },
    Case { code: "cell-none", at: AT, more: &[], files: &[CONTRACTS, csv("งาน,วงเงิน\nไม่มีการจัดซื้อจัดจ้างในเดือนนี้,9500\n")] },
    Case { code: "cell-none", at: AT, more: &[], files: &[PROJECTS, csv("โครงการ,งบประมาณ\nไม่มีโครงการในรอบนี้,100\n")] },
    Case { code: "cell-doubt", at: AT, more: &[], files: &[CONTRACTS, csv("งาน,เลขที่และวันที่ของสัญญา\nถนน,12/2566\n")] },
    Case { code: "cell-doubt", at: AT, more: &[], files: &[CONTRACTS, csv("งาน,ผู้เสนอราคา,ราคาที่เสนอ\nถนน,\"หจก. ก\nหจก. ข\",\"1,000\"\n")] },
    // A block that was copied, and its file or sheet not changed.
    Case { code: "rows-twice", at: "content/2566/o6/index.md:6:1", more: &[], files: &[
        rows("+++\ncomponents = [1]\n[[rows]]\ndata = \"projects\"\nfile = \"a.csv\"\n[[rows]]\ndata = \"projects\"\nfile = \"./a.csv\"\n+++\nเนื้อหา\n"),
        csv("โครงการ,งบประมาณ\nถนน,1\n"),
    ] },
    Case { code: "rows-twice", at: "content/2566/o6/index.md:7:1", more: &[], files: &[
        rows("+++\ncomponents = [1]\n[[rows]]\ndata = \"risks\"\nfile = \"a.xlsx\"\nsheet = \"ก\"\n[[rows]]\ndata = \"risks\"\nfile = \"a.xlsx\"\nsheet = \"ก\"\n+++\nเนื้อหา\n"),
        xlsx("cells:<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>ความเสี่ยง</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>เรียกรับเงิน</t></is></c></row>"),
    ] },
    // Two files, each with a mistake of its own, and one where two look alike.
    Case { code: "cell-number", at: AT, more: &[("cell-number", "content/2566/o6/index.md:6:1")], files: &[
        OF_MONTH, csv("งาน,วงเงิน\nถนน,ก\n"), ("content/2566/o6/b.csv", "งาน,วงเงิน\nบ่อ,ข\n"),
    ] },
    Case { code: "cell-number", at: AT, more: &[("cell-number", AT)], files: &[CONTRACTS, csv("งาน,วงเงิน\nถนน,ก\nบ่อ,ก\n")] },
    // The file, its sheet, its dataset.
    Case { code: "table-ending", at: "content/2566/o6/index.md:5:8", more: &[], files: &[
        rows("+++\ncomponents = [1]\n[[rows]]\ndata = \"projects\"\nfile = \"a.pdf\"\n+++\nเนื้อหา\n"), ("content/2566/o6/a.pdf", "%PDF"),
    ] },
    Case { code: "table-unreadable", at: "content/2566/o6/index.md:5:8", more: &[], files: &[WORKBOOK, xlsx("ไม่ใช่ Excel")] },
    Case { code: "sheet-not-found", at: "content/2566/o6/index.md:6:9", more: &[], files: &[
        rows("+++\ncomponents = [1]\n[[rows]]\ndata = \"projects\"\nfile = \"a.xlsx\"\nsheet = \"ต.ค.\"\n+++\nเนื้อหา\n"), xlsx("xlsx:ก"),
    ] },
    Case { code: "file-not-found", at: "content/2566/o6/index.md:5:8", more: &[], files: &[PROJECTS] },
    Case { code: "bad-choice", at: "content/2566/o6/index.md:4:8", more: &[], files: &[
        rows("+++\ncomponents = [1]\n[[rows]]\ndata = \"โครงการ\"\nfile = \"a.csv\"\n+++\nเนื้อหา\n"), csv("โครงการ,งบประมาณ\nถนน,1\n"),
    ] },
    Case { code: "missing-key", at: AT, more: &[], files: &[
        rows("+++\ncomponents = [1]\n[[rows]]\nfile = \"a.csv\"\n+++\nเนื้อหา\n"), csv("โครงการ,งบประมาณ\nถนน,1\n"),
    ] },
];
