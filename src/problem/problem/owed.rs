//! What an item, a year or the home page still owes, beyond components and periods.

use super::Severity;
use crate::model::{Date, ItemNumber, Period};

/// What an item, a year or the home page still owes, beyond components and periods.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum OwedFault {
    /// Months that the item's rule asks for.
    MonthsMissing(Vec<Period>),
    OnlyPictures,
    PhotoNotPicture {
        name: String,
    },
    EndBeforeStart,
    OverBudget,
    MonthOutsideYear {
        month: Period,
        /// The time that may be meant.
        asked: Period,
    },
    ContractDate {
        date: Date,
        /// The month it is reported for, where it is far from that; otherwise it lies in the future.
        month: Option<Period>,
    },
    ScoreTwice {
        of: String,
        year: i16,
    },
    UnknownScore {
        of: String,
        year: i16,
        near: Option<String>,
    },
    NotOnHomePage {
        /// As themes name it, e.g. `qa`.
        duty: &'static str,
        item: ItemNumber,
        /// Whether the item is, so that only the dataset is lacking.
        published: bool,
    },
    FraudNotSeparate {
        /// The kind of the channel that is the same.
        other: String,
        /// What they share.
        way: String,
    },
    BaseUrlHttp,
}

impl OwedFault {
    /// The code that names the fault everywhere.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::MonthsMissing(_) => "months-missing",
            Self::OnlyPictures => "only-pictures",
            Self::PhotoNotPicture { .. } => "photo-not-picture",
            Self::EndBeforeStart => "end-before-start",
            Self::OverBudget => "over-budget",
            Self::MonthOutsideYear { .. } => "month-outside-year",
            Self::ContractDate { .. } => "contract-date",
            Self::ScoreTwice { .. } => "score-twice",
            Self::UnknownScore { .. } => "unknown-score",
            Self::NotOnHomePage { .. } => "not-on-home-page",
            Self::FraudNotSeparate { .. } => "fraud-not-separate",
            Self::BaseUrlHttp => "base-url-http",
        }
    }

    /// How bad it is.
    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::PhotoNotPicture { .. } | Self::EndBeforeStart => Severity::Error,
            Self::OverBudget => Severity::Advice,
            _ => Severity::Warning,
        }
    }
}
