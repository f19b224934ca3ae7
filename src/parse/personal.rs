//! Personal data in a text.
//!
//! In: any text, of a document or of an evidence file. Out: what was found, masked, with its byte
//! range. Apart from the rules because evidence is scanned while it is read and its text is not kept.

use std::ops::Range;

use crate::model::Personal;
use crate::model::numeral::arabic_digit;

/// How many digits a citizen number has.
const DIGITS: usize = 13;

/// What a text holds, in order.
pub fn personal(text: &str) -> Vec<(Range<usize>, Personal)> {
    citizen_numbers(text)
}

/// Runs of 13 digits, Thai or Arabic, with spaces or dashes between them, that are citizen numbers.
fn citizen_numbers(text: &str) -> Vec<(Range<usize>, Personal)> {
    let mut found = Vec::new();
    let mut run: Vec<(usize, u8)> = Vec::new();
    let mut end = 0;
    for (at, letter) in text.char_indices().chain([(text.len(), '.')]) {
        let digit = arabic_digit(letter).to_digit(10);
        if let Some(digit) = digit {
            run.push((at, u8::try_from(digit).unwrap_or(0)));
            end = at + letter.len_utf8();
        } else if !matches!(letter, ' ' | '\u{a0}' | '-' | '–') || run.is_empty() {
            let digits: Vec<u8> = run.iter().map(|(_, digit)| *digit).collect();
            if is_citizen_number(&digits) {
                let masked = masked(&digits);
                found.push((run[0].0..end, Personal::CitizenNumber { masked }));
            }
            run.clear();
        }
    }
    found
}

/// Whether digits are a number of a person: the first is 1–8 (0 is a juristic person's, which is
/// public) and the last is the check digit.
fn is_citizen_number(digits: &[u8]) -> bool {
    if digits.len() != DIGITS || !(1..=8).contains(&digits[0]) {
        return false;
    }
    let weighted = digits.iter().zip((2..=13u32).rev());
    let sum: u32 = weighted
        .map(|(digit, weight)| u32::from(*digit) * weight)
        .sum();
    u32::from(digits[DIGITS - 1]) == (11 - sum % 11) % 10
}

fn masked(digits: &[u8]) -> String {
    let [first, second, third, .., last] = digits else {
        return String::new();
    };
    format!("{first}-{second}{third}xx-xxxxx-xx-{last}")
}
