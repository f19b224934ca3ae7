//! Telephone numbers and mail addresses as Thai offices write them, made into links.

use serde::Serialize;

use super::sheet::{FilledDataset, text};
use crate::model::Row;
use crate::render::view::escape;
use crate::thai::numeral::to_arabic;

/// A way to reach someone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(in crate::render) struct WayView {
    /// As it was written, safe HTML.
    text_html: String,
    /// `tel:…` or `mailto:…`; empty where the text is nothing to dial or write to.
    url: String,
}

/// Words that end what is dialled: of a fax, and of a run of numbers.
const ENDS: [&str; 5] = ["โทรสาร", "แฟกซ์", "แฟ็กซ์", "fax", "ถึง"];

/// The most digits of a number within the country, with some to spare.
const MOST_DIGITS: usize = 11;

/// What stands between telephone numbers.
const BETWEEN: [&str; 6] = [",", ";", "/", "\n", "หรือ", "และ"];

/// The telephone numbers of a column, several with commas, slashes or words between.
pub(super) fn phones(sheet: &FilledDataset<'_>, row: &Row, column: &str) -> Vec<WayView> {
    ways(sheet, row, column, &BETWEEN, dial)
}

/// The telephone numbers of a plain text.
pub(in crate::render) fn phones_in(written: &str) -> Vec<WayView> {
    each(written, &BETWEEN, dial)
}

/// The mail addresses of a column.
pub(super) fn emails(sheet: &FilledDataset<'_>, row: &Row, column: &str) -> Vec<WayView> {
    ways(sheet, row, column, &[",", ";", " ", "\n"], |part| {
        let is_address = part
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
        is_address.then(|| format!("mailto:{part}"))
    })
}

/// A text with Markdown of its own is shown as it is: who writes a link there means that link.
fn ways(
    sheet: &FilledDataset<'_>,
    row: &Row,
    column: &str,
    separators: &[&str],
    link: fn(&str) -> Option<String>,
) -> Vec<WayView> {
    let written = text(row, column);
    if written.contains(['[', '<', '*', '`']) {
        return vec![WayView {
            text_html: sheet.text_html(row, column),
            url: String::new(),
        }];
    }
    each(written, separators, link)
}

/// The ways in a text, one by one.
fn each(written: &str, separators: &[&str], link: fn(&str) -> Option<String>) -> Vec<WayView> {
    let mut parts = vec![written];
    for separator in separators {
        let split = |part| split(part, separator);
        parts = parts.into_iter().flat_map(split).collect();
    }
    let parts = parts.into_iter().map(str::trim);
    parts
        .filter(|part| !part.is_empty())
        .map(|part| WayView {
            text_html: escape(part),
            url: link(part).unwrap_or_default(),
        })
        .collect()
}

/// A word stands between numbers, or it is part of a name: `ฝ่ายป้องกันและบรรเทา`.
fn split<'a>(part: &'a str, separator: &str) -> Vec<&'a str> {
    let is_word = separator.chars().all(char::is_alphanumeric);
    let mut parts = Vec::new();
    let mut rest = part;
    for (at, _) in part.match_indices(separator) {
        let start = part.len() - rest.len();
        let (before, after) = (&part[start..at], &part[at + separator.len()..]);
        let has_number = |text: &str| text.contains(char::is_numeric);
        if !is_word || (has_number(before) && has_number(after)) {
            parts.push(before);
            rest = after;
        }
    }
    parts.push(rest);
    parts
}

/// `0 2123 4567 ต่อ 11` → `tel:021234567;ext=11`, `0-2123-4567-8` → `tel:021234567`: of a run of
/// numbers the first is dialled. A fax is not dialled, and more digits than a Thai number has are
/// several numbers that nothing tells apart.
fn dial(part: &str) -> Option<String> {
    let part = to_arabic(part).to_lowercase();
    let end = ENDS.iter().filter_map(|word| part.find(word)).min();
    let part = &part[..end.unwrap_or(part.len())];
    let (main, extension) = part.split_once("ต่อ").unwrap_or((part, ""));
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let mut number = digits(main);
    if let Some((front, last)) = main.trim().rsplit_once(['-', '–'])
        && digits(last).len() <= 2
        && digits(front).len() >= 9
    {
        number = digits(front);
    }
    let plus = if main.trim_start().starts_with('+') {
        "+"
    } else {
        ""
    };
    let extension: String = extension
        .trim_start()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    let extension = match extension.as_str() {
        "" => String::new(),
        inner => format!(";ext={inner}"),
    };
    let is_one = number.len() >= 3 && (number.len() <= MOST_DIGITS || !plus.is_empty());
    is_one.then(|| format!("tel:{plus}{number}{extension}"))
}

#[cfg(test)]
mod tests {
    use super::dial;

    #[test]
    fn numbers_as_thai_offices_write_them() {
        for (written, dialled) in [
            ("0 0000 0010", "tel:000000010"),
            ("๐ ๒๑๒๓ ๔๕๖๗ ต่อ ๑๑-๑๓", "tel:021234567;ext=11"),
            ("0-2123-4567-8", "tel:021234567"),
            ("02-123-45-67", "tel:021234567"),
            ("+66 2 123 4567", "tel:+6621234567"),
            ("สายด่วน 1132", "tel:1132"),
            ("0-2123-4567 ถึง 9", "tel:021234567"),
            ("โทร. 0-2123-4567 โทรสาร 0-2123-4568", "tel:021234567"),
        ] {
            assert_eq!(dial(written).as_deref(), Some(dialled), "{written}");
        }
        for none in ["ไม่มี", "โทรสาร 0-2123-4568", "0-2123-4567 081-234-5678"]
        {
            assert_eq!(dial(none), None, "{none}");
        }
    }
}
