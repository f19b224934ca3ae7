//! Findings as strings: pictures for people, and the formats that machines read.
//!
//! In: findings in their order and the texts they point into. Out: strings; nothing is printed
//! here. All formats tell the same findings in the same order at the same places.

mod github;
mod json;
mod line;
mod place;
mod sarif;
mod text;

pub use github::github;
pub use json::json;
pub use line::{Line, lines};
pub use sarif::sarif;
pub use text::text;

use std::borrow::Cow;

use super::{Diagnostic, Language, Severity};
use crate::thai::citizen_number::masked_text;

/// The file or folder of a finding. A citizen number in its name is masked, like those in sentences:
/// what is said stands in logs that others read.
fn shown_path(finding: &Diagnostic) -> Cow<'_, str> {
    if finding.at.path.is_empty() {
        Cow::Borrowed(".")
    } else {
        masked_text(&finding.at.path)
    }
}

/// What a finding is called by its severity.
pub fn severity_word(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Error => language.choose("ผิด", "error"),
        Severity::Warning => language.choose("เตือน", "warning"),
        Severity::Advice => language.choose("แนะนำ", "advice"),
    }
}

/// What goes before the line that says what to do.
pub fn help_word(language: Language) -> &'static str {
    language.choose("แก้ไข", "help")
}
