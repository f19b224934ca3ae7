//! Values that stand in many tables of a framework file.
//!
//! In: a table and a key. Out: the value, with what is wrong reported. Apart, because the tree of items and what results
//! are read by are read by files of their own.

use std::collections::HashSet;
use std::sync::Arc;

use super::table::TomlTable;
use crate::model::{Confidence, OfficialForm, Provenance};
use crate::problem::{FrameworkFault, ValueFault};
use crate::span::Located;
use crate::thai::nearest::nearest;

/// What must not occur twice in a year, and what may be named.
#[derive(Default)]
pub(super) struct UsedNames {
    taken: HashSet<(&'static str, String)>,
    /// The forms, which items may name.
    pub(super) forms: Vec<Arc<OfficialForm>>,
}

impl UsedNames {
    /// Whether it is the first; if not, it is reported.
    pub(super) fn is_new(
        &mut self,
        table: &TomlTable<'_>,
        what: &'static str,
        name: &Located<String>,
    ) -> bool {
        let value = name.value.clone();
        let is_new = self.taken.insert((what, value.clone()));
        if !is_new {
            table.report(FrameworkFault::Duplicate { what, value }, &name.at);
        }
        is_new
    }

    /// The value of a key that must not occur twice.
    pub(super) fn name(&mut self, table: &TomlTable<'_>, key: &'static str) -> String {
        let Some(name) = table.text(key) else {
            return String::new();
        };
        self.is_new(table, key, &name);
        name.value
    }
}

pub(super) fn provenance(table: &TomlTable<'_>) -> Provenance {
    Provenance {
        source: plain(table, "source"),
        confidence: named(table, "confidence", &Confidence::NAMES),
    }
}

/// A text, if it says anything.
pub(super) fn said(table: &TomlTable<'_>, key: &'static str) -> Option<String> {
    table.plain(key).filter(|text| !text.trim().is_empty())
}

/// What the name that is the value of a key stands for.
pub(super) fn named<T: Copy>(
    table: &TomlTable<'_>,
    key: &'static str,
    names: &[(&str, T)],
) -> Option<T> {
    chosen(table, key, names, &table.text(key)?)
}

/// What a name stands for; of an unknown one the known ones are told.
pub(super) fn chosen<T: Copy>(
    table: &TomlTable<'_>,
    key: &'static str,
    names: &[(&str, T)],
    text: &Located<String>,
) -> Option<T> {
    if let Some((_, value)) = names.iter().find(|(name, _)| *name == text.value) {
        return Some(*value);
    }
    let choices: Vec<String> = names.iter().map(|(name, _)| (*name).to_owned()).collect();
    table.report(
        ValueFault::BadChoice {
            key: key.to_owned(),
            near: nearest(&text.value, names.iter().map(|(name, _)| *name)),
            value: text.value.clone(),
            choices,
        },
        &text.at,
    );
    None
}

pub(super) fn plain(table: &TomlTable<'_>, key: &'static str) -> String {
    table.plain(key).unwrap_or_default()
}
