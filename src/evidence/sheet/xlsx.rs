//! XLSX to a [`Grid`]: the sheet that is wanted, its cells as Excel shows them, its merged cells.
//!
//! In: bytes. The workbook is read cell by cell, so that the bounds of the grid hold while it is read.

use std::borrow::Cow;
use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use memchr::memmem;

use super::super::guarded::guarded;
use super::super::kind::COMPOUND;
use super::grid::{Grid, GridValue, Merge, cell_name};
use super::number_format::{DayParts, common_day, day, duration, is_percentage, number};
use super::package;
use crate::model::{SheetDoubt, parse_date, thai_date};
use crate::problem::{SheetFault, TableFault};
use crate::thai::nearest::nearest;
use crate::thai::numeral::to_arabic;

/// Sheets that are opened to find one that holds something.
const MOST_SHEETS: usize = 50;

/// Formulas that are named one by one where they were never worked out.
const MOST_NAMED: usize = 1000;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads a sheet: the one that is named, or the first visible one that holds anything.
pub(super) fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Grid, SheetFault> {
    let unreadable = |why| SheetFault::TableUnreadable { why };
    if bytes.starts_with(COMPOUND) {
        let locked = "EncryptedPackage".encode_utf16();
        let locked: Vec<u8> = locked.flat_map(u16::to_le_bytes).collect();
        return Err(unreadable(match memmem::find(bytes, &locked) {
            Some(_) => TableFault::Password,
            None => TableFault::OldExcel,
        }));
    }
    package::check(bytes).map_err(unreadable)?;
    // The reader of workbooks gives up on most damaged files, and stumbles over a few: a number
    // too large for its kind, a range from right to left.
    let read = guarded(|| open(bytes, sheet));
    read.unwrap_or_else(|| Err(unreadable(TableFault::Damaged)))
}

fn open(bytes: &[u8], sheet: Option<&str>) -> Result<Grid, SheetFault> {
    let damaged = |error: XlsxError| SheetFault::TableUnreadable {
        why: match error {
            XlsxError::Password => TableFault::Password,
            _ => TableFault::Damaged,
        },
    };
    let mut book = Book::new(Cursor::new(bytes)).map_err(damaged)?;
    let sheets = book.sheets_metadata().iter();
    let visible = sheets.filter(|sheet| sheet.visible == SheetVisible::Visible);
    let visible: Vec<String> = visible
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .take(MOST_SHEETS)
        .collect();
    if let Some(wanted) = sheet {
        let name = find(&book, wanted)?;
        let mut found = grid(&mut book, &name).map_err(damaged)?;
        found.hidden.sheet = !visible.contains(&name);
        return Ok(found);
    }
    let mut names = visible.into_iter();
    while let Some(name) = names.next() {
        let mut found = grid(&mut book, &name).map_err(damaged)?;
        if found.bounds.is_some() {
            found.others = names.filter(|name| holds_any(&mut book, name)).collect();
            return Ok(found);
        }
    }
    Ok(Grid::default())
}

/// Whether any cell of a sheet holds something.
fn holds_any(book: &mut Book<'_>, name: &str) -> bool {
    let Ok(mut cells) = book.worksheet_cells_reader(name) else {
        return false;
    };
    while let Ok(Some(cell)) = cells.next_cell() {
        if !matches!(cell.get_value(), DataRef::Empty) {
            return true;
        }
    }
    false
}

/// The sheet that a name means; Excel does not tell capital letters from small ones either, and people
/// write digits in both ways.
fn find(book: &Book<'_>, wanted: &str) -> Result<String, SheetFault> {
    let sheets = book.sheets_metadata().iter();
    let names: Vec<&str> = sheets
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.as_str())
        .collect();
    let plain = |name: &str| to_arabic(name.trim()).to_lowercase();
    let exact = names.iter().find(|name| **name == wanted);
    let found = exact.or_else(|| names.iter().find(|name| plain(name) == plain(wanted)));
    found
        .map(ToString::to_string)
        .ok_or_else(|| SheetFault::SheetNotFound {
            name: wanted.to_owned(),
            near: nearest(wanted, names.iter().copied()),
            sheets: names.iter().map(ToString::to_string).collect(),
        })
}

fn grid(book: &mut Book<'_>, name: &str) -> Result<Grid, XlsxError> {
    let merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    let mut grid = Grid::default();
    grid.sheet = Some(name.to_owned());
    grid.merges.extend(merged.into_iter().map(|area| Merge {
        first: area.start,
        last: area.end,
    }));
    let is_1904 = book.has_1904_epoch();
    let mut errors = Cells::default();
    let mut has_blank = false;
    let mut cells = book.worksheet_cells_reader(name)?;
    loop {
        let (cell, style) = match cells.next_cell_with_style_id() {
            Ok(Some(found)) => found,
            Ok(None) => break,
            // An error that a later Excel invented, such as #SPILL!: the cell stays blank.
            Err(XlsxError::CellError(value)) => {
                errors.add(None, || value);
                continue;
            }
            Err(error) => return Err(error),
        };
        let (row, column) = cell.get_position();
        let value = cell.get_value();
        match value {
            DataRef::Empty => has_blank = true,
            DataRef::Error(error) => errors.add(Some((row, column)), || error.to_string()),
            _ => {}
        }
        let is_number = matches!(value, DataRef::Int(_) | DataRef::Float(_));
        if is_number && !grid.is_near(row, column) {
            grid.count(row, column);
            continue;
        }
        let format = cells.styles().get(style);
        let format = format.and_then(|style| style.number_format.as_ref());
        let code = format.map_or("", |format| &format.format_code);
        let kept = kept(value, code, is_1904);
        grid.put(row, column, &shown(value, code, is_1904), kept);
    }
    drop(cells);
    let Cells { first, count } = errors;
    grid.doubts
        .extend(first.map(|(cell, value)| SheetDoubt::ErrorValue { cell, value, count }));
    if has_blank {
        without_value(book, name, &mut grid)?;
    }
    Ok(grid)
}

/// Cells of one kind, of which the first is named.
#[derive(Default)]
struct Cells {
    /// Its name and what it shows.
    first: Option<(String, String)>,
    count: usize,
}

impl Cells {
    fn add(&mut self, at: Option<(u32, u32)>, value: impl FnOnce() -> String) {
        self.count += 1;
        if self.first.is_none() {
            self.first = Some((at.map_or_else(String::new, cell_name), value()));
        }
    }
}

/// Formulas that whoever wrote the file did not work out. Read a second time, because only one reading tells formats
/// and another formulas.
fn without_value(book: &mut Book<'_>, name: &str, grid: &mut Grid) -> Result<(), XlsxError> {
    let mut blank = Cells::default();
    let mut cells = book.worksheet_cells_reader(name)?;
    loop {
        match cells.next_cell_with_formula_metadata() {
            Ok(Some(found)) => {
                if found.formula.is_some() && matches!(found.value, DataRef::Empty) {
                    blank.add(Some(found.pos), String::new);
                    if grid.uncalculated.len() < MOST_NAMED {
                        grid.uncalculated.insert(found.pos);
                    }
                }
            }
            Err(XlsxError::CellError(_)) => {}
            Ok(None) | Err(_) => break,
        }
    }
    let Cells { first, count } = blank;
    let doubt = first.map(|(cell, _)| SheetDoubt::NoValue { cell, count });
    grid.doubts.extend(doubt);
    Ok(())
}

/// What a cell keeps, besides what it shows.
fn kept(value: &DataRef<'_>, code: &str, is_1904: bool) -> GridValue {
    let kind = calamine::ExcelDateTimeType::DateTime;
    match value {
        #[allow(clippy::cast_precision_loss)]
        DataRef::Int(number) => kept_number(*number as f64, code, is_1904),
        DataRef::Float(number) => kept_number(*number, code, is_1904),
        DataRef::DateTime(at) if !at.is_duration() => {
            kept_day(&ExcelDateTime::new(at.as_f64(), kind, is_1904), code)
        }
        DataRef::DateTimeIso(text) => {
            let day = text.get(..10).and_then(|text| parse_date(text).ok());
            day.map_or(GridValue::Text, |day| GridValue::Day {
                day,
                is_month: false,
            })
        }
        DataRef::Bool(truth) => GridValue::Truth(*truth),
        DataRef::Error(_) => GridValue::Error,
        _ => GridValue::Text,
    }
}

fn kept_number(value: f64, code: &str, is_1904: bool) -> GridValue {
    if DayParts::is_buddhist_year(code) {
        let kind = calamine::ExcelDateTimeType::DateTime;
        return kept_day(&ExcelDateTime::new(value, kind, is_1904), code);
    }
    let number = value;
    let is_percent = is_percentage(code);
    GridValue::Number { number, is_percent }
}

fn kept_day(at: &ExcelDateTime, code: &str) -> GridValue {
    let (year, month, date, ..) = at.to_ymd_hms_milli();
    let parts = DayParts::of(code);
    let day = common_day(year, month, date).filter(|_| !parts.is_time());
    day.map_or(GridValue::Text, |day| GridValue::Day {
        day,
        is_month: parts.is_month(),
    })
}

/// A value as Excel shows it. A formula's is the one that was stored with it.
fn shown<'a>(value: &'a DataRef<'_>, code: &str, is_1904: bool) -> Cow<'a, str> {
    match value {
        #[allow(clippy::cast_precision_loss)]
        DataRef::Int(value) => shown_number(*value as f64, code, is_1904).into(),
        DataRef::Float(value) => shown_number(*value, code, is_1904).into(),
        // Many cells may share a text, so it is copied only where it is kept.
        DataRef::String(text) | DataRef::DurationIso(text) => text.into(),
        DataRef::SharedString(text) => (*text).into(),
        DataRef::Bool(true) => "TRUE".into(),
        DataRef::Bool(false) => "FALSE".into(),
        DataRef::DateTime(at) if at.is_duration() => duration(at.as_f64()).into(),
        DataRef::DateTime(at) => moment(at, code, is_1904).into(),
        DataRef::DateTimeIso(text) => {
            let date = text.get(..10).and_then(|text| parse_date(text).ok());
            date.map_or_else(|| text.into(), |date| thai_date(date).into())
        }
        DataRef::Error(error) => error.to_string().into(),
        DataRef::Empty => "".into(),
    }
}

/// A number; with nothing but a Buddhist year in its format it is a day, which only Thai Excel knows.
fn shown_number(value: f64, code: &str, is_1904: bool) -> String {
    if !DayParts::is_buddhist_year(code) {
        return number(value, code);
    }
    let kind = calamine::ExcelDateTimeType::DateTime;
    moment(&ExcelDateTime::new(value, kind, is_1904), code, is_1904)
}

fn moment(at: &ExcelDateTime, code: &str, is_1904: bool) -> String {
    // Half past eight is stored a little before or after.
    let half_a_second = 0.5 / 86_400.0;
    let kind = calamine::ExcelDateTimeType::DateTime;
    let at = ExcelDateTime::new(at.as_f64() + half_a_second, kind, is_1904);
    let (year, month, date, hour, minute, ..) = at.to_ymd_hms_milli();
    day((year, month, date, hour, minute), &DayParts::of(code))
}
