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
    Cell, ColumnType, Dataset, DatasetKind, Document, ItemDefinition, ItemNumber, Requirement, Row,
    Year,
};
use crate::render::markdown::Surroundings;

/// A duty of the main page.
#[derive(Debug, Serialize)]
pub struct DutyView {
    /// `contact`, `qa`, `social`, `eservice`, `fraud-complaint`, `privacy-policy`, `eit-survey`.
    pub name: &'static str,
    /// What a citizen calls it.
    pub title: String,
    /// The item it belongs to; none where the year has no such item.
    pub item: Option<ItemView>,
    /// The channels that fulfil it.
    pub channels: Vec<ChannelView>,
    /// Where the agency is and how it is reached, for the duty to say so.
    pub contact: Option<ContactView>,
}

/// How a duty is found.
#[derive(PartialEq)]
enum Sign<'a> {
    /// An item of this key.
    Key(&'a str),
    /// Rows of this kind in a `channels` dataset.
    Channel(&'a str),
    /// A dataset of this kind.
    Dataset(DatasetKind),
}

/// The duties, in the order in which a citizen needs them.
const DUTIES: [(&str, Sign<'static>); 7] = [
    ("contact", Sign::Dataset(DatasetKind::Contact)),
    ("qa", Sign::Channel("qa")),
    ("social", Sign::Channel("social")),
    ("eservice", Sign::Channel("eservice")),
    ("fraud-complaint", Sign::Channel("fraud-complaint")),
    ("privacy-policy", Sign::Key("privacy-policy")),
    ("eit-survey", Sign::Channel("eit-survey")),
];

/// The duties of a year.
pub(super) fn duties(builder: Builder<'_>, year: &Year) -> Vec<DutyView> {
    DUTIES
        .iter()
        .map(|(name, sign)| {
            let found = documents(builder, year).find(|document| sign.is_in(document));
            let drawn = found.and_then(|document| drawing(builder, document, sign));
            let (mut channels, mut contact) = (Vec::new(), None);
            match drawn {
                Some(DrawingView::Contact(view)) => contact = Some(view),
                Some(DrawingView::Channels(view)) => {
                    let groups = view.groups.into_iter();
                    channels.extend(
                        groups
                            .filter(|group| *sign == Sign::Channel(&group.kind))
                            .flat_map(|group| group.channels),
                    );
                }
                _ => {}
            }
            let item = item(builder, year, sign, found);
            DutyView {
                name,
                title: sign.title(item.as_ref()),
                item,
                channels,
                contact,
            }
        })
        .collect()
}

/// The counting documents of a year, item by item.
fn documents<'a>(builder: Builder<'a>, year: &'a Year) -> impl Iterator<Item = &'a Document> {
    let ids = year.items.iter().flat_map(|item| &item.state.documents);
    ids.map(move |id| builder.site.document(*id))
}

/// The item a duty belongs to: by its key, by the dataset one of its components asks for, or else
/// the item of the document that fulfils it.
fn item(
    builder: Builder<'_>,
    year: &Year,
    sign: &Sign<'_>,
    document: Option<&Document>,
) -> Option<ItemView> {
    let mut definitions = year.framework.items().map(|(_, _, definition)| definition);
    let asked = definitions.find(|definition| sign.is_asked_by(definition));
    let number: Option<ItemNumber> = asked
        .map(|definition| definition.number)
        .or(document.map(|document| document.item));
    let number = number?;
    let definition = year.framework.item(number)?;
    Some(ItemView::new(builder, year, year.item(number)?, definition))
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
            Self::Key(_) => false,
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
    fn title(&self, item: Option<&ItemView>) -> String {
        match self {
            Self::Key(key) => item.map_or(*key, |item| &item.title).to_owned(),
            Self::Dataset(kind) => kind.title().to_owned(),
            Self::Channel(kind) => {
                let mut choices = DatasetKind::Channels.columns().iter();
                let named = choices.find_map(|column| match column.kind {
                    ColumnType::Choice(choices) => choices.iter().find(|(value, _)| value == kind),
                    _ => None,
                });
                named.map_or(*kind, |(_, title)| title).to_owned()
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
            Self::Key(key) => definition.key == *key,
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
