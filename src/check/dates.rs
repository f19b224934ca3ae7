//! Days of documents that are still to come: the document is not shown until then, or its year is a slip.

use jiff::ToSpan;

use super::checked::Checked;
use crate::model::{Date, Page, Written};
use crate::problem::{Diagnostic, Diagnostics, OwedFault};
use crate::span::Located;

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let as_of = checked.site.as_of;
    for Page {
        date,
        updated,
        draft,
        ..
    } in &checked.site.pages
    {
        if !draft {
            days(as_of, date.as_ref(), updated.as_ref(), findings);
        }
    }
    checked.each_document(findings, |_, document, found| {
        let Written {
            date,
            updated,
            draft,
            ..
        } = &*document.written;
        if !draft {
            days(as_of, date.as_ref(), updated.as_ref(), found);
        }
    });
}

fn days(
    as_of: Date,
    date: Option<&Located<Date>>,
    updated: Option<&Located<Date>>,
    findings: &mut Diagnostics,
) {
    // Nobody plans further ahead than a year.
    let furthest = as_of.checked_add(1.year()).unwrap_or(as_of);
    for (day, is_update) in [(date, false), (updated, true)] {
        let Some(day) = day.filter(|day| day.value > as_of) else {
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
