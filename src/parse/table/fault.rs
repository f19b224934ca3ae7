//! What a TOML parser's error means to a clerk.
//!
//! The parser recovers and reports every fault, but in English and at times several for one slip;
//! here they become one [`TomlFault`] for each slip. It gives no codes, so its sentences are looked
//! at; the test below holds each that is known to what is made of it.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::{DeTable, Error};

use super::heading::{following_heading, heading_above, single_heading};
use super::meant::{inner_quotes, key_line, outside_quotes, seen};
use crate::parse::keys::takes_below;
use crate::problem::{Expected, TomlFault};
use crate::span::line_at;
use crate::thai::numeral::is_thai;

/// Lines of a text that are reported; one with more faults is not TOML at all.
const MOST_LINES: usize = 100;

/// Errors of a line that are looked at to find out what is wrong with it.
const MOST_OF_LINE: usize = 100;

/// Lines that a text may go over to be one that was typed with line breaks.
const MOST_LINES_OF_TEXT: usize = 10;

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
    let mut found = Faults::default();
    // Up to which line nothing is a slip of its own, and up to which byte no key that stands twice is.
    let (mut told_to, mut row_to) = (None, 0);
    for (line, errors) in by_line(text, errors) {
        if found.told.len() >= MOST_LINES {
            let more = found.more.get_or_insert((0, range(errors[0])));
            more.0 += 1;
            continue;
        }
        if told_to.is_some_and(|told| line <= told) {
            continue;
        }
        let at = line_at(text, range(errors[0]).start);
        let Some((fault, range)) = telling_most(text, &errors) else {
            continue;
        };
        let (fault, range) = of_line(text, at, fault, range);
        match fault {
            // Below a heading that is one row's, or is none, the keys of the row before seem to stand again.
            TomlFault::RowTwice(_) | TomlFault::UnclosedTable => {
                row_to = following_heading(text, range.end);
            }
            TomlFault::Duplicate(_) if range.start < row_to => continue,
            // What is wrong in a list is found once more on the line after it.
            TomlFault::List => told_to = Some(line + 1),
            TomlFault::Lines => told_to = Some(line + text[range.clone()].matches('\n').count()),
            TomlFault::Prose { lines } => told_to = Some(line + lines - 1),
            _ => {}
        }
        found.told.push((fault, range));
    }
    found
}

/// The errors of each line of a text that has any.
fn by_line<'a>(text: &str, errors: &'a [Error]) -> BTreeMap<usize, Vec<&'a Error>> {
    let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let mut lines: BTreeMap<usize, Vec<&Error>> = BTreeMap::new();
    // Days that do not exist are reported by whoever reads the date, who knows both eras.
    let told = errors.iter();
    for error in told.filter(|error| !error.message().starts_with("invalid date")) {
        let line = ends.partition_point(|end| *end < range(error).start);
        lines.entry(line).or_default().push(error);
    }
    lines
}

/// Of the errors of a line, the fault that tells most.
fn telling_most(text: &str, errors: &[&Error]) -> Option<(TomlFault, Range<usize>)> {
    let faults = errors.iter().take(MOST_OF_LINE).map(|error| {
        let range = range(error);
        (fault(text, error.message(), &range), range)
    });
    faults.min_by_key(|(fault, range)| (rank(fault), range.start))
}

/// What the whole line says of a fault in it: the parser stumbles over its first strange letter.
fn of_line(
    text: &str,
    at: Range<usize>,
    fault: TomlFault,
    range: Range<usize>,
) -> (TomlFault, Range<usize>) {
    let line = text[at.clone()].trim_end_matches('\r');
    let is_toml = |line: &str| DeTable::parse(line.trim()).is_ok();
    if let Some((_, (place, letter))) = seen(line).filter(|(clean, _)| is_toml(clean)) {
        let start = at.start + place;
        let number = format!("U+{:04X}", u32::from(letter));
        return (
            TomlFault::Unseen { number },
            start..start + letter.len_utf8(),
        );
    }
    if let Some(end) = end_of_text(text, &at, &fault) {
        return (TomlFault::Lines, at.start..end);
    }
    let heading = heading_above(text, at.start);
    let is_prose = is_prose(line, heading);
    let key = key_line(line, heading);
    let value = key.as_ref().map_or("", |key| key.value);
    let fault = match fault {
        _ if value.to_ascii_lowercase().contains("<iframe") => TomlFault::Embedded,
        TomlFault::UnclosedText | TomlFault::TwoOnALine if inner_quotes(value).is_some() => {
            TomlFault::InnerQuotes
        }
        TomlFault::Duplicate(_) => row_twice(text, &at).unwrap_or(fault),
        TomlFault::UnclosedTable | TomlFault::Escape => fault,
        _ if value.contains('{') => TomlFault::Inline,
        TomlFault::Key | TomlFault::NoEquals | TomlFault::TwoOnALine | TomlFault::Other(_)
            if is_prose =>
        {
            return prose(text, at.start, heading);
        }
        TomlFault::Key | TomlFault::NoEquals | TomlFault::Other(_)
            if key.as_ref().is_some_and(|key| key.sign == Some(':')) =>
        {
            TomlFault::Colon
        }
        other => other,
    };
    (fault, range)
}

/// Whether a line is a sentence, and no key with a value: one typed between the fences, or a remark that lost its `#`.
fn is_prose(line: &str, heading: &str) -> bool {
    let words = line.split_whitespace().count();
    let is_said = line.chars().any(is_thai) || words > 2;
    let behind_box = line.trim_start().starts_with('[') && !line.trim_end().ends_with(']');
    is_said
        && (behind_box
            || outside_quotes(line, &['=']).is_none() && !line.trim_start().starts_with('['))
        && key_line(line, heading).is_none()
}

/// A second row of a table whose headings have one bracket on each side, `[data.projects]`.
fn row_twice(text: &str, at: &Range<usize>) -> Option<TomlFault> {
    let (heading, _) = single_heading(text, at.clone())?;
    let (above, name) = heading.rsplit_once('.').unwrap_or(("", heading));
    let takes = takes_below(name, above)?.expected();
    let is_row = matches!(takes, Expected::Rows | Expected::Tables);
    is_row.then(|| TomlFault::RowTwice(heading.to_owned()))
}

/// The lines of prose in a row, of which the first begins at a place.
fn prose(text: &str, at: usize, heading: &str) -> (TomlFault, Range<usize>) {
    let lines = text[at..]
        .split('\n')
        .take_while(|line| is_prose(line, heading));
    let lengths: Vec<usize> = lines.map(str::len).collect();
    let end = at + lengths.iter().sum::<usize>() + lengths.len().saturating_sub(1);
    let lines = lengths.len();
    (TomlFault::Prose { lines }, at..end)
}

/// Where a text ends that was typed over several lines, `"ก⏎ข"`: its closing mark is the next one, and stands at the
/// end of a line.
fn end_of_text(text: &str, at: &Range<usize>, fault: &TomlFault) -> Option<usize> {
    let line = &text[at.clone()];
    let opens = *fault == TomlFault::UnclosedText && line.matches('"').count() == 1;
    let value = line.split_once('=')?.1.trim_start();
    if !opens || !value.starts_with('"') {
        return None;
    }
    let mut end = at.end;
    for line in text.get(end + 1..)?.split('\n').take(MOST_LINES_OF_TEXT) {
        let start = end + 1;
        end = start + line.trim_end_matches('\r').len();
        match line.find('"') {
            Some(mark) if line[mark + 1..].trim().is_empty() => return Some(end),
            Some(_) => return None,
            None if line.contains(['=', '\\']) || begins_another(line) => return None,
            None => {}
        }
        end = start + line.len();
    }
    None
}

/// Whether a line is one of its own: a remark, a heading, or a key with whatever sign.
pub(super) fn begins_another(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with(['#', '[']) || key_line(line, "").is_some()
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
        _ if message.contains("inline table") || message.contains("key-value pair") => {
            TomlFault::Inline
        }
        _ if starts("extra `=`") => TomlFault::ExtraEquals,
        _ if starts("invalid boolean") => TomlFault::Truth,
        _ if is_about_number(message) => TomlFault::Number,
        _ if starts("unexpected key or value") => TomlFault::TwoOnALine,
        _ if message.contains("escape") => TomlFault::Escape,
        _ if starts("unexpected leading zero") => TomlFault::LeadingZero,
        _ if is_text && has_mixed_quotes(text, range.start) => TomlFault::MixedQuotes,
        _ if is_text => TomlFault::UnclosedText,
        other => TomlFault::Other(other.to_owned()),
    }
}

/// Whether the parser took what it stumbled over for a number or a day.
fn is_about_number(message: &str) -> bool {
    let words = [
        "number",
        "float",
        "mantissa",
        "fraction",
        "exponent",
        "date-time",
        "radix",
        "sign",
        "digits",
    ];
    words.iter().any(|word| message.contains(word))
}

/// Whether a value on the line opens with one quotation mark and ends with another.
fn has_mixed_quotes(text: &str, offset: usize) -> bool {
    let line = &text[line_at(text, offset)];
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
        ("a\u{a0}= 1", "invalid unquoted key", TomlFault::Unseen { number: String::new() }),
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
    fn the_letter_that_nobody_sees_is_found_behind_one_that_is_text() {
        let text = "a = \"ข\u{a0}ค\"\u{a0}";
        let (_, errors) = DeTable::parse_recoverable(text);
        let found = faults(text, &errors).told;
        assert_eq!(found[0].1, text.len() - 2..text.len());
    }

    #[test]
    fn the_parser_still_says_what_is_known_of_it() {
        for (text, sentence, fault) in SLIPS {
            let (_, errors) = DeTable::parse_recoverable(text);
            let said: Vec<&str> = errors.iter().map(toml::de::Error::message).collect();
            let is_said = said.iter().any(|said| said.starts_with(sentence));
            assert!(is_said, "{text}: {said:?}");
            let found = faults(text, &errors).told;
            let duplicate = TomlFault::Duplicate("a".to_owned());
            let number = "U+00A0".to_owned();
            let unseen = TomlFault::Unseen { number };
            let fault = match fault {
                TomlFault::Duplicate(_) => &duplicate,
                TomlFault::Unseen { .. } => &unseen,
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
