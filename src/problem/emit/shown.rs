//! What all formats show of a finding in the same words: its path, its severity, its help.

use std::borrow::Cow;

use crate::problem::{Diagnostic, Language, Severity};
use crate::thai::citizen_number::masked_text;

/// The file or folder of a finding. A citizen number in its name is masked, like those in sentences:
/// what is said stands in logs that others read.
pub(super) fn shown_path(finding: &Diagnostic) -> Cow<'_, str> {
    if finding.at.path.is_empty() {
        Cow::Borrowed(".")
    } else {
        masked_text(&finding.at.path)
    }
}

/// What a finding is called by its severity.
pub(super) fn severity_word(severity: Severity, language: Language) -> &'static str {
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
