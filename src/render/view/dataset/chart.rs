//! Charts as data: every bar has its label and its number, so that the same view is a table.

use serde::Serialize;

use super::projects::length;
use super::sheet::score;

/// How much of its place the bar of a full score takes, so that its number stands behind it.
const WHOLE: f64 = 0.8;

/// A bar of a score, 0–100, with its number at its end.
#[derive(Debug, Clone, Serialize)]
pub(super) struct BarView {
    /// To be read: `84.60`.
    pub(super) value: String,
    /// Its length in percent of its place.
    pub(super) length: String,
}

impl BarView {
    pub(super) fn new(value: f64) -> Self {
        Self {
            value: score(value),
            length: place(value),
        }
    }
}

/// Where a score stands, in percent of the place of a bar.
pub(super) fn place(value: f64) -> String {
    length(value.clamp(0.0, 100.0) * WHOLE)
}
