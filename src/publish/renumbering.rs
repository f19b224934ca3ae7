//! The folder of a year made anew under other names, and the old one kept.
//!
//! In: for each file of the year its new name, and the texts that change. Out: the year with its new names, and
//! beside it a folder that keeps everything as it was, from which it can be put back. Nothing is ever removed but
//! what was made here and not put in place.
//!
//! 1. The whole new year is written into a folder that nobody reads. Killed here, nothing has happened.
//! 2. That folder gets its name, `content/_2567-before`: all that is needed is there.
//! 3. The year's folder is moved into it, and the new one out of it to its place.
//! 4. Texts elsewhere in the site that lead into the year are replaced.
//!
//! A run that was cut off at 3 or 4 is finished by the next. Undoing goes the same way back, and keeps the new year.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use walkdir::WalkDir;

use super::replace;
use super::temporary::rename;
use crate::files::{SitePath, path_text};
use crate::read::{exists, holds};

/// The new year, until it is in its place.
const NEW: &str = "new";
/// The new year, once it was taken back.
const UNDONE: &str = "undone";
/// Texts from elsewhere in the site: as they were, and as they are to be and then as they were written.
const BEFORE: &str = "texts-before";
const AFTER: &str = "texts-after";
const WRITTEN: &str = "texts-written";

/// Texts that change, as they are and as they will be, by their path as it is.
pub type ChangedTexts = BTreeMap<SitePath, (String, String)>;

/// The folder that keeps a year as it was before its numbers changed.
pub struct KeptYear {
    content: PathBuf,
    /// `2567`
    year: String,
    folder: PathBuf,
}

/// How far a renumbering has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RenumberingState {
    /// It was cut off, and is to be gone on with.
    Begun,
    /// It is done, and can be undone.
    Done,
    /// Undoing it was cut off.
    BeingUndone,
}

/// What the staging of a renumbering comes to.
pub enum StagedYear {
    /// All is written, and what is no plain file and stays behind with what was.
    Whole(KeptYear, Vec<String>),
    /// Somebody wrote in a text meanwhile; nothing was done.
    Changed(SitePath),
}

impl KeptYear {
    /// The last one of a year whose renumbering has begun.
    pub fn last(root: &Path, year: &str) -> Option<(Self, RenumberingState)> {
        let last = Self::all(root, year).last()?;
        let state = if last.has(UNDONE) {
            RenumberingState::BeingUndone
        } else if last.has(NEW) || last.has(AFTER) {
            RenumberingState::Begun
        } else {
            RenumberingState::Done
        };
        Some((last, state))
    }

    /// The lists that earlier renumberings of a year went by.
    pub fn lists(root: &Path, year: &str) -> Vec<PathBuf> {
        let lists = Self::all(root, year).map(|kept| kept.folder.join(year).join("framework.toml"));
        lists.collect()
    }

    /// Those of a year, in their order. A folder of that name which the webmaster made is passed over.
    fn all(root: &Path, year: &str) -> impl Iterator<Item = Self> {
        let all = (1..).map(move |number| Self::numbered(root, year, number));
        let there = all.take_while(|kept| exists(&kept.folder));
        there.filter(Self::is_in_use)
    }

    /// Whether it is what a run left that was cut off before anything was moved into it.
    fn is_left(&self) -> bool {
        let own = [NEW, BEFORE, AFTER];
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut names = entries.map(|entry| entry.file_name());
        self.has(NEW) && names.all(|name| own.iter().any(|own| name == *own))
    }

    fn numbered(root: &Path, year: &str, number: usize) -> Self {
        let content = root.join("content");
        Self {
            folder: content.join(numbered(year, "before", number)),
            content,
            year: year.to_owned(),
        }
    }

    /// Whether anything of the webmaster's was moved into it.
    fn is_in_use(&self) -> bool {
        self.has(&self.year) || self.has(UNDONE)
    }

    /// Its path in the site.
    pub fn path(&self) -> String {
        let name = self.folder.file_name().unwrap_or_default();
        format!("content/{}", name.to_string_lossy())
    }

    fn has(&self, name: &str) -> bool {
        exists(&self.folder.join(name))
    }

    fn place(&self) -> PathBuf {
        self.content.join(&self.year)
    }

    /// Writes the new year where nobody reads it. `place` says where a file of the year goes, both by their path in
    /// the site; `texts` are those of the year and of elsewhere that change.
    pub fn stage(
        root: &Path,
        year: &str,
        place: &dyn Fn(&str) -> String,
        texts: &ChangedTexts,
    ) -> Result<StagedYear> {
        let all = (1..).map(|number| Self::numbered(root, year, number));
        let is_free = |kept: &Self| !exists(&kept.folder) || !kept.is_in_use() && kept.is_left();
        let mut unused = all.filter(is_free);
        let kept = unused.next().context(year.to_owned())?;
        let unfinished = kept.content.join(format!(".oit-{year}.tmp"));
        for leftover in [&unfinished, &kept.folder] {
            // The second is whole, but nothing was moved into it yet.
            if exists(leftover) {
                fs::remove_dir_all(leftover).with_context(|| path_text(leftover))?;
            }
        }
        let staged = Stage { root, year, texts }.write(&unfinished, place);
        let moved = match staged {
            Ok(Ok(left)) => rename(&unfinished, &kept.folder)
                .with_context(|| path_text(&kept.folder))
                .map(|()| StagedYear::Whole(kept, left)),
            Ok(Err(path)) => Ok(StagedYear::Changed(path)),
            Err(error) => Err(error),
        };
        if !matches!(moved, Ok(StagedYear::Whole(..))) {
            let _ = fs::remove_dir_all(&unfinished);
        }
        moved
    }

    /// Puts the new year in its place. Where that fails everything is as it was.
    pub fn put_in_place(&self) -> Result<()> {
        let old = self.folder.join(&self.year);
        if !exists(&old)
            && let Err(error) = rename(&self.place(), &old)
        {
            let _ = fs::remove_dir_all(&self.folder);
            return Err(error).with_context(|| path_text(&self.place()));
        }
        if self.has(NEW)
            && let Err(error) = rename(&self.folder.join(NEW), &self.place())
        {
            if rename(&old, &self.place()).is_ok() {
                let _ = fs::remove_dir_all(&self.folder);
            }
            return Err(error).with_context(|| path_text(&self.place()));
        }
        Ok(())
    }

    /// Replaces the texts elsewhere; gives those that somebody changed meanwhile, which are left alone.
    pub fn finish(&self) -> Result<Vec<String>> {
        let left = self.exchange(BEFORE, AFTER)?;
        if self.has(AFTER) {
            let (from, to) = (self.folder.join(AFTER), self.folder.join(WRITTEN));
            rename(&from, &to).with_context(|| path_text(&from))?;
        }
        Ok(left)
    }

    /// Puts back what was; gives where the new year is kept, and the texts that somebody changed meanwhile.
    pub fn undo(&self) -> Result<(String, Vec<String>)> {
        if !self.has(UNDONE) {
            let undone = self.folder.join(UNDONE);
            rename(&self.place(), &undone).with_context(|| path_text(&self.place()))?;
        }
        if !exists(&self.place()) {
            let old = self.folder.join(&self.year);
            if let Err(error) = rename(&old, &self.place()) {
                let _ = rename(&self.folder.join(UNDONE), &self.place());
                return Err(error).with_context(|| path_text(&old));
            }
        }
        let left = self.exchange(WRITTEN, BEFORE)?;
        let names = (1..).map(|number| numbered(&self.year, "undone", number));
        let mut free = names.filter(|name| !exists(&self.content.join(name)));
        let name = free.next().unwrap_or_default();
        let to = self.content.join(&name);
        rename(&self.folder, &to).with_context(|| path_text(&self.folder))?;
        Ok((format!("content/{name}/{UNDONE}"), left))
    }

    /// Replaces every text that is as it is kept under one name by what is kept under the other.
    fn exchange(&self, is: &str, wanted: &str) -> Result<Vec<String>> {
        let folder = self.folder.join(wanted);
        let mut left = Vec::new();
        for file in WalkDir::new(&folder)
            .sort_by_file_name()
            .into_iter()
            .flatten()
        {
            let Ok(inside) = file.path().strip_prefix(&folder) else {
                continue;
            };
            if !file.file_type().is_file() {
                continue;
            }
            let read = |path: &Path| fs::read(path).with_context(|| path_text(path));
            let (target, wanted) = (self.content.join(inside), read(file.path())?);
            let is = self.folder.join(is).join(inside);
            if holds(&target, &wanted) {
                continue;
            }
            if exists(&is) && holds(&target, &read(&is)?) {
                replace(&target, &wanted)?;
            } else {
                left.push(format!("content/{}", slashes(inside)));
            }
        }
        Ok(left)
    }
}

/// What is being staged.
struct Stage<'a> {
    root: &'a Path,
    year: &'a str,
    texts: &'a ChangedTexts,
}

impl Stage<'_> {
    /// Writes everything; `Err` within: the text that somebody changed.
    fn write(
        &self,
        folder: &Path,
        place: &dyn Fn(&str) -> String,
    ) -> Result<std::result::Result<Vec<String>, SitePath>> {
        let prefix = format!("content/{}/", self.year);
        let mut left = Vec::new();
        fs::create_dir_all(folder.join(NEW)).with_context(|| path_text(folder))?;
        for found in WalkDir::new(self.root.join("content").join(self.year)).sort_by_file_name() {
            let found = found.context(self.year.to_owned())?;
            let inside = found.path().strip_prefix(self.root);
            let path = slashes(inside.unwrap_or(found.path()));
            if found.file_type().is_dir() {
                continue;
            }
            if !found.file_type().is_file() {
                left.push(path);
                continue;
            }
            let new = place(&path);
            let wanted = folder
                .join(NEW)
                .join(new.strip_prefix(&prefix).unwrap_or(&new));
            let target = free(&wanted);
            if let Some(above) = target.parent() {
                fs::create_dir_all(above).with_context(|| path_text(above))?;
            }
            match self.texts.get(&*path) {
                None => copy(found.path(), &target)?,
                Some((before, after)) if holds(found.path(), before.as_bytes()) => {
                    fs::write(&target, after).with_context(|| path_text(&target))?;
                }
                Some(_) => return Ok(Err(path.into())),
            }
        }
        let elsewhere = self
            .texts
            .iter()
            .filter(|(path, _)| !path.starts_with(&prefix));
        for (path, (before, after)) in elsewhere {
            if !holds(&self.root.join(&**path), before.as_bytes()) {
                return Ok(Err(path.clone()));
            }
            let inside = path.strip_prefix("content/").unwrap_or(path);
            for (name, text) in [(BEFORE, before), (AFTER, after)] {
                let target = folder.join(name).join(inside);
                if let Some(above) = target.parent() {
                    fs::create_dir_all(above).with_context(|| path_text(above))?;
                }
                fs::write(&target, text).with_context(|| path_text(&target))?;
            }
        }
        Ok(Ok(left))
    }
}

/// Copies a file with its time, by which people know it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let copied = fs::copy(from, to);
    copied.with_context(|| format!("{} → {}", path_text(from), path_text(to)))?;
    let time = from.metadata().and_then(|found| found.modified());
    if let (Ok(time), Ok(file)) = (time, fs::File::options().write(true).open(to)) {
        // A file with another time is as good.
        let _ = file.set_modified(time);
    }
    Ok(())
}

/// A path where nothing is: the one that is wanted, or one with a number.
fn free(wanted: &Path) -> PathBuf {
    let mut free = wanted.to_path_buf();
    let mut number = 1;
    while exists(&free) {
        number += 1;
        let stem = wanted.file_stem().unwrap_or_default().to_string_lossy();
        let ending = wanted.extension().map(|ending| ending.to_string_lossy());
        let ending = ending.map_or_else(String::new, |ending| format!(".{ending}"));
        free = wanted.with_file_name(format!("{stem}-{number}{ending}"));
    }
    free
}

/// `_2567-before`, `_2567-before-2`.
fn numbered(year: &str, what: &str, number: usize) -> String {
    if number == 1 {
        format!("_{year}-{what}")
    } else {
        format!("_{year}-{what}-{number}")
    }
}

fn slashes(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}
