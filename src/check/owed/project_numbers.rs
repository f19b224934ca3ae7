//! Numbers of projects in e-GP have eleven digits.
//!
//! Words are left alone: what was not bought there has no number, and a form without blank cells asks to say so. The
//! number itself is not quoted, because thirteen digits may be those of a person.

use super::{in_row, rows};
use crate::check::checked::Checked;
use crate::model::{Cell, DatasetKind};
use crate::problem::{Diagnostics, OwedFault};
use crate::thai::digits::value;

/// How many digits a number has: of the Comptroller General's own numbers, as portals that publish them say.
const DIGITS: usize = 11;

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    checked.each_counting(findings, |_, document, found| {
        for row in rows(document, DatasetKind::Procurement) {
            let Some(Cell::Text(text)) = row.get("egp_no") else {
                continue;
            };
            let digits = text
                .chars()
                .filter(|letter| value(*letter).is_some())
                .count();
            // As Excel shows a long number, `6.8129E+10`.
            let is_cut = text.trim().parse::<f64>().is_ok() && text.contains(['e', 'E']);
            let is_number = is_cut || !text.trim().chars().any(char::is_alphabetic);
            if digits > 0 && is_number && (is_cut || digits != DIGITS) {
                let fault = OwedFault::ProjectNumber { digits };
                found.push(in_row(fault, row, "egp_no"));
            }
        }
    });
}
