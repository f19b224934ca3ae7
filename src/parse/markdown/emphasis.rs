//! Emphasis in a language without spaces.
//!
//! CommonMark decides by the neighbours of `**` whether it opens or closes, and takes for granted
//! that words are set apart by spaces: in `**หมายเหตุ:**ข้อความ` the second `**` cannot close and
//! the asterisks stay visible. Where a run must close (one is open) or open (none is), and only a
//! Thai letter beside it stands in the way, an empty HTML comment is put between them: the parser
//! takes it for punctuation, and the event is dropped again.

use std::ops::Range;

use memchr::memchr3;
use pulldown_cmark::{CowStr, Event};

use crate::span::replaced;
use crate::thai::numeral::is_thai;

const MARKER: &str = "<!---->";

/// What is looked at in a line.
const SIGNS: [char; 8] = ['*', '_', '~', '`', '\\', '<', ']', '|'];

/// A text with markers, and where they are.
pub(super) struct Marked {
    /// What to parse.
    pub(super) text: String,
    /// Where the markers start in it.
    starts: Vec<usize>,
}

impl Marked {
    /// An event without markers in its text: inside code they are no comments.
    pub(super) fn unmarked<'e>(&self, event: Event<'e>) -> Event<'e> {
        let plain = |text: CowStr<'e>| {
            if self.starts.is_empty() || !text.contains(MARKER) {
                text
            } else {
                CowStr::from(text.replace(MARKER, ""))
            }
        };
        match event {
            Event::Text(text) => Event::Text(plain(text)),
            Event::Code(text) => Event::Code(plain(text)),
            Event::Html(text) => Event::Html(plain(text)),
            other => other,
        }
    }

    /// A range of the marked text as a range of the original one.
    pub(super) fn original(&self, range: &Range<usize>) -> Range<usize> {
        let back = |offset: usize| {
            // Markers that start before the offset, each at its place in the marked text.
            let before = self.starts.partition_point(|start| *start < offset);
            match before.checked_sub(1) {
                None => offset,
                Some(last) => {
                    let inside = (offset - self.starts[last]).min(MARKER.len());
                    offset - last * MARKER.len() - inside
                }
            }
        };
        back(range.start)..back(range.end)
    }
}

/// Whether an event is a marker.
pub(super) fn is_marker(event: &Event<'_>) -> bool {
    matches!(event, Event::InlineHtml(html) if html.as_ref() == MARKER)
}

/// Puts markers where Thai emphasis needs them.
pub(super) fn mark(original: &str) -> Marked {
    let mut scanner = Scanner {
        text: original,
        at: 0,
        open: Vec::new(),
        markers: Vec::new(),
    };
    // Most texts have no emphasis.
    if memchr3(b'*', b'_', b'~', original.as_bytes()).is_some() {
        scanner.look();
    }
    let starts = scanner.markers.iter().enumerate();
    let starts = starts.map(|(count, at)| at + count * MARKER.len());
    let markers = scanner.markers.iter();
    Marked {
        text: replaced(original, markers.map(|at| (*at..*at, MARKER.to_owned()))),
        starts: starts.collect(),
    }
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// Signs and lengths of the runs that are open in this block.
    open: Vec<(char, usize)>,
    markers: Vec<usize>,
}

impl Scanner<'_> {
    fn look(&mut self) {
        let mut fence: Option<&str> = None;
        for line in self.text.split_inclusive('\n') {
            let end = self.at + line.len();
            let line = line.trim();
            match fence {
                Some(mark) => fence = Some(mark).filter(|_| !line.starts_with(mark)),
                None if line.starts_with("```") || line.starts_with("~~~") => {
                    fence = Some(&line[..3]);
                }
                None => {
                    if starts_block(line) {
                        self.open.clear();
                    }
                    self.line(end);
                }
            }
            self.at = end;
        }
    }

    fn line(&mut self, end: usize) {
        while let Some(plain) = self.text[self.at..end].find(SIGNS) {
            self.at += plain;
            let rest = &self.text[self.at..end];
            let letter = char::from(rest.as_bytes()[0]);
            self.at += match letter {
                '*' | '_' | '~' => self.run(rest, letter),
                '`' => code_span(rest),
                '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
                '<' => skip_to(rest, '>'),
                ']' if rest[1..].starts_with('(') => skip_to(rest, ')'),
                '|' => {
                    self.open.clear();
                    1
                }
                _ => 1,
            };
        }
    }

    /// Looks at a run of signs and gives its length.
    fn run(&mut self, rest: &str, sign: char) -> usize {
        let length = rest.len() - rest.trim_start_matches(sign).len();
        // A single `_` stands in file names, a single `~` before numbers.
        if sign != '*' && length != 2 {
            return length;
        }
        let before = self.text[..self.at].chars().next_back().unwrap_or('\n');
        let after = rest[length..].chars().next().unwrap_or('\n');
        let (opens, closes) = flanks(sign, before, after);
        let is_open = self.open.last() == Some(&(sign, length));
        if is_open && !before.is_whitespace() && (sign == '*' || closes || is_thai(after)) {
            self.open.pop();
            if !closes && is_thai(after) {
                self.markers.push(self.at + length);
            }
        } else if !after.is_whitespace() && (sign == '*' || opens || is_thai(before)) {
            self.open.push((sign, length));
            if !opens && is_thai(before) {
                self.markers.push(self.at);
            }
        }
        length
    }
}

/// Whether a run can open and can close, by CommonMark's rules.
fn flanks(sign: char, before: char, after: char) -> (bool, bool) {
    let (space_before, space_after) = (before.is_whitespace(), after.is_whitespace());
    let (mark_before, mark_after) = (is_punctuation(before), is_punctuation(after));
    let left = !space_after && (!mark_after || space_before || mark_before);
    let right = !space_before && (!mark_before || space_after || mark_after);
    if sign == '_' {
        (
            left && (!right || mark_before),
            right && (!left || mark_after),
        )
    } else {
        (left, right)
    }
}

/// Whether a line starts a block of its own, so that nothing is open any more.
fn starts_block(line: &str) -> bool {
    let numbered = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.is_empty()
        || line.starts_with(['#', '>', '|', '-', '+'])
        || line.starts_with("* ")
        || (numbered.len() < line.len() && numbered.starts_with(['.', ')']))
}

fn code_span(rest: &str) -> usize {
    let length = rest.len() - rest.trim_start_matches('`').len();
    let fence = &rest[..length];
    near(&rest[length..])
        .find(fence)
        .map_or(length, |at| 2 * length + at)
}

fn skip_to(rest: &str, end: char) -> usize {
    near(rest).find(end).map_or(1, |at| at + end.len_utf8())
}

/// Bytes in which the end of a code span, tag or address is looked for: without an end to the search, a long line
/// of openings would be searched to its end from each of them.
fn near(text: &str) -> &str {
    let mut end = text.len().min(4096);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Punctuation as CommonMark sees it; Thai vowels and tone marks are none.
fn is_punctuation(letter: char) -> bool {
    if is_thai(letter) {
        return matches!(letter, '฿' | '๏' | '๚' | '๛');
    }
    !letter.is_alphanumeric() && !letter.is_whitespace() && !letter.is_control()
}

#[cfg(test)]
mod tests {
    use super::{MARKER, mark};

    #[test]
    fn ranges_lead_back_to_the_original() {
        let text = "**ก:**ข [x](y)";
        let marked = mark(text);
        let link = marked.text.find("[x]").unwrap();
        let back = marked.original(&(link..link + 6));
        assert_eq!(&text[back], "[x](y)");
        assert_eq!(
            marked.original(&(0..text.len() + MARKER.len())),
            0..text.len()
        );
    }
}
