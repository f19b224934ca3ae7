//! The days on which answers were handed in: a day that no page shows, or that can only be a slip.

use crate::check::checked::Checked;
use crate::model::{Date, FiscalYear, Site};
use crate::problem::{Diagnostic, Diagnostics, SettingsFault};

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let site = checked.site;
    for day in &site.config.submitted {
        let fault = fault(site, day.value);
        findings.extend(fault.map(|fault| Diagnostic::new(fault, day.at.clone())));
    }
}

fn fault(site: &Site, day: Date) -> Option<SettingsFault> {
    if day > site.as_of {
        return Some(SettingsFault::SubmittedToCome { day });
    }
    let year = FiscalYear::of(day);
    if site.year(year).is_none() {
        let years = site.years.iter().map(|year| year.fiscal_year().number());
        return Some(SettingsFault::SubmittedOutside {
            day,
            year: year.number(),
            years: years.collect(),
        });
    }
    let published = site
        .documents
        .iter()
        .filter(|document| document.year == year && document.counts());
    let first = published
        .filter_map(|document| Some(document.date.as_ref()?.value))
        .min()?;
    (first > day).then_some(SettingsFault::SubmittedBefore { day, first })
}
