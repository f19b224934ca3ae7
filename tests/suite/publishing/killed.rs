//! A build that is killed at any instant leaves a site that opens, and the next one repairs it.
//!
//! The steps are found from outside: `strace` tells which calls change the disk, and kills the build
//! on entering one of them. Without it (or where the system forbids it) only kills at random
//! instants are left. With `OIT_LONG_TESTS=1` every step has its turn.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Instant;

use rayon::prelude::*;

use super::scenario::Scenario;
use crate::browser::{in_gate, on_path, say};
use crate::harness::run;

/// The calls to the system that change what is on the disk. `openat` too, where it makes a file.
const CALLS: [&str; 12] = [
    "mkdir",
    "mkdirat",
    "openat",
    "write",
    "copy_file_range",
    "fsync",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "rmdir",
];

/// Whether the tests that take minutes are wanted.
pub(crate) fn long() -> bool {
    std::env::var_os("OIT_LONG_TESTS").is_some_and(|value| value != "0")
}

/// `strace`, where it is installed and allowed to look on. The gate has it.
pub(crate) fn strace() -> Option<String> {
    let found = if cfg!(target_os = "linux") {
        on_path(&["strace"])
    } else {
        None
    };
    let wanted = in_gate() && cfg!(target_os = "linux");
    assert!(found.is_some() || !wanted, "the gate installs strace");
    let works = found.filter(|path| {
        let mut command = Command::new(path);
        command.args(["-f", "-o", "/dev/null", "true"]);
        command.stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    });
    if works.is_none() {
        say("left out: strace is not installed, or not allowed to look on");
    }
    works.map(|path| path.to_string_lossy().into_owned())
}

/// The n-th time that a thread makes a call that changes the disk.
pub(super) type Step = (String, usize);

/// The steps of a build in one thread, besides the main one, from a run that is only watched.
pub(super) fn steps(scenario: &Scenario, strace: &str, calls: &[&str]) -> Vec<Step> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    let log = folder.path().join("log");
    scenario.lay_out(&out);
    let trace = format!("trace={}", known(strace, calls).join(","));
    let through = [
        strace,
        "-f",
        "-qq",
        "-e",
        &trace,
        "-o",
        log.to_str().unwrap(),
    ];
    let mut command = scenario.command(&out, &through);
    let watched = run(command.env("RAYON_NUM_THREADS", "1"));
    assert_eq!(watched.code, 0, "{watched:?}");
    let log = fs::read_to_string(log).unwrap();
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut steps = BTreeSet::new();
    for line in log.lines() {
        let (thread, rest) = line.split_once(' ').unwrap();
        let Some((call, arguments)) = rest.trim_start().split_once('(') else {
            continue;
        };
        let count = counts.entry((thread, call)).or_default();
        *count += 1;
        // Only what happens in the output folder; a `write` does not say where, nor does `fsync`.
        let named = arguments.contains(out.to_str().unwrap());
        let is_step = match call {
            "openat" => named && arguments.contains("O_CREAT"),
            "write" => !arguments.starts_with(['1', '2']),
            "fsync" | "copy_file_range" => true,
            _ => named,
        };
        if is_step {
            steps.insert((call.to_owned(), *count));
        }
    }
    steps.into_iter().collect()
}

/// Those of some calls that this system has: others are no names to `strace`.
fn known(strace: &str, calls: &[&str]) -> Vec<String> {
    let is_known = |call: &&&str| {
        let mut command = Command::new(strace);
        let trace = format!("trace={call}");
        command.args(["-o", "/dev/null", "-e", &trace, "true"]);
        command.stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    calls
        .iter()
        .filter(is_known)
        .map(|call| (*call).to_owned())
        .collect()
}

/// What runs a build through `strace`, which makes what it is told of some calls.
pub(super) fn injected<'a>(strace: &'a str, trace: &'a str, inject: &'a str) -> [&'a str; 9] {
    [
        strace,
        "-f",
        "-qq",
        "-e",
        trace,
        "-e",
        inject,
        "-o",
        "/dev/null",
    ]
}

/// Kills a build on entering a step, and gives what is wrong then and after the next build.
fn kill_at(scenario: &Scenario, strace: &str, (call, count): &Step) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    scenario.lay_out(&out);
    let (trace, inject) = (
        format!("trace={call}"),
        format!("inject={call}:signal=KILL:when={count}"),
    );
    let mut command = scenario.command(&out, &injected(strace, &trace, &inject));
    let killed = run(command.env("RAYON_NUM_THREADS", "1"));
    let mut faults = after_kill(scenario, &out);
    if killed.code == 0 {
        faults.push("was not killed".to_owned());
    }
    faults
        .iter()
        .map(|fault| format!("{call} {count}: {fault}"))
        .collect()
}

fn after_kill(scenario: &Scenario, out: &Path) -> Vec<String> {
    let mut faults = scenario.faults(out);
    faults.extend(scenario.repaired(out));
    faults
}

fn every_step(scenario: &Scenario) {
    let Some(strace) = strace() else {
        return;
    };
    let steps = steps(scenario, &strace, &CALLS);
    assert!(steps.len() > 60, "{steps:?}");
    let apart = if long() { 1 } else { 12 };
    let wanted: Vec<&Step> = steps.iter().step_by(apart).collect();
    let faults: Vec<String> = wanted
        .par_iter()
        .flat_map(|step| kill_at(scenario, &strace, step))
        .collect();
    assert!(faults.is_empty(), "of {}: {faults:#?}", wanted.len());
    say(&format!(
        "killed at {} of {} steps",
        wanted.len(),
        steps.len()
    ));
}

#[test]
fn an_edit_that_is_killed_at_a_step() {
    every_step(&Scenario::edited(0));
}

#[test]
fn a_first_build_that_is_killed_at_a_step() {
    every_step(&Scenario::first(0));
}

/// Where a file becomes a folder the two cannot be there at once, but all else can.
#[test]
fn a_file_that_becomes_a_folder_and_is_killed_at_a_step() {
    every_step(&Scenario::swapped());
}

/// Kills builds at instants spread over the time that one takes, with all threads at work.
fn at_random(scenario: &Scenario, kills: u32, seed: u64) {
    let folder = tempfile::tempdir().unwrap();
    let out = |name: &str| folder.path().join(name);
    scenario.lay_out(&out("whole"));
    let start = Instant::now();
    assert_eq!(scenario.build(&out("whole")).code, 0);
    let whole = start.elapsed();
    let mut number = seed;
    let mut broken_off = 0;
    let mut faults = Vec::new();
    for kill in 0..kills {
        // Numerical Recipes' generator: the same instants in every run, as far as clocks allow.
        number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223) % (1 << 32);
        // One instant in each part of the time, so that none is left out.
        let part =
            f64::from(kill) + f64::from(u32::try_from(number).unwrap()) / f64::from(u32::MAX);
        let wait = whole.mul_f64(part / f64::from(kills));
        let out = out(&kill.to_string());
        scenario.lay_out(&out);
        // Every third is killed again while it repairs what the one before left.
        for _ in 0..=u32::from(kill % 3 == 2) {
            let mut command = scenario.command(&out, &[]);
            command.stdout(Stdio::null()).stderr(Stdio::null());
            let mut child = command.spawn().unwrap();
            sleep(wait);
            broken_off += u32::from(child.try_wait().unwrap().is_none());
            child.kill().unwrap();
            child.wait().unwrap();
        }
        let found = after_kill(scenario, &out);
        faults.extend(found.iter().map(|fault| format!("after {wait:?}: {fault}")));
        fs::remove_dir_all(&out).unwrap_or_default();
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(broken_off > 0, "every build was done before it was killed");
    say(&format!("broke off {broken_off} builds at random instants"));
}

#[test]
fn an_edit_that_is_killed_at_random() {
    at_random(&Scenario::edited(60), if long() { 80 } else { 6 }, 2566);
}

#[test]
fn a_first_build_that_is_killed_at_random() {
    at_random(&Scenario::first(60), if long() { 40 } else { 4 }, 2567);
}
