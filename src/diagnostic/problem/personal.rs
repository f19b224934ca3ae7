//! Personal data that must not be published by accident.

use super::Severity;
use crate::model::Personal;

/// Personal data that must not be published by accident.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PersonalFault {
    /// Something that was found in a text.
    Found(Personal),
}

impl PersonalFault {
    /// The code that names the fault everywhere.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Found(Personal::CitizenNumber { .. }) => "citizen-number",
        }
    }

    /// How bad it is.
    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::Found(_) => Severity::Error,
        }
    }
}
