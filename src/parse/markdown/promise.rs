//! Texts that only promise one: `อยู่ระหว่างดำเนินการ`, `xxxxxx`.
//!
//! In: the whole text of a body. Out: whether it says no more than that something is to come. A text that says why, or
//! of what, is longer and is left alone.

/// A longer text says something, in letters.
const LONGEST: usize = 60;

/// How a promise begins, without spaces.
const PROMISES: [&str; 21] = [
    "อยู่ระหว่างดำเนินการ",
    "อยู่ระหว่างจัดทำ",
    "อยู่ระหว่างการจัดทำ",
    "อยู่ระหว่างการดำเนินการ",
    "อยู่ระหว่างปรับปรุง",
    "อยู่ระหว่างการปรับปรุง",
    "อยู่ระหว่างรวบรวม",
    "อยู่ระหว่างตรวจสอบ",
    "กำลังดำเนินการ",
    "กำลังจัดทำ",
    "กำลังปรับปรุง",
    "รอข้อมูล",
    "รอเอกสาร",
    "รอไฟล์",
    "รอดำเนินการ",
    "รอการดำเนินการ",
    "รอเพิ่มข้อมูล",
    "comingsoon",
    "underconstruction",
    "lorem",
    "tobeadded",
];

/// Words that alone are none.
const WORDS: [&str; 6] = ["test", "ทดสอบ", "todo", "tbd", "tba", "n/a"];

/// Whether a text only says that something is to come.
pub(super) fn only_promises(text: &str) -> bool {
    if text.chars().take(LONGEST + 1).count() > LONGEST {
        return false;
    }
    let plain: String = text
        .chars()
        .filter(|letter| letter.is_alphanumeric() || is_mark(*letter) || *letter == '/')
        .flat_map(char::to_lowercase)
        .collect();
    let is_filling = !plain.is_empty() && plain.chars().all(|letter| letter == 'x');
    is_filling
        || WORDS.contains(&plain.as_str())
        || PROMISES.iter().any(|promise| plain.starts_with(promise))
}

/// Vowels and tone marks of Thai, which are no letters to the standard library.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}

#[cfg(test)]
mod tests {
    use super::only_promises;

    #[test]
    fn promises_and_texts() {
        for text in [
            "อยู่ระหว่างดำเนินการ",
            " รอข้อมูลจากกองคลัง ",
            "xxxxxx",
            "XXX xxx…",
            "Coming soon!",
            "(อยู่ระหว่างจัดทำ)",
            "test",
        ] {
            assert!(only_promises(text), "{text}");
        }
        for text in [
            "ระเบียบของสภาท้องถิ่น",
            "",
            "1",
            "ไม่มีเรื่องร้องเรียน",
            "ทดลองใช้ระบบ",
            "อยู่ระหว่างดำเนินการก่อสร้างถนนสายบ้านใหม่ถึงบ้านเก่า ระยะทาง 3 กิโลเมตร ตามสัญญาที่ 1/2566",
        ] {
            assert!(!only_promises(text), "{text}");
        }
    }
}
