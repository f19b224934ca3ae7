//! Gives the program a name for itself: a hash of its sources.
//!
//! What a build of the program keeps on the disk is good for that build only. Time and size of the executable do not
//! tell one from another: some systems set the time of every file to the same.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

fn main() {
    let mut sources = BTreeMap::new();
    for top in [
        "src",
        "themes/default",
        "docs/diagnostics.md",
        "Cargo.toml",
        "Cargo.lock",
    ] {
        println!("cargo:rerun-if-changed={top}");
        read(Path::new(top), &mut sources);
    }
    let mut hasher = DefaultHasher::new();
    sources.hash(&mut hasher);
    std::env::var("TARGET")
        .unwrap_or_default()
        .hash(&mut hasher);
    println!("cargo:rustc-env=OIT_SOURCES={:016x}", hasher.finish());
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
