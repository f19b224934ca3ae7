//! The sentences of [`OwedFault`] in English.

use crate::diagnostic::OwedFault;

/// What is wrong.
pub(super) fn message(fault: &OwedFault) -> String {
    match *fault {}
}

/// What to do, or type.
pub(super) fn help(fault: &OwedFault) -> String {
    match *fault {}
}
