//! Evidence files: those that documents name are there, and those that are there are named.

use std::collections::HashSet;

use super::Checked;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::parse::pieces::nearest_path;
use crate::parse::reference::canonical;
use crate::source::{Span, file_name};

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let known: HashSet<_> = checked
        .site
        .evidence
        .iter()
        .map(|file| canonical(&file.path))
        .collect();
    for document in &checked.site.documents {
        for (path, at) in document.named_files() {
            if known.contains(&canonical(path)) {
                continue;
            }
            let problem = Problem::FileNotFound {
                path: file_name(path).to_owned(),
                near: nearest_path(path, checked.site.evidence.iter().map(|file| &file.path)),
            };
            let finding = Diagnostic::new(problem, at.clone());
            findings.push(finding.about(document.year, document.item));
        }
    }
    for year in &checked.site.years {
        for item in &year.items {
            for id in &item.state.unowned {
                let at = Span::whole(&checked.site.file(*id).path);
                let finding = Diagnostic::new(Problem::UnownedFile, at);
                findings.push(finding.about(year.fiscal_year(), item.number));
            }
        }
    }
}
