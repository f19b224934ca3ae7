//! Words that stand in a cell and are no value: a dash for a telephone number, "none" for a name.

/// Columns that say who somebody is or how they are reached: there `-` is no value.
const REACHES: [&str; 9] = [
    "name", "position", "phone", "fax", "email", "line", "address", "work", "event",
];

/// Words that stand where a value is to come, or where there is none.
const NONE: [&str; 12] = [
    "ไม่มี",
    "ไม่มีข้อมูล",
    "ยังไม่มี",
    "ไม่ระบุ",
    "รอข้อมูล",
    "n/a",
    "na",
    "none",
    "null",
    "nil",
    "tbd",
    "no",
];

/// Whether a column says who somebody is or how they are reached.
pub fn is_reached_by(column: &str) -> bool {
    REACHES.contains(&column)
}

/// Whether a text is blank, made of signs, or one of the words that stand for no value.
pub fn says_none(text: &str) -> bool {
    let plain = text.trim().to_lowercase();
    let is_filling = |letter: char| !letter.is_alphanumeric() || letter == 'x';
    plain.chars().all(is_filling) || NONE.contains(&plain.as_str())
}
