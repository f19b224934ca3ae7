//! Digits in a text as people group them: `081-234 5678`, `๑ ๒๓๔๕ ๖๗๘๙๐ ๑๒ ๑`.
//!
//! In: a line. Out: its groups, run by run. Apart from what a run may mean (citizen number, telephone,
//! account), because all of these are typed with the same signs between their digits.

use std::ops::Range;

use memchr::memchr_iter;

/// Digits of a group that are kept; no number that is looked for has more.
const MOST_DIGITS: usize = 13;

/// Groups of a run that are seen at once: as many as a number with a gap after each digit, and what
/// follows it.
const AHEAD: usize = MOST_DIGITS + 1;

/// Digits with nothing between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Where it stands in the line, in bytes.
    pub range: Range<usize>,
    /// How many digits it has.
    pub length: usize,
    /// What stands before it in the run.
    pub separator: Separator,
    first: [u8; MOST_DIGITS],
}

impl Group {
    fn new(range: Range<usize>, digit: u8, separator: Separator) -> Self {
        let mut group = Self {
            range,
            length: 0,
            separator,
            first: [0; MOST_DIGITS],
        };
        group.push(digit);
        group
    }

    fn push(&mut self, digit: u8) {
        if let Some(place) = self.first.get_mut(self.length) {
            *place = digit;
        }
        self.length += 1;
    }

    /// The digits; of very many the first.
    pub fn digits(&self) -> &[u8] {
        &self.first[..self.length.min(MOST_DIGITS)]
    }
}

/// What stands between two groups of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
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
    /// A comma alone, between thousands or cells.
    Comma,
    /// The border of two cells.
    Cell,
}

impl Separator {
    /// Whether it stands between two cells, or may.
    pub fn parts_cells(self) -> bool {
        matches!(self, Self::Comma | Self::Cell)
    }
}

/// Signs between two groups of one number, at most: ` - `.
const WIDEST_GAP: usize = 3;

/// Signs between two cells, at most: ` | - | `.
const WIDEST_BORDER: usize = 7;

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

/// The digits of a text from a place on, with their places. By bytes, because most of a text is
/// something else.
fn digits(text: &str, from: usize) -> impl Iterator<Item = (Range<usize>, u8)> {
    let bytes = text.as_bytes();
    (from..bytes.len()).filter_map(|at| match bytes[at] {
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

/// Letters that are not seen and that copying from a PDF leaves between others.
pub fn is_invisible(letter: char) -> bool {
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

fn is_border(letter: char) -> bool {
    matches!(letter, '\t' | '|' | ',' | ';')
}

/// What the signs between two digits make of them; `None` where they end a run.
fn separator(between: &str) -> Option<Separator> {
    // More signs than that cannot be so few letters.
    if between.len() > 4 * WIDEST_BORDER {
        return None;
    }
    if between == "," {
        return Some(Separator::Comma);
    }
    let signs = between.chars().filter(|c| !is_invisible(*c));
    let joins = |c: char| is_space(c) || is_dash(c) || is_dot(c) || c == '_';
    let all = |is: fn(char) -> bool| signs.clone().all(is);
    if signs.clone().any(is_border) {
        let fits = |c: char| is_border(c) || is_space(c) || is_dash(c) || c == '"';
        let is_short = signs.clone().count() <= WIDEST_BORDER;
        return (is_short && signs.clone().all(fits)).then_some(Separator::Cell);
    }
    if signs.clone().count() > WIDEST_GAP || !all(joins) {
        None
    } else if signs.clone().next().is_none() {
        Some(Separator::Start)
    } else if all(is_space) {
        Some(Separator::Space)
    } else if all(is_dash) {
        Some(Separator::Dash)
    } else if all(is_dot) {
        Some(Separator::Dot)
    } else {
        Some(Separator::Loose)
    }
}

/// The groups of a line, a few at a time: a line may be a whole file of digits. A line end and every letter
/// end a run, and so do the borders of cells, except where they are asked for.
pub struct Groups<'a> {
    line: &'a str,
    over_cells: bool,
    /// Where a digit can stand that was not read yet.
    rest: usize,
    /// The digit that begins the next group, with what stands before it.
    next: Option<(Range<usize>, u8, Separator)>,
    /// Groups that were read.
    read: Vec<Group>,
    /// Those of them that were passed.
    passed: usize,
}

impl<'a> Groups<'a> {
    /// Begins at the start of a line. A tab, `|` and `,` end a run, so that neighbouring cells are never taken
    /// for one number.
    pub fn of(line: &'a str) -> Self {
        Self::new(line, false)
    }

    /// The same, but a run goes on over the borders of cells.
    pub fn over_cells(line: &'a str) -> Self {
        Self::new(line, true)
    }

    fn new(line: &'a str, over_cells: bool) -> Self {
        let mut groups = Self {
            line,
            over_cells,
            rest: 0,
            next: None,
            read: Vec::new(),
            passed: 0,
        };
        groups.next = (groups.digit()).map(|(range, digit)| (range, digit, Separator::Start));
        groups
    }

    /// The group that comes next and those after it in its run, as many as one number can have and one
    /// more; none at the end of the line.
    pub fn ahead(&mut self) -> &[Group] {
        if self.read.len() - self.passed < AHEAD {
            self.read.drain(..self.passed);
            self.passed = 0;
            while self.read.len() < 4 * AHEAD {
                let Some(group) = self.group() else { break };
                self.read.push(group);
            }
        }
        let ahead = &self.read[self.passed..];
        let same_run = ahead.iter().skip(1).take(AHEAD - 1);
        let same_run = same_run.take_while(|group| group.separator != Separator::Start);
        &ahead[..ahead.len().min(1 + same_run.count())]
    }

    /// Passes so many groups of those that are [ahead](Self::ahead).
    pub fn pass(&mut self, count: usize) {
        self.passed = (self.passed + count).min(self.read.len());
    }

    fn digit(&mut self) -> Option<(Range<usize>, u8)> {
        let found = digits(self.line, self.rest).next();
        self.rest = (found.as_ref()).map_or(self.line.len(), |(range, _)| range.end);
        found
    }

    fn group(&mut self) -> Option<Group> {
        let (range, digit, separator) = self.next.take()?;
        let mut group = Group::new(range, digit, separator);
        while let Some((range, digit)) = self.digit() {
            match self::separator(&self.line[group.range.end..range.start]) {
                // Nothing that is seen stands between them.
                Some(Separator::Start) => {
                    group.push(digit);
                    group.range.end = range.end;
                }
                separator => {
                    let goes_on = |found: &Separator| self.over_cells || !found.parts_cells();
                    let separator = separator.filter(goes_on).unwrap_or(Separator::Start);
                    self.next = Some((range, digit, separator));
                    break;
                }
            }
        }
        Some(group)
    }
}

#[cfg(test)]
mod tests {
    use super::{AHEAD, Groups, has_at_least};

    fn lengths(line: &str) -> Vec<Vec<usize>> {
        let mut groups = Groups::of(line);
        let mut runs = Vec::new();
        loop {
            let lengths: Vec<usize> = groups.ahead().iter().map(|group| group.length).collect();
            if lengths.is_empty() {
                return runs;
            }
            groups.pass(lengths.len());
            runs.push(lengths);
        }
    }

    #[test]
    fn cells_and_lines_end_a_run() {
        assert_eq!(lengths("0-3890-0000 โทร"), [[1, 4, 4]]);
        assert_eq!(lengths("๑๒|๓,๔\t๕/6"), [[2], [1], [1], [1], [1]]);
        assert_eq!(lengths("1 - 2345\u{200b}6"), [[1, 5]]);
        assert_eq!(lengths("1    2"), [[1], [1]]);
    }

    #[test]
    fn of_a_run_without_end_a_few_groups_are_seen_and_each_has_its_place() {
        let line = "1 ".repeat(1_000);
        let mut groups = Groups::of(&line);
        for at in 0..1_000 {
            let ahead = groups.ahead();
            assert_eq!(ahead.len(), AHEAD.min(1_000 - at));
            assert_eq!(ahead[0].range, 2 * at..2 * at + 1);
            groups.pass(1);
        }
        assert!(groups.ahead().is_empty());
        assert!(groups.read.capacity() < 10 * AHEAD);
        let mut long = Groups::of("12345678901234567890");
        assert_eq!(long.ahead()[0].length, 20);
        assert_eq!(long.ahead()[0].digits().len(), 13);
    }

    #[test]
    fn digits_of_three_scripts_are_counted() {
        assert!(has_at_least("1๒３", 3) && !has_at_least("1๒３ ที่กู้ฐาน", 4));
    }
}
