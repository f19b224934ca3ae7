//! What the targets share: small sites in memory, office files around a part, and a hook that tells a
//! panic of the program from one that is caught.

#[path = "../../tests/suite/odd/inside.rs"]
mod inside;

use std::io::{Cursor, Write};

use oit::problem::Diagnostic;
use oit::files::{Entry, Files, Stamp};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Ends the run at a panic of the program itself. Readers of other people's making may panic where
/// the program catches it; what is not caught ends the run besides.
pub fn watch() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location();
        let is_own = place.is_none_or(|place| !place.file().contains("/registry/src/"));
        if is_own {
            eprintln!("{panic}");
            std::process::abort();
        }
    }));
}

/// Ends the run where a finding points outside its file.
pub fn stand_inside(findings: &[Diagnostic], files: &Files) {
    inside::stand_inside(findings, files);
}

/// A site in memory: texts, and files of which only the size is known.
pub fn files(entries: &[(&str, Option<&str>)]) -> Files {
    let mut files = Files::default();
    for (path, text) in entries {
        let entry = match text {
            Some(text) => Entry::Text((*text).into()),
            None => Entry::Asset(Stamp {
                bytes: 1,
                modified: None,
            }),
        };
        files.entries.insert((*path).into(), entry);
        let ends = path.match_indices('/').map(|(end, _)| &path[..end]);
        files.folders.extend(ends.map(Into::into));
    }
    files
}

/// A ZIP archive in which nothing is packed, so that what libFuzzer changes stays readable.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        file.start_file(*name, stored).expect("a name");
        file.write_all(bytes).expect("memory");
    }
    file.finish().expect("memory").into_inner()
}
