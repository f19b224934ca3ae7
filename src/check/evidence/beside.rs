//! Files that lie beside a document whose `files` names others: they go out with it, and a clerk's folder holds drafts.

use std::collections::HashSet;

use crate::assemble::links::From;
use crate::check::checked::Checked;
use crate::model::{Document, Evidence, Target, is_picture};
use crate::parse::reference::canonical;
use crate::problem::{CoverageFault, Diagnostic, Diagnostics};

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    checked.each_document(findings, of_document);
}

fn of_document(checked: &Checked<'_>, document: &Document, findings: &mut Diagnostics) {
    let Some(first) = document.files.first().filter(|_| document.counts()) else {
        return;
    };
    let named = document.named_files().map(|(path, _)| canonical(path));
    let named: HashSet<String> = named.collect();
    let is_unnamed =
        |file: &&Evidence| !named.contains(&canonical(&file.path)) && !is_picture(&file.name);
    let mut beside: Vec<&Evidence> = files_of(checked, document).filter(is_unnamed).collect();
    // Where a file that is named is not there, another may be the one that is meant.
    let own: HashSet<String> = files_of(checked, document)
        .map(|file| canonical(&file.path))
        .collect();
    if beside.is_empty() || !named.is_subset(&own) {
        return;
    }
    let from = From::document(document);
    let linked =
        document
            .all_links()
            .filter_map(|link| match checked.links.follow(from, &link.href)? {
                Target::Inside(address) => Some(address),
                Target::Outside(_) => None,
            });
    let linked: HashSet<String> = linked.collect();
    beside.retain(|file| {
        !linked
            .iter()
            .any(|address| address.ends_with(&*file.address))
    });
    if !beside.is_empty() {
        let told = beside.iter().map(|file| file.name.clone()).collect();
        let fault = CoverageFault::FilesBeside { names: told };
        findings.push(Diagnostic::new(fault, first.path.at.clone()));
    }
}

/// The files that go out with a document.
fn files_of<'a>(
    checked: &'a Checked<'_>,
    document: &'a Document,
) -> impl Iterator<Item = &'a Evidence> {
    document.evidence.iter().map(|id| checked.site.file(*id))
}
