//! Days of documents that are still to come: the document is not shown until then, or its year is a slip.

use jiff::ToSpan;

use super::checked::Checked;
use crate::model::{Date, Page, Status, Written};
use crate::problem::{Diagnostic, Diagnostics, OwedFault};
use crate::span::Located;

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let as_of = checked.site.as_of;
    // What is written for the coming weeks is planned.
    let planned = as_of.checked_add(1.month()).unwrap_or(as_of);
    for Page {
        date,
        updated,
        draft,
        ..
    } in &checked.site.pages
    {
        if !draft {
            days(as_of, planned, date.as_ref(), updated.as_ref(), findings);
        }
    }
    checked.each_document(findings, |checked, document, found| {
        // Where the item waits for it, its day is worth knowing all the same.
        let item = checked.site.item(document.year, document.item);
        let is_complete = item.is_some_and(|item| item.state.status == Status::Complete);
        let silent_until = if is_complete { planned } else { as_of };
        let Written {
            date,
            updated,
            draft,
            ..
        } = &*document.written;
        if !draft {
            days(as_of, silent_until, date.as_ref(), updated.as_ref(), found);
        }
    });
}

fn days(
    as_of: Date,
    silent_until: Date,
    date: Option<&Located<Date>>,
    updated: Option<&Located<Date>>,
    findings: &mut Diagnostics,
) {
    // Nobody plans further ahead than a year.
    let furthest = as_of.checked_add(1.year()).unwrap_or(as_of);
    for (day, is_update) in [(date, false), (updated, true)] {
        let first = if is_update { as_of } else { silent_until };
        let Some(day) = day.filter(|day| day.value > first) else {
            continue;
        };
        let date = day.value;
        let fault = OwedFault::FutureDay {
            date,
            is_slip: is_update || date > furthest,
        };
        findings.push(Diagnostic::new(fault, day.at.clone()));
    }
}
