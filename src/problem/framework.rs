//! A framework file of a site's own that contradicts itself or stands in the wrong place.

use super::language::Language::{English, Thai};
use super::words::suggested;
use crate::model::ItemNumber;

/// What is wrong with a framework file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum FrameworkFault {
    WrongYear {
        found: i64,
        folder: i16,
    },
    Duplicate {
        what: &'static str,
        value: String,
    },
    BadShownBy {
        text: String,
        part: String,
    },
    /// A key in `formerly` that no earlier list has.
    UnknownFormer {
        key: String,
        near: Option<String>,
    },
    Misplaced {
        year: Option<i16>,
    },
    Superseded {
        year: i16,
    },
    /// A list that stands for the one of its year, which is not published yet.
    Provisional {
        year: i16,
    },
    /// Folders of a year stand at the numbers of the list that it was made by.
    Renumbered {
        /// The year that they were carried over from.
        from: i16,
        to: i16,
        /// How many of them.
        folders: usize,
        /// The number of one, and that of its subject.
        example: Option<(ItemNumber, ItemNumber)>,
    },
}

faults! {
    FrameworkFault {
        Error "framework-year": Self::WrongYear { found, folder } =>
            (format!("กรอบตัวชี้วัดระบุปี {found} แต่อยู่ในโฟลเดอร์ของปี {folder}"),
             format!("ถ้ารายการนี้เป็นของปี {folder} แก้เป็น fiscal_year = {folder} ถ้าเป็นของปีอื่น ย้ายไปไว้ในโฟลเดอร์ของปีนั้น")),
            (format!("the framework says year {found} but stands in the folder of {folder}"),
             format!("if this list is that of {folder}, set fiscal_year = {folder}; if not, move it to the folder of its year"));
        Error "framework-duplicate": Self::Duplicate { what, value } =>
            (format!("{what} `{value}` ซ้ำในกรอบเดียวกัน"), "แก้ให้ไม่ซ้ำกันภายในปีเดียวกัน"),
            (format!("{what} `{value}` occurs twice in one framework"), "make it unique within the year");
        Error "list-renumbered": Self::Renumbered { from, to, folders, example } =>
            (format!("{folders} โฟลเดอร์ของปี {to} ยังอยู่ที่เลขข้อของรายการเดิม{}",
                example.map_or_else(String::new, |(was, is)| format!(" เช่น {was} เป็นเรื่องของข้อ {is} แล้ว"))),
             format!("สั่ง oit rollover {from} {to} เพื่อดูว่าอะไรจะย้าย แล้วสั่ง oit rollover {from} {to} --apply ข้อสังเกตเรื่องเลขข้อและองค์ประกอบของปีนี้รอไว้จนกว่าจะย้าย")),
            (format!("{folders} folders of {to} still stand at the numbers of the list before{}",
                example.map_or_else(String::new, |(was, is)| format!("; what lies in {was} is item {is} now"))),
             format!("run oit rollover {from} {to} to see what would move, then oit rollover {from} {to} --apply; findings about numbers of this year wait until then"));
        Error "bad-shown-by": Self::BadShownBy { text, part } =>
            (format!("shown_by `{text}` ไม่ถูกต้องที่ `{part}`"),
             "รูปที่ใช้ได้คือ ชุดข้อมูล(คอลัมน์, คอลัมน์|คอลัมน์) เช่น executives(name, phone|email) หรือ channels(kind=qa, url)"),
            (format!("shown_by `{text}` is wrong at `{part}`"),
             "write dataset(column, column|column), as in executives(name, phone|email) or channels(kind=qa, url)");
        Warning "unknown-former-key": Self::UnknownFormer { key, near } =>
            (format!("ไม่มีเรื่อง `{key}` ในรายการของปีก่อนใดที่โปรแกรมรู้จัก จึงไม่เชื่อมกับปีก่อน"),
             suggested(Thai, near.as_deref(), "ใช้ค่า key ของข้อในปีก่อน ดูได้ใน checklist.json ของปีนั้น หรือลบออก")),
            (format!("no earlier list that is known has the subject `{key}`, so nothing is tied to it"),
             suggested(English, near.as_deref(), "write the key of an item of an earlier year, as its checklist.json has it, or take it out"));
        Warning "misplaced-framework": Self::Misplaced { year } =>
            ("ไฟล์นี้เป็นรายการข้อของปี แต่วางผิดที่ โปรแกรมจึงไม่ได้ใช้",
             format!("ย้ายไปเป็น content/{}/framework.toml", year.map_or_else(|| "ปี".to_owned(), |year| year.to_string()))),
            ("this is the item list of a year, but it stands where it is not looked for, and is not used",
             format!("move it to content/{}/framework.toml", year.map_or_else(|| "YEAR".to_owned(), |year| year.to_string())));
        Warning "framework-superseded": Self::Superseded { year } =>
            (format!("รายการนี้คัดลอกจากปีอื่นไว้ชั่วคราว แต่โปรแกรมมีรายการของปี {year} แล้ว เลขข้อและชื่อข้ออาจไม่ตรงกับของปี"),
             format!("ลบไฟล์นี้ แล้วสั่ง oit rollover จากปีเดิมมา {year} อีกครั้ง โปรแกรมบอกว่าโฟลเดอร์ใดเปลี่ยนเลขข้อ")),
            (format!("this list was copied from another year for the time being, but the program has that of {year} now: numbers and titles may differ"),
             format!("remove this file and run oit rollover from the old year to {year} again: it names the folders whose numbers changed"));
        Advice "framework-provisional": Self::Provisional { year } =>
            (format!("รายการข้อของปี {year} เป็นของชั่วคราว ยังไม่ยืนยันกับประกาศของปี เลขข้อและชื่อข้ออาจเปลี่ยน"),
             "ทำงานไปก่อนได้ เมื่อประกาศแล้ว วางรายการจริงทั้งไฟล์เป็น framework.toml ของปี ตาม docs/new-year.md"),
            (format!("the list of {year} stands for the time being, and numbers and titles may change"),
             "go on with it; when the official list comes, put it as a whole into framework.toml of the year, as docs/new-year.md says");
    }
}
