//! An output folder whose list of written files was lost.

use std::fs;

use rayon::prelude::*;

use super::killed::{long, strace};
use super::published;
use crate::harness::{AS_OF, SiteTest, oit, run, times, tree};

/// A published site as it comes back from where dot-files are left out.
fn restored() -> SiteTest {
    let site = published();
    forget(&site);
    site
}

fn forget(site: &SiteTest) {
    for name in [".oit-manifest", ".oit-lock", ".oit-journal"] {
        let _ = fs::remove_file(site.path("public").join(name));
    }
}

#[test]
fn it_is_explained_and_taken_over_without_writing_what_is_the_same() {
    let site = restored();
    let (before, at) = (tree(&site.path("public")), times(&site.path("public")));
    for language in ["th", "en"] {
        let refused = site.run(&["build", "--lang", language]);
        assert_eq!(refused.code, 2, "{refused:?}");
        for said in ["output-refused", ".oit-manifest", "oit build --adopt"] {
            assert!(refused.stderr.contains(said), "{said}: {refused:?}");
        }
    }
    assert_eq!(tree(&site.path("public")), before);
    let run = site.run(&["build", "--adopt"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stdout.contains("ใหม่ 0 · เปลี่ยน 0 · ถอนออก 0"), "{run:?}");
    let mut after = times(&site.path("public"));
    after.retain(|name, _| !name.starts_with(".oit-"));
    assert_eq!(after, at, "not one page was written");
    // From now on it is a folder like any other.
    site.write("content/2566/o06/law.pdf", "สองกข");
    assert!(site.build().stdout.contains("เปลี่ยน 1 "));
    let again = site.run(&["build", "--adopt"]);
    assert_eq!(
        again.code, 0,
        "--adopt does no harm where nothing is lost: {again:?}"
    );
}

#[test]
fn what_oit_does_not_make_is_left_and_named_and_what_was_published_is_guarded() {
    let site = restored();
    site.write("public/google1234.html", "ของผู้ดูแล")
        .write("public/2566/o6/ของเรา.txt", "ของผู้ดูแล")
        .write("public/.well-known/x", "y")
        .write("public/2566/o7/old/index.html", "หน้าเก่า");
    fs::remove_file(site.path("content/2566/o07/a.md")).unwrap();
    let stopped = site.run(&["build", "--adopt"]);
    assert_eq!(stopped.code, 1, "{stopped:?}");
    assert!(stopped.stderr.contains("/2566/o7/a/"), "{stopped:?}");
    assert!(!site.exists("public/.oit-manifest"));
    let run = site.run(&["build", "--adopt", "--allow-withdraw"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(
        !site.exists("public/2566/o7/a"),
        "its own checklist told of it"
    );
    for (name, text) in [
        ("google1234.html", "ของผู้ดูแล"),
        ("2566/o6/ของเรา.txt", "ของผู้ดูแล"),
        (".well-known/x", "y"),
        ("2566/o7/old/index.html", "หน้าเก่า"),
    ] {
        assert_eq!(site.read(&format!("public/{name}")), text);
        let is_named = run.stdout.contains(&format!("\n  {name}\n"));
        assert_eq!(is_named, !name.starts_with('.'), "{name}: {}", run.stdout);
    }
    assert_eq!(site.build().stdout.matches("google1234").count(), 0);
    assert_eq!(site.read("public/google1234.html"), "ของผู้ดูแล");
}

#[test]
fn a_folder_without_a_site_is_not_taken_over() {
    let site = published();
    site.write("elsewhere/holiday.jpg", "x")
        .write("half/2566/checklist.json", "{}")
        .write("half/search/index.json", "{ \"years\": [] }")
        .write("other/search/index.json", "{ \"years\": [] }");
    for out in ["elsewhere", "half", "other", "content/2566", "."] {
        let before = tree(&site.path(out));
        let run = site.run(&["build", "--adopt", "--out", out]);
        assert_eq!(run.code, 2, "{out}: {run:?}");
        assert!(!run.stderr.contains("--adopt"), "{out}: {run:?}");
        assert_eq!(tree(&site.path(out)), before);
    }
    forget(&site);
    #[cfg(unix)]
    {
        let link = site.path("public/2566/o6");
        fs::remove_dir_all(&link).unwrap();
        std::os::unix::fs::symlink(site.path("elsewhere"), &link).unwrap();
        let run = site.run(&["build", "--adopt"]);
        assert_eq!(run.code, 2, "nothing is written through a link: {run:?}");
        assert_eq!(tree(&site.path("elsewhere")).len(), 1);
    }
}

/// Killed while it takes a folder over, it can be taken over once more.
#[test]
fn taking_over_may_be_killed() {
    let Some(strace) = strace() else {
        return;
    };
    let site = restored();
    site.write("public/google1234.html", "ของผู้ดูแล");
    site.write("content/2566/o06/index.md", "มีมากขึ้น\n");
    let steps: Vec<(&str, usize)> = [("rename", 1), ("openat", 9), ("write", 7)]
        .into_iter()
        .flat_map(|(call, apart)| {
            let apart = if long() { 1 } else { apart };
            (1..60).step_by(apart).map(move |at| (call, at))
        })
        .collect();
    let faults: Vec<String> = steps
        .par_iter()
        .filter_map(|(call, at)| {
            let copy = SiteTest::empty();
            for name in ["content", "public", "site.toml"] {
                copy.copy_in(name, &site.path(name));
            }
            let mut command = std::process::Command::new(&strace);
            let (trace, inject) = (
                format!("trace={call}"),
                format!("inject={call}:signal=KILL:when={at}"),
            );
            command.args(["-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject]);
            command
                .arg(env!("CARGO_BIN_EXE_oit"))
                .args(["build", "--adopt", "--as-of", AS_OF]);
            command
                .env("OIT_CACHE_DIR", copy.path("cache"))
                .env("RAYON_NUM_THREADS", "1");
            run(command.current_dir(copy.root()));
            let mut again = oit();
            again.args(["build", "--adopt", "--as-of", AS_OF]);
            let again = run(again.current_dir(copy.root()));
            let files = tree(&copy.path("public"));
            let is_whole = again.code == 0
                && files["google1234.html"] == "ของผู้ดูแล".as_bytes()
                && String::from_utf8_lossy(&files["2566/o6/index.html"]).contains("มีมากขึ้น")
                && files.keys().all(|name| !name.ends_with(".tmp"));
            (!is_whole).then(|| format!("{call} {at}: {again:?} {:?}", files.keys()))
        })
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}
