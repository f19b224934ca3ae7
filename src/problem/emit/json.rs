//! Findings as the JSON of the contract.

use serde::Serialize;

use super::place::{Place, Places};
use super::shown::shown_path;
use crate::files::Files;
use crate::problem::{Diagnostic, Language, Words, counts};

#[derive(Serialize)]
struct Report {
    findings: Vec<Finding>,
    counts: ReportCounts,
}

#[derive(Serialize)]
struct ReportCounts {
    errors: usize,
    warnings: usize,
    advice: usize,
}

#[derive(Serialize)]
struct Finding {
    code: &'static str,
    severity: &'static str,
    message: String,
    help: String,
    file: String,
    line: usize,
    column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
}

/// All findings as the JSON of the contract.
pub fn json(findings: &[Diagnostic], files: &Files, language: Language) -> String {
    let [errors, warnings, advice] = counts(findings);
    let mut places = Places::new(files);
    let report = Report {
        findings: findings
            .iter()
            .map(|finding| told(finding, &places.of(&finding.at), language))
            .collect(),
        counts: ReportCounts {
            errors,
            warnings,
            advice,
        },
    };
    let mut text = serde_json::to_string_pretty(&report).unwrap_or_default();
    text.push('\n');
    text
}

fn told(finding: &Diagnostic, place: &Place<'_>, language: Language) -> Finding {
    let Words { message, help } = finding.words(language);
    Finding {
        code: finding.problem.code(),
        severity: finding.problem.severity().name(),
        message,
        help,
        file: shown_path(finding).into_owned(),
        line: place.line,
        column: place.column,
        item: finding.item.map(|(_, number)| number.to_string()),
    }
}
