//! Words that stand in a cell and are no value: a dash for a telephone number, "none" for a name.
//!
//! In: a column and its text. Out: whether it counts as filled in. In results and obstacles a dash says that there were
//! none, so only columns that name or reach somebody are asked.

use crate::thai::numeral::to_arabic;
use crate::thai::promise::only_promises;

/// Columns that say who somebody is or how they are reached: there `-` is no value.
const REACHES: [&str; 9] = [
    "name", "position", "phone", "fax", "email", "line", "address", "work", "event",
];

/// Words that stand where a value is to come, or where there is none.
const NONE: [&str; 13] = [
    "ไม่มี",
    "ไม่มีข้อมูล",
    "ยังไม่มี",
    "ไม่ระบุ",
    "ไม่ปรากฏ",
    "รอข้อมูล",
    "n/a",
    "na",
    "none",
    "null",
    "nil",
    "tbd",
    "no",
];

/// Digits of a number that is only zeros and is meant to look like one, as on the site of a town that does not exist.
const FICTIONAL: usize = 9;

/// Whether a column says who somebody is or how they are reached.
pub fn is_reached_by(column: &str) -> bool {
    REACHES.contains(&column)
}

/// Whether what stands in a column that names or reaches somebody is no value.
pub fn is_no_value(column: &str, text: &str) -> bool {
    if says_none(text) {
        return true;
    }
    match column {
        "phone" | "fax" => is_no_number(text),
        "email" => is_no_mail(text),
        "line" | "address" => text.trim().starts_with("ไม่มี"),
        _ => false,
    }
}

/// Whether a text is blank, made of signs, only a promise, or one of the words that stand for no value.
pub fn says_none(text: &str) -> bool {
    let plain = text.trim().to_lowercase();
    let is_filling = |letter: char| !letter.is_alphanumeric() || letter == 'x';
    let word = plain.trim_matches(|letter: char| letter.is_ascii_punctuation() || letter == ' ');
    plain.chars().all(is_filling) || NONE.contains(&word) || only_promises(&plain)
}

/// A number has digits, not only a few zeros, and none that is yet to come: `02-xxx-xxxx`.
fn is_no_number(text: &str) -> bool {
    let text = to_arabic(text).to_lowercase();
    let letters: Vec<char> = text.chars().collect();
    let digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
    let stands_for_digit = |pair: &[char]| match pair {
        ['x', next] => *next == 'x' || next.is_ascii_digit(),
        [before, 'x'] => before.is_ascii_digit(),
        _ => false,
    };
    digits.len() < FICTIONAL && digits.iter().all(|digit| *digit == '0')
        || letters.windows(2).any(stands_for_digit)
}

/// An address has a name and a host around its `@`.
fn is_no_mail(text: &str) -> bool {
    let text = text.replace('＠', "@");
    let parts = text.trim().split_once('@');
    !parts.is_some_and(|(name, host)| !name.trim().is_empty() && host.trim().contains('.'))
}

#[cfg(test)]
mod tests {
    use super::is_no_value;

    #[test]
    fn what_reaches_nobody_is_no_value() {
        for (column, text) in [
            ("fax", "-ไม่มี-"),
            ("fax", "ไม่มีโทรสาร"),
            ("fax", "อยู่ระหว่างดำเนินการ"),
            ("fax", "000"),
            ("phone", "02-xxx-xxxx"),
            ("phone", "08x"),
            ("email", "ไม่มี@"),
            ("email", "saraban"),
            ("address", "ไม่มี"),
            ("name", "รอข้อมูล"),
        ] {
            assert!(is_no_value(column, text), "{column} {text}");
        }
        for (column, text) in [
            ("phone", "0 2123 4567 ต่อ 12"),
            ("phone", "191"),
            ("phone", "๐๒-๑๒๓-๔๕๖๗"),
            ("fax", "เหมือนหมายเลข 02-123-4567"),
            ("email", "saraban@example.go.th"),
            ("address", "88 หมู่ 8"),
            ("name", "นายตัวอย่าง ไม่มีนามสกุล"),
            ("event", "ไม่มีเหตุการณ์ความเสี่ยงการทุจริต"),
        ] {
            assert!(!is_no_value(column, text), "{column} {text}");
        }
    }
}
