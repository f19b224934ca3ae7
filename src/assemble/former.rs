//! Addresses that documents and files had before.
//!
//! In: a site whose documents and files have their addresses. Out: for each name in a `formerly` the address it
//! stood for and what stands there now, and what is wrong with the names. An address that was handed in is opened
//! months later, whatever the file is called by then.

use std::collections::HashSet;

use crate::files::ending;
use crate::model::{Document, DocumentId, EvidenceId, FormerAddress, FormerTarget, Site, address};
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
fn meant(site: &Site, id: DocumentId, document: &Document, name: &str) -> Option<FormerAddress> {
    let kind = ending(name).to_ascii_lowercase();
    let is_document = DOCUMENTS.contains(&&*kind);
    let is_file = !is_document && (1..=LONGEST_ENDING).contains(&kind.len());
    let (year, item) = (document.year, document.item);
    if is_file && kind.chars().all(|c| c.is_ascii_alphanumeric()) {
        let file = successor(site, document, name, &kind)?;
        let output = format!("{year}/{item}/{}", address::ascii_name(name));
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

/// The file of a document that took the place of another: of several of its kind the one with the nearest name,
/// else the first.
fn successor(site: &Site, document: &Document, name: &str, kind: &str) -> Option<EvidenceId> {
    let is_like = |id: &&EvidenceId| ending(&site.file(**id).name).eq_ignore_ascii_case(kind);
    let candidates: Vec<EvidenceId> = document.evidence.iter().filter(is_like).copied().collect();
    let names = candidates.iter().map(|id| &*site.file(*id).name);
    let near = nearest(name, names);
    let mut all = candidates.iter();
    let by_name = all.find(|id| Some(&*site.file(**id).name) == near.as_deref());
    by_name.or(candidates.first()).copied()
}
