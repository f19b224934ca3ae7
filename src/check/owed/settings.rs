//! Settings that nobody has touched since the site was made, and an address without encryption.

use crate::check::Checked;
use crate::diagnostic::{Diagnostic, Diagnostics, OwedFault, Problem};
use crate::model::{Config, Site};

/// The host that a new site is given.
const PLACEHOLDER: &str = "www.example.go.th";

/// Mail of an example that means to be one, as the site that comes with the program.
const EXAMPLE_MAIL: &str = "@example.go.th";

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let config = &checked.site.config;
    let mut tell = |fault, at: &crate::source::Span| {
        findings.push(Diagnostic::new(Problem::Owed(fault), at.clone()));
    };
    if let Some(at) = &config.base_at
        && config.base.is_http()
        && is_public(&config.base.host())
    {
        tell(OwedFault::BaseUrlHttp, at);
    }
    if !is_anything_published(checked.site) {
        return;
    }
    if let Some(at) = config.base_at.as_ref().filter(|_| is_untouched(config)) {
        tell(OwedFault::PlaceholderAddress, at);
    }
    if let Some(first) = config.blanks.first() {
        let keys = config.blanks.iter().map(|key| key.value.clone()).collect();
        tell(OwedFault::Placeholder { keys }, &first.at);
    }
}

fn is_anything_published(site: &Site) -> bool {
    let mut items = site.years.iter().flat_map(|year| &year.items);
    items.any(|item| item.state.status.is_published())
}

/// Whether the address is the scaffold's, of an agency that is not an example throughout.
fn is_untouched(config: &Config) -> bool {
    config.base.host() == PLACEHOLDER && !config.agency.email.ends_with(EXAMPLE_MAIL)
}

/// Whether a host is one of the internet: not this machine, an office network or a bare number.
fn is_public(host: &str) -> bool {
    let ending = host.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| {
        let letters = ending.bytes().any(|b| b.is_ascii_alphabetic());
        letters && !["local", "localhost", "internal", "test", "lan"].contains(&ending)
    })
}
