//! The sentences of [`PersonalFault`] in English.

use crate::diagnostic::PersonalFault;
use crate::model::Personal;

/// What is wrong.
pub(super) fn message(fault: &PersonalFault) -> String {
    match fault {
        PersonalFault::Found(Personal::CitizenNumber { masked }) => {
            format!("holds the citizen number {masked}, which must not be published")
        }
    }
}

/// What to do, or type.
pub(super) fn help(fault: &PersonalFault) -> String {
    match fault {
        PersonalFault::Found(_) => {
            "delete it from the original and save the file anew; a black bar or a hidden column does not delete it".to_owned()
        }
    }
}
