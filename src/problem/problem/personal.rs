//! Personal data that must not be published by accident.

use crate::thai::personal::Personal;

/// Personal data that must not be published by accident. Errors, but who has the right to publish
/// them may say so with `allow`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PersonalFault {
    /// In a text.
    Found(Personal),
    /// In an evidence file.
    InFile(Personal),
    /// In the name of a file; told at its folder, because a path would tell the data.
    InFileName(Personal),
}

impl PersonalFault {
    /// The code that names the fault everywhere.
    pub(in crate::problem) fn code(&self) -> &'static str {
        match self {
            Self::Found(found) | Self::InFile(found) | Self::InFileName(found) => match found {
                Personal::CitizenNumber { .. } => "citizen-number",
                Personal::List { .. } => "personal-list",
            },
        }
    }
}
