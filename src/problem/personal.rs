//! Personal data that must not be published by accident.

use super::language::Language::{self, English, Thai};
use super::words::Both;
use crate::thai::personal::Personal;

/// Personal data that must not be published by accident. Errors, but who has the right to publish
/// them may say so with `allow`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PersonalFault {
    /// In a text.
    Found(Personal),
    /// In an evidence file.
    InFile(Personal),
    /// In the name of a file; told at its folder, because a path would tell the data.
    InFileName(Personal),
}

faults! {
    PersonalFault {
        Error "citizen-number":
        Self::Found(Personal::CitizenNumber { masked }) =>
            (format!("พบเลขประจำตัวประชาชน {masked}"),
             "ลบเลขออกจากไฟล์ หรือปิดบางหลัก เช่น x-xxxx-xxxxx-12-1 หากมีอำนาจเปิดเผย ใส่ในส่วนหัว allow = [{ code = \"citizen-number\", reason = \"เหตุผล\" }]"),
            (format!("a citizen number: {masked}"),
             "delete it or hide most of it, such as x-xxxx-xxxxx-12-1; who may lawfully publish it writes allow = [{ code = \"citizen-number\", reason = \"…\" }] in the front matter"),
        Self::InFile(Personal::CitizenNumber { masked }) =>
            (format!("พบเลขประจำตัวประชาชน {masked}"), in_file(Thai, "citizen-number")),
            (format!("a citizen number: {masked}"), in_file(English, "citizen-number")),
        Self::InFileName(Personal::CitizenNumber { masked }) =>
            (format!("ชื่อไฟล์หรือโฟลเดอร์ในโฟลเดอร์นี้มีเลขประจำตัวประชาชน {masked}"), RENAME.thai),
            (format!("the name of a file or folder in this folder has a citizen number: {masked}"), RENAME.english);
        Error "personal-list":
        Self::Found(Personal::List { rows }) =>
            (format!("พบรายชื่อบุคคลพร้อมหมายเลขโทรศัพท์หรือเลขบัญชี {rows} แถว"),
             "เหลือไว้แต่ชื่อ ลบหมายเลขโทรศัพท์และเลขบัญชีออก หากมีอำนาจเปิดเผย ใส่ในส่วนหัว allow = [{ code = \"personal-list\", reason = \"เหตุผล\" }]"),
            (format!("a list of persons with telephone or account numbers, {rows} rows"),
             "keep the names only and delete the telephone and account numbers; who may lawfully publish them writes allow = [{ code = \"personal-list\", reason = \"…\" }]"),
        Self::InFile(Personal::List { rows }) =>
            (format!("พบรายชื่อบุคคลพร้อมหมายเลขโทรศัพท์หรือเลขบัญชี {rows} แถว"), in_file(Thai, "personal-list")),
            (format!("a list of persons with telephone or account numbers, {rows} rows"), in_file(English, "personal-list")),
        Self::InFileName(Personal::List { .. }) =>
            ("ชื่อไฟล์ในโฟลเดอร์นี้มีรายชื่อบุคคล", RENAME.thai),
            ("the name of a file in this folder has a list of persons", RENAME.english);
    }
}

const RENAME: Both = Both {
    thai: "เปลี่ยนชื่อให้ไม่มีเลขประจำตัว แล้วแก้ชื่อในเอกสารที่อ้างถึงด้วย",
    english: "rename the file, also where a document names it",
};

fn in_file(language: Language, code: &str) -> String {
    language.choose(
        format!("ลบออกจากต้นฉบับแล้วบันทึกไฟล์ใหม่ แถบดำทับหรือซ่อนคอลัมน์ไม่ได้ลบข้อมูล หากมีอำนาจเปิดเผย ใส่ในเอกสารของข้อ allow = [{{ code = \"{code}\", reason = \"เหตุผล\", file = \"ชื่อไฟล์\" }}]"),
        format!("delete it from the original and save the file anew: a black bar or a hidden column deletes nothing; who may lawfully publish it writes in a document of the item allow = [{{ code = \"{code}\", reason = \"…\", file = \"name\" }}]"),
    )
}
