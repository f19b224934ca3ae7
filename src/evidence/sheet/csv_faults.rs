//! What is wrong in the text of a CSV file that all the same can be read as a table.
//!
//! In: the text, its separator, and its records. Out: where a quotation mark is never closed, so that rows became
//! one cell; letters that were lost; rows whose cells are shifted. Apart from the reader, which rightly takes any text.

use csv::StringRecord;

use crate::model::SheetDoubt;

/// The line with a quotation mark that opens a cell and does not end it: at the end of the file it is open, or
/// the next one, lines below, was meant to open another cell.
pub(super) fn unclosed_quote(text: &str, separator: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut line, mut begins) = (0, 1, true);
    while let Some(byte) = bytes.get(at) {
        at += 1;
        if *byte != b'"' || !begins {
            line += usize::from(*byte == b'\n');
            begins = *byte == separator || matches!(byte, b'\n' | b'\r');
            continue;
        }
        let (length, is_closed) = quoted(&bytes[at..]);
        let inside = &bytes[at..at + length];
        let lines = inside.iter().filter(|byte| **byte == b'\n').count();
        let next = bytes.get(at + length + 1);
        let ends = next.is_none_or(|next| *next == separator || matches!(next, b'\n' | b'\r'));
        if !is_closed || (!ends && lines > 0) {
            return Some(line);
        }
        at += length + 1;
        line += lines;
        begins = false;
    }
    None
}

/// How long a quoted cell is, and whether a quotation mark ends it.
fn quoted(bytes: &[u8]) -> (usize, bool) {
    let mut at = 0;
    loop {
        match (bytes.get(at), bytes.get(at + 1)) {
            (None, _) => return (at, false),
            (Some(b'"'), Some(b'"')) => at += 2,
            (Some(b'"'), _) => return (at, true),
            _ => at += 1,
        }
    }
}

/// Letters that the bytes of the file did not say.
pub(super) fn lost_letters(text: &str) -> Option<SheetDoubt> {
    let first = text.find(char::REPLACEMENT_CHARACTER)?;
    let lines = text[..first].bytes().filter(|byte| *byte == b'\n');
    Some(SheetDoubt::LostLetters {
        line: lines.count() + 1,
        count: text.matches(char::REPLACEMENT_CHARACTER).count(),
    })
}

/// Looks for rows that have more cells than the heading because of commas in numbers: `1,234.50` without quotation
/// marks are two cells.
#[derive(Default)]
pub(super) struct ShiftedCells {
    /// The cells of the heading; `None` before it.
    heading: Option<usize>,
    first: Option<usize>,
}

impl ShiftedCells {
    pub(super) fn look(&mut self, record: &StringRecord) {
        if self.first.is_some() {
            return;
        }
        let cells: Vec<&str> = record.iter().map(str::trim).collect();
        let filled = cells.iter().rposition(|cell| !cell.is_empty());
        let cells = &cells[..filled.map_or(0, |last| last + 1)];
        let Some(heading) = self.heading else {
            let is_heading = cells.len() > 1 && cells.iter().all(|cell| !cell.is_empty());
            self.heading = is_heading.then_some(cells.len());
            return;
        };
        let cut = cells.windows(2).filter(|pair| is_cut_number(pair)).count();
        if cells.len() > heading && cells.len() - heading <= cut {
            let line = record.position().map_or(0, csv::Position::line);
            self.first = usize::try_from(line).ok();
        }
    }

    pub(super) fn found(self) -> Option<SheetDoubt> {
        let line = self.first?;
        Some(SheetDoubt::ShiftedCells { line })
    }
}

/// Whether two cells are the halves of a number with a comma.
fn is_cut_number(pair: &[&str]) -> bool {
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (thousands, rest) = (pair[0].trim_start_matches('-'), pair[1]);
    let (units, places) = rest.split_once('.').unwrap_or((rest, ""));
    (1..4).contains(&thousands.len())
        && units.len() == 3
        && [thousands, units, places].into_iter().all(are_digits)
}

#[cfg(test)]
mod tests {
    use super::unclosed_quote;

    #[test]
    fn quotation_marks_that_swallow_rows() {
        for (text, line) in [
            ("ก,ข\n1,\"ร้าน,100\n2,ร้าน,200\n", Some(2)),
            ("ก,ข\n\"ร้าน,100\n\"ร้าน\",200\n", Some(2)),
            ("ก\n\"a\nb\"\n\"c", Some(4)),
            ("ก,ข\n1,\"สอง\nบรรทัด\"\n", None),
            ("ก,ข\n1,ท่อ 6\"\n2,\"ท่อ 6\"\"\"\n", None),
            ("\"ก\",\"ข\"\r\n\"1\",\"2\"", None),
            ("", None),
        ] {
            assert_eq!(unclosed_quote(text, b','), line, "{text}");
        }
    }
}
