//! What a TOML parser's error means to a clerk.
//!
//! The parser recovers and reports every fault, but in English and at times several for one slip;
//! here they become one [`TomlFault`] for each slip.

use std::ops::Range;

use toml::de::Error;

use crate::problem::TomlFault;

/// One fault for each slip, with its range in the text.
pub(super) fn faults(text: &str, errors: &[Error]) -> Vec<(TomlFault, Range<usize>)> {
    let mut found: Vec<(TomlFault, Range<usize>)> = errors
        .iter()
        // Days that do not exist are reported by whoever reads the date, who knows both eras.
        .filter(|error| !error.message().starts_with("invalid date"))
        .map(|error| {
            let range = error.span().unwrap_or(0..0);
            (fault(text, error.message(), &range), range)
        })
        .collect();
    let lines = Lines::new(text);
    found.sort_by_key(|(fault, range)| (lines.of(range.start), rank(fault), range.start));
    let mut kept: Vec<(TomlFault, Range<usize>)> = Vec::new();
    for (fault, range) in found {
        let line = lines.of(range.start);
        let follows = kept.last().is_some_and(|(last, at)| {
            let last_line = lines.of(at.start);
            last_line == line || (*last == TomlFault::List && line <= last_line + 1)
        });
        if !follows {
            kept.push((fault, range));
        }
    }
    kept
}

fn fault(text: &str, message: &str, range: &Range<usize>) -> TomlFault {
    let starts = |prefix: &str| message.starts_with(prefix);
    if starts("invalid unquoted key") || starts("unquoted keys") {
        TomlFault::Key
    } else if starts("string values must be quoted") {
        if range.is_empty() {
            TomlFault::NoValue
        } else {
            TomlFault::Unquoted
        }
    } else if starts("duplicate key") {
        TomlFault::Duplicate(text.get(range.clone()).unwrap_or("").to_owned())
    } else if starts("unclosed") && message.contains("table") {
        TomlFault::UnclosedTable
    } else if starts("key with no value") {
        TomlFault::NoEquals
    } else if message.contains("array") {
        TomlFault::List
    } else if starts("unexpected key or value") {
        TomlFault::TwoOnALine
    } else if message.contains("escape") {
        TomlFault::Escape
    } else if starts("unexpected leading zero") {
        TomlFault::LeadingZero
    } else if starts("invalid") && message.contains("string") {
        if has_mixed_quotes(text, range.start) {
            TomlFault::MixedQuotes
        } else {
            TomlFault::UnclosedText
        }
    } else {
        TomlFault::Other(message.to_owned())
    }
}

/// Whether a value on the line opens with one quotation mark and ends with another.
fn has_mixed_quotes(text: &str, offset: usize) -> bool {
    let head = &text[..offset];
    let start = head.rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or("");
    let value = line.split_once('=').map_or("", |(_, value)| value.trim());
    let last = value.chars().last().unwrap_or(' ');
    let ends = |own: char| last != own && "\"'“”’".contains(last);
    value.len() > 1
        && value
            .chars()
            .next()
            .is_some_and(|own| "\"'".contains(own) && ends(own))
}

/// Of two faults on one line, the one that tells more comes first.
fn rank(fault: &TomlFault) -> u8 {
    match fault {
        TomlFault::Unquoted | TomlFault::NoValue => 2,
        TomlFault::Other(_) => 3,
        _ => 1,
    }
}

/// Where the lines of a text end.
struct Lines(Vec<usize>);

impl Lines {
    fn new(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at).collect())
    }

    fn of(&self, offset: usize) -> usize {
        self.0.partition_point(|end| *end < offset)
    }
}
