//! What an item, a year or the home page still owes, beyond components and periods.

use super::Severity;

/// What an item, a year or the home page still owes, beyond components and periods.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum OwedFault {}

impl OwedFault {
    /// The code that names the fault everywhere.
    pub(super) fn code(&self) -> &'static str {
        match *self {}
    }

    /// How bad it is.
    pub(super) fn severity(&self) -> Severity {
        match *self {}
    }
}
