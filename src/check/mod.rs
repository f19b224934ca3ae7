//! The fourth verb: the site to findings. One rule, one file.
//!
//! In: the assembled [`Site`] and the listing of its files. Out: findings. Rules are pure: whether
//! a file exists is a look-up. A finding that a document accepts with `allow` is left out here.

mod addresses;
mod coverage;
mod evidence;
mod link_quality;
mod links;
mod names;
mod owed;
mod personal;
mod references;
mod stale_year;
pub mod text;

pub use text::Titles;

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use crate::assemble::links::Links;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Allow, FactsByPath, Site};
use crate::parse::reference::canonical;
use crate::source::{Files, SitePath};

/// What a rule may look at.
pub struct Checked<'a> {
    /// The site.
    pub site: &'a Site,
    /// Everything that is in the folder.
    pub files: &'a Files,
    /// What the published evidence files really are; those that are too large were not read.
    pub facts: &'a FactsByPath,
    /// What a link leads to.
    pub links: &'a Links<'a>,
    /// What was found before: nothing is said to be lacking where it could not be read.
    pub known: &'a [Diagnostic],
}

impl Checked<'_> {
    /// What was found in texts, each about the item of its document.
    fn about_items(&self, found: impl IntoIterator<Item = Diagnostic>) -> Diagnostics {
        let documents = self.site.documents.iter();
        let items: HashMap<&str, _> = documents
            .map(|document| (&*document.path, (document.year, document.item)))
            .collect();
        let about = |finding: Diagnostic| match items.get(&*finding.at.path) {
            Some((year, item)) => finding.about(*year, *item),
            None => finding,
        };
        found.into_iter().map(about).collect()
    }
}

/// A rule: looks at the site and adds what it finds. Rules run side by side.
pub type Rule = fn(&Checked<'_>, &mut Diagnostics);

/// Every rule, in the order of a reader's interest.
pub const RULES: &[Rule] = &[
    references::check,
    evidence::named::check,
    evidence::contents::check,
    evidence::duplicates::check,
    links::check,
    addresses::check,
    names::check,
    text::check,
    coverage::check,
    owed::channels::check,
    owed::duties::check,
    owed::months::check,
    owed::pictures::check,
    owed::rows::check,
    owed::scores::check,
    owed::settings::check,
    link_quality::check,
    stale_year::check,
    personal::check,
];

/// What is wrong in a text whatever it says: letters, and personal data. `titles` are those of
/// all items.
pub fn look(path: &SitePath, text: &str, titles: &Titles) -> Diagnostics {
    let mut found = text::of_file(path, text, titles);
    found.extend(personal::of_text(path, text));
    found
}

/// Runs every rule. `known` are the findings of the stages before, `looked` what [`look`] found in texts.
pub fn check(
    site: &Site,
    files: &Files,
    facts: &FactsByPath,
    links: &Links<'_>,
    (known, looked): (&[Diagnostic], Diagnostics),
) -> Diagnostics {
    let checked = Checked {
        site,
        files,
        facts,
        links,
        known,
    };
    let found: Vec<Diagnostics> = RULES
        .par_iter()
        .map(|rule| {
            let mut findings = Diagnostics::new();
            rule(&checked, &mut findings);
            findings
        })
        .collect();
    let looked = checked.about_items(looked);
    without_allowed(looked.into_iter().chain(found.into_iter().flatten()), site)
}

/// Leaves out what a document or free page accepts ([`Problem::may_be_allowed`](crate::diagnostic::Problem::may_be_allowed)).
fn without_allowed(findings: impl Iterator<Item = Diagnostic>, site: &Site) -> Diagnostics {
    let documents = site.documents.iter();
    let documents = documents.map(|document| (&*document.path, document.allow.as_slice()));
    let pages = site.pages.iter();
    let pages = pages.map(|page| (&*page.path, page.allow.as_slice()));
    let allowed: HashMap<&str, &[Allow]> = documents.chain(pages).collect();
    let all = allowed.values().copied().flatten();
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
        finding.problem.may_be_allowed() && (here || for_file())
    };
    findings.filter(|finding| !is_allowed(finding)).collect()
}
