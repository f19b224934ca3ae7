//! Emphasis in a language without spaces.
//!
//! CommonMark decides by the neighbours of `**` whether it opens or closes, and takes for granted
//! that words are set apart by spaces: in `**หมายเหตุ:**ข้อความ` the second `**` cannot close and
//! the asterisks stay visible. Where a run must close (one is open) or open (none is), and only a
//! Thai letter beside it stands in the way, an empty HTML comment is put between them: the parser
//! takes it for punctuation, and the event is dropped again.

use memchr::{memchr, memchr3, memrchr};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag};

use super::edited::Edited;
use crate::thai::numeral::is_thai;

const MARKER: &str = "<!---->";

/// What is looked at in a line, by byte.
const SIGNS: [bool; 256] = {
    let signs = b"*_~`\\<]|";
    let mut is_sign = [false; 256];
    let mut at = 0;
    while at < signs.len() {
        is_sign[signs[at] as usize] = true;
        at += 1;
    }
    is_sign
};

/// A text with markers.
pub(super) struct Marked<'a>(Edited<'a>);

impl<'a> Marked<'a> {
    /// The text with markers, and the way back.
    pub(super) fn edited(&self) -> &Edited<'a> {
        &self.0
    }

    /// An event without markers in its text: inside code, addresses and titles they are no comments.
    pub(super) fn unmarked<'e>(&self, mut event: Event<'e>) -> Event<'e> {
        if !self.0.is_as_written() {
            each_text(&mut event, |text| {
                if text.contains(MARKER) {
                    *text = text.replace(MARKER, "").into();
                }
            });
        }
        event
    }
}

/// Every text that an event carries.
pub(super) fn each_text<'e>(event: &mut Event<'e>, mut look: impl FnMut(&mut CowStr<'e>)) {
    match event {
        Event::Start(
            Tag::Link {
                dest_url, title, ..
            }
            | Tag::Image {
                dest_url, title, ..
            },
        ) => [dest_url, title].into_iter().for_each(look),
        Event::Text(text)
        | Event::Code(text)
        | Event::Html(text)
        | Event::InlineHtml(text)
        | Event::FootnoteReference(text)
        | Event::Start(
            Tag::FootnoteDefinition(text) | Tag::CodeBlock(CodeBlockKind::Fenced(text)),
        ) => look(text),
        _ => {}
    }
}

/// Whether an event is a marker.
pub(super) fn is_marker(event: &Event<'_>) -> bool {
    matches!(event, Event::InlineHtml(html) if html.as_ref() == MARKER)
}

/// Puts markers where Thai emphasis needs them.
pub(super) fn mark(text: &str) -> Marked<'_> {
    let markers = Scanner::new(text).markers().into_iter();
    let edits = markers.map(|at| (at..at, MARKER.into()));
    Marked(Edited::new(text, edits.collect()))
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// Signs and lengths of the runs that are open in this block.
    open: Vec<(char, usize)>,
    markers: Vec<usize>,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            open: Vec::new(),
            markers: Vec::new(),
        }
    }

    fn markers(mut self) -> Vec<usize> {
        let mut fence: Option<&str> = None;
        let has_fences = memchr(b'`', self.text.as_bytes()).is_some();
        let mut next_sign = self.next_sign();
        while let Some(sign) = next_sign {
            // Most lines have no sign and stand where nothing is open.
            if self.open.is_empty() && fence.is_none() && !has_fences {
                let before = memrchr(b'\n', &self.text.as_bytes()[self.at..sign]);
                self.at += before.map_or(0, |end| end + 1);
            }
            let rest = &self.text.as_bytes()[self.at..];
            let end = self.at + memchr(b'\n', rest).map_or(rest.len(), |n| n + 1);
            let line = self.text[self.at..end].trim();
            match fence {
                Some(mark) => {
                    fence = Some(mark).filter(|_| !line.starts_with(mark));
                    self.at = end;
                }
                None if line.starts_with("```") || line.starts_with("~~~") => {
                    fence = Some(&line[..3]);
                    self.at = end;
                }
                None => {
                    if sign >= end && self.open.is_empty() {
                        self.at = end;
                    } else {
                        if starts_block(line) {
                            self.open.clear();
                        }
                        self.line(end);
                    }
                }
            }
            if sign < end {
                next_sign = self.next_sign();
            }
        }
        self.markers
    }

    /// Where the next sign of emphasis is.
    fn next_sign(&self) -> Option<usize> {
        let rest = &self.text.as_bytes()[self.at..];
        memchr3(b'*', b'_', b'~', rest).map(|found| self.at + found)
    }

    fn line(&mut self, end: usize) {
        while self.at < end {
            let bytes = &self.text.as_bytes()[self.at..end];
            let is_sign = |byte: &u8| SIGNS[usize::from(*byte)];
            let Some(plain) = bytes.iter().position(is_sign) else {
                self.at = end;
                return;
            };
            self.at += plain;
            let rest = &self.text[self.at..end];
            let letter = char::from(bytes[plain]);
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
        let marked = marked.edited();
        let link = marked.text().find("[x]").unwrap();
        let back = marked.written(link..link + 6);
        assert_eq!(&text[back], "[x](y)");
        let whole = 0..text.len() + MARKER.len();
        assert_eq!(marked.written(whole), 0..text.len());
    }
}
