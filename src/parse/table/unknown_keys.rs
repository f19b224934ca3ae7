//! Keys that may not stand in a table, and what each was meant to be.

use super::TomlTable;
use super::value::is_plain_key;
use crate::model::DatasetKind;
use crate::parse::keys::Keys;
use crate::problem::{KeyMeant, Meant, ValueFault};
use crate::span::Span;
use crate::thai::nearest::nearest;

impl TomlTable<'_> {
    /// Reports the keys that may not stand here.
    pub(in crate::parse) fn finish(self) {
        // Below a heading that is not closed, keys stand in tables where nobody wrote them.
        if self.source.has_unclosed_table() {
            return;
        }
        let mut earlier = None;
        for (name, at) in self.names() {
            if self.keys.takes(name).is_some() || !is_plain_key(name) {
                continue;
            }
            let meant = self.key_meant(name, &at);
            // One heading is the fault of all the columns below it.
            let is_same = matches!(meant, KeyMeant::InComment { .. } | KeyMeant::Columns(_))
                && earlier.as_ref() == Some(&meant);
            earlier = Some(meant.clone());
            let key = name.to_owned();
            if !is_same {
                self.report(ValueFault::UnknownKey { key, meant }, &at);
            }
        }
    }

    /// What a key that may not stand here was meant to be.
    fn key_meant(&self, name: &str, at: &Span) -> KeyMeant {
        if self.top.is_some_and(|top| top.get(name).is_some()) {
            return KeyMeant::Above;
        }
        let small = name.to_ascii_lowercase();
        if small != name && self.keys.get(&small).is_some() {
            return KeyMeant::Small(Meant {
                shown: small.clone(),
                replaces: at.range.clone(),
                by: small,
                is_sure: self
                    .names()
                    .iter()
                    .filter(|(other, _)| other.eq_ignore_ascii_case(name))
                    .count()
                    == 1,
            });
        }
        if let Some(key) = self.keys.called(name) {
            return KeyMeant::Near(key.name.to_owned());
        }
        if self.keys.get("data").is_some() {
            let mut kinds = DatasetKind::ALL.into_iter();
            if let Some(kind) = kinds.find(|kind| kind.name() == name) {
                return KeyMeant::Dataset(kind.name());
            }
            if let Some(meant) = self.column_meant(name, at) {
                return meant;
            }
        }
        let near = nearest(name, self.keys.all().map(|key| key.name));
        near.map_or_else(
            || KeyMeant::Unclear(self.keys.all().map(|key| key.name).collect()),
            KeyMeant::Near,
        )
    }

    /// The dataset whose column stands where no row is, if few have such a column.
    fn column_meant(&self, name: &str, at: &Span) -> Option<KeyMeant> {
        const FEW: usize = 2;
        let has_it = |kind: &DatasetKind| Keys::Columns(*kind).get(name).is_some();
        let above = &self.source.text[..at.range.start - self.source.base];
        let lines: Vec<&str> = above.lines().collect();
        let headings = lines.iter().enumerate().rev();
        let mut headings = headings.filter_map(|(index, line)| {
            let heading = line.trim().strip_prefix('#')?.trim();
            let kind = heading.strip_prefix("[[data.")?.strip_suffix("]]")?;
            let kind = DatasetKind::ALL
                .into_iter()
                .find(|one| one.name() == kind)?;
            Some((index, kind))
        });
        if let Some((index, kind)) = headings.next().filter(|(_, kind)| has_it(kind)) {
            let before = self.source.lines_before();
            return Some(KeyMeant::InComment {
                dataset: kind.name(),
                line: before + index + 1,
            });
        }
        let kinds = DatasetKind::ALL.into_iter().filter(has_it);
        let names: Vec<&str> = kinds.map(DatasetKind::name).collect();
        (1..=FEW)
            .contains(&names.len())
            .then_some(KeyMeant::Columns(names))
    }
}
