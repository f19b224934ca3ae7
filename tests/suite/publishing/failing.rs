//! Disks that fail: full, read-only, not allowed, or at any single step.
//!
//! The site that stands is unharmed, and the message says what to do in Thai and in English.

use std::fs;
#[cfg(unix)]
use std::path::Path;
#[cfg(target_os = "linux")]
use std::process::Command;

use rayon::prelude::*;

use super::killed::{Step, injected, long, steps, strace};
use super::scenario::Scenario;
#[cfg(unix)]
use crate::browser::say;
use crate::harness::{Run, run, tree};

/// A failed build in both languages, with the folder that it was to write to.
#[track_caller]
fn both_languages(mut build: impl FnMut(&str) -> Run, thai: &str, english: &str) {
    for (language, words) in [("th", thai), ("en", english)] {
        let failed = build(language);
        assert_eq!(failed.code, 2, "{failed:?}");
        assert!(failed.stderr.contains(words), "{language}: {failed:?}");
    }
}

/// Runs a shell script where it may mount what only it sees. `None` where the system forbids that, as
/// containers do, which is said.
#[cfg(target_os = "linux")]
fn in_own_mounts(script: &str, site: &Scenario, out: &Path, language: &str) -> Option<Run> {
    let allowed = Command::new("unshare").args(["-rm", "true"]).output();
    if !allowed.is_ok_and(|done| done.status.success()) {
        say("left out: unshare is not installed, or not allowed");
        return None;
    }
    let script = format!("out=\"$0\"; {script}");
    let through = ["unshare", "-rm", "sh", "-ec", &script, out.to_str()?];
    let mut command = site.command(out, &through);
    Some(run(command.args(["--lang", language])))
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_site_as_it_was() {
    let scenario = Scenario::edited(20);
    for language in ["th", "en"] {
        let folder = tempfile::tempdir().unwrap();
        let (out, kept) = (folder.path().join("public"), folder.path().join("kept"));
        fs::create_dir(&out).unwrap();
        scenario.lay_out(&kept);
        // As large as what is there, in pages of 4 kB, and a little more.
        let used: usize = tree(&kept)
            .values()
            .map(|bytes| bytes.len().div_ceil(4096))
            .sum();
        let size = format!("size={}k", used * 4 + 24);
        let script = format!(
            "mount -t tmpfs -o {size} none \"$out\"; cp -a \"$out/../kept/.\" \"$out\"; \
             code=0; \"$@\" || code=$?; cp -a \"$out\" \"$out/../result\"; exit $code"
        );
        let Some(failed) = in_own_mounts(&script, &scenario, &out, language) else {
            return;
        };
        assert_eq!(failed.code, 2, "{failed:?}");
        let words = [("th", "ดิสก์เต็ม"), ("en", "the disk is full")];
        let stands = [("th", "เว็บไซต์เดิมยังอยู่ครบ"), ("en", "is as it was")];
        for (of, words) in words.into_iter().chain(stands) {
            assert!(
                of != language || failed.stderr.contains(words),
                "{failed:?}"
            );
        }
        let mut result = tree(&folder.path().join("result"));
        // The lock is the one file that a run makes and leaves; nothing is in it.
        result.remove(".oit-lock");
        let mut before = tree(&kept);
        before.remove(".oit-lock");
        assert!(result == before, "{:?}", result.keys().collect::<Vec<_>>());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_can_only_be_read_is_named() {
    let scenario = Scenario::edited(0);
    for (language, words) in [("th", "อ่านได้อย่างเดียว"), ("en", "can only be read")]
    {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("public");
        scenario.lay_out(&out);
        let before = tree(&out);
        let script = "mount --bind \"$out\" \"$out\"; mount -o remount,ro,bind \"$out\"; \"$@\"";
        let Some(failed) = in_own_mounts(script, &scenario, &out, language) else {
            return;
        };
        assert_eq!(failed.code, 2, "{failed:?}");
        assert!(failed.stderr.contains(words), "{failed:?}");
        assert!(tree(&out) == before);
    }
}

#[cfg(unix)]
#[test]
fn a_folder_without_leave_to_write_is_named() {
    use std::os::unix::fs::PermissionsExt as _;
    let scenario = Scenario::edited(0);
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    scenario.lay_out(&out);
    let before = tree(&out);
    let set = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    for path in [folder.path(), scenario.root(), &out] {
        set(path, 0o555);
    }
    // Who may do everything is nobody for this.
    let build = |language: &str| {
        let is_root = fs::write(out.join("probe"), "").is_ok();
        let nobody = [
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
        ];
        let through: &[&str] = if is_root { &nobody } else { &[] };
        if is_root {
            fs::remove_file(out.join("probe")).unwrap();
        }
        run(scenario.command(&out, through).args(["--lang", language]))
    };
    let first = build("th");
    if matches!(first.code, 126 | 127) || first.stderr.contains("setpriv: failed") {
        say("left out: nobody may not run the program here");
    } else {
        both_languages(build, "ไม่มีสิทธิ์", "not allowed");
        assert!(tree(&out) == before);
    }
    for path in [folder.path(), scenario.root(), &out] {
        set(path, 0o755);
    }
}

#[test]
fn a_name_that_is_too_long_is_named() {
    let scenario = Scenario::first(0);
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("ก".repeat(200));
    let build = |language: &str| run(scenario.command(&out, &[]).args(["--lang", language]));
    if cfg!(unix) {
        both_languages(build, "ยาวเกินไป", "too long");
    }
    assert!(fs::read_dir(folder.path()).unwrap().next().is_none());
}

/// Fails a call to the system, and gives what is wrong then and after the next build.
fn fail_at(scenario: &Scenario, strace: &str, (call, count): &Step, error: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    scenario.lay_out(&out);
    let before = tree(&out);
    let (trace, inject) = (
        format!("trace={call}"),
        format!("inject={call}:error={error}:when={count}"),
    );
    let mut command = scenario.command(&out, &injected(strace, &trace, &inject));
    let failed = run(command.env("RAYON_NUM_THREADS", "1"));
    let mut faults = scenario.faults(&out);
    if failed.stderr.contains("เว็บไซต์เดิมยังอยู่ครบ") && tree(&out) != before
    {
        faults.push("the site is not as it was".to_owned());
    }
    let said = ["เว็บไซต์เดิมยังอยู่ครบ", "ทุกหน้ายังเปิดได้"];
    // A call whose failure does no harm, such as a cache that is not kept, is none of the build's.
    // Nor is it heard where what fails is the message itself, the first that the main thread writes.
    let is_mute = call == "write" && *count < 10;
    if failed.code != 0 && !is_mute && !said.iter().any(|words| failed.stderr.contains(words)) {
        faults.push(format!("does not say what stands: {failed:?}"));
    }
    let left = tree(&out).into_keys().filter(|name| name.ends_with(".tmp"));
    faults.extend(left.map(|name| format!("{name} is left")));
    faults.extend(scenario.repaired(&out));
    let told = faults.iter();
    told.map(|fault| format!("{call} {count} {error}: {fault}"))
        .collect()
}

#[test]
fn any_single_step_may_fail() {
    let Some(strace) = strace() else {
        return;
    };
    let scenario = Scenario::edited(0);
    let calls = ["mkdir", "write", "fsync", "rename", "unlink"];
    let steps = steps(&scenario, &strace, &calls);
    assert!(steps.len() > 40, "{steps:?}");
    let apart = if long() { 1 } else { 8 };
    let wanted: Vec<&Step> = steps.iter().step_by(apart).collect();
    let faults: Vec<String> = wanted
        .par_iter()
        .flat_map(|step| {
            let error = match step.0.as_str() {
                "mkdir" | "write" => "ENOSPC",
                "rename" => "EACCES",
                _ => "EIO",
            };
            fail_at(&scenario, &strace, step, error)
        })
        .collect();
    assert!(faults.is_empty(), "of {}: {faults:#?}", wanted.len());
}

/// How many pages are still as they were, after one file could not be replaced.
fn old_pages(
    scenario: &Scenario,
    strace: &str,
    (call, count): &Step,
    changed: &[&String],
) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    scenario.lay_out(&out);
    let trace = format!("trace={call}");
    let inject = format!("inject={call}:error=EACCES:when={count}");
    let mut command = scenario.command(&out, &injected(strace, &trace, &inject));
    let failed = run(command.env("RAYON_NUM_THREADS", "1"));
    let now = tree(&out);
    let is_old = |name: &&&String| now.get(**name) == scenario.before.get(**name);
    let old: Vec<&&String> = changed.iter().filter(is_old).collect();
    let names_it = |name: &&&&String| failed.stderr.contains(name.as_str());
    assert!(
        old.len() > 1 || old.iter().all(|name| names_it(&name)),
        "{old:?} {failed:?}"
    );
    old.len()
}

#[test]
fn a_file_that_is_held_keeps_only_itself_old() {
    let Some(strace) = strace() else {
        return;
    };
    let scenario = Scenario::edited(0);
    let is_changed = |name: &&String| {
        let old = scenario.before.get(*name);
        !name.starts_with('.') && old.is_some_and(|old| scenario.after.get(*name) != Some(old))
    };
    let changed: Vec<&String> = scenario.after.keys().filter(is_changed).collect();
    let renames = steps(&scenario, &strace, &["rename"]);
    let old: Vec<usize> = renames
        .par_iter()
        .map(|step| old_pages(&scenario, &strace, step, &changed))
        .collect();
    // Where a new file cannot be put in place, nothing that stands is touched.
    assert!(
        old.iter().all(|old| *old < 2 || *old == changed.len()),
        "{old:?}"
    );
    assert!(old.iter().filter(|old| **old == 1).count() > 10, "{old:?}");
}
