//! An address without encryption.

use crate::check::checked::Checked;
use crate::model::host::{Reach, reach};
use crate::problem::{Diagnostic, Diagnostics, OwedFault};

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let config = &checked.site.config;
    if let Some(at) = &config.base_at
        && config.base.is_http()
        && is_public(&config.base.host())
    {
        findings.push(Diagnostic::new(OwedFault::BaseUrlHttp, at.clone()));
    }
}

/// Whether a host has a name that everybody can open: not this machine, an office network or a bare
/// number. Of one for trying things out something graver is said.
fn is_public(host: &str) -> bool {
    let is_named = host.contains('.') && host.ends_with(|c: char| !c.is_ascii_digit());
    is_named && reach(host) == Reach::Public
}
