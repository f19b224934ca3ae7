//! Cells of a record that hold several things: bidders with their prices, and two columns of a dataset in one.
//!
//! In: a record and a column of it. Out: values put into the [`ReadRecord`]. What cannot be told apart for certain is said.

use super::cell::amount;
use super::fill::{ReadRecord, RecordReader, is_amount};
use super::heading::HeadTarget;
use super::line::is_nothing;
use super::records::Record;
use super::split::{contract, offers};
use crate::evidence::sheet::GridValue;
use crate::model::{Cell, Column, ColumnType};
use crate::problem::{CellDoubt, RowsFault};

impl RecordReader<'_> {
    /// Bidders over all rows of a record, with their prices in the same cell or beside.
    pub(super) fn bidders(
        &self,
        record: &Record,
        index: u32,
        column: &Column,
        read: &mut ReadRecord,
    ) {
        let beside = self
            .head
            .columns
            .iter()
            .find(|column| column.target == Some(HeadTarget::Offers));
        let at = self.places.at(Some(record.rows[0]), Some(index));
        let mut found = offers(&self.lines(record, index));
        if let Some(beside) = beside {
            let prices = self.prices(record, beside.index, read);
            if prices.len() == found.len() {
                for ((_, price), beside) in found.iter_mut().zip(prices) {
                    *price = beside.or(*price);
                }
            } else if !prices.is_empty() {
                let doubt = CellDoubt::Unpaired {
                    names: found.len(),
                    prices: prices.len(),
                };
                let at = self.places.at(Some(record.rows[0]), Some(beside.index));
                read.tell(RowsFault::Doubt(doubt), at);
            }
        }
        if found.iter().any(|(name, _)| name.is_empty()) {
            let text = self.lines(record, index);
            let lacking = column.title;
            read.tell(
                RowsFault::Doubt(CellDoubt::OnePart { text, lacking }),
                at.clone(),
            );
            found.retain(|(name, _)| !name.is_empty());
        }
        if !found.is_empty() {
            read.put(column.name, Cell::Bidders(found), at);
        }
    }

    /// The prices of bidders, one a line; `-` for none.
    fn prices(&self, record: &Record, index: u32, read: &mut ReadRecord) -> Vec<Option<f64>> {
        let mut prices = Vec::new();
        for row in &record.rows {
            let Some(cell) = self.cells.own((*row, index)) else {
                continue;
            };
            if let GridValue::Number { .. } = cell.value {
                prices.push(amount(cell, false));
                continue;
            }
            for line in cell
                .text
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
            {
                let found = offers(line)
                    .first()
                    .filter(|(name, _)| name.is_empty())
                    .and_then(|(_, price)| *price);
                if found.is_none() && !is_nothing(line) {
                    let text = line.to_owned();
                    let title = "ราคาที่เสนอ";
                    let at = self.places.at(Some(*row), Some(index));
                    read.tell(RowsFault::Number { text, title }, at);
                }
                prices.push(found);
            }
        }
        prices
    }

    /// The text of a column over all rows of a record; of an amount, what the file keeps.
    fn lines(&self, record: &Record, index: u32) -> String {
        let texts = record.rows.iter().filter_map(|row| {
            let cell = if record.rows.first() == Some(row) {
                self.cells.shown((*row, index))
            } else {
                self.cells.own((*row, index))
            };
            cell.filter(|cell| !is_nothing(&cell.text))
                .map(|cell| cell.text.as_str())
        });
        texts.collect::<Vec<_>>().join("\n")
    }

    /// Two values in one cell, each where no column of its own has it.
    pub(super) fn pair(
        &self,
        record: &Record,
        index: u32,
        columns: [&Column; 2],
        read: &mut ReadRecord,
    ) {
        let text = self.lines(record, index);
        if text.is_empty() {
            return;
        }
        let at = self.places.at(Some(record.rows[0]), Some(index));
        let kept = self
            .cells
            .shown((record.rows[0], index))
            .map(|cell| cell.value);
        let values = match (columns[1].kind, kept) {
            (_, Some(GridValue::Error)) => return,
            (ColumnType::Date, Some(GridValue::Day { day, .. })) => [None, Some(Cell::Date(day))],
            (ColumnType::Date, _) => {
                let (number, day) = contract(&text);
                [number.map(Cell::Text), day.map(Cell::Date)]
            }
            (_, Some(GridValue::Number { number, .. })) => [None, Some(Cell::Number(number))],
            _ => match &offers(&text)[..] {
                [(name, price)] => {
                    let name = Some(name.clone()).filter(|name| !name.is_empty());
                    [name.map(Cell::Text), price.map(Cell::Number)]
                }
                _ => {
                    let several = CellDoubt::Several { text: text.clone() };
                    read.tell(RowsFault::Doubt(several), at.clone());
                    read.put(columns[0].name, Cell::Text(text), at);
                    return;
                }
            },
        };
        let origin = self.cells.origin((record.rows[0], index));
        let is_carried = origin.0 < record.rows[0];
        self.tell_merged(record, index, columns[1], read);
        for (column, value) in columns.into_iter().zip(values) {
            match value {
                _ if self.has_column(column) || is_carried && is_amount(column) => {}
                Some(value) => read.put(column.name, value, at.clone()),
                None => {
                    let (text, lacking) = (text.clone(), column.title);
                    let doubt = CellDoubt::OnePart { text, lacking };
                    read.tell(RowsFault::Doubt(doubt), at.clone());
                }
            }
        }
    }
}
