//! The sentences of [`LinkFault`] in English.

use crate::diagnostic::LinkFault;

/// What is wrong.
pub(super) fn message(fault: &LinkFault) -> String {
    match *fault {}
}

/// What to do, or type.
pub(super) fn help(fault: &LinkFault) -> String {
    match *fault {}
}
