//! The whole site: every document at its year and item, with the statuses worked out.

use std::sync::Arc;

use super::assessment::Assessment;
use super::body::Body;
use super::config::Config;
use super::document::{Allow, Document};
use super::facts::FileKind;
use super::fiscal_year::FiscalYear;
use super::framework::{Framework, Indicator, SubIndicator};
use super::id::{DocumentId, EvidenceId, ItemNumber};
use super::item_definition::ItemDefinition;
use super::status::{Counts, ItemState};
use crate::files::{SitePath, ending};
use crate::span::Located;
use jiff::civil::Date;

/// Everything that is published, and what it amounts to.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// The settings of `site.toml`.
    pub config: Config,
    /// The day the site is judged on.
    pub as_of: Date,
    /// Whether drafts and later documents are rendered, marked.
    pub drafts: bool,
    /// The current year; `None` when there is no year at all.
    pub current: Option<FiscalYear>,
    /// The years, oldest first.
    pub years: Vec<Year>,
    /// The trees known of years that the site has no folder for: results are of years before, too.
    pub other_frameworks: Vec<Framework>,
    /// What results are read by of years of which no tree is known.
    pub other_assessments: Vec<(FiscalYear, Assessment)>,
    /// The documents of all items, by path.
    pub documents: Vec<Document>,
    /// The evidence files of all items, by path.
    pub evidence: Vec<Evidence>,
    /// The free pages, by path; the home page's text has an empty slug.
    pub pages: Vec<Page>,
    /// The addresses that documents and files had before.
    pub former: Vec<FormerAddress>,
    /// The agency's seal, once its file was looked into.
    pub logo: Option<Logo>,
}

/// The agency's seal, a picture that every page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// Its file in the site folder.
    pub path: SitePath,
    /// Its address on the site, `/assets/seal.png`.
    pub address: String,
    /// What it is: PNG, JPEG or, as text, SVG.
    pub kind: FileKind,
    /// How wide and high it is.
    pub size: (u32, u32),
}

/// An address that was published and stays alive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerAddress {
    /// The old address, `/2566/o12/plan/`, `/2566/o12/plan.pdf` or `/pages/about/`.
    pub address: String,
    /// What stands in its place.
    pub now: FormerTarget,
}

/// What stands where something else was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormerTarget {
    /// The page of a document, to which the old address leads.
    Document(DocumentId),
    /// A free page by its place among them, to which the old address leads.
    Page(usize),
    /// A file, which is found under both addresses.
    File(EvidenceId),
}

/// A fiscal year of the site.
#[derive(Debug, Clone, PartialEq)]
pub struct Year {
    /// Its indicator tree.
    pub framework: Arc<Framework>,
    /// The items of the tree, in order.
    pub items: Vec<Item>,
}

/// An item of a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The number in the framework of its year.
    pub number: ItemNumber,
    /// Its folder, where there is one.
    pub folder: Option<SitePath>,
    /// Its lead document, draft or not.
    pub lead: Option<DocumentId>,
    /// Every document of its folder, drafts included.
    pub documents: Vec<DocumentId>,
    /// Names of its responsible units.
    pub units: Vec<String>,
    /// The status, and what it was worked out from.
    pub state: ItemState,
}

/// A file that is published as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Its path in the site folder.
    pub path: SitePath,
    /// Its own name, for people.
    pub name: String,
    /// Its path below the output folder, `2566/o12/plan.pdf`.
    pub output: String,
    /// Its address on the site, `/2566/o12/plan.pdf`.
    pub address: String,
    /// Size in bytes.
    pub bytes: u64,
    /// How many pages it has, once it was looked into and that is known.
    pub pages: Option<u32>,
    /// The item whose folder it lies in; `None` beside a free page.
    pub item: Option<(FiscalYear, ItemNumber)>,
    /// The documents it belongs to.
    pub owners: Vec<DocumentId>,
}

/// A free page, or the text of the home page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The file it was read from.
    pub path: SitePath,
    /// Its address part; empty for the home page.
    pub slug: String,
    /// The title, where the page states one.
    pub title: Option<String>,
    /// Day of publication.
    pub date: Option<Located<Date>>,
    /// Day of the last revision.
    pub updated: Option<Located<Date>>,
    /// Whether it is a draft, and not published.
    pub draft: bool,
    /// One or two sentences.
    pub summary: Option<String>,
    /// Names that it or files beside it had before, whose addresses stay alive.
    pub formerly: Vec<Located<String>>,
    /// Findings accepted on purpose.
    pub allow: Vec<Allow>,
    /// The Markdown body.
    pub body: Body,
}

impl Page {
    /// The day of the last revision, as a site that is judged on a day tells it: what is dated later has not been yet.
    pub fn revised(&self, as_of: Date) -> Option<Date> {
        let day = self.updated.as_ref().map(|day| day.value);
        day.filter(|day| *day <= as_of)
    }
}

/// Endings of pictures.
const PICTURES: [&str; 11] = [
    "jpg", "jpeg", "png", "gif", "svg", "webp", "avif", "bmp", "heic", "tif", "tiff",
];

/// Whether a file's name is that of a picture.
pub fn is_picture(name: &str) -> bool {
    PICTURES.contains(&&*ending(name).to_ascii_lowercase())
}

impl Site {
    /// Whether what stands at a former address is published.
    pub fn leads_on(&self, former: &FormerAddress) -> bool {
        match former.now {
            FormerTarget::Document(id) => self.is_rendered(self.document(id)),
            FormerTarget::Page(at) => self.is_page_rendered(&self.pages[at]),
            FormerTarget::File(id) => self.is_published(self.file(id)),
        }
    }

    /// A year of the site.
    pub fn year(&self, year: FiscalYear) -> Option<&Year> {
        self.years.iter().find(|other| other.fiscal_year() == year)
    }

    /// The tree of a year, also of one that the site has no folder for.
    pub fn framework(&self, year: FiscalYear) -> Option<&Framework> {
        let own = self.year(year).map(|year| &*year.framework);
        own.or_else(|| {
            let mut others = self.other_frameworks.iter();
            others.find(|other| other.fiscal_year == year)
        })
    }

    /// What results of a year are read by, also of one whose list of items is not known.
    pub fn assessment(&self, year: FiscalYear) -> Option<&Assessment> {
        let own = self.framework(year).map(|list| &list.assessment);
        own.or_else(|| {
            let mut others = self.other_assessments.iter();
            Some(&others.find(|(other, _)| *other == year)?.1)
        })
    }

    /// The indicators of a year, by code and title.
    pub fn indicators(&self, year: FiscalYear) -> Vec<(&str, &str)> {
        match (self.framework(year), self.assessment(year)) {
            (Some(list), _) => list.scored().collect(),
            (None, Some(assessment)) => assessment.indicators().collect(),
            (None, None) => Vec::new(),
        }
    }

    /// An item of a year.
    pub fn item(&self, year: FiscalYear, number: ItemNumber) -> Option<&Item> {
        self.year(year)?.item(number)
    }

    /// An item as a command takes it, with its year where that is not the one that commands mean.
    pub fn item_typed(&self, year: FiscalYear, item: ItemNumber) -> String {
        match self.current {
            Some(current) if current == year => item.to_string(),
            _ => format!("{item} --year {year}"),
        }
    }

    /// The years up to the current one, newest first.
    pub fn years_so_far(&self) -> impl Iterator<Item = &Year> {
        let years = self.years.iter().rev();
        years.filter(|year| {
            self.current
                .is_some_and(|current| year.fiscal_year() <= current)
        })
    }

    /// Where `/o12/` leads: to the item of the current year with this number, or, while that is not published, to
    /// the newest year that has published its subject; for a number that the current list has not, to the newest
    /// item with it.
    pub fn newest_item(&self, number: ItemNumber) -> Option<(FiscalYear, ItemNumber)> {
        let has = |year: &&Year| year.framework.item(number).is_some();
        let first = self.years_so_far().find(has)?;
        let definition = first.framework.item(number)?;
        let of_subject = |year: &Year| {
            let mut items = year.framework.items().map(|(_, _, item)| item);
            let same = items.find(|item| item.is_same_subject(definition))?;
            let item = year.item(same.number)?;
            let is_published = item.state.status.is_published();
            is_published.then(|| (year.fiscal_year(), item.number))
        };
        let own = (first.fiscal_year(), number);
        let is_own = first.item(number)?.state.status.is_published();
        let mut others = self
            .years_so_far()
            .filter(|year| year.fiscal_year() < own.0);
        let mut newest = || others.find_map(of_subject);
        Some(if is_own { own } else { newest().unwrap_or(own) })
    }

    /// A document.
    pub fn document(&self, id: DocumentId) -> &Document {
        &self.documents[id.0]
    }

    /// The documents of an item's own folder that count.
    pub fn counting<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = &'a Document> {
        let own = item.documents.iter().map(|id| self.document(*id));
        own.filter(|document| document.counts())
    }

    /// An evidence file.
    pub fn file(&self, id: EvidenceId) -> &Evidence {
        &self.evidence[id.0]
    }

    /// Whether a document gets a page: it counts, or drafts are shown.
    pub fn is_rendered(&self, document: &Document) -> bool {
        document.counts() || self.drafts
    }

    /// Whether a free page gets a page.
    pub fn is_page_rendered(&self, page: &Page) -> bool {
        let future = (page.date.as_ref()).is_some_and(|date| date.value > self.as_of);
        self.drafts || !(page.draft || future)
    }

    /// Whether a file is published: it lies beside a free page, belongs to nobody, or to a document
    /// that is rendered.
    pub fn is_published(&self, file: &Evidence) -> bool {
        file.item.is_none()
            || file.owners.is_empty()
            || (file.owners.iter()).any(|owner| self.is_rendered(self.document(*owner)))
    }

    /// The names of a document's responsible units, each once.
    pub fn unit_names(&self, document: &Document) -> Vec<String> {
        let mut names = Vec::new();
        for id in &document.units {
            let unit = self.config.units.iter().find(|unit| unit.id == id.value);
            let name = unit.map(|unit| unit.name.clone());
            names.extend(name.filter(|name| !names.contains(name)));
        }
        names
    }

    /// The title of a document: its own, or its item's.
    pub fn title_of<'a>(&'a self, document: &'a Document) -> &'a str {
        document.title.as_deref().unwrap_or_else(|| {
            self.year(document.year)
                .and_then(|year| year.framework.item(document.item))
                .map_or("", |item| &item.title)
        })
    }
}

impl Year {
    /// The year itself.
    pub fn fiscal_year(&self) -> FiscalYear {
        self.framework.fiscal_year
    }

    /// An item of the year.
    pub fn item(&self, number: ItemNumber) -> Option<&Item> {
        self.items.iter().find(|item| item.number == number)
    }

    /// Every item with what asks for it, in the order of the tree.
    pub fn asked(
        &self,
    ) -> impl Iterator<Item = (&Indicator, &SubIndicator, &ItemDefinition, &Item)> {
        let items = self.framework.items();
        items.filter_map(|(indicator, sub, definition)| {
            Some((indicator, sub, definition, self.item(definition.number)?))
        })
    }

    /// How many items stand where.
    pub fn counts(&self) -> Counts {
        Counts::of(self.items.iter().map(|item| item.state.status))
    }
}
