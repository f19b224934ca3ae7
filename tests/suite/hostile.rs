//! What nobody types and a program may: lines as long as a file, numbers in every name. A check ends
//! soon, and says no citizen number to anybody.

use std::time::{Duration, Instant};

use crate::harness::{SiteTest, pdf_of};

/// Nobody's: no province has the code 99.
const NUMBER: &str = "3990123456785";
/// The same with a check digit that is wrong.
const NO_NUMBER: &str = "3990123456780";
/// A slow machine at work needs a few seconds; what grows with the square of a line needs minutes.
const SOON: Duration = Duration::from_secs(60);

#[test]
fn a_line_as_long_as_a_file_is_checked_soon() {
    for line in [
        format!("{NO_NUMBER}/").repeat(100_000),
        format!("{NO_NUMBER}x ").repeat(100_000),
        format!("q{}", "\u{301}".repeat(500_000)),
    ] {
        let site = SiteTest::new();
        let text = format!("+++\ntitle = \"โครงสร้าง\"\n+++\n\nโครงสร้าง\n\n{line}\n");
        site.write("content/2566/o01/index.md", text);
        let start = Instant::now();
        let findings = site.findings();
        assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
        assert!(
            findings
                .iter()
                .all(|finding| finding.code != "citizen-number")
        );
    }
}

#[test]
fn a_pdf_that_states_the_same_widths_over_and_over_is_read_soon() {
    let site = SiteTest::new();
    let content = "/F 10 Tf ".repeat(40_000);
    let font = "<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [5 0 R] >>";
    let file = pdf_of(&[
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!(
            "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F {font} >> >> >>"
        ),
        format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ),
        format!(
            "<< /Subtype /CIDFontType2 /W [{}] >>",
            "0 65535 500 ".repeat(100_000)
        ),
    ]);
    site.write("content/2566/o01/a.pdf", file);
    site.write(
        "content/2566/o01/index.md",
        "+++\ntitle = \"โครงสร้าง\"\n+++\n\n[โครงสร้าง](a.pdf)\n",
    );
    let start = Instant::now();
    let findings = site.findings();
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    assert!(
        findings.iter().any(|finding| finding.code == "pdf-scan"),
        "{findings:?}"
    );
}

#[test]
fn a_number_in_a_name_is_found_and_said_in_no_format() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o01/index.md",
        format!("+++\ntitle = \"โครงสร้าง\"\n+++\n\n[แบบ]({NUMBER}/{NUMBER}.pdf)\n"),
    );
    site.write(&format!("content/2566/o01/{NUMBER}/{NUMBER}.pdf"), "");
    site.write(&format!("content/2566/{NUMBER}/index.md"), "");
    for format in ["text", "json", "github", "sarif"] {
        for language in ["th", "en"] {
            let run = site.run(&["check", "--format", format, "--lang", language]);
            let said = run.stdout + &run.stderr;
            assert!(!said.contains(NUMBER), "{format}: {said}");
        }
    }
    let mut places: Vec<String> = site
        .findings()
        .into_iter()
        .filter(|finding| finding.code == "citizen-number")
        .map(|finding| finding.at)
        .collect();
    places.sort();
    let expected = [
        "content/2566/o01/3-99xx-xxxxx-xx-5:1:1",
        "content/2566/o01/index.md:5:21",
        "content/2566/o01/index.md:5:7",
        "content/2566/o01:1:1",
        "content/2566:1:1",
    ];
    assert_eq!(places, expected);
}

#[test]
fn a_repair_leaves_addresses_alone_and_takes_the_longest_name() {
    let site = SiteTest::new();
    let long = format!("content/2566/o01/{}.md", "ก".repeat(84));
    let text = |title: &str| format!("+++\ntitle = \"{title}\"\n+++\n\n[แผน](ต าบล.pdf)\n");
    site.write(&long, text("ต าบล"));
    site.run(&["check", "--fix"]);
    assert_eq!(site.read(&long), text("ตำบล"));
}
