//! Lists and inline tables as they were meant.

use toml::de::DeValue;

use super::quotes::{is_plain_text, unquoted};
use super::typed::Typed;
use crate::files::{ending, is_ending};
use crate::model::item_said;
use crate::parse::quoted::quoted;
use crate::parse::table::value::TomlValue;
use crate::thai::numeral::to_arabic;

/// The key that a file or a link is named with where only its name was written.
pub(super) fn inner_key(key: &str) -> Option<&'static str> {
    match key {
        "files" => Some("path"),
        "links" => Some("url"),
        // Those of an item list.
        "components" | "advice" => Some("text"),
        _ => None,
    }
}

/// `[{ path = "…" }]` for files that were only named, and the like for links.
pub(super) fn tables(key: &str, value: &TomlValue<'_>) -> Option<String> {
    let inner = inner_key(key)?;
    let texts: Option<Vec<&str>> = match value.get_ref() {
        DeValue::Array(items) => items.iter().map(|item| item.get_ref().as_str()).collect(),
        // Several in one text, where each is the name of a file.
        DeValue::String(text) => {
            let parts: Vec<&str> = text.split(',').map(str::trim).collect();
            let are_names = key == "files" && parts.iter().all(|part| is_ending(ending(part)));
            Some(if are_names { parts } else { vec![text] })
        }
        _ => None,
    };
    let tables: Vec<String> = texts?
        .into_iter()
        .map(|text| format!("{{ {inner} = {} }}", quoted(text)))
        .collect();
    (!tables.is_empty()).then(|| format!("[{}]", tables.join(", ")))
}

/// A list of inline tables that is not closed: with its last signs, if every text in it is.
pub(super) fn closed_tables(written: &str) -> Option<String> {
    let mut quote = None;
    let mut open = Vec::new();
    for letter in written.chars() {
        match (quote, letter) {
            (Some(_), '\\') => return None,
            (Some(sign), letter) => quote = (letter != sign).then_some(sign),
            (None, '"' | '\'') => quote = Some(letter),
            (None, '[') => open.push(']'),
            (None, '{') => open.push('}'),
            (None, ']' | '}') if open.pop() != Some(letter) => return None,
            _ => {}
        }
    }
    let is_meant = quote.is_none() && !open.is_empty() && written.contains('{');
    let behind: String = open.into_iter().rev().collect();
    let spaced = behind.replacen('}', " }", 1);
    is_meant.then(|| format!("{}{spaced}", written.trim_end_matches([' ', ','])))
}

/// Inline tables with a comma or a key left out: `[{ path = "a.pdf" title = "ก" }]`, `[{ "a.pdf" }]`.
pub(super) fn tables_meant(key: &str, written: &str) -> Option<String> {
    if !written.contains('{') {
        return None;
    }
    if let Some(rounded) = inner_quotes_of_tables(written) {
        return Some(rounded);
    }
    let mut out = String::with_capacity(written.len() + 8);
    let mut rest = written;
    // What stands before a text decides what it lacks.
    while let Some((before, from)) = rest.split_once('"') {
        let (text, behind) = from.split_once('"')?;
        out.push_str(&spaced_tables(before));
        if before.trim_end().ends_with('{')
            && let Some(inner) = inner_key(key)
        {
            out.push_str(inner);
            out.push_str(" = ");
        }
        out.push('"');
        out.push_str(text);
        out.push('"');
        let next = behind.trim_start();
        let begins_key = next.starts_with(|c: char| c.is_ascii_alphabetic());
        let begins_table = next.starts_with('{');
        if begins_key || begins_table {
            out.push_str(", ");
        }
        rest = if begins_key || begins_table {
            next
        } else {
            behind
        };
    }
    out.push_str(&spaced_tables(rest));
    (out != written).then_some(out)
}

/// Inline tables of which texts have quotation marks in them, `{ name = "บริษัท "ก" จำกัด" }`: those inside are made
/// round. A text begins behind a sign and ends before one.
fn inner_quotes_of_tables(written: &str) -> Option<String> {
    let mut out = String::with_capacity(written.len() + 8);
    let mut rest = written;
    let mut rounded = 0;
    while let Some((before, from)) = rest.split_once('"') {
        if !before.trim_end().ends_with(['=', '{', '[', ',']) {
            return None;
        }
        out.push_str(before);
        out.push('"');
        let mut marks = from.match_indices('"').map(|(at, _)| at);
        let end = marks.find(|at| {
            let next = from[at + 1..].trim_start();
            next.starts_with(['}', ']']) || next.strip_prefix(',').is_some_and(begins_next)
        })?;
        let text = &from[..end];
        let inside = text.matches('"').count();
        if !inside.is_multiple_of(2) || text.contains(['\\', '=', '{', '}']) {
            return None;
        }
        for (at, part) in text.split('"').enumerate() {
            out.push_str(match at {
                0 => "",
                at if at % 2 == 1 => "“",
                _ => "”",
            });
            out.push_str(part);
        }
        rounded += inside;
        out.push('"');
        rest = &from[end + 1..];
    }
    out.push_str(rest);
    (rounded > 0).then_some(out)
}

/// Whether another key or table begins behind a comma.
fn begins_next(behind: &str) -> bool {
    let next = behind.trim_start();
    let word = next.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
    next.starts_with('{') || word.len() < next.len() && word.trim_start().starts_with('=')
}

/// Signs between tables, and numbers, as TOML has them: a comma between two tables that have none, and none between the
/// digits of an amount.
fn spaced_tables(text: &str) -> String {
    between_tables(&ungrouped(text))
}

/// A text without the commas in its amounts, `price = 480,000`.
fn ungrouped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut in_number = false;
    for (at, letter) in text.char_indices() {
        let is_group = (1..=3).all(|more| is_digit(at + more)) && !is_digit(at + 4);
        if letter == ',' && in_number && is_group {
            continue;
        }
        let begins = out.trim_end().ends_with('=');
        in_number = letter.is_ascii_digit() && (in_number || begins);
        out.push(letter);
    }
    out
}

fn between_tables(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, part) in text.split('}').enumerate() {
        if at > 0 {
            out.push('}');
            if part.trim_start().starts_with('{') {
                out.push(',');
            }
        }
        out.push_str(part);
    }
    out
}

/// The whole numbers that stand alone in a text or a list of texts.
pub(super) fn whole_numbers(value: &TomlValue<'_>, bare: &str) -> Option<String> {
    let list = list(&without_signs(value, bare)?)?;
    (!list.contains('"')).then_some(list)
}

/// The items that a text, a number or a list of them names, as people say them.
pub(super) fn items(value: &TomlValue<'_>, bare: &str) -> Option<String> {
    let inner = without_signs(value, bare)?;
    let named = |part: &str| item_said(part).map(|item| format!("\"{item}\""));
    let by_comma = inner.split(',').map(named).collect::<Option<Vec<_>>>();
    let by_blank = || inner.split([',', ' ']).filter(|part| !part.is_empty());
    let items = by_comma.or_else(|| by_blank().map(named).collect())?;
    Some(format!("[{}]", items.join(", ")))
}

/// What stands in a value without its quotation marks and brackets; `None` where a table does.
fn without_signs(value: &TomlValue<'_>, bare: &str) -> Option<String> {
    let DeValue::Array(items) = value.get_ref() else {
        return Some(bare.to_owned());
    };
    let texts = items.iter().map(|item| match item.get_ref() {
        DeValue::Integer(number) => Some(number.as_str()),
        other => other.as_str(),
    });
    Some(texts.collect::<Option<Vec<_>>>()?.join(", "))
}

/// A list in brackets, of which the last may lack, and quotation marks too.
pub(super) fn list_meant(written: &str) -> Option<Typed> {
    let inner = written.strip_prefix('[')?;
    let inner = inner.strip_suffix(']').unwrap_or(inner).trim();
    if let Some(list) = list(inner) {
        return Some(Typed::sure(list));
    }
    // A comma may stand in a text, unless there is but one word on each side of it.
    let is_word = |part: &&str| !part.contains(char::is_whitespace);
    let parts = inner.trim_end_matches(',').split(',').map(unquoted);
    let parts: Vec<&str> = parts.collect();
    let texts = parts
        .iter()
        .map(|part| is_plain_text(part).then(|| quoted(part)));
    let texts: Vec<String> = texts.collect::<Option<_>>()?;
    let list = format!("[{}]", texts.join(", "));
    Some(if parts.iter().all(is_word) {
        Typed::sure(list)
    } else {
        Typed::likely(list)
    })
}

/// Numbers, texts or words with commas or spaces between them, as a list.
pub(super) fn list(inner: &str) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut rest = inner.trim();
    while !rest.is_empty() {
        let part;
        if let Some(sign) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) {
            let end = rest[1..].find(sign)? + 1;
            part = &rest[..=end];
            rest = &rest[end + 1..];
            // `"a, "b"` lacks a mark before the comma.
            let is_torn = part[..end].trim_end().ends_with(',');
            if is_torn || rest.starts_with(|c: char| c.is_alphanumeric()) {
                return None;
            }
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
