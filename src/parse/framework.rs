//! A framework file to [`Framework`]: the official indicator tree of a year.

use std::sync::Arc;

use rayon::prelude::*;
use rust_embed::RustEmbed;

use super::assessment::assessment;
use super::framework_value::{UsedNames, chosen, named, plain, provenance, said};
use super::keys;
use super::official_form::{form, form_named};
use super::table::{TomlTable, TomlText};
use crate::files::{SitePath, mark_length};
use crate::model::{
    Calendar, ColumnType, Component, DatasetKind, Duty, Feed, FiscalYear, Framework, Indicator,
    ItemDefinition, ItemNumber, Requirement, Rule, ShownBy, SubIndicator, Timing,
};
use crate::problem::{Diagnostics, FrameworkFault};
use crate::span::Located;

/// The official trees that are built in: a new year is a new file in `src/frameworks`.
#[derive(RustEmbed)]
#[folder = "src/frameworks"]
struct BuiltIn;

/// The tree of a year that is built in, with a name for it, as the text of a framework file.
pub fn built_in(year: FiscalYear) -> Option<(SitePath, String)> {
    let name = format!("{year}.toml");
    let file = BuiltIn::get(&name)?;
    let text = String::from_utf8_lossy(&file.data).into_owned();
    Some((SitePath::from(format!("src/frameworks/{name}")), text))
}

/// The years that are built in, oldest first.
pub fn built_in_years() -> Vec<FiscalYear> {
    let mut years: Vec<FiscalYear> = BuiltIn::iter()
        .filter_map(|name| FiscalYear::new(name.strip_suffix(".toml")?.parse().ok()?))
        .collect();
    years.sort();
    years
}

/// The newest year that is built in and has begun on a day; else the oldest.
pub fn newest_built_in(now: FiscalYear) -> Option<FiscalYear> {
    let years = built_in_years();
    let newest = years.iter().rev().find(|year| **year <= now);
    newest.or(years.first()).copied()
}

/// The trees that are built in, of years other than these.
pub fn built_in_without(years: &[FiscalYear]) -> Vec<Framework> {
    let others = built_in_years().into_par_iter();
    let others = others.filter(|year| !years.contains(year));
    let read = |year| {
        let (path, text) = built_in(year)?;
        Some(framework(&path, &text, year).0)
    };
    others.filter_map(read).collect()
}

/// Reads the tree of `year` from a file of the site or one that is built in.
pub fn framework(path: &SitePath, text: &str, year: FiscalYear) -> (Framework, Diagnostics) {
    let start = mark_length(text);
    let source = TomlText::new(path, &text[start..], start);
    let parsed = source.parse();
    let table = TomlTable::top(&source, &parsed, keys::FRAMEWORK);
    check_year(&table, year);
    let mut used = UsedNames::default();
    let forms = table.each("form", |table| Some(form(table, &mut used)));
    used.forms = forms.into_iter().map(Arc::new).collect();
    let indicators = table.each("indicator", |table| Some(indicator(table, &mut used)));
    let framework = Framework {
        fiscal_year: year,
        source: plain(&table, "source"),
        sources: sources(&table),
        is_provisional: table.is_true("provisional"),
        assessment: assessment(&table, &mut used),
        indicators,
    };
    table.finish();
    (framework, source.into_findings())
}

/// The items of a framework file: the key of each, and those of other years that it took up, with their places.
pub fn former_keys(path: &SitePath, text: &str) -> Vec<(String, Vec<Located<String>>)> {
    let start = mark_length(text);
    let source = TomlText::new(path, &text[start..], start);
    let parsed = source.parse();
    let table = TomlTable::top(&source, &parsed, keys::FRAMEWORK);
    let of_item = |item: &TomlTable<'_>| Some((plain(item, "key"), item.texts("formerly")));
    let of_sub = |sub: &TomlTable<'_>| sub.each("item", of_item);
    let of_indicator = |table: &TomlTable<'_>| table.each("sub", |sub| Some(of_sub(sub)));
    let keys = table.each("indicator", |table| Some(of_indicator(table).concat()));
    keys.concat()
}

fn check_year(table: &TomlTable<'_>, folder: FiscalYear) {
    let folder = folder.number();
    let found = table.whole("fiscal_year");
    if let Some(year) = found.filter(|year| year.value != i64::from(folder)) {
        let found = year.value;
        table.report(FrameworkFault::WrongYear { found, folder }, &year.at);
    }
}

fn indicator(table: &TomlTable<'_>, used: &mut UsedNames) -> Indicator {
    Indicator {
        code: used.name(table, "code"),
        title: plain(table, "title"),
        subs: table.each("sub", |table| Some(sub_indicator(table, used))),
    }
}

fn sub_indicator(table: &TomlTable<'_>, used: &mut UsedNames) -> SubIndicator {
    SubIndicator {
        code: used.name(table, "code"),
        title: plain(table, "title"),
        provenance: provenance(table),
        items: table.each("item", |table| item(table, used)),
    }
}

fn item(table: &TomlTable<'_>, used: &mut UsedNames) -> Option<ItemDefinition> {
    let number = number(table, used);
    let formerly = table.texts("formerly");
    let timing = timing(table, Timing::default());
    let components = |key| table.each(key, |table| Some(component(table, timing)));
    let item = ItemDefinition {
        number: number.unwrap_or(ItemNumber(0)),
        key: used.name(table, "key"),
        formerly: formerly.into_iter().map(|key| key.value).collect(),
        group: plain(table, "group"),
        title: plain(table, "title"),
        timing,
        feed: named(table, "feed", &Feed::NAMES),
        duties: duties(table, used),
        form: form_named(table, used),
        machine_readable: table.is_true("machine_readable"),
        note: said(table, "note"),
        none: said(table, "none"),
        provenance: provenance(table),
        records_components: table.has("components"),
        components: components("components"),
        advice: components("advice"),
    };
    number.map(|_| item)
}

/// The time that is asked for; what is not given is as in `usual`.
fn timing(table: &TomlTable<'_>, usual: Timing) -> Timing {
    Timing {
        rule: named(table, "rule", &Rule::NAMES).unwrap_or(usual.rule),
        calendar: named(table, "calendar", &Calendar::NAMES).unwrap_or(usual.calendar),
        monthly: (table.truth("monthly")).map_or(usual.monthly, |truth| truth.value),
    }
}

fn sources(table: &TomlTable<'_>) -> Vec<(String, String)> {
    let Some(sources) = table.table("sources") else {
        return Vec::new();
    };
    let names = sources.names().into_iter();
    let read =
        names.filter_map(|(sign, _)| Some((sign.to_owned(), sources.text_named(sign)?.value)));
    let read = read.collect();
    sources.finish();
    read
}

/// A duty belongs to one item of a year.
fn duties(table: &TomlTable<'_>, used: &mut UsedNames) -> Vec<Duty> {
    let names = table.texts("duties").into_iter();
    let duties = names.filter_map(|name| {
        let duty = chosen(table, "duties", &Duty::NAMES, &name)?;
        used.is_new(table, "duties", &name);
        Some(duty)
    });
    duties.collect()
}

fn number(table: &TomlTable<'_>, used: &mut UsedNames) -> Option<ItemNumber> {
    let found = table.whole_in_range("number")?;
    let number = u16::try_from(found.value).ok()?;
    // What is asked for under a number is asked for once: a second item of it is left out of the tree.
    let is_new = used.is_new(table, "number", &found.map(|number| number.to_string()));
    is_new.then_some(ItemNumber(number))
}

fn component(table: &TomlTable<'_>, of_item: Timing) -> Component {
    let shown_by = table.text("shown_by").and_then(|text| {
        let report = |part| {
            let whole = text.value.clone();
            table.report(FrameworkFault::BadShownBy { text: whole, part }, &text.at);
        };
        shown_by(&text.value).map_err(report).ok()
    });
    let own = timing(table, of_item);
    Component {
        text: plain(table, "text"),
        optional: table.is_true("optional"),
        shown_by,
        timing: Some(own).filter(|own| *own != of_item),
        note: said(table, "note"),
        none: said(table, "none"),
        provenance: provenance(table),
    }
}

/// Reads `executives(name, phone|email)` or `channels(kind=qa, url)`; the error is the part that is
/// wrong.
fn shown_by(text: &str) -> Result<ShownBy, String> {
    let (name, rest) = text.split_once('(').ok_or_else(|| text.to_owned())?;
    let columns = rest
        .trim_end()
        .strip_suffix(')')
        .ok_or_else(|| rest.to_owned())?;
    let name = name.trim();
    let dataset = DatasetKind::named(name).ok_or_else(|| name.to_owned())?;
    let known = |column: &str| {
        let counter = dataset == DatasetKind::Statistics && !column.is_empty();
        counter || dataset.columns().iter().any(|known| known.name == column)
    };
    let mut requirements = Vec::new();
    for part in columns.split(',').map(str::trim) {
        let requirement = match part.split_once('=') {
            Some((column, value)) => Requirement::Only {
                column: column.trim().to_owned(),
                value: value.trim().to_owned(),
            },
            None => Requirement::AnyOf(part.split('|').map(|c| c.trim().to_owned()).collect()),
        };
        let all_known = match &requirement {
            Requirement::Only { column, value } => {
                known(column) && is_choice(dataset, column, value)
            }
            Requirement::AnyOf(columns) => columns.iter().all(|column| known(column)),
        };
        if !all_known {
            return Err(part.to_owned());
        }
        requirements.push(requirement);
    }
    Ok(ShownBy {
        dataset,
        requirements,
    })
}

/// Whether a column may hold a text: where it takes one of several words, one of them.
fn is_choice(dataset: DatasetKind, column: &str, text: &str) -> bool {
    let mut columns = dataset.columns().iter();
    let kind = columns
        .find(|known| known.name == column)
        .map(|known| known.kind);
    match kind {
        Some(ColumnType::Choice(choices)) => choices.iter().any(|(choice, _)| *choice == text),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::shown_by;

    #[test]
    fn shown_by_names_the_wrong_part() {
        assert!(shown_by("executives(name, photo, phone|email)").is_ok());
        assert!(shown_by("channels(kind=qa, url)").is_ok());
        assert!(shown_by("statistics(period, total)").is_ok());
        assert_eq!(shown_by("executive(name)"), Err("executive".to_owned()));
        assert_eq!(shown_by("executives(name, tel)"), Err("tel".to_owned()));
        assert_eq!(shown_by("executives(name"), Err("name".to_owned()));
        for wrong in ["kind=QA", "kind=q&a", "kind=qa|social"] {
            let text = format!("channels({wrong}, url)");
            assert_eq!(shown_by(&text), Err(wrong.to_owned()));
        }
    }
}
