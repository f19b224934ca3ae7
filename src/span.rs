//! Places in what was read.
//!
//! In: nothing. Out: [`Span`], a byte range of one of the site's files, [`CellPlace`], a cell of a spreadsheet that
//! such a range names, and [`Located`], a value with the place where it was written. Apart, because every later stage points into files and none opens one.

use std::ops::Range;
use std::sync::Arc;

use crate::files::SitePath;

/// A byte range in one file of the site folder.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Span {
    /// The file or folder.
    pub path: SitePath,
    /// Byte offsets into its text; `0..0` where there is no text to point into.
    pub range: Range<usize>,
    /// Where in a spreadsheet it is, for a value that the text takes from one.
    pub cell: Option<Arc<CellPlace>>,
}

/// A place in a spreadsheet, as the spreadsheet counts: a row, a column, or the cell in both.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CellPlace {
    /// The file's name.
    pub file: Arc<str>,
    /// The sheet; a CSV file has none.
    pub sheet: Option<Arc<str>>,
    /// The row, from 1.
    pub row: Option<u32>,
    /// The letters of the column, and what stands in its heading.
    pub column: Option<(String, Arc<str>)>,
}

impl Span {
    /// A place in a text.
    pub fn new(path: &SitePath, range: Range<usize>) -> Self {
        Self {
            path: path.clone(),
            range,
            cell: None,
        }
    }

    /// The same place, for what it takes from a spreadsheet.
    #[must_use]
    pub fn in_cell(&self, cell: CellPlace) -> Self {
        Self {
            cell: Some(Arc::new(cell)),
            ..self.clone()
        }
    }

    /// A whole file or folder.
    pub fn whole(path: &SitePath) -> Self {
        Self::new(path, 0..0)
    }
}

/// A value and the place where it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Located<T> {
    /// The value, as its reader understood it.
    pub value: T,
    /// The file, and the bytes of it that hold the value.
    pub at: Span,
}

impl<T> Located<T> {
    /// A value at a place.
    pub fn new(value: T, at: Span) -> Self {
        Self { value, at }
    }

    /// The same place with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Located<U> {
        Located {
            value: change(self.value),
            at: self.at,
        }
    }
}

/// The lines of a text with their ends, each with the place where it begins.
pub fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut end = 0;
    text.split_inclusive('\n').map(move |line| {
        end += line.len();
        (end - line.len(), line)
    })
}

/// A text with parts of it replaced; ranges in order, those that overlap an earlier one are left out.
pub fn replaced(text: &str, parts: impl IntoIterator<Item = (Range<usize>, String)>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (range, new) in parts {
        if range.start >= from {
            out.push_str(&text[from..range.start]);
            out.push_str(&new);
            from = range.end;
        }
    }
    out + &text[from..]
}
/// The line around an offset, without its end.
pub fn line_at(text: &str, offset: usize) -> Range<usize> {
    let offset = offset.min(text.len());
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let end = text[offset..]
        .find('\n')
        .map_or(text.len(), |at| offset + at);
    start..end
}
