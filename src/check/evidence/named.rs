//! Evidence files: those that documents name are there, and those that are there are named.

use std::collections::{HashMap, HashSet};

use crate::check::checked::Checked;
use crate::files::{Entry, SitePath, ending, file_name, folder_of, relative};
use crate::model::host::is_web_address;
use crate::parse::leftover::leftover;
use crate::parse::reference::canonical;
use crate::problem::{CoverageFault, Diagnostic, Diagnostics, ReferenceFault};
use crate::span::Span;
use crate::thai::nearest::nearest;

/// Missing files for which a name is suggested.
const MOST_SUGGESTIONS: usize = 300;

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let mut known: HashSet<String> = HashSet::new();
    let mut names = FileNames::default();
    for file in &checked.site.evidence {
        let path = canonical(&file.path);
        names.add(&path, &file.path);
        known.insert(path);
    }
    let files = checked
        .files
        .below("content")
        .map(|(path, _)| canonical(path));
    let mut told: HashSet<String> = files
        .filter(|path| leftover(file_name(path)).is_some())
        .collect();
    // What is there and cannot be opened is told for what it is.
    let unread = checked.files.below("content").filter(|(_, entry)| {
        matches!(entry, Entry::Unreadable(_) | Entry::NoFile(_) | Entry::Link)
    });
    told.extend(unread.map(|(path, _)| canonical(path)));
    let mut suggestions = 0;
    for document in &checked.site.documents {
        for (path, at) in document.named_files() {
            let path = canonical(path);
            // What is there and no evidence has been told where it lies.
            if known.contains(&path) || told.contains(&path) {
                continue;
            }
            let fault = no_name(checked, &path, at).unwrap_or_else(|| {
                suggestions += 1;
                let is_looked_for = suggestions < MOST_SUGGESTIONS;
                not_found(&names, &path, folder_of(&document.path), is_looked_for)
            });
            let finding = Diagnostic::new(fault, at.clone());
            findings.push(finding.about(document.year, document.item));
        }
    }
    checked.each_item(findings, |asked, found| {
        let item = asked.item;
        for id in &item.state.unowned {
            let file = checked.site.file(*id);
            let folder = item.folder.as_deref().unwrap_or_default();
            let alone = (item.documents.is_empty()).then(|| {
                let (year, number) = asked.place();
                let typed = checked.site.item_typed(year, number);
                (typed, relative(folder, &file.path))
            });
            let fault = CoverageFault::UnownedFile { alone };
            found.push(Diagnostic::whole(fault, &file.path));
        }
    });
}

/// A file that a document in `folder` names and that is not there, with what may have been meant.
fn not_found(
    names: &FileNames<'_>,
    path: &str,
    folder: &str,
    is_looked_for: bool,
) -> ReferenceFault {
    let moved = names.moved(path).filter(|_| is_looked_for);
    let near = || names.meant(path, &canonical(folder));
    ReferenceFault::FileNotFound {
        near: match moved {
            Some(moved) => Some(relative(folder, moved)),
            None => is_looked_for.then(near).flatten(),
        },
        moved: moved.cloned(),
        path: file_name(path).to_owned(),
    }
}

/// What is written instead of the name of a file that can be published.
fn no_name(checked: &Checked<'_>, path: &str, at: &Span) -> Option<ReferenceFault> {
    let text = checked.files.text(&at.path)?;
    let written = text.get(at.range.clone())?.trim_matches(['"', '\'', ' ']);
    if is_web_address(written) {
        let address = written.to_owned();
        return Some(ReferenceFault::AddressAsFile { address });
    }
    let is_text = matches!(&*ending(path).to_lowercase(), "md" | "toml");
    let mut there = checked.files.below("content");
    if is_text && there.any(|(known, _)| canonical(known) == path) {
        let path = file_name(path).to_owned();
        return Some(ReferenceFault::DocumentAsFile { path });
    }
    let mut parts = path.split('/').skip(3);
    let hidden = parts.find(|part| part.starts_with(['.', '_']))?;
    let sign = hidden.chars().next()?;
    let path = hidden.to_owned();
    Some(ReferenceFault::HiddenFile { path, sign })
}

/// The files that are there, by what they may be looked for.
#[derive(Default)]
struct FileNames<'a> {
    /// Their names, by their folder.
    in_folder: HashMap<String, Vec<&'a str>>,
    /// Paths by their lower-case form.
    by_path: HashMap<String, String>,
    /// By their name, capitals aside.
    by_name: HashMap<String, Vec<String>>,
    /// As they are on the disk, by their name as it is written.
    on_disk: HashMap<&'a str, Vec<&'a SitePath>>,
}

impl<'a> FileNames<'a> {
    fn add(&mut self, canonical: &str, path: &'a SitePath) {
        let name = file_name(path);
        let written = format!("{}/{name}", folder_of(canonical));
        let folder = folder_of(canonical).to_owned();
        self.in_folder.entry(folder).or_default().push(name);
        self.on_disk.entry(name).or_default().push(path);
        let same_name = self.by_name.entry(name.to_lowercase()).or_default();
        same_name.push(written.clone());
        self.by_path.insert(canonical.to_lowercase(), written);
    }

    /// Where the file of this very name lies, in another item of the year or else in another year. Of several nobody
    /// knows which is meant.
    fn moved(&self, path: &str) -> Option<&'a SitePath> {
        let known = self.on_disk.get(file_name(path))?;
        let (year, item) = (first_parts(path, 2), first_parts(path, 3));
        if known
            .iter()
            .any(|known| first_parts(&canonical(known), 3) == item)
        {
            return None;
        }
        let elsewhere = known.iter().copied();
        let of_year = elsewhere
            .clone()
            .filter(|known| first_parts(known, 2) == year);
        only(of_year.clone()).or_else(|| only(elsewhere).filter(|_| of_year.count() == 0))
    }

    /// The file that a path means, as a document in `folder` must name it.
    fn meant(&self, path: &str, folder: &str) -> Option<String> {
        let beside = || {
            let names = self.in_folder.get(folder_of(path))?;
            let name = with_ending(file_name(path), names)
                .map(str::to_owned)
                .or_else(|| nearest(file_name(path), names.iter().copied()))?;
            Some(format!("{}/{name}", folder_of(path)))
        };
        let below = || {
            let named = self.by_name.get(&file_name(path).to_lowercase())?;
            let inside = format!("{folder}/");
            let mut found = named.iter().filter(|path| path.starts_with(&inside));
            // Of several nobody knows which is meant.
            let first = found.next()?;
            found.next().is_none().then(|| first.clone())
        };
        let same = || self.by_path.get(&path.to_lowercase()).cloned();
        let meant = same().or_else(beside).or_else(below)?;
        Some(relative(folder, &meant))
    }
}

/// The only file that a name is without its ending, which Windows hides, or with one too many: `คู่มือ`, `คู่มือ.pdf.pdf`.
fn with_ending<'a>(name: &str, names: &[&'a str]) -> Option<&'a str> {
    let stem = |name: &str| name.rsplit_once('.').map(|(stem, _)| stem.to_lowercase());
    let wanted = name.to_lowercase();
    let is_it = |known: &&&str| {
        stem(known).as_ref() == Some(&wanted) || stem(name) == Some(known.to_lowercase())
    };
    let mut found = names.iter().filter(is_it);
    let first = found.next()?;
    found.next().is_none().then_some(*first)
}

/// So many parts of a path: `content/2566` has two.
fn first_parts(path: &str, count: usize) -> &str {
    let end = path.match_indices('/').nth(count - 1);
    end.map_or(path, |(end, _)| &path[..end])
}

fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next();
    first.filter(|_| all.next().is_none())
}
