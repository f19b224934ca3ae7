//! The third verb: pieces to the [`Site`], every document at its year and item and the statuses
//! worked out.
//!
//! In: [`Pieces`] and the listing they came from. Out: the site and the findings that only the
//! whole can show. The site is assembled whole every time: it is small, and nothing can be stale.

pub mod duty;
mod evidence;
pub mod links;
pub mod rollover;
mod rule;
pub mod shown;
mod status;

use std::collections::HashMap;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::{
    Dataset, Date, Document, DocumentId, Evidence, EvidenceId, FiscalYear, Item, ItemNumber, Site,
    Standing, Year,
};
use crate::parse::pieces::{Pieces, YearPieces};
use crate::read::SITE_FILE;
use crate::source::{Files, SitePath, Span};

/// What a site is judged by, besides its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judgement {
    /// The day: documents dated later do not count yet.
    pub as_of: Date,
    /// Whether drafts and later documents are rendered, marked.
    pub drafts: bool,
}

/// Puts the site together.
pub fn assemble(mut pieces: Pieces, files: &Files, judgement: Judgement) -> (Site, Diagnostics) {
    let mut findings = Diagnostics::new();
    let current = current_year(&pieces, judgement.as_of, &mut findings);
    let (evidence_paths, documents) = collect(&mut pieces.years);
    let mut site = Site {
        config: pieces.config,
        as_of: judgement.as_of,
        drafts: judgement.drafts,
        current,
        years: Vec::new(),
        other_frameworks: pieces.other_frameworks,
        documents,
        evidence: evidence::list(&evidence_paths, &pieces.page_files, files),
        pages: pieces.pages,
    };
    evidence::give_owners(&mut site);
    for document in &mut site.documents {
        document.standing = standing(document, &site.evidence, judgement.as_of);
    }
    site.years = pieces
        .years
        .into_par_iter()
        .map(|year| build_year(year, &site))
        .collect();
    (site, findings)
}

type EvidencePaths = Vec<(FiscalYear, ItemNumber, SitePath)>;

/// Takes evidence and documents out of the years' pieces.
fn collect(years: &mut [YearPieces]) -> (EvidencePaths, Vec<Document>) {
    let mut evidence = Vec::new();
    let count = years.iter().map(|year| year.documents.len()).sum();
    let mut documents = Vec::with_capacity(count);
    for year in years {
        let fiscal_year = year.framework.fiscal_year;
        let paths = year.evidence.drain(..);
        evidence.extend(paths.map(|(item, path)| (fiscal_year, item, path)));
        documents.extend(std::mem::take(&mut year.documents));
    }
    (evidence, documents)
}

/// The year that `/o12/` and `/checklist/` speak of.
fn current_year(pieces: &Pieces, as_of: Date, findings: &mut Diagnostics) -> Option<FiscalYear> {
    let site_file = SitePath::from(SITE_FILE);
    let years: Vec<FiscalYear> = pieces
        .years
        .iter()
        .map(|y| y.framework.fiscal_year)
        .collect();
    if let Some(wanted) = &pieces.config.fiscal_year {
        if years.contains(&wanted.value) {
            return Some(wanted.value);
        }
        let year = wanted.value.number();
        findings.push(Diagnostic::new(
            Problem::YearWithoutFolder { year },
            wanted.at.clone(),
        ));
        return years.last().copied();
    }
    let now = FiscalYear::of(as_of);
    let latest = years.iter().copied().filter(|year| *year <= now).max();
    let chosen = latest.or_else(|| years.first().copied());
    match chosen {
        None => findings.push(Diagnostic::new(Problem::NoYear, Span::whole(&site_file))),
        Some(year) if year < now => {
            let (year, now) = (year.number(), now.number());
            let problem = Problem::OldYear { year, now };
            findings.push(Diagnostic::new(problem, Span::whole(&site_file)));
        }
        Some(_) => {}
    }
    chosen
}

/// Whether a document counts (contract, "Status of an item").
fn standing(document: &Document, evidence: &[Evidence], as_of: Date) -> Standing {
    if document.draft {
        return Standing::Draft;
    }
    if let Some(date) = &document.date
        && date.value > as_of
    {
        return Standing::Future(date.value);
    }
    let has_file = (document.evidence.iter()).any(|id| evidence[id.0].bytes > 0);
    let has_data = document.datasets.iter().any(Dataset::is_filled);
    if document.body.has_substance || has_file || has_data || !document.links.is_empty() {
        Standing::Counts
    } else {
        Standing::Stub
    }
}

fn build_year(pieces: YearPieces, site: &Site) -> Year {
    let fiscal_year = pieces.framework.fiscal_year;
    let framework = pieces.framework;
    let mut items = Vec::new();
    let mut by_item: HashMap<ItemNumber, Vec<DocumentId>> = HashMap::new();
    for (at, document) in site.documents.iter().enumerate() {
        if document.year == fiscal_year {
            by_item
                .entry(document.item)
                .or_default()
                .push(DocumentId(at));
        }
    }
    let also = status::also(site, fiscal_year);
    let mut unowned: HashMap<ItemNumber, Vec<EvidenceId>> = HashMap::new();
    for (at, file) in site.evidence.iter().enumerate() {
        match file.item {
            Some((year, item)) if year == fiscal_year && file.owners.is_empty() => {
                unowned.entry(item).or_default().push(EvidenceId(at));
            }
            _ => {}
        }
    }
    for (_, _, definition) in framework.items() {
        let documents = by_item.remove(&definition.number).unwrap_or_default();
        let others = also.get(&definition.number).map_or(&[][..], |ids| ids);
        let unowned = unowned.remove(&definition.number).unwrap_or_default();
        let lead = documents
            .iter()
            .copied()
            .find(|id| site.document(*id).slug.is_none());
        items.push(Item {
            number: definition.number,
            folder: pieces.folders.get(&definition.number).cloned(),
            lead,
            units: lead
                .map(|id| site.unit_names(site.document(id)))
                .unwrap_or_default(),
            state: status::state(site, definition, &documents, others, unowned),
            documents,
        });
    }
    Year { framework, items }
}
