//! Keys that a table, or the file that it is the top of, cannot do without.

use std::ops::Range;

use super::TomlTable;
use super::heading::following_heading;
use crate::parse::keys::ValueType;
use crate::problem::ValueFault;
use crate::span::Span;

impl TomlTable<'_> {
    /// Reports a key that is missing where this file may not do without.
    pub(in crate::parse) fn require(&self, key: &str) {
        if !self.has(key) {
            self.missing(key);
        }
    }

    /// Reports a key that is missing, at the table's start.
    pub(super) fn missing(&self, key: &str) {
        // It is there under another name, or in what could not be read.
        let is_it = |(name, _): &(&str, Span)| {
            let known = self.keys.called(name);
            known.is_some_and(|known| known.name == key)
        };
        if self.source.is_broken(&self.own_lines()) || self.names().iter().any(is_it) {
            return;
        }
        let Some(expected) = self.keys.takes(key).map(ValueType::expected) else {
            return;
        };
        let key = key.to_owned();
        self.report(ValueFault::MissingKey { key, expected }, &self.at());
    }

    /// Whether this table, or the file that it is the top of, cannot do without a key.
    pub(super) fn is_required(&self, key: &str) -> bool {
        let is_known = self.keys.get(key).is_some_and(|key| key.is_required);
        let is_titled = self.top.is_none() && key == "title" && !self.source.is_lead();
        is_known || is_titled
    }

    /// From the table's heading to the next, where it has one.
    fn own_lines(&self) -> Range<usize> {
        let text = self.source.text;
        let start = self.range.start;
        let is_heading = start == 0 || text[start..].starts_with('[');
        let end = if is_heading {
            following_heading(text, start)
        } else {
            self.range.end
        };
        start..end
    }
}
