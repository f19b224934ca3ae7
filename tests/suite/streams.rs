//! Output that cannot be written is an error for every command; a reader that went away is none.
//!
//! And files: a command that cannot write all of them leaves none, and what was there stays.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::os::unix::process::ExitStatusExt as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::harness::{AS_OF, Run, SITE, SiteTest, oit, run, tree};

/// Two items, of which the second is carried over with a file.
const FRAMEWORK: &str = "fiscal_year = 2567\n[[indicator]]\ncode = \"9\"\ntitle = \"ก\"\n\
    [[indicator.sub]]\ncode = \"9.1\"\ntitle = \"ข\"\n\
    [[indicator.sub.item]]\nnumber = 1\nkey = \"structure\"\ntitle = \"ค\"\n\
    [[indicator.sub.item]]\nnumber = 2\nkey = \"annual-plan-progress\"\ntitle = \"ง\"\n";

const LEAD: &str = "content/2566/o12/index.md";

/// A site with something to tell and something to repair.
fn site() -> SiteTest {
    let site = SiteTest::new();
    site.write(LEAD, "+++\ndate = \"31 มกราคม 2566\"\n+++\nนํ้าใจ\n");
    site
}

/// Every command that prints results, with the exit code it has where they can be written.
#[rustfmt::skip]
const PRINTING: &[(i32, &[&str])] = &[
    (1, &["check"]),
    (1, &["check", "--format", "json"]),
    (1, &["check", "--format", "github"]),
    (1, &["check", "--format", "sarif"]),
    (1, &["check", "--fix", "--dry-run"]),
    (0, &["report", "checklist", "--site", "good"]),
    (0, &["report", "submission", "--format", "csv", "--site", "good"]),
    (0, &["report", "score", "--format", "json", "--site", "good"]),
    (0, &["report", "checklist", "--format", "xlsx", "--site", "good"]),
    (0, &["report", "print", "--site", "good"]),
    (0, &["report", "checklist", "-o", "checklist.csv", "--site", "good"]),
    (1, &["check", "-o", "found.json"]),
    (0, &["explain"]),
    (0, &["explain", "stub"]),
    (0, &["schema", "site"]),
    (0, &["schema", "site", "-o", "schema.json"]),
    (0, &["build", "--site", "good"]),
    (0, &["new", "o1"]),
    (0, &["init", "other"]),
    (0, &["rollover", "2566", "2567", "--dry-run", "--site", "good"]),
    (0, &["rollover", "2566", "2567", "--site", "good"]),
    (0, &["--help"]),
    (0, &["check", "--help"]),
    (0, &["--version"]),
    (2, &["check", "--format", "json", "--bogus"]),
];

/// Runs a command on a site of its own, with its standard output somewhere.
fn run_into(arguments: &[&str], language: &str, stdout: Stdio) -> Run {
    let site = site();
    site.write("good/site.toml", SITE);
    site.write("good/content/2566/o12/index.md", "+++\n+++\nรายงาน\n");
    let mut command = oit();
    command
        .args(arguments)
        .args(["--as-of", AS_OF, "--lang", language]);
    let output = command
        .current_dir(site.root())
        .stdin(Stdio::null())
        .stdout(stdout)
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(output.status.signal(), None, "{arguments:?}");
    Run {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

#[cfg(target_os = "linux")]
#[test]
fn results_that_cannot_be_written_are_an_error() {
    for (code, arguments) in PRINTING {
        let written = run_into(arguments, "th", Stdio::piped());
        assert_eq!(written.code, *code, "{arguments:?} {written:?}");
        assert!(!written.stdout.is_empty(), "{arguments:?} prints nothing");
        for (language, what, advice) in [
            ("th", "แสดงผลออกมาไม่ได้ครบ", "ดิสก์เต็ม"),
            (
                "en",
                "not all of the output could be written",
                "the disk is full",
            ),
        ] {
            let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
            let failed = run_into(arguments, language, full.into());
            assert_eq!(failed.code, 2, "{arguments:?} {failed:?}");
            for words in [what, advice] {
                let said = failed.stderr.matches(words).count();
                assert_eq!(said, 1, "{arguments:?} {failed:?}");
            }
        }
    }
}

#[test]
fn a_reader_that_went_away_is_no_error() {
    for (code, arguments) in PRINTING {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let ended = run_into(arguments, "th", writer.into());
        assert_eq!(ended.code, *code, "{arguments:?} {ended:?}");
        assert!(
            !ended.stderr.contains("ทำไม่สำเร็จ"),
            "{arguments:?} {ended:?}"
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn findings_that_cannot_be_written_are_an_error() {
    let site = SiteTest::new();
    site.write(LEAD, "+++\nperiod = \"2566-Q1\"\n+++\nรายงาน\n");
    assert_eq!(site.run(&["check"]).code, 0);
    let check = |stderr: Stdio| {
        let mut command = oit();
        command.args(["check", "--as-of", AS_OF]).stderr(stderr);
        let status = command
            .current_dir(site.root())
            .stdout(Stdio::null())
            .status();
        status.unwrap().code()
    };
    let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
    assert_eq!(check(full.into()), Some(2));
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    assert_eq!(check(writer.into()), Some(0));
    assert_eq!(check(File::create("/dev/null").unwrap().into()), Some(0));
}

/// Runs a command where no file may be larger than so many blocks of 512 bytes.
fn run_small(site: &SiteTest, blocks: usize, arguments: &[&str]) -> Run {
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let cache = tempfile::tempdir().unwrap();
    let mut command = Command::new("sh");
    command
        .args(["-c", &script, env!("CARGO_BIN_EXE_oit")])
        .args(arguments)
        .args(["--as-of", AS_OF, "--lang", "en"])
        .env("OIT_CACHE_DIR", cache.path())
        .current_dir(site.root());
    run(&mut command)
}

/// Every file and folder of a site, and what is in the files.
fn everything(site: &SiteTest) -> (Vec<PathBuf>, BTreeMap<String, Vec<u8>>) {
    let entries = walkdir::WalkDir::new(site.root()).sort_by_file_name();
    let paths = entries.into_iter().map(|entry| entry.unwrap().into_path());
    (paths.collect(), tree(site.root()))
}

#[test]
fn a_command_that_cannot_write_all_its_files_leaves_none() {
    // The first files of a new site and a new year are small, and are written.
    for (blocks, arguments) in [
        (0, &["new", "o1"][..]),
        (0, &["new", "o12", "title"]),
        (4, &["init", "other"]),
        (4, &["init", "other", "--ci", "github", "--year", "2566"]),
        (0, &["init", ".", "--ci", "gitlab"]),
        (4, &["rollover", "2566", "2567"]),
        (0, &["report", "checklist", "-o", "checklist.csv"]),
        (0, &["report", "checklist", "-o", "link.csv"]),
        (0, &["report", "checklist", "-o", "new.csv"]),
        (0, &["check", "-o", "link.csv", "--format", "json"]),
        (4, &["schema", "document", "-o", "new.json"]),
    ] {
        let site = SiteTest::new();
        site.write("content/2566/o12/index.md", "+++\n+++\nรายงาน\n");
        site.write("content/2566/o12/old.pdf", vec![b'x'; 9_000]);
        site.write("content/2567/framework.toml", FRAMEWORK);
        site.write("checklist.csv", "ของเดิม");
        std::os::unix::fs::symlink("checklist.csv", site.path("link.csv")).unwrap();
        let before = everything(&site);
        let failed = run_small(&site, blocks, arguments);
        assert_eq!(failed.code, 2, "{arguments:?} {failed:?}");
        let said = failed.stderr.contains("of this size");
        assert!(said, "{arguments:?} {failed:?}");
        let after = everything(&site);
        assert_eq!(after.0, before.0, "{arguments:?}");
        assert!(after.1 == before.1, "{arguments:?}");
        let done = site.run(arguments);
        assert_eq!(done.code, 0, "{arguments:?} {done:?}");
        assert!(everything(&site) != before, "{arguments:?}");
        assert!(site.path("link.csv").is_symlink(), "{arguments:?}");
    }
}
