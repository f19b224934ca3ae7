//! Values of a row that cannot be meant: a project that ends before it starts, a month of another
//! year, a contract of the future, a photograph that is no picture.

use jiff::ToSpan;

use super::{in_row, rows};
use crate::check::checked::Checked;
use crate::files::file_name;
use crate::model::{
    Cell, DatasetKind, Date, Document, ItemDefinition, Period, Row, Rule, Year, is_picture,
};
use crate::problem::{Diagnostics, OwedFault};

/// How far a contract may lie from the month that it is reported for: a year typed wrong is further.
const MONTHS_AROUND: i32 = 6;

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    checked.each_counting(findings, |checked, document, found| {
        for row in rows(document, DatasetKind::Executives) {
            photo(row, found);
        }
        for row in rows(document, DatasetKind::Projects) {
            project(row, found);
        }
        let year = checked.site.year(document.year);
        for row in rows(document, DatasetKind::Procurement) {
            month(document, year, row, found);
            contract(document, checked.site.as_of, row, found);
        }
    });
}

fn photo(row: &Row, findings: &mut Diagnostics) {
    if let Some(Cell::File(path)) = row.get("photo")
        && !is_picture(path)
    {
        let name = file_name(path).to_owned();
        let fault = OwedFault::PhotoNotPicture { name };
        findings.push(in_row(fault, row, "photo"));
    }
}

fn project(row: &Row, findings: &mut Diagnostics) {
    let window = |column| match row.get(column)? {
        Cell::Date(day) => Some(Period::new(*day, *day)),
        Cell::Period(period) => Some(*period),
        _ => None,
    };
    if let (Some(start), Some(end)) = (window("start"), window("end"))
        && end.last < start.first
    {
        findings.push(in_row(OwedFault::EndBeforeStart, row, "end"));
    }
    if let (Some(Cell::Number(budget)), Some(Cell::Number(spent))) =
        (row.get("budget"), row.get("spent"))
        && spent > budget
    {
        findings.push(in_row(OwedFault::OverBudget, row, "spent"));
    }
}

fn month(document: &Document, year: Option<&Year>, row: &Row, findings: &mut Diagnostics) {
    let definition = year.and_then(|year| year.framework.item(document.item));
    let Some((Cell::Period(month), definition)) = row.get("month").zip(definition) else {
        return;
    };
    let asked = meant(document, definition);
    if !month.overlaps(&asked) {
        let (month, asked) = (*month, asked);
        let fault = OwedFault::MonthOutsideYear { month, asked };
        findings.push(in_row(fault, row, "month"));
    }
}

/// The time that an item's rows may be of. Where the year's rules are not recorded, a report of the
/// year before is as good as one of this year.
fn meant(document: &Document, definition: &ItemDefinition) -> Period {
    let shown = document.components.iter();
    let shown = shown.filter_map(|number| usize::try_from(number.value).ok());
    let timing = definition.timing_of(shown).unwrap_or_default();
    let year = timing.rule.year(document.year);
    match timing.rule {
        Rule::Any => Period::new(year.previous().period().first, year.calendar_period().last),
        _ => timing.calendar.window(year),
    }
}

fn contract(document: &Document, as_of: Date, row: &Row, findings: &mut Diagnostics) {
    let Some(Cell::Date(signed)) = row.get("contract_date") else {
        return;
    };
    let stated = document.stated_period();
    let month = match row.get("month") {
        Some(Cell::Period(month)) => Some(*month),
        _ => stated.filter(Period::is_within_a_month),
    };
    let is_far = month.is_some_and(|month| {
        let first = month.first.saturating_sub(MONTHS_AROUND.months());
        let last = month.last.saturating_add(MONTHS_AROUND.months());
        !Period::new(first, last).contains(*signed)
    });
    if *signed > as_of || is_far {
        let fault = OwedFault::ContractDate {
            date: *signed,
            month: month.filter(|_| is_far),
        };
        findings.push(in_row(fault, row, "contract_date"));
    }
}
