//! A document, a free page or a file under another name: what has to be edited for it.
//!
//! In: a site, the file and its new name. Out: the texts with every reference to it changed, and its old name in
//! `formerly`, so that the published address stays alive. Apart from the command, which writes them.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::assemble::links::possible_files;
use crate::files::{Files, SitePath, file_name, folder_of};
use crate::model::{Allow, Document, Link, Page, Site};
use crate::parse::former_name::{FormerName, FormerPlace};
use crate::parse::layout::Layout;
use crate::parse::quoted::quoted;
use crate::parse::reference::{canonical, decode, nfc};
use crate::span::{Located, Span, replaced};

/// What renaming a file changes.
#[derive(Debug, Default)]
pub struct RenamePlan {
    /// Every text that changes, as it is and as it will be, by path.
    pub texts: BTreeMap<SitePath, (String, String)>,
    /// How many references were changed.
    pub references: usize,
    /// Whether the old address stays alive; not of what is not published, nor of a file that nothing can keep.
    pub is_kept: bool,
    /// The published address that will not open any more.
    pub lost: Option<String>,
}

/// Works out what changes when the file at `path` gets another name in its folder.
pub fn plan_rename(site: &Site, files: &Files, path: &str, name: &str) -> RenamePlan {
    let mut edits: BTreeMap<SitePath, Vec<(Range<usize>, String)>> = BTreeMap::new();
    let mut plan = RenamePlan::default();
    let all: Vec<Referring<'_>> = (site.documents.iter().map(Referring::Document))
        .chain(site.pages.iter().map(Referring::Page))
        .collect();
    for referring in &all {
        let Some(text) = files.text(referring.path()) else {
            continue;
        };
        let found = references(referring, text, path, name);
        plan.references += found.len();
        if !found.is_empty() {
            let edits = edits.entry(referring.path().clone()).or_default();
            edits.extend(found);
        }
    }
    let names = Move::of(site, path, name);
    let keeper = keeper(site, &all, path).filter(|(_, is_published)| *is_published);
    let keeper = keeper.map(|(keeper, _)| keeper.path().clone());
    plan.is_kept = keeper.is_some();
    for referring in &all {
        let Some((text, moved)) = files.text(referring.path()).zip(names.as_ref()) else {
            continue;
        };
        let is_keeper = keeper.as_ref() == Some(referring.path());
        if let Some(edit) = formerly(site, referring, text, moved, is_keeper) {
            edits
                .entry(referring.path().clone())
                .or_default()
                .push(edit);
        }
    }
    if !plan.is_kept {
        let mut published = site.evidence.iter().filter(|file| site.is_published(file));
        let file = published.find(|file| &*file.path == path);
        plan.lost = file.map(|file| file.address.clone());
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

/// A text that may refer to a file.
enum Referring<'a> {
    Document(&'a Document),
    Page(&'a Page),
}

impl<'a> Referring<'a> {
    fn path(&self) -> &'a SitePath {
        match self {
            Self::Document(document) => &document.path,
            Self::Page(page) => &page.path,
        }
    }

    fn place(&self) -> FormerPlace {
        match self {
            Self::Document(document) => FormerPlace::Item(document.year, document.item),
            Self::Page(_) => FormerPlace::Pages,
        }
    }

    fn formerly(&self) -> &'a [Located<String>] {
        match self {
            Self::Document(document) => &document.formerly,
            Self::Page(page) => &page.formerly,
        }
    }

    fn allow(&self) -> &'a [Allow] {
        match self {
            Self::Document(document) => &document.allow,
            Self::Page(page) => &page.allow,
        }
    }

    fn links(&self) -> Vec<&'a Link> {
        match self {
            Self::Document(document) => document.all_links().collect(),
            Self::Page(page) => page.body.links.iter().collect(),
        }
    }

    fn named_files(&self) -> Vec<(&'a SitePath, &'a Span)> {
        match self {
            Self::Document(document) => document.named_files().collect(),
            Self::Page(_) => Vec::new(),
        }
    }

    fn links_to(&self, path: &str) -> bool {
        let (folder, wanted) = (folder_of(self.path()), canonical(path));
        self.links().into_iter().any(|link| {
            let mut found = possible_files(folder, &link.href).into_iter();
            found.any(|found| canonical(&found) == wanted)
        })
    }
}

/// The names that a file has and gets, as `formerly` tells them.
struct Move {
    /// `None` where the address stays: the lead document has that of its item.
    old: Option<FormerName>,
    new: FormerName,
}

impl Move {
    fn of(site: &Site, path: &str, name: &str) -> Option<Self> {
        let document = site.documents.iter().find(|one| &*one.path == path);
        let is_lead = document.is_some_and(|document| document.slug.is_none());
        let file = site.evidence.iter().find(|file| &*file.path == path);
        let item = document.map(|document| (document.year, document.item));
        let item = item.or_else(|| file.and_then(|file| file.item));
        let (place, inside) = match item {
            Some((year, item)) => (
                FormerPlace::Item(year, item),
                path.splitn(4, '/').nth(3).unwrap_or(path),
            ),
            None => (FormerPlace::Pages, path.strip_prefix("content/pages/")?),
        };
        let folder = folder_of(inside);
        let slash = if folder.is_empty() { "" } else { "/" };
        let new = format!("{folder}{slash}{name}");
        Some(Self {
            old: (!is_lead).then(|| FormerName::of_path(place, inside)),
            new: FormerName::of_path(place, &new),
        })
    }
}

/// The text whose `formerly` keeps the address, and whether it is published: the one that is renamed, or that the file
/// belongs to. Of a file beside free pages it is one that links to it, else any.
fn keeper<'a, 'b>(
    site: &Site,
    all: &'b [Referring<'a>],
    path: &str,
) -> Option<(&'b Referring<'a>, bool)> {
    let is_published = |one: &Referring<'_>| match one {
        Referring::Document(document) => site.is_rendered(document),
        Referring::Page(page) => site.is_page_rendered(page),
    };
    let own = all.iter().find(|one| &**one.path() == path);
    if let Some(own) = own {
        return Some((own, is_published(own)));
    }
    let file = site.evidence.iter().find(|file| &*file.path == path)?;
    if file.item.is_none() {
        let mut pages = all
            .iter()
            .filter(|one| matches!(one, Referring::Page(_)) && is_published(one));
        let linking = pages.clone().find(|one| one.links_to(path));
        return Some((linking.or_else(|| pages.next_back())?, true));
    }
    let owners = file.owners.iter().map(|id| site.document(*id));
    let mut owners = owners.filter(|owner| file.item == Some((owner.year, owner.item)));
    let published = owners.clone().find(|owner| site.is_rendered(owner));
    let owner = published.or_else(|| owners.next())?;
    let one = all.iter().find(|one| **one.path() == *owner.path)?;
    Some((one, is_published(one)))
}

/// The edit of the `formerly` of a text: without the name that something has again, and with the old one in the text
/// that keeps it.
fn formerly(
    site: &Site,
    referring: &Referring<'_>,
    text: &str,
    moved: &Move,
    is_keeper: bool,
) -> Option<(Range<usize>, String)> {
    let place = referring.place();
    let address = |name: &str| {
        let read = FormerName::parse(name, place, &site.config.base);
        read.ok().map(|name| name.address())
    };
    let known = referring.formerly().iter().map(|name| name.value.as_str());
    let known: Vec<&str> = known.collect();
    let (new, old) = (
        moved.new.address(),
        moved.old.as_ref().filter(|_| is_keeper),
    );
    let kept = known.iter().copied();
    let kept = kept.filter(|name| address(name).as_ref() != Some(&new));
    let mut names: Vec<String> = kept.map(str::to_owned).collect();
    if let Some(old) = old
        && !names
            .iter()
            .any(|name| address(name) == Some(old.address()))
    {
        names.push(if old.place == place {
            old.within()
        } else {
            old.shown()
        });
    }
    if names == known {
        return None;
    }
    let layout = Layout::new(referring.path(), text);
    if names.is_empty() {
        let line = layout.lines("formerly").into_iter().next()?;
        return Some((line, String::new()));
    }
    let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    let list = format!("[{}]", names.join(", "));
    if let Some(value) = layout.value("formerly") {
        return Some((value, list));
    }
    let line = format!("formerly = {list}\n");
    if layout.has_keys {
        let start = layout.toml.start;
        // The first line behind the fence.
        let start =
            start + text[start..].len() - text[start..].trim_start_matches(['\r', '\n']).len();
        return Some((start..start, line));
    }
    let mark = crate::files::mark_length(text);
    Some((mark..mark, format!("+++\n{line}+++\n")))
}

/// The edits that change every reference of a text to the file.
fn references(
    referring: &Referring<'_>,
    text: &str,
    path: &str,
    name: &str,
) -> Vec<(Range<usize>, String)> {
    let old = canonical(path);
    let accepted = referring
        .allow()
        .iter()
        .filter_map(|allow| allow.file.as_ref());
    let accepted = accepted.map(|file| (&file.value, &file.at));
    let named = referring
        .named_files()
        .into_iter()
        .chain(accepted)
        .filter(|(found, _)| canonical(found) == old);
    let named = named.filter_map(|(_, at)| in_place(text, at, file_name(path), name));
    let folder = folder_of(referring.path());
    let links = referring.links().into_iter().filter(|link| {
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
