//! Findings as text for people and as JSON for machines.
//!
//! In: findings and the texts they point into. Out: strings. `annotate-snippets` draws the picture
//! because it counts display width, so that the caret sits under the right Thai letter.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use super::{Diagnostic, Language, Problem, Severity, counts};
use crate::model::citizen_number::blotted;
use crate::model::{Counts, Status, Year};
use crate::source::{Files, SitePath, Span, mark_length};

/// Lines that are longer are not drawn: nobody finds a caret in them.
const LONGEST_LINE: usize = 4096;

/// All findings as pictures, and a line that counts them; empty when there are none.
pub fn text(findings: &[Diagnostic], files: &Files, language: Language) -> String {
    let renderer = Renderer::styled();
    let mut places = Places::new(files);
    let mut out = String::new();
    for finding in findings {
        let place = places.of(&finding.at);
        out.push_str(&picture(finding, &place, language, &renderer));
        out.push_str("\n\n");
    }
    if !findings.is_empty() {
        let _ = writeln!(out, "{}", summary(findings, language));
    }
    out
}

fn picture(
    finding: &Diagnostic,
    place: &Place<'_>,
    language: Language,
    renderer: &Renderer,
) -> String {
    let message = finding.problem.message(language);
    let help = finding.problem.help(language);
    let title = level(finding.problem.severity(), language)
        .primary_title(message)
        .id(finding.problem.code());
    let path = shown_path(finding);
    let group = match place.text {
        None => title.element(Origin::path(path)),
        Some(line) if line.len() > LONGEST_LINE => {
            let origin = Origin::path(path).line(place.line);
            title.element(origin.char_column(place.column))
        }
        Some(line) => title.element(
            Snippet::source(line_without_personal(finding, place, line))
                .line_start(place.line)
                .path(path)
                .annotation(AnnotationKind::Primary.span(place.range.clone())),
        ),
    };
    let help = help_level(language).message(help);
    let report: [Group<'_>; 1] = [group.element(help)];
    renderer.render(&report)
}

/// The line as it may stand in a log: without citizen numbers, and without the digits of the place
/// itself where the finding is about personal data.
fn line_without_personal(finding: &Diagnostic, place: &Place<'_>, line: &str) -> String {
    let also = match finding.problem {
        Problem::Personal(_) => place.range.clone(),
        _ => 0..0,
    };
    blotted(line, &also)
}

/// A place as people name it.
struct Place<'a> {
    line: usize,
    column: usize,
    /// Its line, without line end and byte-order mark; `None` where there is no text.
    text: Option<&'a str>,
    /// The place within that line.
    range: Range<usize>,
}

/// Finds lines and columns for places that come in order, without counting from the top each time.
struct Places<'a> {
    files: &'a Files,
    /// The last place: file, offset, line, and column of that offset.
    last: (SitePath, usize, usize, usize),
}

impl<'a> Places<'a> {
    fn new(files: &'a Files) -> Self {
        Self {
            files,
            last: (SitePath::from(""), 0, 1, 1),
        }
    }

    fn of(&mut self, at: &Span) -> Place<'a> {
        let Some(text) = self.files.shown(&at.path).filter(|text| !text.is_empty()) else {
            return Place {
                line: 1,
                column: 1,
                text: None,
                range: 0..0,
            };
        };
        let start = floor(text, at.range.start);
        let (path, offset, mut line, mut column) = self.last.clone();
        let mut from = offset;
        if path != at.path || offset > start {
            (from, line, column) = (0, 1, 1);
        }
        for letter in text[from..start].chars() {
            match letter {
                '\n' => (line, column) = (line + 1, 1),
                '\u{feff}' => {}
                _ => column += 1,
            }
        }
        self.last = (at.path.clone(), start, line, column);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let shown = text[line_start..line_end].trim_end_matches('\r');
        let mark = mark_length(shown);
        let end = floor(text, at.range.end)
            .clamp(start, line_start + shown.len().max(start - line_start));
        let inside = |offset: usize| (offset - line_start).saturating_sub(mark);
        Place {
            line,
            column,
            text: Some(&shown[mark..]),
            range: inside(start)..inside(end),
        }
    }
}

/// An offset, moved back to the start of a character of the text.
fn floor(text: &str, mut offset: usize) -> usize {
    offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
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

/// The lines that say where a year stands, and which items still owe something.
pub fn status(year: &Year, language: Language) -> String {
    let (fiscal_year, counts) = (year.fiscal_year(), year.counts());
    let Counts {
        items,
        complete,
        incomplete,
        missing,
    } = counts;
    let (head, words) = match language {
        Language::Thai => (
            format!(
                "ปี {fiscal_year} มี {items} ข้อ: ครบถ้วน {complete} · ยังไม่ครบ {incomplete} · ยังไม่เผยแพร่ {missing}"
            ),
            ["ยังไม่ครบ", "ยังไม่เผยแพร่"],
        ),
        Language::English => (
            format!(
                "{fiscal_year}: {items} items: {complete} complete · {incomplete} incomplete · {missing} missing"
            ),
            ["incomplete", "missing"],
        ),
    };
    let mut lines = vec![head];
    for (status, word) in [Status::Incomplete, Status::Missing].into_iter().zip(words) {
        let of_status = year.items.iter().filter(|item| item.state.status == status);
        let labels: Vec<String> = of_status.map(|item| item.number.label()).collect();
        if !labels.is_empty() {
            lines.push(format!("  {word}: {}", labels.join(" ")));
        }
    }
    lines.join("\n")
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
            .map(|finding| json_finding(finding, &places.of(&finding.at), language))
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

fn json_finding(finding: &Diagnostic, place: &Place<'_>, language: Language) -> Finding {
    Finding {
        code: finding.problem.code(),
        severity: finding.problem.severity().name(),
        message: finding.problem.message(language),
        help: finding.problem.help(language),
        file: shown_path(finding).to_owned(),
        line: place.line,
        column: place.column,
        item: finding.item.map(|(_, number)| number.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::Places;
    use crate::source::{Entry, Files, SitePath, Span};

    #[test]
    fn columns_count_characters_not_bytes_or_cells() {
        let path = SitePath::from("a.md");
        let mut files = Files::default();
        let text = "\u{feff}ab\r\nที่x\r\nค";
        files.entries.insert(path.clone(), Entry::Text(text.into()));
        let mut places = Places::new(&files);
        let mut at = |range: std::ops::Range<usize>| {
            let place = places.of(&Span::new(&path, range));
            (
                place.line,
                place.column,
                place.text.unwrap().to_owned(),
                place.range,
            )
        };
        assert_eq!(at(0..0), (1, 1, "ab".to_owned(), 0..0));
        assert_eq!(at(4..99), (1, 2, "ab".to_owned(), 1..2));
        assert_eq!(at(16..17), (2, 4, "ที่x".to_owned(), 9..10));
        assert_eq!(at(999..999), (3, 2, "ค".to_owned(), 3..3));
        assert_eq!(at(3..4), (1, 1, "ab".to_owned(), 0..1));
    }
}
