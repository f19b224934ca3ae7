//! Findings as pictures for people, under one heading a file.
//!
//! `annotate-snippets` draws the picture because it counts display width, so that the caret sits
//! under the right Thai letter.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::place::{Place, Places};
use super::shown::{help_word, severity_word, shown_path};
use crate::files::Files;
use crate::model::Site;
use crate::problem::{Diagnostic, Language, Problem, Severity, Words};
use crate::thai::citizen_number::{blotted, masked_text};

/// Lines that are longer are not drawn: nobody finds a caret in them.
const LONGEST_LINE: usize = 4096;

/// Findings of one code in one file that are drawn; who sees ten of them knows what to look for.
const ALIKE: usize = 10;

/// Lines that are named of those that are not drawn.
const LINES: usize = 12;

/// All findings as pictures; empty when there are none. Without a site there are no headings.
pub fn text(
    findings: &[Diagnostic],
    files: &Files,
    site: Option<&Site>,
    language: Language,
) -> String {
    let renderer = Renderer::styled();
    let mut places = Places::new(files);
    let mut out = String::new();
    let of_one =
        |a: &Diagnostic, b: &Diagnostic| a.at.path == b.at.path && a.subject() == b.subject();
    for group in findings.chunk_by(of_one) {
        if let Some(site) = site {
            // Bold, where the stream can show it.
            let _ = writeln!(
                out,
                "\u{1b}[1m{}\u{1b}[0m\n",
                heading(&group[0], site, language)
            );
        }
        let mut folded: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut drawn: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in group {
            let place = places.of(&finding.at);
            let count = drawn.entry(finding.problem.code()).or_default();
            *count += 1;
            if *count > ALIKE {
                let lines = folded.entry(finding.problem.code()).or_default();
                lines.push(place.line);
                continue;
            }
            out.push_str(&picture(finding, &place, language, &renderer));
            out.push_str("\n\n");
        }
        for (code, lines) in folded {
            let _ = writeln!(out, "{}\n", more(code, lines, language));
        }
    }
    out
}

/// A name as a terminal may have it: whoever names a file gives the terminal no orders by it.
fn printable(path: &str) -> String {
    path.replace(char::is_control, "\u{fffd}")
}

/// What a group of findings is about: `ข้อ O12 รายงานผล… · content/2566/o12/index.md`.
fn heading(finding: &Diagnostic, site: &Site, language: Language) -> String {
    let path = printable(&shown_path(finding));
    let what = match finding.subject() {
        None => language.choose("ทั้งเว็บไซต์", "Whole site").to_owned(),
        Some((year, None)) => format!("{} {year}", language.choose("ปี", "Year")),
        Some((year, Some(number))) => {
            let asked = site.year(year).and_then(|year| year.framework.item(number));
            let title = asked.map_or("", |item| item.title.as_str());
            let mut what = format!("{} {}", language.choose("ข้อ", "Item"), number.label());
            if site.current != Some(year) {
                let _ = write!(what, " {} {year}", language.choose("ปี", "of"));
            }
            format!("{what} {}", masked_text(title))
                .trim_end()
                .to_owned()
        }
    };
    format!("{what} · {path}")
}

/// The line that stands for the findings that are not drawn.
fn more(code: &str, mut lines: Vec<usize>, language: Language) -> String {
    let count = lines.len();
    lines.dedup();
    let cut = if lines.len() > LINES { " …" } else { "" };
    let lines: Vec<String> = lines.iter().take(LINES).map(usize::to_string).collect();
    let lines = lines.join(", ");
    match language {
        Language::Thai => format!("…และอีก {count} แห่งในไฟล์นี้ [{code}] บรรทัด {lines}{cut}"),
        Language::English => {
            format!("… and {count} more in this file [{code}], lines {lines}{cut}")
        }
    }
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

fn picture(
    finding: &Diagnostic,
    place: &Place<'_>,
    language: Language,
    renderer: &Renderer,
) -> String {
    let Words { message, help } = finding.words(language);
    let title = level(finding.problem.severity(), language)
        .primary_title(message)
        .id(finding.problem.code());
    let path = printable(&shown_path(finding));
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
    let help = Level::HELP.with_name(help_word(language)).message(help);
    let report: [Group<'_>; 1] = [group.element(help)];
    renderer.render(&report)
}

fn level(severity: Severity, language: Language) -> Level<'static> {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::NOTE,
    };
    level.with_name(severity_word(severity, language))
}
