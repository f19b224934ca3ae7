//! What the rules ask of a main page: the channels and notices a citizen must find at once.
//!
//! Found by the item's key and by datasets of the current year, never by number, so that next
//! year's list needs no change here. A duty that nothing fulfils yet is shown as such.

use serde::Serialize;

use super::Builder;
use super::dataset::{ChannelView, ContactView, DrawingView, dataset_view};
use super::year::ItemView;
use crate::assemble::links::From;
use crate::model::{
    Cell, Dataset, DatasetKind, Document, Item, ItemDefinition, ItemNumber, Requirement, Row, Year,
};
use crate::render::markdown::Surroundings;

/// A duty of the main page.
#[derive(Debug, Serialize)]
pub struct DutyView {
    /// `contact`, `qa`, `social`, `eservice`, `fraud-complaint`, `privacy-policy`, `eit-survey`.
    pub name: &'static str,
    /// What a citizen calls it.
    pub title: String,
    /// The item it belongs to.
    pub item: ItemView,
    /// The channels that fulfil it.
    pub channels: Vec<ChannelView>,
    /// Where the agency is and how it is reached, for the duty to say so.
    pub contact: Option<ContactView>,
}

/// How a duty is found in data.
#[derive(PartialEq)]
enum Sign<'a> {
    /// Not at all: the item's own documents are the notice.
    Item,
    /// Rows of this kind in a `channels` dataset.
    Channel(&'a str),
    /// A dataset of this kind.
    Dataset(DatasetKind),
}

/// The duties, in the order in which a citizen needs them: name, key of the item in years whose
/// components name no dataset, and how it is found in data.
const DUTIES: [(&str, &str, Sign<'static>); 7] = [
    ("contact", "contact", Sign::Dataset(DatasetKind::Contact)),
    ("qa", "q-and-a", Sign::Channel("qa")),
    ("social", "social-network", Sign::Channel("social")),
    ("eservice", "e-service", Sign::Channel("eservice")),
    (
        "fraud-complaint",
        "complaint-channel",
        Sign::Channel("fraud-complaint"),
    ),
    ("privacy-policy", "privacy-policy", Sign::Item),
    (
        "eit-survey",
        "integrity-measures-result",
        Sign::Channel("eit-survey"),
    ),
];

/// The duties of a year; those that it neither asks for nor fulfils are left out.
pub(super) fn duties(builder: Builder<'_>, year: &Year) -> Vec<DutyView> {
    let duties = DUTIES.iter();
    duties
        .filter_map(|(name, key, sign)| {
            let asked = asked(year, key, sign);
            let found = documents(builder, year, asked, sign);
            let number = asked.or(found.first().map(|document| document.item))?;
            let definition = year.framework.item(number)?;
            let item = ItemView::new(builder, year, year.item(number)?, definition);
            let mut duty = DutyView {
                name,
                title: sign.title(&item),
                item,
                channels: Vec::new(),
                contact: None,
            };
            for document in found {
                duty.take(builder, document, sign);
            }
            Some(duty)
        })
        .collect()
}

/// The item that asks for a duty: the one of whose components a dataset shows it, or of that key.
fn asked(year: &Year, key: &str, sign: &Sign<'_>) -> Option<ItemNumber> {
    let items = || year.framework.items().map(|(_, _, item)| item);
    let item = items().find(|item| sign.is_asked_by(item));
    let item = item.or_else(|| items().find(|item| item.key == key));
    item.map(|item| item.number)
}

/// The counting documents that fulfil a duty: those of its item, or else of any.
fn documents<'a>(
    builder: Builder<'a>,
    year: &Year,
    asked: Option<ItemNumber>,
    sign: &Sign<'_>,
) -> Vec<&'a Document> {
    let of = |items: &mut dyn Iterator<Item = &Item>| -> Vec<&'a Document> {
        let ids = items.flat_map(|item| &item.state.documents);
        ids.map(|id| builder.site.document(*id))
            .filter(|document| sign.is_in(document))
            .collect()
    };
    let own = of(&mut asked.and_then(|number| year.item(number)).into_iter());
    if own.is_empty() {
        of(&mut year.items.iter())
    } else {
        own
    }
}

impl DutyView {
    /// Adds what a document says of it.
    fn take(&mut self, builder: Builder<'_>, document: &Document, sign: &Sign<'_>) {
        match drawing(builder, document, sign) {
            Some(DrawingView::Contact(contact)) => {
                self.contact.get_or_insert(contact);
            }
            Some(DrawingView::Channels(channels)) => {
                let groups = channels.groups.into_iter();
                let channels = groups
                    .filter(|group| *sign == Sign::Channel(&group.kind))
                    .flat_map(|group| group.channels);
                self.channels
                    .extend(channels.filter(|channel| !channel.url.is_empty()));
            }
            _ => {}
        }
    }
}

fn drawing(builder: Builder<'_>, document: &Document, sign: &Sign<'_>) -> Option<DrawingView> {
    let dataset = document.datasets.iter().find(|d| sign.is_of(d))?;
    let address = document.address();
    let around = Surroundings {
        links: builder.links,
        from: From::document(document, &address),
        top_heading: 3,
    };
    Some(dataset_view(builder, document, dataset, around).drawing)
}

impl Sign<'_> {
    fn is_in(&self, document: &Document) -> bool {
        document.datasets.iter().any(|dataset| self.is_of(dataset))
    }

    fn is_of(&self, dataset: &Dataset) -> bool {
        match self {
            Self::Item => false,
            Self::Dataset(kind) => dataset.kind == *kind && dataset.is_filled(),
            Self::Channel(kind) => {
                let is_kind = |row: &Row| {
                    matches!(row.get("kind"), Some(Cell::Text(text)) if text == kind)
                        && row.has("url")
                };
                dataset.kind == DatasetKind::Channels && dataset.rows.iter().any(is_kind)
            }
        }
    }

    /// What a citizen calls it: the words of the dataset, or else of the item.
    fn title(&self, item: &ItemView) -> String {
        match self {
            Self::Item => item.title.clone(),
            Self::Dataset(kind) => kind.title().to_owned(),
            Self::Channel(kind) => {
                let title = DatasetKind::Channels.choice_title("kind", kind);
                title.unwrap_or(*kind).to_owned()
            }
        }
    }

    /// Whether an item is the one that asks for this.
    fn is_asked_by(&self, definition: &ItemDefinition) -> bool {
        let mut shown_by = definition
            .components
            .iter()
            .filter_map(|component| component.shown_by.as_ref());
        match self {
            Self::Item => false,
            Self::Dataset(kind) => shown_by.any(|shown_by| shown_by.dataset == *kind),
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
