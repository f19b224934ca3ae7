//! Output folders as they should not be: links, files, leftovers, two builds at once, a wrong clock.

use std::fs;
use std::process::Stdio;
use std::time::{Duration, SystemTime};

use super::scenario::Scenario;
use crate::harness::{Run, SiteTest, oit, run, times, tree};

const DOCUMENT: &str = "+++\ntitle = \"ก\"\ndate = \"2566-01-01\"\n+++\nข่าว\n";

fn published() -> SiteTest {
    let site = SiteTest::new();
    site.write("content/2566/o6/index.md", "มี\n")
        .write("content/2566/o7/index.md", "มี\n")
        .write("content/2566/o7/a.md", DOCUMENT);
    site.build();
    site
}

/// A build that is refused in both languages, and changes nothing.
#[track_caller]
fn refused(site: &SiteTest, arguments: &[&str], thai: &str, english: &str) {
    let before = tree(site.root());
    for (language, words) in [("th", thai), ("en", english)] {
        let mut all = vec!["build", "--lang", language];
        all.extend(arguments);
        let run = site.run(&all);
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.stderr.contains("output-refused"), "{run:?}");
        assert!(run.stderr.contains(words), "{run:?}");
    }
    assert!(tree(site.root()) == before, "something was written");
}

#[cfg(unix)]
#[test]
fn an_output_folder_that_is_a_link_is_named_with_where_it_leads() {
    use std::os::unix::fs::symlink;
    let site = SiteTest::new();
    fs::create_dir(site.path("www")).unwrap();
    symlink(site.path("www"), site.path("public")).unwrap();
    let real = site.path("www").canonicalize().unwrap();
    let typed = format!("oit build --out \"{}\"", real.display());
    refused(&site, &[], &typed, &typed);
    assert_eq!(site.run(&["build", "--out", "www"]).code, 0);
    assert!(site.exists("www/index.html"));

    let site = SiteTest::new();
    symlink("gone", site.path("public")).unwrap();
    refused(&site, &[], "ไม่นำไปยังโฟลเดอร์ใด", "leads to no folder");
    site.write("file", "x");
    refused(&site, &["--out", "file"], "เป็นไฟล์", "is a file");
}

#[cfg(unix)]
#[test]
fn nothing_is_written_or_deleted_through_a_link() {
    use std::os::unix::fs::symlink;
    let site = published();
    let outside = SiteTest::empty();
    outside.copy_in("o7", &site.path("public/2566/o7"));
    fs::remove_dir_all(site.path("public/2566/o7")).unwrap();
    symlink(outside.path("o7"), site.path("public/2566/o7")).unwrap();
    let kept = tree(outside.root());
    // Pages that are right are read through it, and that is all.
    site.build();
    let words = ("เป็นทางลัด", "is a link to elsewhere");
    site.write("content/2566/o7/a.md", DOCUMENT.replace("ข่าว", "ข่าวใหม่"));
    refused(&site, &[], words.0, words.1);
    site.write("content/2566/o7/a.md", DOCUMENT)
        .write("content/2566/o7/new.md", DOCUMENT);
    refused(&site, &[], words.0, words.1);
    fs::remove_file(site.path("content/2566/o7/new.md")).unwrap();
    fs::remove_file(site.path("content/2566/o7/a.md")).unwrap();
    refused(&site, &["--allow-withdraw"], words.0, words.1);
    assert!(tree(outside.root()) == kept);
    // A page that is a link itself is replaced, and what it leads to stays.
    fs::remove_file(site.path("public/2566/o7")).unwrap();
    outside.write("page.html", "ของผู้ดูแล");
    fs::remove_file(site.path("public/2566/o6/index.html")).unwrap();
    symlink(
        outside.path("page.html"),
        site.path("public/2566/o6/index.html"),
    )
    .unwrap();
    site.build_anew();
    assert_eq!(outside.read("page.html"), "ของผู้ดูแล");
    let page = site.path("public/2566/o6/index.html");
    assert!(page.symlink_metadata().unwrap().is_file());
    assert!(site.exists("public/2566/o7/index.html"));
}

#[test]
fn a_foreign_folder_where_a_file_belongs_is_left_alone() {
    let site = published();
    site.write("content/2566/o6/law.pdf", crate::harness::pdf("law"))
        .write("public/2566/o6/law.pdf/mine.txt", "ของผู้ดูแล");
    refused(&site, &[], "law.pdf/mine.txt", "law.pdf/mine.txt");
    // An empty one is nobody's.
    fs::remove_file(site.path("public/2566/o6/law.pdf/mine.txt")).unwrap();
    site.build();
    assert!(site.path("public/2566/o6/law.pdf").is_file());
    // The other way round: a file of others where a page's folder belongs.
    site.write("public/2566/o6/plan", "ของผู้ดูแล")
        .write("content/2566/o6/plan.md", DOCUMENT);
    refused(&site, &[], "2566/o6/plan", "2566/o6/plan");
}

#[test]
fn a_list_of_files_that_was_cut_off_is_not_believed() {
    let site = published();
    let whole = site.read("public/.oit-manifest");
    for cut in ["", "oit-man", &whole[..whole.len() / 2], whole.trim_end()] {
        // Cut off between two lines, a list is a shorter list; the lines here are cut in two.
        let cut = cut.strip_suffix('\n').unwrap_or(cut);
        site.write("public/.oit-manifest", cut);
        refused(&site, &[], "เสียหาย", "damaged");
    }
    site.write("public/.oit-manifest", [0xff; 99]);
    refused(&site, &[], "เสียหาย", "damaged");
    // A shorter list: what is as it should be is ours again.
    let lines: Vec<&str> = whole.lines().collect();
    site.write("public/.oit-manifest", lines[..9].join("\n") + "\n");
    site.build();
    assert_eq!(site.read("public/.oit-manifest"), whole);
}

#[test]
fn what_another_run_left_is_no_hindrance() {
    let site = published();
    let whole = tree(&site.path("public"));
    // A lock that nobody holds, a journal, temporary files of this and of an older kind.
    site.write("public/.oit-lock", "")
        .write("public/.oit-journal", "")
        .write("public/.oit-manifest.tmp", "oit-man")
        .write("public/2566/.oit-0.tmp", "x")
        .write("public/2566/o6/.oit-0123456789abcdef.tmp", "x");
    site.build();
    assert!(tree(&site.path("public")) == whole);
    // Temporary files without the journal, as a power cut may leave them.
    site.write("public/2566/o6/.oit-0.tmp", "x");
    site.write("content/2566/o6/index.md", "มีใหม่\n");
    site.build();
    assert!(site.read("public/2566/o6/index.html").contains("มีใหม่"));
}

#[test]
fn builds_at_the_same_time_end_well_or_are_refused() {
    let scenario = Scenario::edited(10);
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    scenario.lay_out(&out);
    for _ in 0..4 {
        let children: Vec<_> = (0..3)
            .map(|_| {
                let mut command = scenario.command(&out, &[]);
                command.stdout(Stdio::piped()).stderr(Stdio::piped());
                command.spawn().unwrap()
            })
            .collect();
        let ended: Vec<_> = children
            .into_iter()
            .map(|child| child.wait_with_output().unwrap())
            .collect();
        let refused = |stderr: &[u8]| String::from_utf8_lossy(stderr).contains("ค้างอยู่");
        for done in &ended {
            let good = match done.status.code() {
                Some(0) => true,
                Some(2) => refused(&done.stderr),
                _ => false,
            };
            assert!(good, "{done:?}");
        }
        assert!(ended.iter().any(|done| done.status.success()), "{ended:?}");
        assert_eq!(scenario.faults(&out), Vec::<String>::new());
    }
    assert_eq!(scenario.repaired(&out), Vec::<String>::new());
}

#[test]
fn times_of_files_mean_nothing() {
    let site = published();
    let later = SystemTime::now() + Duration::from_secs(400 * 24 * 3600);
    for name in tree(&site.path("public")).keys() {
        let file = fs::File::options()
            .append(true)
            .open(site.path("public").join(name));
        file.unwrap().set_modified(later).unwrap();
    }
    let before = times(&site.path("public"));
    site.build();
    assert_eq!(times(&site.path("public")), before, "nothing was touched");
    site.write("content/2566/o7/a.md", DOCUMENT.replace("ข่าว", "ข่าวใหม่"));
    site.build();
    let page = site.read("public/2566/o7/a/index.html");
    assert!(page.contains("ข่าวใหม่"), "an older page is newer");
}

/// A build on another day.
fn build_on(site: &SiteTest, day: &str, language: &str) -> Run {
    let mut command = oit();
    command.args(["build", "--as-of", day, "--lang", language]);
    run(command.current_dir(site.root()))
}

#[test]
fn a_clock_that_was_set_back_takes_nothing_away() {
    let site = SiteTest::new();
    site.write("content/2566/o7/a.md", DOCUMENT);
    site.build();
    let before = tree(&site.path("public"));
    for (language, words) in [
        ("th", "ตรวจวันที่ของเครื่องคอมพิวเตอร์"),
        ("en", "check the computer's date"),
    ] {
        let run = build_on(&site, "2565-12-31", language);
        assert_eq!(run.code, 1, "{run:?}");
        assert!(run.stderr.contains("[item-withdrawn]"), "{run:?}");
        assert!(run.stderr.contains(words), "{run:?}");
    }
    assert!(tree(&site.path("public")) == before);
}

#[test]
fn without_a_folder_for_temporary_files_the_pages_are_the_same() {
    let site = SiteTest::new();
    // More than what is held of bodies, and a link in each, which is filled in when its page is made.
    let lines = "ประกาศรายงานผลการดำเนินงาน ดู [ข้อ 1](o1)\n\n".repeat(7_000);
    for number in 0..15 {
        let text = DOCUMENT.replace("ข่าว\n", &format!("ฉบับที่ {number}\n\n{lines}"));
        site.write(&format!("content/2566/o7/{number}.md"), text);
    }
    site.write("content/2566/o7/index.md", DOCUMENT);
    site.write("content/2566/o1/index.md", DOCUMENT);
    let build = |out: &str, folder: &std::path::Path| {
        let mut command = oit();
        for name in ["TMPDIR", "TMP", "TEMP"] {
            command.env(name, folder);
        }
        command.args(["build", "-q", "--as-of", "2026-07-01", "--out", out]);
        let run = run(command.current_dir(site.root()));
        assert_eq!(run.code, 0, "{run:?}");
        tree(&site.path(out))
    };
    let temporary = SiteTest::empty();
    let usual = build("one", temporary.root());
    assert!(usual.len() > 50);
    assert!(build("other", &temporary.path("none")) == usual);
}

/// Whoever may write into the output folder lays a trap there: nothing is written through a link, and
/// nothing waits for a pipe.
#[cfg(unix)]
#[test]
fn what_stands_in_the_place_of_the_programs_own_files_is_neither_followed_nor_waited_for() {
    let site = SiteTest::new();
    site.write("content/2566/o6/index.md", "+++\n+++\nก\n");
    site.build();
    site.write("victim", "precious");
    let temporary = site.path("public/.oit-manifest.tmp");
    std::os::unix::fs::symlink(site.path("victim"), temporary).unwrap();
    site.write("content/2566/o6/a.txt", "ก");
    site.build();
    assert_eq!(site.read("victim"), "precious");
    let manifest = site.path("public/.oit-manifest");
    assert!(manifest.symlink_metadata().unwrap().is_file());

    let pipe = |path: &str| {
        let path = site.path(path);
        let _ = std::fs::remove_file(&path);
        let made = std::process::Command::new("mkfifo").arg(path).status();
        assert!(made.unwrap().success());
    };
    pipe("public/index.html");
    pipe("public/.oit-manifest.tmp");
    site.write("content/2566/o6/b.txt", "ก");
    site.build();
    assert!(site.read("public/index.html").contains("<html"));
    for own in ["public/.oit-manifest", "public/.oit-lock"] {
        let before = std::fs::read(site.path(own)).ok();
        pipe(own);
        assert_eq!(site.run(&["build"]).code, 2, "{own}");
        std::fs::remove_file(site.path(own)).unwrap();
        if let Some(before) = before {
            site.write(own, before);
        }
    }
    site.build();
}

#[test]
fn a_list_of_files_with_a_name_that_cannot_be_is_damaged() {
    let site = SiteTest::new();
    site.write("content/2566/o6/index.md", "+++\n+++\nก\n");
    site.build();
    let manifest = site.read("public/.oit-manifest");
    site.write("public/.oit-manifest", manifest + "2566/o6/a%00.pdf\n");
    let run = site.run(&["build", "--lang", "en"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.stderr.contains("output-refused"), "{run:?}");
}
