//! Reading a TOML table key by key, keeping places and collecting every fault.
//!
//! serde would stop at the first wrong type; a clerk wants to repair a file once. A [`Table`] is
//! asked for the keys it may have, and [`Table::finish`] reports the keys nobody asked for.

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::nearest::nearest;
use super::toml_fault::faults;
use crate::diagnostic::{Diagnostic, Diagnostics, Expected, Problem};
use crate::model::numeral::{parse_number, to_arabic};
use crate::model::{Date, Period, PeriodText, parse_date};
use crate::source::{Located, SitePath, Span};

type Value<'a> = Spanned<DeValue<'a>>;

/// A piece of a file that is TOML, and what was found wrong in it.
pub(super) struct TomlText<'a> {
    path: &'a SitePath,
    text: &'a str,
    base: usize,
    broken: RefCell<Vec<Range<usize>>>,
    findings: RefCell<Diagnostics>,
}

impl<'a> TomlText<'a> {
    /// `text` starts at byte `base` of the file.
    pub(super) fn new(path: &'a SitePath, text: &'a str, base: usize) -> Self {
        Self {
            path,
            text,
            base,
            broken: RefCell::default(),
            findings: RefCell::default(),
        }
    }

    /// The table of the whole text, with its syntax faults noted.
    pub(super) fn parse(&self) -> Spanned<DeTable<'a>> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for (fault, range) in faults(self.text, &errors) {
            self.broken.borrow_mut().push(range.clone());
            self.report(Problem::TomlSyntax(fault), range);
        }
        table
    }

    /// What was found wrong.
    pub(super) fn into_findings(self) -> Diagnostics {
        self.findings.into_inner()
    }

    fn report(&self, problem: Problem, range: Range<usize>) {
        let at = self.span(range);
        self.findings
            .borrow_mut()
            .push(Diagnostic::new(problem, at));
    }

    /// Reports, unless a syntax fault at the same place said so already.
    fn report_value(&self, problem: Problem, range: Range<usize>) {
        let known = self
            .broken
            .borrow()
            .iter()
            .any(|broken| broken.start <= range.end && range.start <= broken.end);
        if !known {
            self.report(problem, range);
        }
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.path, range.start + self.base..range.end + self.base)
    }
}

/// A table being read.
pub(super) struct Table<'t> {
    source: &'t TomlText<'t>,
    table: &'t DeTable<'t>,
    range: Range<usize>,
    asked: Vec<&'static str>,
}

impl<'t> Table<'t> {
    /// The whole of a text.
    pub(super) fn top(source: &'t TomlText<'t>, table: &'t Spanned<DeTable<'t>>) -> Self {
        Self {
            source,
            table: table.get_ref(),
            range: 0..0,
            asked: Vec::new(),
        }
    }

    /// Where the table starts.
    pub(super) fn at(&self) -> Span {
        self.source.span(self.range.clone())
    }

    /// Adds a finding at a place of this file.
    pub(super) fn report(&self, problem: Problem, at: &Span) {
        let diagnostic = Diagnostic::new(problem, at.clone());
        self.source.findings.borrow_mut().push(diagnostic);
    }

    /// Every key with the place of its value, in the order of the file.
    pub(super) fn keys(&self) -> Vec<(&'t str, Span)> {
        let mut keys: Vec<_> = self.table.iter().collect();
        keys.sort_by_key(|(key, _)| key.span().start);
        keys.into_iter()
            .map(|(key, _)| (key.get_ref().as_ref(), self.source.span(key.span())))
            .collect()
    }

    /// Reports the keys that nobody asked for.
    pub(super) fn finish(self) {
        for (key, at) in self.keys() {
            if self.asked.contains(&key) || !is_plain_key(key) {
                continue;
            }
            let near = nearest(key, self.asked.iter().copied());
            let key = key.to_owned();
            self.report(Problem::UnknownKey { key, near }, &at);
        }
    }

    /// Reports a missing key at the table's start.
    pub(super) fn missing(&self, key: &str) {
        let key = key.to_owned();
        self.report(Problem::MissingKey { key }, &self.at());
    }

    fn value(&mut self, key: &'static str) -> Option<&'t Value<'t>> {
        self.asked.push(key);
        self.table.get(key)
    }

    /// The value of a key that is not known beforehand, as a number.
    pub(super) fn number_named(&self, key: &str) -> Option<Located<f64>> {
        self.number_of(key, self.table.get(key)?)
    }

    /// The value of a key that is not known beforehand, as text.
    pub(super) fn text_named(&self, key: &str) -> Option<Located<String>> {
        self.text_of(key, self.table.get(key)?, Expected::Text)
    }

    /// Text; blank text counts as absent.
    pub(super) fn loose_text(&mut self, key: &'static str) -> Option<Located<String>> {
        let text = self
            .value(key)
            .and_then(|value| self.text_of(key, value, Expected::Text))?;
        (!text.value.trim().is_empty()).then_some(text)
    }

    /// Text; blank text is a fault.
    pub(super) fn text(&mut self, key: &'static str) -> Option<Located<String>> {
        let text = self
            .value(key)
            .and_then(|value| self.text_of(key, value, Expected::Text))?;
        if text.value.trim().is_empty() {
            let range = self.relative(&text.at);
            let key = key.to_owned();
            self.source.report_value(Problem::EmptyValue { key }, range);
            return None;
        }
        Some(text)
    }

    /// Text that must be there.
    pub(super) fn required_text(&mut self, key: &'static str) -> Option<Located<String>> {
        if !self.table.contains_key(key) {
            self.asked.push(key);
            self.missing(key);
            return None;
        }
        self.text(key)
    }

    /// `true` or `false`.
    pub(super) fn truth(&mut self, key: &'static str) -> Option<Located<bool>> {
        let value = self.value(key)?;
        match value.get_ref().as_bool() {
            Some(truth) => Some(self.located(truth, value)),
            None => self.wrong(key, value, Expected::Truth),
        }
    }

    /// A whole number.
    pub(super) fn whole(&mut self, key: &'static str) -> Option<Located<i64>> {
        let value = self.value(key)?;
        match whole_number(value) {
            Some(number) => Some(self.located(number, value)),
            None => self.wrong(key, value, Expected::WholeNumber),
        }
    }

    /// A number; text with Thai digits and commas is read too, blank text counts as absent.
    pub(super) fn number(&mut self, key: &'static str) -> Option<Located<f64>> {
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

    /// A date in either era.
    pub(super) fn date(&mut self, key: &'static str) -> Option<Located<Date>> {
        let value = self.value(key)?;
        let Some(text) = self.date_text(value) else {
            return self.wrong(key, value, Expected::Date);
        };
        match parse_date(text) {
            Ok(date) => Some(self.located(date, value)),
            Err(fault) => {
                let text = text.to_owned();
                let problem = Problem::BadDate { text, fault };
                self.source.report_value(problem, value.span());
                None
            }
        }
    }

    /// A period; whole numbers such as `2566` are read too.
    pub(super) fn period(&mut self, key: &'static str) -> Option<Located<PeriodText>> {
        let value = self.value(key)?;
        let text = match value.get_ref() {
            DeValue::String(text) => text.as_ref(),
            DeValue::Integer(number) => number.as_str(),
            _ => return self.wrong(key, value, Expected::Period),
        };
        match Period::parse(text) {
            Ok(period) => {
                let text = to_arabic(text.trim()).into_owned();
                Some(self.located(PeriodText { period, text }, value))
            }
            Err(fault) => {
                let text = text.to_owned();
                let problem = Problem::BadPeriod { text, fault };
                self.source.report_value(problem, value.span());
                None
            }
        }
    }

    /// A day or a period, as its first day and text.
    pub(super) fn moment(&mut self, key: &'static str) -> Option<Located<Moment>> {
        let value = self.value(key)?;
        let is_period = match value.get_ref() {
            DeValue::String(text) => to_arabic(text).split('-').count() < 3,
            DeValue::Integer(_) => true,
            _ => false,
        };
        if is_period {
            return self.period(key).map(|found| found.map(Moment::Period));
        }
        self.date(key).map(|found| found.map(Moment::Day))
    }

    /// One text or a list of them.
    pub(super) fn text_or_list(&mut self, key: &'static str) -> Vec<Located<String>> {
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
    pub(super) fn list_of_text(&mut self, key: &'static str) -> Vec<Located<String>> {
        self.list(key, Expected::ListOfText)
            .into_iter()
            .filter_map(|item| self.text_of(key, item, Expected::ListOfText))
            .collect()
    }

    /// A list of whole numbers.
    pub(super) fn list_of_whole(&mut self, key: &'static str) -> Vec<Located<i64>> {
        let items = self.list(key, Expected::ListOfWholeNumbers);
        let mut numbers = Vec::new();
        for item in items {
            match whole_number(item) {
                Some(number) => numbers.push(self.located(number, item)),
                None => drop(self.wrong::<()>(key, item, Expected::ListOfWholeNumbers)),
            }
        }
        numbers
    }

    /// A list that mixes texts and tables, as `also` does.
    pub(super) fn texts_and_tables(
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
    pub(super) fn table(&mut self, key: &'static str) -> Option<Table<'t>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Some(self.child(table, value.span())),
            _ => self.wrong(key, value, Expected::Table),
        }
    }

    /// An array of tables.
    pub(super) fn tables(&mut self, key: &'static str) -> Vec<Table<'t>> {
        self.tables_as(key, Expected::Tables)
    }

    /// An array of tables that is written inside a row, as bidders are.
    pub(super) fn tables_as(&mut self, key: &'static str, expected: Expected) -> Vec<Table<'t>> {
        let mut tables = Vec::new();
        for item in self.list(key, expected) {
            match item.get_ref() {
                DeValue::Table(table) => tables.push(self.child(table, item.span())),
                _ => drop(self.wrong::<()>(key, item, expected)),
            }
        }
        tables
    }

    fn list(&mut self, key: &'static str, expected: Expected) -> Vec<&'t Value<'t>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
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
            asked: Vec::new(),
        }
    }

    fn text_of(&self, key: &str, value: &Value<'t>, expected: Expected) -> Option<Located<String>> {
        match value.get_ref().as_str() {
            Some(text) => Some(self.located(text.to_owned(), value)),
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

    /// The text of a date as it was written: TOML refuses days of the Buddhist era that it takes
    /// for days that do not exist, so its own reading of a date is never used.
    fn date_text(&self, value: &Value<'t>) -> Option<&'t str> {
        match value.get_ref() {
            DeValue::Datetime(_) => self.source.text.get(value.span()),
            DeValue::String(_) => {
                let quoted = self.source.text.get(value.span())?;
                Some(quoted.trim_matches(['"', '\'']))
            }
            _ => None,
        }
    }

    fn wrong<T>(&self, key: &str, value: &Value<'t>, expected: Expected) -> Option<T> {
        let key = key.to_owned();
        let problem = Problem::WrongType { key, expected };
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

/// A day or a period.
pub(super) enum Moment {
    /// A day.
    Day(Date),
    /// A period.
    Period(PeriodText),
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
