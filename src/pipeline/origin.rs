//! What a page is made from, as a hash.
//!
//! In: the site and the texts it was read from. Out: for a route a hash that is the same only where
//! its page is the same. It is coarse on purpose: a hash of more than a page needs makes it once too
//! often, a hash of less would leave it stale. Apart from `known`, which keeps these hashes.

use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::{Hash as _, Hasher};
use std::io::Write;

use blake3::Hash;
use rayon::prelude::*;

use super::texts::AllSeen;
use crate::files::{Entry, Files};
use crate::model::{Document, FactsByPath, FiscalYear, Site};
use crate::render::Route;

/// So many documents are looked at by one thread at once.
const AT_ONCE: usize = 256;

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
    /// Looks at everything but what [`super::known`] looks at: program, address, and whether drafts are shown.
    pub(super) fn of(site: &Site, files: &Files, seen: &AllSeen) -> Self {
        let nothing = blake3::hash(b"");
        let documents = site.documents.par_iter();
        let texts: Vec<Hash> = documents
            .map(|document| seen.get(&document.path).map_or(nothing, |seen| seen.hash))
            .collect();
        let (years, (of_files, of_documents)) = rayon::join(
            || of_years(site, &texts),
            || {
                rayon::join(
                    || of_files(site, files, seen),
                    || of_documents(site, &texts),
                )
            },
        );
        let mut common = blake3::Hasher::new();
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
        let mut hasher = blake3::Hasher::new();
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
            | Route::SearchPart(year, _)
            | Route::ChecklistJson(year)
            | Route::ChecklistCsv(year)
            | Route::Submission(year)
            | Route::SubmissionCsv(year)
            | Route::SubmissionXlsx(year)
            | Route::Print(year)
            | Route::YearFeed(year, _) => self.add_year(&mut hasher, *year),
            Route::Checklist(year) | Route::CurrentChecklist(year) => {
                self.add_year(&mut hasher, *year);
                // It tells what is due. Everything else the day has its say in by the statuses.
                add(&mut hasher, &site.as_of);
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

    /// A year without a document is made from what all pages share.
    fn add_year(&self, hasher: &mut blake3::Hasher, year: FiscalYear) {
        if let Some(own) = self.years.get(&year) {
            hasher.update(own.as_bytes());
        }
    }
}

/// All that the documents of each year say.
fn of_years(site: &Site, texts: &[Hash]) -> HashMap<FiscalYear, Hash> {
    let mut years: HashMap<FiscalYear, blake3::Hasher> = HashMap::new();
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
    let mut bytes = Bytes::default();
    for (path, entry) in &files.entries {
        match entry {
            _ if seen.document(path).is_some() => {}
            Entry::Text(text) => (path, text).hash(&mut bytes),
            _ => (path, files.bytes(path)).hash(&mut bytes),
        }
    }
    for file in &site.evidence {
        (&file.path, &file.output, file.bytes, &file.owners).hash(&mut bytes);
    }
    blake3::hash(&bytes.0)
}

fn add_site(hasher: &mut blake3::Hasher, site: &Site, documents: Vec<Hash>) {
    add(hasher, &site.current);
    for page in &site.pages {
        add(hasher, &site.is_page_rendered(page));
    }
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

/// What any page may show of documents, of so many at once.
fn of_documents(site: &Site, texts: &[Hash]) -> Vec<Hash> {
    let documents = site.documents.par_chunks(AT_ONCE);
    let some = documents.zip(texts.par_chunks(AT_ONCE));
    let some = some.map(|(documents, texts)| {
        let mut bytes = Bytes::default();
        for (document, text) in documents.iter().zip(texts) {
            bytes.document(document, text);
        }
        blake3::hash(&bytes.0)
    });
    some.collect()
}

/// What is to be hashed: at once, because many small pieces take several times as long.
#[derive(Default)]
struct Bytes(Vec<u8>);

impl Bytes {
    /// What any page may show of a document.
    fn document(&mut self, document: &Document, text: &Hash) {
        let days = (document.standing, document.day());
        (&document.path, days, &document.evidence).hash(self);
        for heading in &document.body.headings {
            heading.anchor.hash(self);
        }
        document.body.raw_anchors.hash(self);
        // Datasets of one year are shown beside those of the year before.
        if !document.datasets.is_empty() {
            self.write(text.as_bytes());
        }
    }
}

impl Hasher for Bytes {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Never asked for: the hash is made of the bytes.
    fn finish(&self) -> u64 {
        0
    }
}

/// Adds a value as it is shown for debugging, which names every field of it.
fn add(hasher: &mut blake3::Hasher, value: &impl Debug) {
    // A hasher takes everything.
    let _ = writeln!(hasher, "{value:?}");
}
