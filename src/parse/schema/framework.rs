//! The schema of `framework.toml`.

use serde_json::{Value, json};

use super::{choice, file, list, loose_text, number, pattern, table, text, truth, whole, year};
use crate::model::{Calendar, DatasetKind, Rule};
use crate::parse::framework::LAST_NUMBER;

/// JSON Schema of a year's indicator tree.
pub fn framework() -> Value {
    let keys = vec![
        (
            "fiscal_year",
            year(),
            "ปี พ.ศ. ตรงกับชื่อโฟลเดอร์",
            "The Buddhist-era year, as the folder's name says.",
        ),
        (
            "source",
            text(),
            "ที่มาของรายการ แสดงที่หน้าของปี",
            "Where this list is written down; shown on the year's page.",
        ),
        (
            "level",
            list(&level()),
            "ระดับผลการประเมิน จากสูงไปต่ำ",
            "The scale of the year, highest first.",
        ),
        ("indicator", indicators(), "ตัวชี้วัด", "Indicators."),
    ];
    file("framework.toml · oit", keys, &["indicator"])
}

fn level() -> Value {
    let keys = vec![
        ("name", text(), "ชื่อระดับ", "Its name."),
        ("min", number(), "คะแนนรวมขั้นต่ำ", "The least total score."),
        (
            "each",
            number(),
            "คะแนนขั้นต่ำของทุกแบบวัด ถ้ากำหนด",
            "The least score of every instrument, where asked for.",
        ),
    ];
    table(keys, &["name"])
}

fn indicators() -> Value {
    let keys = vec![
        ("code", text(), "รหัส เช่น \"9\" ไม่ซ้ำ", "Its code, unique."),
        ("title", text(), "ชื่อตัวชี้วัด", "Its title."),
        ("sub", list(&sub_indicator()), "ตัวชี้วัดย่อย", "Sub-indicators."),
    ];
    let mut indicators = list(&table(keys, &["code", "title"]));
    indicators["minItems"] = json!(1);
    indicators
}

fn sub_indicator() -> Value {
    let keys = vec![
        ("code", text(), "รหัส เช่น \"9.1\" ไม่ซ้ำ", "Its code, unique."),
        ("title", text(), "ชื่อตัวชี้วัดย่อย", "Its title."),
        ("item", list(&item()), "ข้อ", "Items."),
    ];
    table(keys, &["code", "title"])
}

fn item() -> Value {
    let keys = vec![
        (
            "number",
            whole(1, LAST_NUMBER.into()),
            "เลขข้อ ไม่ซ้ำ",
            "The item's number, unique.",
        ),
        (
            "key",
            text(),
            "ชื่อเรื่องที่คงเดิมทุกปีแม้เลขข้อเปลี่ยน ไม่ซ้ำ",
            "The subject, the same in every year whatever the number; unique.",
        ),
        (
            "formerly",
            list(&loose_text()),
            "key ของปีอื่นที่รวมเข้ามาในข้อนี้",
            "Keys of other years that were merged into this item.",
        ),
        (
            "group",
            loose_text(),
            "หัวเรื่องย่อย",
            "The heading it stands under.",
        ),
        ("title", text(), "ชื่อข้อ", "Its title."),
        (
            "rule",
            rule(),
            "กติกาของช่วงเวลา",
            "Which time its documents must speak of.",
        ),
        (
            "calendar",
            calendar(),
            "ปีงบประมาณเท่านั้น หรือปีปฏิทินก็ได้",
            "The fiscal year only, or the calendar year as well.",
        ),
        (
            "monthly",
            truth(),
            "ข้อนี้ขอข้อมูลทุกเดือน",
            "It asks for every month by itself.",
        ),
        (
            "components",
            list(&component()),
            "องค์ประกอบด้านข้อมูลที่ต้องแสดง",
            "Required components.",
        ),
    ];
    table(keys, &["number", "key", "title"])
}

fn rule() -> Value {
    let meaning = |rule| match rule {
        Rule::Any => "ไม่กำหนดเวลา · any time",
        Rule::Current => "ข้อมูลของปีนั้น · something of the year",
        Rule::FirstHalf => "หกเดือนแรก ต.ค.–มี.ค. · October to March",
        Rule::Previous => "ทั้งปีก่อน · the year before",
        Rule::Spans => "แผนที่คลุมทั้งปี · a plan that covers the year",
    };
    choice(&Rule::NAMES.map(|(name, rule)| (name, meaning(rule))))
}

fn calendar() -> Value {
    let meaning = |calendar| match calendar {
        Calendar::Fiscal => "ปีงบประมาณ · the fiscal year",
        Calendar::Either => "ปีงบประมาณหรือปีปฏิทิน · the fiscal or the calendar year",
    };
    choice(&Calendar::NAMES.map(|(name, calendar)| (name, meaning(calendar))))
}

fn component() -> Value {
    let keys = vec![
        (
            "text",
            text(),
            "ข้อความขององค์ประกอบ",
            "As the assessment words it.",
        ),
        (
            "shown_by",
            shown_by(),
            "ชุดข้อมูลที่แสดงองค์ประกอบนี้ เช่น executives(name, phone|email) หรือ channels(kind=qa, url)",
            "The dataset that shows it when it is filled in.",
        ),
        (
            "optional",
            truth(),
            "(ถ้ามี): ไม่ทำให้ข้อไม่ครบ",
            "Never stands in the way of completeness.",
        ),
    ];
    table(keys, &["text"])
}

/// `kind(column, column|column, column=value)`, with the columns of each kind.
fn shown_by() -> Value {
    let kinds = DatasetKind::ALL.map(|kind| {
        let columns: Vec<&str> = kind.columns().iter().map(|column| column.name).collect();
        let column = match kind {
            DatasetKind::Statistics => "[^\\s,|=()]+".to_owned(),
            _ => format!("({})", columns.join("|")),
        };
        let part = format!(r"\s*{column}(\s*\|\s*{column})*\s*(=[^,()]*)?");
        format!(r"{}\s*\({part}(,{part})*\)", kind.name())
    });
    pattern(&format!(r"^\s*({})\s*$", kinds.join("|")))
}
