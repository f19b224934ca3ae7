//! Why an item is not complete, as pages say it to visitors: what is not there, never what to type.

use super::coverage::reason_message;
use super::language::Language::Thai;
use super::words::periods;
use crate::model::{Reason, Rule};

/// The sentence for visitors. Drafts, future days and empty documents are the agency's own affair: to others the item
/// is not published.
pub fn public_reason(reason: &Reason) -> String {
    match reason {
        Reason::NoDocument | Reason::OnlyDraft | Reason::OnlyFuture(_) | Reason::OnlyStub => {
            "ยังไม่มีเอกสารที่เผยแพร่ในข้อนี้".to_owned()
        }
        Reason::PeriodMissing {
            component, window, ..
        } => {
            let of = component.map(|number| format!("ขององค์ประกอบที่ {number} "));
            let of = of.unwrap_or_default();
            format!("ยังยืนยันไม่ได้ว่าข้อมูล{of}ครอบคลุม{}", window.thai())
        }
        Reason::PeriodNotCovered {
            component,
            gaps,
            rule: Rule::FirstHalf | Rule::Previous,
            ..
        } if !gaps.is_empty() => {
            let of = component.map(|number| format!("องค์ประกอบที่ {number} "));
            let of = of.unwrap_or_default();
            format!("{of}ยังขาดข้อมูลของ{}", periods(Thai, gaps))
        }
        Reason::ComponentNotShown { .. } | Reason::PeriodNotCovered { .. } => {
            reason_message(reason)
        }
    }
}
