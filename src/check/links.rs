//! Every link in a body, a dataset or an evidence list leads somewhere.

use super::Checked;
use crate::assemble::links::From;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::address;

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let site = checked.site;
    for document in &site.documents {
        let address = document.address();
        let from = From {
            path: &document.path,
            year: Some(document.year),
            address: &address,
            body: &document.body,
        };
        let shown = site.is_rendered(document);
        for link in document.all_links() {
            let problem = checked.links.resolve(from, &link.href).err();
            let finding = problem
                // What is not shown itself may lead to what is not shown yet.
                .filter(|problem| shown || !matches!(problem, Problem::UnpublishedTarget { .. }))
                .map(|problem| Diagnostic::new(problem, link.at.clone()));
            findings.extend(finding.map(|d| d.about(document.year, document.item)));
        }
    }
    for page in &site.pages {
        let address = address::page(&page.slug);
        let from = From {
            path: &page.path,
            year: site.current,
            address: &address,
            body: &page.body,
        };
        for link in &page.body.links {
            if let Err(problem) = checked.links.resolve(from, &link.href) {
                findings.push(Diagnostic::new(problem, link.at.clone()));
            }
        }
    }
}
