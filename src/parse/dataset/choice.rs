//! Words of closed lists, and what was meant by one that is not in its list.

use crate::model::{Cell, DatasetKind};
use crate::parse::table::TomlTable;
use crate::problem::ValueFault;
use crate::span::Located;
use crate::thai::nearest::nearest;

/// The kind of dataset that is named.
pub(in crate::parse) fn dataset_named(
    table: &TomlTable<'_>,
    text: &Located<String>,
) -> Option<DatasetKind> {
    let kinds = DatasetKind::ALL.map(|kind| (kind.name(), kind.title()));
    let name = chosen(table, "data", text, &kinds)?;
    DatasetKind::named(name)
}

/// The value of a column that takes words of a list.
pub(super) fn choice(
    table: &TomlTable<'_>,
    key: &str,
    choices: &[(&'static str, &'static str)],
) -> Option<Located<Cell>> {
    let text = table.text(key)?;
    let name = chosen(table, key, &text, choices)?;
    Some(text.map(|_| Cell::Text(name.to_owned())))
}

/// The word of a list that a text is; of another text the list is told.
fn chosen(
    table: &TomlTable<'_>,
    key: &str,
    text: &Located<String>,
    choices: &[(&'static str, &'static str)],
) -> Option<&'static str> {
    let value = text.value.trim();
    if let Some((name, _)) = choices.iter().find(|(name, _)| *name == value) {
        return Some(name);
    }
    let named = choices
        .iter()
        .map(|(name, title)| named_choice(name, title));
    let problem = ValueFault::BadChoice {
        key: key.to_owned(),
        value: value.to_owned(),
        choices: named.collect(),
        near: meant_choice(value, choices),
    };
    table.report(problem, &text.at);
    None
}

/// A choice with what it is called on the page.
fn named_choice(name: &str, title: &str) -> String {
    if name.eq_ignore_ascii_case(title) {
        return name.to_owned();
    }
    format!("{name} ({title})")
}

/// Social networks, by which a channel is called that is one.
const SOCIAL: [&str; 8] = [
    "facebook",
    "fb",
    "เฟซบุ๊ก",
    "เฟสบุ๊ค",
    "line",
    "ไลน์",
    "youtube",
    "tiktok",
];

/// The choice that is spelt nearly so, or the only one whose name or words on the page say it.
fn meant_choice(value: &str, choices: &[(&str, &str)]) -> Option<String> {
    let folded = |text: &str| -> String {
        let letters = text.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let wanted = folded(value);
    let says = |(name, title): &&(&str, &str)| {
        folded(name).contains(&wanted) || folded(title).contains(&wanted)
    };
    let network = SOCIAL.contains(&value.to_lowercase().as_str());
    if network && choices.iter().any(|(name, _)| *name == "social") {
        return Some("social".to_owned());
    }
    nearest(value, choices.iter().map(|(name, _)| *name)).or_else(|| {
        let mut found = choices.iter().filter(says);
        let (name, _) = found.next().filter(|_| wanted.chars().count() > 1)?;
        found.next().is_none().then(|| (*name).to_owned())
    })
}
