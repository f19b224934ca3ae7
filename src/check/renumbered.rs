//! Folders that stand at the numbers of an earlier list: the official list of their year came after they were made.
//!
//! Told first of the year, because every number of a component and of an item is wrong until they are moved.

use super::checked::Checked;
use crate::files::{SitePath, file_name};
use crate::model::{FiscalYear, ItemNumber, Year};
use crate::problem::{Diagnostic, Diagnostics, FrameworkFault};
use crate::rollover::mark::misplaced;

/// One folder that says it is of another subject may be the copy of a document.
const FEWEST: usize = 2;

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let years = checked.site.years.iter();
    let numbers: Vec<FiscalYear> = years.clone().map(Year::fiscal_year).collect();
    for year in years {
        let to = year.fiscal_year();
        let before = numbers.iter().copied().filter(|number| *number < to).max();
        let folders = misplaced(checked.files, &year.framework);
        let Some(from) = before.filter(|_| folders.len() >= FEWEST) else {
            continue;
        };
        let example = folders.iter().find_map(|folder| {
            let was = ItemNumber::parse(file_name(&folder.folder))?;
            Some((was, folder.number?))
        });
        let fault = FrameworkFault::Renumbered {
            from: from.number(),
            to: to.number(),
            folders: folders.len(),
            example,
        };
        let folder = SitePath::from(format!("content/{to}"));
        findings.push(Diagnostic::whole(fault, &folder));
    }
}
