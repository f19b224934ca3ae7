//! A row and its cells.

use std::collections::HashSet;

use super::choice::choice;
use crate::model::{Cell, Column, ColumnType, DatasetKind, FiscalYear, Link, Row};
use crate::parse::keys::NONE_STATED;
use crate::parse::table::TomlTable;
use crate::span::Located;

/// The counters of a dataset, in the order of their first use.
#[derive(Default)]
pub(super) struct Counters {
    pub(super) names: Vec<String>,
    seen: HashSet<String>,
}

impl Counters {
    fn add(&mut self, name: &str) {
        if !self.seen.contains(name) {
            self.seen.insert(name.to_owned());
            self.names.push(name.to_owned());
        }
    }
}

pub(super) fn row(
    table: &TomlTable<'_>,
    kind: DatasetKind,
    counters: &mut Counters,
    number: usize,
) -> Row {
    let mut cells = Vec::new();
    for column in kind.columns() {
        if let Some(value) = cell(table, column) {
            cells.push((column.name.to_owned(), value));
        }
    }
    let first = kind.first_column().name;
    if kind == DatasetKind::Statistics {
        for (key, _) in table.names() {
            if key == first || key == NONE_STATED.name {
                continue;
            }
            if let Some(number) = table.number_named(key) {
                counters.add(key);
                cells.push((key.to_owned(), number.map(Cell::Number)));
            }
        }
    }
    let at = table.at();
    Row { number, cells, at }
}

fn cell(table: &TomlTable<'_>, column: &Column) -> Option<Located<Cell>> {
    let key = column.name;
    match column.kind {
        ColumnType::Text => Some(table.text(key)?.map(Cell::Text)),
        ColumnType::Choice(choices) => choice(table, key, choices),
        ColumnType::Number => Some(table.number(key)?.map(Cell::Number)),
        ColumnType::Percent | ColumnType::Score => {
            let number = table.number(key)?;
            if !(0.0..=100.0).contains(&number.value) {
                table.out_of_range(key, &number.at);
            }
            Some(number.map(Cell::Number))
        }
        ColumnType::Year => year(table, key),
        ColumnType::Date => Some(table.date(key)?.map(Cell::Date)),
        ColumnType::Moment => table.moment(key),
        ColumnType::Period => Some(table.period(key)?.map(|period| Cell::Period(period.period))),
        ColumnType::Truth => Some(table.truth(key)?.map(Cell::Truth)),
        ColumnType::File => Some(table.path(key)?.map(Cell::File)),
        ColumnType::Address => {
            let text = table.text(key)?;
            let link = Link {
                href: text.value.trim().to_owned(),
                title: None,
                at: text.at.clone(),
            };
            Some(text.map(|_| Cell::Address(link)))
        }
        ColumnType::Bidders => bidders(table, key),
    }
}

fn year(table: &TomlTable<'_>, key: &'static str) -> Option<Located<Cell>> {
    let number = table.number(key)?;
    let whole: Option<i64> = number.value.to_string().parse().ok();
    if whole.and_then(FiscalYear::new).is_none() {
        table.out_of_range(key, &number.at);
    }
    Some(number.map(Cell::Number))
}

fn bidders(table: &TomlTable<'_>, key: &'static str) -> Option<Located<Cell>> {
    let tables = table.tables(key);
    let at = tables.first()?.at();
    let mut read = Vec::new();
    for bidder in tables {
        let name = bidder.text("name");
        let price = bidder.number("price").map(|number| number.value);
        bidder.finish();
        read.extend(name.map(|name| (name.value, price)));
    }
    Some(Located::new(Cell::Bidders(read), at))
}
