//! Personal data, as a clerk gets them wrong.

use super::Case;

#[rustfmt::skip]
pub(super) const CASES: &[Case] = &[];
