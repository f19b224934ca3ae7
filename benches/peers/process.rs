//! One process from its start to its end: how long, how much work, how much memory.
//!
//! Work and memory are read from `/proc` and known on Linux only. The work is that of all ended children,
//! before and after, in ticks of 10 ms; the memory is the high-water mark, looked at every two
//! milliseconds, so a process that lives shorter shows none.

use std::fs;
use std::io::{Error, Read, Result};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// What a process took.
#[derive(Debug, Clone, Default)]
pub struct Cost {
    /// Seconds from its start to its end.
    pub seconds: f64,
    /// Seconds of work, on all cores together.
    pub work: Option<f64>,
    /// The most memory at once, in megabytes.
    pub megabytes: Option<f64>,
    /// What it printed.
    pub said: String,
}

/// Runs a command to its end. One that fails is an error: nothing slower than a crash is measured.
pub fn run(command: &mut Command) -> Result<Cost> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let before = work_of_children();
    let start = Instant::now();
    let mut child = command.spawn()?;
    let process = child.id();
    let ended = AtomicBool::new(false);
    let (status, said, seconds, megabytes) = thread::scope(|scope| {
        let watcher = scope.spawn(|| {
            let mut most = None;
            while !ended.load(Ordering::Relaxed) {
                most = status(process, "VmHWM:").max(most);
                thread::sleep(Duration::from_millis(2));
            }
            most
        });
        let mut said = String::new();
        if let Some(out) = &mut child.stdout {
            let _ = out.read_to_string(&mut said);
        }
        let status = child.wait();
        let seconds = start.elapsed().as_secs_f64();
        ended.store(true, Ordering::Relaxed);
        (status, said, seconds, watcher.join().unwrap_or(None))
    });
    if !status?.success() {
        return Err(Error::other(format!("{command:?} failed: {said}")));
    }
    let work = work_of_children();
    Ok(Cost {
        seconds,
        work: work.zip(before).map(|(after, before)| after - before),
        megabytes: megabytes.map(in_megabytes),
        said,
    })
}

/// How much memory a process that runs has now, in megabytes.
pub fn memory_now(process: u32) -> Option<f64> {
    status(process, "VmRSS:").map(in_megabytes)
}

/// A line of `/proc/<process>/status`, in kilobytes.
fn status(process: u32, key: &str) -> Option<u32> {
    let text = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(key))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

fn in_megabytes(kilobytes: u32) -> f64 {
    f64::from(kilobytes) / 1024.0
}

/// Seconds of work of the children that have ended and were waited for.
fn work_of_children() -> Option<f64> {
    const TICKS_A_SECOND: f64 = 100.0;
    let text = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program stands in parentheses and may hold anything.
    let (_, rest) = text.rsplit_once(')')?;
    let fields: Vec<&str> = rest.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at)?.parse::<u32>().ok().map(f64::from);
    Some((ticks(13)? + ticks(14)?) / TICKS_A_SECOND)
}
