//! What the rules ask of a main page can be shown there.
//!
//! While most of a year is still to be written, an item without a document is only one of many and the
//! summary says so; later it is a gap of the main page.

use super::is_unread;
use crate::assemble::duty::duties;
use crate::check::checked::Checked;
use crate::check::coverage;
use crate::files::SitePath;
use crate::problem::{Diagnostic, Diagnostics, OwedFault};
use crate::span::Span;

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let site = checked.site;
    let Some(year) = site.current.and_then(|current| site.year(current)) else {
        return;
    };
    let published = year.items.iter().filter(|i| i.state.status.is_published());
    let mostly_written = published.count() * 2 > year.items.len();
    for duty in duties(site, year) {
        let Some(item) = year.item(duty.item) else {
            continue;
        };
        let published = item.state.status.is_published();
        let owed = if published {
            !duty.is_fulfilled()
        } else {
            mostly_written && duty.documents.is_empty()
        };
        if owed && !is_unread(checked, year.fiscal_year(), item.number) {
            let fault = OwedFault::NotOnHomePage {
                duty: duty.name,
                item: item.number,
                published,
            };
            let at = if item.folder.is_some() || !item.state.documents.is_empty() {
                coverage::place(checked, item, |_| None)
            } else {
                Span::whole(&SitePath::from(format!("content/{}", year.fiscal_year())))
            };
            let finding = Diagnostic::new(fault, at);
            findings.push(finding.about(year.fiscal_year(), item.number));
        }
    }
}
