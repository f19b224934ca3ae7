//! A table as an Excel workbook: one sheet, its heading bold and frozen, texts wrapped, addresses to
//! click on, ready to print on A4.

use std::time::{SystemTime, UNIX_EPOCH};

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::table::{CellKind, ReportColumn, ReportTable, width};

/// The narrowest and the widest a column gets, in letters.
const WIDTHS: (usize, usize) = (8, 60);

/// What Excel takes in a cell, and in the address of a link.
const LONGEST_CELL: usize = 32_767;
const LONGEST_LINK: usize = 2_080;

/// One is packed for every year on every build: at the library's own level it is a third smaller (14 kB instead of
/// 21), and takes twice the time.
const QUICKEST: u8 = 1;

/// A4, as Excel numbers paper.
const A4: u8 = 9;

pub(super) fn xlsx(table: &ReportTable) -> Result<Vec<u8>, XlsxError> {
    // The library asks what time it is, and does not come back where that is before 1970.
    if SystemTime::now() < UNIX_EPOCH {
        let why = "the clock of this computer is set to a time before 1970";
        return Err(XlsxError::ParameterError(why.to_owned()));
    }
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(QUICKEST);
    // The day it was made would make every copy another file.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(&table.title)
        .set_creation_datetime(&made);
    workbook.set_properties(&properties);
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(&table.title))?;
    let cell = Format::new()
        .set_align(FormatAlign::Top)
        .set_text_wrap()
        .set_border(FormatBorder::Thin);
    // What is said before the table runs on over the columns, and a row is left free below it.
    let mut top = 0;
    for (column, text) in &table.head {
        sheet.write_string(
            top,
            0,
            clipped(&format!("{}: {text}", column.title), LONGEST_CELL),
        )?;
        top += 1;
    }
    top += u32::from(top > 0);
    let head = cell.clone().set_bold();
    let formats = Formats {
        link: cell.clone().set_hyperlink(),
        decimal: cell.clone().set_num_format("0.00"),
        cell,
    };
    for (at, column) in (0..).zip(&table.columns) {
        sheet.write_string_with_format(top, at, &*column.title, &head)?;
        sheet.set_column_width(at, column_width(table, usize::from(at)))?;
    }
    for (row, cells) in (top + 1..).zip(&table.rows) {
        for (at, (column, text)) in (0..).zip(table.cells(cells)) {
            put(sheet, row, at, column, text, &formats)?;
        }
    }
    sheet.set_freeze_panes(top + 1, 0)?;
    sheet.set_repeat_rows(top, top)?;
    sheet.set_paper_size(A4).set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    workbook.save_to_buffer().map(packed_by_none)
}

/// A ZIP file that says of no entry which system packed it, so that the same table is the same file on all of them.
fn packed_by_none(mut zip: Vec<u8>) -> Vec<u8> {
    const DIRECTORY_END: &[u8] = b"PK\x05\x06";
    const ENTRY: &[u8] = b"PK\x01\x02";
    let number = |zip: &[u8], at: usize, bytes: usize| {
        let bytes = zip.get(at..at + bytes).unwrap_or_default();
        bytes
            .iter()
            .rev()
            .fold(0, |number, byte| number << 8 | usize::from(*byte))
    };
    let Some(end) = memchr::memmem::rfind(&zip, DIRECTORY_END) else {
        return zip;
    };
    let mut at = number(&zip, end + 16, 4);
    while zip.get(at..).is_some_and(|rest| rest.starts_with(ENTRY)) {
        if let Some(system) = zip.get_mut(at + 5) {
            *system = 0;
        }
        let lengths: usize = [28, 30, 32]
            .iter()
            .map(|field| number(&zip, at + field, 2))
            .sum();
        at += 46 + lengths;
    }
    zip
}

struct Formats {
    cell: Format,
    link: Format,
    decimal: Format,
}

fn put(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    column: &ReportColumn,
    text: &str,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match (column.kind, text.parse::<f64>()) {
        (CellKind::Number, Ok(number)) => {
            sheet.write_number_with_format(row, at, number, &formats.cell)?;
        }
        (CellKind::Decimal, Ok(number)) => {
            sheet.write_number_with_format(row, at, number, &formats.decimal)?;
        }
        (CellKind::Link | CellKind::Links, _) if is_link(text) => {
            sheet.write_url_with_format(row, at, text, &formats.link)?;
        }
        // A string never becomes a formula.
        _ => {
            sheet.write_string_with_format(row, at, clipped(text, LONGEST_CELL), &formats.cell)?;
        }
    }
    Ok(())
}

/// Whether a cell can be clicked on: one address, and not too long for Excel.
fn is_link(text: &str) -> bool {
    let is_web = ["http://", "https://"].iter().any(|s| text.starts_with(s));
    is_web && !text.contains('\n') && text.encode_utf16().count() <= LONGEST_LINK
}

/// The beginning of a text that Excel, which counts in UTF-16, takes.
fn clipped(text: &str, most: usize) -> &str {
    if text.len() <= most {
        // No letter takes more there than here.
        return text;
    }
    let mut used = 0;
    let too_many = |(_, c): &(usize, char)| {
        used += c.len_utf16();
        used > most
    };
    let end = text.char_indices().find(too_many).map(|(at, _)| at);
    &text[..end.unwrap_or(text.len())]
}

/// The title as the name of a sheet, which may be short only and without some signs.
fn sheet_name(title: &str) -> String {
    let allowed = |c: &char| !c.is_control() && !"[]:*?/\\'".contains(*c);
    let name: String = title.chars().filter(allowed).collect();
    let name = clipped(&name, 31);
    if name.trim().is_empty() {
        "1".to_owned()
    } else {
        name.to_owned()
    }
}

/// Wide enough for the longest line, within reason.
fn column_width(table: &ReportTable, at: usize) -> u32 {
    let (mut wide, widest) = WIDTHS;
    let title = std::iter::once(&*table.columns[at].title);
    for text in title.chain(table.rows.iter().map(|row| &*row[at])) {
        wide = wide.max(width(text)).min(widest);
        if wide == widest {
            break;
        }
    }
    u32::try_from(wide + 2).unwrap_or(60)
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_CELL, xlsx};
    use crate::report::{CellKind, ReportColumn, ReportTable};

    #[test]
    fn no_entry_says_which_system_packed_it() {
        let table = ReportTable {
            title: "ก".to_owned(),
            head: Vec::new(),
            columns: vec![ReportColumn::new("a", "ก", CellKind::Text)],
            rows: vec![vec!["ข".to_owned()]],
        };
        let bytes = xlsx(&table).unwrap();
        let entries: Vec<usize> = memchr::memmem::find_iter(&bytes, b"PK\x01\x02").collect();
        assert!(entries.len() > 5 && entries.iter().all(|at| bytes[at + 5] == 0));
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
        assert_eq!(archive.len(), entries.len());
        assert!((0..archive.len()).all(|at| archive.by_index(at).is_ok()));
    }

    #[test]
    fn nothing_a_site_may_hold_keeps_the_workbook_from_being_written() {
        let long = "ก😀".repeat(LONGEST_CELL);
        let table = ReportTable {
            title: "ปี 2566: [ทั้งหมด]/'ทุกข้อ' ".repeat(9),
            head: vec![(ReportColumn::new("d", "ง", CellKind::Text), long.clone())],
            columns: vec![
                ReportColumn::new("a", "ก", CellKind::Text),
                ReportColumn::new("b", "ข", CellKind::Link),
                ReportColumn::new("c", "ค", CellKind::Number),
            ],
            rows: vec![
                vec![
                    long.clone(),
                    format!("https://x.example/{long}"),
                    "x".to_owned(),
                ],
                vec!["\u{7}".to_owned(), String::new(), "12".to_owned()],
            ],
        };
        assert!(xlsx(&table).is_ok_and(|bytes| bytes.starts_with(b"PK")));
        assert!(
            xlsx(&ReportTable {
                title: "/".to_owned(),
                ..table
            })
            .is_ok()
        );
    }
}
