//! Places as people and editors name them: line, and column in characters.

use std::ops::Range;

use crate::source::{Files, SitePath, Span, mark_length};

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

/// Finds lines and columns for places that come in order, without counting from the top each time.
pub(super) struct Places<'a> {
    files: &'a Files,
    /// The last place: file, offset, line, and column of that offset.
    last: (SitePath, usize, usize, usize),
}

impl<'a> Places<'a> {
    pub(super) fn new(files: &'a Files) -> Self {
        Self {
            files,
            last: (SitePath::from(""), 0, 1, 1),
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
        let (path, offset, mut line, mut column) = self.last.clone();
        let mut from = offset;
        if path != at.path || offset > start {
            (from, line, column) = (0, 1, 1);
        }
        for letter in text[from..start].chars() {
            match letter {
                '\n' => (line, column) = (line + 1, 1),
                '\u{feff}' => {}
                _ => column += 1,
            }
        }
        self.last = (at.path.clone(), start, line, column);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let shown = text[line_start..line_end].trim_end_matches('\r');
        let mark = mark_length(shown);
        let end = floor(text, at.range.end)
            .clamp(start, line_start + shown.len().max(start - line_start));
        let inside = |offset: usize| (offset - line_start).saturating_sub(mark);
        Place {
            line,
            column,
            text: Some(&shown[mark..]),
            range: inside(start)..inside(end),
        }
    }
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
    use crate::source::{Entry, Files, SitePath, Span};

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
}
