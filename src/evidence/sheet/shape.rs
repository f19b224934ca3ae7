//! A [`Grid`] to the table that is shown: titles, heading, rows, spans and alignment.
//!
//! Here is what Thai offices do with a sheet: a title over the whole width above the heading, a
//! heading of two rows with merged cells, and a total at the foot whose label is merged.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::grid::{Grid, MOST_COLUMNS, MOST_ROWS, Merge};
use super::text_faults::text_faults;
use crate::model::{Extent, Sheet, SheetCell, SheetDoubt};
use crate::thai::numeral::is_digit;

/// The table; `None` where no cell holds anything.
pub(super) fn shape(grid: &Grid) -> Option<Sheet> {
    let [top, bottom, left, right] = grid.bounds?;
    let all_columns = span(left, right);
    let kept = grid.last_whole_row()?.min(bottom);
    let mut window = Window {
        grid,
        left,
        columns: all_columns.min(MOST_COLUMNS),
        merges: BTreeMap::new(),
    };
    window.merges = (grid.merges.iter())
        .filter(|merge| merge.first.0 <= merge.last.0 && merge.first.1 <= merge.last.1)
        .map(|merge| (merge.first, *merge))
        .collect();
    let (titles, heading) = window.titles(top, kept);
    let body = window.heading_end(heading, kept);
    let all_rows = if body > bottom { 0 } else { span(body, bottom) };
    let last = kept.min(body.saturating_add(step(MOST_ROWS)).saturating_sub(1));
    let numbers: Vec<bool> = (0..window.columns)
        .map(|column| window.is_numeric(column, body, last))
        .collect();
    let head = window.section(heading, body - 1, &numbers);
    let rows = window.section(body, last, &numbers);
    let begun = head.iter().chain(&rows).flatten();
    let begun: BTreeSet<usize> = begun.map(|(column, _)| *column).collect();
    Some(Sheet {
        titles,
        extent: Extent {
            rows: rows.len(),
            all_rows: if last < bottom { all_rows } else { rows.len() },
            columns: window.columns,
            all_columns,
        },
        doubts: doubts(grid),
        head: without_empty_columns(head, &begun),
        rows: without_empty_columns(rows, &begun),
    })
}

/// What is probably not meant: in the file, in the texts of its cells, and other sheets that nobody sees.
fn doubts(grid: &Grid) -> Vec<SheetDoubt> {
    let others = grid.others.clone();
    let others = (!others.is_empty()).then_some(SheetDoubt::OtherSheets { others });
    let known = grid.doubts.iter().cloned();
    known.chain(text_faults(grid)).chain(others).collect()
}

/// The part of a grid that is shown.
struct Window<'a> {
    grid: &'a Grid,
    left: u32,
    columns: usize,
    /// By their first cell, which alone holds something.
    merges: BTreeMap<(u32, u32), Merge>,
}

impl Window<'_> {
    fn text(&self, row: u32, column: usize) -> &str {
        let cell = self.grid.cells.get(&(row, self.left + step(column)));
        cell.map_or("", |cell| &cell.text)
    }

    fn filled(&self, row: u32) -> Vec<usize> {
        let columns = 0..self.columns;
        columns
            .filter(|column| !self.text(row, *column).is_empty())
            .collect()
    }

    /// Over how many rows and columns a cell reaches, within the columns shown and down to `last`.
    fn reach(&self, row: u32, column: usize, last: u32) -> (usize, usize) {
        let Some(merge) = self.merges.get(&(row, self.left + step(column))) else {
            return (1, 1);
        };
        let right = self.left + step(self.columns - 1);
        (
            span(row, merge.last.0.min(last).max(row)),
            span(merge.first.1, merge.last.1.min(right)),
        )
    }

    /// The lines above the heading, and the row where it starts. Such a line holds one cell, while a
    /// row below holds several.
    fn titles(&self, top: u32, last: u32) -> (Vec<String>, u32) {
        let mut titles = Vec::new();
        for row in top..=last {
            match self.filled(row)[..] {
                [] => {}
                [column] if self.columns > 1 => titles.push(self.text(row, column).to_owned()),
                _ => return (titles, row),
            }
        }
        (Vec::new(), top)
    }

    /// The first row below the heading that starts at `start`.
    fn heading_end(&self, start: u32, last: u32) -> u32 {
        let mut end = start;
        let mut row = start;
        while row <= end && row < last {
            for column in self.filled(row) {
                let (rows, columns) = self.reach(row, column, last);
                let below = row.saturating_add(step(rows));
                let named = |column: usize| {
                    let text = self.text(below, column);
                    !text.is_empty() && !is_number(text)
                };
                // A group of columns is named above, and its columns in the row below.
                let is_group = columns > 1 && (column..column + columns).all(named);
                end = end.max(if is_group { below } else { below - 1 });
            }
            row += 1;
        }
        // A heading needs rows below it to be one of.
        if end >= last && start < last {
            start + 1
        } else {
            end.min(last) + 1
        }
    }

    /// Whether a column's cells are numbers, as far as they stand in it alone.
    fn is_numeric(&self, column: usize, first: u32, last: u32) -> bool {
        let at = self.left + step(column);
        let mut some = false;
        for row in first..=last {
            let Some(cell) = self.grid.cells.get(&(row, at)) else {
                continue;
            };
            if self.reach(row, column, last).1 > 1 {
                continue;
            }
            if !self.is_number(row, column) {
                return false;
            }
            some |= cell.text.contains(is_digit);
        }
        some
    }

    /// Rows from `first` to `last`; merged cells end with them.
    fn section(&self, first: u32, last: u32, numbers: &[bool]) -> Vec<Vec<PlacedCell>> {
        let mut covered: HashSet<(u32, usize)> = HashSet::new();
        let mut rows = Vec::new();
        for row in first..=last {
            let mut cells = Vec::new();
            for (column, is_numeric) in numbers.iter().enumerate() {
                if covered.contains(&(row, column)) {
                    continue;
                }
                let (height, width) = self.reach(row, column, last);
                // A damaged file may merge a cell twice.
                let across = (1..width).take_while(|n| !covered.contains(&(row, column + n)));
                let width = across.count() + 1;
                let down = (1..height).take_while(|n| !covered.contains(&(row + step(*n), column)));
                let height = down.count() + 1;
                for below in 0..height {
                    covered.extend((0..width).map(|across| (row + step(below), column + across)));
                }
                let text = self.text(row, column).to_owned();
                let is_number = if width > 1 {
                    self.is_number(row, column) && text.contains(is_digit)
                } else {
                    *is_numeric
                };
                let cell = SheetCell {
                    text,
                    is_number,
                    rows: height,
                    columns: width,
                };
                cells.push((column, cell));
            }
            rows.push(cells);
        }
        without_empty_rows(rows)
    }

    fn is_number(&self, row: u32, column: usize) -> bool {
        let cell = self.grid.cells.get(&(row, self.left + step(column)));
        cell.is_none_or(|cell| cell.is_number() || is_number(&cell.text))
    }
}

/// A cell at its column.
type PlacedCell = (usize, SheetCell);

/// Takes out rows in which no cell begins, because those above reach over all of them: such a row says
/// nothing, and HTML does not allow it.
fn without_empty_rows(mut rows: Vec<Vec<PlacedCell>>) -> Vec<Vec<PlacedCell>> {
    for at in (0..rows.len()).rev() {
        if rows[at].is_empty() {
            rows.remove(at);
            for (above, row) in rows[..at].iter_mut().enumerate() {
                for (_, cell) in row.iter_mut().filter(|(_, cell)| above + cell.rows > at) {
                    cell.rows -= 1;
                }
            }
        }
    }
    rows
}

/// Takes out columns in which no cell begins, for the same reason.
fn without_empty_columns(
    rows: Vec<Vec<PlacedCell>>,
    begun: &BTreeSet<usize>,
) -> Vec<Vec<SheetCell>> {
    let narrow = |(column, mut cell): PlacedCell| {
        cell.columns = begun.range(column..column + cell.columns).count();
        cell
    };
    rows.into_iter()
        .map(|row| row.into_iter().map(narrow).collect())
        .collect()
}

/// Whether a cell stands in a column of numbers without spoiling it: `1,250.50`, `๑๒ %`, `(300)`, `-`.
fn is_number(text: &str) -> bool {
    let text = text.trim();
    if matches!(text, "" | "-" | "–" | "—") {
        return true;
    }
    let inner = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    let inner = inner.unwrap_or(text);
    let inner = inner.strip_prefix(['-', '−', '+']).unwrap_or(inner);
    let inner = inner.strip_suffix('%').unwrap_or(inner).trim();
    let starts_well = inner.starts_with(|c| is_digit(c) || c == '.') && inner.contains(is_digit);
    starts_well
        && inner.matches('.').count() < 2
        && inner.chars().all(|c| is_digit(c) || matches!(c, ',' | '.'))
}

/// How many there are from the first to the last.
fn span(first: u32, last: u32) -> usize {
    usize::try_from(last - first).map_or(usize::MAX, |more| more.saturating_add(1))
}

/// A count of rows or columns that are shown, as the file counts.
fn step(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::is_number;

    #[test]
    fn numbers_as_offices_write_them() {
        for text in ["1,250.50", "๑,๒๕๐", "12 %", "-5", "(300)", "-", ".5", "๑๒%"] {
            assert!(is_number(text), "{text}");
        }
        for text in ["053-123456", "1/10/2565", "12 บาท", "1.2.3", "%", "()", "ก"] {
            assert!(!is_number(text), "{text}");
        }
    }
}
