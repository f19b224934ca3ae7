//! Values of another type than their key takes, and what was meant by them.

use super::TomlTable;
use super::meant::{outside_quotes, type_meant};
use super::value::TomlValue;
use crate::parse::keys::ValueType;
use crate::problem::{Meant, ValueFault};

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
        let Some(expected) = self.keys.takes(key).map(ValueType::expected) else {
            return;
        };
        if self.source.is_broken(&whole.span()) {
            return;
        }
        let text = type_meant(key, whole, self.source.text, expected);
        let meant = text.map(|text| Meant {
            shown: format!("{key} = {text}"),
            replaces: self.source.span(whole.span()).range,
            by: text,
            // A list over several lines may have remarks in it.
            is_sure: !self.source.text[whole.span()].lines().any(has_remark),
        });
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
