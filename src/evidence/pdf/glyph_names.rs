//! Names of glyphs to letters.
//!
//! Only digits and what stands between them matter for what is looked for; of any other name it is
//! enough to know that it names a letter.

/// Stands for any letter that is none of interest.
pub(super) const SOME_LETTER: char = '□';

const DIGITS: [&str; 10] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
];

/// Endings of the names of digits that are drawn differently.
const STYLES: [&str; 4] = ["oldstyle", "fitted", "tab", "taboldstyle"];

/// The letter that a glyph's name means; `None` where it is only a number.
pub(super) fn letter(name: &str) -> Option<char> {
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    if let Some(letter) = by_code(name) {
        return Some(letter);
    }
    let (plain, first) = match name.strip_suffix("thai") {
        Some(plain) => (plain, '๐'),
        None => (name, '0'),
    };
    let styled = |digit: &str| {
        plain
            .strip_prefix(digit)
            .is_some_and(|rest| rest.is_empty() || STYLES.contains(&rest))
    };
    if let Some(digit) = DIGITS.iter().position(|digit| styled(digit)) {
        return char::from_u32(u32::from(first) + u32::try_from(digit).ok()?);
    }
    match name {
        "space" | "nbspace" | "nonbreakingspace" => return Some(' '),
        "hyphen" | "minus" | "sfthyphen" | "nonbreakinghyphen" => return Some('-'),
        "endash" => return Some('–'),
        "period" => return Some('.'),
        _ => {}
    }
    let mut letters = name.chars();
    if let (Some(single), None) = (letters.next(), letters.next()) {
        return Some(single);
    }
    let is_word = name.chars().all(|letter| letter.is_ascii_alphabetic());
    is_word.then_some(SOME_LETTER)
}

/// `uni0E51`, `u0E51`, `u1F600`.
fn by_code(name: &str) -> Option<char> {
    let digits = match name.strip_prefix("uni") {
        Some(digits) => digits.get(..4)?,
        None => name.strip_prefix('u').filter(|digits| digits.len() >= 4)?,
    };
    let is_code = digits.len() <= 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let code = is_code.then(|| u32::from_str_radix(digits, 16).ok())??;
    char::from_u32(code)
}

#[cfg(test)]
mod tests {
    use super::{SOME_LETTER, letter};

    #[test]
    fn digits_in_all_their_names() {
        for (name, meant) in [
            ("seven", Some('7')),
            ("seven.tf", Some('7')),
            ("sevenoldstyle", Some('7')),
            ("uni0E57", Some('๗')),
            ("u0E57", Some('๗')),
            ("seventhai", Some('๗')),
            ("hyphen", Some('-')),
            ("A", Some('A')),
            ("kokaithai", Some(SOME_LETTER)),
            ("seveneighths", Some(SOME_LETTER)),
            ("g17", None),
            ("cid00017", None),
            (".notdef", None),
        ] {
            assert_eq!(letter(name), meant, "{name}");
        }
    }
}
