//! The keys of `[[form]]` in a framework file: a table that is asked for in columns of its own.
//!
//! Apart from the keys of items, which only name a form.

use super::key::ValueType::{OneOf, Tables, Text};
use super::key::{Keys, key};
use super::provenance::{CONFIDENCE, SOURCE};
use crate::model::{DatasetKind, FormValue};

#[rustfmt::skip]
pub(super) const FORM: Keys = Keys::Listed(&[
    key("name", Text, "ชื่อที่ข้อใช้อ้าง และชื่อไฟล์ อักษรอังกฤษ", "How items name it, and the name of its files.").required().reference(),
    key("title", Text, "ชื่อของแบบ", "What it is called.").required(),
    key("dataset", OneOf(datasets), "ชุดข้อมูลที่เป็นแถวของแบบ", "The dataset that its rows are.").required().reference(),
    SOURCE,
    CONFIDENCE,
    key("columns", Tables(FORM_COLUMN), "คอลัมน์ตามลำดับ", "Its columns, in order.").required(),
]);

#[rustfmt::skip]
const FORM_COLUMN: Keys = Keys::Listed(&[
    key("title", Text, "หัวคอลัมน์ตามแบบ", "Its heading, word for word.").required(),
    key("value", OneOf(values),
        "row ลำดับที่, year ปีงบประมาณของแถว, agency.name … จาก site.toml หรือชื่อคอลัมน์ของชุดข้อมูล",
        "row, year, agency.name …, or a column of the dataset.").required().reference(),
]);

fn datasets() -> Vec<(&'static str, &'static str)> {
    Vec::from(DatasetKind::ALL.map(|kind| (kind.name(), kind.title())))
}

fn values() -> Vec<(&'static str, &'static str)> {
    let mut values: Vec<(&str, &str)> = FormValue::STATED.to_vec();
    let columns = DatasetKind::ALL.into_iter().flat_map(DatasetKind::columns);
    for column in columns {
        if !values.iter().any(|(name, _)| *name == column.name) {
            values.push((column.name, column.title));
        }
    }
    values
}
