//! What is written and no page shows: pictures that lie elsewhere, which browsers are told not to fetch,
//! and frames, films, forms and scripts, which are left out of every page.

use crate::check::checked::Checked;
use crate::model::host::host_of;
use crate::model::{Body, Dataset};
use crate::problem::{Diagnostic, Diagnostics, Problem, TextFault};

/// Looks at a body, and at the texts in the datasets of its document.
pub(super) fn check(
    checked: &Checked<'_>,
    body: &Body,
    datasets: &[Dataset],
    findings: &mut Diagnostics,
) {
    let in_datasets = datasets.iter().flat_map(|dataset| &dataset.left_out);
    for left_out in body.left_out.iter().chain(in_datasets) {
        let host = host_of(&left_out.address);
        let fault = match (left_out.element, host) {
            ("img", Some(host)) if host == checked.site.config.base.host() => continue,
            ("img", Some(host)) => TextFault::PictureElsewhere { host },
            (element, host) => TextFault::LeftOut { element, host },
        };
        findings.push(Diagnostic::new(Problem::Text(fault), left_out.at.clone()));
    }
}
