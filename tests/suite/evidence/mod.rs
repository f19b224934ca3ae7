//! Evidence files that are right, what is kept of them, and what is never published.

mod disguised;
mod drawn;
mod facts;
mod inside;
mod parts;

use std::fs;
use std::path::Path;

use crate::harness::{
    Finding, SiteTest, evidence_fixture, findings, oit, pdf, repository, run, tree,
};

/// The files of `tests/fixtures/evidence`; its README tells how each was made.
const FIXTURES: &[&str] = &[
    "cairo.pdf",
    "calc.pdf",
    "calc.xls",
    "calc.xlsx",
    "chromium.pdf",
    "fpdf.pdf",
    "groff.pdf",
    "locked.pdf",
    "owner-only-rc4.pdf",
    "owner-only.pdf",
    "packed.pdf",
    "pango.pdf",
    "photo.jpg",
    "photo.png",
    "plain.docx",
    "reportlab.pdf",
    "scan.pdf",
    "unmapped.pdf",
    "writer.doc",
    "writer.docx",
    "writer.pdf",
];

const LAWS: &str = "+++\ncomponents = [1]\n+++\nกฎหมายที่เกี่ยวข้อง\n";

/// A site with these files beside its laws.
fn laws(files: &[(&str, Vec<u8>)]) -> SiteTest {
    let site = SiteTest::new();
    site.write("content/2566/o6/index.md", LAWS);
    for (name, bytes) in files {
        site.write(&format!("content/2566/o6/{name}"), bytes);
    }
    site
}

/// As much of a document of the old Word as tells its kind.
fn old_word() -> Vec<u8> {
    let name = "WordDocument\0".encode_utf16().flat_map(u16::to_le_bytes);
    let start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied();
    start.chain([0; 504]).chain(name).collect()
}

fn codes(site: &SiteTest) -> Vec<String> {
    let found = site.findings().into_iter();
    found.map(|finding| finding.code).collect()
}

#[test]
fn a_page_with_a_citizen_number_is_not_published() {
    let site = laws(&[("รายชื่อ.pdf", evidence_fixture("chromium.pdf"))]);
    let run = site.run(&["build", "--lang", "en"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stderr.contains("1-23xx-xxxxx-xx-1"), "{run:?}");
    assert!(!run.stderr.contains("1234567890121"), "{run:?}");
    assert!(!site.exists("public/2566/o6/index.html"));
    let found = site.findings();
    assert!(
        found.iter().all(|finding| finding.severity == "error"),
        "{found:?}"
    );
    assert_eq!(found.len(), 3, "{found:?}");
}

#[test]
fn good_files_are_left_alone() {
    let site = laws(&[
        ("แผน.pdf", pdf("plan")),
        ("ประกาศ.docx", evidence_fixture("plain.docx")),
        ("ผัง.jpeg", evidence_fixture("photo.jpg")),
        ("ผัง.png", evidence_fixture("photo.png")),
        ("a.csv", "ก,ข\n1,2\n".into()),
        ("readme.txt", b"text".to_vec()),
        ("เอกสาร.zip", facts::archive(&[("ก.txt", b"text")])),
        ("song.mp3", b"ID3\x04\0\0\xff\xfb".to_vec()),
        // The old format and the scan stand beside what opens and can be searched.
        ("ประกาศ.doc", old_word()),
        ("ลงนาม.pdf", evidence_fixture("scan.pdf")),
        ("ลงนาม.txt", "ประกาศ\n".into()),
    ]);
    assert_eq!(codes(&site), Vec::<String>::new());
}

#[test]
fn what_is_not_published_is_not_judged() {
    let site = SiteTest::new();
    site.write("content/2566/o6/index.md", "+++\ndraft = true\n+++\nร่าง\n")
        .write("content/2566/o6/a.pdf", evidence_fixture("fpdf.pdf"));
    let found = codes(&site);
    assert!(!found.contains(&"citizen-number".to_owned()), "{found:?}");
    let run = site.run(&["build", "--drafts"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stderr.contains("[citizen-number]"), "{run:?}");
}

#[test]
fn a_finding_about_a_file_can_be_accepted() {
    let site = laws(&[
        ("ลงนาม.pdf", evidence_fixture("scan.pdf")),
        ("a.doc", old_word()),
    ]);
    let index = "+++\ncomponents = [1]\n\
        allow = [{ code = \"pdf-scan\", file = \"ลงนาม.pdf\", reason = \"ประกาศที่ลงนาม\" }]\n\
        +++\nกฎหมาย\n";
    site.write("content/2566/o6/index.md", index);
    assert_eq!(codes(&site), ["file-kind"]);
}

#[test]
fn files_that_rightly_stay_the_same_from_year_to_year() {
    let site = SiteTest::new();
    let plan = "+++\nperiod = \"2566..2570\"\ncomponents = [1, 2, 3]\n+++\nแผนพัฒนา\n";
    let plan_before = "+++\nperiod = \"2565..2570\"\n+++\nแผนพัฒนา\n";
    site.write("content/2566/o6/index.md", LAWS)
        .write("content/2565/o6/index.md", "กฎหมายที่เกี่ยวข้อง\n")
        .write("content/2566/o4/index.md", plan.replace("2566..", "2565.."))
        .write("content/2565/o4/index.md", plan_before);
    for year in ["2565", "2566"] {
        site.write(&format!("content/{year}/o6/law.pdf"), pdf("law"))
            .write(&format!("content/{year}/o4/plan.pdf"), pdf("plan"))
            .write(
                &format!("content/{year}/o4/logo.png"),
                evidence_fixture("photo.png"),
            );
    }
    assert_eq!(codes(&site), Vec::<String>::new());
}

/// The findings of a check that keeps what it finds out in a folder.
fn check(site: &SiteTest, cache: &Path) -> Vec<Finding> {
    let arguments = ["check", "--format", "json", "--as-of", "2566-09-30"];
    let mut command = oit();
    command
        .args(arguments)
        .current_dir(site.root())
        .env("OIT_CACHE_DIR", cache);
    let run = run(&mut command);
    assert!(
        matches!(run.code, 0 | 1) && run.stderr.is_empty(),
        "{run:?}"
    );
    findings(&run.stdout)
}

#[test]
fn what_is_kept_changes_nothing_but_the_time() {
    let names = [
        "fpdf.pdf",
        "locked.pdf",
        "scan.pdf",
        "unmapped.pdf",
        "writer.doc",
        "calc.xlsx",
    ];
    let site = laws(&names.map(|name| (name, evidence_fixture(name))));
    let before = tree(site.root());
    let folder = tempfile::tempdir().unwrap();
    let cache = folder.path().join("cache");
    let first = check(&site, &cache);
    assert_eq!(first.len(), 10, "{first:?}");
    let kept = tree(&cache);
    let facts = kept.keys().filter(|name| name.starts_with("facts/"));
    assert_eq!(facts.count(), names.len(), "{:?}", kept.keys());
    let text = kept.values().map(|bytes| String::from_utf8_lossy(bytes));
    assert!(text.into_iter().all(|text| !text.contains("1234567890121")));
    assert_eq!(check(&site, &cache), first, "from what was kept");
    assert_eq!(tree(&cache), kept);
    // Broken off, foreign, about another file.
    for (at, (name, bytes)) in kept.iter().enumerate() {
        let spoilt = match at % 3 {
            0 => bytes[..bytes.len() / 2].to_vec(),
            1 => vec![0xff; 10],
            _ => kept.values().next().unwrap().clone(),
        };
        fs::write(cache.join(name), spoilt).unwrap();
    }
    assert_eq!(check(&site, &cache), first, "from what was spoilt");
    assert_eq!(tree(&cache), kept, "mended");
    // A place where nothing can be kept.
    let file = folder.path().join("file");
    fs::write(&file, "in the way").unwrap();
    assert_eq!(check(&site, &file), first, "kept nowhere");
    assert_eq!(fs::read(&file).unwrap(), b"in the way");
    assert_eq!(tree(site.root()), before, "the site itself");
}

#[test]
fn what_is_kept_is_used() {
    let site = laws(&[("a.pdf", evidence_fixture("scan.pdf"))]);
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(check(&site, folder.path())[0].code, "pdf-scan");
    for (name, bytes) in tree(folder.path()) {
        let text = String::from_utf8(bytes).unwrap();
        fs::write(folder.path().join(name), text.replace("sound", "locked")).unwrap();
    }
    assert_eq!(check(&site, folder.path())[0].code, "file-locked");
    // Another content is another file, whatever its name.
    site.write("content/2566/o6/a.pdf", pdf("text"));
    assert_eq!(check(&site, folder.path()), []);
}

#[test]
fn every_fixture_is_tested_and_explained() {
    let folder = repository().join("tests/fixtures/evidence");
    let mut there: Vec<String> = tree(&folder).into_keys().collect();
    there.retain(|name| name != "README.md");
    assert_eq!(there, FIXTURES);
    let readme = fs::read_to_string(folder.join("README.md")).unwrap();
    assert!(
        FIXTURES
            .iter()
            .all(|name| readme.contains(&format!("`{name}`")))
    );
}
