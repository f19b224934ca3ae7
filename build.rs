//! Gives the program names for itself: a hash of its sources, and the commit that it was built from.
//!
//! What a build of the program keeps on the disk is good for that build only. Time and size of the executable do not
//! tell one from another: some systems set the time of every file to the same. The commit is for people; a program that
//! was built from an archive has none.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::process::Command;

/// What the program is made of.
const SOURCES: [&str; 6] = [
    "src",
    "themes/default",
    "docs/diagnostics.md",
    "Cargo.toml",
    "Cargo.lock",
    "build.rs",
];

fn main() {
    let mut sources = BTreeMap::new();
    for top in SOURCES {
        println!("cargo:rerun-if-changed={top}");
        read(Path::new(top), &mut sources);
    }
    let mut hasher = DefaultHasher::new();
    sources.hash(&mut hasher);
    std::env::var("TARGET")
        .unwrap_or_default()
        .hash(&mut hasher);
    println!("cargo:rustc-env=OIT_SOURCES={:016x}", hasher.finish());
    if let Some(commit) = commit() {
        println!("cargo:rustc-env=OIT_BUILT_FROM={commit}");
    }
}

/// The commit of these sources, with a `+` where they were changed since; `None` where they lie in no repository of
/// their own.
fn commit() -> Option<String> {
    let here = fs::canonicalize(".").ok()?;
    let top = fs::canonicalize(git(&["rev-parse", "--show-toplevel"])?).ok()?;
    if top != here {
        return None;
    }
    // What changes with a commit or another branch. A file that is not there would have this run every time.
    let branch = git(&["symbolic-ref", "--quiet", "HEAD"]);
    for name in ["HEAD", "logs/HEAD", "packed-refs"]
        .into_iter()
        .chain(branch.as_deref())
    {
        let path = git(&["rev-parse", "--git-path", name])?;
        if Path::new(&path).exists() {
            println!("cargo:rerun-if-changed={path}");
        }
    }
    let commit = git(&["rev-parse", "--short=12", "HEAD"])?;
    let changed = git(&[&["status", "--porcelain", "--"], &SOURCES[..]].concat())?;
    let mark = if changed.is_empty() { "" } else { "+" };
    Some(format!("{commit}{mark}"))
}

/// What git answers; `None` where there is no git, or it fails.
fn git(arguments: &[&str]) -> Option<String> {
    let ran = Command::new("git").args(arguments).output().ok()?;
    let said = String::from_utf8(ran.stdout).ok()?;
    ran.status.success().then(|| said.trim().to_owned())
}

/// Reads a file, or all files below a folder.
fn read(path: &Path, sources: &mut BTreeMap<String, Vec<u8>>) {
    if let Ok(bytes) = fs::read(path) {
        sources.insert(path.display().to_string(), bytes);
    }
    let inside = fs::read_dir(path).into_iter().flatten().flatten();
    for entry in inside {
        read(&entry.path(), sources);
    }
}
