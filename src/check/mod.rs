//! The fourth verb: the site to findings. One rule, one file.
//!
//! In: the assembled [`Site`] and the listing of its files. Out: findings. Rules are pure: whether
//! a file exists is a look-up. A finding that a document accepts with `allow` is left out here.

mod addresses;
mod coverage;
mod evidence;
mod links;
mod references;
pub mod text;

use std::collections::{HashMap, HashSet};

use crate::assemble::links::Links;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::model::{Allow, Site};
use crate::parse::reference::canonical;
use crate::source::Files;

/// What a rule may look at.
pub struct Checked<'a> {
    /// The site.
    pub site: &'a Site,
    /// Everything that is in the folder.
    pub files: &'a Files,
    /// What a link leads to.
    pub links: &'a Links<'a>,
    /// What was found before: nothing is said to be lacking where it could not be read.
    pub known: &'a [Diagnostic],
}

/// A rule: looks at the site and adds what it finds.
pub type Rule = fn(&Checked<'_>, &mut Diagnostics);

/// Every rule, in the order of a reader's interest.
pub const RULES: &[Rule] = &[
    references::check,
    evidence::check,
    links::check,
    addresses::check,
    text::check,
    coverage::check,
];

/// Runs every rule. `known` are the findings of the stages before.
pub fn check(site: &Site, files: &Files, links: &Links<'_>, known: &[Diagnostic]) -> Diagnostics {
    let checked = Checked {
        site,
        files,
        links,
        known,
    };
    let mut findings = Diagnostics::new();
    for rule in RULES {
        rule(&checked, &mut findings);
    }
    without_allowed(findings, site)
}

/// Leaves out warnings and advice that the document accepts. Errors stay: what is wrong cannot be
/// made right by saying so.
fn without_allowed(findings: Diagnostics, site: &Site) -> Diagnostics {
    let allowed: HashMap<&str, &[Allow]> = site
        .documents
        .iter()
        .filter(|document| !document.allow.is_empty())
        .map(|document| (&*document.path, document.allow.as_slice()))
        .collect();
    let all = site.documents.iter().flat_map(|document| &document.allow);
    let files: HashSet<(String, &str)> = all
        .filter_map(|allow| Some((canonical(allow.file.as_ref()?), allow.code.value.as_str())))
        .collect();
    let is_allowed = |finding: &Diagnostic| {
        let code = finding.problem.code();
        let here = allowed.get(&*finding.at.path).is_some_and(|entries| {
            entries
                .iter()
                .any(|allow| allow.file.is_none() && allow.code.value == code)
        });
        let for_file = || files.contains(&(canonical(&finding.at.path), code));
        finding.problem.severity() != Severity::Error && (here || for_file())
    };
    findings
        .into_iter()
        .filter(|finding| !is_allowed(finding))
        .collect()
}
