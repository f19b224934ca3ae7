//! What is written and no page shows: pictures that lie elsewhere, which browsers are told not to fetch,
//! and frames, films, forms and scripts, which are left out of every page.

use crate::check::checked::Checked;
use crate::model::Body;
use crate::model::host::host_of;
use crate::problem::{Diagnostic, Diagnostics, TextFault};

/// Looks at a body, or at the texts of a dataset.
pub(super) fn check(checked: &Checked<'_>, body: &Body, findings: &mut Diagnostics) {
    for left_out in &body.left_out {
        let host = host_of(&left_out.address);
        let fault = match (left_out.element, host) {
            ("img", Some(host)) if host == checked.site.config.base.host() => continue,
            ("img", Some(host)) => TextFault::PictureElsewhere { host },
            (element, host) => TextFault::LeftOut { element, host },
        };
        findings.push(Diagnostic::new(fault, left_out.at.clone()));
    }
}
