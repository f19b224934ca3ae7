//! What a line break means in Thai.
//!
//! In: the events of a text. Out: the same, and where a line ends inside a word, no break: a browser would show it
//! as a space. Where the next line stands for itself, as the points of a list do, it begins a new one.

use std::ops::Range;

use memchr::{memchr, memrchr};
use pulldown_cmark::{Event, Tag};

use super::points::{Beginning, beginning, is_short, numbered_word};
use super::short_lines::{ShortLines, stands_alone};
use crate::thai::numeral::is_thai_letter;

/// Reads the breaks of a text.
pub(super) struct LineBreaks<'a, F> {
    text: &'a str,
    look: F,
    /// Whether the last letter that was shown may be followed by the rest of its word.
    ends_open: bool,
    short: ShortLines,
}

/// Letters of a line that no program breaks any more: what follows was meant to stand on a line of its own.
const UNBROKEN: usize = 250;

/// What a break is.
#[derive(Debug, PartialEq, Eq)]
enum Meaning {
    Nothing,
    Space,
    Line,
}

impl<'a, F> LineBreaks<'a, F> {
    /// `text`: what the events are of. `look` is shown what they become.
    pub(super) fn new(text: &'a str, look: F) -> Self {
        Self {
            text,
            look,
            ends_open: false,
            short: ShortLines::default(),
        }
    }

    pub(super) fn next<'e>(&mut self, event: Event<'e>, range: Range<usize>)
    where
        F: FnMut(Event<'e>, Range<usize>),
    {
        match &event {
            Event::Text(text) if text.is_empty() => {}
            Event::Text(text) => self.ends_open = ends_open(text),
            Event::Start(Tag::Paragraph | Tag::Item | Tag::BlockQuote(_)) => self.short.begin(),
            Event::Start(_) | Event::End(_) => {}
            Event::SoftBreak => match self.meaning(&range) {
                Meaning::Nothing => return,
                Meaning::Space => {}
                Meaning::Line => return (self.look)(Event::HardBreak, range),
            },
            Event::HardBreak => {
                self.ends_open = false;
                self.short.begin();
            }
            _ => self.ends_open = false,
        }
        (self.look)(event, range);
    }

    fn meaning(&mut self, at: &Range<usize>) -> Meaning {
        let before = line_at(self.text, at.start);
        let after = line_at(self.text, at.end);
        let goes_on = self.short.go_on(self.text, &before, &after);
        if goes_on || begins_line(self.text, before, after.clone()) {
            return Meaning::Line;
        }
        let after = &self.text[at.end.max(after.start)..after.end];
        let first = after.trim_start_matches([' ', '\t', '>', '*', '_', '~', '[']);
        let is_inside = first.chars().next().is_some_and(is_inside_word);
        let stands_apart = matches!(
            beginning(after),
            Beginning::Point
                | Beginning::PerhapsPoint
                | Beginning::Abbreviation
                | Beginning::Name
                | Beginning::Label
                | Beginning::Closing
                | Beginning::Signature
        );
        if self.ends_open && is_inside && !stands_apart {
            Meaning::Nothing
        } else {
            Meaning::Space
        }
    }
}

/// Whether a line begins anew below another one, as a line of a list, an address or a letter head does.
fn begins_line(text: &str, before: Range<usize>, after: Range<usize>) -> bool {
    let (above, line) = (text[before.clone()].trim(), text[after.clone()].trim());
    let below = || {
        let below = text.get(after.end + 1..);
        below.map(|_| text[line_at(text, after.end + 1)].trim())
    };
    let begins = match beginning(line) {
        Beginning::Point | Beginning::Closing => true,
        Beginning::Label | Beginning::Colon | Beginning::Signature => is_short(above),
        Beginning::Name => beginning(above) == Beginning::Name,
        Beginning::PerhapsPoint => {
            let is_point =
                |line: &str| matches!(beginning(line), Beginning::Point | Beginning::PerhapsPoint);
            is_point(above) || below().is_some_and(is_point)
        }
        Beginning::PerhapsLabel => {
            let is_label = matches!(beginning(above), Beginning::Label | Beginning::PerhapsLabel);
            let goes_on = || {
                let below = below().filter(|below| is_short(line) && differs(line, below));
                below.is_some_and(|below| {
                    matches!(
                        beginning(below),
                        Beginning::Label | Beginning::PerhapsLabel | Beginning::Closing
                    )
                })
            };
            is_short(above) && (is_label || goes_on()) && differs(above, line)
        }
        Beginning::Abbreviation | Beginning::Text => false,
    };
    let is_heading = is_heading(above) || is_heading(line);
    begins
        || is_heading
        || beginning(above) == Beginning::Signature
        || is_alike(above, line)
        || is_next(above, line)
        || below().is_some_and(|below| is_next(line, below))
        || [above, line].iter().any(|line| is_unbroken(line))
        || stands_alone(text, &before, &after)
}

/// Whether two lines begin with one word and a number, as `ข้อ ๑` and `ข้อ ๒` do, or with numbers that follow each
/// other.
fn is_next(above: &str, line: &str) -> bool {
    let Some((word, number)) = numbered_word(line) else {
        return false;
    };
    numbered_word(above)
        .is_some_and(|(before, last)| before == word && (!word.is_empty() || last + 1 == number))
}

/// Whether two lines begin with different words: with the same, they are two sentences about it.
fn differs(above: &str, line: &str) -> bool {
    let [above, line] = [above, line].map(|line| line.trim_start_matches(['*', '_']));
    above.chars().zip(line.chars()).take(3).any(|(a, b)| a != b)
}

/// Whether both lines are of a form to fill in, of telephone numbers or of sums, as no sentence is twice.
fn is_alike(above: &str, line: &str) -> bool {
    let both = |sign: &str| above.contains(sign) && line.contains(sign);
    let is_form = |line: &str| {
        ["....", r"\_\_\_\_", "……"]
            .iter()
            .any(|sign| line.contains(sign))
    };
    (is_form(above) && is_form(line))
        || (is_short(above) && is_short(line) && (both("โทร") || both(" = ")))
}

fn is_unbroken(line: &str) -> bool {
    line.len() > UNBROKEN && line.chars().nth(UNBROKEN).is_some()
}

/// A line that is bold as a whole stands above what it is about.
fn is_heading(line: &str) -> bool {
    ["**", "__"].iter().any(|sign| {
        let inside = line
            .strip_prefix(sign)
            .and_then(|rest| rest.strip_suffix(sign));
        inside.is_some_and(|inside| !inside.is_empty() && !inside.contains(sign))
    })
}

/// The line that holds a place.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let at = at.min(bytes.len());
    let start = memrchr(b'\n', &bytes[..at]).map_or(0, |end| end + 1);
    let end = memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end);
    start..end
}

/// Whether a word can go on behind a text. Its last byte but two tells most that it cannot.
fn ends_open(text: &str) -> bool {
    let bytes = text.as_bytes();
    let may_be = bytes.len() > 2 && bytes[bytes.len() - 3] == 0xe0;
    may_be
        && text
            .chars()
            .next_back()
            .is_some_and(|last| is_inside_word(last) && last != 'ๆ')
}

/// Whether a letter may be one of a word that goes on.
fn is_inside_word(letter: char) -> bool {
    is_thai_letter(letter) && !matches!(letter, '฿' | 'ฯ' | '๏' | '๚' | '๛')
}
