//! Tables whose columns are set apart by blanks alone, as they come out of Word and PDF.
//!
//! In: lines that stand together, each with cells between wide blanks. Out: edits that make them a table of Markdown.
//! Where it is not certain which column a cell belongs to they stay as they are, and are told.

use std::ops::Range;

use memchr::memmem::find;

use super::Habits;
use super::blocks::{self, TypedLine, is_labelled};
use super::tables::{is_dashes, proper};
use crate::parse::markdown::points::{Beginning, beginning};

/// Blanks that set two cells apart, at least.
const WIDE: usize = 3;

/// Letters of a cell, at most: a text with gaps is no row.
const LONGEST_CELL: usize = 100;

/// What rows begin with that have a name and a sum, and nothing between.
const SUMS: [&str; 4] = ["รวม", "ยอดรวม", "ผลรวม", "ทั้งสิ้น"];

/// Whether a text has blanks so wide.
pub(super) fn may_have(text: &str) -> bool {
    let has = |blanks: &str| find(text.as_bytes(), blanks.as_bytes()).is_some();
    has("   ") || has("\u{a0}\u{a0}") || has(" \u{a0} ")
}

/// Whether a line is as plainly a row of three or more cells as can be.
pub(in crate::parse::markdown) fn is_row_of_blanks(line: &str) -> bool {
    cells(line.trim()).is_some_and(|cells| cells.len() > 2)
}

/// The cells of a line that are set apart by wide blanks, where it may be a row.
fn cells(line: &str) -> Option<Vec<Range<usize>>> {
    if !may_have(line) || line.contains(['\t', '|']) || line.starts_with(['<', '>', '#']) {
        return None;
    }
    let mut cells = Vec::new();
    let (mut start, mut blanks) = (0, 0..0);
    let mut count = 0;
    for (at, letter) in line.char_indices() {
        if matches!(letter, ' ' | '\u{a0}' | '\u{2000}'..='\u{200a}') {
            if count == 0 {
                blanks.start = at;
            }
            count += 1;
            continue;
        }
        if count >= WIDE {
            cells.push(start..blanks.start);
            start = at;
        }
        count = 0;
    }
    cells.push(start..line.len());
    let is_short = |cell: &Range<usize>| line[cell.clone()].chars().nth(LONGEST_CELL).is_none();
    let first = &line[cells[0].clone()];
    let is_point = blocks::marker(first).is_some() || beginning(first) == Beginning::Point;
    let least = if is_point && first.len() < 16 { 3 } else { 2 };
    (cells.len() >= least && cells.iter().all(is_short)).then_some(cells)
}

/// A line with its cells.
struct RowOfBlanks<'a> {
    line: TypedLine<'a>,
    cells: Vec<Range<usize>>,
    /// In which column each cell stands; no more than are known.
    columns: Vec<usize>,
}

impl Habits<'_> {
    /// Makes a table of the lines from `at` on, and says which they are.
    pub(super) fn blanks(&mut self, at: usize) -> Option<Range<usize>> {
        if at < self.no_columns {
            return None;
        }
        let mut rows = Vec::new();
        let mut has_dashes = false;
        let mut end = at;
        while let Some(line) = self.line(end) {
            let is_second = end == at + 1;
            if is_second && is_dashes(line.rest) {
                has_dashes = true;
            } else if let Some(cells) = cells(line.rest) {
                rows.push((line, cells));
            } else {
                break;
            }
            end += 1;
        }
        let Some((rows, width)) = placed(rows) else {
            self.no_columns = end;
            return None;
        };
        for (number, row) in rows.iter().enumerate() {
            self.row_of_blanks(row, width, number == 0);
        }
        let dashes = proper("", width);
        if has_dashes {
            let line = self.line(at + 1)?;
            self.edit(line.indentation().start..line.end(), dashes);
        } else {
            let head = rows[0].line.end();
            self.edit(head..head, "\n".to_owned() + &dashes);
        }
        Some(at..end)
    }

    fn row_of_blanks(&mut self, row: &RowOfBlanks<'_>, width: usize, is_first: bool) {
        let line = &row.line;
        let mut before = if is_first { self.end_paragraph() } else { "" };
        let mut column = 0;
        let mut from = line.indentation();
        for (cell, wanted) in row.cells.iter().zip(&row.columns) {
            let bars = "| ".repeat(wanted + 1 - column);
            self.edit(from.clone(), before.to_owned() + &bars);
            before = " ";
            column = wanted + 1;
            from = line.start + cell.end..line.start + cell.end;
            // The blanks up to the next cell.
            let rest = &line.rest[cell.end..];
            from.end += rest.len() - rest.trim_start().len();
        }
        self.edit(from, format!(" |{}", " |".repeat(width - column)));
    }
}

/// The rows with the column of each cell, and how many columns there are; nothing where that is not certain.
fn placed(rows: Vec<(TypedLine<'_>, Vec<Range<usize>>)>) -> Option<(Vec<RowOfBlanks<'_>>, usize)> {
    let width = rows.iter().map(|(_, cells)| cells.len()).max()?;
    let whole = rows.iter().filter(|(_, cells)| cells.len() == width);
    let margin = whole.clone().map(|(line, _)| line.column).max()?;
    if whole.count() < 2 || (width == 2 && rows.iter().all(|(line, _)| is_labelled(line.rest))) {
        return None;
    }
    let first = rows[0].0.start;
    let placed = rows.into_iter().map(|(line, cells)| {
        let columns: Vec<usize> = match cells.len() {
            count if count == width => (0..width).collect(),
            // A heading whose first cell is empty.
            count if count + 1 == width && line.start == first && line.column >= margin + WIDE => {
                (1..width).collect()
            }
            2 if SUMS.iter().any(|word| line.rest.starts_with(word)) => vec![0, width - 1],
            _ => return None,
        };
        Some(RowOfBlanks {
            line,
            cells,
            columns,
        })
    });
    Some((placed.collect::<Option<_>>()?, width))
}
