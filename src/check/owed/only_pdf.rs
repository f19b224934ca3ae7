//! Tables of items that want them machine-readable too, published as PDF alone.
//!
//! Whatever may be the table's other form keeps this silent: a spreadsheet of any name, an archive, a dataset, a link.

use std::collections::HashSet;

use crate::check::checked::Checked;
use crate::files::{ending, stem};
use crate::model::{Dataset, Document, Evidence, Site};
use crate::problem::{Diagnostic, Diagnostics, OwedFault};
use crate::span::Span;

/// Endings of files that programs read as tables, and of archives, which may hold some.
const TABLES: [&str; 14] = [
    "xlsx", "xlsm", "xlsb", "xls", "csv", "tsv", "ods", "json", "xml", "txt", "zip", "rar", "7z",
    "gz",
];

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let site = checked.site;
    checked.each_item(findings, |asked, found| {
        if !asked.definition.machine_readable {
            return;
        }
        let here = Some(asked.place());
        let evidence = site.evidence.iter().filter(|file| file.item == here);
        let tables = evidence.filter(|file| is_table(file));
        // Files of one name are one thing in two forms, whichever document has them.
        let twins: HashSet<&str> = tables.map(|file| stem(&file.name)).collect();
        for document in site.counting(asked.item) {
            let pdf = pdf_alone(site, document);
            if let Some(pdf) = pdf.filter(|pdf| !twins.contains(stem(&pdf.name))) {
                let name = pdf.name.clone();
                let fault = OwedFault::OnlyPdf { name };
                found.push(Diagnostic::new(fault, place(document)));
            }
        }
    });
}

/// The first PDF of a document that has its tables in no other form.
fn pdf_alone<'a>(site: &'a Site, document: &Document) -> Option<&'a Evidence> {
    let says_more = !document.tables.is_empty()
        || !document.links.is_empty()
        || document.all_none().next().is_some()
        || document.datasets.iter().any(Dataset::has_contents);
    let mut files = document.evidence.iter().map(|id| site.file(*id));
    if says_more || files.clone().any(is_table) {
        return None;
    }
    files.find(|file| is_pdf(&file.name))
}

/// Where its first PDF is named, or its beginning.
fn place(document: &Document) -> Span {
    let mut files = document.files.iter();
    let named = files.find(|file| is_pdf(&file.path.value));
    named.map_or_else(|| Span::whole(&document.path), |file| file.path.at.clone())
}

fn is_pdf(name: &str) -> bool {
    ending(name).eq_ignore_ascii_case("pdf")
}

fn is_table(file: &Evidence) -> bool {
    TABLES.contains(&&*ending(&file.name).to_lowercase())
}
