//! `oit --version`: which program this is, and which list it knows.

use std::process::Command;

use oit::parse::framework::built_in_years;

use crate::harness::{oit, repository, run};

fn said(language: &str) -> String {
    run(oit().args(["--version", "--lang", language])).stdout
}

#[test]
fn the_version_the_commit_and_the_newest_list_are_told() {
    let newest = built_in_years().into_iter().max().unwrap();
    let (thai, english) = (said("th"), said("en"));
    let first = english.lines().next().unwrap();
    assert_eq!(thai.lines().next(), Some(first), "machines read this line");
    let rest = first.strip_prefix(&format!("oit {}", env!("CARGO_PKG_VERSION")));
    let rest = rest.unwrap_or_else(|| panic!("{first}"));
    let list = format!("newest built-in list: {newest}, provisional");
    assert_eq!(english.lines().nth(1), Some(&*list));
    assert!(thai.contains(&newest.to_string()), "{thai}");
    let mut git = Command::new("git");
    git.args(["rev-parse", "HEAD"]).current_dir(repository());
    match (repository().join(".git").exists(), git.output()) {
        (true, Ok(head)) if head.status.success() => {
            let head = String::from_utf8(head.stdout).unwrap();
            let commit = rest.trim_start_matches(" (").trim_end_matches([')', '+']);
            assert!(commit.len() == 12 && head.starts_with(commit), "{first}");
        }
        (false, _) => assert_eq!(rest, "", "no repository, no commit"),
        // Built where there was a git, and tested where there is none.
        (true, _) => {}
    }
}
