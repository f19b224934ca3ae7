//! Every link in a body, a dataset or an evidence list leads somewhere.

use super::checked::Checked;
use crate::assemble::links::From;
use crate::model::{Document, Link, address};
use crate::problem::{Diagnostic, Diagnostics, Problem, ReferenceFault};

/// For so many broken links of documents a name is suggested; who has more has another problem than
/// spelling.
const MOST_SUGGESTIONS: usize = 300;

fn of_document(checked: &Checked<'_>, document: &Document, findings: &mut Diagnostics) {
    let from = From::document(document);
    let shown = checked.site.is_rendered(document);
    links(checked, from, shown, document.all_links(), findings);
}

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let site = checked.site;
    for page in &site.pages {
        let address = address::page(&page.slug);
        let from = From::page(page, &address);
        let shown = site.is_page_rendered(page);
        let mut found = Diagnostics::new();
        links(checked, from, shown, page.body.links.iter(), &mut found);
        for finding in &mut found {
            if let Problem::Reference(ReferenceFault::BrokenLink { href, near }) =
                &mut finding.problem
            {
                *near = checked.links.near(from, href);
            }
        }
        findings.extend(found);
    }
    let mut found = Diagnostics::new();
    checked.each_document(&mut found, of_document);
    suggest(checked, &mut found);
    findings.extend(found);
}

fn links<'a>(
    checked: &Checked<'_>,
    from: From<'_>,
    shown: bool,
    links: impl Iterator<Item = &'a Link>,
    findings: &mut Diagnostics,
) {
    for link in links {
        // What is not shown itself may lead to what is not shown yet.
        let fault = checked
            .links
            .resolve(from, &link.href)
            .err()
            .filter(|fault| shown || !matches!(fault, ReferenceFault::UnpublishedTarget { .. }));
        findings.extend(fault.map(|fault| Diagnostic::new(fault, link.at.clone())));
    }
}

/// Adds what the first broken links of documents may have meant, in the order of the site.
fn suggest(checked: &Checked<'_>, findings: &mut [Diagnostic]) {
    let broken = findings
        .iter_mut()
        .filter_map(|finding| match &mut finding.problem {
            Problem::Reference(ReferenceFault::BrokenLink { href, near }) => {
                Some((&finding.at.path, href, near))
            }
            _ => None,
        });
    for (path, href, near) in broken.take(MOST_SUGGESTIONS) {
        let mut documents = checked.site.documents.iter();
        let document = documents.find(|document| document.path == *path);
        *near = document.and_then(|document| checked.links.near(From::document(document), href));
    }
}
