//! What is owed beyond components and periods, as a clerk gets them wrong.

use super::Case;

#[rustfmt::skip]
pub(super) const CASES: &[Case] = &[];
