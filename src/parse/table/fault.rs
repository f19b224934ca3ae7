//! What a TOML parser's error means to a clerk.
//!
//! The parser recovers and reports every fault, but in English and at times several for one slip;
//! here they become one [`TomlFault`] for each slip. It gives no codes, so its sentences are looked
//! at; the test below holds each that is known to what is made of it.

use std::ops::Range;

use toml::de::Error;

use crate::problem::TomlFault;

/// Lines of a text that are reported; one with more faults is not TOML at all.
const MOST_LINES: usize = 100;

/// Errors of a line that are looked at to find out what is wrong with it.
const MOST_OF_LINE: usize = 100;

/// What is wrong in a text.
#[derive(Default)]
pub(super) struct Faults {
    /// One fault for each slip, with its range in the text.
    pub(super) told: Vec<(TomlFault, Range<usize>)>,
    /// On how many lines more there are faults, and where they begin.
    pub(super) more: Option<(usize, Range<usize>)>,
}

/// The faults of a text, by its lines.
pub(super) fn faults(text: &str, errors: &[Error]) -> Faults {
    let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let line_of = |error: &Error| ends.partition_point(|end| *end < range(error).start);
    let mut errors: Vec<(usize, &Error)> = errors
        .iter()
        // Days that do not exist are reported by whoever reads the date, who knows both eras.
        .filter(|error| !error.message().starts_with("invalid date"))
        .map(|error| (line_of(error), error))
        .collect();
    errors.sort_by_key(|(line, _)| *line);
    let mut found = Faults::default();
    let mut list = None;
    for errors in errors.chunk_by(|(one, _), (other, _)| one == other) {
        let line = errors[0].0;
        if found.told.len() >= MOST_LINES {
            let more = found.more.get_or_insert((0, range(errors[0].1)));
            more.0 += 1;
            continue;
        }
        let errors = errors.iter().take(MOST_OF_LINE).map(|(_, error)| {
            let range = range(error);
            (fault(text, error.message(), &range), range)
        });
        let first = errors.min_by_key(|(fault, range)| (rank(fault), range.start));
        // What is wrong in a list is found once more on the line after it.
        if let Some((fault, range)) = first.filter(|_| list.is_none_or(|list| line > list + 1)) {
            list = (fault == TomlFault::List).then_some(line);
            found.told.push((fault, range));
        }
    }
    found
}

fn range(error: &Error) -> Range<usize> {
    error.span().unwrap_or(0..0)
}

fn fault(text: &str, message: &str, range: &Range<usize>) -> TomlFault {
    let starts = |prefix: &str| message.starts_with(prefix);
    let is_text = starts("invalid") && message.contains("string");
    match message {
        _ if starts("invalid unquoted key") || starts("unquoted keys") => TomlFault::Key,
        _ if starts("string values must be quoted") && range.is_empty() => TomlFault::NoValue,
        _ if starts("string values must be quoted") => TomlFault::Unquoted,
        _ if starts("duplicate key") => {
            TomlFault::Duplicate(text.get(range.clone()).unwrap_or("").to_owned())
        }
        _ if starts("unclosed") && message.contains("table") => TomlFault::UnclosedTable,
        _ if starts("key with no value") => TomlFault::NoEquals,
        _ if message.contains("array") => TomlFault::List,
        _ if starts("unexpected key or value") => TomlFault::TwoOnALine,
        _ if message.contains("escape") => TomlFault::Escape,
        _ if starts("unexpected leading zero") => TomlFault::LeadingZero,
        _ if is_text && has_mixed_quotes(text, range.start) => TomlFault::MixedQuotes,
        _ if is_text => TomlFault::UnclosedText,
        other => TomlFault::Other(other.to_owned()),
    }
}

/// Whether a value on the line opens with one quotation mark and ends with another.
fn has_mixed_quotes(text: &str, offset: usize) -> bool {
    let head = &text[..offset];
    let start = head.rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or("");
    let value = line.split_once('=').map_or("", |(_, value)| value.trim());
    let (first, last) = (value.chars().next(), value.chars().last());
    let is_one_of = |sign: Option<char>, signs: &str| sign.is_some_and(|sign| signs.contains(sign));
    first != last && is_one_of(first, "\"'") && is_one_of(last, "\"'“”’")
}

/// Of two faults on one line, the one that tells more comes first.
fn rank(fault: &TomlFault) -> u8 {
    match fault {
        TomlFault::Unquoted | TomlFault::NoValue => 2,
        TomlFault::Other(_) => 3,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use toml::de::DeTable;

    use super::faults;
    use crate::problem::TomlFault;

    /// A slip, how the parser's sentence about it starts, and what it is to a clerk.
    #[rustfmt::skip]
    const SLIPS: &[(&str, &str, TomlFault)] = &[
        ("ชื่อ = 1", "invalid unquoted key", TomlFault::Key),
        ("a\u{a0}= 1", "invalid unquoted key", TomlFault::Key),
        ("= 1", "unquoted keys cannot be empty", TomlFault::Key),
        ("a = ก", "string values must be quoted", TomlFault::Unquoted),
        ("a = “ก”", "string values must be quoted", TomlFault::Unquoted),
        ("a = 31/01/2566", "string values must be quoted", TomlFault::Unquoted),
        ("a =", "string values must be quoted", TomlFault::NoValue),
        ("a.b = 1\na = 2", "duplicate key", TomlFault::Duplicate(String::new())),
        ("[a]\n[a]", "duplicate key", TomlFault::Duplicate(String::new())),
        ("[a\nb = 1", "unclosed table", TomlFault::UnclosedTable),
        ("[[a]\nb = 1", "unclosed array table", TomlFault::UnclosedTable),
        ("a \"b\"", "key with no value", TomlFault::NoEquals),
        ("a: 1", "invalid unquoted key", TomlFault::Key),
        ("a = [1", "unclosed array", TomlFault::List),
        ("a = [\"b\" \"c\"]", "missing comma between array elements", TomlFault::List),
        ("a = [1,,2]", "extra comma in array", TomlFault::List),
        ("a = [b = 1]", "unexpected `=` in array", TomlFault::List),
        ("a = ]", "missing array opening", TomlFault::List),
        ("a = 485,000", "unexpected key or value", TomlFault::TwoOnALine),
        ("a = \"b\" c = 1", "unexpected key or value", TomlFault::TwoOnALine),
        ("a = \"\\q\"", "missing escaped value", TomlFault::Escape),
        ("a = 0485", "unexpected leading zero", TomlFault::LeadingZero),
        ("a = \"ก", "invalid basic string", TomlFault::UnclosedText),
        ("a = 'ก", "invalid literal string", TomlFault::UnclosedText),
        ("a = \"\"\"ก", "invalid multi-line basic string", TomlFault::UnclosedText),
        ("a = '''ก", "invalid multi-line literal string", TomlFault::UnclosedText),
        ("a = 'ก\"", "invalid literal string", TomlFault::MixedQuotes),
        ("a = \"ก”", "invalid basic string", TomlFault::MixedQuotes),
    ];

    #[test]
    fn the_parser_still_says_what_is_known_of_it() {
        for (text, sentence, fault) in SLIPS {
            let (_, errors) = DeTable::parse_recoverable(text);
            let said: Vec<&str> = errors.iter().map(toml::de::Error::message).collect();
            let is_said = said.iter().any(|said| said.starts_with(sentence));
            assert!(is_said, "{text}: {said:?}");
            let found = faults(text, &errors).told;
            let duplicate = TomlFault::Duplicate("a".to_owned());
            let fault = match fault {
                TomlFault::Duplicate(_) => &duplicate,
                other => other,
            };
            let first = found.first().map(|(fault, _)| fault);
            assert_eq!(first, Some(fault), "{text}");
        }
    }

    #[test]
    fn days_are_left_to_the_reader_of_dates() {
        for day in ["2566-02-31", "2566-13-01", "2023-1-1", "2566-01-31x"] {
            let text = format!("a = {day}");
            let (_, errors) = DeTable::parse_recoverable(&text);
            let said = errors.first().map(|error| error.message().to_owned());
            let is_said = said
                .as_ref()
                .is_some_and(|said| said.starts_with("invalid date"));
            assert!(is_said, "{day}: {said:?}");
            assert!(faults(&text, &errors).told.is_empty(), "{day}");
        }
    }
}
