//! One record of a sheet to a row of the dataset, cell by cell.
//!
//! In: the rows of a record and the heading. Out: a row, or a statement that there is none, and what in it could not be
//! read. Text in a merged cell holds for every row that the cell reaches; an amount is counted once.

use std::collections::HashMap;

use super::cell::{self, amount};
use super::counters::CounterColumn;
use super::head::HeadColumn;
use super::heading::HeadTarget;
use super::line::{is_nothing, states_none};
use super::merged::GridPlace;
use super::reader::SheetReader;
use super::records::Record;
use crate::evidence::sheet::{GridCell, GridValue};
use crate::model::{Cell, Column, ColumnType, NoneStated, Row, is_grouping};
use crate::problem::{CellDoubt, Diagnostic, Diagnostics, Problem, RowsFault};
use crate::span::{Located, Span};

/// What a record says.
pub(super) enum ReadRecord {
    Row(Row),
    None(NoneStated),
}

/// The reading of one record.
pub(super) struct RecordReader<'a> {
    pub(super) sheet: &'a SheetReader<'a>,
    pub(super) record: &'a Record,
    counters: &'a [CounterColumn],
    cells: HashMap<String, Located<Cell>>,
    findings: Diagnostics,
}

/// Reads a record.
pub(super) fn read(
    sheet: &SheetReader<'_>,
    counters: &[CounterColumn],
    record: &Record,
) -> (ReadRecord, Diagnostics) {
    let mut reader = RecordReader {
        sheet,
        record,
        counters,
        cells: HashMap::new(),
        findings: Diagnostics::new(),
    };
    for (column, cell) in &record.sections {
        reader.put(column.name, cell.clone(), reader.at_record());
    }
    let read = match reader.stated() {
        Some(place) => ReadRecord::None(reader.none(place)),
        None => ReadRecord::Row(reader.row()),
    };
    (read, reader.findings)
}

impl RecordReader<'_> {
    /// The first row of the record.
    pub(super) fn first_row(&self) -> u32 {
        self.record.rows[0]
    }

    fn at_record(&self) -> Span {
        self.sheet.places.at(Some(self.first_row()), None)
    }

    pub(super) fn at(&self, row: u32, column: u32) -> Span {
        self.sheet.places.at(Some(row), Some(column))
    }

    pub(super) fn put(&mut self, name: &str, value: Cell, at: Span) {
        self.cells.insert(name.to_owned(), Located::new(value, at));
    }

    pub(super) fn tell(&mut self, problem: impl Into<Problem>, at: Span) {
        self.findings.push(Diagnostic::new(problem, at));
    }

    fn row(&mut self) -> Row {
        let sheet = self.sheet;
        for column in &sheet.head.columns {
            self.column(column);
        }
        self.month();
        self.tell_missing();
        self.tell_none_beside();
        // In the order of the kind's columns, then counters.
        let names = sheet.kind().columns().iter().map(|column| column.name);
        let counters = self.counters.iter().map(|counter| counter.key.as_str());
        let names = names.chain(counters);
        let cells = names.filter_map(|name| self.cells.remove_entry(name));
        Row {
            // Its place in the dataset is known when that is put together.
            number: 0,
            cells: cells.collect(),
            at: self.at_record(),
        }
    }

    /// A row without what every row needs, unless the cell of that was told already.
    fn tell_missing(&mut self) {
        let first = self.sheet.kind().first_column();
        let Some(index) = self.sheet.first_index() else {
            return;
        };
        let at = self.at(self.first_row(), index);
        let is_told = self.findings.iter().any(|found| found.at == at);
        if !self.cells.contains_key(first.name) && !is_told {
            self.tell(RowsFault::Missing { title: first.title }, at);
        }
    }

    /// A row that says that there is none, and counts something all the same.
    fn tell_none_beside(&mut self) {
        let counts =
            |cell: &Located<Cell>| matches!(cell.value, Cell::Number(number) if number > 0.0);
        let has_amount = self.cells.values().any(counts);
        let first = self.cells.get(self.sheet.kind().first_column().name);
        let Some(Located {
            value: Cell::Text(text),
            at,
        }) = first
        else {
            return;
        };
        if has_amount && states_none(text) {
            let (text, at) = (text.clone(), at.clone());
            self.tell(RowsFault::NoneBeside { text }, at);
        }
    }

    /// The statement that there is none, where the record is one.
    fn stated(&self) -> Option<GridPlace> {
        if let Some(place) = self.record.line {
            return Some(place);
        }
        let row = self.first_row();
        let (cells, head) = (&self.sheet.cells, &self.sheet.head);
        let is_aside = |index: &u32| match head.target(*index) {
            Some(HeadTarget::Column(column)) => {
                column.kind == ColumnType::Period || is_grouping(column.name)
            }
            Some(HeadTarget::Ignored) => true,
            _ => false,
        };
        let filled = cells.filled(row).into_iter();
        let said: Vec<u32> = filled.filter(|index| !is_aside(index)).collect();
        let text = |index: u32| cells.text((row, index));
        let stating = *said.iter().find(|index| states_none(text(**index)))?;
        let is_zero = |index: u32| {
            let cell = cells.own((row, index));
            cell.and_then(|cell| amount(cell, true)) == Some(0.0)
        };
        let is_blank = |index: &u32| {
            is_nothing(text(*index)) || is_zero(*index) || text(*index) == text(stating)
        };
        said.iter().all(is_blank).then_some((row, stating))
    }

    fn none(&mut self, place: GridPlace) -> NoneStated {
        let sheet = self.sheet;
        for column in &sheet.head.columns {
            let is_period = column
                .column()
                .is_some_and(|column| column.kind == ColumnType::Period);
            if is_period && place.1 != column.index {
                self.column(column);
            }
        }
        let period = self.cells.values().find_map(|cell| match cell.value {
            Cell::Period(period) => Some(period),
            _ => None,
        });
        let text = sheet.cells.text(place).trim_matches(['-', ' ', '–']);
        NoneStated {
            text: Located::new(text.to_owned(), self.at(place.0, place.1)),
            period,
        }
    }

    /// The month of a row of a sheet that has no column of months: that of a document of one month.
    fn month(&mut self) {
        let Some(column) = self.sheet.month_column() else {
            return;
        };
        let stated = self.sheet.document.period.as_ref();
        let Some(period) = stated.map(|period| period.value.period) else {
            return;
        };
        if let Some(Located {
            value: Cell::Period(month),
            at,
        }) = self.cells.get(column.name)
        {
            if !month.overlaps(&period) {
                let month = *month;
                let at = at.clone();
                self.tell(
                    RowsFault::Doubt(CellDoubt::OtherMonth { month, period }),
                    at,
                );
            }
        } else if self.sheet.head.index_of(column).is_none() && period.is_within_a_month() {
            self.put(column.name, Cell::Period(period), self.at_record());
        }
    }

    /// What a column of the sheet says of the record.
    fn column(&mut self, column: &HeadColumn) {
        let index = column.index;
        match column.target {
            None => self.counter(index),
            Some(HeadTarget::Column(meant)) if meant.kind == ColumnType::Bidders => {
                self.tell_formulas(index, true);
                self.bidders(index, meant);
            }
            Some(HeadTarget::Column(meant)) => {
                self.tell_formulas(index, false);
                self.one(index, meant);
            }
            Some(HeadTarget::Pair(first, second)) => {
                self.tell_formulas(index, true);
                self.pair(index, [first, second]);
            }
            // They are read with the names beside them.
            Some(HeadTarget::Offers) => self.tell_formulas(index, true),
            Some(HeadTarget::Ignored) => {}
        }
    }

    /// Formulas that were never worked out leave nothing in their cells. `tells_errors`: where a cell is taken apart,
    /// nobody else looks at what Excel shows for a fault.
    fn tell_formulas(&mut self, index: u32, tells_errors: bool) {
        let (cells, record) = (&self.sheet.cells, self.record);
        for row in &record.rows {
            let place = (*row, index);
            let own = cells.own(place).filter(|_| tells_errors);
            let error = own.filter(|cell| cell.value == GridValue::Error);
            let error = error.map(|cell| cell.text.clone());
            if error.is_some() || cells.grid.uncalculated.contains(&place) {
                self.tell(RowsFault::Formula { error }, self.at(*row, index));
            }
        }
    }

    fn counter(&mut self, index: u32) {
        let mut counters = self.counters.iter();
        let Some(counter) = counters.find(|counter| counter.index == index) else {
            return;
        };
        self.tell_formulas(index, false);
        let row = self.first_row();
        let Some(cell) = self.sheet.cells.own((row, index)) else {
            return;
        };
        let at = self.at(row, index);
        let text = cell.text.clone();
        if cell.value == GridValue::Error {
            self.tell(RowsFault::Formula { error: Some(text) }, at);
        } else if let Some(number) = amount(cell, true) {
            self.put(&counter.key, Cell::Number(number), at);
        } else if !is_nothing(&text) {
            let title = self.sheet.kind().first_column().title;
            self.tell(RowsFault::Number { text, title }, at);
        }
    }

    /// One value, from the first row of the record that has it.
    fn one(&mut self, index: u32, column: &Column) {
        let (cells, record) = (&self.sheet.cells, self.record);
        let place = (self.first_row(), index);
        let shown = cells
            .shown(place)
            .filter(|_| !self.is_counted_above(index, column));
        if let Some(cell) = shown {
            let row = cells.origin(place).0.max(self.sheet.head.body);
            self.value(cell, column, self.at(row, index));
            self.tell_merged(index, column);
        }
        for row in &record.rows[1..] {
            let own = cells.own((*row, index));
            if let Some(cell) = own.filter(|cell| !is_nothing(&cell.text)) {
                self.more(cell, column, self.at(*row, index));
            }
        }
    }

    /// Whether an amount stands in a cell that begins above the record, where it was counted.
    pub(super) fn is_counted_above(&self, index: u32, column: &Column) -> bool {
        let row = self.first_row();
        is_amount(column) && self.sheet.cells.origin((row, index)).0 < row
    }

    /// An amount in a cell that reaches beyond its record.
    pub(super) fn tell_merged(&mut self, index: u32, column: &Column) {
        let row = self.first_row();
        let (bottom, _) = self.sheet.cells.end((row, index));
        if is_amount(column) && self.record.rows.last() < Some(&bottom) {
            let rows = bottom - row + 1;
            let doubt = CellDoubt::MergedAmount { rows };
            self.tell(RowsFault::Doubt(doubt), self.at(row, index));
        }
    }

    /// More of a value in a further row of the record: another line of a text, or an amount too many.
    fn more(&mut self, cell: &GridCell, column: &Column, at: Span) {
        match self.cells.get_mut(column.name) {
            None => self.value(cell, column, at),
            Some(Located {
                value: Cell::Text(text),
                ..
            }) if column.kind == ColumnType::Text => {
                text.push('\n');
                text.push_str(&cell.text);
            }
            Some(_) => {
                let text = cell.text.clone();
                self.tell(RowsFault::Doubt(CellDoubt::SecondAmount { text }), at);
            }
        }
    }

    fn value(&mut self, cell: &GridCell, column: &Column, at: Span) {
        if let Some(doubt) = number_doubt(cell, column) {
            self.tell(RowsFault::Doubt(doubt), at.clone());
        }
        match cell::read(cell, column, self.sheet.document, &at) {
            Ok(Some(value)) => self.put(column.name, value, at),
            Ok(None) => {}
            Err(problem) => self.tell(problem, at),
        }
    }
}

/// Whether the values of a column add up, so that none may be counted twice.
fn is_amount(column: &Column) -> bool {
    matches!(
        column.kind,
        ColumnType::Number | ColumnType::Percent | ColumnType::Score
    )
}

/// What programs make of numbers that are no amounts: telephone numbers without their zero, numbers of documents as days,
/// long ones without their last digits.
fn number_doubt(cell: &GridCell, column: &Column) -> Option<CellDoubt> {
    let is_phone = matches!(column.name, "phone" | "fax");
    let text = cell.text.clone();
    match cell.value {
        GridValue::Number { .. } if is_phone => {
            let digits = text.chars().filter(char::is_ascii_digit).count();
            let is_lost = (8..=9).contains(&digits) && !text.starts_with('0');
            is_lost.then_some(CellDoubt::ZeroLost { text })
        }
        GridValue::Day { .. } if is_phone || column.name == "contract_no" => {
            Some(CellDoubt::BecameDay { text })
        }
        GridValue::Text if column.kind == ColumnType::Text => {
            let is_short = text.split_once("E+").is_some_and(|(digits, power)| {
                digits.parse::<f64>().is_ok() && power.parse::<u8>().is_ok()
            });
            is_short.then_some(CellDoubt::Shortened { text })
        }
        _ => None,
    }
}
