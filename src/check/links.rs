//! Every link in a body, a dataset or an evidence list leads somewhere.

use super::{Checked, OfDocuments};
use crate::assemble::links::From;
use crate::model::{Document, Link, address};
use crate::problem::{Diagnostic, Diagnostics, Problem};

/// For so many broken links of documents a name is suggested; who has more has another problem than
/// spelling.
const MOST_SUGGESTIONS: usize = 300;

pub(super) fn of_document(checked: &Checked<'_>, document: &Document, findings: &mut Diagnostics) {
    let from = From::document(document);
    let shown = checked.site.is_rendered(document);
    links(checked, from, shown, document.all_links(), findings);
}

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let site = checked.site;
    for page in &site.pages {
        let address = address::page(&page.slug);
        let from = From::page(page, &address, site);
        let shown = site.is_page_rendered(page);
        let mut found = Diagnostics::new();
        links(checked, from, shown, page.body.links.iter(), &mut found);
        for finding in &mut found {
            if let Problem::BrokenLink { href, near } = &mut finding.problem {
                *near = checked.links.near(from, href);
            }
        }
        findings.extend(found);
    }
}

fn links<'a>(
    checked: &Checked<'_>,
    from: From<'_>,
    shown: bool,
    links: impl Iterator<Item = &'a Link>,
    findings: &mut Diagnostics,
) {
    for link in links {
        let problem = checked.links.resolve(from, &link.href).err();
        findings.extend(told(problem, shown).map(|p| Diagnostic::new(p, link.at.clone())));
    }
}

/// Adds what broken links may have meant, in the order of the site.
pub(super) fn suggest(checked: &Checked<'_>, of_documents: &mut OfDocuments) {
    let documents = checked.site.documents.iter().zip(of_documents);
    let found =
        documents.flat_map(|(document, found)| found.iter_mut().map(move |f| (document, f)));
    let mut left = MOST_SUGGESTIONS;
    for (document, finding) in found {
        if let Problem::BrokenLink { href, near } = &mut finding.problem
            && left > 0
        {
            left -= 1;
            let from = From::document(document);
            *near = near.take().or_else(|| checked.links.near(from, href));
        }
    }
}

/// What is not shown itself may lead to what is not shown yet.
fn told(problem: Option<Problem>, shown: bool) -> Option<Problem> {
    problem.filter(|problem| shown || !matches!(problem, Problem::UnpublishedTarget { .. }))
}
