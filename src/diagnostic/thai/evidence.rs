//! The sentences of [`EvidenceFault`] in Thai.

use crate::diagnostic::EvidenceFault;

/// What is wrong.
pub(super) fn message(fault: &EvidenceFault) -> String {
    match *fault {}
}

/// What to do, or type.
pub(super) fn help(fault: &EvidenceFault) -> String {
    match *fault {}
}
