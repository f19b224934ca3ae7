//! Names of files and folders whose letters are wrong though they look right.
//!
//! macOS may keep a name decomposed, and a name copied from a PDF brings its letters along: nobody
//! who types the name finds the file. Only told, never changed: evidence is the webmaster's, and a
//! published file's address comes from its name.

use super::letters::letters;
use crate::files::{Files, SitePath, file_name};
use crate::parse::reference::nfc;
use crate::problem::{Diagnostic, Diagnostics, TextFault};

pub(super) fn check(files: &Files, findings: &mut Diagnostics) {
    let paths = files.entries.keys().chain(&files.folders);
    let content = paths.filter(|path| !path.starts_with("themes"));
    findings.extend(content.filter_map(name));
}

fn name(path: &SitePath) -> Option<Diagnostic> {
    let written = file_name(path);
    if written.is_ascii() {
        return None;
    }
    let mut meant = nfc(written).into_owned();
    for found in letters(&meant).into_iter().rev() {
        // What was opened in the wrong encoding is a guess, good enough to be shown.
        if let Some(new) = found.meant {
            meant.replace_range(found.range, &new);
        }
    }
    let is_wrong = meant != written;
    is_wrong.then(|| Diagnostic::whole(TextFault::FileName { meant }, path))
}
