//! The number that an amount in words of an office means: `485,000.-`, `๑,๒๐๐ บาท`, `4.85 ล้าน`.
//!
//! In: what stands where a number or a yes belongs. Out: the same as a program writes it. Apart from `numeral`, which reads
//! numbers that are nothing else.

use crate::thai::numeral::to_arabic;

/// What stands before a number and does not change it.
const BEFORE: [&str; 6] = ["เป็นเงิน", "ร้อยละ", "จำนวน", "฿", "=", "เงิน"];

/// What stands behind a number and does not change it.
const BEHIND: [&str; 22] = [
    "เมกะไบต์",
    "mb",
    "เปอร์เซ็นต์",
    "บาทถ้วน",
    "โครงการ",
    "ครัวเรือน",
    "คะแนน",
    "เรื่อง",
    "ครั้ง",
    "แห่ง",
    "ฉบับ",
    "ถ้วน",
    "บาท",
    "ราย",
    "คน",
    "baht",
    "thb",
    "฿",
    "%",
    ".-",
    ",-",
    ".=",
];

/// Words that make another number of the one before them, and by how many digits.
const MULTIPLIERS: [(&str, usize); 8] = [
    ("แสนล้าน", 11),
    ("หมื่นล้าน", 10),
    ("พันล้าน", 9),
    ("ล้าน", 6),
    ("แสน", 5),
    ("หมื่น", 4),
    ("พัน", 3),
    ("ร้อย", 2),
];

/// The number that a text is, as TOML writes it; `None` where anything else is said.
pub fn only_number(text: &str) -> Option<String> {
    let text = to_arabic(text).to_lowercase();
    let rest = bare(&text);
    let multiplied = MULTIPLIERS
        .iter()
        .find_map(|(word, digits)| Some((rest.strip_suffix(word)?.trim(), *digits)));
    let (figures, more) = multiplied.unwrap_or((rest, 0));
    let (whole, decimals) = parted(figures)?;
    let kept = decimals.trim_end_matches('0');
    if more > 0 && kept.len() > more {
        return None;
    }
    let (whole, decimals) = match more {
        0 => (whole, decimals),
        more => (format!("{whole}{kept:0<more$}"), ""),
    };
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(match decimals {
        "" => whole.to_owned(),
        decimals => format!("{whole}.{decimals}"),
    })
}

/// A text without what stands before and behind its number.
fn bare(text: &str) -> &str {
    let mut rest = text.trim();
    loop {
        let shorter = BEFORE
            .iter()
            .find_map(|word| rest.strip_prefix(word))
            .or_else(|| BEHIND.iter().find_map(|word| rest.strip_suffix(word)));
        match shorter {
            Some(shorter) => rest = shorter.trim(),
            None => return rest,
        }
    }
}

/// The digits before and behind the decimal point. Groups are of three digits, set apart by a comma, a blank or,
/// where there are several, a full stop.
fn parted(figures: &str) -> Option<(String, &str)> {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let by_stops = figures.matches('.').count() > 1;
    let (whole, decimals) = match figures.split_once('.') {
        Some((whole, decimals)) if !by_stops => (whole, Some(decimals)),
        _ => (figures, None),
    };
    // `1.200` is twelve hundred to some, and one and a fifth to others.
    if decimals.is_some_and(|decimals| !is_digits(decimals) || decimals.len() == 3) {
        return None;
    }
    let sign = if by_stops { '.' } else { ',' };
    let sign = if whole.contains(sign) { sign } else { ' ' };
    let mut groups = whole.split(sign);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let is_grouped = rest
        .iter()
        .all(|group| is_digits(group) && group.len() == 3)
        && (rest.is_empty() || first.len() <= 3);
    (is_grouped && is_digits(first)).then(|| (whole.replace(sign, ""), decimals.unwrap_or("")))
}

/// `true` or `false`, as people say it.
pub fn truth(text: &str) -> Option<&'static str> {
    match text.to_lowercase().as_str() {
        "ใช่" | "จริง" | "true" | "yes" | "1" => Some("true"),
        "ไม่" | "ไม่ใช่" | "เท็จ" | "false" | "no" | "0" => Some("false"),
        _ => None,
    }
}

/// The same of what only begins so: `ยังไม่ดำเนินการ`, `แล้วเสร็จ`.
pub fn likely_truth(text: &str) -> Option<&'static str> {
    let begins = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    if begins(&["ยัง", "ไม่", "อยู่ระหว่าง"]) {
        Some("false")
    } else if begins(&["แล้ว", "เสร็จ"]) || text.ends_with("แล้ว") || text.ends_with("เสร็จ")
    {
        Some("true")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::only_number;

    #[test]
    fn an_amount_is_read_as_offices_write_it() {
        for (text, number) in [
            ("๔๗๒,๐๐๐ บาท", "472000"),
            ("50%", "50"),
            ("485,000.-", "485000"),
            ("485,000.- บาท", "485000"),
            ("=1200", "1200"),
            ("485 000", "485000"),
            ("1.200.000", "1200000"),
            ("4.85 ล้าน", "4850000"),
            ("1.5 ล้านบาท", "1500000"),
            ("2 แสน", "200000"),
            ("๓ พันล้านบาท", "3000000000"),
            ("1,234.50 บาท", "1234.50"),
            ("0.-", "0"),
            ("จำนวน 12 ราย", "12"),
            ("007", "7"),
        ] {
            assert_eq!(only_number(text).as_deref(), Some(number), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_made_one() {
        for text in [
            "1 ถึง 2",
            "ยังไม่ทราบ",
            "1.2.3",
            "-5",
            "(1,200)",
            "1,20,000",
            "12,00",
            "1,2000",
            "1200,000",
            "ประมาณ 5000",
            "1.23456789 ล้าน",
            "ไม่ใช้งบประมาณ",
            "-",
            "",
            "ล้าน",
            "3โครงการ500บาท",
            "300บาท200",
            "10%500",
            "5=200",
            "1.200 บาท",
            "3โครงการ500บาท",
            "300บาท200",
            "10%500",
            "5=200",
            "1.200 บาท",
        ] {
            assert_eq!(only_number(text), None, "{text}");
        }
    }
}
