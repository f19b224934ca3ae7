//! What a value of another type than its key takes was meant to be.

use toml::de::DeValue;

use super::list::{items, list, tables, whole_numbers};
use super::quotes::is_plain_text;
use super::typed::Typed;
use crate::model::{
    guessed_date, is_certain_period, meant_date, meant_period, parse_date, year_meant,
};
use crate::parse::keys::{ValueType, named};
use crate::parse::table::value::TomlValue;
use crate::problem::Expected;
use crate::thai::amount::{likely_truth, only_number, truth};
use crate::thai::numeral::to_arabic;

/// A value of another type than its key takes, as it was meant: without the key, and `None` where that is not plain.
/// Where only a list was meant to hold it, the whole list.
pub(in crate::parse::table) fn type_meant(
    key: &str,
    value: &TomlValue<'_>,
    text: &str,
    takes: ValueType,
) -> Option<Typed> {
    let written = text.get(value.span())?.trim();
    let bare = value.get_ref().as_str().unwrap_or(written).trim();
    let is_text = value.get_ref().as_str().is_some();
    let is_simple = !matches!(value.get_ref(), DeValue::Array(_) | DeValue::Table(_));
    let is_truth = value.get_ref().as_bool().is_some();
    let quoted = || format!("\"{bare}\"");
    Some(Typed::sure(match takes.expected() {
        Expected::Truth => return truth_meant(key, bare),
        Expected::Date | Expected::Period if is_simple => return date(key, bare),
        Expected::Number | Expected::WholeNumber => return number_meant(takes, bare, is_text),
        Expected::ListOfWholeNumbers => whole_numbers(value, bare)?,
        // A yes is no text, and a number no sentence.
        Expected::Text | Expected::TextOrList if is_truth || !is_text && is_sentence(key) => {
            return None;
        }
        Expected::Text if colour(key, bare).is_some() => colour(key, bare)?,
        Expected::Text if !is_text && takes.is_of_form() => return None,
        Expected::Text | Expected::TextOrList if is_simple && is_plain_text(bare) => quoted(),
        Expected::ListOfItems => items(value, bare)?,
        Expected::ListOfText if is_text && is_plain_text(bare) => list(bare)
            .filter(|_| bare.contains(','))
            .unwrap_or_else(|| format!("[{}]", quoted())),
        Expected::Tables => tables(key, value)?,
        _ => return None,
    }))
}

/// The number that a text is, if its key takes it. A year may be written with two digits.
fn number_meant(takes: ValueType, bare: &str, is_text: bool) -> Option<Typed> {
    let is_year = takes.is_year();
    let figures = if is_year { without_era(bare) } else { bare };
    let number = only_number(figures)?;
    let Ok(whole) = number.parse::<i64>() else {
        let is_decimal = takes.expected() == Expected::Number && is_text;
        return is_decimal.then(|| Typed::sure(number));
    };
    if takes.range().is_none_or(|range| range.contains(&whole)) {
        return is_text.then(|| Typed::sure(number));
    }
    let year = year_meant(whole).filter(|_| is_year)?;
    Some(Typed::likely(year.to_string()))
}

/// A year without the words before it: `พ.ศ. 2566`, `ปีงบประมาณ 2566`.
fn without_era(text: &str) -> &str {
    let mut rest = text.trim();
    for word in ["ประจำปี", "ปี", "งบประมาณ", "พ.ศ.", "พ.ศ", "พศ", "FY"]
    {
        rest = rest.strip_prefix(word).unwrap_or(rest).trim();
    }
    rest
}

/// A day or, where the key takes one, a period, in whatever form. `1/2566` may be a month, and a round of a year.
pub(super) fn date(key: &str, text: &str) -> Option<Typed> {
    let quoted = |text: String| format!("\"{text}\"");
    let typed = || Some(to_arabic(text).into_owned()).filter(|_| parse_date(text).is_ok());
    if let Some(day) = meant_date(text).or_else(typed) {
        return Some(Typed::sure(quoted(day)));
    }
    let takes_period = named(key).iter().any(|key| key.takes.takes_period());
    if let Some(period) = meant_period(text, None).filter(|_| takes_period) {
        return Some(Typed {
            text: quoted(period),
            is_sure: is_certain_period(text),
        });
    }
    // The time of day is no part of what is taken.
    let day = text.split(" เวลา").next().unwrap_or(text).trim();
    let guessed = guessed_date(day).or_else(|| meant_date(day));
    guessed.map(|day| Typed::likely(quoted(day)))
}

/// Whether a key is filled in with a sentence or a name, which no number or yes stands for.
pub(super) fn is_sentence(key: &str) -> bool {
    matches!(
        key,
        "title" | "none" | "summary" | "reason" | "caption" | "note" | "text" | "source"
    )
}

/// A colour without its sign or quotation marks.
pub(super) fn colour(key: &str, bare: &str) -> Option<String> {
    let digits = bare.strip_prefix('#').unwrap_or(bare);
    let is_colour = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    (key == "accent" && is_colour).then(|| format!("\"#{}\"", digits.to_lowercase()))
}

/// `true` or `false`; of what was done, in the words of a report too.
pub(super) fn truth_meant(key: &str, bare: &str) -> Option<Typed> {
    if let Some(truth) = truth(bare) {
        return Some(Typed::sure(truth.to_owned()));
    }
    let likely = likely_truth(bare).filter(|_| key == "done")?;
    Some(Typed::likely(likely.to_owned()))
}
