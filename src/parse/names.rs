//! Names of files, as far as they say what a file is.

use std::collections::HashMap;

use crate::files::{MARKDOWN, SitePath, ending, file_name};
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

/// What `ข่าว.markdown` and an `index.txt` were meant to be, and any text that begins with front matter (`has_keys`).
/// `has` says which stems have a document.
pub(super) fn other_ending(
    name: &str,
    has_keys: bool,
    has: impl Fn(&str) -> bool,
) -> Option<String> {
    let (stem, _) = file_name(name).rsplit_once('.')?;
    let ending = ending(name).to_ascii_lowercase();
    let is_lead = stem.eq_ignore_ascii_case("index") && !name.contains('/') && !has("index");
    let is_meant = has_keys || MARKDOWN.contains(&&*ending) || (ending == "txt" && is_lead);
    is_meant.then(|| format!("{stem}.md"))
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
