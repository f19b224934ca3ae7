//! Rows that say the same: what was copied and not changed, or stands in the report of the month and in that of the
//! half-year too, is counted twice.

use std::collections::HashMap;

use super::{is_unread, rows};
use crate::check::checked::Checked;
use crate::model::{Cell, DatasetKind, Document, Row};
use crate::problem::{Diagnostic, Diagnostics, OwedFault};
use crate::thai::digits::value;

/// Numbers that one purchase has and no other.
const NUMBERS: [&str; 2] = ["egp_no", "contract_no"];

/// What two purchases that were not told apart by a number may not differ in.
const TOLD_APART_BY: [&str; 7] = [
    "budget",
    "contract_date",
    "contract_no",
    "egp_no",
    "month",
    "reference_price",
    "winner",
];

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    checked.each_item(findings, |asked, found| {
        // A table that is too large is that, and not a thousand rows too many.
        if is_unread(checked, asked.place()) {
            return;
        }
        let documents = asked.item.documents.iter();
        let documents = documents.map(|id| checked.site.document(*id));
        let documents: Vec<&Document> = documents.filter(|one| one.counts()).collect();
        // The tables of an item are one: its form has the rows of all its documents.
        let bought = documents.iter();
        let bought = bought.flat_map(|document| rows(document, DatasetKind::Procurement));
        told(bought, is_one_purchase, found);
        for document in documents {
            told(rows(document, DatasetKind::Statistics), is_one_count, found);
            for kind in [DatasetKind::Projects, DatasetKind::Executives] {
                let is_same = |one: &Row, other: &Row| is_copy(one, other).then_some(true);
                told(rows(document, kind), is_same, found);
            }
        }
    });
}

/// Tells of each row that an earlier one is the same, and whether that is certain. Rows that share their first column
/// are compared, not all with all: a year may have thousands.
fn told<'a>(
    rows: impl Iterator<Item = &'a Row>,
    is_same: impl Fn(&Row, &Row) -> Option<bool>,
    findings: &mut Diagnostics,
) {
    let mut groups: HashMap<String, Vec<&Row>> = HashMap::new();
    for row in rows {
        let Some((_, first)) = row.cells.first() else {
            continue;
        };
        let group = groups.entry(key(&first.value)).or_default();
        let mut earlier = group.iter().take(MOST_COMPARED);
        match earlier.find_map(|other| Some((*other, is_same(other, row)?))) {
            Some((other, is_sure)) => {
                let fault = OwedFault::SameRow {
                    number: other.number,
                    file: (other.at.path != row.at.path).then(|| other.at.path.to_string()),
                    is_sure,
                };
                findings.push(Diagnostic::new(fault, row.at.clone()));
            }
            None => group.push(row),
        }
    }
}

/// So many rows of one name are compared with each other.
const MOST_COMPARED: usize = 50;

/// A text without what copies differ in.
fn key(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.split_whitespace().collect(),
        other => format!("{other:?}"),
    }
}

/// Whether two rows are of one purchase: what both say is the same, the price among it. It is certain where they share
/// a number.
fn is_one_purchase(one: &Row, other: &Row) -> Option<bool> {
    let both = |column: &str| Some((one.get(column)?, other.get(column)?));
    let is_equal = |column: &str| both(column).is_some_and(|(one, other)| key(one) == key(other));
    let differs = |column: &&str| both(column).is_some_and(|(one, other)| key(one) != key(other));
    let is_priced = is_equal("price") || both("price").is_none() && is_equal("budget");
    let has_number = NUMBERS
        .iter()
        .any(|column| is_equal(column) && one.get(column).is_some_and(is_number));
    let is_same = is_priced && !TOLD_APART_BY.iter().any(differs);
    (is_same && (has_number || is_equal("month"))).then_some(has_number)
}

fn is_number(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if text.chars().any(|letter| value(letter).is_some()))
}

/// Whether two rows count the same thing in the same time.
fn is_one_count(one: &Row, other: &Row) -> Option<bool> {
    let mut counters = one.cells.iter().skip(1);
    counters
        .any(|(counter, _)| other.get(counter).is_some())
        .then_some(true)
}

/// Whether all that two rows say is the same, and is more than a name.
fn is_copy(one: &Row, other: &Row) -> bool {
    let cells = |row: &Row| -> Vec<(String, String)> {
        let cells = row.cells.iter();
        let filled = cells.filter(|(name, _)| row.has(name));
        filled
            .map(|(name, cell)| (name.clone(), key(&cell.value)))
            .collect()
    };
    let all = cells(one);
    all.len() > 1 && all == cells(other)
}
