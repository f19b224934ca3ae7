//! Names that differ in case only, and names that Windows gives to nobody.

use std::fs;
use std::path::PathBuf;

use crate::harness::{SiteTest, pdf, tree};

const DOCUMENT: &str = "+++\ntitle = \"รายงาน\"\ndate = 2566-01-31\n+++\nมี\n";

#[test]
fn a_name_in_other_case_is_the_one_that_is_published() {
    let site = SiteTest::new();
    site.write("content/2566/o06/index.md", "มี\n")
        .write("content/2566/o06/Plan.PDF", pdf("plan"))
        .write("content/2566/o06/Report.md", DOCUMENT)
        .write("content/pages/About.md", "+++\ntitle = \"เรา\"\n+++\nมี\n");
    site.build();
    for (old, new) in [
        ("2566/o06/Plan.PDF", "2566/o06/plan.pdf"),
        ("2566/o06/Report.md", "2566/o06/report.md"),
        ("pages/About.md", "pages/about.md"),
    ] {
        let content = site.path("content");
        fs::rename(content.join(old), content.join(new)).unwrap();
    }
    site.build_anew();
    let published = tree(&site.path("public"));
    for name in [
        "2566/o6/plan.pdf",
        "2566/o6/report/index.html",
        "pages/about/index.html",
    ] {
        assert!(
            published.contains_key(name),
            "{name}: {:?}",
            published.keys()
        );
    }
    assert_eq!(site.run(&["build", "--out", "clean"]).code, 0);
    assert!(published == tree(&site.path("clean")));
}

/// A path that the system takes as it is written, with names that it would change otherwise.
fn as_written(site: &SiteTest, path: &str) -> PathBuf {
    let root = site.root().canonicalize().unwrap();
    let path = root.into_os_string().into_string().unwrap() + "\\" + &path.replace('/', "\\");
    assert!(path.starts_with(r"\\?\"), "{path}");
    PathBuf::from(path)
}

#[test]
fn names_that_windows_gives_to_nobody_are_told_and_hang_nothing() {
    let site = SiteTest::new();
    site.write("content/2566/o06/index.md", "มี\n");
    let names = ["aux.pdf", "con.md", "law.", "nul", "plan.pdf "];
    let made = names.map(|name| {
        let path = as_written(&site, &format!("content/2566/o06/{name}"));
        fs::write(path, if name == "con.md" { DOCUMENT } else { "ก" })
    });
    assert!(made.iter().all(Result::is_ok), "{made:?}");
    let found = site.findings().into_iter();
    let told = found.filter(|finding| finding.code == "windows-name");
    let told: Vec<String> = told.map(|finding| finding.at).collect();
    let expected = names.map(|name| format!("content/2566/o06/{name}:1:1"));
    assert_eq!(told, expected);
    let run = site.run(&["build"]);
    assert!(matches!(run.code, 0..=2), "{run:?}");
    for name in names {
        let _ = fs::remove_file(as_written(&site, &format!("content/2566/o06/{name}")));
    }
}
