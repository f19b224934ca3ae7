//! Thai and Arabic digits.
//!
//! Official Thai writing uses ๐–๙ beside 0–9; every number and date the program reads accepts both.

use std::borrow::Cow;

/// The same text with Thai digits written as Arabic ones.
pub fn to_arabic(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_thai_digit) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(arabic_digit).collect())
}

/// Whether a character is one of ๐–๙.
pub fn is_thai_digit(letter: char) -> bool {
    ('๐'..='๙').contains(&letter)
}

/// Whether a character is an Arabic or a Thai digit.
pub fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit() || is_thai_digit(letter)
}

/// Whether a character may stand in a Thai word: a letter or a mark.
pub fn is_thai_letter(letter: char) -> bool {
    is_thai(letter) && !is_thai_digit(letter)
}

/// Whether a character belongs to the Thai script, digits and marks included.
pub fn is_thai(letter: char) -> bool {
    ('\u{0e01}'..='\u{0e5b}').contains(&letter)
}

/// A vowel or tone above or below a consonant, which is no letter to the standard library.
pub fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}

/// A number as Thai offices write it: Thai or Arabic digits, commas between thousands.
///
/// `1,250,000.50` and `๑,๒๕๐,๐๐๐` are numbers; anything else is `None`.
pub fn parse_number(text: &str) -> Option<f64> {
    let plain = to_arabic(text.trim());
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    // `12.345,00` is how other countries write it.
    if decimals.contains(',') {
        return None;
    }
    let whole = whole.trim_start_matches('-');
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or("");
    let (mut others, is_grouped) = (groups.peekable(), (1..=3).contains(&first.len()));
    // Groups of other than three digits are a slip, and nobody knows of which digit.
    if others.peek().is_some() && !(is_grouped && others.all(|group| group.len() == 3)) {
        return None;
    }
    let plain = plain.replace(',', "");
    let starts_well = plain.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    if !starts_well || plain.contains(['e', 'E']) {
        return None;
    }
    plain.parse().ok()
}

/// A number with commas between thousands and no needless decimals: `1,250,000` or `78.19`.
pub fn with_commas(number: f64) -> String {
    let text = if number.fract() == 0.0 {
        format!("{number:.0}")
    } else {
        let two = format!("{number:.2}");
        two.trim_end_matches('0').trim_end_matches('.').to_owned()
    };
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.as_str()),
    };
    let (whole, decimals) = match digits.split_once('.') {
        Some((whole, decimals)) => (whole, format!(".{decimals}")),
        None => (digits, String::new()),
    };
    format!("{sign}{}{decimals}", grouped(whole))
}

/// Digits with commas between thousands: `1,250,000`.
pub fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The same text with Arabic digits written as Thai ones.
pub fn to_thai(text: &str) -> String {
    let thai = |letter: char| {
        let digit = letter.to_digit(10);
        digit.and_then(|digit| char::from_u32('๐' as u32 + digit))
    };
    text.chars().map(|c| thai(c).unwrap_or(c)).collect()
}

/// A digit as an Arabic one; any other letter as it is.
pub fn arabic_digit(letter: char) -> char {
    if is_thai_digit(letter) {
        let value = letter as u32 - '๐' as u32;
        char::from_digit(value, 10).unwrap_or(letter)
    } else {
        letter
    }
}

#[cfg(test)]
mod tests {
    use super::{parse_number, to_arabic, with_commas};

    #[test]
    fn reads_both_kinds_of_digits() {
        assert_eq!(to_arabic("๒๕๖๖-H๑"), "2566-H1");
        assert_eq!(parse_number("๑,๒๕๐.๕"), Some(1250.5));
        assert_eq!(parse_number("1,250 บาท"), None);
        assert_eq!(parse_number("inf"), None);
        assert_eq!(parse_number("-1,250,000.50"), Some(-1_250_000.5));
        for slip in [
            "1,20,000",
            "12,00",
            "1,2",
            "1200,000",
            "1,2000",
            "1,",
            "(1,200)",
            "12.345,00",
            ",200",
            "-,200",
        ] {
            assert_eq!(parse_number(slip), None, "{slip}");
        }
    }

    #[test]
    fn writes_thousands() {
        assert_eq!(with_commas(1_250_000.0), "1,250,000");
        assert_eq!(with_commas(-999.5), "-999.5");
        assert_eq!(with_commas(78.19), "78.19");
    }
}
