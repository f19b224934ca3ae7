//! The cells of one sheet to the rows of a dataset, and everything in it that is not understood.
//!
//! In: a sheet's cells and what the document asks for. Out: [`TakenRows`]. All faults are told in one run, each at its cell.

use super::amounts::{fractions, totals};
use super::counters::{CounterColumn, counters};
use super::fill::RecordReader;
use super::head::{Head, HeadColumn, head};
use super::heading::{HeadTarget, Headings};
use super::line::is_nothing;
use super::merged::MergedCells;
use super::place::{SheetPlaces, letters};
use super::records::{Record, RowReader, SheetRecords};
use crate::evidence::sheet::{Grid, MOST_COLUMNS, MOST_ROWS};
use crate::model::{
    Cell, Column, ColumnType, DatasetKind, NoneStated, Row, RowsFile, SheetDoubt, Written,
    is_grouping,
};
use crate::problem::{Diagnostic, Diagnostics, HiddenFault, RowsFault, SheetFault, titles};
use crate::rows::cell::choice;
use crate::rows::moment::read_period;
use crate::span::Span;
use crate::thai::nearest::nearest;

/// What a sheet gives.
#[derive(Default)]
pub(super) struct TakenRows {
    pub(super) rows: Vec<Row>,
    pub(super) none: Vec<NoneStated>,
    /// The keys and titles of counters, from left to right.
    pub(super) counters: Vec<(String, String)>,
    pub(super) findings: Diagnostics,
}

/// Takes the rows of a sheet.
pub(super) fn take(grid: &Grid, asked: &RowsFile, document: &Written) -> TakenRows {
    let mut taken = TakenRows::default();
    let mut places = SheetPlaces::of(asked, grid.sheet.as_deref());
    taken.tell_doubts(grid, asked, &places);
    let known = Headings::of(asked.kind);
    let Some(cells) = MergedCells::of(grid) else {
        taken.tell(RowsFault::Empty, places.at(None, None));
        return taken;
    };
    let Some(mut head) = head(&cells, &known) else {
        let problem = RowsFault::NoHead {
            data: asked.kind.name(),
            titles: titles(asked.kind.columns()),
        };
        taken.tell(problem, places.at(None, None));
        return taken;
    };
    places.know(&head);
    taken.tell_columns(&mut head, asked.kind, &places);
    let most = u32::try_from(MOST_ROWS).unwrap_or(u32::MAX);
    let last = cells
        .last
        .min(head.body.saturating_add(most).saturating_sub(1));
    let reader = RowReader {
        cells: &cells,
        head: &head,
        kind: asked.kind,
        last,
    };
    let records = reader.records(|text| section(text, &head, asked.kind, document));
    taken.tell_extent(grid, &head, last, &records, &places);
    let counted = counters(&cells, &head, &records, asked.kind, document);
    taken.tell_unknown(&cells, &head, &records, &counted, &places, asked.kind);
    let filling = RecordReader {
        cells: &cells,
        head: &head,
        asked,
        document,
        places: &places,
        counters: &counted,
    };
    taken.fill(&filling, &records);
    let keys = counted
        .into_iter()
        .map(|counter| (counter.key, counter.title));
    taken.counters = keys.collect();
    taken.tell_hidden(grid, &head, &records, &places);
    taken
}

/// What a line between rows says of those below it: the month of a dataset whose heading has none, or their group.
fn section(
    text: &str,
    head: &Head,
    kind: DatasetKind,
    document: &Written,
) -> Option<(&'static Column, Cell)> {
    let is_in_head = |column: &Column| {
        let mut columns = head.columns.iter();
        columns.any(|found| matches!(found.target, Some(HeadTarget::Column(other)) if other.name == column.name))
    };
    let mut columns = kind.columns().iter().filter(|column| !is_in_head(column));
    columns.find_map(|column| match column.kind {
        ColumnType::Period => Some((column, Cell::Period(read_period(text, document.year).ok()?))),
        ColumnType::Choice(choices) if is_grouping(column.name) => {
            Some((column, choice(text, choices).ok()?))
        }
        _ => None,
    })
}

impl TakenRows {
    pub(super) fn tell(&mut self, problem: impl Into<crate::problem::Problem>, at: Span) {
        self.findings.push(Diagnostic::new(problem, at));
    }

    /// Doubts about the file as a whole; those of single cells are told where they are read.
    fn tell_doubts(&mut self, grid: &Grid, asked: &RowsFile, places: &SheetPlaces) {
        for doubt in &grid.doubts {
            let is_told = match doubt {
                SheetDoubt::ErrorValue { cell, .. } => cell.is_empty(),
                SheetDoubt::NoValue { .. }
                | SheetDoubt::ErrorText { .. }
                | SheetDoubt::Garbled { .. }
                | SheetDoubt::OtherSheets { .. } => false,
                SheetDoubt::LostLetters { .. } | SheetDoubt::ShiftedCells { .. } => true,
            };
            if is_told {
                self.tell(SheetFault::Doubt(doubt.clone()), places.at(None, None));
            }
        }
        if !grid.others.is_empty() && asked.sheet.is_none() {
            let others = grid.others.clone();
            self.tell(RowsFault::OtherSheets { others }, places.at(None, None));
        }
        if grid.hidden.sheet {
            self.tell(RowsFault::Hidden(HiddenFault::Sheet), places.at(None, None));
        }
    }

    /// Columns that mean the same, of which the first is kept, and the one that no row can do without.
    fn tell_columns(&mut self, head: &mut Head, kind: DatasetKind, places: &SheetPlaces) {
        let mut seen: Vec<(&'static str, u32)> = Vec::new();
        for column in &mut head.columns {
            let Some(HeadTarget::Column(meant)) = column.target else {
                continue;
            };
            let earlier = seen.iter().find(|(name, _)| *name == meant.name);
            if let Some((_, first)) = earlier {
                let first = letters(*first);
                let title = meant.title;
                let at = places.at(Some(head.rows.end - 1), Some(column.index));
                self.findings
                    .push(Diagnostic::new(RowsFault::ColumnTwice { title, first }, at));
                column.target = Some(HeadTarget::Ignored);
            }
            seen.push((meant.name, column.index));
        }
        let first = &kind.columns()[0];
        let names = |column: &HeadColumn| match column.target {
            Some(HeadTarget::Column(column)) => column.name == first.name,
            Some(HeadTarget::Pair(one, other)) => [one.name, other.name].contains(&first.name),
            _ => false,
        };
        if !head.columns.iter().any(names) && !head.columns.is_empty() {
            let title = first.title;
            let at = places.at(Some(head.rows.end - 1), None);
            self.tell(RowsFault::ColumnMissing { title }, at);
        }
    }

    fn tell_extent(
        &mut self,
        grid: &Grid,
        head: &Head,
        last: u32,
        records: &SheetRecords,
        places: &SheetPlaces,
    ) {
        let Some([_, bottom, left, right]) = grid.bounds else {
            return;
        };
        let count =
            |from: u32, to: u32| usize::try_from(to.saturating_sub(from)).unwrap_or(usize::MAX) + 1;
        if bottom > last || count(left, right) > MOST_COLUMNS {
            let problem = RowsFault::Cut {
                rows: count(head.body, last),
                all_rows: count(head.body, bottom),
                most_columns: MOST_COLUMNS,
            };
            self.tell(problem, places.at(Some(last), None));
        } else if records.records.is_empty() {
            self.tell(RowsFault::Empty, places.at(None, None));
        }
        for place in &records.unread {
            let text = grid.cells.get(place).map_or("", |cell| &cell.text);
            let text = text.to_owned();
            self.tell(
                RowsFault::Line { text },
                places.at(Some(place.0), Some(place.1)),
            );
        }
    }

    /// Headings that are not known, as far as anything stands below them.
    fn tell_unknown(
        &mut self,
        cells: &MergedCells<'_>,
        head: &Head,
        records: &SheetRecords,
        counted: &[CounterColumn],
        places: &SheetPlaces,
        kind: DatasetKind,
    ) {
        let rows = || {
            let rows = records.records.iter().flat_map(|record| &record.rows);
            rows.chain(&records.passed)
        };
        for column in head.columns.iter().filter(|column| column.target.is_none()) {
            if counted.iter().any(|counter| counter.index == column.index) {
                continue;
            }
            let says = |row: &&u32| {
                let own = cells.own((**row, column.index));
                own.is_some_and(|cell| !is_nothing(&cell.text))
            };
            let count = rows().filter(says).count();
            if count > 0 {
                let problem = RowsFault::ColumnUnknown {
                    heading: column.heading.clone(),
                    cells: count,
                    near: nearest(&column.heading, titles(kind.columns())),
                    titles: titles(kind.columns()),
                };
                let at = places.at(Some(head.rows.end - 1), Some(column.index));
                self.tell(problem, at);
            }
        }
    }

    fn fill(&mut self, reader: &RecordReader<'_>, records: &SheetRecords) {
        let mut rows = Vec::new();
        for record in &records.records {
            let read = reader.read(record);
            self.findings.extend(read.findings);
            self.none.extend(read.none);
            rows.push(read.row);
        }
        let (cells, head, places) = (reader.cells, reader.head, reader.places);
        self.findings
            .extend(fractions(cells, head, records, places));
        self.findings
            .extend(totals(cells, head, records, &rows, places));
        self.rows.extend(rows.into_iter().flatten());
    }

    /// Rows and columns that Excel hides, as far as something of them is taken.
    fn tell_hidden(
        &mut self,
        grid: &Grid,
        head: &Head,
        records: &SheetRecords,
        places: &SheetPlaces,
    ) {
        let rows = || {
            records
                .records
                .iter()
                .flat_map(|record: &Record| &record.rows)
        };
        let mut hidden = rows().filter(|row| grid.hidden.rows.contains(row));
        if let Some(first) = hidden.next() {
            let count = hidden.count() + 1;
            let at = places.at(Some(*first), None);
            self.tell(RowsFault::Hidden(HiddenFault::Rows { count }), at);
        }
        for column in &head.columns {
            let is_used = !matches!(column.target, None | Some(HeadTarget::Ignored));
            if is_used && grid.hidden.columns.contains(&column.index) {
                let at = places.at(None, Some(column.index));
                self.tell(RowsFault::Hidden(HiddenFault::Column), at);
            }
        }
    }
}
