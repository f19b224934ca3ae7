//! Statistics of the time that their item asks for: those of the year before where it asks for that.
//!
//! Only of items that ask for statistics, and only where no row fits: rows of other years stand beside to compare.

use super::in_row;
use crate::check::checked::Checked;
use crate::model::{
    Cell, Component, Dataset, DatasetKind, FiscalYear, ItemDefinition, Period, Row, Rule, Timing,
};
use crate::problem::{Diagnostics, OwedFault};

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    checked.each_item(findings, |item, found| {
        let windows = windows(item.definition, item.year.fiscal_year());
        let Some(asked) = windows.first().copied() else {
            return;
        };
        let documents = checked.site.counting(item.item);
        let tables = documents.flat_map(|document| &document.datasets);
        let tables = tables.filter(|table| table.kind == DatasetKind::Statistics);
        for row in tables.filter_map(|table| first_outside(table, &windows)) {
            let fault = OwedFault::StatisticsOutside { asked };
            found.push(in_row(fault, row, "period"));
        }
    });
}

/// The times that statistics are asked for; none where some are asked for of any time.
fn windows(definition: &ItemDefinition, year: FiscalYear) -> Vec<Period> {
    let parts = definition.components.iter().chain(&definition.advice);
    let of_statistics = |part: &&Component| {
        let shown_by = part.shown_by.as_ref();
        shown_by.is_some_and(|shown_by| shown_by.dataset == DatasetKind::Statistics)
    };
    let timings = parts.filter(of_statistics);
    let timings = timings.map(|part| part.timing.unwrap_or(definition.timing));
    let windows = timings.map(|timing| window(timing, year));
    let windows: Option<Vec<Period>> = windows.collect();
    windows.unwrap_or_default()
}

fn window(timing: Timing, year: FiscalYear) -> Option<Period> {
    let is_asked = timing.rule != Rule::Any;
    is_asked.then(|| timing.calendar.window(timing.rule.year(year)))
}

/// The first row, where every row that says its time is of another.
fn first_outside<'a>(table: &'a Dataset, asked: &[Period]) -> Option<&'a Row> {
    let time = |row: &Row| match row.get("period") {
        Some(Cell::Period(period)) => Some(*period),
        _ => None,
    };
    let fits = |time: Period| asked.iter().any(|asked| asked.overlaps(&time));
    let stated = table.none.iter().filter_map(|stated| stated.period);
    if table.rows.iter().filter_map(time).chain(stated).any(fits) {
        return None;
    }
    table.rows.iter().find(|row| time(row).is_some())
}
