//! Everything on a site that a link may lead to.
//!
//! In: a site. Out: its things by the names they may have in a link: paths of files and addresses. Apart from
//! `links`, which reads what is written in a link.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use crate::model::{DocumentId, EvidenceId, FiscalYear, ItemNumber, Site, address};
use crate::parse::reference::canonical;

/// What stands at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LinkTarget {
    Document(DocumentId),
    Evidence(EvidenceId),
    Page(usize),
    Item(FiscalYear, ItemNumber),
}

/// Everything a link may lead to, by the names it may have.
pub(super) struct Index {
    pub(super) by_path: HashMap<String, LinkTarget>,
    pub(super) by_address: HashMap<String, LinkTarget>,
    pub(super) fixed: HashSet<String>,
}

impl Index {
    pub(super) fn new(site: &Site, fixed: HashSet<String>) -> Self {
        let (by_path, by_address) = rayon::join(|| by_path(site), || by_address(site));
        Self {
            by_path,
            by_address,
            fixed,
        }
    }
}

fn by_path(site: &Site) -> HashMap<String, LinkTarget> {
    let documents = site.documents.par_iter().enumerate();
    let documents = documents.map(|(at, document)| {
        let thing = LinkTarget::Document(DocumentId(at));
        (canonical(&document.path), thing)
    });
    let documents: Vec<(String, LinkTarget)> = documents.collect();
    let items = site.years.iter().flat_map(|year| {
        let items = year.items.iter();
        items.filter_map(|item| {
            let thing = LinkTarget::Item(year.fiscal_year(), item.number);
            Some((canonical(item.folder.as_ref()?), thing))
        })
    });
    let files = site.evidence.iter().enumerate();
    let files =
        files.map(|(at, file)| (canonical(&file.path), LinkTarget::Evidence(EvidenceId(at))));
    let pages = site.pages.iter().enumerate();
    let pages = pages.map(|(at, page)| (canonical(&page.path), LinkTarget::Page(at)));
    let mut by_path = HashMap::with_capacity(documents.len());
    by_path.extend(items.chain(documents).chain(files).chain(pages));
    by_path
}

fn by_address(site: &Site) -> HashMap<String, LinkTarget> {
    let mut by_address = HashMap::with_capacity(site.documents.len());
    for year in &site.years {
        let fiscal_year = year.fiscal_year();
        let items = year.items.iter();
        by_address.extend(items.map(|item| {
            let address = address::item(fiscal_year, item.number);
            (address, LinkTarget::Item(fiscal_year, item.number))
        }));
    }
    for (at, document) in site.documents.iter().enumerate() {
        let address = by_address.entry(document.address.clone());
        address.or_insert(LinkTarget::Document(DocumentId(at)));
    }
    let files = site.evidence.iter().enumerate();
    by_address.extend(
        files.map(|(at, file)| (file.address.clone(), LinkTarget::Evidence(EvidenceId(at)))),
    );
    let pages = site.pages.iter().enumerate();
    by_address.extend(pages.map(|(at, page)| (address::page(&page.slug), LinkTarget::Page(at))));
    by_address
}
