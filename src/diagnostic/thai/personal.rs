//! The sentences of [`PersonalFault`] in Thai.

use crate::diagnostic::PersonalFault;
use crate::model::Personal;

/// What is wrong.
pub(super) fn message(fault: &PersonalFault) -> String {
    match fault {
        PersonalFault::Found(Personal::CitizenNumber { masked }) => {
            format!("มีเลขประจำตัวประชาชน {masked} ซึ่งต้องไม่เผยแพร่")
        }
    }
}

/// What to do, or type.
pub(super) fn help(fault: &PersonalFault) -> String {
    match fault {
        PersonalFault::Found(_) => {
            "ลบเลขออกจากต้นฉบับแล้วบันทึกไฟล์ใหม่ การคาดแถบดำทับหรือซ่อนคอลัมน์ไม่ลบเลข".to_owned()
        }
    }
}
