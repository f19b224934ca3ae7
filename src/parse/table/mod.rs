//! Reading a TOML table key by key, keeping places and collecting every fault.
//!
//! serde would stop at the first wrong type; a clerk wants to repair a file once. A [`TomlTable`]
//! knows which keys it may have and what they take; [`TomlTable::finish`] reports all others.

mod fault;
mod heading;
mod meant;
mod open_list;
mod required;
mod time;
mod toml_text;
mod unknown_keys;
mod value;
mod wrong_type;

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub(in crate::parse) use toml_text::TomlText;

use self::value::{TomlValue, is_empty_list, whole_number};
use super::keys::{Keys, ValueType};
use super::reference::join;
use crate::files::{SitePath, folder_of};
use crate::model::year_meant;
use crate::problem::{Diagnostic, Problem, ReferenceFault, ValueFault};
use crate::span::{Located, Span};
use crate::thai::numeral::parse_number;

/// An item of a list that takes both.
pub(in crate::parse) enum TextOrTable<'t> {
    Text(Located<String>),
    Table(TomlTable<'t>),
}

/// A table being read.
pub(in crate::parse) struct TomlTable<'t> {
    source: &'t TomlText<'t>,
    table: &'t DeTable<'t>,
    range: Range<usize>,
    keys: Keys,
    /// The keys at the top of the file, for a table below it.
    top: Option<Keys>,
}

impl<'t> TomlTable<'t> {
    /// The whole of a text, which may have these keys.
    pub(in crate::parse) fn top(
        source: &'t TomlText<'t>,
        table: &'t Spanned<DeTable<'t>>,
        keys: Keys,
    ) -> Self {
        Self {
            source,
            table: table.get_ref(),
            range: 0..0,
            keys,
            top: None,
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

    /// The names of the keys that stand there, with their places, in the order of the file.
    pub(in crate::parse) fn names(&self) -> Vec<(&'t str, Span)> {
        let mut keys: Vec<_> = self.table.iter().collect();
        keys.sort_by_key(|(key, _)| key.span().start);
        keys.into_iter()
            .map(|(key, _)| (key.get_ref().as_ref(), self.source.span(key.span())))
            .collect()
    }

    /// Whether a key stands there, with whatever value.
    pub(in crate::parse) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Whether the value of a key is blank text.
    pub(in crate::parse) fn is_blank(&self, key: &str) -> bool {
        let value = self.table.get(key).map(toml::Spanned::get_ref);
        matches!(value, Some(DeValue::String(text)) if text.trim().is_empty())
    }

    /// The value of a key that the table of keys has here, unless a syntax fault broke it: what the
    /// parser made of the pieces says nothing about what was meant.
    fn value(&self, key: &str) -> Option<&'t TomlValue<'t>> {
        let known = self.keys.get(key)?;
        let value = self.table.get(key);
        let is_list = matches!(known.takes, ValueType::Tables(_));
        let is_absent = value.is_none_or(|value| is_list && is_empty_list(value));
        if known.is_required && is_absent {
            self.missing(key);
        }
        value.filter(|value| !self.is_broken(value))
    }

    fn is_broken(&self, value: &TomlValue<'t>) -> bool {
        let holds_more = matches!(value.get_ref(), DeValue::Array(_) | DeValue::Table(_));
        !holds_more && self.source.is_broken(&value.span())
    }

    /// The value of a key that is not known beforehand, as a number.
    pub(in crate::parse) fn number_named(&self, key: &str) -> Option<Located<f64>> {
        self.number_of(key, self.table.get(key)?)
    }

    /// The value of a key that is not known beforehand, as text.
    pub(in crate::parse) fn text_named(&self, key: &str) -> Option<Located<String>> {
        self.text_of(key, self.table.get(key)?)
    }

    /// Text. Blank text is a fault, or counts as absent where the key may be blank.
    pub(in crate::parse) fn text(&self, key: &str) -> Option<Located<String>> {
        let text = self.text_of(key, self.value(key)?)?;
        if !text.value.trim().is_empty() {
            return Some(text);
        }
        if !self.keys.takes(key)?.may_be_blank() {
            let range = self.relative(&text.at);
            let is_required = self.is_required(key);
            let expected = self.keys.takes(key)?.expected();
            let key = key.to_owned();
            let problem = if is_required {
                ValueFault::EmptyRequired { key, expected }
            } else {
                ValueFault::EmptyValue { key }
            };
            self.source.report_value(problem, range);
        }
        None
    }

    /// The same without its place.
    pub(in crate::parse) fn plain(&self, key: &str) -> Option<String> {
        self.text(key).map(|text| text.value)
    }

    /// The path in the site of a file that is named as seen from here.
    pub(in crate::parse) fn path(&self, key: &str) -> Option<Located<SitePath>> {
        let text = self.text(key)?;
        let path = join(folder_of(self.source.path), &text.value);
        if path.is_none() {
            let path = text.value.clone();
            self.report(ReferenceFault::OutsideSite { path }, &text.at);
        }
        Some(Located::new(path?.into(), text.at))
    }

    /// `true` or `false`.
    pub(in crate::parse) fn truth(&self, key: &str) -> Option<Located<bool>> {
        let value = self.value(key)?;
        match value.get_ref().as_bool() {
            Some(truth) => Some(self.located(truth, value)),
            None => self.wrong(key, value),
        }
    }

    /// Whether a key says `true`.
    pub(in crate::parse) fn is_true(&self, key: &str) -> bool {
        self.truth(key).is_some_and(|truth| truth.value)
    }

    pub(in crate::parse) fn whole(&self, key: &str) -> Option<Located<i64>> {
        let value = self.value(key)?;
        match whole_number(value) {
            Some(number) => Some(self.located(number, value)),
            None => self.wrong(key, value),
        }
    }

    /// A whole number in the range of its key.
    pub(in crate::parse) fn whole_in_range(&self, key: &str) -> Option<Located<i64>> {
        let number = self.whole(key)?;
        let range = self.keys.takes(key)?.range()?;
        if range.contains(&number.value) {
            return Some(number);
        }
        self.out_of_range(key, &number.at);
        None
    }

    /// Reports a number that is not in the range of its key.
    pub(in crate::parse) fn out_of_range(&self, key: &str, at: &Span) {
        if let Some(range) = self.keys.takes(key).and_then(ValueType::range) {
            let key = key.to_owned();
            let (min, max) = range.into_inner();
            let meant = self.year_meant(&key, at);
            self.report(
                ValueFault::OutOfRange {
                    key,
                    min,
                    max,
                    meant,
                },
                at,
            );
        }
    }

    /// The year of the Buddhist era that stands there with two digits, or in the common era.
    fn year_meant(&self, key: &str, at: &Span) -> Option<i64> {
        self.keys.takes(key).filter(|takes| takes.is_year())?;
        let written = self.source.text.get(self.relative(at))?;
        let year = written.trim_matches('"').parse().ok()?;
        year_meant(year).map(i64::from)
    }

    /// A number; text with Thai digits and commas is read too, blank text counts as absent.
    pub(in crate::parse) fn number(&self, key: &str) -> Option<Located<f64>> {
        let value = self.value(key)?;
        let text = value.get_ref().as_str();
        if text.is_some_and(|text| text.trim().is_empty()) {
            return None;
        }
        self.number_of(key, value)
    }

    /// A list of texts, or one text where the key takes that too.
    pub(in crate::parse) fn texts(&self, key: &str) -> Vec<Located<String>> {
        let texts = self.one_or_list(key).into_iter();
        texts.filter_map(|text| self.text_of(key, text)).collect()
    }

    /// The values of a list, or the one that stands there where the key takes that too.
    fn one_or_list(&self, key: &str) -> Vec<&'t TomlValue<'t>> {
        let takes_one = self.keys.takes(key).is_some_and(ValueType::takes_one);
        match self.value(key) {
            Some(value) if takes_one && !value.get_ref().is_array() => vec![value],
            _ => self.list(key),
        }
    }

    /// A list of whole numbers.
    pub(in crate::parse) fn list_of_whole(&self, key: &str) -> Vec<Located<i64>> {
        let numbers = self.list(key).into_iter().filter_map(|item| {
            let number = whole_number(item).map(|number| self.located(number, item));
            number.or_else(|| self.wrong_in_list(key, item))
        });
        numbers.collect()
    }

    /// A list that mixes texts and tables, as `also` does.
    pub(in crate::parse) fn texts_and_tables(&self, key: &str) -> Vec<TextOrTable<'t>> {
        let items = self.list(key).into_iter();
        let read = items.filter_map(|item| match item.get_ref() {
            DeValue::Table(table) => {
                Some(TextOrTable::Table(self.child(key, table, item.span())?))
            }
            DeValue::String(_) => self.text_of(key, item).map(TextOrTable::Text),
            _ => self.wrong_in_list(key, item),
        });
        read.collect()
    }

    pub(in crate::parse) fn table(&self, key: &str) -> Option<TomlTable<'t>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Table(table) => self.child(key, table, value.span()),
            _ => self.wrong(key, value),
        }
    }

    /// An array of tables.
    pub(in crate::parse) fn tables(&self, key: &str) -> Vec<TomlTable<'t>> {
        let tables = self.list(key).into_iter();
        let tables = tables.filter_map(|item| match item.get_ref() {
            DeValue::Table(table) => self.child(key, table, item.span()),
            _ => self.wrong_in_list(key, item),
        });
        tables.collect()
    }

    /// What `read` makes of each table of an array, as far as it makes something of it.
    pub(in crate::parse) fn each<T>(
        &self,
        key: &str,
        mut read: impl FnMut(&TomlTable<'t>) -> Option<T>,
    ) -> Vec<T> {
        let tables = self.tables(key).into_iter();
        let found = tables.filter_map(|table| {
            let found = read(&table);
            table.finish();
            found
        });
        found.collect()
    }

    fn list(&self, key: &str) -> Vec<&'t TomlValue<'t>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        match value.get_ref() {
            DeValue::Array(items) => items.iter().filter(|item| !self.is_broken(item)).collect(),
            _ => {
                let _ = self.wrong::<()>(key, value);
                Vec::new()
            }
        }
    }

    fn child(
        &self,
        key: &str,
        table: &'t DeTable<'t>,
        range: Range<usize>,
    ) -> Option<TomlTable<'t>> {
        Some(TomlTable {
            source: self.source,
            table,
            range,
            keys: self.keys.takes(key)?.keys()?,
            top: self.top.or(Some(self.keys)),
        })
    }

    fn text_of(&self, key: &str, value: &TomlValue<'t>) -> Option<Located<String>> {
        match value.get_ref().as_str() {
            // Of several lines, it is the same on every system; and no page may hold a zero byte.
            Some(text) => {
                let text = text.replace("\r\n", "\n").replace('\0', "\u{fffd}");
                Some(self.located(text, value))
            }
            None if self.is_of_top(key, value) => None,
            None => self.wrong(key, value),
        }
    }

    fn number_of(&self, key: &str, value: &TomlValue<'t>) -> Option<Located<f64>> {
        let number = match value.get_ref() {
            DeValue::Float(float) => float.as_str().replace('_', "").parse().ok(),
            DeValue::String(text) => parse_number(text),
            #[allow(clippy::cast_precision_loss)] // Baht and counts stay far below 2^52.
            _ => whole_number(value).map(|number| number as f64),
        };
        match number.filter(|number: &f64| number.is_finite()) {
            Some(number) => Some(self.located(number, value)),
            None => self.wrong(key, value),
        }
    }

    fn located<T>(&self, content: T, value: &TomlValue<'t>) -> Located<T> {
        Located::new(content, self.source.span(value.span()))
    }

    fn relative(&self, at: &Span) -> Range<usize> {
        at.range.start - self.source.base..at.range.end - self.source.base
    }
}
