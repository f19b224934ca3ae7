//! Times whole processes on one disclosure site: `oit`, a bare program, `cp -r`, Hugo and Zola, in turn
//! round by round. How to run it and what its tables say: `docs/benchmarks.md`.
//!
//! ```console
//! $ cargo bench --bench peers -- --sizes 43,1075 --rounds 5 --hugo /opt/hugo
//! ```

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    missing_docs,
    unreachable_pub
)]

mod arguments;
mod bare;
mod corpus;
mod process;
mod report;
mod rounds;
mod serve;

use std::fs;
use std::io::Result;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use arguments::{Arguments, Inner};
use clap::Parser;

/// A file system in memory, on Linux.
const IN_MEMORY: &str = "/dev/shm";
/// So many edits are timed at each size.
const EDITS: usize = 11;

/// What is run.
pub struct Programs {
    oit: PathBuf,
    hugo: Option<PathBuf>,
    zola: Option<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// Whether the run ends well.
fn run(arguments: &Arguments) -> Result<bool> {
    if let Some(Inner::Bare { site, out, list }) = &arguments.inner {
        return bare::write(site, out, list).map(|()| true);
    }
    let own = PathBuf::from(env!("CARGO_BIN_EXE_oit"));
    let programs = Programs {
        oit: arguments.oit.clone().unwrap_or(own),
        hugo: arguments
            .hugo
            .clone()
            .or_else(|| on_path("hugo", "version")),
        zola: arguments
            .zola
            .clone()
            .or_else(|| on_path("zola", "--version")),
    };
    let parent = arguments.work.clone().unwrap_or_else(|| {
        let in_memory = Path::new(IN_MEMORY);
        let usual = std::env::temp_dir();
        if in_memory.is_dir() {
            in_memory.to_path_buf()
        } else {
            usual
        }
    });
    // Its own, because it is taken away afterwards.
    let work = parent.join("oit-bench");
    let (mut measured, mut latencies) = (Vec::new(), Vec::new());
    for documents in &arguments.sizes {
        if !arguments.serve_only {
            measured.push(rounds::measure(
                *documents,
                arguments.rounds,
                &work,
                &programs,
            )?);
        }
        if arguments.serve || arguments.serve_only {
            latencies.push(serve::measure(*documents, EDITS, &work, &programs)?);
        }
        if !arguments.keep {
            fs::remove_dir_all(work.join(documents.to_string()))?;
        }
    }
    if !arguments.keep {
        let _ = fs::remove_dir(&work);
    }
    println!("{}", circumstances(&programs, &parent));
    println!("{}", report::tables(&measured, &latencies));
    let gates = report::gates(&measured, &latencies);
    for gate in &gates {
        println!("{}", gate.line());
    }
    Ok(!arguments.gate || gates.iter().all(|gate| gate.is_kept))
}

/// A program, where it is on the path.
fn on_path(name: &str, version: &str) -> Option<PathBuf> {
    first_line(Path::new(name), version).map(|_| PathBuf::from(name))
}

/// What a program says of its version.
fn first_line(program: &Path, version: &str) -> Option<String> {
    let said = Command::new(program).arg(version).output().ok()?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    said.lines().next().map(str::to_owned)
}

/// When, where and with what it was measured.
fn circumstances(programs: &Programs, work: &Path) -> String {
    let today = jiff::Timestamp::now().to_string();
    let today = today.split('T').next().unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let peers = [
        Some((&programs.oit, "--version")),
        programs.hugo.as_ref().map(|hugo| (hugo, "version")),
        programs.zola.as_ref().map(|zola| (zola, "--version")),
    ];
    let versions = peers.into_iter().flatten();
    let versions = versions.filter_map(|(program, version)| first_line(program, version));
    let versions: Vec<String> = versions
        .map(|line| line.split(" linux").next().unwrap_or_default().to_owned())
        .collect();
    format!(
        "{today} · {} · {} · {cores} cores · files in {}",
        versions.join(" · "),
        std::env::consts::OS,
        work.display()
    )
}
