//! A number with slashes between its groups: `1/2345/67890/12/1`.
//!
//! In: a text. Out: where such numbers stand, masked. Apart from `typed`: a slash parts dates, numbers of letters and
//! of houses, so that it is believed between the groups of the card only.

use std::ops::Range;

use memchr::memchr_iter;

use super::{DIGITS, is_citizen_number, masked};
use crate::thai::digits::value;

/// The groups behind the first slash.
const GROUPS: [usize; 4] = [4, 5, 2, 1];

/// The citizen numbers of a text that have slashes, masked.
pub(super) fn with_slashes(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    memchr_iter(b'/', text.as_bytes()).filter_map(move |at| number(text, at))
}

/// The number whose first slash stands here.
fn number(text: &str, slash: usize) -> Option<(Range<usize>, String)> {
    let goes_on = |c: char| value(c).is_some() || matches!(c, '/' | '-' | '.');
    let before = text[..slash].trim_end_matches(' ');
    let first = before.chars().next_back()?;
    let start = before.len() - first.len_utf8();
    let mut digits = [0; DIGITS];
    digits[0] = value(first)?;
    if before[..start].ends_with(goes_on) {
        return None;
    }
    let (mut rest, mut count) = (&text[slash..], 1);
    for length in GROUPS {
        rest = rest
            .trim_start_matches(' ')
            .strip_prefix('/')?
            .trim_start_matches(' ');
        for _ in 0..length {
            let letter = rest.chars().next()?;
            digits[count] = value(letter)?;
            rest = &rest[letter.len_utf8()..];
            count += 1;
        }
    }
    let is_whole = !rest.starts_with(|c| value(c).is_some() || c == '/');
    let end = text.len() - rest.len();
    (is_whole && is_citizen_number(&digits)).then(|| (start..end, masked(&digits)))
}

#[cfg(test)]
mod tests {
    use super::with_slashes;

    #[test]
    fn slashes_part_the_groups_of_the_card_only() {
        for text in [
            "เลขประจำตัวประชาชน 1/0995/67812/34/7",
            "๑/๐๙๙๕/๖๗๘๑๒/๓๔/๗ ของ",
            "1 / 0995 / 67812 / 34 / 7",
        ] {
            let found: Vec<_> = with_slashes(text).collect();
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].1, "1-09xx-xxxxx-xx-7");
        }
        for text in [
            "1/0995/67812/34/8",
            "11/0995/67812/34/7",
            "1/0995/67812/34/75",
            "https://x.example/1/0995/67812/34/7",
            "1/2/2566 ถึง 30/9/2566",
        ] {
            assert_eq!(with_slashes(text).next(), None, "{text}");
        }
    }
}
