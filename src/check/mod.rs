//! The fourth verb: the site to findings. One rule, one file.
//!
//! In: the assembled [`Site`] and the listing of its files. Out: findings. Rules are pure: whether
//! a file exists is a look-up. A finding that a document accepts with `allow` is left out here.

mod addresses;
mod allow;
mod coverage;
mod evidence;
mod link_quality;
mod links;
mod names;
mod owed;
mod personal;
mod references;
mod stale_year;
mod tables;
pub mod text;

pub use text::Titles;

use std::collections::HashMap;

use rayon::prelude::*;

use crate::assemble::links::Links;
use crate::files::{Files, SitePath};
use crate::model::{Document, FactsByPath, Site};
use crate::problem::{Diagnostic, Diagnostics};

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
    /// Looks at every document by itself, many at once. What is found is about the document's item.
    fn each_document(
        &self,
        findings: &mut Diagnostics,
        look: impl Fn(&Document, &mut Diagnostics) + Sync,
    ) {
        let documents = self.site.documents.par_iter();
        let found = documents.flat_map_iter(|document| {
            let mut found = Diagnostics::new();
            look(document, &mut found);
            let about = |finding: Diagnostic| finding.about(document.year, document.item);
            found.into_iter().map(about)
        });
        findings.par_extend(found);
    }

    /// What was found in texts, each about the item of its document.
    fn about_items(&self, found: Diagnostics) -> Diagnostics {
        if found.is_empty() {
            return found;
        }
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
    text::check,
    text::check_names,
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
    tables::check,
    addresses::check,
    names::check,
    personal::check,
];

/// What is wrong in a text whatever it says: letters, and personal data. `titles` are those of
/// all items.
pub fn look(path: &SitePath, text: &str, titles: &Titles) -> Diagnostics {
    let mut found = text::of_file(path, text, titles);
    found.extend(personal::of_text(path, text));
    found
}

/// Runs every rule. `in_texts` is what [`look`] found.
pub fn check(checked: &Checked<'_>, in_texts: Diagnostics) -> Diagnostics {
    let run = |rule: &Rule| {
        let mut findings = Diagnostics::new();
        rule(checked, &mut findings);
        findings
    };
    let mut findings: Diagnostics = RULES.par_iter().flat_map_iter(run).collect();
    findings.extend(checked.about_items(in_texts));
    allow::without_allowed(findings, checked.site)
}
