//! What documents accept with `allow`: left out of the findings.
//!
//! In: findings, and the site. Out: those that nobody accepts. An error in another file can be accepted
//! only by a document that counts and owns the file, because nobody else answers for it.

use std::cell::LazyCell;
use std::collections::HashMap;

use crate::files::file_name;
use crate::model::{Allow, DocumentId, Evidence, FiscalYear, ItemNumber, Site};
use crate::parse::reference::canonical;
use crate::problem::{Diagnostic, Diagnostics, ReferenceFault, Severity};

/// Leaves out what a document or free page accepts ([`Problem::may_be_allowed`](crate::problem::Problem::may_be_allowed)).
pub fn without_allowed(findings: Diagnostics, site: &Site) -> Diagnostics {
    let accepted = accepted(site);
    if accepted.is_empty() {
        return findings;
    }
    let mut left = Diagnostics::new();
    for finding in findings {
        let place = (canonical(&finding.at.path), finding.problem.code());
        let accepted = accepted.get(&place).map_or(&[][..], Vec::as_slice);
        let is_error = finding.problem.severity() == Severity::Error;
        let may_be = finding.problem.may_be_allowed();
        if !may_be {
            left.push(finding);
        } else if !accepted.iter().any(|one| one.is_owners || !is_error) {
            left.extend(accepted.iter().map(Allowance::without_effect));
            left.push(finding);
        }
    }
    left
}

/// Something accepted in a file.
struct Allowance<'a> {
    allow: &'a Allow,
    /// The item of the document that accepts it; `None` for a free page.
    item: Option<(FiscalYear, ItemNumber)>,
    /// Whether its author counts and owns the file.
    is_owners: bool,
}

impl Allowance<'_> {
    /// Says that it changes nothing.
    fn without_effect(&self) -> Diagnostic {
        let named = self.allow.file.as_ref();
        let named = named.map_or("", |file| file_name(&file.value));
        let file = named.to_owned();
        let at = self.allow.code.at.clone();
        Diagnostic {
            item: self.item,
            ..Diagnostic::new(ReferenceFault::AllowWithoutEffect { file }, at)
        }
    }
}

/// By the path of a file as paths are looked up, and the code that is accepted in it.
type Accepted<'a> = HashMap<(String, &'a str), Vec<Allowance<'a>>>;

/// What documents and free pages accept.
fn accepted(site: &Site) -> Accepted<'_> {
    let files = LazyCell::new(|| {
        let files = site.evidence.iter();
        let files = files.map(|file| (canonical(&file.path), file));
        files.collect::<HashMap<String, &Evidence>>()
    });
    let documents = site.documents.iter().enumerate().map(|(at, document)| {
        let author = Some(DocumentId(at));
        (author, document.counts(), &document.path, &document.allow)
    });
    let pages = site.pages.iter().map(|page| {
        let is_published = site.is_page_rendered(page);
        (None, is_published, &page.path, &page.allow)
    });
    let mut accepted = Accepted::new();
    for (author, is_published, path, allow) in documents.chain(pages) {
        for allow in allow {
            let own = canonical(path);
            let file = allow.file.as_ref();
            let file = file.map_or_else(|| own.clone(), |file| canonical(&file.value));
            let owns = |file: &&Evidence| match author {
                Some(id) => file.owners.contains(&id),
                None => file.item.is_none(),
            };
            let entry = Allowance {
                allow,
                item: author.map(|id| (site.document(id).year, site.document(id).item)),
                is_owners: file == own || is_published && files.get(&file).is_some_and(owns),
            };
            let place = (file, allow.code.value.as_str());
            accepted.entry(place).or_default().push(entry);
        }
    }
    accepted
}
