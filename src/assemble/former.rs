//! Addresses that documents and files had before.
//!
//! In: a site whose documents and files have their addresses. Out: for each name in a `formerly` the address it
//! stood for and what stands there now, and what is wrong with the names. An address that was handed in is opened
//! months later, whatever the file is called by then.

use std::collections::HashSet;

use crate::files::{ending, file_name};
use crate::model::{
    Document, DocumentId, EvidenceId, FormerAddress, FormerTarget, ItemNumber, Site, address,
};
use crate::parse::reference::nfc;
use crate::problem::{Diagnostic, Diagnostics, ReferenceFault};
use crate::thai::nearest::nearest;

/// Endings of documents, which addresses leave out.
const DOCUMENTS: [&str; 2] = ["md", "toml"];

/// A file's ending is no longer; what stands behind a later dot of a document's name mostly is.
const LONGEST_ENDING: usize = 5;

/// The former addresses of all documents, in their order.
pub(super) fn former(site: &Site) -> (Vec<FormerAddress>, Diagnostics) {
    let named = || {
        site.documents
            .iter()
            .enumerate()
            .filter(|(_, document)| !document.formerly.is_empty())
    };
    let mut findings = Diagnostics::new();
    let mut former = Vec::new();
    if named().next().is_none() {
        return (former, findings);
    }
    let documents = site
        .documents
        .iter()
        .filter(|document| site.is_rendered(document));
    let mut taken: HashSet<String> = documents.map(|document| document.address.clone()).collect();
    taken.extend(site.evidence.iter().map(|file| file.address.clone()));
    for year in &site.years {
        let items = year.items.iter();
        taken.extend(items.map(|item| address::item(year.fiscal_year(), item.number)));
    }
    for (at, document) in named() {
        for name in &document.formerly {
            let meant = meant(site, DocumentId(at), document, name.value.trim());
            let fault = match meant {
                Some(found) if taken.insert(found.address.clone()) => {
                    former.push(found);
                    continue;
                }
                Some(_) => ReferenceFault::FormerlyTaken {
                    name: name.value.clone(),
                },
                None => ReferenceFault::FormerlyWithoutFile {
                    name: name.value.clone(),
                },
            };
            findings.push(Diagnostic::new(fault, name.at.clone()));
        }
    }
    (former, findings)
}

/// What a name stood for, and what stands there now; `None` for a file of which the document has none like it.
///
/// `o12/plan.pdf` is a name of the same year's item 12, where the document stood before the list was numbered anew;
/// `o12/` is the page of that item.
fn meant(site: &Site, id: DocumentId, document: &Document, name: &str) -> Option<FormerAddress> {
    let year = document.year;
    let elsewhere = name.split_once('/');
    let elsewhere = elsewhere.and_then(|(item, rest)| Some((ItemNumber::parse(item)?, rest)));
    let (item, name) = elsewhere.unwrap_or((document.item, name));
    if name.is_empty() {
        return Some(FormerAddress {
            address: address::item(year, item),
            now: FormerTarget::Document(id),
        });
    }
    let kind = ending(name).to_ascii_lowercase();
    let is_document = DOCUMENTS.contains(&&*kind);
    let is_file = !is_document && (1..=LONGEST_ENDING).contains(&kind.len());
    if is_file && kind.chars().all(|c| c.is_ascii_alphanumeric()) {
        let file = successor(site, document, name, &kind)?;
        let output = address::file_output(year, item, name);
        return Some(FormerAddress {
            address: address::of_output(&output),
            now: FormerTarget::File(file),
        });
    }
    let slug = if is_document {
        &name[..name.len() - kind.len() - 1]
    } else {
        name
    };
    Some(FormerAddress {
        address: address::document(year, item, slug),
        now: FormerTarget::Document(id),
    })
}

/// The file of a document that took the place of another: one that only lies elsewhere now, else of several of its
/// kind the one with the nearest name, else the first.
fn successor(site: &Site, document: &Document, name: &str, kind: &str) -> Option<EvidenceId> {
    let is_like = |id: &&EvidenceId| ending(&site.file(**id).name).eq_ignore_ascii_case(kind);
    let candidates: Vec<EvidenceId> = document.evidence.iter().filter(is_like).copied().collect();
    let (path, own) = (nfc(name), nfc(file_name(name)));
    let lies_elsewhere = |id: &&EvidenceId| site.file(**id).path.ends_with(&*format!("/{path}"));
    let has_its_name = |id: &&EvidenceId| site.file(**id).name == own;
    let exact = candidates.iter().find(lies_elsewhere);
    if let Some(id) = exact.or_else(|| candidates.iter().find(has_its_name)) {
        return Some(*id);
    }
    let names = candidates.iter().map(|id| &*site.file(*id).name);
    let near = nearest(file_name(name), names);
    let mut all = candidates.iter();
    let by_name = all.find(|id| Some(&*site.file(**id).name) == near.as_deref());
    by_name.or(candidates.first()).copied()
}
