//! What results are read by: a part of a framework file, and of files of the program for years without a list of items.
//!
//! In: the table of a file. Out: [`Assessment`]. Apart from the tree of items, which such a year does not have: results
//! of 2563 or 2567 are published long after, by agencies that never had that year's list in their site.

use rust_embed::RustEmbed;

use super::framework_value::{UsedNames, plain, provenance};
use super::keys;
use super::table::{TomlTable, TomlText};
use crate::files::SitePath;
use crate::model::{Assessment, FiscalYear, Instrument, Level, ScoredIndicator};
use crate::problem::{Diagnostics, ValueFault};

/// What is known of years without a list: `2567.toml`, or `2560-2562.toml` for several.
#[derive(RustEmbed)]
#[folder = "src/frameworks/results"]
struct ResultsOnly;

/// What results are read by of every year whose list is not built in, oldest first.
pub fn built_in_assessments() -> Vec<(FiscalYear, Assessment)> {
    let files = built_in_results();
    let each = files.into_iter().flat_map(|(years, path, text)| {
        let (read, _) = results(&path, &text);
        years.into_iter().map(move |year| (year, read.clone()))
    });
    let mut each: Vec<_> = each.collect();
    each.sort_by_key(|(year, _)| *year);
    each
}

/// The files for them, with their years, names and texts.
pub fn built_in_results() -> Vec<(Vec<FiscalYear>, SitePath, String)> {
    let files = ResultsOnly::iter().filter_map(|name| {
        let years = name.strip_suffix(".toml")?;
        let (first, last) = years.split_once('-').unwrap_or((years, years));
        let years = first.parse().ok()?..=last.parse().ok()?;
        let text = String::from_utf8_lossy(&ResultsOnly::get(&name)?.data).into_owned();
        let path = SitePath::from(format!("src/frameworks/results/{name}"));
        Some((years.filter_map(FiscalYear::new).collect(), path, text))
    });
    files.collect()
}

/// Reads such a file.
pub fn results(path: &SitePath, text: &str) -> (Assessment, Diagnostics) {
    let source = TomlText::new(path, text, 0);
    let parsed = source.parse();
    let table = TomlTable::top(&source, &parsed, keys::RESULTS);
    let read = assessment(&table, &mut UsedNames::default());
    table.finish();
    (read, source.into_findings())
}

/// What a table says of results.
pub(super) fn assessment(table: &TomlTable<'_>, used: &mut UsedNames) -> Assessment {
    Assessment {
        pass_mark: score(table, "pass_mark"),
        levels: levels(table),
        instruments: table.each("instrument", |table| Some(instrument(table, used))),
    }
}

/// The scale, the best level first, in whatever order it is written: a score gets the first that it reaches.
fn levels(table: &TomlTable<'_>) -> Vec<Level> {
    let mut levels = table.each("level", |table| Some(level(table)));
    levels.sort_by(|one, other| other.min.total_cmp(&one.min));
    levels
}

fn level(table: &TomlTable<'_>) -> Level {
    Level {
        name: plain(table, "name"),
        min: score(table, "min").unwrap_or(0.0),
        each: score(table, "each"),
    }
}

fn instrument(table: &TomlTable<'_>, used: &mut UsedNames) -> Instrument {
    Instrument {
        name: used.name(table, "name"),
        weight: score(table, "weight"),
        provenance: provenance(table),
        indicators: table.each("indicators", |table| Some(indicator(table, used))),
    }
}

fn indicator(table: &TomlTable<'_>, used: &mut UsedNames) -> ScoredIndicator {
    ScoredIndicator {
        code: used.name(table, "code"),
        title: plain(table, "title"),
        provenance: provenance(table),
    }
}

/// Scores and weights are out of a hundred.
fn score(table: &TomlTable<'_>, key: &'static str) -> Option<f64> {
    let number = table.number(key)?;
    if !(0.0..=100.0).contains(&number.value) {
        let fault = ValueFault::OutOfRange {
            key: key.to_owned(),
            min: 0,
            max: 100,
            meant: None,
        };
        table.report(fault, &number.at);
    }
    Some(number.value)
}
