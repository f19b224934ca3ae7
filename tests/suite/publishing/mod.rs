//! Writing the site safely: what a build may touch, and what it leaves alone.

mod adopted;
pub(crate) mod changed;
pub(crate) mod drift;
mod failing;
mod kept;
pub(crate) mod killed;
mod odd;
mod scenario;

use std::fs;

use crate::harness::{SiteTest, times, tree};

fn published() -> SiteTest {
    let site = SiteTest::new();
    site.write("content/2566/o06/index.md", "มี\n")
        .write("content/2566/o06/law.pdf", "หนึ่ง")
        .write(
            "content/2566/o07/a.md",
            "+++\ntitle = \"ก\"\ndate = \"2566-01-01\"\n+++\nข่าว\n",
        );
    site.build();
    site
}

#[test]
fn only_what_changed_is_touched() {
    let site = published();
    let before = times(&site.path("public"));
    site.write("content/2566/o06/law.pdf", "สองกข");
    let run = site.build();
    assert!(run.stdout.contains("เปลี่ยน 1 "), "{}", run.stdout);
    let after = times(&site.path("public"));
    let touched: Vec<&String> = after
        .iter()
        .filter(|(name, time)| before.get(*name) != Some(time))
        .map(|(n, _)| n)
        .collect();
    assert_eq!(
        touched,
        ["2566/o6/law.pdf"],
        "not even the manifest, which says the same"
    );
    assert_eq!(site.read("public/2566/o6/law.pdf"), "สองกข");
}

#[test]
fn withdrawn_documents_go_and_foreign_files_stay() {
    let site = published();
    assert!(site.exists("public/2566/o7/a/index.html"));
    site.write("public/google1234.html", "ของผู้ดูแล")
        .write("public/.well-known/x", "y");
    fs::remove_file(site.path("content/2566/o07/a.md")).unwrap();
    let run = site.build_anew();
    assert!(run.stdout.contains("ถอนออก 1 "), "{run:?}");
    assert!(!site.exists("public/2566/o7/a"), "its folder goes too");
    assert_eq!(site.read("public/google1234.html"), "ของผู้ดูแล");
    assert!(site.exists("public/.well-known/x"));
}

#[test]
fn a_failed_build_changes_nothing() {
    let site = published();
    let (bytes, before) = (tree(&site.path("public")), times(&site.path("public")));
    site.write("content/2566/o07/a.md", "+++\ntitle = 1\n+++\nข่าว\n");
    assert_eq!(site.run(&["build"]).code, 1);
    // A template that fails only while rendering fails after staging has begun.
    site.write(
        "content/2566/o07/a.md",
        "+++\ntitle = \"ข\"\ndate = \"2566-01-01\"\n+++\nข่าว\n",
    );
    site.write("themes/default/templates/page.html", "{{ no.such.thing }}");
    site.write("content/pages/x.md", "+++\ntitle = \"ก\"\n+++\nมี\n");
    assert_eq!(site.run(&["build"]).code, 1);
    assert_eq!(tree(&site.path("public")), bytes);
    assert_eq!(times(&site.path("public")), before);
}

#[test]
fn a_failed_first_build_leaves_no_folder() {
    let site = SiteTest::new();
    site.write("themes/default/templates/item.html", "{{ no.such.thing }}");
    assert_eq!(site.run(&["build"]).code, 1);
    assert!(!site.exists("public"));
}

#[test]
fn folders_that_are_not_ours_are_refused() {
    let site = published();
    site.write("elsewhere/holiday.jpg", "x").write("file", "x");
    site.write("dotted/.gitignore", "*");
    for out in [
        "elsewhere",
        "file",
        ".",
        "content",
        "content/2566",
        "themes/default",
    ] {
        let run = site.run(&["build", "--out", out]);
        assert_eq!(run.code, 2, "{out}: {run:?}");
        assert!(run.stderr.contains("output-refused"), "{run:?}");
    }
    assert_eq!(
        site.run(&["build", "--out", "dotted"]).code,
        0,
        "dot-files do not count"
    );
    assert_eq!(site.read("dotted/.gitignore"), "*");
    site.write("public/.oit-manifest", "oit-manifest 1\n../../etc/passwd\n");
    assert_eq!(
        site.run(&["build"]).code,
        2,
        "a manifest that names files outside is not believed"
    );
}

#[test]
fn a_foreign_file_where_a_page_belongs_is_not_overwritten() {
    let site = published();
    site.write("content/pages/about.md", "+++\ntitle = \"ก\"\n+++\nมี\n");
    site.write("public/pages/about/index.html", "ของผู้ดูแล");
    let before = tree(&site.path("public"));
    let run = site.run(&["build"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.stderr.contains("pages/about/index.html"), "{run:?}");
    assert_eq!(tree(&site.path("public")), before);
}

#[test]
fn what_a_killed_run_left_is_cleared_away() {
    let site = published();
    let whole = tree(&site.path("public"));
    // As after a kill while staging: the journal stands, temporary files lie about.
    site.write("public/.oit-journal", "")
        .write("public/2566/o6/.oit-0123456789abcdef.tmp", "x");
    site.build();
    assert_eq!(tree(&site.path("public")), whole);
    // As after a kill while committing: the manifest knows more than there is, a page is gone.
    let manifest = site.read("public/.oit-manifest");
    site.write(
        "public/.oit-manifest",
        format!("{manifest}2566/o7/b/index.html\n"),
    );
    site.write("public/2566/o7/b/index.html", "x");
    fs::remove_file(site.path("public/2566/o7/a/index.html")).unwrap();
    site.build_anew();
    assert_eq!(tree(&site.path("public")), whole);
}

#[test]
fn a_second_build_at_the_same_time_says_so() {
    let site = published();
    let lock = fs::File::options()
        .write(true)
        .open(site.path("public/.oit-lock"))
        .unwrap();
    lock.lock().unwrap();
    let run = site.run(&["build"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.stderr.contains("ค้างอยู่"), "{run:?}");
    drop(lock);
    site.build();
}

#[test]
fn a_way_around_the_guard_is_none() {
    let site = published();
    for out in ["nope/../content/z", "nope/..", "/"] {
        let run = site.run(&["build", "--out", out]);
        assert_eq!(run.code, 2, "{out}: {run:?}");
        assert_eq!(run.stderr.contains("ทั้งไดรฟ์"), out == "/", "{run:?}");
    }
    assert!(!site.exists("content/z"));
}

#[test]
fn a_file_may_become_a_folder_and_back() {
    let site = SiteTest::new();
    let document = "+++\ntitle = \"แผน\"\ndate = \"2566-01-01\"\n+++\nมี\n";
    site.write("content/2566/o06/index.md", "มี\n")
        .write("content/2566/o06/plan", "ไฟล์");
    site.build();
    fs::rename(site.path("content/2566/o06/plan"), site.path("plan")).unwrap();
    site.write("content/2566/o06/plan.md", document);
    site.build_anew();
    assert!(site.exists("public/2566/o6/plan/index.html"));
    fs::remove_file(site.path("content/2566/o06/plan.md")).unwrap();
    fs::rename(site.path("plan"), site.path("content/2566/o06/plan")).unwrap();
    site.build_anew();
    assert_eq!(site.read("public/2566/o6/plan"), "ไฟล์");
    assert!(
        tree(&site.path("public"))
            .keys()
            .all(|name| !name.ends_with(".tmp"))
    );
}

#[cfg(unix)]
#[test]
fn odd_names_never_touch_the_files_of_others() {
    let site = published();
    site.write("content/2566/o06/a\nb.pdf", "x")
        .write("content/2566/o06/1:30.pdf", "x");
    site.build();
    site.write("public/b.pdf", "ของผู้ดูแล");
    assert!(site.build().stdout.contains("ถอนออก 0 "));
    fs::remove_file(site.path("content/2566/o06/a\nb.pdf")).unwrap();
    site.build_anew();
    assert_eq!(site.read("public/b.pdf"), "ของผู้ดูแล");
}

#[cfg(unix)]
#[test]
fn published_files_can_be_read_by_a_web_server() {
    use std::os::unix::fs::PermissionsExt;
    let site = published();
    let law = site.path("content/2566/o06/law.pdf");
    fs::set_permissions(&law, fs::Permissions::from_mode(0o600)).unwrap();
    site.write("content/2566/o06/law.pdf", "สาม");
    site.build();
    for path in ["public/index.html", "public/2566/o6/law.pdf"] {
        let mode = site.path(path).metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o444, 0o444, "{path} has {mode:o}");
    }
}
