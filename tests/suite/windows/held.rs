//! Files that another program has open, and files that may only be read.

use std::fs::{self, File};
use std::os::windows::fs::OpenOptionsExt;

use crate::harness::{SiteTest, pdf, tree};

/// What a program lets others do with a file while it has it open: nothing, or read it, as Excel and Acrobat do.
const NOTHING: u32 = 0;
const READ: u32 = 1;

const LEADS: [&str; 2] = ["content/2566/o06/index.md", "content/2566/o07/index.md"];

fn held(site: &SiteTest, path: &str, shared: u32) -> File {
    let mut options = File::options();
    let opened = options.read(true).share_mode(shared).open(site.path(path));
    opened.unwrap()
}

fn published() -> SiteTest {
    let site = SiteTest::new();
    for lead in LEADS {
        site.write(lead, "มีแล้ว\n");
    }
    site.write("content/2566/o06/law.pdf", pdf("law"));
    site.build();
    site
}

/// That nothing of a build is left, and what stands is what a first build would make.
#[track_caller]
fn is_as_new(site: &SiteTest) {
    assert_eq!(site.run(&["build", "--out", "clean"]).code, 0);
    assert!(tree(&site.path("public")) == tree(&site.path("clean")));
}

#[test]
fn a_page_that_is_held_keeps_only_itself_old_and_is_named() {
    let site = published();
    let reader = held(&site, "public/2566/o6/index.html", READ);
    for lead in LEADS {
        site.write(lead, "มีใหม่\n");
    }
    let run = site.run(&["build"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.stderr.contains("public/2566/o6/index.html"), "{run:?}");
    assert!(run.stderr.contains("โปรแกรมอื่นเปิดไฟล์"), "{run:?}");
    assert!(site.read("public/2566/o6/index.html").contains("มีแล้ว"));
    assert!(site.read("public/2566/o7/index.html").contains("มีใหม่"));
    let names = tree(&site.path("public")).into_keys();
    assert!(names.into_iter().all(|name| !name.ends_with(".tmp")));
    drop(reader);
    site.build();
    is_as_new(&site);
}

#[test]
fn a_withdrawn_document_that_is_held_goes_with_the_next_build() {
    let site = published();
    let reader = held(&site, "public/2566/o6/law.pdf", READ);
    fs::remove_file(site.path("content/2566/o06/law.pdf")).unwrap();
    let run = site.run(&["build", "--allow-withdraw"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.stderr.contains("law.pdf"), "{run:?}");
    drop(reader);
    site.build_anew();
    assert!(!site.exists("public/2566/o6/law.pdf"));
    is_as_new(&site);
}

#[test]
fn evidence_that_a_program_works_on_is_read_all_the_same() {
    let site = published();
    let path = site.path("content/2566/o06/law.pdf");
    let editor = File::options()
        .read(true)
        .write(true)
        .share_mode(READ)
        .open(path);
    site.write("content/2566/o07/index.md", "มีใหม่\n");
    site.build();
    drop(editor.unwrap());
    is_as_new(&site);
}

#[test]
fn evidence_that_nobody_may_read_is_told_as_that_and_nothing_is_written() {
    let site = published();
    let named = "+++\nfiles = [{ path = \"law.pdf\" }]\n+++\nมี\n";
    site.write(LEADS[0], named);
    let before = tree(&site.path("public"));
    let alone = held(&site, "content/2566/o06/law.pdf", NOTHING);
    let told = site.findings();
    let told: Vec<&str> = told.iter().map(|found| found.code.as_str()).collect();
    assert!(told.contains(&"unreadable"), "{told:?}");
    assert!(!told.contains(&"file-not-found"), "it is there: {told:?}");
    assert_eq!(site.run(&["build"]).code, 1);
    assert!(tree(&site.path("public")) == before);
    drop(alone);
    site.build();
}

#[test]
fn a_report_over_a_workbook_that_is_open_leaves_it_whole() {
    let site = published();
    site.write("ตาราง.xlsx", "ของเดิม");
    let before = tree(site.root());
    let editor = held(&site, "ตาราง.xlsx", READ);
    let run = site.run(&["report", "submission", "-o", "ตาราง.xlsx"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.stderr.contains("โปรแกรมอื่นเปิดไฟล์"), "{run:?}");
    drop(editor);
    assert!(tree(site.root()) == before, "nothing is left beside it");
    assert_eq!(
        site.run(&["report", "submission", "-o", "ตาราง.xlsx"]).code,
        0
    );
    assert!(tree(site.root())["ตาราง.xlsx"].starts_with(b"PK"));
}

/// As the box "read-only" in the properties of `public` sets it on every file below.
#[test]
fn pages_that_may_only_be_read_are_replaced_and_withdrawn() {
    let site = published();
    for name in tree(&site.path("public")).into_keys() {
        let path = site.path("public").join(name);
        let mut permissions = path.metadata().unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(path, permissions).unwrap();
    }
    site.write(LEADS[1], "มีใหม่\n");
    fs::remove_file(site.path("content/2566/o06/law.pdf")).unwrap();
    site.build_anew();
    assert!(site.read("public/2566/o7/index.html").contains("มีใหม่"));
    is_as_new(&site);
}

/// As it comes from a disc.
#[test]
fn evidence_that_may_only_be_read_does_not_make_pages_so() {
    let site = published();
    let law = site.path("content/2566/o06/law.pdf");
    let mut permissions = law.metadata().unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&law, permissions.clone()).unwrap();
    assert_eq!(site.run(&["build", "--out", "clean"]).code, 0);
    let copy = site.path("clean/2566/o6/law.pdf").metadata().unwrap();
    assert!(!copy.permissions().readonly());
    #[allow(clippy::permissions_set_readonly_false)]
    permissions.set_readonly(false);
    fs::set_permissions(&law, permissions).unwrap();
}

/// Word keeps `~WRL….tmp` to itself for as long as a document is open.
#[test]
fn what_word_holds_beside_a_document_stops_nothing() {
    let site = published();
    site.write("content/2566/o06/~WRL0001.tmp", "ก");
    let word = held(&site, "content/2566/o06/~WRL0001.tmp", NOTHING);
    let told = site.findings().into_iter();
    let told: Vec<String> = told
        .filter(|found| found.at.contains("WRL"))
        .map(|found| found.code)
        .collect();
    assert_eq!(told, ["leftover"]);
    site.build();
    assert!(!site.exists("public/2566/o6/~WRL0001.tmp"));
    drop(word);
}
