//! What the rules ask of a main page, and the documents that fulfil it.
//!
//! Apart from the view so that the page and what is said of it cannot disagree: `render` draws these
//! duties, `check` says which of them nothing fulfils. The framework of the year says which item has which
//! duty, so that next year's list needs no change here.

use crate::model::{
    Cell, Dataset, DatasetKind, Document, Duty, FiscalYear, Item, ItemDefinition, ItemNumber,
    Requirement, Row, Site, Year,
};

/// A duty of the main page in a year.
#[derive(Debug)]
pub struct DutyOfYear<'a> {
    /// Its name in framework files and themes.
    pub name: &'static str,
    /// The year whose documents fulfil it, or that asks for it.
    pub year: FiscalYear,
    /// The item of that year that it belongs to.
    pub item: ItemNumber,
    /// How it is found in data.
    pub sign: Sign,
    /// The counting documents that fulfil it: those of its item, or else of any.
    pub documents: Vec<&'a Document>,
}

/// How a duty is found in data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Not at all: the item's own documents are the notice.
    Item,
    /// Rows of this kind in a `channels` dataset.
    Channel(&'static str),
    /// A dataset of this kind.
    Dataset(DatasetKind),
}

/// The duties of a year; those that it neither asks for nor fulfils are left out.
pub fn duties<'a>(site: &'a Site, year: &Year) -> Vec<DutyOfYear<'a>> {
    let duties = Duty::NAMES.iter();
    duties
        .filter_map(|(name, duty)| of_year(site, year, name, *duty))
        .collect()
}

/// The duties of the main page, each from the newest year that fulfils it: citizens do not ask in which year a
/// channel was opened. One that no year fulfils is the current year's.
pub fn newest_duties(site: &Site) -> Vec<DutyOfYear<'_>> {
    let newest = |(name, duty): &(&'static str, Duty)| {
        let all = site
            .years_so_far()
            .filter_map(|year| of_year(site, year, name, *duty));
        let mut all: Vec<DutyOfYear<'_>> = all.collect();
        let shown = all.iter().position(|duty| duty.is_shown(site));
        let owed = || all.iter().position(|duty| Some(duty.year) == site.current);
        let at = shown.or_else(owed)?;
        Some(all.swap_remove(at))
    };
    Duty::NAMES.iter().filter_map(newest).collect()
}

fn of_year<'a>(
    site: &'a Site,
    year: &Year,
    name: &'static str,
    duty: Duty,
) -> Option<DutyOfYear<'a>> {
    let sign = Sign::of(duty, name);
    let asked = asked(year, duty, sign);
    let documents = documents(site, year, asked, sign);
    let item = asked.or(documents.first().map(|document| document.item))?;
    Some(DutyOfYear {
        name,
        year: year.fiscal_year(),
        item,
        sign,
        documents,
    })
}

impl DutyOfYear<'_> {
    /// Whether there is something of it to show.
    fn is_shown(&self, site: &Site) -> bool {
        let item = site.item(self.year, self.item);
        let is_published = item.is_some_and(|item| item.state.status.is_published());
        !self.documents.is_empty() || self.sign == Sign::Item && is_published
    }

    /// Whether the main page has something to show for it, once its item is published.
    pub fn is_fulfilled(&self) -> bool {
        self.sign == Sign::Item || !self.documents.is_empty()
    }
}

/// The item that has a duty, or else the one of whose components a dataset shows it.
fn asked(year: &Year, duty: Duty, sign: Sign) -> Option<ItemNumber> {
    let items = || year.framework.items().map(|(_, _, item)| item);
    let item = items().find(|item| item.duties.contains(&duty));
    let item = item.or_else(|| items().find(|item| sign.is_asked_by(item)));
    item.map(|item| item.number)
}

fn documents<'a>(
    site: &'a Site,
    year: &Year,
    asked: Option<ItemNumber>,
    sign: Sign,
) -> Vec<&'a Document> {
    let of = |items: &mut dyn Iterator<Item = &Item>| -> Vec<&'a Document> {
        let ids = items.flat_map(|item| &item.state.documents);
        ids.map(|id| site.document(*id))
            .filter(|document| document.datasets.iter().any(|dataset| sign.is_of(dataset)))
            .collect()
    };
    let own = of(&mut asked.and_then(|number| year.item(number)).into_iter());
    if own.is_empty() {
        of(&mut year.items.iter())
    } else {
        own
    }
}

impl Sign {
    /// A channel has the name of its duty.
    fn of(duty: Duty, name: &'static str) -> Self {
        match duty {
            Duty::Contact => Self::Dataset(DatasetKind::Contact),
            Duty::PrivacyPolicy => Self::Item,
            Duty::Qa
            | Duty::Social
            | Duty::EService
            | Duty::FraudComplaint
            | Duty::Complaint
            | Duty::Opinion
            | Duty::EitSurvey => Self::Channel(name),
        }
    }

    /// Whether a dataset fulfils it.
    pub fn is_of(self, dataset: &Dataset) -> bool {
        match self {
            Self::Item => false,
            Self::Dataset(kind) => dataset.kind == kind && dataset.is_filled(),
            Self::Channel(kind) => {
                let is_kind = |row: &Row| {
                    matches!(row.get("kind"), Some(Cell::Text(text)) if text == kind)
                        && row.has("url")
                };
                dataset.kind == DatasetKind::Channels && dataset.rows.iter().any(is_kind)
            }
        }
    }

    /// Whether an item is the one that asks for this.
    fn is_asked_by(self, definition: &ItemDefinition) -> bool {
        let mut shown_by = definition
            .components
            .iter()
            .filter_map(|component| component.shown_by.as_ref());
        match self {
            Self::Item => false,
            Self::Dataset(kind) => shown_by.any(|shown_by| shown_by.dataset == kind),
            Self::Channel(kind) => shown_by.any(|shown_by| {
                let is_kind = |requirement: &Requirement| {
                    matches!(requirement, Requirement::Only { value, .. } if value == kind)
                };
                shown_by.dataset == DatasetKind::Channels
                    && shown_by.requirements.iter().any(is_kind)
            }),
        }
    }
}
