//! What documents accept with `allow`: left out of the findings.
//!
//! In: findings, and the site. Out: those that nobody accepts. An error in another file can be accepted
//! only by a document that counts and owns the file, because nobody else answers for it.

use std::collections::HashMap;

use crate::files::file_name;
use crate::model::{Allow, Document, DocumentId, Evidence, Site};
use crate::parse::reference::canonical;
use crate::problem::{Diagnostic, Diagnostics, ReferenceFault, Severity};

/// Leaves out what a document or free page accepts ([`Problem::may_be_allowed`](crate::problem::Problem::may_be_allowed)).
pub(super) fn without_allowed(findings: Diagnostics, site: &Site) -> Diagnostics {
    let here: HashMap<&str, &[Allow]> = allowing(site)
        .map(|(_, path, allow)| (path, allow))
        .collect();
    // Who accepts what in which file.
    let mut in_files: HashMap<(String, &str), Vec<FileAllowance<'_>>> = HashMap::new();
    for (file, entry) in for_files(site) {
        let accepted = in_files.entry((file, entry.allow.code.value.as_str()));
        accepted.or_default().push(entry);
    }
    let mut left = Diagnostics::new();
    for finding in findings {
        let code = finding.problem.code();
        let here = here.get(&*finding.at.path).copied().unwrap_or_default();
        let is_nobodys = here.is_empty() && in_files.is_empty();
        if is_nobodys || !finding.problem.may_be_allowed() {
            left.push(finding);
            continue;
        }
        let for_file = in_files.get(&(canonical(&finding.at.path), code));
        let for_file = for_file.map_or(&[][..], Vec::as_slice);
        let is_error = finding.problem.severity() == Severity::Error;
        let is_allowed = (here.iter())
            .any(|allow| allow.file.is_none() && allow.code.value == code)
            || for_file.iter().any(|entry| entry.is_owners || !is_error);
        if !is_allowed {
            left.extend(for_file.iter().map(FileAllowance::without_effect));
            left.push(finding);
        }
    }
    left
}

/// Who accepts something.
#[derive(Clone, Copy)]
enum AllowedBy<'a> {
    Document(DocumentId, &'a Document),
    /// A free page; the flag is whether it is published.
    Page(bool),
}

/// Every document and free page that accepts anything, with its path.
fn allowing(site: &Site) -> impl Iterator<Item = (AllowedBy<'_>, &str, &[Allow])> {
    let documents = site.documents.iter().enumerate();
    let documents = documents.map(|(at, document)| {
        let author = AllowedBy::Document(DocumentId(at), document);
        (author, &*document.path, document.allow.as_slice())
    });
    let pages = site.pages.iter();
    let pages = pages.map(|page| {
        let author = AllowedBy::Page(site.is_page_rendered(page));
        (author, &*page.path, page.allow.as_slice())
    });
    documents
        .chain(pages)
        .filter(|(_, _, allow)| !allow.is_empty())
}

/// Something accepted in a file that is named.
struct FileAllowance<'a> {
    allow: &'a Allow,
    author: AllowedBy<'a>,
    /// Whether its author counts and owns the file.
    is_owners: bool,
}

impl FileAllowance<'_> {
    /// Says that it changes nothing.
    fn without_effect(&self) -> Diagnostic {
        let named = self.allow.file.as_deref().map_or("", file_name);
        let file = named.to_owned();
        let at = self.allow.code.at.clone();
        let finding = Diagnostic::new(ReferenceFault::AllowWithoutEffect { file }, at);
        match self.author {
            AllowedBy::Document(_, document) => finding.about(document.year, document.item),
            AllowedBy::Page(_) => finding,
        }
    }
}

/// What is accepted in files, with the files as paths are looked up.
fn for_files(site: &Site) -> Vec<(String, FileAllowance<'_>)> {
    let mut found = Vec::new();
    let mut files: Option<HashMap<String, &Evidence>> = None;
    for (author, path, allow) in allowing(site) {
        for allow in allow {
            let Some(file) = allow.file.as_ref().map(|file| canonical(file)) else {
                continue;
            };
            let files = files.get_or_insert_with(|| {
                let files = site.evidence.iter();
                files.map(|file| (canonical(&file.path), file)).collect()
            });
            let owns = |file: &&Evidence| match author {
                AllowedBy::Document(id, document) => document.counts() && file.owners.contains(&id),
                AllowedBy::Page(is_published) => is_published && file.item.is_none(),
            };
            let is_owners = file == canonical(path) || files.get(&file).is_some_and(owns);
            let entry = FileAllowance {
                allow,
                author,
                is_owners,
            };
            found.push((file, entry));
        }
    }
    found
}
