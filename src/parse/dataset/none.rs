//! Statements that there is none: of a document, and of a row.

use crate::model::{ColumnType, DatasetKind, NoneStated, is_grouping};
use crate::parse::keys::NONE_STATED;
use crate::parse::table::TomlTable;
use crate::problem::{NoneFault, OwedFault};
use crate::span::Located;
use crate::thai::promise::only_promises;

/// Whether a text has a letter or a digit: a statement of signs states nothing.
pub fn says_something(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// A sentence that says that there is none. One that says no such thing is told, and is no answer; one that is blank is
/// not filled in yet.
pub(in crate::parse) fn says_none(table: &TomlTable<'_>) -> Option<Located<String>> {
    let key = NONE_STATED.name;
    let text = table.text(key)?;
    let said = text.value.to_lowercase();
    let negates = ["ไม่", "มิได้", "ศูนย์", "0", "๐", "none", "no ", "nil"];
    if !says_something(&said) {
        return None;
    }
    if only_promises(&said) || !negates.iter().any(|word| said.contains(word)) {
        let (key, value) = (key.to_owned(), text.value);
        table.report(OwedFault::NoValue { key, value }, &text.at);
        return None;
    }
    Some(text)
}

/// What a row states that there is none of. One that fills in columns too has something.
pub(super) fn none_stated(table: &TomlTable<'_>, kind: DatasetKind) -> Option<NoneStated> {
    let text = says_none(table)?;
    let period = kind
        .columns()
        .iter()
        .find(|column| column.kind == ColumnType::Period);
    let is_beside = |key: &str| {
        let names_group = is_grouping(key) || period.is_some_and(|column| column.name == key);
        key != NONE_STATED.name && !names_group && !table.is_blank(key)
    };
    if let Some((key, _)) = table.names().into_iter().find(|(key, _)| is_beside(key)) {
        let key = key.to_owned();
        table.report(NoneFault::BesideColumn { key }, &text.at);
        return None;
    }
    let period = period.and_then(|column| table.period(column.name));
    Some(NoneStated {
        text,
        period: period.map(|period| period.value.period),
    })
}
