//! The site is the same whichever system builds it, and whichever wrote its texts.

use crate::harness::{SiteTest, tree};

/// Every text with the line ends of Windows, settings and documents alike.
fn with_windows_line_ends(site: &SiteTest) {
    let texts = tree(site.root()).into_iter();
    let texts = texts.filter(|(name, _)| name.ends_with(".md") || name.ends_with(".toml"));
    let mut changed = 0;
    for (name, bytes) in texts {
        let text = String::from_utf8(bytes).unwrap().replace('\n', "\r\n");
        changed += text.matches("\r\n").count();
        site.write(&name, text);
    }
    assert!(changed > 1000, "only {changed} lines");
}

#[test]
fn line_ends_of_windows_give_the_same_bytes() {
    let site = SiteTest::demonstration();
    site.build();
    let before = tree(&site.path("public"));
    with_windows_line_ends(&site);
    let run = site.build();
    assert!(
        run.stdout.contains("ใหม่ 0 · เปลี่ยน 0 · ถอนออก 0"),
        "{}",
        run.stdout
    );
    assert!(tree(&site.path("public")) == before);
}

/// A folder with the demonstration as another system builds it; `tests/windows/run` makes one.
#[cfg(windows)]
const REFERENCE: &str = "OIT_REFERENCE";

#[cfg(windows)]
#[test]
fn the_demonstration_is_what_linux_builds_byte_for_byte() {
    let Some(reference) = std::env::var_os(REFERENCE) else {
        eprintln!("left out: {REFERENCE} names no folder");
        return;
    };
    let site = SiteTest::demonstration();
    site.build();
    let (here, there) = (tree(&site.path("public")), tree(reference.as_ref()));
    assert!(there.len() > 200, "{} files", there.len());
    let names = here.keys().chain(there.keys());
    let differing: Vec<&String> = names
        .filter(|name| here.get(*name) != there.get(*name))
        .collect();
    assert!(differing.is_empty(), "{differing:?}");
}
