//! A document or a file of an item under another name: what has to be edited for it.
//!
//! In: a site, the file and its new name. Out: the texts with every reference to it changed, and its old name in
//! `formerly`, so that the published address stays alive. Apart from the command, which writes them.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::assemble::links::possible_files;
use crate::files::{Files, SitePath, file_name, folder_of};
use crate::model::{Document, Site};
use crate::parse::layout::Layout;
use crate::parse::quoted::quoted;
use crate::parse::reference::{canonical, decode, nfc};
use crate::span::{Span, replaced};

/// What renaming a file changes.
#[derive(Debug, Default)]
pub struct RenamePlan {
    /// Every text that changes, as it is and as it will be, by path.
    pub texts: BTreeMap<SitePath, (String, String)>,
    /// How many references were changed.
    pub references: usize,
    /// Whether the old address stays alive; not of what is not published, nor of a file that no document has.
    pub is_kept: bool,
}

/// Works out what changes when the file at `path` gets another name in its folder.
pub fn plan_rename(site: &Site, files: &Files, path: &str, name: &str) -> RenamePlan {
    let mut edits: BTreeMap<SitePath, Vec<(Range<usize>, String)>> = BTreeMap::new();
    let mut plan = RenamePlan::default();
    for document in &site.documents {
        let Some(text) = files.text(&document.path) else {
            continue;
        };
        let found = references(document, text, path, name);
        plan.references += found.len();
        if !found.is_empty() {
            edits
                .entry(document.path.clone())
                .or_default()
                .extend(found);
        }
    }
    let keeper = keeper(site, path).filter(|document| site.is_rendered(document));
    if let Some(document) = keeper
        && let Some(text) = files.text(&document.path)
    {
        let edit = formerly(document, text, former_name(path));
        edits.entry(document.path.clone()).or_default().push(edit);
        plan.is_kept = true;
    }
    for (path, mut edits) in edits {
        let Some(text) = files.text(&path) else {
            continue;
        };
        edits.sort_by_key(|(range, _)| range.start);
        let after = replaced(text, edits);
        plan.texts.insert(path, (text.to_string(), after));
    }
    plan
}

/// The document whose `formerly` keeps the address: the one that is renamed, or that the file belongs to.
fn keeper<'a>(site: &'a Site, path: &str) -> Option<&'a Document> {
    let own = site
        .documents
        .iter()
        .find(|document| &*document.path == path);
    own.or_else(|| {
        let file = site.evidence.iter().find(|file| &*file.path == path)?;
        let mut owners = file.owners.iter().map(|id| site.document(*id));
        owners.find(|owner| file.item == Some((owner.year, owner.item)))
    })
}

/// What `formerly` calls it: a document without its ending.
fn former_name(path: &str) -> &str {
    let name = file_name(path);
    let document = name
        .strip_suffix(".md")
        .or_else(|| name.strip_suffix(".toml"));
    document.unwrap_or(name)
}

/// The edit that adds a name to the `formerly` of a document.
fn formerly(document: &Document, text: &str, name: &str) -> (Range<usize>, String) {
    let names = document.formerly.iter().map(|known| known.value.as_str());
    let names: Vec<String> = names.chain([name]).map(quoted).collect();
    let list = format!("[{}]", names.join(", "));
    let layout = Layout::new(&document.path, text);
    if let Some(value) = layout.value("formerly") {
        return (value, list);
    }
    let line = format!("formerly = {list}\n");
    if layout.has_keys {
        let start = layout.toml.start;
        // The first line behind the fence.
        let start =
            start + text[start..].len() - text[start..].trim_start_matches(['\r', '\n']).len();
        return (start..start, line);
    }
    let mark = crate::files::mark_length(text);
    (mark..mark, format!("+++\n{line}+++\n"))
}

/// The edits that change every reference of a document to the file.
fn references(
    document: &Document,
    text: &str,
    path: &str,
    name: &str,
) -> Vec<(Range<usize>, String)> {
    let old = canonical(path);
    let accepted = document
        .allow
        .iter()
        .filter_map(|allow| allow.file.as_ref());
    let accepted = accepted.map(|file| (&file.value, &file.at));
    let named = document
        .named_files()
        .chain(accepted)
        .filter(|(found, _)| canonical(found) == old);
    let named = named.filter_map(|(_, at)| in_place(text, at, file_name(path), name));
    let folder = folder_of(&document.path);
    let links = document.all_links().filter(|link| {
        let mut found = possible_files(folder, &link.href).into_iter();
        found.any(|found| canonical(&found) == old)
    });
    let links = links.filter_map(|link| {
        // A sign may be part of the name that the file had.
        let is_whole = |href: &str| nfc(&decode(href)).ends_with(&*nfc(file_name(path)));
        let written = match link.href.split(['#', '?']).next().unwrap_or_default() {
            first if !is_whole(first) && is_whole(&link.href) => &*link.href,
            first => first,
        };
        let written = written.rsplit('/').next().unwrap_or(written);
        let is_plain = decode(written) == written;
        let encoded = name.replace('%', "%25").replace(' ', "%20");
        let new = if is_plain && !name.contains(' ') {
            name
        } else {
            &encoded
        };
        in_place(text, &link.at, written, new)
    });
    let mut edits: Vec<_> = named.chain(links).collect();
    edits.sort_by_key(|(range, _)| range.start);
    edits.dedup_by_key(|(range, _)| range.start);
    edits
}

/// The last place in a part of a text where a name stands, and what is to stand there.
fn in_place(text: &str, at: &Span, old: &str, new: &str) -> Option<(Range<usize>, String)> {
    let start = at.range.start + text.get(at.range.clone())?.rfind(old)?;
    Some((start..start + old.len(), new.to_owned()))
}
