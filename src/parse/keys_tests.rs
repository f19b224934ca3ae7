//! The readers and the manual are held to the table of keys: for each key a file is written that is
//! wrong in one way, and the reader must say so.

use super::config::config;
use super::document::{DocumentPlace, document, page};
use super::framework::framework;
use super::keys::{DOCUMENT, FRAMEWORK, Key, Keys, PAGE, SITE, ValueType};
use crate::files::SitePath;
use crate::model::{ColumnType, FiscalYear, ItemNumber};
use crate::problem::{Diagnostics, Expected, Problem, ValueFault};

type Reader = fn(&SitePath, &str) -> Vec<ValueFault>;

/// Every kind of file: its keys, its section of the manual, its reader.
const FILES: [(Keys, &str, Reader); 4] = [
    (SITE, "2.", |path, text| faults(config(path, text, None).1)),
    (DOCUMENT, "3.", |path, text| {
        let year = FiscalYear::FIRST;
        let item = ItemNumber(1);
        let place = DocumentPlace {
            year,
            item,
            slug: None,
        };
        faults(document(path, text, place).1)
    }),
    (PAGE, "12.", |path, text| {
        faults(page(path, text, String::new()).1)
    }),
    (FRAMEWORK, "13.", |path, text| {
        faults(framework(path, text, FiscalYear::FIRST).1)
    }),
];

fn faults(findings: Diagnostics) -> Vec<ValueFault> {
    let faults = findings
        .into_iter()
        .filter_map(|finding| match finding.problem {
            Problem::Value(fault) => Some(fault),
            _ => None,
        });
    faults.collect()
}

/// A table of a file: where it stands, and what the tables above it lack when only it is written.
#[derive(Clone)]
struct Spot {
    keys: Keys,
    /// TOML before and behind what stands in the table.
    around: (String, String),
    lacking: Vec<&'static str>,
}

impl Spot {
    fn top(keys: Keys) -> Self {
        Self {
            keys,
            around: Default::default(),
            lacking: Vec::new(),
        }
    }

    /// The table, or the tables, that a key of this one takes.
    fn below(&self, key: &Key) -> Option<Self> {
        let keys = key.takes.keys()?;
        let (open, close) = match key.takes {
            ValueType::Table(_) => ("{ ", " }"),
            _ => ("[{ ", " }]"),
        };
        let (before, behind) = &self.around;
        Some(Self {
            keys,
            around: (
                format!("{before}{} = {open}", key.name),
                format!("{close}{behind}"),
            ),
            lacking: self.lacking_but(Some(key.name)),
        })
    }

    fn with(&self, inner: &str) -> String {
        format!("{}{inner}{}", self.around.0, self.around.1)
    }

    /// What is required here and above, where only `name` is written.
    fn lacking_but(&self, name: Option<&str>) -> Vec<&'static str> {
        let required = self.keys.all().filter(|key| key.is_required);
        let names = required
            .map(|key| key.name)
            .filter(|key| Some(*key) != name);
        self.lacking.iter().copied().chain(names).collect()
    }
}

/// Every table of a file.
fn spots(keys: Keys) -> Vec<Spot> {
    let mut spots = vec![Spot::top(keys)];
    let mut next = 0;
    while let Some(spot) = spots.get(next).cloned() {
        spots.extend(spot.keys.all().filter_map(|key| spot.below(&key)));
        next += 1;
    }
    spots
}

#[test]
fn the_readers_take_every_key_with_its_type() {
    let path = SitePath::from("content/2566/o01/index.toml");
    let mut count = 0;
    for (keys, _, read) in FILES {
        for spot in spots(keys) {
            for key in spot.keys.all() {
                let expected = key.takes.expected();
                let wrong = if expected == Expected::Truth {
                    "3"
                } else {
                    "true"
                };
                let text = spot.with(&format!("{} = {wrong}", key.name));
                let told = read(&path, &text);
                let is_told = |fault: &&ValueFault| {
                    matches!(fault, ValueFault::WrongType { key: name, expected: found, .. }
                        if name == key.name && *found == expected)
                };
                assert_eq!(told.iter().filter(is_told).count(), 1, "{text}\n{told:#?}");
                count += 1;
            }
        }
    }
    assert!(count > 120, "only {count} keys");
}

#[test]
fn the_readers_ask_for_what_is_required_and_refuse_what_is_unknown() {
    let path = SitePath::from("content/2566/o01/index.toml");
    for (keys, _, read) in FILES {
        for spot in spots(keys) {
            let text = spot.with("surely_unknown = 1");
            let told = read(&path, &text);
            let mut missing: Vec<&str> = Vec::new();
            let mut unknown = 0;
            for fault in &told {
                match fault {
                    ValueFault::MissingKey { key, .. } => missing.push(key),
                    ValueFault::UnknownKey { .. } => unknown += 1,
                    _ => {}
                }
            }
            let mut lacking = spot.lacking_but(None);
            lacking.sort_unstable();
            missing.sort_unstable();
            assert_eq!(missing, lacking, "{text}");
            let is_closed = spot.keys.others().is_none();
            assert_eq!(unknown, usize::from(is_closed), "{text}\n{told:#?}");
        }
    }
}

#[test]
fn the_readers_keep_to_the_ranges_and_to_text_that_says_something() {
    let path = SitePath::from("content/2566/o01/index.toml");
    for (keys, section, read) in FILES {
        for spot in spots(keys) {
            for key in spot.keys.all() {
                let is_one = !matches!(key.takes, ValueType::WholeNumbers { .. });
                // That year must be the folder's, which says more.
                let has_range = is_one && (section, key.name) != ("13.", "fiscal_year");
                if let Some(range) = key.takes.range().filter(|_| has_range) {
                    let (least, most) = range.into_inner();
                    for number in [least - 1, most + 1] {
                        let text = spot.with(&format!("{} = {number}", key.name));
                        let told = read(&path, &text);
                        let fault = ValueFault::OutOfRange {
                            key: key.name.to_owned(),
                            min: least,
                            max: most,
                            meant: None,
                        };
                        // A year of the common era is told as such.
                        let is_era = key.takes.range() == ValueType::Year.range();
                        assert!(told.contains(&fault) || is_era && number < least, "{text}");
                    }
                }
                let text = spot.with(&format!("{} = \" \"", key.name));
                let told = read(&path, &text);
                let is_told = told.iter().any(|fault| {
                    matches!(fault, ValueFault::EmptyValue { key: name }
                        | ValueFault::EmptyRequired { key: name, .. } if name == key.name)
                });
                match key.takes {
                    ValueType::Text
                    | ValueType::Item
                    | ValueType::OneOf(_)
                    | ValueType::ShownBy => assert!(is_told, "{text}"),
                    ValueType::Plain(ColumnType::Text) => {
                        assert!(!is_told, "{text}");
                    }
                    _ => {}
                }
            }
        }
    }
}

/// The words in backticks and code blocks of a section of the manual.
fn words(section: &str) -> Vec<&'static str> {
    let manual = include_str!("../../docs/content.md");
    let mut sections = manual.split("\n## ");
    let text = sections.find(|text| text.starts_with(section));
    let code = text.unwrap_or_default().split('`').skip(1).step_by(2);
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    code.flat_map(|code| code.split(move |letter| !is_part(letter)))
        .collect()
}

#[test]
fn the_manual_names_every_key() {
    for (keys, section, _) in FILES {
        for spot in spots(keys) {
            let is_data = spot.around.0.starts_with("data = ");
            let is_allow = spot.around.0.starts_with("allow = ");
            let section = match section {
                _ if is_data => "10.",
                _ if is_allow => "3.",
                other => other,
            };
            let words = words(section);
            for key in spot.keys.all() {
                assert!(words.contains(&key.name), "{section} lacks {}", key.name);
            }
        }
    }
    let pages = words("12.");
    let of_documents = DOCUMENT.all().map(|key| key.name);
    let named: Vec<&str> = of_documents.filter(|name| pages.contains(name)).collect();
    assert_eq!(named, PAGE.all().map(|key| key.name).collect::<Vec<_>>());
}
