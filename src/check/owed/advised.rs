//! Tables that lack what the form of an item is said to ask for, though not surely enough to require it.
//!
//! Only where a table of that kind is filled in: of what stands in a file nothing is known.

use crate::assemble::shown::{gaps, shows};
use crate::check::checked::Checked;
use crate::model::{Dataset, Item, ShownBy, Site};
use crate::problem::{Diagnostic, Diagnostics, OwedFault};

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    checked.each_item(findings, |asked, found| {
        for advised in &asked.definition.advice {
            let Some(shown_by) = &advised.shown_by else {
                continue;
            };
            let tables = || tables(checked.site, asked.item, shown_by);
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
            found.push(Diagnostic::new(fault, table.at.clone()));
        }
    });
}

/// The tables of a kind in the documents of an item that count.
fn tables<'a>(
    site: &'a Site,
    item: &'a Item,
    shown_by: &'a ShownBy,
) -> impl Iterator<Item = &'a Dataset> {
    let tables = site.counting(item).flat_map(|document| &document.datasets);
    tables.filter(|table| table.kind == shown_by.dataset && !table.rows.is_empty())
}
