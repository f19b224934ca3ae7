//! The heading of a sheet: where it stands, and what each of its columns is for.
//!
//! In: the cells of a sheet and the headings of a kind of dataset. Out: [`Head`]. A heading may stand below lines of
//! titles, go over several rows with merged cells, and be followed by a row of numbers of columns.

use super::heading::{HeadTarget, Headings, fold};
use super::merged::MergedCells;
use crate::evidence::sheet::GridValue;
use crate::model::{Column, ColumnType};

/// Rows that a heading is looked for in.
const SEARCHED: u32 = 40;
/// Rows that a heading may go over.
const DEEPEST: u32 = 4;
/// The longest text that is a heading, in bytes.
const LONGEST: usize = 600;

/// The heading of a sheet.
pub(super) struct Head {
    /// Its columns, from left to right; those that nothing stands in, and that nothing is known of, are left out.
    pub(super) columns: Vec<HeadColumn>,
    /// The rows of it.
    pub(super) rows: std::ops::Range<u32>,
    /// The first row below it and its numbers of columns.
    pub(super) body: u32,
}

/// A column with its heading.
pub(super) struct HeadColumn {
    /// Its number, from 0.
    pub(super) index: u32,
    /// As it is written, the rows of the heading one after another.
    pub(super) heading: String,
    /// What its cells are for; `None` where that is not known.
    pub(super) target: Option<HeadTarget>,
}

impl HeadColumn {
    /// The column of the dataset that it holds, and nothing else.
    pub(super) fn column(&self) -> Option<&'static Column> {
        match self.target {
            Some(HeadTarget::Column(column)) => Some(column),
            _ => None,
        }
    }

    /// Whether anything in it is taken into the dataset, as far as its heading says.
    pub(super) fn is_used(&self) -> bool {
        !matches!(self.target, None | Some(HeadTarget::Ignored))
    }
}

impl Head {
    /// The number of the column that holds this one alone.
    pub(super) fn index_of(&self, column: &Column) -> Option<u32> {
        let is_it = |found: &&HeadColumn| found.column().is_some_and(|it| it.name == column.name);
        self.columns.iter().find(is_it).map(|found| found.index)
    }

    /// What the cells below a place of the heading are for.
    pub(super) fn target(&self, index: u32) -> Option<HeadTarget> {
        let mut columns = self.columns.iter();
        columns.find(|column| column.index == index)?.target
    }

    /// The columns of which it is not known what they are for.
    pub(super) fn unknown(&self) -> impl Iterator<Item = &HeadColumn> {
        let columns = self.columns.iter();
        columns.filter(|column| column.target.is_none())
    }

    /// The last row of it, where its columns are told.
    pub(super) fn last_row(&self) -> u32 {
        self.rows.end - 1
    }
}

/// Finds the heading; `None` where no row names a column that tells it from others.
pub(super) fn head(cells: &MergedCells<'_>, known: &Headings) -> Option<Head> {
    let last = cells.last.min(cells.top.saturating_add(SEARCHED));
    let mut best: Option<(usize, HeadRows<'_>)> = None;
    for row in cells.top..=last {
        if cells.filled(row).is_empty() {
            continue;
        }
        for depth in 1..=DEEPEST.min(last - row + 1) {
            let rows = HeadRows {
                cells,
                known,
                row,
                end: row + depth,
            };
            let score = rows.score();
            if score > 0 && best.as_ref().is_none_or(|(other, _)| score > *other) {
                best = Some((score, rows));
            }
        }
    }
    let (score, rows) = best?;
    // One word may stand anywhere, unless the sheet has no more than that column.
    let filled = (rows.row..rows.end).map(|row| cells.filled(row).len());
    let is_alone = score < 2 && filled.max()? > 2 && !rows.names_first();
    (!is_alone).then(|| rows.whole().head())
}

/// Rows that may be a heading.
struct HeadRows<'a> {
    cells: &'a MergedCells<'a>,
    known: &'a Headings,
    /// The first of them.
    row: u32,
    /// The row behind the last.
    end: u32,
}

impl HeadRows<'_> {
    fn targets(&self) -> impl Iterator<Item = HeadTarget> {
        let columns = self.cells.left..=self.cells.right;
        columns.filter_map(|column| self.known.target(&self.parts(column)))
    }

    /// How many columns of the dataset they name.
    fn score(&self) -> usize {
        let mut found: Vec<HeadTarget> = Vec::new();
        for target in self.targets() {
            if target != HeadTarget::Ignored && !found.contains(&target) {
                found.push(target);
            }
        }
        let pairs = found.iter().filter(|it| matches!(it, HeadTarget::Pair(..)));
        found.len() + pairs.count()
    }

    /// Whether they name the column that every row of the dataset needs.
    fn names_first(&self) -> bool {
        let first = self.known.kind.first_column();
        self.targets()
            .any(|target| matches!(target, HeadTarget::Column(column) if column.name == first.name))
    }

    /// The texts in a column, from top to bottom, a merged one once and numbers of columns not at all.
    fn parts(&self, column: u32) -> Vec<&str> {
        let cells = self.cells;
        let mut origins = Vec::new();
        let mut parts = Vec::new();
        for row in self.row..self.end {
            let origin = cells.origin((row, column));
            let text = cells.text(origin);
            let says = || !fold(text).is_empty() || text.chars().any(char::is_alphabetic);
            if is_words(cells, origin) && !origins.contains(&origin) && says() {
                origins.push(origin);
                parts.push(text);
            }
        }
        parts
    }

    /// The same with all rows that belong to them: merged cells reach down, and below a group of columns each is named.
    fn whole(self) -> Self {
        let (cells, row) = (self.cells, self.row);
        let mut end = self.end;
        let mut at = row;
        while at < end && at <= cells.last && end - row < DEEPEST {
            let filled = cells.filled(at);
            let bottoms = filled.iter().map(|column| cells.end((at, *column)).0);
            let below = bottoms.max().unwrap_or(at).max(at) + 1;
            end = end.max(below.min(row + DEEPEST));
            if names_groups(cells, at) {
                end = end.max(at + 2);
            }
            at += 1;
        }
        let end = end.min(cells.last + 1);
        Self { end, ..self }
    }

    fn head(&self) -> Head {
        let (cells, row) = (self.cells, self.row);
        let body = self.end + u32::from(is_numbered(cells, self.end));
        let mut columns: Vec<HeadColumn> = Vec::new();
        for index in cells.left..=cells.right {
            let parts = self.parts(index);
            let mut target = self.known.target(&parts);
            let is_blank = !(body..=cells.last).any(|row| cells.own((row, index)).is_some());
            // Under one merged heading that says nothing of each.
            let beside = columns.last_mut().filter(|before| {
                let top = cells.origin((row, index));
                let is_same = top == cells.origin((row, before.index));
                before.index + 1 == index && is_same && parts.len() < 2
            });
            if is_blank && (beside.is_some() || target.is_none()) {
                continue;
            }
            if let Some(before) = beside {
                match before.target {
                    Some(HeadTarget::Pair(first, second)) => {
                        before.target = Some(HeadTarget::Column(first));
                        target = Some(HeadTarget::Column(second));
                    }
                    Some(HeadTarget::Column(column)) if column.kind == ColumnType::Bidders => {
                        target = Some(HeadTarget::Offers);
                    }
                    _ => {}
                }
            }
            columns.push(HeadColumn {
                index,
                heading: parts.join(" "),
                target,
            });
        }
        Head {
            columns,
            rows: row..self.end,
            body,
        }
    }
}

/// Whether a cell holds words: amounts and days are no headings, nor is a whole page of text.
fn is_words(cells: &MergedCells<'_>, place: (u32, u32)) -> bool {
    let cell = cells.shown(place);
    cell.is_some_and(|cell| cell.value == GridValue::Text && cell.text.len() <= LONGEST)
}

/// Whether the row below one names the columns of its groups, and nothing else.
fn names_groups(cells: &MergedCells<'_>, row: u32) -> bool {
    let (above, below) = (cells.filled(row), cells.filled(row + 1));
    let is_named = |column: u32| !fold(cells.text((row + 1, column))).is_empty();
    let is_grouped = |column: u32| {
        above.iter().any(|left| {
            let (bottom, right) = cells.end((row, *left));
            *left < right && (*left..=right).contains(&column) && bottom == row
        })
    };
    let mut names = below.iter();
    row + 1 < cells.last
        && !below.is_empty()
        && names.all(|column| is_named(*column) && is_grouped(*column))
}

/// Whether a row holds the numbers of the columns: (1) (2) (3).
fn is_numbered(cells: &MergedCells<'_>, row: u32) -> bool {
    let filled = cells.filled(row);
    let number = |column: &u32| {
        let text = cells.text((row, *column)).trim();
        let text = crate::thai::numeral::to_arabic(text);
        let digits = text.trim_matches(['(', ')', '.', ' ']);
        digits.parse::<u32>().ok()
    };
    let numbers: Option<Vec<u32>> = filled.iter().map(number).collect();
    numbers.is_some_and(|numbers| {
        numbers.len() > 2 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
    })
}
