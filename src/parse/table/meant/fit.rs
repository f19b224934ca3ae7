//! Whether a line as it was meant is read without a fault: what is offered must not fail next.
//!
//! In: a line that is TOML, and the heading it stands below. Out: the line with a value that its key takes, or `None`
//! where none is plain.

use toml::de::{DeTable, DeValue};

use super::by_type::type_meant;
use super::typed::Typed;
use crate::model::{ColumnType, Period, parse_date};
use crate::parse::keys::{ValueType, takes_below};
use crate::parse::table::value::{TomlValue, whole_number};
use crate::problem::Expected;
use crate::thai::numeral::parse_number;

/// A line with a value of the type that its key takes.
pub(super) fn of_its_type(typed: Typed, heading: &str) -> Option<Typed> {
    let table = DeTable::parse(&typed.text).ok()?;
    let mut entries = table.get_ref().iter();
    let (Some((key, value)), None) = (entries.next(), entries.next()) else {
        return Some(typed);
    };
    let key = key.get_ref().as_ref();
    let Some(takes) = takes_below(key, heading).filter(|takes| !fits(*takes, value)) else {
        return Some(typed);
    };
    let meant = match takes {
        ValueType::Plain(ColumnType::Choice(choices)) => choice_meant(choices, value)?,
        _ => type_meant(key, value, &typed.text, takes)?,
    };
    let mut text = typed.text.clone();
    text.replace_range(value.span(), &meant.text);
    let is_read = DeTable::parse(&text).is_ok_and(|table| {
        let value = table.get_ref().get(key);
        value.is_some_and(|value| fits(takes, value))
    });
    is_read.then_some(Typed {
        text,
        is_sure: typed.is_sure && meant.is_sure,
    })
}

/// The choice that differs from a text in its capitals alone.
fn choice_meant(choices: &[(&str, &str)], value: &TomlValue<'_>) -> Option<Typed> {
    let text = value.get_ref().as_str()?.trim();
    let mut choices = choices.iter().map(|(choice, _)| *choice);
    let choice = choices.find(|choice| choice.eq_ignore_ascii_case(text))?;
    Some(Typed::sure(format!("\"{choice}\"")))
}

/// Whether a key takes a value without a fault, as far as its type says.
fn fits(takes: ValueType, value: &TomlValue<'_>) -> bool {
    let text = value.get_ref().as_str();
    let all = |is_one: &dyn Fn(&DeValue<'_>) -> bool| match value.get_ref() {
        DeValue::Array(items) => items.iter().all(|item| is_one(item.get_ref())),
        _ => false,
    };
    let is_text = |item: &DeValue<'_>| item.as_str().is_some();
    let is_table = |item: &DeValue<'_>| matches!(item, DeValue::Table(_));
    match takes.expected() {
        Expected::Text => match takes {
            ValueType::Plain(ColumnType::Choice(choices)) => {
                text.is_some_and(|text| choices.iter().any(|(choice, _)| *choice == text))
            }
            // A colour, or an address on the web.
            ValueType::Form(pattern) => text.is_some_and(|text| {
                if pattern.starts_with("^#") {
                    text.len() == 7 && text.starts_with('#')
                } else {
                    text.to_ascii_lowercase().starts_with("http")
                }
            }),
            ValueType::OneOf(words) => {
                text.is_some_and(|text| words().iter().any(|(word, _)| *word == text))
            }
            _ => text.is_some(),
        },
        Expected::TextOrList => text.is_some() || all(&is_text),
        Expected::Truth => value.get_ref().as_bool().is_some(),
        Expected::WholeNumber => whole_number(value).is_some_and(|number| in_range(takes, number)),
        Expected::Number => match value.get_ref() {
            DeValue::String(text) => parse_number(text).is_some(),
            DeValue::Float(_) => true,
            _ => whole_number(value).is_some_and(|number| in_range(takes, number)),
        },
        Expected::Date => match value.get_ref() {
            DeValue::Datetime(_) => true,
            DeValue::String(text) => {
                parse_date(text).is_ok() || takes.takes_period() && Period::parse(text).is_ok()
            }
            DeValue::Integer(_) => takes.takes_period(),
            DeValue::Array(_) if takes.takes_one() => {
                all(&|day| day.as_str().is_some_and(|day| parse_date(day).is_ok()))
            }
            _ => false,
        },
        Expected::Period => match value.get_ref() {
            DeValue::String(text) => Period::parse(text).is_ok(),
            DeValue::Integer(number) => Period::parse(number.as_str()).is_ok(),
            _ => false,
        },
        Expected::Table => is_table(value.get_ref()),
        Expected::Tables | Expected::Rows | Expected::Bidders => all(&is_table),
        Expected::ListOfText => all(&is_text),
        Expected::ListOfWholeNumbers => all(&|item| item.as_integer().is_some()),
        Expected::ListOfItems => all(&|item| is_text(item) || is_table(item)),
    }
}

/// Whether a number is one that its key takes.
fn in_range(takes: ValueType, number: i64) -> bool {
    takes.range().is_none_or(|range| range.contains(&number))
}
