//! The clean corpus: a site with every kind of item and nothing to find. It holds the rules to saying
//! nothing where nothing is wrong.
//!
//! It is the demonstration without its deliberate gaps: `tests/fixtures/clean` adds what is lacking,
//! and [`REPAIRS`] are the lines that a clerk would type.

use crate::harness::{SiteTest, repository};

/// File of the demonstration, what stands there, what is typed instead.
const REPAIRS: [(&str, &str, &str); 8] = [
    (
        "o02/index.md",
        "phone = \"0 0000 0036\"\n",
        "phone = \"0 0000 0036\"\nphoto = \"photos/strategy.jpg\"\n",
    ),
    ("o16/index.md", "unit = [", "period = \"2566-H1\"\nunit = ["),
    (
        "o29/index.md",
        "closed = \"ดำเนินการแล้วเสร็จ\"\n",
        "closed = \"ดำเนินการแล้วเสร็จ\"\nopen = \"อยู่ระหว่างดำเนินการ\"\n",
    ),
    ("o29/index.md", "closed = 0\n", "closed = 0\nopen = 1\n"),
    ("o29/index.md", "closed = 1\n", "closed = 1\nopen = 0\n"),
    // What has headings only is still being written.
    (
        "o33/index.md",
        "unit = \"clerk\"\n",
        "unit = \"clerk\"\ndraft = true\n",
    ),
    // So is what is dated far ahead.
    ("o35/index.md", "date = \"2580-01-15\"\n", "draft = true\n"),
    // Nothing is to be accepted on purpose here.
    ("o07/register-opens.md", "allow = [", "# allow = ["),
];

fn clean() -> SiteTest {
    let site = SiteTest::empty();
    for path in ["site.toml", "seal.png", "content"] {
        site.copy_in(path, &repository().join(path));
    }
    site.copy_in(
        "content",
        &repository().join("tests/fixtures/clean/content"),
    );
    for (file, found, typed) in REPAIRS {
        let path = format!("content/2566/{file}");
        let text = site.read(&path);
        assert!(text.contains(found), "{file}: {found}");
        site.write(&path, text.replace(found, typed));
    }
    site
}

#[test]
fn a_clean_site_has_no_finding_at_all() {
    let site = clean();
    let run = site.run(&["check", "--strict", "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.stdout);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(report["findings"], serde_json::json!([]), "{}", run.stdout);
    let texts = crate::harness::tree(&site.path("content"));
    for (name, bytes) in texts {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("\nallow = "), "{name} accepts a finding");
    }
}

#[test]
fn every_item_that_the_clean_site_publishes_is_complete() {
    let site = clean();
    site.build();
    let counts = &site.checklist(2566)["counts"];
    assert_eq!(counts["incomplete"], 0, "{counts}");
    // Those that the demonstration publishes, and one more whose only file belonged to nobody.
    assert_eq!(counts["complete"], 36, "{counts}");
}
