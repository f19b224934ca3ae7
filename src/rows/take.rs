//! The cells of one sheet to the rows of a dataset, and everything in it that is not understood.
//!
//! In: a sheet's cells and what the document asks for. Out: [`TakenRows`]. All faults are told in one run, each at its cell.

use super::counters::CounterColumn;
use super::fill::{ReadRecord, read};
use super::head::head;
use super::heading::{HeadTarget, Headings};
use super::line::is_nothing;
use super::merged::MergedCells;
use super::place::SheetPlaces;
use super::reader::SheetReader;
use super::records::SheetRecords;
use crate::evidence::sheet::{Grid, MOST_COLUMNS, MOST_ROWS, column_letters};
use crate::model::{NoneStated, Row, RowsFile, SheetDoubt, Written};
use crate::problem::{
    Diagnostic, Diagnostics, HiddenFault, Problem, RowsFault, SheetFault, titles,
};
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
    taken.tell_file(grid, asked, &places);
    let Some(cells) = MergedCells::of(grid) else {
        taken.tell(RowsFault::Empty, places.at(None, None));
        return taken;
    };
    let Some(head) = head(&cells, &Headings::of(asked.kind)) else {
        let problem = RowsFault::NoHead {
            data: asked.kind.name(),
            titles: titles(asked.kind.columns()),
        };
        taken.tell(problem, places.at(None, None));
        return taken;
    };
    places.know(&head);
    let most = u32::try_from(MOST_ROWS).unwrap_or(u32::MAX);
    let end = head.body.saturating_add(most);
    let mut sheet = SheetReader {
        last: cells.last.min(end.saturating_sub(1)),
        cells,
        head,
        asked,
        document,
        places,
    };
    taken.keep_first(&mut sheet);
    let records = sheet.records();
    taken.tell_extent(&sheet, &records);
    let counters = sheet.counters(&records);
    taken.tell_unknown(&sheet, &records, &counters);
    taken.fill(&sheet, &records, &counters);
    let keys = counters.into_iter();
    taken.counters = keys.map(|counter| (counter.key, counter.title)).collect();
    taken.tell_hidden(&sheet, &records);
    taken
}

impl TakenRows {
    fn tell(&mut self, problem: impl Into<Problem>, at: Span) {
        self.findings.push(Diagnostic::new(problem, at));
    }

    /// Doubts about the file as a whole; those of single cells are told where they are read.
    fn tell_file(&mut self, grid: &Grid, asked: &RowsFile, places: &SheetPlaces) {
        let at = places.at(None, None);
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
                self.tell(SheetFault::Doubt(doubt.clone()), at.clone());
            }
        }
        if !grid.others.is_empty() && asked.sheet.is_none() {
            let others = grid.others.clone();
            self.tell(RowsFault::OtherSheets { others }, at.clone());
        }
        if grid.hidden.sheet {
            self.tell(RowsFault::Hidden(HiddenFault::Sheet), at);
        }
    }

    /// Keeps the first of columns that mean the same, and tells the others, and the one that no row can do without.
    fn keep_first(&mut self, sheet: &mut SheetReader<'_>) {
        let row = sheet.head.last_row();
        let first = sheet.kind().first_column();
        let mut has_first = sheet.head.columns.is_empty();
        for at in 0..sheet.head.columns.len() {
            let column = &sheet.head.columns[at];
            let index = column.index;
            if let Some(HeadTarget::Pair(one, other)) = column.target {
                has_first |= [one.name, other.name].contains(&first.name);
            }
            let Some(meant) = column.column() else {
                continue;
            };
            has_first |= meant.name == first.name;
            if let Some(earlier) = sheet.head.index_of(meant).filter(|other| *other < index) {
                let (title, first) = (meant.title, column_letters(earlier));
                let place = sheet.places.at(Some(row), Some(index));
                self.tell(RowsFault::ColumnTwice { title, first }, place);
                sheet.head.columns[at].target = Some(HeadTarget::Ignored);
            }
        }
        if !has_first {
            let title = first.title;
            let place = sheet.places.at(Some(row), None);
            self.tell(RowsFault::ColumnMissing { title }, place);
        }
    }

    /// Rows and columns that are beyond what is read, and lines that are no rows.
    fn tell_extent(&mut self, sheet: &SheetReader<'_>, records: &SheetRecords) {
        let SheetReader { places, last, .. } = sheet;
        let grid = sheet.cells.grid;
        let Some([_, bottom, left, right]) = grid.bounds else {
            return;
        };
        let count =
            |from: u32, to: u32| usize::try_from(to.saturating_sub(from)).unwrap_or(usize::MAX) + 1;
        if bottom > *last || count(left, right) > MOST_COLUMNS {
            let problem = RowsFault::Cut {
                rows: count(sheet.head.body, *last),
                all_rows: count(sheet.head.body, bottom),
                most_columns: MOST_COLUMNS,
            };
            self.tell(problem, places.at(Some(*last), None));
        } else if records.records.is_empty() {
            self.tell(RowsFault::Empty, places.at(None, None));
        }
        for (row, column) in &records.unread {
            let cell = grid.cells.get(&(*row, *column));
            let text = cell.map_or_else(String::new, |cell| cell.text.clone());
            let at = places.at(Some(*row), Some(*column));
            self.tell(RowsFault::Line { text }, at);
        }
    }

    /// Headings that are not known, as far as anything stands below them.
    fn tell_unknown(
        &mut self,
        sheet: &SheetReader<'_>,
        records: &SheetRecords,
        counters: &[CounterColumn],
    ) {
        let known = titles(sheet.kind().columns());
        for column in sheet.head.unknown() {
            let index = column.index;
            if counters.iter().any(|counter| counter.index == index) {
                continue;
            }
            let says = |row: &u32| {
                let own = sheet.cells.own((*row, index));
                own.is_some_and(|cell| !is_nothing(&cell.text))
            };
            let rows = records.rows().chain(records.passed.iter().copied());
            let cells = rows.filter(says).count();
            if cells > 0 {
                let problem = RowsFault::ColumnUnknown {
                    heading: column.heading.clone(),
                    cells,
                    near: nearest(&column.heading, known.iter().copied()),
                    titles: known.clone(),
                };
                let at = sheet.places.at(Some(sheet.head.last_row()), Some(index));
                self.tell(problem, at);
            }
        }
    }

    fn fill(
        &mut self,
        sheet: &SheetReader<'_>,
        records: &SheetRecords,
        counters: &[CounterColumn],
    ) {
        let mut rows = Vec::new();
        for record in &records.records {
            let (said, findings) = read(sheet, counters, record);
            self.findings.extend(findings);
            rows.push(match said {
                ReadRecord::Row(row) => Some(row),
                ReadRecord::None(stated) => {
                    self.none.push(stated);
                    None
                }
            });
        }
        self.findings.extend(sheet.fractions(records));
        self.findings.extend(sheet.totals(records, &rows));
        self.rows.extend(rows.into_iter().flatten());
    }

    /// Rows and columns that Excel hides, as far as something of them is taken.
    fn tell_hidden(&mut self, sheet: &SheetReader<'_>, records: &SheetRecords) {
        let hidden = &sheet.cells.grid.hidden;
        let mut rows = records.rows().filter(|row| hidden.rows.contains(row));
        if let Some(first) = rows.next() {
            let count = rows.count() + 1;
            let at = sheet.places.at(Some(first), None);
            self.tell(RowsFault::Hidden(HiddenFault::Rows { count }), at);
        }
        let columns = sheet.head.columns.iter();
        for column in columns.filter(|column| column.is_used()) {
            if hidden.columns.contains(&column.index) {
                let at = sheet.places.at(None, Some(column.index));
                self.tell(RowsFault::Hidden(HiddenFault::Column), at);
            }
        }
    }
}
