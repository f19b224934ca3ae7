//! The sentences of [`TypedFault`] in Thai.

use crate::problem::{TypedFault, TypedSlip};

/// What is wrong.
pub(super) fn message(fault: &TypedFault) -> String {
    match &fault.slip {
        TypedSlip::Command { written, .. } => format!("ไม่มีคำสั่ง `{written}`"),
        TypedSlip::Option { written, .. } => {
            format!("`{}` ไม่มีตัวเลือก `{written}`", fault.command)
        }
        TypedSlip::TooMuch { written } => {
            format!("`{written}` เกินมา `{}` ไม่รับคำนี้", fault.command)
        }
        TypedSlip::Missing { names } => {
            format!("`{}` ยังขาด {}", fault.command, names.join(" "))
        }
        TypedSlip::NoValue { option } => format!("`{option}` ต้องมีค่าตามหลัง"),
        TypedSlip::Value {
            option, written, ..
        } => format!("`{option}` ไม่รับค่า `{written}`"),
        TypedSlip::Other { words } => format!("คำสั่งที่พิมพ์ใช้ไม่ได้ ({words})"),
    }
}

/// What to do, or type.
pub(super) fn help(fault: &TypedFault) -> String {
    let all = format!("ดูวิธีใช้ด้วย {} --help", fault.command);
    match &fault.slip {
        TypedSlip::Command {
            meant: Some(meant), ..
        } => format!("หมายถึง oit {meant} หรือไม่ ถ้าไม่ใช่ {all}"),
        TypedSlip::Option {
            meant: Some(meant), ..
        } => format!("หมายถึง {meant} หรือไม่ ถ้าไม่ใช่ {all}"),
        TypedSlip::Value { possible, .. } if !possible.is_empty() => {
            format!("ใช้ได้: {}", possible.join(", "))
        }
        TypedSlip::TooMuch { .. } => {
            format!("ชื่อที่มีช่องว่างอยู่ในเครื่องหมาย \"…\" ถ้าไม่ใช่ชื่อ {all}")
        }
        _ => all,
    }
}
