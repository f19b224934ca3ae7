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
    for year in &site.years {
        let items = year.asked().filter(|(_, _, asked, _)| asked.monthly);
        for (_, _, definition, item) in items {
            let mut known = months(site, item);
            if known.is_empty() || is_unread(checked, year.fiscal_year(), item.number) {
                continue;
            }
            known.extend(said_before(item));
            let lacking = owed(year, definition.rule, site.as_of)
                .map_or_else(Vec::new, |window| window.uncovered_by(known));
            if !lacking.is_empty() {
                let at = coverage::place(checked, item, |_| None);
                let problem = OwedFault::MonthsMissing(lacking);
                findings.push(Diagnostic::new(problem, at).about(year.fiscal_year(), item.number));
            }
        }
    }
}

/// The months that counting documents and their rows speak of.
fn months(site: &Site, item: &Item) -> Vec<Period> {
    let documents = || item.state.documents.iter().map(|id| site.document(*id));
    let stated = documents().filter_map(|document| document.period.as_ref());
    let stated = stated
        .map(|period| period.value.period)
        .filter(Period::is_within_a_month);
    let rows = documents().flat_map(|document| rows(document, DatasetKind::Procurement));
    let in_rows = rows.filter_map(|row| match row.get("month") {
        Some(Cell::Period(period)) => Some(*period),
        _ => None,
    });
    stated.chain(in_rows).collect()
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
