//! Tables that their page has no room for: the file is published, and its rows are not shown.

use super::checked::Checked;
use crate::model::{Document, Extent};
use crate::problem::{Diagnostic, Diagnostics, SheetFault};

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    checked.each_document(findings, check_document);
}

fn check_document(_: &Checked<'_>, document: &Document, findings: &mut Diagnostics) {
    for ((table, sheet), (_, shown)) in document.tables().zip(document.shown_tables()) {
        if let (Some(sheet), None) = (sheet, shown) {
            let extent = Extent {
                rows: 0,
                ..sheet.extent
            };
            let at = table.path.at.clone();
            findings.push(Diagnostic::new(SheetFault::TableCut { extent }, at));
        }
    }
}
