//! Statements that there is none: where they are no answer, and what they contradict.

use crate::model::DatasetKind;

/// What is wrong with a statement that there is none.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum NoneFault {
    /// The item's form does not take it for an answer.
    NotAsked,
    /// Its row fills in a column, too.
    BesideColumn { key: String },
    /// Its document has something all the same.
    BesideRows { kind: DatasetKind, rows: usize },
    /// The month that it speaks of has something: this row of this file.
    BesideMonth { file: String, number: usize },
}

faults! {
    NoneFault {
        Warning "none-not-asked": Self::NotAsked =>
            ("แบบของข้อนี้ไม่ได้ให้เผยแพร่ว่าไม่มี ข้อความใน none จึงแสดงไว้แต่ไม่นับเป็นหลักฐาน",
             "เผยแพร่ข้อมูลที่ข้อนี้ขอ หรือลบบรรทัด none แล้วเขียนเหตุผลไว้ในเนื้อหา"),
            ("this item does not take \"there is none\" for an answer: what none says is shown, and is no evidence",
             "publish what the item asks for, or remove the line none and give the reason in the text");
        Warning "none-beside-data":
        Self::BesideColumn { key } =>
            (format!("แถวนี้บอกว่าไม่มี แต่กรอก {key} ไว้ด้วย จึงนับเป็นแถวข้อมูล และไม่แสดงข้อความใน none"),
             format!("ถ้าไม่มีจริง ลบ {key} และช่องอื่นของแถว ถ้ามี ลบบรรทัด none")),
            (format!("this row says that there is none, but fills in {key}: it counts as a row of data, and what none says is not shown"),
             format!("if there is none, remove {key} and the other columns of the row; else remove the line none")),
        Self::BesideRows { kind, rows } =>
            (format!("เอกสารนี้บอกว่าไม่มี แต่มีข้อมูลในตาราง {} จำนวน {rows} แถว", kind.name()),
             "ถ้ามีรายการจริง ลบบรรทัด none ถ้าไม่มีเฉพาะบางเดือน ย้าย none ไปไว้ในแถวของเดือนนั้น"),
            (format!("this document says that there is none, but {} of it has rows: {rows}", kind.name()),
             "if there is something, remove the line none; where there was none in some months only, put none into a row of each"),
        Self::BesideMonth { file, number } =>
            (format!("แถวนี้บอกว่าไม่มีในเดือนนั้น แต่แถวที่ {number} ของ {file} เป็นรายการของเดือนเดียวกัน"),
             "ถ้ามีรายการจริง ลบแถวที่มี none ถ้าเดือนพิมพ์ผิด แก้ month ของแถวใดแถวหนึ่ง"),
            (format!("this row says that there was none in its month, of which row {number} of {file} has something"),
             "delete the row with none, or correct the month of one of them");
    }
}
