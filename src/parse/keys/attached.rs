//! The keys of what a document attaches: files, links, and the spreadsheets that it shows or takes rows from.
//!
//! Apart because they are told as evidence is, and stand below headings of their own.

use super::key::ValueType::{OneOf, Text};
use super::key::{Key, Keys, LOOSE_TEXT, key};
use crate::model::DatasetKind;

const CALLED: Key =
    key("title", LOOSE_TEXT, "ชื่อที่แสดง", "What to call it.").called(&["name", "text", "ชื่อ"]);

#[rustfmt::skip]
pub(super) const FILE: Keys = Keys::Listed(&[
    key("path", Text, "ไฟล์ข้างเอกสาร", "A file beside the document.").required().reference().called(&["file", "filename", "ไฟล์"]),
    CALLED,
]);

#[rustfmt::skip]
pub(super) const LINK: Keys = Keys::Listed(&[
    key("url", Text,
        "ที่อยู่ ไฟล์ หรือข้อ เช่น https://… plan.pdf o12",
        "An address, a file or an item.").required().reference().called(&["link", "href", "address", "ลิงก์"]),
    CALLED,
]);

#[rustfmt::skip]
pub(super) const TABLE_FILE: Keys = Keys::Listed(&[
    key("file", Text,
        "ไฟล์ .csv หรือ .xlsx ข้างเอกสาร", "A .csv or .xlsx file.").required().reference().called(&["path", "ไฟล์"]),
    key("sheet", LOOSE_TEXT,
        "แผ่นงานของ .xlsx ไม่ใส่: แผ่นแรกที่มีข้อมูล",
        "Which sheet of an .xlsx file; else the first that holds anything.").reference(),
    key("caption", Text, "ตารางนี้แสดงอะไร", "What the table shows.").required()
        .called(&["title", "name", "ชื่อ", "ชื่อตาราง", "คำบรรยาย"]),
]);

#[rustfmt::skip]
pub(super) const ROWS_FILE: Keys = Keys::Listed(&[
    key("data", OneOf(datasets),
        "ชุดข้อมูลที่แถวในไฟล์เป็นของชุดนั้น เช่น procurement",
        "The dataset that the rows belong to.").required().reference(),
    key("file", Text,
        "ไฟล์ .csv หรือ .xlsx ข้างเอกสาร หัวตารางเป็นชื่อคอลัมน์ภาษาไทยของชุดข้อมูล",
        "A .csv or .xlsx file whose headings are the Thai titles of the columns.").required().reference().called(&["path", "ไฟล์"]),
    key("sheet", LOOSE_TEXT,
        "แผ่นงานของ .xlsx ไม่ใส่: แผ่นแรกที่มีข้อมูล",
        "Which sheet of an .xlsx file; else the first that holds anything.").reference(),
]);

fn datasets() -> Vec<(&'static str, &'static str)> {
    Vec::from(DatasetKind::ALL.map(|kind| (kind.name(), kind.title())))
}
