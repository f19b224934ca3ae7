//! A place where letters are wrong.

use std::ops::Range;

use crate::problem::Slip;

/// A place where letters are wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check::text) struct LetterFault {
    /// The bytes of the text.
    pub(in crate::check::text) range: Range<usize>,
    pub(in crate::check::text) slip: Slip,
    /// What belongs there. Where the slip cannot be repaired it is a guess, to be shown only.
    pub(in crate::check::text) meant: Option<String>,
}

impl LetterFault {
    pub(in crate::check::text) fn new(
        range: Range<usize>,
        slip: Slip,
        meant: impl Into<Option<String>>,
    ) -> Self {
        let meant = meant.into();
        Self { range, slip, meant }
    }

    /// What to put there instead.
    pub(in crate::check::text) fn repair(&self) -> Option<&str> {
        self.meant.as_deref().filter(|_| self.slip.is_fixable())
    }
}
