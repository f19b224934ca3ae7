//! CSV as Thai offices save it: UTF-8, Windows-874 or UTF-16, with commas, semicolons or tabs.
//!
//! In: bytes. Out: a [`Grid`].

use std::collections::BTreeMap;

use csv::{Reader, ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, UTF_8, WINDOWS_874};

use super::csv_faults::{ShiftedCells, lost_letters, unclosed_quote};
use super::grid::{Grid, GridValue};
use crate::problem::TableFault;
use crate::thai::encoding::utf_8_with_few_faults;

/// Lines, and of very long ones bytes, that show which separator a file has.
const SAMPLE: usize = 50;
const SAMPLE_BYTES: usize = 1 << 20;

pub(super) fn read(bytes: &[u8]) -> Result<Grid, TableFault> {
    let text = decode(bytes)?;
    let (text, separator) = separator(&text);
    if let Some(line) = unclosed_quote(text, separator) {
        return Err(TableFault::UnclosedQuote { line });
    }
    let mut grid = Grid::default();
    grid.doubts.extend(lost_letters(text));
    let mut shifted = ShiftedCells::default();
    let mut records = Records::of(text, separator);
    let mut row = 0;
    while let Some(record) = records.record() {
        shifted.look(record);
        for (column, field) in (0..).zip(record) {
            grid.put(row, column, field, GridValue::Text);
        }
        row += 1;
    }
    grid.doubts.extend(shifted.found());
    Ok(grid)
}

/// The text of a file. Without a byte-order mark it is UTF-8 if it can be, a few wrong bytes aside, and otherwise
/// what Excel saves on Thai Windows.
fn decode(bytes: &[u8]) -> Result<String, TableFault> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    if marked.is_none() && (bytes.starts_with(b"PK\x03\x04") || bytes.contains(&0)) {
        return Err(TableFault::NotCsv);
    }
    let encoding = marked.unwrap_or(UTF_8);
    let (text, faulty) = encoding.decode_with_bom_removal(bytes);
    if !faulty {
        return Ok(text.into_owned());
    }
    if marked.is_some_and(|encoding| encoding != UTF_8) {
        return Err(TableFault::Damaged);
    }
    if marked.is_some() || utf_8_with_few_faults(&text) {
        return Ok(text.into_owned());
    }
    match WINDOWS_874.decode_without_bom_handling(bytes) {
        (text, false) => Ok(text.into_owned()),
        _ => Err(TableFault::NotCsv),
    }
}

/// The separator, and the text without a line `sep=;`, which says it to Excel. Otherwise it is the one
/// that gives most lines the same number of cells.
fn separator(text: &str) -> (&str, u8) {
    if let Some(rest) = text.strip_prefix("sep=")
        && let Some((said, rest)) = rest.split_once('\n')
        && let [separator @ (b',' | b';' | b'\t')] = said.trim_end_matches('\r').as_bytes()
    {
        return (rest, *separator);
    }
    let mut ends = (0..=text.len().min(SAMPLE_BYTES)).rev();
    let end = ends.find(|end| text.is_char_boundary(*end));
    let sample = &text[..end.unwrap_or(0)];
    let agreeing = |separator: u8| {
        let mut lines: BTreeMap<usize, usize> = BTreeMap::new();
        let mut records = Records::of(sample, separator);
        for _ in 0..SAMPLE {
            let Some(record) = records.record() else {
                break;
            };
            *lines.entry(record.len()).or_default() += 1;
        }
        let several = lines.into_iter().filter(|(cells, _)| *cells > 1);
        several.map(|(_, lines)| lines).max().unwrap_or(0)
    };
    // Of two that fit equally well, a comma is the likelier to stand inside a number.
    let best = [b',', b';', b'\t'].into_iter().max_by_key(|s| agreeing(*s));
    (text, best.unwrap_or(b','))
}

/// The lines of a file, one after another in the same place: a line may have as many cells as the
/// file has letters. They need not be equally long, so nothing in a text is a fault.
struct Records<'a> {
    reader: Reader<&'a [u8]>,
    read: StringRecord,
}

impl<'a> Records<'a> {
    fn of(text: &'a str, separator: u8) -> Self {
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .from_reader(text.as_bytes());
        Self {
            reader,
            read: StringRecord::new(),
        }
    }

    fn record(&mut self) -> Option<&StringRecord> {
        let is_read = self.reader.read_record(&mut self.read);
        is_read.unwrap_or(false).then_some(&self.read)
    }
}

#[cfg(test)]
mod tests {
    use super::separator;

    #[test]
    fn the_separator_is_found() {
        assert_eq!(separator("ก,ข\n1,2\n").1, b',');
        assert_eq!(separator("ก;ข\n1,5;2,5\n1;2\n").1, b';');
        assert_eq!(separator("ก\tข\n1,000\t2,000\n").1, b'\t');
        assert_eq!(separator("ก,ข\n\"a;b\",2\n\"a;b\",2\n").1, b',');
        assert_eq!(separator("รายชื่อ\nก\n").1, b'\t');
        assert_eq!(separator("sep=;\r\nก,ข;1\n"), ("ก,ข;1\n", b';'));
    }
}
