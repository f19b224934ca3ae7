//! Whether findings stand inside their files: what must hold for any input whatever.
//!
//! The fuzz targets (`fuzz/`) hold the program to the same, so this asks for nothing but the library.

use oit::files::Files;
use oit::problem::emit::{github, json, sarif, text};
use oit::problem::{Diagnostic, Language};
use serde_json::Value;

/// Fails where a finding points outside its file, or cannot be told in every language and format.
pub(crate) fn stand_inside(findings: &[Diagnostic], files: &Files) {
    for finding in findings {
        let (path, range) = (&finding.at.path, &finding.at.range);
        let text = files.shown(path).map_or("", |text| text);
        let whole = range.start <= range.end && text.get(range.clone()).is_some();
        assert!(whole, "{path} {range:?} of {}: {finding:?}", text.len());
    }
    for language in [Language::Thai, Language::English] {
        let told: Value = serde_json::from_str(&json(findings, files, language)).expect("JSON");
        let told = told["findings"].as_array().expect("a list");
        assert_eq!(told.len(), findings.len());
        for finding in told {
            has_a_place(finding, files);
        }
        serde_json::from_str::<Value>(&sarif(findings, files, "", language)).expect("SARIF");
        let lines = github(findings, files, "", language).lines().count();
        assert_eq!(lines, findings.len(), "a finding is one line");
        text(findings, files, None, language);
    }
}

/// Line and column of a finding must be there: at most one column after the end of the line.
fn has_a_place(finding: &Value, files: &Files) {
    let number = |key: &str| {
        let number = finding[key].as_u64().expect("a number");
        usize::try_from(number).expect("a small one")
    };
    let (line, column) = (number("line"), number("column"));
    let text = finding["file"].as_str().and_then(|path| files.shown(path));
    let text = text.map_or("", |text| text);
    let found = text.split('\n').nth(line - 1);
    let letters = found.map(|line| line.chars().count());
    let fits = letters.is_some_and(|letters| (1..=letters + 1).contains(&column));
    assert!(fits, "{finding}");
}
