//! What nobody types and a program may: lines as long as a file, numbers in every name. A check takes
//! no square of their length, and says no citizen number to anybody.

use std::time::{Duration, Instant};

use crate::harness::{SiteTest, pdf_of};

/// Nobody's: no province has the code 99.
const NUMBER: &str = "3990123456785";
/// The same with a check digit that is wrong.
const NO_NUMBER: &str = "3990123456780";
/// So much more of it.
const MORE: usize = 8;
/// What takes eight times as long for eight times as much stays below; its square is 64.
const MOST: u32 = 30;

/// How long a check takes, which must find a code or must not.
fn time(site: &SiteTest, code: &str, is_found: bool) -> Duration {
    let start = Instant::now();
    let findings = site.findings();
    let found = findings.iter().any(|finding| finding.code == code);
    assert_eq!(found, is_found, "{code}: {findings:?}");
    start.elapsed()
}

#[test]
fn a_line_as_long_as_a_file_takes_no_square_of_its_length() {
    for (part, count) in [
        (format!("{NO_NUMBER}/"), 12_500),
        (format!("{NO_NUMBER}x "), 12_500),
        ("\u{301}".to_owned(), 62_500),
    ] {
        let taken = |count: usize| {
            let site = SiteTest::new();
            let line = part.repeat(count);
            let text = format!("+++\ntitle = \"โครงสร้าง\"\n+++\n\nโครงสร้าง\n\nq{line}\n");
            site.write("content/2566/o01/index.md", text);
            time(&site, "citizen-number", false)
        };
        let (little, much) = (taken(count), taken(count * MORE));
        assert!(much < little * MOST, "{little:?} {much:?}");
    }
}

#[test]
fn many_findings_on_a_long_line_take_no_square_of_it() {
    let taken = |count: usize| {
        let site = SiteTest::new();
        let line = format!("![](a.png) {} ", "ก".repeat(60)).repeat(count);
        let text = format!("+++\ntitle = \"โครงสร้าง\"\n+++\n\n{line}\n");
        site.write("content/2566/o01/index.md", text);
        time(&site, "image-without-text", true)
    };
    let (little, much) = (taken(1_200), taken(1_200 * MORE));
    assert!(much < little * MOST, "{little:?} {much:?}");
}

#[test]
fn what_nests_without_end_takes_no_square_of_its_depth() {
    for part in [
        "<div>",
        "<div></b>",
        "<blockquote><a href=\"#\">",
        "<b><i>",
        "> ",
        "- ",
    ] {
        let taken = |count: usize| {
            let site = SiteTest::new();
            let body = format!("โครงสร้าง\n\n{}ก\n", part.repeat(count));
            let text = format!("+++\ntitle = \"โครงสร้าง\"\n+++\n\n{body}");
            site.write("content/2566/o01/index.md", text);
            time(&site, "citizen-number", false)
        };
        let (little, much) = (taken(5_000), taken(5_000 * MORE));
        assert!(much < little * MOST, "{part}: {little:?} {much:?}");
    }
}

#[test]
fn a_pdf_that_states_the_same_widths_over_and_over_takes_no_square_of_them() {
    let taken = |count: usize| {
        let site = SiteTest::new();
        site.write("content/2566/o01/a.pdf", pdf_with_widths(count))
            .write(
                "content/2566/o01/index.md",
                "+++\ntitle = \"โครงสร้าง\"\n+++\n\n[โครงสร้าง](a.pdf)\n",
            );
        time(&site, "pdf-scan", true)
    };
    let (little, much) = (taken(1), taken(MORE));
    assert!(much < little * MOST, "{little:?} {much:?}");
}

/// A page that asks for a font again and again, whose widths are stated again and again.
fn pdf_with_widths(count: usize) -> Vec<u8> {
    let content = "/F 10 Tf ".repeat(5_000 * count);
    let font = "<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [5 0 R] >>";
    pdf_of(&[
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
            "0 65535 500 ".repeat(12_500 * count)
        ),
    ])
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
