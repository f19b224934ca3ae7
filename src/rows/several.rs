//! Cells of a record that hold several things: bidders with their prices, and two columns of a dataset in one.
//!
//! In: a column of the record that is read. Out: values put into it. What cannot be told apart for certain is said.

use super::cell::amount;
use super::fill::RecordReader;
use super::heading::HeadTarget;
use super::line::is_nothing;
use super::split::{contract, offers};
use crate::evidence::sheet::GridValue;
use crate::model::{Cell, Column, ColumnType};
use crate::problem::{CellDoubt, RowsFault};

impl RecordReader<'_> {
    /// Bidders over all rows of a record, with their prices in the same cell or beside.
    pub(super) fn bidders(&mut self, index: u32, column: &Column) {
        let text = self.lines(index);
        let mut found = offers(&text);
        let mut columns = self.sheet.head.columns.iter();
        if let Some(beside) = columns.find(|column| column.target == Some(HeadTarget::Offers)) {
            let prices = self.prices(beside.index);
            if prices.len() == found.len() {
                for ((_, price), beside) in found.iter_mut().zip(prices) {
                    *price = beside.or(*price);
                }
            } else if !prices.is_empty() {
                let doubt = CellDoubt::Unpaired {
                    names: found.len(),
                    prices: prices.len(),
                };
                let at = self.at(self.first_row(), beside.index);
                self.tell(RowsFault::Doubt(doubt), at);
            }
        }
        let at = self.at(self.first_row(), index);
        let count = found.len();
        found.retain(|(name, _)| !name.is_empty());
        if found.len() < count {
            let lacking = column.title;
            let doubt = CellDoubt::OnePart { text, lacking };
            self.tell(RowsFault::Doubt(doubt), at.clone());
        }
        if !found.is_empty() {
            self.put(column.name, Cell::Bidders(found), at);
        }
    }

    /// The prices of bidders, one a line; `-` for none.
    fn prices(&mut self, index: u32) -> Vec<Option<f64>> {
        let mut prices = Vec::new();
        let (cells, record) = (&self.sheet.cells, self.record);
        for row in &record.rows {
            let Some(cell) = cells.own((*row, index)) else {
                continue;
            };
            if let GridValue::Number { .. } = cell.value {
                prices.push(amount(cell, false));
                continue;
            }
            let lines = cell.text.lines().map(str::trim);
            for line in lines.filter(|line| !line.is_empty()) {
                let price = match offers(line).first() {
                    Some((name, price)) if name.is_empty() => *price,
                    _ => None,
                };
                if price.is_none() && !is_nothing(line) {
                    let text = line.to_owned();
                    let title = "ราคาที่เสนอ";
                    self.tell(RowsFault::Number { text, title }, self.at(*row, index));
                }
                prices.push(price);
            }
        }
        prices
    }

    /// The text of a column over all rows of a record; of an amount, what the file keeps.
    fn lines(&self, index: u32) -> String {
        let cells = &self.sheet.cells;
        let first = cells.shown((self.first_row(), index));
        let others = self.record.rows[1..].iter();
        let others = others.map(|row| cells.own((*row, index)));
        let texts = std::iter::once(first).chain(others).flatten();
        let texts = texts.map(|cell| cell.text.as_str());
        let said: Vec<&str> = texts.filter(|text| !is_nothing(text)).collect();
        said.join("\n")
    }

    /// Two values in one cell, each where no column of its own has it.
    pub(super) fn pair(&mut self, index: u32, columns: [&Column; 2]) {
        let text = self.lines(index);
        if text.is_empty() {
            return;
        }
        let row = self.first_row();
        let at = self.at(row, index);
        let kept = self.sheet.cells.shown((row, index)).map(|cell| cell.value);
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
                    self.tell(RowsFault::Doubt(several), at.clone());
                    self.put(columns[0].name, Cell::Text(text), at);
                    return;
                }
            },
        };
        self.tell_merged(index, columns[1]);
        for (column, value) in columns.into_iter().zip(values) {
            let has_own = self.sheet.head.index_of(column).is_some();
            match value {
                _ if has_own || self.is_counted_above(index, column) => {}
                Some(value) => self.put(column.name, value, at.clone()),
                None => {
                    let (text, lacking) = (text.clone(), column.title);
                    let doubt = CellDoubt::OnePart { text, lacking };
                    self.tell(RowsFault::Doubt(doubt), at.clone());
                }
            }
        }
    }
}
