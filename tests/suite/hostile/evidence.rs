//! Evidence that a browser would run is not published, whatever its name, and drawings are.

use crate::harness::{SiteTest, pdf};

const LAWS: &str = "+++\ncomponents = [1]\n+++\nกฎหมายที่เกี่ยวข้อง\n";

/// The codes that files beside a document give, with the file's name.
fn found(files: &[(&str, &[u8])]) -> Vec<String> {
    let site = SiteTest::new();
    site.write("content/2566/o6/index.md", LAWS);
    for (name, bytes) in files {
        site.write(&format!("content/2566/o6/{name}"), bytes);
    }
    let found = site.findings().into_iter();
    let found = found.map(|finding| {
        let name = finding
            .at
            .trim_end_matches(":1:1")
            .rsplit('/')
            .next()
            .unwrap();
        format!("{}: {name}", finding.code)
    });
    found.collect()
}

#[test]
fn what_a_browser_runs_is_refused_by_name_and_by_content() {
    let wide = |text: &str| -> Vec<u8> {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    };
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
    let utf16 = wide(svg);
    let files: &[(&str, &[u8])] = &[
        ("a.JS", b"alert(1)"),
        ("a.htm", "สวัสดี".as_bytes()),
        ("a.html.bak", b"old"),
        ("a.mht", b"MIME-Version: 1.0\n"),
        ("a.pdf", b"\n<!-- x --><html><script>alert(1)</script>"),
        ("a.php.jpg", b"\xff\xd8\xff\xe0"),
        ("a.shtml", b"page"),
        ("a.svg", svg.as_bytes()),
        ("a.swf", b"FWS"),
        (
            "a.xml",
            b"<a xmlns:b='http://www.w3.org/1999/xhtml'><b:script/></a>",
        ),
        ("b.svg", &utf16),
        ("c.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><g>"),
        ("d.svgz", b"\x1f\x8b\x08"),
        ("e", b"<iframe src=x>"),
        (
            "f.unknown",
            b"<?xml version='1.0'?><?xml-stylesheet href='x.xsl'?><a/>",
        ),
        // A PDF for its readers, and a page for a browser that is not told what it is.
        (
            "g",
            &[b"<script>alert(1)</script>\n", &pdf("text")[..]].concat(),
        ),
        ("web.config", b"<configuration/>"),
        ("ห.xhtml", b"own"),
    ];
    let expected: Vec<String> = files
        .iter()
        .map(|(name, _)| format!("runs-in-browser: {name}"))
        .collect();
    assert_eq!(found(files), expected);
}

#[test]
fn what_only_looks_like_it_passes() {
    let files: &[(&str, &[u8])] = &[
        ("html.txt", b"<html><script>alert(1)</script>"),
        ("page.html.pdf", &pdf("page")),
        ("svg.svg", b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>\n"),
        ("thai.xml", b"<?xml version='1.0' encoding='TIS-620'?><a>\xa1\xd2\xc3</a>"),
        ("list.xml", "<แผน><ปี>2566</ปี></แผน>".as_bytes()),
        ("README", b"<see below>"),
    ];
    assert_eq!(found(files), Vec::<String>::new());
}

#[test]
fn nobody_can_accept_it_and_a_draft_may_hold_it() {
    let site = SiteTest::new();
    let allow = "allow = [{ code = \"runs-in-browser\", file = \"a.html\", reason = \"x\" }]\n";
    site.write(
        "content/2566/o6/index.md",
        format!("+++\ncomponents = [1]\n{allow}+++\nกฎหมาย\n"),
    );
    site.write("content/2566/o6/a.html", "<p>x</p>");
    assert_eq!(site.run(&["build"]).code, 1);
    assert!(!site.exists("public/2566"));
    site.write(
        "content/2566/o6/index.md",
        "+++\ndraft = true\n+++\nกฎหมาย\n",
    );
    site.build();
    assert!(!site.exists("public/2566/o6/a.html"));
}

#[test]
fn a_file_of_the_theme_is_the_webmasters_own() {
    let site = SiteTest::new();
    site.write("themes/default/static/own.js", "export const own = 1;\n");
    site.build();
    assert!(site.exists("public/assets/own.js"));
}
