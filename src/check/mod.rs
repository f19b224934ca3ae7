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
use std::sync::Arc;

use rayon::prelude::*;

use crate::assemble::links::Links;
use crate::files::{Files, SitePath};
use crate::model::{Allow, Document, FactsByPath, Site};
use crate::parse::reference::canonical;
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

/// A rule on one document. It looks at the document and at what [`is_same_around`](crate::assemble::around::is_same_around) compares, and at nothing
/// else: what it found holds for as long as these are the same.
pub type DocumentRule = fn(&Checked<'_>, &Document, &mut Diagnostics);

/// What the rules on documents found in each, in the order of the site.
pub type OfDocuments = Vec<Diagnostics>;

/// What holds for as long as all around the documents is the same.
pub struct Found {
    of_documents: OfDocuments,
    of_names: Diagnostics,
}

/// Every rule, in the order of a reader's interest.
pub const RULES: &[Rule] = &[
    references::check,
    evidence::named::check,
    evidence::contents::check,
    evidence::duplicates::check,
    links::check,
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
];

/// Every rule on nothing but the names of files and folders, and the addresses that come from them.
pub const NAME_RULES: &[Rule] = &[
    addresses::check,
    names::check,
    text::of_names,
    personal::check,
];

/// Every rule on one document.
pub const DOCUMENT_RULES: &[DocumentRule] = &[
    references::of_document,
    links::of_document,
    link_quality::of_document,
    text::of_document,
];

/// What is wrong in a text whatever it says: letters, and personal data. `titles` are those of
/// all items.
pub fn look(path: &SitePath, text: &str, titles: &Titles) -> Diagnostics {
    let mut found = text::of_file(path, text, titles);
    found.extend(personal::of_text(path, text));
    found
}

/// What was found before the rules run.
#[derive(Clone, Copy)]
pub struct Before<'a> {
    /// The findings of the stages before.
    pub known: &'a [Diagnostic],
    /// What was found in an earlier reading of the site, with files of the same names and
    /// [all the same around documents](crate::assemble::around::is_same_around).
    pub found: Option<(&'a Site, &'a Found)>,
}

/// Runs every rule. `looked` is what [`look`] found in texts.
pub fn check(
    site: &Site,
    files: &Files,
    facts: &FactsByPath,
    links: &Links<'_>,
    (before, looked): (Before<'_>, Diagnostics),
) -> (Diagnostics, Found) {
    let checked = Checked {
        site,
        files,
        facts,
        links,
        known: before.known,
    };
    let run = |rule: &Rule| {
        let mut findings = Diagnostics::new();
        rule(&checked, &mut findings);
        findings
    };
    let run_all = |rules: &[Rule]| rules.par_iter().flat_map_iter(run).collect();
    let (all, (of_names, mut of_documents)) = rayon::join(
        || run_all(RULES),
        || match before.found {
            Some((_, found)) => (found.of_names.clone(), of_documents(&checked, before)),
            None => rayon::join(|| run_all(NAME_RULES), || of_documents(&checked, before)),
        },
    );
    let all: Diagnostics = all;
    links::suggest(&checked, &mut of_documents);
    let all = all.into_iter().chain(checked.about_items(looked));
    let found = Found {
        of_documents,
        of_names,
    };
    let kept = found
        .of_names
        .iter()
        .chain(found.of_documents.iter().flatten());
    (without_allowed(all.chain(kept.cloned()), site), found)
}

/// Runs the rules on documents, on those that are other than they were.
fn of_documents(checked: &Checked<'_>, before: Before<'_>) -> OfDocuments {
    let documents = checked.site.documents.par_iter().enumerate();
    let found = documents.map(|(at, document)| {
        if let Some((site, found)) = before.found
            && Arc::ptr_eq(document, &site.documents[at])
        {
            return found.of_documents[at].clone();
        }
        let mut found = Diagnostics::new();
        for rule in DOCUMENT_RULES {
            rule(checked, document, &mut found);
        }
        let about = |finding: Diagnostic| finding.about(document.year, document.item);
        found.into_iter().map(about).collect()
    });
    found.collect()
}

/// Leaves out what a document or free page accepts ([`Problem::may_be_allowed`](crate::problem::Problem::may_be_allowed)).
fn without_allowed(findings: impl Iterator<Item = Diagnostic>, site: &Site) -> Diagnostics {
    let documents = site.documents.iter();
    let documents = documents.map(|document| (&*document.path, document.allow.as_slice()));
    let pages = site.pages.iter();
    let pages = pages.map(|page| (&*page.path, page.allow.as_slice()));
    let allowing = documents
        .chain(pages)
        .filter(|(_, allow)| !allow.is_empty());
    let allowed: HashMap<&str, &[Allow]> = allowing.collect();
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
        let for_file = || !files.is_empty() && files.contains(&(canonical(&finding.at.path), code));
        finding.problem.may_be_allowed() && (here || for_file())
    };
    findings.filter(|finding| !is_allowed(finding)).collect()
}
