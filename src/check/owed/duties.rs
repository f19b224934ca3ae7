//! What the rules ask of a main page can be shown there.
//!
//! While most of a year is still to be written, an item without a document is only one of many and the
//! summary says so; later it is a gap of the main page.

use super::is_unread;
use crate::assemble::duty::{DutyOfYear, duties, newest_duties};
use crate::check::checked::Checked;
use crate::check::coverage;
use crate::files::SitePath;
use crate::model::{Item, Year};
use crate::problem::{Diagnostic, Diagnostics, OwedFault};
use crate::span::Span;

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let site = checked.site;
    let Some(year) = site.current.and_then(|current| site.year(current)) else {
        return;
    };
    let published = year.items.iter().filter(|i| i.state.status.is_published());
    let mostly_written = published.count() * 2 > year.items.len();
    let elsewhere = newest_duties(site).into_iter();
    let elsewhere = elsewhere.filter(|duty| duty.year != year.fiscal_year());
    let elsewhere: Vec<DutyOfYear<'_>> = elsewhere.collect();
    for duty in duties(site, year) {
        let Some(item) = year.item(duty.item) else {
            continue;
        };
        if let Some(older) = elsewhere.iter().find(|older| older.name == duty.name) {
            let fault = OwedFault::DutyFromEarlierYear {
                duty: duty.name,
                item: item.number,
                year: older.year.number(),
            };
            findings.push(at_item(checked, year, item, fault));
            continue;
        }
        let published = item.state.status.is_published();
        let owed = if published {
            !duty.is_fulfilled()
        } else {
            mostly_written && duty.documents.is_empty()
        };
        if owed && !is_unread(checked, (year.fiscal_year(), item.number)) {
            let fault = OwedFault::NotOnHomePage {
                duty: duty.name,
                item: item.number,
                published,
            };
            findings.push(at_item(checked, year, item, fault));
        }
    }
}

fn at_item(checked: &Checked<'_>, year: &Year, item: &Item, fault: OwedFault) -> Diagnostic {
    let at = if item.folder.is_some() || !item.state.documents.is_empty() {
        coverage::place(checked, item, |_| None)
    } else {
        Span::whole(&SitePath::from(format!("content/{}", year.fiscal_year())))
    };
    Diagnostic::new(fault, at).about(year.fiscal_year(), item.number)
}
