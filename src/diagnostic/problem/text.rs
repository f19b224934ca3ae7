//! Faults inside a text: letters that look right and are wrong, and Markdown that shows its signs.

use super::Severity;

/// Faults inside a text: letters that look right and are wrong, and Markdown that shows its signs.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TextFault {}

impl TextFault {
    /// The code that names the fault everywhere.
    pub(super) fn code(&self) -> &'static str {
        match *self {}
    }

    /// How bad it is.
    pub(super) fn severity(&self) -> Severity {
        match *self {}
    }
}
