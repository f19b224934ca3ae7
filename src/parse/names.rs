//! Names of files, as far as they say what a file is.

use std::collections::HashMap;

use crate::files::{SitePath, file_name};
use crate::problem::{Diagnostic, Diagnostics, FolderFault};

/// The name of a `.md` or `.toml` file without its ending.
pub(super) fn document_stem(name: &str) -> Option<&str> {
    let (stem, ending) = name.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    (!stem.is_empty() && matches!(ending.as_str(), "md" | "toml")).then_some(stem)
}

/// What `index.md.txt` was meant to be: Notepad adds its own ending.
pub(super) fn double_ending(name: &str) -> Option<String> {
    let stem = name.get(..name.len().checked_sub(4)?)?;
    let is_text = name.to_ascii_lowercase().ends_with(".txt");
    (is_text && document_stem(stem).is_some()).then(|| file_name(stem).to_owned())
}

/// Reports names that differ in case only, or not at all.
pub(super) fn report_same_names<'a>(
    names: impl IntoIterator<Item = (&'a SitePath, &'a str)>,
    findings: &mut Diagnostics,
) {
    let mut seen: HashMap<String, &SitePath> = HashMap::new();
    for (path, stem) in names {
        if let Some(first) = seen.get(&stem.to_lowercase()) {
            let other = file_name(first).to_owned();
            findings.push(Diagnostic::whole(
                FolderFault::DuplicateDocument { other },
                path,
            ));
        } else {
            seen.insert(stem.to_lowercase(), path);
        }
    }
}
