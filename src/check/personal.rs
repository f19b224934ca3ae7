//! No text of the site and no file name holds personal data that nobody has the right to publish.
//!
//! Evidence is scanned where it is read. Texts are scanned as they were written, comments and drafts
//! included: the folder itself is often kept where others can see it.

use super::checked::Checked;
use crate::files::{SitePath, file_name, folder_of};
use crate::problem::{Diagnostic, Diagnostics, PersonalFault};
use crate::span::Span;
use crate::thai::personal::personal;

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let names = checked.files.entries.keys().chain(&checked.files.folders);
    for name in names.filter(|name| !name.starts_with("themes/")) {
        in_name(name, findings);
    }
}

/// The personal data in a text.
pub(super) fn of_text(path: &SitePath, text: &str) -> Diagnostics {
    let found = personal(text).into_iter().map(|(range, found)| {
        let problem = PersonalFault::Found(found);
        Diagnostic::new(problem, Span::new(path, range))
    });
    found.collect()
}

/// Looks at the name of a file or folder; the finding is about the folder around it.
fn in_name(path: &str, findings: &mut Diagnostics) {
    for (_, found) in personal(file_name(path)) {
        let problem = PersonalFault::InFileName(found);
        let at = Span::whole(&folder_of(path).into());
        findings.push(Diagnostic::new(problem, at));
    }
}
