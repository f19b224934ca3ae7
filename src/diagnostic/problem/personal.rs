//! Personal data that must not be published by accident.

use super::Severity;

/// Personal data that must not be published by accident.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PersonalFault {}

impl PersonalFault {
    /// The code that names the fault everywhere.
    pub(super) fn code(&self) -> &'static str {
        match *self {}
    }

    /// How bad it is.
    pub(super) fn severity(&self) -> Severity {
        match *self {}
    }
}
