//! The sentences of [`DriftFault`] in Thai.

use super::reason::reason_message;
use crate::model::Reason;
use crate::problem::{DriftFault, first_of, item_runs};

/// What is wrong.
pub(super) fn message(fault: &DriftFault) -> String {
    match fault {
        DriftFault::Item { year, item, why } => {
            let why = match why {
                Some(why) => reason_message(why),
                None => "ไม่มีข้อนี้ในปีนี้แล้ว".to_owned(),
            };
            format!(
                "ข้อ {} ปี {year} เผยแพร่อยู่ แต่ถ้าสร้างครั้งนี้จะกลายเป็นยังไม่เผยแพร่: {why}",
                item.label()
            )
        }
        DriftFault::Items { year, items } => format!(
            "ปี {year} มี {} ข้อที่เผยแพร่อยู่ แต่ถ้าสร้างครั้งนี้จะกลายเป็นยังไม่เผยแพร่: {}",
            items.len(),
            item_runs(items)
        ),
        DriftFault::Addresses { year, addresses } => {
            let (shown, more) = first_of(addresses);
            let more = match more {
                0 => String::new(),
                more => format!(" และอีก {more} ที่อยู่"),
            };
            format!(
                "ที่อยู่ของปี {year} ที่เผยแพร่แล้ว {} แห่งจะเปิดไม่ได้อีก: {shown}{more}",
                addresses.len()
            )
        }
    }
}

/// What to do, or type.
pub(super) fn help(fault: &DriftFault) -> String {
    let mend = match fault {
        DriftFault::Item {
            why: Some(Reason::OnlyFuture(_)),
            ..
        } => "ตรวจวันที่ของเครื่องคอมพิวเตอร์ ค่า --as-of และ date ของเอกสาร",
        DriftFault::Item {
            why: Some(Reason::OnlyDraft),
            ..
        } => "ลบบรรทัด draft = true ของเอกสาร",
        DriftFault::Item { .. } => "นำเอกสารของข้อนี้กลับมาไว้ที่เดิม",
        DriftFault::Items { .. } => "ตรวจว่าโฟลเดอร์ของปีนี้อยู่ครบ และวันที่ของเครื่องคอมพิวเตอร์ถูกต้อง",
        DriftFault::Addresses { .. } => "นำไฟล์หรือเอกสารกลับมา และใช้ชื่อเดิม",
    };
    format!("{mend} ถ้าตั้งใจถอนออก พิมพ์ oit build --allow-withdraw")
}
