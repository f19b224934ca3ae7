//! Findings as SARIF 2.1.0, which editors, GitHub and GitLab read.
//!
//! Columns count characters, as everywhere in this program. Only the rules that were broken are
//! listed, with what the manual says of them.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde_json::{Value, json};

use super::place::{Place, Places};
use super::shown::{help_word, shown_path};
use crate::files::Files;
use crate::problem::manual::{entry, paragraphs};
use crate::problem::{Diagnostic, Language, Severity, Words};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The name of the folder that addresses start from, as GitHub knows it.
const ROOT: &str = "SRCROOT";

/// What stays as it is in the path of a relative address. A colon would make the first part a scheme.
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The log: one run. What there is one of is put together as it comes; what there may be twenty
/// thousand of has types.
#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [SarifRun; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRun {
    tool: Value,
    column_kind: &'static str,
    original_uri_base_ids: Value,
    results: Vec<SarifResult>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: SarifMessage,
    #[serde(skip_serializing_if = "Option::is_none")]
    locations: Option<[Location; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    properties: Option<Properties>,
}

#[derive(Serialize)]
struct SarifMessage {
    text: String,
}

#[derive(Serialize)]
struct Properties {
    /// `2566/o12`
    item: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: Physical,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    uri: String,
    uri_base_id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
}

/// All findings as one run. `folder` is put before every path: addresses start where the command
/// was run, and a site may be a folder of that.
pub fn sarif(findings: &[Diagnostic], files: &Files, folder: &str, language: Language) -> String {
    let mut broken: Vec<(&'static str, Severity)> = findings
        .iter()
        .map(|finding| (finding.problem.code(), finding.problem.severity()))
        .collect();
    broken.sort_unstable();
    broken.dedup_by_key(|(code, _)| *code);
    let rules = broken.iter();
    let rules: Vec<Value> = rules
        .map(|(code, severity)| rule(code, *severity, language))
        .collect();
    let mut places = Places::new(files);
    let results = findings.iter().map(|finding| {
        let place = places.of(&finding.at);
        result(finding, &place, folder, &broken, language)
    });
    let run = SarifRun {
        tool: json!({ "driver": {
            "name": env!("CARGO_PKG_NAME"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "language": language.choose("th", "en"),
            "rules": rules,
        } }),
        column_kind: "unicodeCodePoints",
        original_uri_base_ids: json!({ ROOT: { "description": {
            "text": "The folder in which the command was run.",
        } } }),
        results: results.collect(),
    };
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [run],
    };
    let mut text = serde_json::to_string_pretty(&log).unwrap_or_default();
    text.push('\n');
    text
}

fn result(
    finding: &Diagnostic,
    place: &Place<'_>,
    folder: &str,
    broken: &[(&'static str, Severity)],
    language: Language,
) -> SarifResult {
    let code = finding.problem.code();
    let Words { message, help } = finding.words(language);
    SarifResult {
        rule_id: code,
        rule_index: broken.partition_point(|(other, _)| *other < code),
        level: level(finding.problem.severity()),
        message: SarifMessage {
            text: format!("{message}\n{}: {help}", help_word(language)),
        },
        locations: location(finding, place, folder).map(|location| [location]),
        properties: finding.subject().and_then(|(year, item)| {
            let item = format!("{year}/{}", item?);
            Some(Properties { item })
        }),
    }
}

/// Where a finding is; nowhere for a folder that is no site, and may be anywhere on the machine.
fn location(finding: &Diagnostic, place: &Place<'_>, folder: &str) -> Option<Location> {
    let path = shown_path(finding);
    if path.starts_with(['/', '\\']) || path.contains(":\\") {
        return None;
    }
    let has_text = place.text.is_some();
    Some(Location {
        physical_location: Physical {
            artifact_location: Artifact {
                uri: utf8_percent_encode(&format!("{folder}{path}"), PATH).to_string(),
                uri_base_id: ROOT,
            },
            region: Region {
                start_line: place.line,
                start_column: has_text.then_some(place.column),
                end_column: has_text.then(|| place.end_column()),
            },
        },
    })
}

fn rule(code: &str, severity: Severity, language: Language) -> Value {
    let mut rule = json!({
        "id": code,
        "defaultConfiguration": { "level": level(severity) },
    });
    if let Some(entry) = entry(code) {
        // The level comes first, and the rule has it already.
        let parts = paragraphs(entry).split_off(1);
        let part = match language {
            Language::Thai => parts.first(),
            Language::English => parts.last(),
        };
        let line = part.and_then(|part| part.lines().next());
        rule["shortDescription"] = json!({ "text": line.unwrap_or(code) });
        let help = parts.join("\n\n");
        rule["help"] = json!({ "text": help, "markdown": help });
    }
    rule
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}
