//! The sentences of [`PersonalFault`] in Thai.

use crate::problem::PersonalFault;
use crate::thai::personal::Personal;

/// What is wrong.
pub(super) fn message(fault: &PersonalFault) -> String {
    match fault {
        PersonalFault::Found(found) | PersonalFault::InFile(found) => match found {
            Personal::CitizenNumber { masked } => format!("พบเลขประจำตัวประชาชน {masked}"),
            Personal::List { rows } => {
                format!("พบรายชื่อบุคคลพร้อมหมายเลขโทรศัพท์หรือเลขบัญชี {rows} แถว")
            }
        },
        PersonalFault::InFileName(Personal::CitizenNumber { masked }) => {
            format!("ชื่อไฟล์หรือโฟลเดอร์ในโฟลเดอร์นี้มีเลขประจำตัวประชาชน {masked}")
        }
        PersonalFault::InFileName(Personal::List { .. }) => "ชื่อไฟล์ในโฟลเดอร์นี้มีรายชื่อบุคคล".to_owned(),
    }
}

/// What to do, or type.
pub(super) fn help(fault: &PersonalFault) -> String {
    match fault {
        PersonalFault::Found(Personal::CitizenNumber { .. }) => "ลบเลขออกจากไฟล์ หรือปิดบางหลัก เช่น \
             x-xxxx-xxxxx-12-1 หากมีอำนาจเปิดเผย ใส่ในส่วนหัว allow = [{ code = \"citizen-number\", reason = \"เหตุผล\" }]"
            .to_owned(),
        PersonalFault::Found(Personal::List { .. }) => "เหลือไว้แต่ชื่อ ลบหมายเลขโทรศัพท์และเลขบัญชีออก \
             หากมีอำนาจเปิดเผย ใส่ในส่วนหัว allow = [{ code = \"personal-list\", reason = \"เหตุผล\" }]"
            .to_owned(),
        PersonalFault::InFile(_) => format!(
            "ลบออกจากต้นฉบับแล้วบันทึกไฟล์ใหม่ แถบดำทับหรือซ่อนคอลัมน์ไม่ได้ลบข้อมูล หากมีอำนาจเปิดเผย ใส่ในเอกสารของข้อ allow = [{{ code = \"{}\", reason = \"เหตุผล\", file = \"ชื่อไฟล์\" }}]",
            fault.code()
        ),
        PersonalFault::InFileName(_) => {
            "เปลี่ยนชื่อให้ไม่มีเลขประจำตัว แล้วแก้ชื่อในเอกสารที่อ้างถึงด้วย".to_owned()
        }
    }
}
