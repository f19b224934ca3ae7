//! Tables whose cells stand between other signs than `|`: lines that are drawn, bars of full width, commas of a CSV file.
//!
//! In: lines that stand together. Out: edits that put `|` there. Rows of commas are only those that say so themselves:
//! a heading without numbers, rows with one, and as many cells in each.

use std::ops::Range;

use memchr::memchr;

use super::blocks::marker;
use super::pasted::{BARS, Pasted, has_bars, is_amount};

/// Cells of a row of commas, at least.
const LEAST_CELLS: usize = 3;

/// Letters of a cell of such a row, at most.
const LONGEST_CELL: usize = 80;

impl Pasted<'_> {
    /// Puts `|` into the rows that begin at a line, and says which line comes next.
    pub(super) fn drawn(&mut self, at: usize) -> Option<usize> {
        let line = self.line(at)?;
        if is_border(line) || has_bars(line) {
            self.bars(at)
        } else if memchr(b',', line.as_bytes()).is_some() {
            self.separated(at, ',')
        } else if memchr(b';', line.as_bytes()).is_some() {
            self.separated(at, ';')
        } else {
            None
        }
    }

    fn bars(&mut self, at: usize) -> Option<usize> {
        let is_ascii = self.line(at)?.trim_start().starts_with('+');
        let is_row =
            |line: &str| has_bars(line) || (is_ascii && line.trim_start().starts_with('|'));
        let is_part = |at: &usize| {
            self.line(*at)
                .is_some_and(|line| is_border(line) || is_row(line))
        };
        let end = at + (at..self.lines()).take_while(is_part).count();
        let rows = (at..end).filter(|at| self.line(*at).is_some_and(is_row));
        if rows.count() < 2 {
            return Some(end);
        }
        for row in at..end {
            let (line, place) = (self.line(row)?, self.place(row));
            if is_border(line) {
                self.edit(place, "");
                continue;
            }
            let bare = line.trim_start();
            if !bare.starts_with(BARS) && !bare.starts_with('|') {
                self.edit(place.start..place.start, "| ");
            }
            for (found, sign) in line.match_indices(BARS) {
                let start = place.start + found;
                self.edit(start..start + sign.len(), "|");
            }
        }
        Some(end)
    }

    fn separated(&mut self, at: usize, sign: char) -> Option<usize> {
        let head = self.line(at)?;
        let width = split(head, sign)
            .filter(|cells| is_head(head, cells))?
            .len();
        let is_row = |at: &usize| {
            let Some(line) = self.line(*at) else {
                return false;
            };
            let is_row = |cells: &Vec<Range<usize>>| {
                cells.len() == width && cells.iter().any(|cell| is_amount(&line[cell.clone()]))
            };
            split(line, sign).is_some_and(|cells| is_row(&cells))
        };
        let end = at + 1 + (at + 1..self.lines()).take_while(is_row).count();
        if end == at + 1 {
            return None;
        }
        for row in at..end {
            let (line, start) = (self.line(row)?, self.place(row).start);
            let mut from = 0;
            for cell in split(line, sign)? {
                let before = if from == 0 { "| " } else { " | " };
                self.edit(start + from..start + cell.start, before);
                from = cell.end;
            }
            self.edit(start + from..start + line.len(), " |");
        }
        Some(end)
    }
}

/// Whether two lines are plainly a heading and a row whose cells commas set apart, also where it is not certain which
/// comma is one of an amount.
pub(in crate::parse::markdown) fn is_row_of_commas(head: &str, row: &str) -> bool {
    [',', ';'].into_iter().any(|sign| {
        let width = split(head, sign)
            .filter(|cells| is_head(head, cells))
            .map(|cells| cells.len());
        let cells = split(row, sign).unwrap_or_default();
        width.is_some_and(|width| cells.len() >= width)
            && cells.iter().any(|cell| is_amount(&row[cell.clone()]))
    })
}

/// Whether a line is drawn between two rows.
fn is_border(line: &str) -> bool {
    let line = line.trim();
    let is_drawn = |letter: char| matches!(letter, '\u{2500}'..='\u{257f}' | ' ');
    let is_ascii = line.len() > 2
        && line.starts_with('+')
        && line.ends_with('+')
        && line.chars().all(|letter| "+-=:".contains(letter));
    let has_corner = || {
        line.chars()
            .any(|c| !matches!(c, '─' | '━' | '═' | '│' | '┃' | '║' | ' '))
    };
    is_ascii || (!line.is_empty() && line.chars().all(is_drawn) && has_corner())
}

/// The cells of a row, without their quotation marks; nothing where it is none.
fn split(line: &str, sign: char) -> Option<Vec<Range<usize>>> {
    if line.contains(['|', '\t', '`', '[', '<']) || line.starts_with(['#', '>', ' ']) {
        return None;
    }
    let mut cells = Vec::new();
    let (mut start, mut is_quoted) = (0, false);
    for (at, letter) in line.char_indices() {
        if letter == '"' {
            is_quoted = !is_quoted;
        } else if letter == sign && !is_quoted {
            cells.push(start..at);
            start = at + 1;
        }
    }
    cells.push(start..line.len());
    let is_cell = |cell: &Range<usize>| {
        let text = &line[cell.clone()];
        // A sentence has a blank behind its commas.
        !text.starts_with(' ') && text.chars().nth(LONGEST_CELL).is_none()
    };
    let is_row = cells.len() >= LEAST_CELLS && cells.iter().all(is_cell) && !is_quoted;
    let without_marks = |cell: Range<usize>| {
        let text = &line[cell.clone()];
        let is_quoted = text.len() > 1 && text.starts_with('"') && text.ends_with('"');
        if is_quoted {
            cell.start + 1..cell.end - 1
        } else {
            cell
        }
    };
    is_row.then(|| cells.into_iter().map(without_marks).collect())
}

/// Whether cells are those of a heading: words.
fn is_head(line: &str, cells: &[Range<usize>]) -> bool {
    let is_word = |cell: &Range<usize>| {
        let text = line[cell.clone()].trim();
        text.chars().any(char::is_alphabetic) && !is_amount(text)
    };
    marker(line).is_none() && cells.iter().all(is_word)
}
