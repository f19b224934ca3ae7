//! Findings as workflow commands: GitHub Actions shows each beside its line.
//!
//! One command a line, so everything that would end a line or a property is escaped.

use std::fmt::Write as _;

use super::place::Places;
use super::shown::{help_word, shown_path};
use crate::files::Files;
use crate::problem::{Diagnostic, Language, Severity, Words};

/// All findings, one command a line. `folder` is put before every path: annotations go by the path
/// in the repository, and a site may be a folder of it.
pub fn github(findings: &[Diagnostic], files: &Files, folder: &str, language: Language) -> String {
    let mut places = Places::new(files);
    let mut out = String::new();
    for finding in findings {
        let place = places.of(&finding.at);
        let command = match finding.problem.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "notice",
        };
        let Words { message, help } = finding.words(language);
        let _ = writeln!(
            out,
            "::{command} file={},line={},col={},title={}::{}",
            property(&format!("{folder}{}", shown_path(finding))),
            place.line,
            place.column,
            property(finding.problem.code()),
            escaped(&format!("{message}\n{}: {help}", help_word(language))),
        );
    }
    out
}

/// A text that stays on its line.
fn escaped(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A text that stays within its property.
fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{escaped, property};

    #[test]
    fn nothing_leaves_its_line_or_its_property() {
        assert_eq!(escaped("100%\r\nก: ข, ค"), "100%25%0D%0Aก: ข, ค");
        assert_eq!(property("ก%,ข:1\n"), "ก%25%2Cข%3A1%0A");
    }
}
