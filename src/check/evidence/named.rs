//! Evidence files: those that documents name are there, and those that are there are named.

use std::collections::{HashMap, HashSet};

use crate::check::Checked;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::parse::nearest::nearest;
use crate::parse::reference::canonical;
use crate::source::{Span, file_name, folder_of};

/// For so many missing files a name is suggested.
const MOST_SUGGESTIONS: usize = 300;

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let mut known: HashSet<String> = HashSet::new();
    let mut in_folder: HashMap<String, Vec<&str>> = HashMap::new();
    for file in &checked.site.evidence {
        let path = canonical(&file.path);
        let names = in_folder.entry(folder_of(&path).to_owned()).or_default();
        names.push(file_name(&file.path));
        known.insert(path);
    }
    let mut suggestions = 0;
    for document in &checked.site.documents {
        for (path, at) in document.named_files() {
            let path = canonical(path);
            if known.contains(&path) {
                continue;
            }
            suggestions += 1;
            let names = in_folder
                .get(folder_of(&path))
                .filter(|_| suggestions < MOST_SUGGESTIONS);
            let problem = Problem::FileNotFound {
                path: file_name(&path).to_owned(),
                near: names.and_then(|names| nearest(file_name(&path), names.iter().copied())),
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
