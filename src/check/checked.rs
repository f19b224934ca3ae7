//! What every rule is given: the site, its files, and what was found of them.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::assemble::links::Links;
use crate::files::Files;
use crate::model::{
    Document, FactsByPath, FiscalYear, Item, ItemDefinition, ItemNumber, Site, Year,
};
use crate::problem::{Diagnostic, Diagnostics};

/// What a rule may look at.
pub struct Checked<'a> {
    /// The assembled site.
    pub site: &'a Site,
    /// Everything that is in the folder.
    pub files: &'a Files,
    /// What the published evidence files really are; those that are too large were not read.
    pub facts: &'a FactsByPath,
    /// What a link leads to.
    pub links: &'a Links<'a>,
    /// The findings of the stages before: what could not be read is not reported as missing.
    pub earlier: &'a [Diagnostic],
}

/// An item of a year, and what its list asks of it.
#[derive(Clone, Copy)]
pub(super) struct AskedItem<'a> {
    pub(super) year: &'a Year,
    pub(super) definition: &'a ItemDefinition,
    pub(super) item: &'a Item,
}

impl AskedItem<'_> {
    /// The year and the number of the item, as findings name it.
    pub(super) fn place(self) -> (FiscalYear, ItemNumber) {
        (self.year.fiscal_year(), self.item.number)
    }
}

impl Checked<'_> {
    /// Looks at every item of every year. What is found is about the item.
    pub(super) fn each_item(
        &self,
        findings: &mut Diagnostics,
        mut look: impl FnMut(AskedItem<'_>, &mut Diagnostics),
    ) {
        for year in &self.site.years {
            for (_, _, definition, item) in year.asked() {
                let asked = AskedItem {
                    year,
                    definition,
                    item,
                };
                let mut found = Diagnostics::new();
                look(asked, &mut found);
                let (year, number) = asked.place();
                let about = |finding: Diagnostic| finding.about(year, number);
                findings.extend(found.into_iter().map(about));
            }
        }
    }

    /// Looks at every document by itself, many at once. What is found is about the document's item.
    pub(super) fn each_document(
        &self,
        findings: &mut Diagnostics,
        look: impl Fn(&Self, &Document, &mut Diagnostics) + Sync,
    ) {
        let documents = self.site.documents.par_iter();
        let found = documents.flat_map_iter(|document| {
            let mut found = Diagnostics::new();
            look(self, document, &mut found);
            let about = |finding: Diagnostic| finding.about(document.year, document.item);
            found.into_iter().map(about)
        });
        findings.par_extend(found);
    }

    /// The same, of the documents that visitors see.
    pub(super) fn each_counting(
        &self,
        findings: &mut Diagnostics,
        look: impl Fn(&Self, &Document, &mut Diagnostics) + Sync,
    ) {
        self.each_document(findings, |checked, document, found| {
            if document.counts() {
                look(checked, document, found);
            }
        });
    }

    /// What was found in texts, each about the item of its document.
    pub(super) fn about_items(&self, findings: Diagnostics) -> Diagnostics {
        if findings.is_empty() {
            return findings;
        }
        let documents = self.site.documents.iter();
        let items: HashMap<&str, _> = documents
            .map(|document| (&*document.path, (document.year, document.item)))
            .collect();
        let about = |finding: Diagnostic| match items.get(&*finding.at.path) {
            Some((year, item)) => finding.about(*year, *item),
            None => finding,
        };
        findings.into_iter().map(about).collect()
    }
}
