//! Findings as a few strings each, for a reader that draws them itself: the pages of `oit serve`.

use super::place::Places;
use super::shown::{severity_word, shown_path};
use crate::files::Files;
use crate::problem::{Diagnostic, Language, Severity, Words};

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// How grave it is.
    pub severity: Severity,
    /// The same in a word.
    pub word: &'static str,
    /// The code of the fault.
    pub code: &'static str,
    /// The sentence that says what is wrong.
    pub message: String,
    /// What to do, or type.
    pub help: String,
    /// `file:line:column`; the file or folder alone where there is no text to point into.
    pub place: String,
}

/// Findings in words, in their order.
pub fn lines<'a>(
    findings: impl IntoIterator<Item = &'a Diagnostic>,
    files: &Files,
    language: Language,
) -> Vec<Line> {
    let mut places = Places::new(files);
    let told = findings.into_iter().map(|finding| {
        let path = shown_path(finding);
        let place = places.of(&finding.at);
        let severity = finding.problem.severity();
        let Words { message, help } = finding.words(language);
        Line {
            severity,
            word: severity_word(severity, language),
            code: finding.problem.code(),
            message,
            help,
            place: match place.text {
                Some(_) => format!("{path}:{}:{}", place.line, place.column),
                None => path.into_owned(),
            },
        }
    });
    told.collect()
}
