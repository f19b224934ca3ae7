//! What a build would take away that is published.

use crate::model::{ItemNumber, Reason};

/// What a build would take away that is published.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum DriftFault {
    /// An item would be missing.
    Item {
        year: i16,
        item: ItemNumber,
        /// What it lacks now; `None` where the year has no such item any more.
        why: Option<Reason>,
    },
    /// So many items of a year that something happened to the year.
    Items { year: i16, items: Vec<ItemNumber> },
    /// Addresses of a year that is not the current one would lead nowhere.
    Addresses { year: i16, addresses: Vec<String> },
}

impl DriftFault {
    /// The code that names the fault everywhere.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Item { .. } | Self::Items { .. } => "item-withdrawn",
            Self::Addresses { .. } => "address-withdrawn",
        }
    }
}
