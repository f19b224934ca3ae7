//! The heading of a sheet: where it stands, and what each of its columns is for.
//!
//! In: the cells of a sheet and the headings of a kind of dataset. Out: [`Head`]. A heading may stand below lines of
//! titles, go over several rows with merged cells, and be followed by a row of numbers of columns.

use super::heading::{HeadTarget, Headings, fold};
use super::merged::MergedCells;
use crate::evidence::sheet::GridValue;
use crate::model::ColumnType;

/// Rows that a heading is looked for in.
const SEARCHED: u32 = 40;
/// Rows that a heading may go over.
const DEEPEST: u32 = 4;

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

/// Finds the heading; `None` where no row names a column that tells it from others.
pub(super) fn head(cells: &MergedCells<'_>, known: &Headings) -> Option<Head> {
    let last = cells.last.min(cells.top.saturating_add(SEARCHED));
    let mut best: Option<(usize, u32, u32)> = None;
    for row in cells.top..=last {
        if cells.filled(row).is_empty() {
            continue;
        }
        for depth in 1..=DEEPEST.min(last - row + 1) {
            let score = score(cells, known, row, depth);
            if score > 0 && best.is_none_or(|(other, ..)| score > other) {
                best = Some((score, row, depth));
            }
        }
    }
    let (score, row, depth) = best?;
    // One word may stand anywhere, unless the sheet has no more than that column.
    let filled = (row..row + depth)
        .map(|row| cells.filled(row).len())
        .max()?;
    let is_alone = score < 2 && filled > 2 && !names_first(cells, known, row, depth);
    (!is_alone).then(|| Head::at(cells, known, row, depth))
}

/// How many columns of the dataset rows name as a heading.
fn score(cells: &MergedCells<'_>, known: &Headings, row: u32, depth: u32) -> usize {
    let mut found: Vec<HeadTarget> = Vec::new();
    for column in cells.left..=cells.right {
        let target = target(cells, known, row, depth, column);
        let target = target.filter(|target| *target != HeadTarget::Ignored);
        found.extend(target.filter(|target| !found.contains(target)));
    }
    let names = |target: &HeadTarget| {
        if matches!(target, HeadTarget::Pair(..)) {
            2
        } else {
            1
        }
    };
    found.iter().map(names).sum()
}

/// Whether rows name the column that every row of the dataset needs.
fn names_first(cells: &MergedCells<'_>, known: &Headings, row: u32, depth: u32) -> bool {
    let mut columns = cells.left..=cells.right;
    columns.any(|column| {
        let target = target(cells, known, row, depth, column);
        matches!(target, Some(HeadTarget::Column(column)) if known.is_first(column))
    })
}

/// The texts of a heading in a column, from top to bottom, a merged one once and numbers of columns not at all.
fn parts<'a>(cells: &MergedCells<'a>, row: u32, depth: u32, column: u32) -> Vec<&'a str> {
    let mut origins = Vec::new();
    let mut parts = Vec::new();
    for row in row..row + depth {
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

/// The longest text that is a heading, in bytes.
const LONGEST: usize = 600;

/// Whether a cell holds words: amounts and days are no headings, nor is a whole page of text.
fn is_words(cells: &MergedCells<'_>, place: (u32, u32)) -> bool {
    let cell = cells.shown(place);
    cell.is_some_and(|cell| matches!(cell.value, GridValue::Text) && cell.text.len() <= LONGEST)
}

fn target(
    cells: &MergedCells<'_>,
    known: &Headings,
    row: u32,
    depth: u32,
    column: u32,
) -> Option<HeadTarget> {
    known.target(&parts(cells, row, depth, column))
}

impl Head {
    fn at(cells: &MergedCells<'_>, known: &Headings, row: u32, depth: u32) -> Self {
        let end = Self::end(cells, row, depth);
        let depth = end - row;
        let body = end + u32::from(is_numbered(cells, end));
        let mut columns: Vec<HeadColumn> = Vec::new();
        for index in cells.left..=cells.right {
            let parts = parts(cells, row, depth, index);
            let holds = |row| cells.own((row, index)).is_some();
            let is_blank = !(body..=cells.last).any(holds);
            let beside = columns.last().filter(|before| {
                let top = cells.origin((row, index));
                before.index + 1 == index && top == cells.origin((row, before.index))
            });
            let shares_head = beside.is_some() && parts.len() < 2;
            if is_blank && (shares_head || known.target(&parts).is_none()) {
                continue;
            }
            let target = match beside.filter(|_| shares_head).map(|before| before.target) {
                Some(Some(HeadTarget::Pair(first, second))) => {
                    if let Some(before) = columns.last_mut() {
                        before.target = Some(HeadTarget::Column(first));
                    }
                    Some(HeadTarget::Column(second))
                }
                Some(Some(HeadTarget::Column(column))) if column.kind == ColumnType::Bidders => {
                    Some(HeadTarget::Offers)
                }
                _ => known.target(&parts),
            };
            columns.push(HeadColumn {
                index,
                heading: parts.join(" "),
                target,
            });
        }
        Self {
            columns,
            rows: row..end,
            body,
        }
    }

    /// The row behind a heading: merged cells reach down, and below a group of columns each is named.
    fn end(cells: &MergedCells<'_>, row: u32, depth: u32) -> u32 {
        let mut end = row + depth;
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
        end.min(cells.last + 1)
    }
}

/// Whether the row below one names the columns of its groups, and nothing else.
fn names_groups(cells: &MergedCells<'_>, row: u32) -> bool {
    let groups = cells.filled(row).into_iter().map(|column| {
        let (bottom, right) = cells.end((row, column));
        (column, right, bottom)
    });
    let groups: Vec<(u32, u32, u32)> = groups.filter(|(left, right, _)| left < right).collect();
    let below = cells.filled(row + 1);
    let is_named = |column: &u32| !fold(cells.text((row + 1, *column))).is_empty();
    let is_grouped = |column: &u32| {
        let mut groups = groups.iter();
        groups.any(|(left, right, bottom)| (left..=right).contains(&column) && *bottom == row)
    };
    row + 1 < cells.last && !below.is_empty() && below.iter().all(|c| is_named(c) && is_grouped(c))
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
