//! Findings as text for people and as JSON for machines.
//!
//! In: findings and the texts they point into. Out: strings. `annotate-snippets` draws the picture
//! because it counts display width, so that the caret sits under the right Thai letter.

use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use super::{Diagnostic, Language, Severity, counts};
use crate::model::{Counts, Year};
use crate::source::{Files, line_column};

/// All findings as pictures, and a line that counts them; empty when there are none.
pub fn text(findings: &[Diagnostic], files: &Files, language: Language) -> String {
    let renderer = Renderer::styled();
    let mut out = String::new();
    for finding in findings {
        out.push_str(&picture(finding, files, language, &renderer));
        out.push_str("\n\n");
    }
    if !findings.is_empty() {
        let _ = writeln!(out, "{}", summary(findings, language));
    }
    out
}

fn picture(finding: &Diagnostic, files: &Files, language: Language, renderer: &Renderer) -> String {
    let message = finding.problem.message(language);
    let help = finding.problem.help(language);
    let title = level(finding.problem.severity(), language)
        .primary_title(message)
        .id(finding.problem.code());
    let path = shown_path(finding);
    let group = match files.shown(&finding.at.path).map(|text| without_mark(text)) {
        Some((text, mark)) if !text.is_empty() => {
            let range = finding.at.range.start.saturating_sub(mark)
                ..finding.at.range.end.saturating_sub(mark);
            let range = visible(text, &range);
            title.element(
                Snippet::source(text)
                    .path(path)
                    .annotation(AnnotationKind::Primary.span(range)),
            )
        }
        _ => title.element(Origin::path(path)),
    };
    let help = help_level(language).message(help);
    let report: [Group<'_>; 1] = [group.element(help)];
    renderer.render(&report)
}

/// The line that counts errors, warnings and advice.
pub fn summary(findings: &[Diagnostic], language: Language) -> String {
    let [errors, warnings, advice] = counts(findings);
    match language {
        Language::Thai => {
            format!("ข้อผิดพลาด {errors} · คำเตือน {warnings} · คำแนะนำ {advice}")
        }
        Language::English => {
            let plural = |count: usize| if count == 1 { "" } else { "s" };
            format!(
                "{errors} error{} · {warnings} warning{} · {advice} advice",
                plural(errors),
                plural(warnings)
            )
        }
    }
}

/// The line that says where a year stands.
pub fn status(year: &Year, language: Language) -> String {
    let (fiscal_year, counts) = (year.fiscal_year(), year.counts());
    let Counts {
        items,
        complete,
        incomplete,
        missing,
    } = counts;
    match language {
        Language::Thai => format!(
            "ปี {fiscal_year} มี {items} ข้อ: ครบถ้วน {complete} · ยังไม่ครบ {incomplete} · ยังไม่เผยแพร่ {missing}"
        ),
        Language::English => format!(
            "{fiscal_year}: {items} items: {complete} complete · {incomplete} incomplete · {missing} missing"
        ),
    }
}

fn level(severity: Severity, language: Language) -> Level<'static> {
    let (level, name) = match (severity, language) {
        (Severity::Error, Language::Thai) => (Level::ERROR, "ผิด"),
        (Severity::Error, Language::English) => (Level::ERROR, "error"),
        (Severity::Warning, Language::Thai) => (Level::WARNING, "เตือน"),
        (Severity::Warning, Language::English) => (Level::WARNING, "warning"),
        (Severity::Advice, Language::Thai) => (Level::NOTE, "แนะนำ"),
        (Severity::Advice, Language::English) => (Level::NOTE, "advice"),
    };
    level.with_name(name)
}

fn help_level(language: Language) -> Level<'static> {
    match language {
        Language::Thai => Level::HELP.with_name("แก้ไข"),
        Language::English => Level::HELP.with_name("help"),
    }
}

fn shown_path(finding: &Diagnostic) -> &str {
    if finding.at.path.is_empty() {
        "."
    } else {
        &finding.at.path
    }
}

/// A text without its byte-order mark, which no editor shows, and the mark's length.
fn without_mark(text: &str) -> (&str, usize) {
    let plain = text.trim_start_matches('\u{feff}');
    (plain, text.len() - plain.len())
}

/// The range, moved to whole characters inside the text and cut to its first line, so that a
/// picture never runs over a page.
fn visible(text: &str, range: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(range.start);
    let end = floor(range.end).max(start);
    let line_end = text[start..]
        .find(['\n', '\r'])
        .map_or(text.len(), |n| start + n);
    start..end.min(line_end).max(start)
}

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
    let report = Report {
        findings: findings
            .iter()
            .map(|finding| json_finding(finding, files, language))
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

fn json_finding(finding: &Diagnostic, files: &Files, language: Language) -> Finding {
    let (line, column) = files
        .shown(&finding.at.path)
        .map_or((1, 1), |text| line_column(text, finding.at.range.start));
    Finding {
        code: finding.problem.code(),
        severity: finding.problem.severity().name(),
        message: finding.problem.message(language),
        help: finding.problem.help(language),
        file: shown_path(finding).to_owned(),
        line,
        column,
        item: finding.item.map(|(_, number)| number.to_string()),
    }
}
