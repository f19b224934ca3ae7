//! Values of another type than their key takes, and what was meant by them.

use super::TomlTable;
use super::meant::{outside_quotes, type_meant};
use super::value::TomlValue;
use crate::problem::{Expected, Meant, ValueFault};
use crate::span::line_at;

impl<'t> TomlTable<'t> {
    /// A value of the wrong type in a list: the help names the whole list.
    pub(super) fn wrong_in_list<T>(&self, key: &str, item: &TomlValue<'t>) -> Option<T> {
        let whole = self.table.get(key).unwrap_or(item);
        self.report_type(key, item, whole);
        None
    }

    pub(super) fn wrong<T>(&self, key: &str, value: &TomlValue<'t>) -> Option<T> {
        self.report_type(key, value, value);
        None
    }

    /// Reports a value of the wrong type in the whole of what its key holds.
    fn report_type(&self, key: &str, value: &TomlValue<'t>, whole: &TomlValue<'t>) {
        let Some(takes) = self.keys.takes(key) else {
            return;
        };
        let expected = takes.expected();
        if self.source.is_broken(&whole.span()) {
            return;
        }
        let typed = type_meant(key, whole, self.source.text, takes);
        let meant = typed.map(|typed| Meant {
            shown: format!("{key} = {}", typed.text),
            replaces: self.source.span(whole.span()).range,
            by: typed.text,
            // A list over several lines may have remarks in it.
            is_sure: typed.is_sure && !self.source.text[whole.span()].lines().any(has_remark),
        });
        let is_row = matches!(expected, Expected::Tables | Expected::Rows);
        let line = line_at(self.source.text, whole.span().start);
        let meant = meant.or_else(|| self.source.row_heading(line).filter(|_| is_row));
        let key = key.to_owned();
        let problem = ValueFault::WrongType {
            key,
            expected,
            meant,
        };
        self.source.report(problem, value.span());
    }
}

fn has_remark(line: &str) -> bool {
    outside_quotes(line, &['#']).is_some()
}
