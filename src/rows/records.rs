//! The rows of a sheet to the rows of a dataset: what belongs together, and what is no row at all.
//!
//! In: the cells below a heading. Out: [`Record`]s, each of one row of the sheet or of several that say one thing; rows of
//! totals; lines that were not understood. Blank rows, headings that are repeated on every page, rows that have nothing but
//! their number, and remarks at the foot are passed over.

use super::cell::choice;
use super::head::HeadColumn;
use super::heading::HeadTarget;
use super::line::{is_foot, is_nothing, states_none};
use super::merged::GridPlace;
use super::moment::read_period;
use super::reader::SheetReader;
use crate::evidence::sheet::GridValue;
use crate::model::{Cell, Column, ColumnType, DatasetKind, is_grouping, is_total};

/// A row of the dataset, or a statement that there is none.
pub(super) struct Record {
    /// The rows of the sheet, from top to bottom.
    pub(super) rows: Vec<u32>,
    /// What the whole line states, where it is no row of columns.
    pub(super) line: Option<GridPlace>,
    /// What the headings between rows say of it: a month, a group.
    pub(super) sections: Vec<(&'static Column, Cell)>,
}

/// What a sheet holds below its heading.
#[derive(Default)]
pub(super) struct SheetRecords {
    pub(super) records: Vec<Record>,
    /// Rows of totals, each with the number of records above it.
    pub(super) totals: Vec<(u32, usize)>,
    /// Rows that have nothing in a column of the dataset.
    pub(super) passed: Vec<u32>,
    /// Lines that are nothing of this.
    pub(super) unread: Vec<GridPlace>,
}

impl SheetRecords {
    /// The rows of all records.
    pub(super) fn rows(&self) -> impl Iterator<Item = u32> {
        let rows = self.records.iter().flat_map(|record| &record.rows);
        rows.copied()
    }
}

/// What a row is.
enum RowKind {
    /// Nothing of the dataset.
    Passed,
    /// Nothing but what no column of it is for.
    Aside,
    Total,
    /// The first line of the foot.
    Foot,
    /// One cell over the whole width.
    Line(GridPlace),
    /// More of the record above.
    Continues,
    Begins,
}

impl SheetReader<'_> {
    /// The records of a sheet.
    pub(super) fn records(&self) -> SheetRecords {
        let mut found = SheetRecords::default();
        let mut sections: Vec<(&'static Column, Cell)> = Vec::new();
        let (mut is_foot, mut is_after_total) = (false, false);
        for row in self.head.body..=self.last {
            let kind = self.kind_of(row, is_foot);
            match kind {
                RowKind::Passed => continue,
                RowKind::Aside => found.passed.push(row),
                RowKind::Total => found.totals.push((row, found.records.len())),
                RowKind::Foot => is_foot = true,
                RowKind::Line(place) => {
                    let text = self.cells.text(place);
                    if states_none(text) {
                        found.records.push(Record {
                            rows: vec![row],
                            line: Some(place),
                            sections: sections.clone(),
                        });
                    } else if let Some((column, cell)) = self.section(text) {
                        sections.retain(|(other, _)| other.name != column.name);
                        sections.push((column, cell));
                    } else if !is_after_total {
                        found.unread.push(place);
                    }
                }
                RowKind::Continues => {
                    if let Some(record) = found.records.last_mut() {
                        record.rows.push(row);
                    }
                }
                RowKind::Begins => {
                    is_foot = false;
                    found.records.push(Record {
                        rows: vec![row],
                        line: None,
                        sections: sections.clone(),
                    });
                }
            }
            is_after_total = matches!(kind, RowKind::Total)
                || is_after_total && matches!(kind, RowKind::Line(_));
        }
        found
    }

    /// What a line between rows says of those below it: the month of a dataset whose heading has none, or their group.
    fn section(&self, text: &str) -> Option<(&'static Column, Cell)> {
        let columns = self.kind().columns().iter();
        let mut lacking = columns.filter(|column| self.head.index_of(column).is_none());
        lacking.find_map(|column| {
            let cell = match column.kind {
                ColumnType::Period => Cell::Period(read_period(text, self.document.year).ok()?),
                ColumnType::Choice(choices) if is_grouping(column.name) => {
                    choice(text, choices).ok()?
                }
                _ => return None,
            };
            Some((column, cell))
        })
    }

    fn kind_of(&self, row: u32, is_below_foot: bool) -> RowKind {
        let filled = self.cells.filled(row);
        let holds = |column: &u32| !is_nothing(self.cells.text((row, *column)));
        let Some(first) = filled.iter().copied().find(holds) else {
            return RowKind::Passed;
        };
        let text = self.cells.text((row, first));
        if self.repeats_heading(row) {
            return RowKind::Passed;
        }
        if self.adds_up() && is_total(text) {
            return RowKind::Total;
        }
        let said: Vec<u32> = filled.iter().copied().filter(holds).collect();
        let columns = self.head.columns.iter();
        let used = columns.filter(|column| column.is_used() && said.contains(&column.index));
        let used: Vec<&HeadColumn> = used.collect();
        let has_number = filled.iter().any(|column| {
            let cell = self.cells.own((row, *column));
            cell.is_some_and(|cell| matches!(cell.value, GridValue::Number { .. }))
        });
        if is_foot(text) && !has_number || is_below_foot && !has_number && used.len() < 3 {
            return RowKind::Foot;
        }
        let place = (row, first);
        let is_wide = self.cells.end(place).1 > first;
        if said.len() == 1 && (is_wide || used.is_empty()) {
            // Rows that are numbered and not yet filled in.
            return if text.chars().any(char::is_alphabetic) {
                RowKind::Line(place)
            } else {
                RowKind::Passed
            };
        }
        if used.is_empty() {
            return RowKind::Aside;
        }
        self.begins_or_continues(row, &used)
    }

    /// Whether a row is one of its own. In a dataset with bidders, a row below the same merged name and one that has
    /// nothing but bidders belong to the row above.
    fn begins_or_continues(&self, row: u32, used: &[&HeadColumn]) -> RowKind {
        let is_of_bidders = |column: &Column| column.kind == ColumnType::Bidders;
        let joins = self.kind().columns().iter().any(is_of_bidders);
        let is_bidders = |column: &&HeadColumn| {
            column.target == Some(HeadTarget::Offers) || column.column().is_some_and(is_of_bidders)
        };
        let is_below = self.first_index().is_some_and(|index| {
            let origin = self.cells.origin((row, index));
            origin.0 < row && origin.0 >= self.head.body && !is_nothing(self.cells.text(origin))
        });
        if joins && row > self.head.body && (is_below || used.iter().all(is_bidders)) {
            return RowKind::Continues;
        }
        RowKind::Begins
    }

    /// Whether there are totals of the dataset: columns of amounts, or counters.
    fn adds_up(&self) -> bool {
        let mut columns = self.kind().columns().iter();
        self.kind() == DatasetKind::Statistics
            || columns.any(|column| column.kind == ColumnType::Number)
    }

    /// Whether a row says the same as the heading, as on every page of a long form.
    fn repeats_heading(&self, row: u32) -> bool {
        let filled = self.cells.filled(row);
        let same = |column: &u32| {
            let text = self.cells.text((row, *column));
            let mut rows = self.head.rows.clone();
            rows.any(|head| self.cells.text((head, *column)) == text)
        };
        filled.len() > 1 && filled.iter().all(same)
    }
}
