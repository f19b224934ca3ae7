//! What a clerk meant by a value that TOML or its key does not take, as the line must be typed.
//!
//! In: a key and what stands behind it. Out: `key = value`, or `None` where it is not plain what was
//! meant. Nothing is read by it: it only makes the help of a finding one that can be copied.

use toml::de::DeValue;

use super::value::{TomlValue, is_plain_key};
use crate::model::{meant_date, meant_period, parse_date};
use crate::parse::keys::named;
use crate::problem::{Expected, TomlFault};
use crate::thai::numeral::to_arabic;

/// Words that make another number of the one before them.
const MULTIPLIERS: [&str; 5] = ["พัน", "หมื่น", "แสน", "ล้าน", "k"];

const OPENING: [char; 7] = ['"', '\'', '“', '”', '„', '«', '‘'];
const CLOSING: [char; 6] = ['"', '\'', '”', '“', '»', '’'];

/// The line with a syntax fault, as it was meant.
pub(super) fn line_meant(line: &str, fault: &TomlFault) -> Option<String> {
    let (key, written) = line.split_once('=')?;
    let key = key.trim();
    let told = matches!(
        fault,
        TomlFault::Unquoted
            | TomlFault::TwoOnALine
            | TomlFault::LeadingZero
            | TomlFault::List
            | TomlFault::UnclosedText
            | TomlFault::MixedQuotes
    );
    if !told || !is_plain_key(key) {
        return None;
    }
    let written = match fault {
        TomlFault::UnclosedText | TomlFault::MixedQuotes => written,
        _ => written.split(" #").next().unwrap_or(written),
    };
    Some(format!("{key} = {}", value_meant(key, written.trim())?))
}

fn value_meant(key: &str, written: &str) -> Option<String> {
    let starts = |signs: &[char]| written.starts_with(signs);
    if starts(&['[']) {
        return list(written.strip_prefix('[')?.strip_suffix(']')?);
    }
    let takes = expected(key);
    if takes.is_some_and(may_be_list)
        && written.contains([',', ' '])
        && let Some(list) = list(written)
    {
        return Some(list);
    }
    if starts(&['{']) {
        return None;
    }
    let bare = unquoted(written);
    let text = || Some(format!("\"{bare}\"")).filter(|_| is_plain_text(bare));
    match takes {
        Some(Expected::Truth) => truth(bare).map(str::to_owned),
        Some(Expected::Date | Expected::Period) => date(bare).map(|date| format!("\"{date}\"")),
        Some(Expected::Text | Expected::TextOrList) => text(),
        Some(Expected::Number | Expected::WholeNumber) => only_number(bare),
        _ if starts(&OPENING) => text(),
        _ => only_number(bare),
    }
}

/// What a key takes, wherever it stands; tables are not written on one line.
fn expected(key: &str) -> Option<Expected> {
    let is_table = |takes: &Expected| {
        matches!(
            takes,
            Expected::Table | Expected::Tables | Expected::Rows | Expected::Bidders
        )
    };
    let mut known = named(key).into_iter().map(|key| key.takes.expected());
    known.find(|takes| !is_table(takes))
}

fn may_be_list(takes: Expected) -> bool {
    matches!(
        takes,
        Expected::TextOrList
            | Expected::ListOfText
            | Expected::ListOfWholeNumbers
            | Expected::ListOfItems
    )
}

/// A value of another type than its key takes, as the whole line was meant. `item` is the value or
/// one of the list that it is.
pub(super) fn type_meant(
    key: &str,
    value: &TomlValue<'_>,
    text: &str,
    expected: Expected,
) -> Option<String> {
    let written = text.get(value.span())?.trim();
    let bare = value.get_ref().as_str().unwrap_or(written).trim();
    let is_text = value.get_ref().as_str().is_some();
    let is_simple = !matches!(value.get_ref(), DeValue::Array(_) | DeValue::Table(_));
    let quoted = || format!("\"{bare}\"");
    let meant = match expected {
        Expected::Truth => truth(bare)?.to_owned(),
        Expected::Number | Expected::WholeNumber if is_text => only_number(bare)?,
        Expected::ListOfWholeNumbers => whole_numbers(value, bare)?,
        Expected::Text | Expected::TextOrList if is_simple && is_plain_text(bare) => quoted(),
        Expected::ListOfText | Expected::ListOfItems if is_text && is_plain_text(bare) => {
            format!("[{}]", quoted())
        }
        Expected::Tables => tables(key, value)?,
        _ => return None,
    };
    Some(format!("{key} = {meant}"))
}

/// `[{ path = "…" }]` for files that were only named, and the like for links.
fn tables(key: &str, value: &TomlValue<'_>) -> Option<String> {
    let inner = match key {
        "files" => "path",
        "links" => "url",
        _ => return None,
    };
    let texts: Option<Vec<&str>> = match value.get_ref() {
        DeValue::Array(items) => items.iter().map(|item| item.get_ref().as_str()).collect(),
        DeValue::String(text) => Some(vec![text]),
        _ => None,
    };
    let tables: Vec<String> = texts?
        .into_iter()
        .filter(|text| is_plain_text(text))
        .map(|text| format!("{{ {inner} = \"{text}\", title = \"…\" }}"))
        .collect();
    (!tables.is_empty()).then(|| format!("[{}]", tables.join(", ")))
}

/// The whole numbers that stand alone in a text or a list of texts.
fn whole_numbers(value: &TomlValue<'_>, bare: &str) -> Option<String> {
    let inner = match value.get_ref() {
        DeValue::Array(items) => {
            let texts = items.iter().map(|item| match item.get_ref() {
                DeValue::Integer(number) => Some(number.as_str()),
                other => other.as_str(),
            });
            texts.collect::<Option<Vec<_>>>()?.join(", ")
        }
        _ => bare.to_owned(),
    };
    let list = list(&inner)?;
    (!list.contains('"')).then_some(list)
}

/// Numbers, texts or words with commas or spaces between them, as a list.
fn list(inner: &str) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut rest = inner.trim();
    while !rest.is_empty() {
        let part;
        if let Some(sign) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) {
            let end = rest[1..].find(sign)? + 1;
            part = &rest[..=end];
            rest = &rest[end + 1..];
        } else {
            let end = rest.find(|c: char| c == ',' || c.is_whitespace());
            part = &rest[..end.unwrap_or(rest.len())];
            rest = &rest[part.len()..];
        }
        rest = rest.trim_start();
        rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
        parts.push(list_value(part)?);
    }
    let texts = parts.iter().filter(|part| part.starts_with('"')).count();
    (!parts.is_empty() && (texts == 0 || texts == parts.len()))
        .then(|| format!("[{}]", parts.join(", ")))
}

fn list_value(part: &str) -> Option<String> {
    if !part.starts_with(['"', '\'']) {
        let digits = to_arabic(part);
        if let Ok(number) = digits.parse::<u32>() {
            return Some(number.to_string());
        }
    }
    let bare = unquoted(part);
    let id = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let is_one = part.starts_with('"') && is_plain_text(bare) || bare.chars().all(id);
    (is_one && !bare.is_empty()).then(|| format!("\"{bare}\""))
}

/// `true` or `false`, as people say it.
fn truth(text: &str) -> Option<&'static str> {
    match text.to_lowercase().as_str() {
        "ใช่" | "จริง" | "true" | "yes" | "1" => Some("true"),
        "ไม่" | "ไม่ใช่" | "เท็จ" | "false" | "no" | "0" => Some("false"),
        _ => None,
    }
}

/// The number in a text that has exactly one, as TOML writes it.
fn only_number(text: &str) -> Option<String> {
    let text = to_arabic(text);
    let lower = text.to_lowercase();
    if MULTIPLIERS.iter().any(|word| lower.contains(word)) {
        return None;
    }
    let is_part = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let mut runs = text
        .split(|c: char| !is_part(c))
        .map(|run| run.trim_matches([',', '.']))
        .filter(|run| !run.is_empty());
    let (run, None) = (runs.next()?, runs.next()) else {
        return None;
    };
    let (whole, decimals) = match run.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (run, None),
    };
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let is_grouped = groups.clone().all(|group| group.len() == 3)
        && (groups.next().is_none() || first.len() <= 3);
    let is_decimal = decimals.is_none_or(|part| part.bytes().all(|b| b.is_ascii_digit()));
    // Brackets around an amount mean that it is below zero.
    if !is_grouped || !is_decimal || text.contains(['-', '(']) {
        return None;
    }
    let whole = whole.replace(',', "");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(decimals.map_or_else(|| whole.to_owned(), |part| format!("{whole}.{part}")))
}

/// A day or a period in whatever form.
fn date(text: &str) -> Option<String> {
    let typed = || Some(to_arabic(text).into_owned()).filter(|_| parse_date(text).is_ok());
    let period = || meant_period(text, None);
    meant_date(text).or_else(typed).or_else(period)
}

/// A text without the quotation marks around it, of whatever kind.
fn unquoted(text: &str) -> &str {
    let inner = text.strip_prefix(OPENING).unwrap_or(text);
    inner.strip_suffix(CLOSING).unwrap_or(inner).trim()
}

/// Whether a text can stand between straight quotation marks as it is.
fn is_plain_text(text: &str) -> bool {
    let odd = |c: char| c == '"' || c == '\\' || c == '#' || c == '=' || c.is_control();
    !text.is_empty() && !text.contains(odd)
}

#[cfg(test)]
mod tests {
    use super::{line_meant, only_number};
    use crate::problem::TomlFault;

    #[rustfmt::skip]
    const MEANT: &[(&str, TomlFault, &str)] = &[
            ("budget = 485,000", TomlFault::TwoOnALine, "budget = 485000"),
            (
                "budget = 485,000 # บาท",
                TomlFault::TwoOnALine,
                "budget = 485000",
            ),
            (
                "budget = ๔๘๕,๐๐๐.๕๐",
                TomlFault::Unquoted,
                "budget = 485000.50",
            ),
            ("budget = 0485", TomlFault::LeadingZero, "budget = 485"),
            (
                "phone = 0000000010",
                TomlFault::LeadingZero,
                "phone = \"0000000010\"",
            ),
            (
                "phone = 00 0000 0010",
                TomlFault::Unquoted,
                "phone = \"00 0000 0010\"",
            ),
            (
                "unit = [\"clerk\" \"finance\"]",
                TomlFault::List,
                "unit = [\"clerk\", \"finance\"]",
            ),
            (
                "unit = [clerk, finance]",
                TomlFault::List,
                "unit = [\"clerk\", \"finance\"]",
            ),
            (
                "unit = \"clerk\", \"finance\"",
                TomlFault::TwoOnALine,
                "unit = [\"clerk\", \"finance\"]",
            ),
            ("components = [1 ๒]", TomlFault::List, "components = [1, 2]"),
            (
                "components = 3, 4",
                TomlFault::TwoOnALine,
                "components = [3, 4]",
            ),
            ("draft = ใช่", TomlFault::Unquoted, "draft = true"),
            ("draft = ไม่", TomlFault::Unquoted, "draft = false"),
            ("title = “แผน”", TomlFault::Unquoted, "title = \"แผน\""),
            ("title = 'แผน\"", TomlFault::MixedQuotes, "title = \"แผน\""),
            ("title = \"แผน", TomlFault::UnclosedText, "title = \"แผน\""),
            (
                "date = 31/01/2566",
                TomlFault::Unquoted,
                "date = \"2566-01-31\"",
            ),
            (
                "period = ต.ค. 2565",
                TomlFault::Unquoted,
                "period = \"2565-10\"",
            ),
    ];

    #[test]
    fn a_line_is_named_as_it_must_be_typed() {
        for (line, fault, meant) in MEANT {
            assert_eq!(line_meant(line, fault).as_deref(), Some(*meant), "{line}");
        }
        for (line, fault) in [
            ("title = “แผน \"ก\" ข”", TomlFault::Unquoted),
            ("draft = ร่าง", TomlFault::Unquoted),
            ("budget = 48,5000", TomlFault::TwoOnALine),
            ("budget = 1.5 ล้าน", TomlFault::TwoOnALine),
            ("title = \"ก\" unit = \"clerk\"", TomlFault::TwoOnALine),
            ("links = [{ url = \"https://x.example/\"", TomlFault::List),
            ("ชื่อ = 1", TomlFault::Key),
        ] {
            assert_eq!(line_meant(line, &fault), None, "{line}");
        }
    }

    #[test]
    fn a_number_is_taken_where_it_is_the_only_one() {
        assert_eq!(only_number("๔๗๒,๐๐๐ บาท").as_deref(), Some("472000"));
        assert_eq!(only_number("50%").as_deref(), Some("50"));
        for text in ["1 ถึง 2", "1.5 ล้านบาท", "ยังไม่ทราบ", "1.2.3", "-5", ""]
        {
            assert_eq!(only_number(text), None, "{text}");
        }
    }
}
