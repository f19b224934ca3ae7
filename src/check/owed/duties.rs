//! What the rules ask of a main page can be shown there, once its item is published.
//!
//! An item without a document is said to be missing already, and gets no finding.

use super::is_unread;
use crate::assemble::duty::duties;
use crate::check::{Checked, coverage};
use crate::diagnostic::{Diagnostic, Diagnostics, OwedFault, Problem};

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let site = checked.site;
    let Some(year) = site.current.and_then(|current| site.year(current)) else {
        return;
    };
    for duty in duties(site, year) {
        let item = year.item(duty.item);
        let Some(item) = item.filter(|item| item.state.status.is_published()) else {
            continue;
        };
        if !duty.is_fulfilled() && !is_unread(checked, year.fiscal_year(), item.number) {
            let fault = OwedFault::NotOnHomePage {
                duty: duty.name,
                item: item.number,
            };
            let at = coverage::place(checked, item, |_| None);
            let finding = Diagnostic::new(Problem::Owed(fault), at);
            findings.push(finding.about(year.fiscal_year(), item.number));
        }
    }
}
