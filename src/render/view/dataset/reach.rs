//! Telephone numbers and mail addresses as Thai offices write them, made into links.

use serde::Serialize;

use super::sheet::{Sheet, text};
use crate::model::Row;
use crate::model::numeral::to_arabic;
use crate::render::view::escape;

/// A way to reach someone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WayView {
    /// As it was written, safe HTML.
    pub text_html: String,
    /// `tel:…` or `mailto:…`; empty where the text is nothing to dial or write to.
    pub url: String,
}

/// The telephone numbers of a column, several with commas or slashes between.
pub(super) fn phones(sheet: &Sheet<'_>, row: &Row, column: &str) -> Vec<WayView> {
    ways(sheet, row, column, &[',', ';', '/'], dial)
}

/// The mail addresses of a column.
pub(super) fn emails(sheet: &Sheet<'_>, row: &Row, column: &str) -> Vec<WayView> {
    ways(sheet, row, column, &[',', ';', ' '], |part| {
        let is_address = part
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
        is_address.then(|| format!("mailto:{part}"))
    })
}

/// A text with Markdown of its own is shown as it is: who writes a link there means that link.
fn ways(
    sheet: &Sheet<'_>,
    row: &Row,
    column: &str,
    separators: &[char],
    link: fn(&str) -> Option<String>,
) -> Vec<WayView> {
    let written = text(row, column);
    if written.contains(['[', '<', '*', '`']) {
        return vec![WayView {
            text_html: sheet.text_html(row, column),
            url: String::new(),
        }];
    }
    let parts = written.split(separators).map(str::trim);
    parts
        .filter(|part| !part.is_empty())
        .map(|part| WayView {
            text_html: escape(part),
            url: link(part).unwrap_or_default(),
        })
        .collect()
}

/// `0 2123 4567 ต่อ 11` → `tel:021234567;ext=11`, `0-2123-4567-8` → `tel:021234567`: of a run of
/// numbers the first is dialled.
fn dial(part: &str) -> Option<String> {
    let part = to_arabic(part);
    let (main, extension) = part.split_once("ต่อ").unwrap_or((&part, ""));
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
    (number.len() >= 3).then(|| format!("tel:{plus}{number}{extension}"))
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
        ] {
            assert_eq!(dial(written).as_deref(), Some(dialled), "{written}");
        }
        assert_eq!(dial("ไม่มี"), None);
    }
}
