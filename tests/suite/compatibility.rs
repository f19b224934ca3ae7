//! A site of 0.1 is built by the program of today, and keeps every address.

use std::fs;
use std::path::PathBuf;

use crate::harness::{SiteTest, evidence_fixture, pdf, repository};

/// What had to be corrected: the line as it was typed, and as it must be now. `docs/compatibility.md` says so too.
const CORRECTIONS: [(&str, &str, &str); 2] = [
    (
        "content/2566/o11/index.md",
        "components = [1, 5]",
        "components = [1, 3]",
    ),
    (
        "content/2566/o31/index.md",
        "components = [2, 3, 4]",
        "components = [2, 3]",
    ),
];

fn fixture(name: &str) -> PathBuf {
    repository().join("tests/fixtures/sites-0.1").join(name)
}

fn lines(name: &str) -> Vec<String> {
    let text = fs::read_to_string(fixture(name)).unwrap();
    text.lines().map(str::to_owned).collect()
}

/// The site as it was written, with something in the place of each file that was left out.
fn site() -> SiteTest {
    let site = SiteTest::copy_of("tests/fixtures/sites-0.1/site");
    for path in lines("left-out.txt") {
        if path.ends_with(".pdf") {
            let each = path.bytes().map(|byte| format!("{byte:02x}"));
            site.write(&path, pdf(&each.collect::<String>()));
        } else {
            let picture = evidence_fixture("photo.jpg");
            site.write(&path, [&picture, path.as_bytes()].concat());
        }
    }
    site
}

#[test]
fn a_site_of_0_1_keeps_every_address() {
    let site = site();
    let errors: Vec<(String, String)> = site
        .findings()
        .into_iter()
        .filter(|finding| finding.severity == "error")
        .map(|finding| (finding.code, finding.at))
        .collect();
    let found: Vec<(&str, &str)> = errors
        .iter()
        .map(|(code, at)| (&**code, at.split(':').next().unwrap()))
        .collect();
    assert_eq!(
        found,
        CORRECTIONS.map(|(path, _, _)| ("component-out-of-range", path)),
        "what must be changed by hand is what the manual says"
    );
    for (path, before, now) in CORRECTIONS {
        let text = site.read(path);
        assert!(text.contains(before), "{path}");
        site.write(path, text.replace(before, now));
    }
    site.build();
    let addresses = lines("addresses.txt");
    assert!(addresses.len() > 200, "{}", addresses.len());
    let gone: Vec<&String> = addresses
        .iter()
        .filter(|address| !site.exists(&format!("public/{address}")))
        .collect();
    assert!(gone.is_empty(), "{gone:#?}");
}

#[test]
fn the_manual_says_what_must_be_changed() {
    let manual = fs::read_to_string(repository().join("docs/compatibility.md")).unwrap();
    for (path, before, now) in CORRECTIONS {
        let item = path.split('/').nth(2).unwrap().to_uppercase();
        let list = |line: &str| line.trim_start_matches("components = ").to_owned();
        let said = format!("{item} จาก `{}` เป็น `{}`", list(before), list(now));
        assert!(manual.contains(&said), "{said}");
    }
}
