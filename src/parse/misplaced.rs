//! The item list of a year where nothing looks for it: at the top of the site, in an item's folder, under another name.
//!
//! In: a text. Out: whether it is a list, and the finding that says where it belongs. Read as a document, every one of
//! its keys would be unknown.

use crate::files::SitePath;
use crate::model::FiscalYear;
use crate::problem::{Diagnostic, FrameworkFault};

/// Whether a text is the item list of a year, whatever its name.
pub(super) fn is_framework(text: &str) -> bool {
    text.lines().any(|line| line.starts_with("[[indicator]]"))
}

/// An item list in the wrong place, with the year that it says it is of.
pub(super) fn misplaced(path: &SitePath, text: &str) -> Diagnostic {
    let says = |line: &str| {
        let value = line.strip_prefix("fiscal_year")?.trim_start();
        let value = value.strip_prefix('=')?.split('#').next()?;
        FiscalYear::new(value.trim().parse().ok()?)
    };
    let year = text.lines().find_map(says).map(FiscalYear::number);
    Diagnostic::whole(FrameworkFault::Misplaced { year }, path)
}
