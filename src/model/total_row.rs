//! Rows of totals: รวม, รวมทั้งสิ้น 6 รายการ.
//!
//! In: what a row is called. Out: whether it sums up the others. Pages add up themselves, so such a row would be counted
//! twice; one in a spreadsheet is left out, and one that is typed is told.

use super::date::ends_with_month;
use crate::thai::numeral::to_arabic;

/// Words of a row of totals, besides numbers and months.
#[rustfmt::skip]
const TOTALS: &[&str] = &[
    "รวม", "ยอด", "ทั้งสิ้น", "ทั้งหมด", "ทั้งปี", "เป็นเงิน", "จำนวน", "เงิน", "รายการ", "โครงการ", "สัญญา", "เดือน",
    "ไตรมาส", "ปีงบประมาณ", "ปี", "บาท", "ราย", "เรื่อง", "ครั้ง", "สุทธิ", "งบประมาณ", "ประจำ", "พ.ศ.", "total", "grand", "sum",
];

/// Whether a text is the label of a row of totals: รวม, รวมทั้งสิ้น 6 รายการ.
pub fn is_total(text: &str) -> bool {
    let mut rest = to_arabic(text).to_lowercase();
    let begins =
        rest.trim_start().starts_with("รวม") || rest.contains("ยอดรวม") || rest.contains("total");
    if !begins {
        return false;
    }
    for word in TOTALS {
        rest = rest.replace(word, " ");
    }
    let mut words = rest.split(|letter: char| letter.is_whitespace() || "()/-:.".contains(letter));
    let is_known = |word: &str| word.chars().all(|c| c.is_ascii_digit() || c == ',');
    words.all(is_known)
        || ends_with_month(rest.trim_matches(|c: char| c.is_ascii_digit() || c == ' '))
}

#[cfg(test)]
mod tests {
    use super::is_total;

    #[test]
    fn totals() {
        for text in [
            "รวม",
            "รวมทั้งสิ้น",
            "รวม 6 รายการ",
            "ยอดรวม",
            "รวมเป็นเงิน (บาท)",
            "รวมเดือนตุลาคม 2565",
            "รวม ต.ค. 65",
            "Total",
            "รวมทั้งสิ้น ๖ โครงการ",
        ] {
            assert!(is_total(text), "{text}");
        }
        for text in [
            "รวมพลังชุมชน",
            "จ้างเหมารวมรถ",
            "โครงการรวมใจ",
            "ถนนสายรวมมิตร",
            "1",
            "",
        ] {
            assert!(!is_total(text), "{text}");
        }
    }
}
