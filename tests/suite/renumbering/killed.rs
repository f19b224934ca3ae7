//! A renumbering that is killed, or fails, at any of its steps: it did nothing, or is gone on with.

use std::process::Command;

use rayon::prelude::*;

use super::{KEPT, Tree, apply, late, year};
use crate::browser::say;
use crate::harness::{AS_OF, Run, SiteTest, oit, run};
use crate::publishing::killed::{long, strace};
use crate::rollover::content;

/// What the site holds, without what a run that was cut off had only begun to write.
fn settled(site: &SiteTest) -> Tree {
    let mut files = content(site);
    let has_moved = site.exists(KEPT);
    files.retain(|name, _| {
        let is_begun = name.starts_with("content/.oit-2567.tmp/");
        let is_staged = name.starts_with("content/_2567-before/") && !has_moved;
        !is_begun && !is_staged && !name.ends_with(".tmp")
    });
    files
}

/// A site where a text elsewhere leads into the year, and what it is to be.
fn scenario() -> (SiteTest, Tree, Tree) {
    let make = || {
        let site = late();
        site.write(
            "content/pages/a.md",
            "+++\ntitle = \"ก\"\n+++\n[รายงาน](2567/o5)\n",
        );
        site.write("content/index.md", "[โครงสร้าง](/2567/o1/)\n");
        site
    };
    let (site, done) = (make(), make());
    let before = content(&site);
    assert_eq!(apply(&done).code, 0);
    (site, before, content(&done))
}

fn copy_of(site: &SiteTest) -> SiteTest {
    let copy = SiteTest::empty();
    copy.copy_in("content", &site.path("content"));
    copy.copy_in("site.toml", &site.path("site.toml"));
    copy
}

fn through(strace: &str, site: &SiteTest, call: &str, what: &str, arguments: &[&str]) -> Run {
    let mut command = Command::new(strace);
    let inject = format!("inject={call}:{what}");
    let trace = format!("trace={call}");
    command.args(["-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject]);
    command.arg(env!("CARGO_BIN_EXE_oit"));
    let mut plain = oit();
    for (name, value) in plain.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    plain.env("RAYON_NUM_THREADS", "1");
    command
        .args(arguments)
        .args(["--as-of", AS_OF])
        .current_dir(site.root());
    run(command.env("RAYON_NUM_THREADS", "1"))
}

/// Calls that change the disk, and how far apart those are that a short test tries.
const CALLS: [(&str, usize); 4] = [
    ("rename", 1),
    ("mkdir", 3),
    ("copy_file_range", 4),
    ("write", 13),
];

#[test]
fn a_run_that_is_killed_or_fails_at_any_step_is_gone_on_with_or_did_nothing() {
    let Some(strace) = strace() else {
        return;
    };
    let (site, before, after) = scenario();
    let faults: Vec<String> = CALLS
        .par_iter()
        .flat_map_iter(|(call, apart)| {
            let apart = if long() { 1 } else { *apart };
            let mut faults = Vec::new();
            let mut stopped = 0;
            for at in (1..2000).step_by(apart) {
                for what in [
                    format!("signal=KILL:when={at}"),
                    format!("error=EACCES:when={at}"),
                ] {
                    let copy = copy_of(&site);
                    let words = ["rollover", "2566", "2567", "--apply"];
                    let run = through(&strace, &copy, call, &what, &words);
                    let place = format!("{call} {what}");
                    stopped += usize::from(run.code != 0);
                    let found = settled(&copy);
                    let lost = before
                        .keys()
                        .filter(|name| !name.starts_with("content/2567/"));
                    faults.extend(
                        lost.filter(|name| !found.contains_key(*name))
                            .map(|name| format!("{place}: {name} is lost")),
                    );
                    if !copy.exists(KEPT) && found != before {
                        faults.push(format!("{place}: neither as it was nor begun: {run:?}"));
                    }
                    if copy.exists(KEPT) {
                        let kept: Tree = year(&copy, KEPT);
                        let was = before.iter().filter_map(|(name, bytes)| {
                            Some((
                                name.strip_prefix("content/2567/")?.to_owned(),
                                bytes.clone(),
                            ))
                        });
                        if kept != was.collect::<Tree>() {
                            faults.push(format!("{place}: the year is not kept"));
                        }
                    }
                    // Taken back, or gone on with.
                    if at % 2 == 0 && copy.exists(KEPT) {
                        let undone = copy.run(&["rollover", "2566", "2567", "--undo"]);
                        let mut back = content(&copy);
                        back.retain(|name, _| !name.starts_with("content/_2567-undone"));
                        if back != before {
                            faults.push(format!("{place}: not as it was: {undone:?}"));
                        }
                    } else {
                        let again = apply(&copy);
                        if content(&copy) != after {
                            faults.push(format!("{place}: not as it is to be: {again:?}"));
                        }
                    }
                    if run.code == 0 && what.starts_with("signal") {
                        say(&format!("stopped {stopped} times at {call}"));
                        if stopped == 0 {
                            faults.push(format!("{call} is never called"));
                        }
                        return faults;
                    }
                }
            }
            faults
        })
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn undoing_that_is_killed_at_any_step_is_gone_on_with() {
    let Some(strace) = strace() else {
        return;
    };
    let (site, before, _) = scenario();
    assert_eq!(apply(&site).code, 0);
    for at in 1..20 {
        let copy = copy_of(&site);
        let what = format!("signal=KILL:when={at}");
        let run = through(
            &strace,
            &copy,
            "rename",
            &what,
            &["rollover", "2566", "2567", "--undo"],
        );
        if run.code == 0 {
            assert!(at > 3, "{run:?}");
            return;
        }
        let again = copy.run(&["rollover", "2566", "2567", "--undo"]);
        let mut back = content(&copy);
        back.retain(|name, _| !name.starts_with("content/_2567-undone"));
        assert!(back == before, "{at}: {again:?}");
    }
    panic!("never done");
}

#[test]
fn a_folder_of_the_webmasters_own_is_passed_over() {
    for own in ["หมายเหตุ.txt", "2566/index.md", "new/index.md"] {
        let (site, _, _) = scenario();
        let note = format!("content/_2567-before/{own}");
        site.write(&note, "จดไว้");
        // Something that no run leaves behind stands beside it.
        site.write("content/_2567-before/อื่น.txt", "จดไว้");
        let done = apply(&site);
        assert_eq!(done.code, 0, "{done:?}");
        assert!(done.stdout.contains("_2567-before-2"), "{}", done.stdout);
        assert_eq!(site.read(&note), "จดไว้");
        let undone = site.run(&["rollover", "2566", "2567", "--undo"]);
        assert_eq!(undone.code, 0, "{undone:?}");
        assert_eq!(site.read(&note), "จดไว้");
    }
}
