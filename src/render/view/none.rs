//! Statements that there is none, of a document or in a row of a dataset.

use serde::Serialize;

use crate::model::Period;

/// A statement that there is none.
#[derive(Debug, Clone, Serialize)]
pub(super) struct NoneView {
    /// Its words.
    text: String,
    /// The time it speaks of, in Thai; empty where nobody says.
    period: String,
}

impl NoneView {
    pub(super) fn new(text: &str, period: Option<Period>) -> Self {
        Self {
            text: text.trim().to_owned(),
            period: period.map(|period| period.thai()).unwrap_or_default(),
        }
    }
}
