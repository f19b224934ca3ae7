//! A number whose digits stand below each other, each in a cell of its own.
//!
//! In: a text. Out: where thirteen such cells stand below a heading that calls them what they are. Without one they are
//! any column of figures.

use std::ops::Range;

use memchr::memmem;

use super::heading::HEADINGS;
use super::{DIGITS, is_citizen_number, masked};
use crate::thai::digits::value;

/// Lines between the heading and the first digit, at most.
const BETWEEN: usize = 2;

/// The numbers of a text that go down over thirteen lines, masked.
pub(super) fn numbers_down(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let has = |word: &&str| memmem::find(text.as_bytes(), word.as_bytes()).is_some();
    if !HEADINGS.iter().any(has) {
        return found;
    }
    let mut cells: Vec<(usize, u8)> = Vec::new();
    // Lines for which a heading still holds.
    let mut named = 0_usize;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let at = start;
        start += line.len();
        let is_frame = |c: char| c.is_whitespace() || matches!(c, '|' | '"' | ',');
        let cell = line.trim_matches(is_frame);
        if cell.is_empty() || cell.chars().all(|c| matches!(c, '-' | ':' | '|' | ' ')) {
            continue;
        }
        let mut letters = cell.chars();
        if let (Some(digit), None) = (letters.next().and_then(value), letters.next()) {
            if named > 0 && cells.len() <= DIGITS {
                cells.push((
                    at + line.len() - line.trim_start_matches(is_frame).len(),
                    digit,
                ));
            }
            continue;
        }
        found.extend(number(text, &cells));
        let is_heading = HEADINGS.iter().any(|word| line.contains(word));
        named = if is_heading {
            BETWEEN + 1
        } else if cells.is_empty() {
            named.saturating_sub(1)
        } else {
            0
        };
        cells.clear();
    }
    found.extend(number(text, &cells));
    found
}

fn number(text: &str, cells: &[(usize, u8)]) -> Option<(Range<usize>, String)> {
    let digits: Vec<u8> = cells.iter().map(|(_, digit)| *digit).collect();
    let digits: [u8; DIGITS] = digits.try_into().ok()?;
    let (first, last) = (cells.first()?.0, cells.last()?.0);
    let end = last + text[last..].chars().next().map_or(0, char::len_utf8);
    is_citizen_number(&digits).then(|| (first..end, masked(&digits)))
}

#[cfg(test)]
mod tests {
    use super::numbers_down;

    fn column(number: &str, before: &str, behind: &str) -> String {
        let cell = |digit: char| format!("{before}{digit}{behind}\n");
        number.chars().map(cell).collect()
    }

    #[test]
    fn digits_below_each_other_are_a_number_below_their_heading_only() {
        let number = "1099567812347";
        for (before, behind) in [("", ""), ("| ", " |"), ("", "\t"), ("", "\r")] {
            let digits = column(number, before, behind);
            for text in [
                format!("เลขประจำตัวประชาชน\n{digits}"),
                format!("| เลขประจำตัวประชาชน |\n|---|\n{digits}ชื่อ\n"),
            ] {
                let found = numbers_down(&text);
                assert_eq!(found.len(), 1, "{text}");
                assert_eq!(found[0].1, "1-09xx-xxxxx-xx-7");
                assert!(text[found[0].0.clone()].ends_with('7'));
            }
            for text in [
                format!("จำนวน\n{digits}"),
                format!("เลขประจำตัวประชาชน\n{digits}5\n"),
                format!("เลขประจำตัวประชาชน\nก\nข\nค\n{digits}"),
                format!(
                    "เลขประจำตัวประชาชน\n{}",
                    column("1099567812348", before, behind)
                ),
            ] {
                assert_eq!(numbers_down(&text), [], "{text}");
            }
        }
    }
}
