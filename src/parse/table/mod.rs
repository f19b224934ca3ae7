//! Reading a TOML table key by key, keeping places and collecting every fault.
//!
//! serde would stop at the first wrong type; a clerk wants to repair a file once. A [`Table`] is
//! asked for the keys it may have, and [`Table::finish`] reports the keys nobody asked for.

mod fault;
mod meant;
mod time;
mod toml_text;

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub(in crate::parse) use time::Moment;
pub(in crate::parse) use toml_text::TomlText;

use self::meant::type_meant;
use super::nearest::nearest;
use crate::problem::{Diagnostic, Expected, Problem, ValueFault};
use crate::span::{Located, Span};
use crate::thai::numeral::parse_number;

type Value<'a> = Spanned<DeValue<'a>>;

/// Keys of a document that clerks add at the end of the front matter, where they belong to the table
/// above them.
const DOCUMENT_KEYS: [&str; 11] = [
    "title",
    "date",
    "updated",
    "draft",
    "period",
    "components",
    "also",
    "summary",
    "files",
    "links",
    "allow",
];

/// A table being read.
pub(in crate::parse) struct Table<'t> {
    source: &'t TomlText<'t>,
    table: &'t DeTable<'t>,
    range: Range<usize>,
    is_top: bool,
    asked: Vec<&'static str>,
}

impl<'t> Table<'t> {
    /// The whole of a text.
    pub(in crate::parse) fn top(source: &'t TomlText<'t>, table: &'t Spanned<DeTable<'t>>) -> Self {
        Self {
            source,
            table: table.get_ref(),
            range: 0..0,
            is_top: true,
            asked: Vec::new(),
        }
    }

    /// Where the table starts.
    pub(in crate::parse) fn at(&self) -> Span {
        self.source.span(self.range.clone())
    }

    /// Adds a finding at a place of this file.
    pub(in crate::parse) fn report(&self, problem: impl Into<Problem>, at: &Span) {
        let diagnostic = Diagnostic::new(problem, at.clone());
        self.source.findings.borrow_mut().push(diagnostic);
    }

    /// Every key with the place of its value, in the order of the file.
    pub(in crate::parse) fn keys(&self) -> Vec<(&'t str, Span)> {
        let mut keys: Vec<_> = self.table.iter().collect();
        keys.sort_by_key(|(key, _)| key.span().start);
        keys.into_iter()
            .map(|(key, _)| (key.get_ref().as_ref(), self.source.span(key.span())))
            .collect()
    }

    /// Reports the keys that nobody asked for.
    pub(in crate::parse) fn finish(self) {
        // Below a heading that is not closed, keys stand in tables where nobody wrote them.
        if self.source.has_unclosed_table() {
            return;
        }
        for (key, at) in self.keys() {
            if self.asked.contains(&key) || !is_plain_key(key) {
                continue;
            }
            let above = !self.is_top && DOCUMENT_KEYS.contains(&key);
            let near = nearest(key, self.asked.iter().copied());
            let key = key.to_owned();
            self.report(ValueFault::UnknownKey { key, near, above }, &at);
        }
    }

    /// Reports a missing key at the table's start.
    pub(in crate::parse) fn missing(&self, key: &str) {
        let key = key.to_owned();
        self.report(ValueFault::MissingKey { key }, &self.at());
    }

    /// The value of a key, unless a syntax fault broke it: what the parser made of the pieces says
    /// nothing about what was meant.
    fn value(&mut self, key: &'static str) -> Option<&'t Value<'t>> {
        self.asked.push(key);
        self.table.get(key).filter(|value| !self.is_broken(value))
    }

    fn is_broken(&self, value: &Value<'t>) -> bool {
        let holds_more = matches!(value.get_ref(), DeValue::Array(_) | DeValue::Table(_));
        !holds_more && self.source.is_broken(&value.span())
    }

    /// The value of a key that is not known beforehand, as a number.
    pub(in crate::parse) fn number_named(&self, key: &str) -> Option<Located<f64>> {
        self.number_of(key, self.table.get(key)?)
    }

    /// The value of a key that is not known beforehand, as text.
    pub(in crate::parse) fn text_named(&self, key: &str) -> Option<Located<String>> {
        self.text_of(key, self.table.get(key)?, Expected::Text)
    }

    /// Text; blank text counts as absent.
    pub(in crate::parse) fn loose_text(&mut self, key: &'static str) -> Option<Located<String>> {
        let text = self
            .value(key)
            .and_then(|value| self.text_of(key, value, Expected::Text))?;
        (!text.value.trim().is_empty()).then_some(text)
    }

    /// Text; blank text is a fault.
    pub(in crate::parse) fn text(&mut self, key: &'static str) -> Option<Located<String>> {
        let text = self
            .value(key)
            .and_then(|value| self.text_of(key, value, Expected::Text))?;
        if text.value.trim().is_empty() {
            let range = self.relative(&text.at);
            let key = key.to_owned();
            self.source
                .report_value(ValueFault::EmptyValue { key }, range);
            return None;
        }
        Some(text)
    }

    /// Text that must be there.
    pub(in crate::parse) fn required_text(&mut self, key: &'static str) -> Option<Located<String>> {
        if !self.table.contains_key(key) {
            self.asked.push(key);
            self.missing(key);
            return None;
        }
        self.text(key)
    }

    /// `true` or `false`.
    pub(in crate::parse) fn truth(&mut self, key: &'static str) -> Option<Located<bool>> {
        let value = self.value(key)?;
        match value.get_ref().as_bool() {
            Some(truth) => Some(self.located(truth, value)),
            None => self.wrong(key, value, Expected::Truth),
        }
    }

    /// A whole number.
    pub(in crate::parse) fn whole(&mut self, key: &'static str) -> Option<Located<i64>> {
        let value = self.value(key)?;
        match whole_number(value) {
            Some(number) => Some(self.located(number, value)),
            None => self.wrong(key, value, Expected::WholeNumber),
        }
    }

    /// A number; text with Thai digits and commas is read too, blank text counts as absent.
    pub(in crate::parse) fn number(&mut self, key: &'static str) -> Option<Located<f64>> {
        let value = self.value(key)?;
        if value
            .get_ref()
            .as_str()
            .is_some_and(|text| text.trim().is_empty())
        {
            return None;
        }
        self.number_of(key, value)
    }

    /// One text or a list of them.
    pub(in crate::parse) fn text_or_list(&mut self, key: &'static str) -> Vec<Located<String>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        match value.get_ref() {
            DeValue::Array(items) => items
                .iter()
                .filter_map(|item| self.text_of(key, item, Expected::TextOrList))
                .collect(),
            _ => self
                .text_of(key, value, Expected::TextOrList)
                .into_iter()
                .collect(),
        }
    }

    /// A list of texts.
    pub(in crate::parse) fn list_of_text(&mut self, key: &'static str) -> Vec<Located<String>> {
        self.list(key, Expected::ListOfText)
            .into_iter()
            .filter_map(|item| self.text_of(key, item, Expected::ListOfText))
            .collect()
    }

    /// A list of whole numbers.
    pub(in crate::parse) fn list_of_whole(&mut self, key: &'static str) -> Vec<Located<i64>> {
        let items = self.list(key, Expected::ListOfWholeNumbers);
        let mut numbers = Vec::new();
        for item in items {
            match whole_number(item) {
                Some(number) => numbers.push(self.located(number, item)),
                None => drop(self.wrong_in::<()>(
                    key,
                    item,
                    self.table.get(key).unwrap_or(item),
                    Expected::ListOfWholeNumbers,
                )),
            }
        }
        numbers
    }

    /// A list that mixes texts and tables, as `also` does.
    pub(in crate::parse) fn texts_and_tables(
        &mut self,
        key: &'static str,
    ) -> Vec<Result<Located<String>, Table<'t>>> {
        let items = self.list(key, Expected::ListOfItems);
        let mut found = Vec::new();
        for item in items {
            match item.get_ref() {
                DeValue::Table(table) => found.push(Err(self.child(table, item.span()))),
                _ => found.extend(self.text_of(key, item, Expected::ListOfItems).map(Ok)),
            }
        }
        found
    }

    /// A table.
    pub(in crate::parse) fn table(&mut self, key: &'static str) -> Option<Table<'t>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Some(self.child(table, value.span())),
            _ => self.wrong(key, value, Expected::Table),
        }
    }

    /// An array of tables.
    pub(in crate::parse) fn tables(&mut self, key: &'static str) -> Vec<Table<'t>> {
        self.tables_as(key, Expected::Tables)
    }

    /// An array of tables, named as `expected` in findings.
    pub(in crate::parse) fn tables_as(
        &mut self,
        key: &'static str,
        expected: Expected,
    ) -> Vec<Table<'t>> {
        let mut tables = Vec::new();
        for item in self.list(key, expected) {
            match item.get_ref() {
                DeValue::Table(table) => tables.push(self.child(table, item.span())),
                _ => {
                    let whole = self.table.get(key).unwrap_or(item);
                    let _ = self.wrong_in::<()>(key, item, whole, expected);
                }
            }
        }
        tables
    }

    fn list(&mut self, key: &'static str, expected: Expected) -> Vec<&'t Value<'t>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        match value.get_ref() {
            DeValue::Array(items) => items.iter().filter(|item| !self.is_broken(item)).collect(),
            _ => {
                let _ = self.wrong::<()>(key, value, expected);
                Vec::new()
            }
        }
    }

    fn child(&self, table: &'t DeTable<'t>, range: Range<usize>) -> Table<'t> {
        Table {
            source: self.source,
            table,
            range,
            is_top: false,
            asked: Vec::new(),
        }
    }

    fn text_of(&self, key: &str, value: &Value<'t>, expected: Expected) -> Option<Located<String>> {
        match value.get_ref().as_str() {
            // Of several lines, it is the same on every system; and no page may hold a zero byte.
            Some(text) => {
                let text = text.replace("\r\n", "\n").replace('\0', "\u{fffd}");
                Some(self.located(text, value))
            }
            None => self.wrong(key, value, expected),
        }
    }

    fn number_of(&self, key: &str, value: &Value<'t>) -> Option<Located<f64>> {
        let number = match value.get_ref() {
            DeValue::Float(float) => float.as_str().replace('_', "").parse().ok(),
            DeValue::String(text) => parse_number(text),
            #[allow(clippy::cast_precision_loss)] // Baht and counts stay far below 2^52.
            _ => whole_number(value).map(|number| number as f64),
        };
        match number.filter(|number: &f64| number.is_finite()) {
            Some(number) => Some(self.located(number, value)),
            None => self.wrong(key, value, Expected::Number),
        }
    }

    fn wrong<T>(&self, key: &str, value: &Value<'t>, expected: Expected) -> Option<T> {
        self.wrong_in(key, value, value, expected)
    }

    /// A value of the wrong type in the whole of what its key holds.
    fn wrong_in<T>(
        &self,
        key: &str,
        value: &Value<'t>,
        whole: &Value<'t>,
        expected: Expected,
    ) -> Option<T> {
        let meant = type_meant(key, whole, self.source.text, expected);
        let key = key.to_owned();
        let problem = ValueFault::WrongType {
            key,
            expected,
            meant,
        };
        self.source.report_value(problem, value.span());
        None
    }

    fn located<T>(&self, content: T, value: &Value<'t>) -> Located<T> {
        Located::new(content, self.source.span(value.span()))
    }

    fn relative(&self, at: &Span) -> Range<usize> {
        at.range.start - self.source.base..at.range.end - self.source.base
    }
}

fn whole_number(value: &Value<'_>) -> Option<i64> {
    let number = value.get_ref().as_integer()?;
    i64::from_str_radix(&number.as_str().replace('_', ""), number.radix()).ok()
}

/// Keys that the syntax check has reported already are not reported as unknown too.
fn is_plain_key(key: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    !key.is_empty() && key.bytes().all(plain)
}
