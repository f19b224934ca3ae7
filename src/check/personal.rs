//! No text of the site and no file name holds personal data that nobody has the right to publish.
//!
//! Evidence is scanned where it is read. Texts are scanned as they were written, comments and drafts
//! included: the folder itself is often kept where others can see it.

use rayon::prelude::*;

use super::Checked;
use crate::diagnostic::{Diagnostic, Diagnostics, PersonalFault, Problem};
use crate::parse::personal::personal;
use crate::source::{Entry, SitePath, Span, file_name, folder_of};

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let files: Vec<(&SitePath, &Entry)> = (checked.files.entries.iter())
        .filter(|(path, _)| !path.starts_with("themes/"))
        .collect();
    let found: Vec<Diagnostics> = files
        .into_par_iter()
        .map(|(path, entry)| in_file(path, entry))
        .collect();
    for folder in &checked.files.folders {
        if !folder.starts_with("themes/") {
            in_name(folder, findings);
        }
    }
    findings.extend(checked.about_items(found.into_iter().flatten()));
}

fn in_file(path: &SitePath, entry: &Entry) -> Diagnostics {
    let mut findings = Diagnostics::new();
    in_name(path, &mut findings);
    if let Entry::Text(text) = entry {
        for (range, found) in personal(text) {
            let problem = Problem::Personal(PersonalFault::Found(found));
            findings.push(Diagnostic::new(problem, Span::new(path, range)));
        }
    }
    findings
}

/// Looks at the name of a file or folder; the finding is about the folder around it.
fn in_name(path: &str, findings: &mut Diagnostics) {
    for (_, found) in personal(file_name(path)) {
        let problem = Problem::Personal(PersonalFault::InFileName(found));
        let at = Span::whole(&folder_of(path).into());
        findings.push(Diagnostic::new(problem, at));
    }
}
