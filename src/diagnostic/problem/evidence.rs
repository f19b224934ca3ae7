//! Faults of evidence files: what a phone, an evaluator or a search engine cannot read.

use super::Severity;

/// Faults of evidence files: what a phone, an evaluator or a search engine cannot read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum EvidenceFault {}

impl EvidenceFault {
    /// The code that names the fault everywhere.
    pub(super) fn code(&self) -> &'static str {
        match *self {}
    }

    /// How bad it is.
    pub(super) fn severity(&self) -> Severity {
        match *self {}
    }
}
