//! Tables that lack what the form of an item is said to ask for, though not surely enough to require it.
//!
//! Only where a table of that kind is filled in: of what stands in a file nothing is known.

use crate::assemble::shown::{gaps, shows};
use crate::check::checked::Checked;
use crate::model::{Dataset, Item, ShownBy, Site};
use crate::problem::{Diagnostic, Diagnostics, OwedFault};

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let site = checked.site;
    for year in &site.years {
        for (_, _, definition, item) in year.asked() {
            for advised in &definition.advice {
                let Some(shown_by) = &advised.shown_by else {
                    continue;
                };
                let tables = || tables(site, item, shown_by);
                if tables().any(|table| shows(table, shown_by)) {
                    continue;
                }
                let Some(table) = tables().next() else {
                    continue;
                };
                let gaps = gaps(table, shown_by);
                let mut columns: Vec<String> = Vec::new();
                for column in gaps.into_iter().flat_map(|gap| gap.columns) {
                    if !columns.contains(&column) {
                        columns.push(column);
                    }
                }
                let fault = OwedFault::Advised {
                    text: advised.text.clone(),
                    kind: table.kind,
                    columns,
                };
                let finding = Diagnostic::new(fault, table.at.clone());
                findings.push(finding.about(year.fiscal_year(), item.number));
            }
        }
    }
}

/// The tables of a kind in the documents of an item that count.
fn tables<'a>(
    site: &'a Site,
    item: &'a Item,
    shown_by: &'a ShownBy,
) -> impl Iterator<Item = &'a Dataset> {
    let documents = item.documents.iter().map(|id| site.document(*id));
    let counting = documents.filter(|document| document.counts());
    let tables = counting.flat_map(|document| &document.datasets);
    tables.filter(|table| table.kind == shown_by.dataset && !table.rows.is_empty())
}
