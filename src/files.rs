//! What was read from the disk.
//!
//! In: nothing. Out: [`Files`], the site folder as values. Apart from `read` so that every later stage
//! can look at files without being able to open one.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound::{Included, Unbounded};
use std::path::Path;
use std::sync::Arc;

/// A path relative to the site folder, with `/` between its parts on every system.
pub type SitePath = Arc<str>;

/// A path of the machine as people and programs are told it: with `/` on every system, which Windows takes too.
pub fn path_text(path: &Path) -> String {
    let text = path.display().to_string();
    if !cfg!(windows) {
        return text;
    }
    // What the system puts before a path of its own.
    let share = text
        .strip_prefix(r"\\?\UNC\")
        .map(|rest| format!(r"\\{rest}"));
    let plain = text.strip_prefix(r"\\?\").unwrap_or(&text).to_owned();
    share.unwrap_or(plain).replace('\\', "/")
}

/// Everything below the site folder that the program looks at.
#[derive(Debug, Clone, Default)]
pub struct Files {
    /// Every file, by its path.
    pub entries: BTreeMap<SitePath, Entry>,
    /// Every folder, by its path, empty ones included: a year exists when its folder does.
    pub folders: BTreeSet<SitePath>,
    /// Folders that could not be listed, with the system's reason.
    pub unlisted: BTreeMap<SitePath, String>,
}

/// What tells that a file was written: its size in bytes, and when it was, in nanoseconds since 1970, where
/// the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Stamp {
    pub bytes: u64,
    pub modified: Option<u128>,
}

/// One file as it was found.
#[derive(Debug, Clone)]
pub enum Entry {
    /// A text that was read whole.
    Text(Arc<str>),
    /// A file that is copied, not read.
    Asset(Stamp),
    /// A text file that is not UTF-8.
    NotUtf8 {
        /// What program's file it is under a document's name, where that shows.
        program: Option<&'static str>,
        /// The part that could be read, and `\u{fffd}` for the first wrong byte.
        shown: Arc<str>,
    },
    /// A text file that is too large to be a text; it was not read.
    TooLarge {
        /// Size in bytes.
        bytes: u64,
    },
    /// What is no file at all, and is not opened.
    NoFile(SpecialEntry),
    /// A symbolic link: never followed, because it would let a page show what
    /// lies outside the site.
    Link,
    /// A file that could not be read, with the system's reason.
    Unreadable(String),
}

/// What stands in a folder like a file and is a way to another program or a machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum SpecialEntry {
    Pipe,
    Socket,
    Device,
}

impl Files {
    /// The text of a file, if it is one that was read whole.
    pub fn text(&self, path: &str) -> Option<&Arc<str>> {
        match self.entries.get(path)? {
            Entry::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Every text that the webmaster writes, with its path: documents, pages, settings and frameworks.
    pub fn texts(&self) -> impl Iterator<Item = (&SitePath, &Arc<str>)> {
        self.entries.iter().filter_map(|(path, entry)| match entry {
            Entry::Text(text) if !path.starts_with("themes/") => Some((path, text)),
            _ => None,
        })
    }

    /// The part of a file's text that can be shown beside a finding.
    pub fn shown(&self, path: &str) -> Option<&Arc<str>> {
        match self.entries.get(path)? {
            Entry::Text(text) | Entry::NotUtf8 { shown: text, .. } => Some(text),
            _ => None,
        }
    }

    /// Gives back the texts that are not `needed` any more; a large site has a hundred megabytes of them.
    pub fn forget_texts(&mut self, needed: impl Fn(&str) -> bool) {
        self.entries
            .retain(|path, entry| !matches!(entry, Entry::Text(_)) || needed(path));
    }

    /// The size of a file in bytes; `None` where there is none.
    pub fn bytes(&self, path: &str) -> Option<u64> {
        match self.entries.get(path)? {
            Entry::Text(text) => Some(text.len() as u64),
            Entry::Asset(stamp) => Some(stamp.bytes),
            _ => None,
        }
    }

    /// The files below a folder (given without a final slash), at any depth, in order.
    pub fn below<'a>(&'a self, folder: &str) -> impl Iterator<Item = (&'a SitePath, &'a Entry)> {
        let prefix = format!("{folder}/");
        let from = self
            .entries
            .range::<str, _>((Included(&*prefix), Unbounded));
        from.take_while(move |(path, _)| path.starts_with(&prefix))
    }

    /// The folders directly below a folder, in order, by their whole path.
    pub fn folders_in<'a>(&'a self, folder: &str) -> impl Iterator<Item = &'a SitePath> {
        let prefix = format!("{folder}/");
        let from = self
            .folders
            .range::<str, _>((Included(&*prefix), Unbounded));
        from.map_while(move |path| Some((path, path.strip_prefix(&*prefix)?)))
            .filter(|(_, inside)| !inside.contains('/'))
            .map(|(path, _)| path)
    }
}

/// The last part of a path.
pub fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// A path as it is written in a file of a folder: `../o12/plan.pdf`.
pub fn relative(folder: &str, path: &str) -> String {
    let from: Vec<&str> = folder.split('/').collect();
    let to: Vec<&str> = path.split('/').collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..", from.len() - shared);
    let steps: Vec<&str> = up.chain(to[shared..].iter().copied()).collect();
    steps.join("/")
}

/// Everything before the last part of a path; empty at the top.
pub fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Endings of Markdown that other programs use.
pub const MARKDOWN: [&str; 4] = ["markdown", "mdown", "mkd", "mdx"];

/// What stands behind the last dot of a name; empty where it has none.
pub fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// A name without its ending and the dot before that.
pub fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Whether a text may be the ending of a file, whatever kind it is of.
pub fn is_ending(text: &str) -> bool {
    (2..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The length of the byte-order mark that Windows programs put before a text; 0 without one.
pub fn mark_length(text: &str) -> usize {
    text.len() - text.trim_start_matches('\u{feff}').len()
}
