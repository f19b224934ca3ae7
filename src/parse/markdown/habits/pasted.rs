//! Rows of pasted tables that came apart: cells of several lines, as Excel has them, and an empty line between the rows.
//!
//! In: a body as it was typed. Out: the same with each row on one line, and rows that have other signs than `|` with that
//! (`drawn`). Apart from `tables`, which finds the tables and looks at one line after another.

use std::ops::Range;

use memchr::{memchr_iter, memchr2};

use super::super::edited::Edited;
use super::Edit;
use super::blocks::{fence, lines, marker};
use super::tables::{cells, is_dashes};
use crate::thai::digits::value;

/// Lines that a cell runs over, at most.
const MOST_LINES: usize = 20;

/// Bytes of a row whose cells run over several lines, at most.
const LONGEST_ROW: usize = 8 << 10;

/// Signs that are drawn between two cells.
pub(super) const BARS: [char; 4] = ['│', '┃', '║', '｜'];

/// Whether a text has such a sign. No letter of Thai begins like one.
pub(super) fn has_bars(text: &str) -> bool {
    memchr2(0xe2, 0xef, text.as_bytes()).is_some() && text.contains(BARS)
}

/// Whether a text may have rows with other signs.
fn may_be_drawn(text: &str) -> bool {
    let many = |sign| memchr_iter(sign, text.as_bytes()).take(4).count() == 4;
    has_bars(text) || many(b',') || many(b';')
}

/// A text with its pasted tables put right.
pub(in crate::parse::markdown) fn pasted(text: &str) -> Edited<'_> {
    let has_signs = memchr2(b'\t', b'|', text.as_bytes()).is_some();
    if !has_signs && !may_be_drawn(text) {
        return Edited::new(text, Vec::new());
    }
    let mut pasted = Pasted {
        text,
        lines: lines(text),
        edits: Vec::new(),
        table: None,
    };
    pasted.read();
    Edited::new(text, pasted.edits)
}

/// A table that is being read.
#[derive(Clone, Copy)]
struct PastedTable {
    sign: char,
    width: usize,
    /// Whether its heading has amounts as rows do.
    has_amounts: bool,
    rows: usize,
    /// Its last row.
    last: usize,
}

/// The reading of a text.
pub(super) struct Pasted<'a> {
    pub(super) text: &'a str,
    lines: Vec<Range<usize>>,
    edits: Vec<Edit>,
    table: Option<PastedTable>,
}

impl<'a> Pasted<'a> {
    pub(super) fn edit(
        &mut self,
        range: Range<usize>,
        new: impl Into<std::borrow::Cow<'static, str>>,
    ) {
        self.edits.push((range, new.into()));
    }

    /// How many lines there are.
    pub(super) fn lines(&self) -> usize {
        self.lines.len()
    }

    /// A line without blanks at its end; nothing behind the last.
    pub(super) fn line(&self, at: usize) -> Option<&'a str> {
        Some(self.text[self.lines.get(at)?.clone()].trim_end())
    }

    /// Where a line begins and ends, with the sign that ends it.
    pub(super) fn place(&self, at: usize) -> Range<usize> {
        let line = self.lines.get(at).cloned().unwrap_or_default();
        line.start..(line.end + 1).min(self.text.len())
    }

    fn read(&mut self) {
        let mut at = 0;
        while let Some(line) = self.line(at) {
            let bare = line.trim_start();
            at = if let Some(mark) = fence(bare) {
                let end = self.behind(at + 1, |line| line.trim_start().starts_with(mark));
                // One that nothing closes hides nothing.
                if end < self.lines.len() {
                    end + 1
                } else {
                    at + 1
                }
            } else if bare.starts_with('<') {
                self.behind(at + 1, |line| line.trim().is_empty())
            } else if bare.is_empty() {
                at + 1
            } else if let Some(next) = self.drawn(at) {
                self.table = None;
                next
            } else {
                self.row(at)
            };
        }
    }

    /// The first line from `at` on that is so, or the last.
    fn behind(&self, at: usize, is_so: impl Fn(&str) -> bool) -> usize {
        let mut all = at..self.lines.len();
        all.find(|at| self.line(*at).is_some_and(&is_so))
            .unwrap_or(self.lines.len())
    }

    /// Looks at a row of a table, and says which line comes next.
    fn row(&mut self, at: usize) -> usize {
        let Some(line) = self.line(at) else {
            return at + 1;
        };
        let joined = self.cells_of_lines(at).or_else(|| self.broken_cell(at));
        let (next, sign, width) = match joined {
            Some((next, sign, width)) => (next, sign, width),
            None => match (line.contains('\t'), line.trim_start().starts_with('|')) {
                (true, false) if marker(line).is_none() => {
                    (at + 1, '\t', line.matches('\t').count() + 1)
                }
                (_, true) => (at + 1, '|', cells(line.trim()).count()),
                _ => {
                    self.table = None;
                    return at + 1;
                }
            },
        };
        let has_amounts = has_amounts(line, sign);
        match self.table {
            Some(table) if table.last + 1 == at => {}
            Some(table) if self.goes_on(table, at, (sign, width), has_amounts) => {
                let (end, start) = (self.place(table.last).end, self.place(at).start);
                self.edit(end..start, "");
            }
            _ => self.table = None,
        }
        let table = self.table.get_or_insert(PastedTable {
            sign,
            width,
            has_amounts,
            rows: 0,
            last: at,
        });
        table.rows += 1;
        table.last = next - 1;
        next
    }

    /// Whether a row behind empty lines is one of the table above: a table of its own has a heading.
    fn goes_on(
        &self,
        table: PastedTable,
        at: usize,
        row: (char, usize),
        has_amounts: bool,
    ) -> bool {
        let below = self.line(at + 1).unwrap_or("");
        (table.sign, table.width) == row
            // Two cells may be a label and what it says.
            && (row.1 > 2 || (row.1 == 2 && table.rows > 1))
            && has_amounts
            && !table.has_amounts
            && !is_dashes(below.trim())
    }

    /// Cells in quotation marks that run over several lines, between tabs: which line comes next, the sign of the row and
    /// how many cells it has.
    fn cells_of_lines(&mut self, at: usize) -> Option<(usize, char, usize)> {
        let line = self.line(at)?;
        let begins = |at: usize| at == 0 || line.as_bytes()[at - 1] == b'\t';
        if !memchr_iter(b'"', line.as_bytes()).any(begins) {
            return None;
        }
        let start = self.place(at).start;
        let most = self.place((at + MOST_LINES).min(self.lines.len() - 1)).end;
        let bytes = &self.text.as_bytes()[start..most.min(start + LONGEST_ROW)];
        let (edits, end) = quoted_cells(bytes)?;
        let lines = memchr_iter(b'\n', &bytes[..end]).count();
        let tabs = memchr_iter(b'\t', &bytes[..end]).count();
        if lines == 0 || tabs == 0 {
            return None;
        }
        for (range, new) in edits {
            self.edit(start + range.start..start + range.end, new);
        }
        Some((at + lines + 1, '\t', tabs + 1))
    }

    /// A cell between `|` that was broken over lines.
    fn broken_cell(&mut self, at: usize) -> Option<(usize, char, usize)> {
        let line = self.line(at)?.trim_start();
        if !line.starts_with('|') || line.ends_with('|') || is_dashes(line) {
            return None;
        }
        let mut row = line.to_owned();
        for next in at + 1..at + MOST_LINES {
            let more = self.line(next)?.trim_start();
            if more.is_empty() || more.starts_with(['|', '#', '>', '<']) {
                return None;
            }
            row.push_str(more);
            if !more.ends_with('|') {
                continue;
            }
            let width = cells(&row).count();
            let is_known = self.table.is_none_or(|table| table.width == width);
            let above = at.checked_sub(1).and_then(|at| self.line(at)).unwrap_or("");
            let below = self.line(next + 1).unwrap_or("");
            let is_among = [above, below].iter().any(|line| line.contains('|'));
            if !is_known || !is_among {
                return None;
            }
            for broken in at..next {
                let end = self.place(broken).start + self.line(broken)?.len();
                let below = self.line(broken + 1)?;
                let blanks = below.len() - below.trim_start().len();
                let start = self.place(broken + 1).start + blanks;
                self.edit(end..start, "<br>");
            }
            return Some((next + 1, '|', width));
        }
        None
    }
}

/// What to change in a row so that its cells in quotation marks stand on one line, and where it ends.
fn quoted_cells(bytes: &[u8]) -> Option<(Vec<Edit>, usize)> {
    let mut edits: Vec<Edit> = Vec::new();
    // Whether a cell begins here, and the edit that opened one in quotation marks, with whether it has lines.
    let (mut begins, mut open): (bool, Option<(usize, bool)>) = (true, None);
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let next = bytes.get(at + 1);
        match (byte, open) {
            (b'"', None) if begins => {
                open = Some((edits.len(), false));
                edits.push((at..at + 1, "".into()));
            }
            (b'"', Some(_)) if next == Some(&b'"') => {
                edits.push((at..at + 1, "".into()));
                at += 1;
            }
            (b'"', Some((first, has_lines))) => {
                if !matches!(next, None | Some(b'\t' | b'\n' | b'\r')) {
                    return None;
                }
                if has_lines {
                    edits.push((at..at + 1, "".into()));
                } else {
                    edits.truncate(first);
                }
                open = None;
            }
            (b'\n', None) => return Some((edits, at)),
            (b'\n', Some((first, _))) => {
                let end = at - usize::from(at > 0 && bytes[at - 1] == b'\r');
                edits.push((end..at + 1, "<br>".into()));
                open = Some((first, true));
            }
            _ => {}
        }
        begins = *byte == b'\t' && open.is_none();
        at += 1;
    }
    open.is_none().then_some((edits, bytes.len()))
}

/// Whether a row has a cell that is a number and no year.
pub(super) fn has_amounts(row: &str, sign: char) -> bool {
    row.split(sign).any(is_amount)
}

/// Whether a cell is a number and no year.
pub(super) fn is_amount(cell: &str) -> bool {
    let cell = cell.trim().trim_end_matches(['.', '%', '-']);
    let is_part = |c: char| value(c).is_some() || matches!(c, ',' | '.' | ' ' | '-');
    if !cell.chars().all(is_part) {
        return false;
    }
    let mut digits = cell.chars().filter_map(value).take(6).peekable();
    let has_digits = digits.peek().is_some();
    let number = digits.fold(0, |number, digit| number * 10 + u32::from(digit));
    has_digits && !(2400..2700).contains(&number)
}
