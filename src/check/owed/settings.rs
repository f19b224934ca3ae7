//! An address without encryption.

use crate::check::Checked;
use crate::diagnostic::{Diagnostic, Diagnostics, OwedFault, Problem};

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let config = &checked.site.config;
    if let Some(at) = &config.base_at
        && config.base.is_http()
        && is_public(&config.base.host())
    {
        findings.push(Diagnostic::new(
            Problem::Owed(OwedFault::BaseUrlHttp),
            at.clone(),
        ));
    }
}

/// Whether a host is one of the internet: not this machine, an office network or a bare number.
fn is_public(host: &str) -> bool {
    let ending = host.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| {
        let letters = ending.bytes().any(|b| b.is_ascii_alphabetic());
        letters && !["local", "localhost", "internal", "test", "lan"].contains(&ending)
    })
}
