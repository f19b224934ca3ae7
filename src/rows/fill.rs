//! One record of a sheet to a row of the dataset, cell by cell.
//!
//! In: the rows of a record and the heading. Out: [`ReadRecord`]: a row, or a statement that there is none, and what in it
//! could not be read. Text in a merged cell holds for every row that the cell reaches; an amount is counted once.

use std::collections::HashMap;

use super::cell::{self, amount};
use super::counters::CounterColumn;
use super::head::{Head, HeadColumn};
use super::heading::HeadTarget;
use super::line::{is_nothing, states_none};
use super::merged::{GridPlace, MergedCells};
use super::place::SheetPlaces;
use super::records::Record;
use crate::evidence::sheet::{GridCell, GridValue};
use crate::model::{
    Cell, Column, ColumnType, DatasetKind, NoneStated, Row, RowsFile, Written, is_grouping,
};
use crate::problem::{CellDoubt, Diagnostic, Diagnostics, Problem, RowsFault};
use crate::span::{Located, Span};

/// What a record says.
#[derive(Default)]
pub(super) struct ReadRecord {
    pub(super) row: Option<Row>,
    pub(super) none: Option<NoneStated>,
    pub(super) findings: Diagnostics,
    cells: HashMap<String, Located<Cell>>,
}

/// Reads records.
pub(super) struct RecordReader<'a> {
    pub(super) cells: &'a MergedCells<'a>,
    pub(super) head: &'a Head,
    pub(super) asked: &'a RowsFile,
    pub(super) document: &'a Written,
    pub(super) places: &'a SheetPlaces,
    pub(super) counters: &'a [CounterColumn],
}

impl RecordReader<'_> {
    fn kind(&self) -> DatasetKind {
        self.asked.kind
    }

    /// Reads a record.
    pub(super) fn read(&self, record: &Record) -> ReadRecord {
        let mut read = ReadRecord::default();
        for (column, cell) in &record.sections {
            read.put(
                column.name,
                cell.clone(),
                self.places.at(Some(record.rows[0]), None),
            );
        }
        if let Some(stated) = self.stated(record) {
            return self.none(record, stated, read);
        }
        for column in &self.head.columns {
            self.column(record, column, &mut read);
        }
        self.month(record, &mut read);
        let first = &self.kind().columns()[0];
        let at = self.places.at(Some(record.rows[0]), self.first_index());
        let is_told = read.findings.iter().any(|found| found.at == at);
        if !read.cells.contains_key(first.name) && self.first_index().is_some() && !is_told {
            read.tell(RowsFault::Missing { title: first.title }, at);
        }
        self.tell_none_beside(&mut read);
        let row = self.row(record, &mut read);
        read.row = Some(row);
        read
    }

    /// Whether a column of the sheet holds this alone.
    pub(super) fn has_column(&self, column: &Column) -> bool {
        let mut columns = self.head.columns.iter();
        columns.any(|found| {
            matches!(found.target, Some(HeadTarget::Column(other)) if other.name == column.name)
        })
    }

    fn first_index(&self) -> Option<u32> {
        let first = self.kind().columns()[0].name;
        let mut columns = self.head.columns.iter();
        let is_first = |column: &&HeadColumn| matches!(column.target, Some(HeadTarget::Column(column)) if column.name == first);
        columns.find(is_first).map(|column| column.index)
    }

    /// A row that says that there is none, and counts something all the same.
    fn tell_none_beside(&self, read: &mut ReadRecord) {
        let first = self.kind().columns()[0].name;
        let counts =
            |cell: &Located<Cell>| matches!(cell.value, Cell::Number(number) if number > 0.0);
        let has_amount = read.cells.values().any(counts);
        if let Some(Located {
            value: Cell::Text(text),
            at,
        }) = read.cells.get(first)
            && has_amount
            && states_none(text)
        {
            let (text, at) = (text.clone(), at.clone());
            read.tell(RowsFault::NoneBeside { text }, at);
        }
    }

    /// The cells in the order of the kind's columns, then counters.
    fn row(&self, record: &Record, read: &mut ReadRecord) -> Row {
        let names = self.kind().columns().iter().map(|column| column.name);
        let counters = self.counters.iter().map(|counter| counter.key.as_str());
        let mut cells = Vec::new();
        for name in names.chain(counters) {
            if let Some(cell) = read.cells.remove(name) {
                cells.push((name.to_owned(), cell));
            }
        }
        Row {
            // Its place in the dataset is known when that is put together.
            number: 0,
            cells,
            at: self.places.at(Some(record.rows[0]), None),
        }
    }

    /// The statement that there is none, where a record is one.
    fn stated(&self, record: &Record) -> Option<GridPlace> {
        if let Some(place) = record.line {
            return Some(place);
        }
        let row = record.rows[0];
        let filled = self.cells.filled(row).into_iter();
        let is_aside = |index: &u32| {
            let column = self
                .head
                .columns
                .iter()
                .find(|column| column.index == *index);
            match column.and_then(|column| column.target) {
                Some(HeadTarget::Column(column)) => {
                    column.kind == ColumnType::Period || is_grouping(column.name)
                }
                Some(HeadTarget::Ignored) => true,
                _ => false,
            }
        };
        let said: Vec<u32> = filled.filter(|index| !is_aside(index)).collect();
        let text = |index: &u32| self.cells.text((row, *index));
        let stating = said.iter().find(|index| states_none(text(index)))?;
        let is_blank = |index: &u32| {
            let own = self.cells.own((row, *index));
            let is_zero = own
                .and_then(|cell| amount(cell, true))
                .is_some_and(|number| number == 0.0);
            is_nothing(text(index)) || is_zero || text(index) == text(stating)
        };
        said.iter().all(is_blank).then_some((row, *stating))
    }

    fn none(&self, record: &Record, place: GridPlace, mut read: ReadRecord) -> ReadRecord {
        let at = self.places.at(Some(place.0), Some(place.1));
        for column in &self.head.columns {
            let is_period = matches!(column.target, Some(HeadTarget::Column(column)) if column.kind == ColumnType::Period);
            if is_period && place.1 != column.index {
                self.column(record, column, &mut read);
            }
        }
        let period = read.cells.values().find_map(|cell| match cell.value {
            Cell::Period(period) => Some(period),
            _ => None,
        });
        let text = self
            .cells
            .text(place)
            .trim_matches(['-', ' ', '–'])
            .to_owned();
        read.none = Some(NoneStated {
            text: Located::new(text, at),
            period,
        });
        read
    }

    /// The month of a row of a sheet that has no column of months: that of a document of one month.
    fn month(&self, record: &Record, read: &mut ReadRecord) {
        let mut columns = self.kind().columns().iter().skip(1);
        let Some(column) = columns.find(|column| column.kind == ColumnType::Period) else {
            return;
        };
        let stated = self
            .document
            .period
            .as_ref()
            .map(|period| period.value.period);
        let is_in_head = self.has_column(column);
        if let (
            Some(Located {
                value: Cell::Period(month),
                at,
            }),
            Some(period),
        ) = (read.cells.get(column.name), stated)
        {
            if !month.overlaps(&period) {
                let doubt = CellDoubt::OtherMonth {
                    month: *month,
                    period,
                };
                let at = at.clone();
                read.tell(RowsFault::Doubt(doubt), at);
            }
        } else if let Some(month) =
            stated.filter(|period| !is_in_head && period.is_within_a_month())
        {
            let at = self.places.at(Some(record.rows[0]), None);
            read.put(column.name, Cell::Period(month), at);
        }
    }

    /// What a column of the sheet says of a record.
    fn column(&self, record: &Record, column: &HeadColumn, read: &mut ReadRecord) {
        let counter = self
            .counters
            .iter()
            .find(|counter| counter.index == column.index);
        let target = match (column.target, counter) {
            (None, Some(counter)) => return self.counter(record, counter, read),
            (None | Some(HeadTarget::Ignored), _) => return,
            (Some(target), _) => target,
        };
        let index = column.index;
        let is_one =
            matches!(target, HeadTarget::Column(column) if column.kind != ColumnType::Bidders);
        self.tell_formulas(record, index, is_one, read);
        match target {
            HeadTarget::Column(meant) if meant.kind == ColumnType::Bidders => {
                self.bidders(record, index, meant, read);
            }
            HeadTarget::Column(meant) => self.one(record, index, meant, read),
            HeadTarget::Pair(first, second) => self.pair(record, index, [first, second], read),
            // They are read with the names beside them.
            HeadTarget::Offers | HeadTarget::Ignored => {}
        }
    }

    /// Formulas that were never worked out leave nothing in their cells; errors are told here where a cell is taken apart.
    fn tell_formulas(&self, record: &Record, index: u32, is_one: bool, read: &mut ReadRecord) {
        for row in &record.rows {
            let place = (*row, index);
            let own = self.cells.own(place);
            let error = own.filter(|cell| cell.value == GridValue::Error && !is_one);
            let error = error.map(|cell| cell.text.clone());
            if error.is_some() || self.cells.grid.uncalculated.contains(&place) {
                let at = self.places.at(Some(*row), Some(index));
                read.tell(RowsFault::Formula { error }, at);
            }
        }
    }

    fn counter(&self, record: &Record, counter: &CounterColumn, read: &mut ReadRecord) {
        self.tell_formulas(record, counter.index, true, read);
        let row = record.rows[0];
        let Some(cell) = self.cells.own((row, counter.index)) else {
            return;
        };
        let at = self.places.at(Some(row), Some(counter.index));
        if cell.value == GridValue::Error {
            let error = Some(cell.text.clone());
            read.tell(RowsFault::Formula { error }, at);
        } else if let Some(number) = amount(cell, true) {
            read.put(&counter.key, Cell::Number(number), at);
        } else if !is_nothing(&cell.text) {
            let text = cell.text.clone();
            let title = self.kind().columns()[0].title;
            read.tell(RowsFault::Number { text, title }, at);
        }
    }

    /// One value, from the first row of a record that has it.
    fn one(&self, record: &Record, index: u32, column: &Column, read: &mut ReadRecord) {
        let row = record.rows[0];
        let origin = self.cells.origin((row, index));
        let is_amount = is_amount(column);
        let is_carried = origin.0 < row;
        if let Some(cell) = self
            .cells
            .shown((row, index))
            .filter(|_| !(is_carried && is_amount))
        {
            let at = self
                .places
                .at(Some(origin.0.max(self.head.body)), Some(index));
            self.value(cell, column, at, read);
            self.tell_merged(record, index, column, read);
        }
        for row in &record.rows[1..] {
            let Some(cell) = self
                .cells
                .own((*row, index))
                .filter(|cell| !is_nothing(&cell.text))
            else {
                continue;
            };
            self.more(cell, column, self.places.at(Some(*row), Some(index)), read);
        }
    }

    /// An amount in a cell that reaches beyond its record.
    pub(super) fn tell_merged(
        &self,
        record: &Record,
        index: u32,
        column: &Column,
        read: &mut ReadRecord,
    ) {
        let row = record.rows[0];
        let (bottom, _) = self.cells.end((row, index));
        if is_amount(column) && bottom > record.rows[record.rows.len() - 1] {
            let rows = bottom - row + 1;
            let at = self.places.at(Some(row), Some(index));
            read.tell(RowsFault::Doubt(CellDoubt::MergedAmount { rows }), at);
        }
    }

    /// More of a value in a further row of a record: another line of a text, or an amount too many.
    fn more(&self, cell: &GridCell, column: &Column, at: Span, read: &mut ReadRecord) {
        match read.cells.get_mut(column.name) {
            None => self.value(cell, column, at, read),
            Some(Located {
                value: Cell::Text(text),
                ..
            }) if column.kind == ColumnType::Text => {
                text.push('\n');
                text.push_str(&cell.text);
            }
            Some(_) => {
                let text = cell.text.clone();
                read.tell(RowsFault::Doubt(CellDoubt::SecondAmount { text }), at);
            }
        }
    }

    fn value(&self, cell: &GridCell, column: &Column, at: Span, read: &mut ReadRecord) {
        if let Some(doubt) = number_doubt(cell, column) {
            read.tell(RowsFault::Doubt(doubt), at.clone());
        }
        match cell::read(cell, column, self.document, &at) {
            Ok(Some(value)) => read.put(column.name, value, at),
            Ok(None) => {}
            Err(problem) => read.tell(problem, at),
        }
    }
}

impl ReadRecord {
    pub(super) fn put(&mut self, name: &str, value: Cell, at: Span) {
        self.cells.insert(name.to_owned(), Located::new(value, at));
    }

    pub(super) fn tell(&mut self, problem: impl Into<Problem>, at: Span) {
        self.findings.push(Diagnostic::new(problem, at));
    }
}

/// Whether the values of a column add up, so that none may be counted twice.
pub(super) fn is_amount(column: &Column) -> bool {
    matches!(
        column.kind,
        ColumnType::Number | ColumnType::Percent | ColumnType::Score
    )
}

/// What programs make of numbers that are no amounts: telephone numbers without their zero, numbers of documents as days,
/// long ones without their last digits.
fn number_doubt(cell: &GridCell, column: &Column) -> Option<CellDoubt> {
    let text = || cell.text.clone();
    let digits = cell.text.chars().filter(char::is_ascii_digit).count();
    let is_phone = matches!(column.name, "phone" | "fax");
    match cell.value {
        GridValue::Number { .. } if is_phone => {
            let is_lost = (8..=9).contains(&digits) && !cell.text.starts_with('0');
            is_lost.then(|| CellDoubt::ZeroLost { text: text() })
        }
        GridValue::Day { .. } if is_phone || column.name == "contract_no" => {
            Some(CellDoubt::BecameDay { text: text() })
        }
        GridValue::Text if column.kind == ColumnType::Text => {
            let is_short = cell.text.split_once("E+").is_some_and(|(digits, power)| {
                digits.parse::<f64>().is_ok() && power.parse::<u8>().is_ok()
            });
            is_short.then(|| CellDoubt::Shortened { text: text() })
        }
        _ => None,
    }
}
