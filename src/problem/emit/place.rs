//! Places as people and editors name them: line, and column in characters.

use std::ops::Range;

use crate::files::{Files, SitePath, mark_length};
use crate::span::Span;

/// A place as people name it.
pub(super) struct Place<'a> {
    pub(super) line: usize,
    pub(super) column: usize,
    /// Its line, without line end and byte-order mark; `None` where there is no text.
    pub(super) text: Option<&'a str>,
    /// The place within that line.
    pub(super) range: Range<usize>,
}

impl Place<'_> {
    /// The column after the place, on the same line.
    pub(super) fn end_column(&self) -> usize {
        let inside = self.text.and_then(|text| text.get(self.range.clone()));
        self.column + inside.map_or(0, |inside| inside.chars().count())
    }
}

/// Finds lines and columns for places that come in order, without counting from the top each time, nor
/// looking for the ends of the same long line again.
pub(super) struct Places<'a> {
    files: &'a Files,
    last: Last,
}

/// The last place that was looked for.
struct Last {
    path: SitePath,
    offset: usize,
    line: usize,
    column: usize,
    /// The bytes of its line, without line end.
    line_range: Range<usize>,
}

impl Last {
    /// The first place of a text.
    fn top(path: &SitePath, text: &str) -> Self {
        Self {
            path: path.clone(),
            offset: 0,
            line: 1,
            column: 1,
            line_range: 0..line_end(text, 0),
        }
    }
}

impl<'a> Places<'a> {
    pub(super) fn new(files: &'a Files) -> Self {
        Self {
            files,
            last: Last::top(&SitePath::from(""), ""),
        }
    }

    pub(super) fn of(&mut self, at: &Span) -> Place<'a> {
        let Some(text) = self.files.shown(&at.path).filter(|text| !text.is_empty()) else {
            return Place {
                line: 1,
                column: 1,
                text: None,
                range: 0..0,
            };
        };
        let start = floor(text, at.range.start);
        let last = &mut self.last;
        if last.path != at.path || last.offset > start {
            *last = Last::top(&at.path, text);
        }
        for (offset, letter) in text[last.offset..start].char_indices() {
            match letter {
                '\n' => {
                    (last.line, last.column) = (last.line + 1, 1);
                    last.line_range.start = last.offset + offset + 1;
                }
                '\u{feff}' => {}
                _ => last.column += 1,
            }
        }
        if last.line_range.start > last.line_range.end {
            last.line_range.end = line_end(text, start);
        }
        last.offset = start;
        let line_start = last.line_range.start;
        let shown = &text[last.line_range.clone()];
        // Further carriage returns are letters of the line, which a finding may be about.
        let shown = shown.strip_suffix('\r').unwrap_or(shown);
        let mark = mark_length(shown);
        let end = floor(text, at.range.end).max(start);
        let inside = |offset: usize| (offset - line_start).min(shown.len()).saturating_sub(mark);
        Place {
            line: last.line,
            column: last.column,
            text: Some(&shown[mark..]),
            range: inside(start)..inside(end),
        }
    }
}

/// Where the line of an offset ends.
fn line_end(text: &str, from: usize) -> usize {
    text[from..].find('\n').map_or(text.len(), |at| from + at)
}

/// An offset, moved back to the start of a character of the text.
fn floor(text: &str, mut offset: usize) -> usize {
    offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::Places;
    use crate::files::{Entry, Files, SitePath};
    use crate::span::Span;

    #[test]
    fn columns_count_characters_not_bytes_or_cells() {
        let path = SitePath::from("a.md");
        let mut files = Files::default();
        let text = "\u{feff}ab\r\nที่x\r\nค";
        files.entries.insert(path.clone(), Entry::Text(text.into()));
        let mut places = Places::new(&files);
        let mut at = |range: std::ops::Range<usize>| {
            let place = places.of(&Span::new(&path, range));
            (
                place.line,
                place.column,
                place.text.unwrap().to_owned(),
                place.range,
            )
        };
        assert_eq!(at(0..0), (1, 1, "ab".to_owned(), 0..0));
        assert_eq!(at(4..99), (1, 2, "ab".to_owned(), 1..2));
        assert_eq!(at(16..17), (2, 4, "ที่x".to_owned(), 9..10));
        assert_eq!(at(999..999), (3, 2, "ค".to_owned(), 3..3));
        assert_eq!(at(3..4), (1, 1, "ab".to_owned(), 0..1));
    }

    #[test]
    fn places_among_carriage_returns_stay_in_their_line() {
        let path = SitePath::from("a.toml");
        let mut files = Files::default();
        let text = "ab\r\r\r\nc\r";
        files.entries.insert(path.clone(), Entry::Text(text.into()));
        let mut places = Places::new(&files);
        for offset in 0..=text.len() {
            let place = places.of(&Span::new(&path, offset..offset + 1));
            let (line, column) = if offset < 6 {
                (1, offset)
            } else {
                (2, offset - 6)
            };
            assert_eq!((place.line, place.column), (line, column + 1));
            assert!(place.text.unwrap().get(place.range).is_some());
        }
    }
}
