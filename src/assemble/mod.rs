//! The third verb: pieces to the [`Site`], every document at its year and item and the statuses
//! worked out.
//!
//! In: [`Pieces`] and the listing they came from. Out: the site and the findings that only the
//! whole can show. The site is assembled whole every time: it is small, and nothing can be stale.

mod by_item;
pub mod duty;
mod evidence;
mod evidence_links;
mod former;
mod index;
pub mod links;
mod none;
mod rule;
pub mod shown;
pub mod status;

use rayon::prelude::*;
use std::collections::HashMap;

use self::by_item::{ByItem, by_item};
use self::evidence_links::has_evidence_links;
use crate::files::{Files, SitePath};
use crate::model::config::BaseUrl;
use crate::model::{
    Dataset, Date, Document, Evidence, EvidenceId, FiscalYear, Item, ItemNumber, Site, Standing,
    Year,
};
use crate::parse::inventory::{Inventory, YearFolder};
use crate::parse::pieces::Pieces;
use crate::problem::{Diagnostic, Diagnostics, FolderFault};
use crate::read::SITE_FILE;

/// What a site is judged by, besides its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judgement {
    /// The day: documents dated later do not count yet.
    pub as_of: Date,
    /// Whether drafts and later documents are rendered, marked.
    pub drafts: bool,
}

/// Puts the site together.
pub fn assemble(pieces: Pieces, files: &Files, judgement: Judgement) -> (Site, Diagnostics) {
    let mut findings = Diagnostics::new();
    let inventory = pieces.inventory;
    let current = current_year(&inventory, files, judgement.as_of, &mut findings);
    let evidence = evidence::list(&inventory, files);
    let mut site = Site {
        config: inventory.config,
        as_of: judgement.as_of,
        drafts: judgement.drafts,
        current,
        years: Vec::new(),
        other_frameworks: inventory.other_frameworks,
        other_assessments: inventory.other_assessments,
        documents: pieces.documents.into_iter().map(Document::new).collect(),
        evidence,
        pages: inventory.pages,
        former: Vec::new(),
        logo: None,
    };
    let by_item = by_item(&site.documents);
    let files = evidence::give_owners(&mut site, &by_item);
    let (evidence, base) = (&site.evidence, &site.config.base);
    let documents = site.documents.par_iter_mut().zip(files);
    documents.for_each(|(document, files)| {
        document.evidence = files;
        let mut years = inventory.years.iter();
        let year = years.find(|year| year.fiscal_year() == document.year);
        let definition = year.and_then(|year| year.framework.item(document.item));
        let says_none = definition.is_some_and(|asked| status::states_none(document, asked));
        document.standing = standing(document, evidence, says_none, base, judgement.as_of);
    });
    let also = status::also(&site);
    let years = inventory.years.into_par_iter();
    let years = years.map(|year| build_year(year, &site, &by_item, &also));
    site.years = years.collect();
    let (former, in_former) = former::former(&site);
    site.former = former;
    findings.extend(in_former);
    (site, findings)
}

/// The year that `/o12/` and `/checklist/` speak of.
fn current_year(
    inventory: &Inventory,
    files: &Files,
    as_of: Date,
    findings: &mut Diagnostics,
) -> Option<FiscalYear> {
    let site_file = SitePath::from(SITE_FILE);
    let years = inventory.years.iter().map(YearFolder::fiscal_year);
    let years: Vec<FiscalYear> = years.collect();
    if let Some(wanted) = &inventory.config.fiscal_year {
        if years.contains(&wanted.value) {
            return Some(wanted.value);
        }
        let year = wanted.value.number();
        let is_there = files.folders.contains(&*format!("content/{year}"));
        let before = years.iter().filter(|earlier| **earlier < wanted.value);
        let from = before.max().map(|earlier| earlier.number());
        let fault = FolderFault::YearWithoutFolder {
            year,
            is_there,
            from,
        };
        findings.push(Diagnostic::new(fault, wanted.at.clone()));
        return years.last().copied();
    }
    let now = FiscalYear::of(as_of);
    let latest = years.iter().copied().filter(|year| *year <= now).max();
    let chosen = latest.or_else(|| years.first().copied());
    match chosen {
        None => findings.push(Diagnostic::whole(FolderFault::NoYear, &site_file)),
        Some(year) if year < now => {
            let problem = old_year(inventory, year, now);
            findings.push(Diagnostic::whole(problem, &site_file));
        }
        Some(_) => {}
    }
    chosen
}

/// That the newest year of a site is not the one of today, and which one comes next.
fn old_year(inventory: &Inventory, year: FiscalYear, now: FiscalYear) -> FolderFault {
    let others = inventory.other_frameworks.iter();
    let newest = others.map(|other| other.fiscal_year);
    let newest = newest.filter(|other| *other > year && *other <= now).max();
    FolderFault::OldYear {
        year: year.number(),
        now: now.number(),
        newest: newest
            .filter(|newest| *newest < now)
            .map(FiscalYear::number),
    }
}

/// Whether a document counts (contract, "Status of an item").
fn standing(
    document: &Document,
    evidence: &[Evidence],
    says_none: bool,
    base: &BaseUrl,
    as_of: Date,
) -> Standing {
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
    let has_links = has_evidence_links(document, base);
    if document.body.has_substance || has_file || has_data || has_links || says_none {
        Standing::Counts
    } else {
        Standing::Stub
    }
}

fn build_year(folder: YearFolder, site: &Site, by_item: &ByItem, also: &ByItem) -> Year {
    let fiscal_year = folder.fiscal_year();
    let framework = folder.framework;
    let mut items = Vec::new();
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
        let place = (fiscal_year, definition.number);
        let documents = by_item.get(&place).cloned().unwrap_or_default();
        let others = also.get(&place).map_or(&[][..], |ids| ids);
        let unowned = unowned.remove(&definition.number).unwrap_or_default();
        let lead = documents
            .iter()
            .copied()
            .find(|id| site.document(*id).slug.is_none());
        items.push(Item {
            number: definition.number,
            folder: folder.folders.get(&definition.number).cloned(),
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
