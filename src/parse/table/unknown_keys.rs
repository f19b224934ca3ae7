//! Keys that may not stand in a table, and what each was meant to be.

use super::TomlTable;
use super::value::{TomlValue, is_plain_key};
use crate::model::DatasetKind;
use crate::parse::keys::Keys;
use crate::problem::{Expected, KeyMeant, Meant, ValueFault};
use crate::span::{Span, line_at, lines};
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
            let is_broken = at.range.start != at.range.end && self.is_in_broken_table(&at);
            // What the syntax check has reported already is not reported as unknown too; a key in quotation marks is
            // right TOML, and nobody would hear of it.
            let is_told = !is_plain_key(name) && !self.is_quoted(&at);
            if self.keys.takes(name).is_some() || is_told || is_broken {
                continue;
            }
            if let Some(heading) = self.heading_meant(name) {
                self.report_headings(name, &at, &heading);
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

    /// Whether a key stands in quotation marks, on a line that is not broken.
    fn is_quoted(&self, at: &Span) -> bool {
        let range = self.relative(at);
        let written = self.source.text.get(range.clone());
        written.is_some_and(|key| key.starts_with(['"', '\'']) && key.len() > 1)
            && !self.source.is_broken(&range)
    }

    /// Whether a key among those that the webmaster names is one of the top, and no text: it is reported as that.
    pub(super) fn is_of_top(&self, key: &str, value: &TomlValue<'_>) -> bool {
        let is_any = matches!(self.keys, Keys::Any(_));
        let is_top = is_any && self.top.is_some_and(|top| top.get(key).is_some());
        if is_top {
            let meant = KeyMeant::Above {
                in_front_matter: self.source.is_front_matter(),
            };
            let key = key.to_owned();
            let at = self.source.span(value.span());
            self.report(ValueFault::UnknownKey { key, meant }, &at);
        }
        is_top
    }

    /// What a key that may not stand here was meant to be.
    fn key_meant(&self, name: &str, at: &Span) -> KeyMeant {
        let other = self
            .keys
            .called(name)
            .filter(|_| self.keys.get("caption").is_some());
        if let Some(key) = other {
            return KeyMeant::Near(key.name.to_owned());
        }
        if self.top.is_some_and(|top| top.get(name).is_some()) {
            return KeyMeant::Above {
                in_front_matter: self.source.is_front_matter(),
            };
        }
        // In quotation marks a key may have blanks about it, which nobody sees.
        let small = name.trim().to_ascii_lowercase();
        if small != name && self.keys.get(&small).is_some() {
            let names = self.names().into_iter();
            let same = names.filter(|(other, _)| other.eq_ignore_ascii_case(name));
            return KeyMeant::Small(Meant {
                is_sure: same.count() == 1,
                ..Meant::sure(at.range.clone(), small)
            });
        }
        let in_comment = self
            .keys
            .get("data")
            .and_then(|_| self.in_comment(name, at));
        if let Some(meant) = in_comment {
            return meant;
        }
        if let Some(key) = self.keys.called(name.trim()) {
            return KeyMeant::Near(key.name.to_owned());
        }
        if self.keys.get("data").is_some()
            && let Some(meant) = column_meant(name)
        {
            return meant;
        }
        let near = nearest(name, self.keys.all().map(|key| key.name));
        near.map_or_else(
            || KeyMeant::Unclear(self.keys.all().map(|key| key.name).collect()),
            KeyMeant::Near,
        )
    }

    /// Whether a key stands in braces on a line that is broken.
    fn is_in_broken_table(&self, at: &Span) -> bool {
        let range = self.relative(at);
        let line = line_at(self.source.text, range.start);
        self.source.text[line.start..range.start].contains('{') && self.source.is_broken(&range)
    }

    /// The heading that a table was meant to have which has `data.` too few, or too many.
    fn heading_meant(&self, name: &str) -> Option<String> {
        if self.top.is_none() && self.keys.get("data").is_some() {
            return Some(match Keys::Datasets.takes(name)?.expected() {
                Expected::Rows => format!("[[data.{name}]]"),
                _ => format!("[data.{name}]"),
            });
        }
        let is_data = matches!(self.keys, Keys::Datasets);
        let takes = self.top.filter(|_| is_data)?.get(name)?.takes.expected();
        matches!(takes, Expected::Tables).then(|| format!("[[{name}]]"))
    }

    /// Reports every heading of a table that has another name than it should.
    fn report_headings(&self, name: &str, at: &Span, heading: &str) {
        let report = |meant: Meant, at: &Span| {
            let (key, meant) = (name.to_owned(), KeyMeant::Heading(meant));
            self.report(ValueFault::UnknownKey { key, meant }, at);
        };
        let names = [name.to_owned(), format!("data.{name}")];
        let mut found = false;
        for (start, line) in lines(self.source.text) {
            let written = line.split('#').next().unwrap_or(line).trim();
            let inner = written.trim_matches(['[', ']']).trim();
            let is_it = written.starts_with('[') && names.iter().any(|name| name == inner);
            if is_it && written != heading {
                let from = start + line.find('[').unwrap_or_default();
                let span = self.source.span(from..from + written.len());
                report(Meant::sure(span.range.clone(), heading.to_owned()), &span);
                found = true;
            }
        }
        if !found {
            // It is no heading, but a key: there the heading is shown alone.
            let meant = Meant {
                is_sure: false,
                ..Meant::sure(at.range.clone(), heading.to_owned())
            };
            report(meant, at);
        }
    }

    /// The dataset that a column belongs to whose heading is still a comment above it.
    fn in_comment(&self, name: &str, at: &Span) -> Option<KeyMeant> {
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
        None
    }
}

/// The dataset whose column stands where no row is, if few have such a column.
fn column_meant(name: &str) -> Option<KeyMeant> {
    const FEW: usize = 2;
    let has_it = |kind: &DatasetKind| Keys::Columns(*kind).get(name).is_some();
    let kinds = DatasetKind::ALL.into_iter().filter(has_it);
    let names: Vec<&str> = kinds.map(DatasetKind::name).collect();
    (1..=FEW)
        .contains(&names.len())
        .then_some(KeyMeant::Columns(names))
}
