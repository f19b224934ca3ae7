//! What a text of a sheet is when it is no value of a row: a remark at the foot, a statement that there is none.
//!
//! In: a text. Out: whether it is that.

use super::heading::plain;
use super::wordings::{FEET, NOTHING};

/// Whether a cell stands for nothing.
pub(super) fn is_nothing(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || NOTHING.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether a line at the foot of a table begins so: หมายเหตุ, ลงชื่อ.
pub(super) fn is_foot(text: &str) -> bool {
    let text = text.trim_start();
    let is_signature = text.starts_with('(') && text.ends_with(')') || text.starts_with("...");
    is_signature || FEET.iter().any(|word| text.starts_with(word))
}

/// Letters of the shortest statement that there is none of something.
const SHORTEST: usize = 9;

/// Whether a text states that there is none of something: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้.
pub(super) fn states_none(text: &str) -> bool {
    let text = plain(text);
    let begins = ["ไม่มี", "ไม่ได้", "ไม่ปรากฏ"];
    begins.iter().any(|word| text.starts_with(word)) && text.chars().count() >= SHORTEST
}

#[cfg(test)]
mod tests {
    use super::{is_foot, is_nothing, states_none};

    #[test]
    fn feet_nothing_and_none() {
        assert!(
            is_foot("หมายเหตุ: ราคารวมภาษี") && is_foot("(นายตัวอย่าง สมมุติ)") && !is_foot("จ้างเหมา")
        );
        assert!(is_nothing(" - ") && is_nothing("ไม่มี") && is_nothing("") && !is_nothing("0"));
        assert!(states_none("ไม่มีการจัดซื้อจัดจ้างในเดือนนี้") && states_none("- ไม่มีเรื่องร้องเรียน -"));
        assert!(!states_none("ไม่มี") && !states_none("จ้างเหมา"));
    }
}
