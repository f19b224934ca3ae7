//! Everything on a site that a link may lead to.
//!
//! In: a site. Out: its things by the names they may have in a link: paths of files and addresses. Apart from
//! `links`, which reads what is written in a link.

use std::collections::{HashMap, HashSet};

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
        let (mut by_path, mut by_address) = (HashMap::new(), HashMap::new());
        for year in &site.years {
            for item in &year.items {
                let target = LinkTarget::Item(year.fiscal_year(), item.number);
                let folder = item.folder.as_ref();
                by_path.extend(folder.map(|folder| (canonical(folder), target)));
                by_address.insert(address::item(year.fiscal_year(), item.number), target);
            }
        }
        for (at, document) in site.documents.iter().enumerate() {
            let target = LinkTarget::Document(DocumentId(at));
            by_path.insert(canonical(&document.path), target);
            // A lead stands at the address of its item.
            by_address.entry(document.address.clone()).or_insert(target);
        }
        for (at, file) in site.evidence.iter().enumerate() {
            let target = LinkTarget::Evidence(EvidenceId(at));
            by_path.insert(canonical(&file.path), target);
            by_address.insert(file.address.clone(), target);
        }
        for (at, page) in site.pages.iter().enumerate() {
            by_path.insert(canonical(&page.path), LinkTarget::Page(at));
            by_address.insert(address::page(&page.slug), LinkTarget::Page(at));
        }
        Self {
            by_path,
            by_address,
            fixed,
        }
    }
}
