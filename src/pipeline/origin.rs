//! What a page is made from, as a hash.
//!
//! In: the site and the texts it was read from. Out: for a route a hash that is the same only where
//! its page is the same. It is coarse on purpose: a hash of more than a page needs makes it once too
//! often, a hash of less would leave it stale. Apart from `known`, which keeps these hashes.

use std::collections::HashMap;
use std::fmt::Debug;
use std::io::Write;

use blake3::{Hash, Hasher};
use rayon::prelude::*;

use super::Options;
use super::texts::AllSeen;
use crate::model::{Document, FactsByPath, FiscalYear, Site};
use crate::render::Route;
use crate::source::{Entry, Files, Stamp};

/// What the pages of a site are made from.
pub(super) struct Origins {
    /// What any page may show of the whole site: settings, theme, trees, free pages, the status of every
    /// item, and of every document and file what a link to it or a list of days needs.
    common: Hash,
    /// All that the documents of a year say.
    years: HashMap<FiscalYear, Hash>,
    /// The text of each document, in the order of the site.
    texts: Vec<Hash>,
}

impl Origins {
    /// Looks at everything. `program` is the running program's own file:
    /// another one may make other pages.
    pub(super) fn of(
        site: &Site,
        files: &Files,
        seen: &AllSeen,
        options: &Options,
        program: Option<Stamp>,
    ) -> Self {
        let nothing = blake3::hash(b"");
        let documents = site.documents.par_iter();
        let texts: Vec<Hash> = documents
            .map(|document| seen.get(&document.path).map_or(nothing, |seen| seen.hash))
            .collect();
        let (years, (of_files, of_documents)) = rayon::join(
            || of_years(site, &texts),
            || {
                let documents = site.documents.par_iter().zip(&texts);
                let documents = documents.map(|(document, text)| of_document(document, text));
                rayon::join(|| of_files(site, files, seen), || documents.collect())
            },
        );
        let mut common = Hasher::new();
        add(
            &mut common,
            &(program, &options.base_url, &options.judgement),
        );
        common.update(of_files.as_bytes());
        add_site(&mut common, site, of_documents);
        Self {
            common: common.finalize(),
            years,
            texts,
        }
    }

    /// What the page at a route is made from; `None` for those few that are always made.
    pub(super) fn of_route(&self, site: &Site, facts: &FactsByPath, route: &Route) -> Option<Hash> {
        let mut hasher = Hasher::new();
        hasher.update(route.address(site).as_bytes());
        match route {
            Route::Evidence(id) => {
                let facts = facts.get(&site.file(*id).path)?;
                hasher.update(facts.hash.as_bytes());
                return Some(hasher.finalize());
            }
            Route::Document(id) => {
                hasher.update(self.texts.get(id.0)?.as_bytes());
            }
            Route::Year(year)
            | Route::Item(year, _)
            | Route::Checklist(year)
            | Route::CurrentChecklist(year)
            | Route::SearchPart(year, _)
            | Route::ChecklistJson(year)
            | Route::ChecklistCsv(year)
            | Route::Submission(year)
            | Route::SubmissionCsv(year)
            | Route::SubmissionXlsx(year)
            | Route::Print(year)
            | Route::YearFeed(year, _) => {
                // A year without a document is made from what all pages share.
                let own = self.years.get(year);
                hasher.update(own.map_or(&[][..], |own| own.as_bytes()));
            }
            Route::CurrentItem(..)
            | Route::Page(_)
            | Route::NotFound
            | Route::Search
            | Route::SearchIndex
            | Route::SearchPages
            | Route::Sitemap => {}
            Route::Home | Route::Feed | Route::Robots | Route::Accent | Route::Asset(_) => {
                return None;
            }
        }
        hasher.update(self.common.as_bytes());
        Some(hasher.finalize())
    }
}

/// All that the documents of each year say.
fn of_years(site: &Site, texts: &[Hash]) -> HashMap<FiscalYear, Hash> {
    let mut years: HashMap<FiscalYear, Hasher> = HashMap::new();
    for (document, text) in site.documents.iter().zip(texts) {
        let year = years.entry(document.year).or_default();
        year.update(text.as_bytes());
        add(year, &document.tables);
    }
    let years = years.into_iter();
    years
        .map(|(year, hasher)| (year, hasher.finalize()))
        .collect()
}

/// Every other text as it is, and of every other file its place and size. The texts of documents are looked
/// at apart.
fn of_files(site: &Site, files: &Files, seen: &AllSeen) -> Hash {
    let mut hasher = Hasher::new();
    for (path, entry) in &files.entries {
        match entry {
            _ if seen.document(path).is_some() => {}
            Entry::Text(text) => take_in(&mut hasher, &(path, text)),
            _ => take_in(&mut hasher, &(path, files.bytes(path))),
        }
    }
    for file in &site.evidence {
        take_in(
            &mut hasher,
            &(&file.path, &file.output, file.bytes, &file.owners),
        );
    }
    hasher.finalize()
}

fn add_site(hasher: &mut Hasher, site: &Site, documents: Vec<Hash>) {
    for year in &site.years {
        add(hasher, &year.fiscal_year());
        for item in &year.items {
            add(hasher, &(item.number, item.state.status, item.lead));
        }
    }
    for hash in documents {
        hasher.update(hash.as_bytes());
    }
}

/// What any page may show of a document.
fn of_document(document: &Document, text: &Hash) -> Hash {
    let mut hasher = Hasher::new();
    let days = (document.standing, document.day());
    take_in(&mut hasher, &(&document.path, days, &document.evidence));
    for heading in &document.body.headings {
        take_in(&mut hasher, &heading.anchor);
    }
    take_in(&mut hasher, &document.body.raw_anchors);
    // Datasets of one year are shown beside those of the year before.
    if !document.datasets.is_empty() {
        hasher.update(text.as_bytes());
    }
    hasher.finalize()
}

/// Takes in a value by what its type says tells it from others.
fn take_in(hasher: &mut Hasher, value: &impl std::hash::Hash) {
    value.hash(&mut Through(hasher));
}

/// Hands on what a value says of itself.
struct Through<'a>(&'a mut Hasher);

impl std::hash::Hasher for Through<'_> {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Never asked for: the hash is the one behind.
    fn finish(&self) -> u64 {
        0
    }
}

/// Adds a value as it is shown for debugging, which names every field of it.
fn add(hasher: &mut Hasher, value: &impl Debug) {
    // A hasher takes everything.
    let _ = writeln!(hasher, "{value:?}");
}
