//! Digits in a text as people group them: `081-234 5678`, `๑ ๒๓๔๕ ๖๗๘๙๐ ๑๒ ๑`.
//!
//! In: a line. Out: its runs of groups. Apart from what a run may mean (citizen number, telephone,
//! account), because all of these are typed with the same signs between their digits.

use std::ops::Range;

use memchr::memchr_iter;

/// Digits with nothing between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Where it stands in the line, in bytes.
    pub range: Range<usize>,
    /// The digits.
    pub digits: Vec<u8>,
    /// What stands before it in the run.
    pub gap: Gap,
}

/// What stands between two groups of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Nothing: the first of its run.
    Start,
    /// Spaces of any width.
    Space,
    /// A dash without spaces.
    Dash,
    /// A dot without spaces.
    Dot,
    /// A dash or a dot with spaces, or an underscore.
    Loose,
}

/// So many signs may stand between two groups of one number: ` - `.
const WIDEST_GAP: usize = 3;

/// The value of a digit: Arabic, Thai or full-width.
pub fn value(letter: char) -> Option<u8> {
    let zero = match letter {
        '0'..='9' => '0',
        '๐'..='๙' => '๐',
        '０'..='９' => '０',
        _ => return None,
    };
    u8::try_from(letter as u32 - zero as u32).ok()
}

/// The digits of a text with their places. By bytes, because most of a text is something else.
fn digits(text: &str) -> impl Iterator<Item = (Range<usize>, u8)> {
    let bytes = text.as_bytes();
    (0..bytes.len()).filter_map(|at| match bytes[at] {
        digit @ b'0'..=b'9' => Some((at..at + 1, digit - b'0')),
        // The last byte of ๐–๙ and of full-width digits.
        digit @ 0x90..=0x99 => {
            let start = at.checked_sub(2)?;
            let is_digit = matches!(bytes[start..at], [0xe0, 0xb9] | [0xef, 0xbc]);
            is_digit.then(|| (start..at + 1, digit - 0x90))
        }
        _ => None,
    })
}

/// A count of so many bytes fits into one.
const BLOCK: usize = 128;

/// Whether a text holds at least so many digits. Asked of every text of a site, so it counts by
/// blocks of bytes that a processor compares at once.
pub fn has_at_least(text: &str, wanted: usize) -> bool {
    let arabic = arabic(text);
    arabic >= wanted || arabic + others(text) >= wanted
}

/// The lines of a text that hold at least so many digits, each with the place where it begins. Hardly
/// a line of a site does.
pub fn lines_with(text: &str, wanted: usize) -> impl Iterator<Item = (usize, &str)> {
    let has_others = has_others(text);
    let ends = memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1);
    let mut start = 0;
    ends.chain([text.len()]).filter_map(move |end| {
        let line = (start, &text[start..end]);
        start = end;
        let arabic = arabic(line.1);
        let has_enough = arabic >= wanted || has_others && arabic + others(line.1) >= wanted;
        has_enough.then_some(line)
    })
}

/// How many Arabic digits a text holds.
fn arabic(text: &str) -> usize {
    let blocks = text.as_bytes().chunks(BLOCK);
    let counts = blocks.map(|block| block.iter().map(|b| u8::from(b.is_ascii_digit())).sum());
    counts.map(|count: u8| usize::from(count)).sum()
}

/// How many Thai and full-width digits a text holds.
fn others(text: &str) -> usize {
    let letters = text.as_bytes().windows(3);
    letters.filter(|letter| is_other(letter)).count()
}

fn has_others(text: &str) -> bool {
    // Without an end at the first, so that many are compared at once.
    let letters = text.as_bytes().windows(3);
    letters.fold(false, |found, letter| found | is_other(letter))
}

/// Whether three bytes are a Thai or full-width digit.
fn is_other(bytes: &[u8]) -> bool {
    let is = |at: usize, wanted| u8::from(bytes[at] == wanted);
    let is_begun = is(0, 0xe0) & is(1, 0xb9) | is(0, 0xef) & is(1, 0xbc);
    is_begun & u8::from((0x90..=0x99).contains(&bytes[2])) != 0
}

/// Letters that are not seen and that copying from a PDF leaves between digits.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

fn is_space(letter: char) -> bool {
    matches!(
        letter,
        ' ' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

fn is_dash(letter: char) -> bool {
    matches!(
        letter,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

fn is_dot(letter: char) -> bool {
    matches!(letter, '.' | '·' | '•' | '∙')
}

/// What the signs between two digits make of them; `None` where they end a run.
fn gap(between: &str) -> Option<Gap> {
    // More signs than that cannot be so few letters.
    if between.len() > 4 * WIDEST_GAP {
        return None;
    }
    let signs: Vec<char> = between.chars().filter(|c| !is_invisible(*c)).collect();
    let joins = |c: &char| is_space(*c) || is_dash(*c) || is_dot(*c) || *c == '_';
    if signs.len() > WIDEST_GAP || !signs.iter().all(joins) {
        None
    } else if signs.is_empty() {
        Some(Gap::Start)
    } else if signs.iter().copied().all(is_space) {
        Some(Gap::Space)
    } else if signs.iter().copied().all(is_dash) {
        Some(Gap::Dash)
    } else if signs.iter().copied().all(is_dot) {
        Some(Gap::Dot)
    } else {
        Some(Gap::Loose)
    }
}

/// The runs of groups in a line. A line end, a tab, `|`, `,` and every letter end a run, so that
/// neighbouring cells are never taken for one number.
pub fn runs(line: &str) -> Vec<Vec<Group>> {
    let mut runs: Vec<Vec<Group>> = Vec::new();
    let mut end = 0;
    for (range, digit) in digits(line) {
        let between = &line[end..range.start];
        end = range.end;
        let group = |gap| Group {
            range: range.clone(),
            digits: vec![digit],
            gap,
        };
        let Some(run) = runs.last_mut() else {
            runs.push(vec![group(Gap::Start)]);
            continue;
        };
        match (gap(between), run.last_mut()) {
            // Nothing that is seen stands between them.
            (Some(Gap::Start), Some(last)) => {
                last.digits.push(digit);
                last.range.end = end;
            }
            (Some(gap), _) => run.push(group(gap)),
            (None, _) => runs.push(vec![group(Gap::Start)]),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::{has_at_least, runs};

    fn lengths(line: &str) -> Vec<Vec<usize>> {
        let of_run = |run: &Vec<super::Group>| run.iter().map(|group| group.digits.len()).collect();
        runs(line).iter().map(of_run).collect()
    }

    #[test]
    fn cells_and_lines_end_a_run() {
        assert_eq!(lengths("0-3890-0000 โทร"), [[1, 4, 4]]);
        assert_eq!(lengths("๑๒|๓,๔\t๕/6"), [[2], [1], [1], [1], [1]]);
        assert_eq!(lengths("1 - 2345\u{200b}6"), [[1, 5]]);
        assert_eq!(lengths("1    2"), [[1], [1]]);
    }

    #[test]
    fn digits_of_three_scripts_are_counted() {
        assert!(has_at_least("1๒３", 3) && !has_at_least("1๒３ ที่กู้ฐาน", 4));
    }
}
