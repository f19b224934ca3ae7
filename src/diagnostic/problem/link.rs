//! Faults of links that lead somewhere, but not where an evaluator can rely on it.

use super::Severity;

/// Faults of links that lead somewhere, but not where an evaluator can rely on it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum LinkFault {}

impl LinkFault {
    /// The code that names the fault everywhere.
    pub(super) fn code(&self) -> &'static str {
        match *self {}
    }

    /// How bad it is.
    pub(super) fn severity(&self) -> Severity {
        match *self {}
    }
}
