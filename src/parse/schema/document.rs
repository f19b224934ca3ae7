//! The schema of a document: the front matter of a `.md` file, or a whole `.toml` file.

use serde_json::{Value, json};

use super::dataset::datasets;
use super::{
    address, choice, date, file, list, loose_text, pattern, period, table, text, truth, whole,
};
use crate::problem::codes;

/// The last number a component can have, as far as an editor is concerned.
const MOST_COMPONENTS: i64 = 99;

const ITEM: &str = "^[oO][0๐]*[1-9๑-๙][0-9๐-๙]*$";

/// JSON Schema of a document. `title` and `date` are not required, since `index` may do without.
pub fn document() -> Value {
    let mut keys = about();
    keys.extend(evidence());
    file("เอกสารของข้อ · oit", keys, &[])
}

/// What a document says of itself.
fn about() -> Vec<super::Key> {
    vec![
        (
            "title",
            text(),
            "ชื่อเอกสาร ต้องมี ยกเว้น index ซึ่งใช้ชื่อข้อแทน",
            "The document's title. Required except in index.",
        ),
        (
            "date",
            date(),
            "วันที่เผยแพร่ พ.ศ. หรือ ค.ศ. เช่น \"2566-01-31\" ต้องมี ยกเว้น index",
            "Day of publication, in either era. Required except in index.",
        ),
        (
            "updated",
            date(),
            "วันที่ปรับปรุงล่าสุด",
            "Day of the last revision.",
        ),
        (
            "draft",
            truth(),
            "true: ฉบับร่าง ไม่เผยแพร่ ไม่นับ",
            "true: not published, not counted.",
        ),
        (
            "unit",
            json!({ "anyOf": [loose_text(), list(&loose_text())] }),
            "ผู้รับผิดชอบ: รหัสจาก [units] ใน site.toml หนึ่งรหัสหรือรายการรหัส",
            "Responsible units: one id of [units] in site.toml, or a list.",
        ),
        (
            "period",
            period(),
            "ช่วงเวลาที่หลักฐานครอบคลุม พ.ศ.: \"2566\" \"2566-H1\" \"2566-Q3\" \"2566-01\" หรือ \"2566..2570\"",
            "The window that the evidence covers, Buddhist era.",
        ),
        (
            "components",
            components(),
            "เลของค์ประกอบของข้อที่เอกสารนี้แสดงแล้ว เช่น [1, 2]",
            "Which required components of the item this document shows.",
        ),
        (
            "also",
            list(&json!({ "anyOf": [pattern(ITEM), also()] })),
            "ข้ออื่นในปีเดียวกันที่เอกสารนี้เป็นหลักฐานด้วย เช่น [\"o13\", { item = \"o24\", components = [1] }]",
            "Further items of the same year that this document is evidence for.",
        ),
        (
            "summary",
            loose_text(),
            "หนึ่งหรือสองประโยค ใช้ในรายการและผลการค้นหา",
            "One or two sentences for lists and search.",
        ),
    ]
}

/// What a document shows.
fn evidence() -> Vec<super::Key> {
    vec![
        (
            "files",
            list(&files()),
            "ไฟล์หลักฐานของเอกสาร ตามลำดับ",
            "Evidence files of this document, in order.",
        ),
        (
            "links",
            list(&links()),
            "ลิงก์ที่เป็นหลักฐาน",
            "Links that are evidence.",
        ),
        (
            "table",
            list(&tables()),
            "ไฟล์ CSV หรือ XLSX ที่แสดงเป็นตารางบนหน้า",
            "CSV or XLSX files that are shown as tables.",
        ),
        (
            "data",
            datasets(),
            "ชุดข้อมูล: หนึ่ง [[data.ชื่อ]] คือหนึ่งแถว",
            "Datasets: one [[data.kind]] per row.",
        ),
        (
            "allow",
            list(&allow()),
            "ข้อสังเกตที่ยอมรับ พร้อมเหตุผล (เฉพาะคำเตือนและคำแนะนำ)",
            "Findings accepted on purpose, with the reason; never errors.",
        ),
    ]
}

fn components() -> Value {
    list(&whole(1, MOST_COMPONENTS))
}

fn also() -> Value {
    let keys = vec![
        ("item", pattern(ITEM), "ข้อ เช่น \"o24\"", "The item."),
        (
            "components",
            components(),
            "องค์ประกอบของข้อนั้นที่เอกสารนี้แสดง",
            "Which of its components this document shows.",
        ),
    ];
    table(keys, &["item"])
}

fn files() -> Value {
    let keys = vec![
        (
            "path",
            text(),
            "ไฟล์ข้างเอกสาร",
            "A file beside the document.",
        ),
        ("title", loose_text(), "ชื่อที่แสดง", "What to call it."),
    ];
    table(keys, &["path"])
}

fn links() -> Value {
    let keys = vec![
        (
            "url",
            address(),
            "ที่อยู่ ไฟล์ หรือข้อ เช่น https://… plan.pdf o12",
            "An address, a file or an item.",
        ),
        ("title", loose_text(), "ชื่อที่แสดง", "What to call it."),
    ];
    table(keys, &["url"])
}

fn tables() -> Value {
    let keys = vec![
        (
            "file",
            text(),
            "ไฟล์ .csv หรือ .xlsx ข้างเอกสาร",
            "A .csv or .xlsx file.",
        ),
        (
            "sheet",
            loose_text(),
            "แผ่นงานของ .xlsx ไม่ใส่: แผ่นแรกที่มีข้อมูล",
            "Which sheet of an .xlsx file; else the first that holds anything.",
        ),
        ("caption", text(), "ตารางนี้แสดงอะไร", "What the table shows."),
    ];
    table(keys, &["file", "caption"])
}

fn allow() -> Value {
    let all: Vec<(&str, &str)> = codes().iter().map(|code| (*code, *code)).collect();
    let mut code = choice(&all);
    if let Some(code) = code.as_object_mut() {
        code.remove("x-taplo");
    }
    let keys = vec![
        (
            "code",
            code,
            "รหัสของข้อสังเกต ดูคู่มือ diagnostics.md",
            "The finding's code, see diagnostics.md.",
        ),
        ("reason", text(), "เหตุผลที่ยอมรับ", "Why it is accepted."),
        (
            "file",
            text(),
            "เฉพาะข้อสังเกตที่ชี้ไฟล์นี้",
            "Only findings that point at this file.",
        ),
    ];
    table(keys, &["code", "reason"])
}
