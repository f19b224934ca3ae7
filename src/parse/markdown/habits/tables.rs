//! Tables as they come from Word and Excel, and tables whose line of dashes is missing or wrong.
//!
//! In: lines with tabs or `|` that stand together (those with blanks are in `columns`). Out: edits that make them a
//! table of Markdown with a column for every cell: one that the heading has no room for would be dropped.

use std::ops::Range;

use memchr::memchr_iter;

use super::blocks::{TypedLine, is_labelled};
use super::{Above, Habits, blocks};
use crate::parse::markdown::points::{Beginning, beginning};

/// Columns that are added to the heading of a table; no page shows more.
const MOST_COLUMNS: usize = 100;

/// What lines of dashes are made of, also by Word.
const DASHES: &str = "-—–―─‐‑‒−_=";

impl Habits<'_> {
    /// Makes a table of what begins at a line, and says which line comes next.
    pub(super) fn table(&mut self, at: usize) -> Option<usize> {
        let first = self.line(at)?;
        let begins = !first.rest.starts_with(['>', '#']) && blocks::marker(first.rest).is_none();
        let rows = if !begins {
            None
        } else if first.rest.contains('|') {
            self.pipes(at)
        } else if first.rest.contains('\t') {
            self.tabs(at)
        } else {
            self.blanks(at)
        }?;
        for row in rows.clone() {
            let row = self.line(row)?;
            self.inside(&row);
        }
        // What follows is text, not a row without signs.
        let (last, next) = (self.line(rows.end - 1)?, self.line(rows.end));
        if next.is_some_and(|next| !next.is_blank()) {
            self.edit(last.end()..last.end(), "\n");
        }
        self.above = Above::Nothing;
        Some(rows.end)
    }

    /// What has to stand before the first row of a table, so that it ends the paragraph above.
    pub(super) fn end_paragraph(&self) -> &'static str {
        if self.above == Above::Nothing {
            ""
        } else {
            "\n"
        }
    }

    /// How deep the list is indented that a line stands in.
    fn base(&self, line: &TypedLine<'_>) -> usize {
        let list = self
            .lists
            .iter()
            .rev()
            .find(|list| list.typed <= line.column);
        list.map_or(0, |list| list.set)
    }

    /// Rows with tabs between their cells.
    fn tabs(&mut self, at: usize) -> Option<Range<usize>> {
        if !self.has_tabs(at) {
            return None;
        }
        let columns = self.cells_by_tab(at)?;
        let rows = (at + 1..).take_while(|row| {
            let line = self.line(*row);
            self.has_tabs(*row)
                || (columns > 2
                    && line.is_some_and(|line| {
                        !line.is_blank() && self.cells_by_tab(*row) == Some(columns)
                    }))
        });
        let rows = at..at + 1 + rows.count();
        if rows.len() < 2 {
            return None;
        }
        let all_deep = rows.clone().all(|row| self.raw(row).starts_with('\t'));
        let columns = rows
            .clone()
            .filter_map(|row| self.cells_by_tab(row))
            .max()?;
        // The head of a letter is none.
        let is_labelled = |row| self.line(row).is_some_and(|line| is_labelled(line.rest));
        if columns - usize::from(all_deep) == 2 && rows.clone().all(is_labelled) {
            return None;
        }
        let columns = (columns - usize::from(all_deep)).min(MOST_COLUMNS);
        for row in rows.clone() {
            let line = self.line(row)?;
            let is_first = row == at;
            let before = if is_first { self.end_paragraph() } else { "" };
            let blanks = line.indentation();
            let empty = if all_deep {
                0
            } else {
                self.raw(row).chars().take_while(|c| *c == '\t').count()
            };
            self.edit(blanks, format!("{before}|{}", " |".repeat(empty)));
            for (place, _) in line.rest.match_indices('\t') {
                let tab = line.start + place;
                self.edit(tab..tab + 1, " | ");
            }
            let mut end = " |".to_owned();
            if is_first {
                let count = self.cells_by_tab(row)? - usize::from(all_deep);
                end += &" |".repeat(columns.saturating_sub(count));
                end.extend(["\n", &proper("", columns)]);
            }
            self.edit(line.end()..line.end(), end);
        }
        Some(rows)
    }

    fn raw(&self, at: usize) -> &str {
        self.lines
            .get(at)
            .map_or("", |line| &self.text[line.clone()])
    }

    fn cells_by_tab(&self, at: usize) -> Option<usize> {
        let raw = self.raw(at).trim_end();
        (!raw.is_empty()).then(|| raw.matches('\t').count() + 1)
    }

    /// Whether a line is a row of cells: a tab behind the number of a point makes none, nor one at its beginning.
    fn has_tabs(&self, at: usize) -> bool {
        let Some(line) = self.line(at) else {
            return false;
        };
        let Some((first, rest)) = line.rest.split_once('\t') else {
            return false;
        };
        let is_point = blocks::marker(line.rest).is_some() || beginning(first) == Beginning::Point;
        let is_row = !is_point || rest.contains('\t');
        is_row && !line.rest.contains('|') && !line.rest.starts_with('<')
    }

    /// Rows with `|` between their cells, the first of them being the heading.
    fn pipes(&mut self, at: usize) -> Option<Range<usize>> {
        let first = self.line(at)?;
        let below = self.line(at + 1)?;
        let has_sign = |line: &TypedLine<'_>| line.rest.starts_with('|');
        let has_signs = has_sign(&first) && has_sign(&below);
        // Of lines that were found to be no table only these can begin one.
        if at < self.no_table && !has_signs && !is_dashes(below.rest) {
            return None;
        }
        let is_row = |row: usize| {
            let line = self.line(row)?;
            let is_dashes = row == at + 1 && first.rest.starts_with('|') && is_dashes(line.rest);
            (line.rest.contains('|') || is_dashes).then_some(line)
        };
        let rows: Vec<TypedLine<'_>> = (at..).map_while(is_row).collect();
        // A line of dashes above the heading is an ornament.
        let top = usize::from(is_dashes(rows[0].rest));
        let (head, second) = (rows.get(top)?, rows.get(top + 1));
        let dashes = second.filter(|line| is_dashes(line.rest));
        let width = cells(head.rest).count();
        let is_even = || width > 1 && rows.iter().all(|row| cells(row.rest).count() == width);
        let is_table = dashes.is_some() || top == 1 || has_signs || is_even();
        if !is_table || rows.len() < 2 {
            self.no_table = at + rows.len();
            return None;
        }
        let body = &rows[top + 1 + usize::from(dashes.is_some())..];
        let widest = body.iter().map(|row| filled(row.rest)).max().unwrap_or(0);
        let columns = widest.max(width).min(width + MOST_COLUMNS);
        let base = self.base(head);
        if top == 0 && self.above != Above::Nothing {
            let begins = head.indentation().start;
            self.edit(begins..begins, "\n");
        }
        for row in rows.iter().filter(|row| row.column >= base + 4) {
            self.edit(row.indentation(), " ".repeat(base));
        }
        if top == 1 {
            self.edit(rows[0].start..rows[0].end(), "");
        }
        self.heading_row(head, dashes, (width, columns), base);
        Some(at..at + rows.len())
    }

    /// Gives a heading as many cells as its table has, and the line of dashes below it. `columns`: of the heading, and
    /// of the table.
    fn heading_row(
        &mut self,
        head: &TypedLine<'_>,
        dashes: Option<&TypedLine<'_>>,
        (width, columns): (usize, usize),
        base: usize,
    ) {
        let end = head.end();
        if columns > width {
            let bar = if head.rest.ends_with('|') { "" } else { " |" };
            self.edit(end..end, bar.to_owned() + &" |".repeat(columns - width));
        }
        match dashes {
            Some(line) if columns == width && is_proper(line.rest, width) => {}
            Some(line) => self.edit(line.start..line.end(), proper(line.rest, columns)),
            None => {
                let line = ["\n", &" ".repeat(base), &proper("", columns)].concat();
                self.edit(end..end, line);
            }
        }
    }
}

/// The cells of a row with `|`.
pub(super) fn cells(row: &str) -> impl Iterator<Item = &str> {
    let row = row.strip_prefix('|').unwrap_or(row);
    let inside = row.strip_suffix('|');
    let row = inside.filter(|row| !row.ends_with('\\')).unwrap_or(row);
    let is_border = |at: &usize| !row[..*at].ends_with('\\');
    let borders = memchr_iter(b'|', row.as_bytes()).filter(is_border);
    let mut from = 0;
    borders.chain([row.len()]).map(move |end| {
        let cell = row[from..end].trim();
        from = end + 1;
        cell
    })
}

/// How many cells a row has up to the last that says something.
fn filled(row: &str) -> usize {
    let cells = cells(row).zip(1..);
    cells
        .filter(|(cell, _)| !cell.is_empty())
        .last()
        .map_or(0, |(_, count)| count)
}

/// Whether a line is meant as the line of dashes below a heading.
pub(super) fn is_dashes(line: &str) -> bool {
    let is_sign = |c: char| matches!(c, '|' | ':' | ' ' | '\t' | '+') || DASHES.contains(c);
    line.chars().all(is_sign) && line.contains(|c| DASHES.contains(c))
}

/// Whether Markdown takes it as one for so many columns.
fn is_proper(line: &str, columns: usize) -> bool {
    let is_proper = |cell: &str| {
        let dashes = cell.strip_prefix(':').unwrap_or(cell);
        let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
        !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
    };
    cells(line).count() == columns && cells(line).all(is_proper)
}

/// The line of dashes for so many columns, aligned as one that was meant so.
pub(super) fn proper(line: &str, columns: usize) -> String {
    let cells: Vec<&str> = cells(line).collect();
    let cell = |column: usize| {
        let cell = cells.get(column).copied().unwrap_or("");
        match (cell.starts_with(':'), cell.ends_with(':')) {
            (true, true) => ":-:|",
            (true, false) => ":--|",
            (false, true) => "--:|",
            (false, false) => "---|",
        }
    };
    "|".to_owned() + &(0..columns).map(cell).collect::<String>()
}
