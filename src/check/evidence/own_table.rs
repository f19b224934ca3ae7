//! Files that are published where the program would put a table that it makes of rows: downloaded, changed and put into
//! the folder, such a file grows old while the rows go on.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::check::checked::Checked;
use crate::model::{DatasetKind, Document, Evidence, address};
use crate::parse::reference::canonical;
use crate::problem::{Diagnostic, Diagnostics, EvidenceFault};

/// What a dataset and an official form are published as.
const OF_DATA: [&str; 2] = ["csv", "json"];
const OF_FORM: [&str; 2] = ["xlsx", "csv"];

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let site = checked.site;
    let rows = site.documents.iter().flat_map(|document| &document.rows);
    // A file that rows are read from is no copy of them.
    let sources: HashSet<String> = rows.map(|rows| canonical(&rows.path.value)).collect();
    let files = site.evidence.iter().filter(|file| site.is_published(file));
    let files = files.filter(|file| !sources.contains(&canonical(&file.path)));
    let files: HashMap<String, &Evidence> = files
        .map(|file| (file.address.to_lowercase(), file))
        .collect();
    if files.is_empty() {
        return;
    }
    checked.each_item(findings, |asked, found| {
        let form = asked.definition.form.as_deref();
        let item = address::item(asked.year.fiscal_year(), asked.item.number);
        let documents = asked.item.documents.iter().map(|id| site.document(*id));
        let mut made = BTreeSet::new();
        for document in documents.filter(|document| site.is_rendered(document)) {
            for kind in kinds(document) {
                let name = format!("data-{}", kind.name());
                made.extend(OF_DATA.map(|end| address::beside(&document.address, &name, end)));
                if let Some(form) = form.filter(|form| form.dataset == kind) {
                    for page in [&document.address, &item] {
                        made.extend(OF_FORM.map(|end| address::beside(page, &form.name, end)));
                    }
                }
            }
        }
        let own = made
            .iter()
            .filter_map(|address| files.get(&address.to_lowercase()));
        found.extend(own.map(|file| Diagnostic::whole(EvidenceFault::OwnTable, &file.path)));
    });
}

/// Of what a document has rows.
fn kinds(document: &Document) -> impl Iterator<Item = DatasetKind> {
    let datasets = document.datasets.iter();
    let filled = datasets.filter(|dataset| dataset.has_contents() && !dataset.rows.is_empty());
    filled.map(|dataset| dataset.kind)
}
