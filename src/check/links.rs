//! Every link in a body, a dataset or an evidence list leads somewhere.

use super::Checked;
use crate::assemble::links::From;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::address;

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let site = checked.site;
    for document in &site.documents {
        let address = document.address();
        let from = From::document(document, &address);
        let shown = site.is_rendered(document);
        for link in document.all_links() {
            let problem = checked.links.resolve(from, &link.href).err();
            let finding = told(problem, shown).map(|p| Diagnostic::new(p, link.at.clone()));
            findings.extend(finding.map(|d| d.about(document.year, document.item)));
        }
    }
    for page in &site.pages {
        let address = address::page(&page.slug);
        let from = From::page(page, &address, site);
        let shown = site.is_page_rendered(page);
        for link in &page.body.links {
            let problem = checked.links.resolve(from, &link.href).err();
            findings.extend(told(problem, shown).map(|p| Diagnostic::new(p, link.at.clone())));
        }
    }
}

/// What is not shown itself may lead to what is not shown yet.
fn told(problem: Option<Problem>, shown: bool) -> Option<Problem> {
    problem.filter(|problem| shown || !matches!(problem, Problem::UnpublishedTarget { .. }))
}
