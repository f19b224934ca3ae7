//! Items that ask for every month: which months have neither a document nor a row.
//!
//! Only where an item speaks of single months at all; of one that gives its period as a whole, the
//! rule of the period says what is lacking.

use jiff::ToSpan;

use super::{is_unread, rows};
use crate::check::checked::Checked;
use crate::check::coverage;
use crate::model::{Cell, DatasetKind, Date, Item, Period, Reason, Rule, Site, Year};
use crate::problem::{Diagnostic, Diagnostics, OwedFault};

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let site = checked.site;
    checked.each_item(findings, |asked, found| {
        let timings = asked.definition.timings();
        for (component, timing) in timings.filter(|(_, timing)| timing.monthly) {
            let mut known = months(site, asked.item, component);
            if known.is_empty() || is_unread(checked, asked.place()) {
                continue;
            }
            known.extend(said_before(asked.item));
            let lacking = owed(asked.year, timing.rule, site.as_of)
                .map_or_else(Vec::new, |window| window.uncovered_by(known));
            if !lacking.is_empty() {
                let at = coverage::place(checked, asked.item, |_| None);
                found.push(Diagnostic::new(OwedFault::MonthsMissing(lacking), at));
            }
        }
    });
}

/// The months that counting documents and their rows speak of, also to say that there was nothing.
fn months(site: &Site, item: &Item, component: Option<usize>) -> Vec<Period> {
    let documents = item.state.documents_of(component);
    let documents = || documents.iter().map(|id| site.document(*id));
    let stated = documents().filter_map(|document| document.stated_period());
    let stated = stated.filter(Period::is_within_a_month);
    let rows = documents().flat_map(|document| rows(document, DatasetKind::Procurement));
    let in_rows = rows.filter_map(|row| match row.get("month") {
        Some(Cell::Period(period)) => Some(*period),
        _ => None,
    });
    let none = documents().flat_map(|document| &document.datasets);
    let none = none.flat_map(|dataset| &dataset.none);
    let none = none.filter_map(|stated| stated.period);
    stated.chain(in_rows).chain(none).collect()
}

/// What the finding on the item's period says to be lacking is not said twice.
fn said_before(item: &Item) -> Vec<Period> {
    let gaps = item.state.reasons.iter().filter_map(|reason| match reason {
        Reason::PeriodNotCovered { gaps, .. } => Some(gaps),
        _ => None,
    });
    gaps.flatten().copied().collect()
}

/// The months that the rule asks for and that have ended. A year whose rules are not recorded asks
/// for none.
fn owed(year: &Year, rule: Rule, as_of: Date) -> Option<Period> {
    let asked = rule.window(year.fiscal_year())?;
    let last_ended = as_of.first_of_month().saturating_sub(1.day());
    let last = asked.last.min(last_ended);
    (last > asked.first).then_some(Period::new(asked.first, last))
}
