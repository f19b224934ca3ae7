//! Findings as strings: pictures for people, and the formats that machines read.
//!
//! In: findings in their order and the texts they point into. Out: strings; nothing is printed
//! here. All formats tell the same findings in the same order at the same places.

mod github;
mod json;
mod place;
mod sarif;
mod text;

pub use github::github;
pub use json::json;
pub use sarif::sarif;
pub use text::text;

use std::borrow::Cow;

use super::{Diagnostic, Language};
use crate::model::citizen_number::masked_text;

/// The file or folder of a finding. A citizen number in its name is masked, like those in sentences:
/// what is said stands in logs that others read.
fn shown_path(finding: &Diagnostic) -> Cow<'_, str> {
    if finding.at.path.is_empty() {
        Cow::Borrowed(".")
    } else {
        masked_text(&finding.at.path)
    }
}

/// What goes before the line that says what to do.
fn help_word(language: Language) -> &'static str {
    language.choose("แก้ไข", "help")
}
