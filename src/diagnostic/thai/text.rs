//! The sentences of [`TextFault`] in Thai.

use crate::diagnostic::TextFault;

/// What is wrong.
pub(super) fn message(fault: &TextFault) -> String {
    match *fault {}
}

/// What to do, or type.
pub(super) fn help(fault: &TextFault) -> String {
    match *fault {}
}
