//! The duties of the main page as a template draws them: the channels and notices a citizen must
//! find at once. Which there are is decided in `assemble::duty`; one that nothing fulfils yet is
//! shown as such.

use serde::Serialize;

use super::Builder;
use super::dataset::{ChannelView, ContactView, FilledDataset, channels_of, contact, kind_title};
use super::year::ItemView;
use crate::assemble::duty::{self, DutyOfYear, Sign};
use crate::model::{DatasetKind, Document};

/// A duty of the main page.
#[derive(Debug, Serialize)]
pub(super) struct DutyView {
    /// `contact`, `qa`, `social`, `eservice`, `fraud-complaint`, `complaint`, `opinion`, `privacy-policy`,
    /// `eit-survey`.
    name: &'static str,
    /// What a citizen calls it.
    title: String,
    /// The item it belongs to.
    item: ItemView,
    /// The year that fulfils it, where that is not the current one.
    from_year: Option<i16>,
    /// The channels that fulfil it.
    channels: Vec<ChannelView>,
    /// Where the agency is and how it is reached, for the duty to say so.
    contact: Option<ContactView>,
}

/// The duties of the main page, each from the newest year that fulfils it.
pub(super) fn duties(builder: Builder<'_>) -> Vec<DutyView> {
    let duties = duty::newest_duties(builder.site);
    let views = duties.iter().map(|duty| view(builder, duty));
    views.flatten().collect()
}

fn view(builder: Builder<'_>, duty: &DutyOfYear<'_>) -> Option<DutyView> {
    let year = builder.site.year(duty.year)?;
    let is_older = builder.site.current != Some(duty.year);
    let definition = year.framework.item(duty.item)?;
    let item = ItemView::new(builder, year, year.item(duty.item)?, definition);
    let mut view = DutyView {
        name: duty.name,
        title: title(duty.sign, &item),
        item,
        from_year: is_older.then(|| duty.year.number()),
        channels: Vec::new(),
        contact: None,
    };
    for document in &duty.documents {
        view.take(builder, document, duty.sign);
    }
    Some(view)
}

/// What a citizen calls it: the words of the dataset, or else of the item.
fn title(sign: Sign, item: &ItemView) -> String {
    match sign {
        Sign::Item => item.title.clone(),
        Sign::Dataset(kind) => kind.title().to_owned(),
        Sign::Channel(kind) => kind_title(kind),
    }
}

impl DutyView {
    /// Adds what a document says of it.
    fn take(&mut self, builder: Builder<'_>, document: &Document, sign: Sign) {
        let Some(dataset) = document.datasets.iter().find(|d| sign.is_of(d)) else {
            return;
        };
        let sheet = FilledDataset {
            builder,
            document,
            dataset,
            context: builder.context(document, 3),
        };
        match sign {
            Sign::Channel(kind) => {
                let channels = channels_of(&sheet, kind).into_iter();
                self.channels
                    .extend(channels.filter(|channel| !channel.url.is_empty()));
            }
            Sign::Dataset(DatasetKind::Contact) => {
                self.contact.get_or_insert_with(|| contact(&sheet));
            }
            Sign::Dataset(_) | Sign::Item => {}
        }
    }
}
