//! The sentences of [`PersonalFault`] in English.

use crate::diagnostic::PersonalFault;

/// What is wrong.
pub(super) fn message(fault: &PersonalFault) -> String {
    match *fault {}
}

/// What to do, or type.
pub(super) fn help(fault: &PersonalFault) -> String {
    match *fault {}
}
