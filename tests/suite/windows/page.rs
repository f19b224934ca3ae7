//! The manual's page on Windows says of every row how it is known: by a test that is there, or by reading alone.

use std::fs;

use crate::harness::repository;

/// What stands where nothing was run.
const READ_ONLY: &str = "อ่านจากโค้ด ยังไม่ได้รัน · read, not run";

/// The last cell of every row that tells of a behaviour.
fn proofs(page: &str) -> Vec<&str> {
    let (_, table) = page
        .split_once("\n## หลักฐาน · ")
        .expect("the table of behaviour");
    let rows = table.lines().filter(|line| line.starts_with("| "));
    rows.skip(1)
        .map(|row| row.trim_end_matches(" |").rsplit(" | ").next().unwrap())
        .collect()
}

/// Whether the suite, or the program's own unit tests, have a test of this name.
fn is_test(name: &str) -> bool {
    let parts: Vec<&str> = name.split("::").collect();
    let (function, modules) = parts.split_last().unwrap();
    let modules = modules.strip_suffix(&["tests"]).unwrap_or(modules);
    let place = modules.join("/");
    let files = ["tests/suite", "src"].map(|top| {
        let top = repository().join(top).join(&place);
        [top.with_extension("rs"), top.join("mod.rs")]
    });
    let mut texts = files
        .as_flattened()
        .iter()
        .filter_map(|file| fs::read_to_string(file).ok());
    texts.any(|text| {
        let after = text.split_once(&format!("fn {function}("));
        after.is_some_and(|(before, _)| {
            let above = before.rsplit("\n\n").next().unwrap();
            above.contains("#[test]")
        })
    })
}

#[test]
fn every_row_names_a_test_that_is_there_or_says_that_it_was_only_read() {
    let page = fs::read_to_string(repository().join("docs/windows.md")).unwrap();
    let mut faults = Vec::new();
    let proofs = proofs(&page);
    for proof in &proofs {
        let tests: Vec<&str> = proof.split('`').skip(1).step_by(2).collect();
        let missing = tests.iter().filter(|name| !is_test(name));
        faults.extend(missing.map(|name| format!("no test is called {name}")));
        if tests.is_empty() && *proof != READ_ONLY {
            faults.push(format!("neither a test nor \"read\": {proof}"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    let read = proofs.iter().filter(|proof| **proof == READ_ONLY).count();
    assert!(read > 0 && proofs.len() > 2 * read, "{} rows", proofs.len());
}

#[test]
fn what_is_known_to_fail_is_a_test_and_has_a_reason() {
    let known = fs::read_to_string(repository().join("tests/windows/known.txt")).unwrap();
    for line in known
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let words: Vec<&str> = line.splitn(3, ' ').collect();
        let [kind, name, reason] = words[..] else {
            panic!("kind, name, reason: {line}");
        };
        assert!(["fails", "varies"].contains(&kind), "{line}");
        assert!(is_test(name), "no test is called {name}");
        assert!(reason.len() > 20, "{line}");
    }
}
