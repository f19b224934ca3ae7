//! A number that goes on in the next line: where a text was wrapped, or a cell was too narrow.
//!
//! Numbers stand below each other in every table, so that one is believed only where it is grouped as on the card, or is
//! called what it is.

use std::ops::Range;

use memchr::memchr_iter;

use super::down::numbers_down;
use super::heading::{HEADINGS, nearest_above};
use super::{Candidate, LineSubject, masked};
use crate::thai::digits::{Groups, Separator, value};

/// Letters of a number at the end of a line or at the beginning of the next, at most.
const LONGEST: usize = 32;

/// The citizen numbers of a text that begin in one line and end in another, masked.
pub fn numbers_over_lines(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    memchr_iter(b'\n', text.as_bytes())
        .filter_map(move |end| over_line(text, end))
        .chain(numbers_down(text))
}

fn over_line(text: &str, end: usize) -> Option<(Range<usize>, String)> {
    let is_blank = |c: char| matches!(c, ' ' | '\r' | '\t' | '|');
    let mut before = text.as_bytes()[..end].iter().rev();
    if !before
        .find(|byte| !is_blank(char::from(**byte)))
        .is_some_and(may_end_part)
    {
        return None;
    }
    let above = text[..end].trim_end_matches(is_blank);
    let below = text[end + 1..].trim_start_matches(is_blank);
    let is_part = |letter: char| value(letter).is_some() || is_sign(letter);
    if !above.ends_with(is_part) || !below.starts_with(is_part) {
        return None;
    }
    let length = |letters: &mut dyn Iterator<Item = char>| -> usize {
        let parts = letters
            .take(LONGEST)
            .take_while(|c| is_part(*c) || *c == ' ');
        parts.map(char::len_utf8).sum()
    };
    let tail = &above[above.len() - length(&mut above.chars().rev())..];
    let head = &below[..length(&mut below.chars())];
    let (tail_at, head_at) = (above.len() - tail.len(), text.len() - below.len());
    let lines = Lines { text, tail_at, end };
    // A gap between two groups may be where the line ends.
    ["", " "].into_iter().find_map(|gap| {
        let joined = [tail, gap, head].concat();
        let (range, masked) = lines.number(&joined, tail.len(), head)?;
        let end = head_at + range.end - tail.len() - gap.len();
        Some((tail_at + range.start..end, masked))
    })
}

/// Two lines of a text.
struct Lines<'a> {
    text: &'a str,
    /// Where the digits at the end of the first begin, and where it ends.
    tail_at: usize,
    end: usize,
}

impl Lines<'_> {
    /// The number that goes over the place where both parts were joined.
    fn number(&self, joined: &str, seam: usize, head: &str) -> Option<(Range<usize>, String)> {
        let begins = self.text[..self.tail_at].rfind('\n').map_or(0, |at| at + 1);
        let next = &self.text[self.end + 1..];
        let next = next.split('\n').next().unwrap_or(next);
        let subject = LineSubject::of(&self.text[begins..self.end + 1 + next.len()]);
        let mut groups = Groups::of(joined);
        loop {
            let run = groups.ahead();
            if run.is_empty() || run[0].range.start >= seam {
                return None;
            }
            let candidate = Candidate::of(joined, "", run, &subject);
            let candidate = candidate.filter(|found| found.range().end > seam && found.is_typed());
            if let Some(found) = candidate {
                let on_card = found.count > 1 && found.separators().all(|s| s == Separator::Dash);
                let is_alone = self.text[begins..self.tail_at].trim().is_empty()
                    && next.trim().len() == head.trim().len();
                if on_card || subject.are_of_persons || (is_alone && self.is_below_heading()) {
                    return Some((found.range(), masked(&found.digits)));
                }
            }
            groups.pass(1);
        }
    }

    /// Whether a column of such numbers begins above.
    fn is_below_heading(&self) -> bool {
        let above = nearest_above(&self.text[..self.end]);
        HEADINGS.iter().any(|word| above.contains(word))
    }
}

/// Whether the last byte of a letter may be that of a digit or of a sign in numbers: nearly every line ends otherwise.
fn may_end_part(byte: &u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'-' | b'.' | 0x8d | 0x90..=0x99)
}

/// Whether a sign stands in numbers.
fn is_sign(letter: char) -> bool {
    matches!(
        letter,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}' | '.'
    )
}

#[cfg(test)]
mod tests {
    use super::numbers_over_lines;

    #[test]
    fn a_number_that_a_line_end_breaks_is_found() {
        for text in [
            "เลข 3-0004-\n00123-45-7 ของ",
            "เลข 3-0004\n-00123-45-7 ของ",
            "เลข 3-0004-001\r\n   23-45-7",
            "๓-๐๐๐๔-๐๐๑๒๓-\n๔๕-๗",
            "เลขประจำตัวประชาชน 3 0004 00123\n45 7",
            "เลขประจำตัวประชาชน 300040\n0123457 อยู่บ้านเลขที่ 9",
            "เลขประจำตัวประชาชน\tชื่อ\n30004001\n23457\nก",
        ] {
            let found: Vec<_> = numbers_over_lines(text).collect();
            assert_eq!(found.len(), 1, "{text:?}");
            assert_eq!(found[0].1, "3-00xx-xxxxx-xx-7");
            let written = &text[found[0].0.clone()];
            assert!(written.starts_with(['3', '๓']) && written.ends_with(['7', '๗']));
        }
    }

    #[test]
    fn numbers_below_each_other_are_none() {
        for text in [
            "30004001\n23457",
            "3 0004 00123\n45 7",
            "รวม 300040\n0123457",
            "เลข 3-0004-\n00123-45-8",
            "12-3-0004-\n00123-45-7",
            "เลข 3-0004-00123-45-7\n12",
            "ประชาชน 300040\n\n0123457",
        ] {
            assert_eq!(numbers_over_lines(text).next(), None, "{text:?}");
        }
    }
}
