//! Days, months and periods of a cell, in all the ways that offices type them.
//!
//! In: a text, or the day that a workbook keeps. Out: the value, or why it is none. A sheet has a column of days or of
//! months, so that a year may have two digits or, of a month, be the one of the document: in front matter both are asked for.

use super::line::is_nothing;
use crate::evidence::sheet::{GridCell, GridValue};
use crate::model::{
    Cell, Date, DateFault, FiscalYear, Period, PeriodFault, guessed_date, meant_date, parse_date,
    period_in_column,
};
use crate::problem::{RowsFault, TimeFault};
use crate::thai::numeral::to_arabic;
use crate::thai::spaces::single_spaced;

/// The least year of two digits that is one of the Buddhist era and no other.
const SHORT_YEARS: std::ops::RangeInclusive<u32> = 50..=80;

/// The day that a text says; a year of two digits is of the Buddhist era.
pub(super) fn day(text: &str) -> Option<Date> {
    read_day(text).ok()
}

fn read_day(text: &str) -> Result<Date, DateFault> {
    let text = single_spaced(text);
    let text = ["ลงวันที่", "ลว.", "เมื่อวันที่", "วันที่"]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(&text)
        .trim();
    let fault = match parse_date(text) {
        Ok(day) => return Ok(day),
        Err(fault) => fault,
    };
    let short = || {
        let arabic = to_arabic(text);
        let digits = arabic.get(arabic.len().checked_sub(2)?..)?;
        let year = digits.parse::<u32>().ok()?;
        guessed_date(text).filter(|_| SHORT_YEARS.contains(&year))
    };
    let meant = meant_date(text).or_else(short);
    meant.map_or(Err(fault), |text| parse_date(&text))
}

/// A day.
pub(super) fn date(cell: &GridCell) -> Result<Option<Cell>, RowsFault> {
    match cell.value {
        GridValue::Day { day, .. } => Ok(Some(Cell::Date(day))),
        GridValue::Text if is_nothing(&cell.text) => Ok(None),
        GridValue::Text => match read_day(&cell.text) {
            Ok(day) => Ok(Some(Cell::Date(day))),
            Err(fault) => Err(no_time(cell, TimeFault::Day(fault))),
        },
        _ => Err(no_time(cell, TimeFault::Day(DateFault::Shape))),
    }
}

/// A month or another period.
pub(super) fn period(cell: &GridCell, year: FiscalYear) -> Result<Option<Cell>, RowsFault> {
    match cell.value {
        GridValue::Day { day, is_month } if is_month || day.day() == 1 => {
            let first = day.first_of_month();
            Ok(Some(Cell::Period(Period::new(
                first,
                first.last_of_month(),
            ))))
        }
        GridValue::Day { .. } => Err(no_time(cell, TimeFault::NotOfMonth)),
        GridValue::Text if is_nothing(&cell.text) => Ok(None),
        GridValue::Text | GridValue::Number { .. } => match read_period(&cell.text, year) {
            Ok(period) => Ok(Some(Cell::Period(period))),
            Err(_) if day(&cell.text).is_some() => Err(no_time(cell, TimeFault::NotOfMonth)),
            Err(fault) => Err(no_time(cell, TimeFault::Period(fault))),
        },
        _ => Err(no_time(cell, TimeFault::Period(PeriodFault::Shape))),
    }
}

/// The period that a text says.
pub(super) fn read_period(text: &str, year: FiscalYear) -> Result<Period, PeriodFault> {
    let text = single_spaced(text);
    match Period::parse(&text) {
        // In a sheet the year of the common era is what Excel counts in, and no slip.
        Err(PeriodFault::CommonEra(meant)) => Period::parse(&meant),
        Err(PeriodFault::Shape) => {
            let meant = period_in_column(&text, year).ok_or(PeriodFault::Shape)?;
            Period::parse(&meant)
        }
        found => found,
    }
}

/// A day, or a period where the text says one.
pub(super) fn moment(cell: &GridCell, year: FiscalYear) -> Result<Option<Cell>, RowsFault> {
    if let GridValue::Day { is_month: true, .. } = cell.value {
        return period(cell, year);
    }
    match date(cell) {
        Err(fault) => period(cell, year).map_err(|_| fault),
        found => found,
    }
}

fn no_time(cell: &GridCell, fault: TimeFault) -> RowsFault {
    let text = cell.text.clone();
    RowsFault::Time { text, fault }
}
