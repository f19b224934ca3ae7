//! The second half of a publication: what was staged, put in place.
//!
//! In: temporary files, and the names of before and now. Out: the new site. The steps stand in an
//! order in which a run may be killed after any of them: each address that a page leads to opens.
//!
//! 1. A manifest of old and new names, so that no file is ever there that the next run does not know. Where the file
//!    system takes names for one that differ in case only, such files get their new names (`recase`).
//! 2. New files. No page leads to them yet; what stands at the top (the site map, the home page)
//!    comes last, because on a new site it is the way in.
//! 3. Where a file becomes a folder, or a folder a file: the old goes and the new comes. The two
//!    cannot be there at once, so this is the one gap, of two or three calls to the system.
//! 4. Changed files. Old pages lead to old ones, which are all still there, new pages to new ones.
//! 5. Withdrawn files, pages before what they lead to. No page that stays leads to them any more.
//! 6. The manifest of the new names.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;

use anyhow::{Context, Result};
use rayon::prelude::*;
use walkdir::WalkDir;

use super::folders::FolderState;
use super::manifest::Manifest;
use super::recase::{recase, recased};
use super::staging::{Output, Staging, StagingState};
use super::temporary::rename;
use crate::files::{ending, folder_of, path_text};
use crate::problem::{OutputRefusal, Problem};

const HOME: &str = "index.html";

/// What a publication did, in files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Published {
    pub new: usize,
    pub changed: usize,
    pub withdrawn: usize,
    pub unchanged: usize,
    /// The files by name, in order; of a first publication none.
    pub outputs: Vec<(String, OutputChange)>,
    /// Files of a folder that was taken over which no site of this program told of, and this one does not make.
    pub left: Vec<String>,
}

/// What became of an output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum OutputChange {
    New,
    Changed,
    Withdrawn,
}

/// What became of every output, by its name. One that is new in case only is told as on a system that tells the two
/// apart: its old address is gone there.
fn named(
    staged: Vec<(String, bool)>,
    withdrawn: &[String],
    recased: &[(String, String)],
) -> Vec<(String, OutputChange)> {
    let change = |is_new| {
        if is_new {
            OutputChange::New
        } else {
            OutputChange::Changed
        }
    };
    let staged = staged
        .into_iter()
        .map(|(name, is_new)| (name, change(is_new)));
    let withdrawn = withdrawn
        .iter()
        .map(|name| (name.clone(), OutputChange::Withdrawn));
    let mut named: BTreeMap<String, OutputChange> = staged.chain(withdrawn).collect();
    for (old, new) in recased {
        named.insert(old.clone(), OutputChange::Withdrawn);
        named.insert(new.clone(), OutputChange::New);
    }
    named.into_iter().collect()
}

/// Marks a failure after which some files are new and others old. Every address opens, and the next
/// build goes on from there.
#[derive(Debug)]
pub struct Halfway;

impl fmt::Display for Halfway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("เขียนได้บางส่วน (written in part)")
    }
}

impl Staging {
    /// Puts everything into place. Where nothing changed, nothing is touched. `names`: all outputs, those
    /// that were not put because they are there already as they are to be among them.
    pub fn commit(self, names: BTreeSet<String>) -> Result<Result<Published, Problem>> {
        let StagingState {
            count,
            new,
            names: staged_names,
            staged,
            refused,
        } = std::mem::take(&mut *self.state());
        let withdrawn = self.withdrawn(&names);
        let why = match refused.into_values().next() {
            Some(why) => Ok(Some(why)),
            None => self.in_the_way(&staged, &withdrawn),
        };
        if let Some(why) = why.transpose() {
            let problem = why.map(|why| super::refused(&self.out, why));
            self.state().staged = staged;
            self.abandon();
            return problem.map(Err);
        }
        let published = Published {
            new,
            changed: count - new,
            withdrawn: withdrawn.len(),
            unchanged: names.len().saturating_sub(count),
            outputs: named(staged_names, &withdrawn, &self.recased(&names)),
            left: self.not_ours(&names),
        };
        let manifest = Manifest {
            paths: names,
            drafts: self.drafts,
            found: None,
        };
        if manifest != self.old || count > 0 {
            // Where nothing goes, the names of before and now are those of now.
            let both = (!self.old.is_within(&manifest)).then(|| self.old.with(&manifest));
            if let Err(error) = self.write_manifest(both.as_ref().unwrap_or(&manifest)) {
                self.state().staged = staged;
                self.abandon();
                return Err(error);
            }
            let done = if self.is_whole() {
                self.put_whole_in_place(&manifest.paths)
            } else {
                self.put_in_place(&staged, withdrawn, &manifest.paths)
            };
            let done = done.and_then(|()| match both {
                Some(_) => self.write_manifest(&manifest),
                None => Ok(()),
            });
            if let Err(error) = done {
                self.state().staged = staged;
                self.clear();
                return Err(error.context(Halfway));
            }
        }
        // All is done; where the journal stays, the next run looks for leftovers in vain.
        let _ = self.unmark();
        Ok(Ok(published))
    }

    /// The files of before that are none of now, in their order.
    fn withdrawn(&self, names: &BTreeSet<String>) -> Vec<String> {
        let gone = self.old.paths.difference(names).cloned();
        if !self.folds_case() {
            return gone.collect();
        }
        // The old name may be the new file.
        let names: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
        gone.filter(|name| !names.contains(&name.to_lowercase()))
            .collect()
    }

    /// The files that are new in case only, each after the name it had; none where the two are two files.
    fn recased(&self, names: &BTreeSet<String>) -> Vec<(String, String)> {
        if self.folds_case() {
            return recased(&self.old.paths, names);
        }
        Vec::new()
    }

    /// What is left alone in a folder that is taken over.
    fn not_ours(&self, names: &BTreeSet<String>) -> Vec<String> {
        let found = self.old.found.iter().flatten();
        let others = found.filter(|name| !names.contains(*name) && !self.old.paths.contains(*name));
        others.cloned().collect()
    }

    /// What must not be removed but would have to be.
    fn in_the_way(&self, staged: &[Output], withdrawn: &[String]) -> Result<Option<OutputRefusal>> {
        let is_kept = |name: &String| withdrawn.binary_search(name).is_err();
        for blocker in staged
            .iter()
            .filter_map(|staged| staged.instead_of.as_ref())
        {
            if let Some(foreign) = self.files_in(blocker).into_iter().find(is_kept) {
                return Ok(Some(OutputRefusal::ForeignFile(foreign)));
            }
        }
        let folders: BTreeSet<&str> = withdrawn.iter().map(|name| folder_of(name)).collect();
        for folder in folders {
            let found = self.folders.find(folder);
            let found = found.with_context(|| path_text(&self.out.join(folder)))?;
            if let FolderState::Link(link) = found {
                return Ok(Some(OutputRefusal::LinkInside(link)));
            }
        }
        Ok(None)
    }

    /// The names of the files in a folder, or of a file itself. Links are not followed.
    fn files_in(&self, name: &str) -> Vec<String> {
        let found = WalkDir::new(self.out.join(name)).sort_by_file_name();
        let files = found.into_iter().flatten();
        let files = files.filter(|found| !found.file_type().is_dir());
        let inside = files.filter_map(|file| {
            let inside = file.path().strip_prefix(&self.out).ok()?;
            let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
            Some(parts.join("/"))
        });
        inside.collect()
    }

    /// Step 2 of a first publication, by the folders at its top.
    fn put_whole_in_place(&self, names: &BTreeSet<String>) -> Result<()> {
        let tops = names.iter().map(|name| {
            name.split_once('/')
                .map_or((true, &**name), |(top, _)| (false, top))
        });
        let mut tops: Vec<(bool, &str)> = tops.collect();
        // The names stand in their order, so that those of one folder stand together.
        tops.dedup();
        tops.sort_by_key(|(is_file, top)| (*is_file, *top == HOME));
        for (_, top) in tops {
            let target = self.out.join(top);
            rename(&self.base.join(top), &target).with_context(|| path_text(&target))?;
        }
        fs::remove_dir(&self.base).with_context(|| path_text(&self.base))
    }

    /// The end of step 1, and steps 2 to 5.
    fn put_in_place(
        &self,
        staged: &[Output],
        mut withdrawn: Vec<String>,
        names: &BTreeSet<String>,
    ) -> Result<()> {
        let out = || path_text(&self.out);
        recase(&self.out, &self.recased(names)).with_context(out)?;
        let (swaps, plain): (Vec<&Output>, Vec<&Output>) = staged
            .iter()
            .partition(|staged| staged.instead_of.is_some());
        let (mut new, changed): (Vec<&Output>, Vec<&Output>) =
            plain.into_iter().partition(|staged| staged.is_new);
        new.sort_by_key(|staged| (!staged.name.contains('/'), staged.name == HOME));
        let top = new.partition_point(|staged| staged.name.contains('/'));
        let (below, top) = new.split_at(top);
        // No page leads to them yet, so their order among themselves is free.
        below
            .par_iter()
            .try_for_each(|staged| self.rename(staged))?;
        for staged in top {
            self.rename(staged)?;
        }
        for staged in swaps {
            let blocker = staged.instead_of.as_deref().unwrap_or_default();
            let is_in_the_way = |name: &str| {
                let rest = name.strip_prefix(blocker);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            };
            let (now, later): (Vec<String>, Vec<String>) =
                withdrawn.into_iter().partition(|name| is_in_the_way(name));
            withdrawn = later;
            self.withdraw_all(&now)?;
            self.swap(staged)?;
        }
        self.rename_each(&changed)?;
        withdrawn.sort_by_key(|name| ending(name) != "html");
        self.withdraw_all(&withdrawn)
    }

    /// Puts a file in place where nothing but empty folders may be left in its way.
    fn swap(&self, staged: &Output) -> Result<()> {
        let empty = WalkDir::new(self.out.join(&staged.name)).contents_first(true);
        for folder in empty.into_iter().flatten() {
            let _ = fs::remove_dir(folder.path());
        }
        let folder = folder_of(&staged.name);
        self.folders
            .make(folder)
            .with_context(|| path_text(&self.out.join(folder)))?;
        self.rename(staged)
    }

    /// Puts as many in place as can be: one file that another program holds leaves the others no older. The first
    /// failure is told.
    fn rename_each(&self, staged: &[&Output]) -> Result<()> {
        let done = staged.par_iter().map(|staged| self.rename(staged));
        let mut failed: Vec<_> = done.filter_map(Result::err).collect();
        let more = failed.len().saturating_sub(1);
        match failed.drain(..).next() {
            None => Ok(()),
            Some(first) if more == 0 => Err(first),
            Some(first) => {
                Err(first.context(format!("ไฟล์นี้และอีก {more} ไฟล์ (this file and {more} more)")))
            }
        }
    }

    fn rename(&self, staged: &Output) -> Result<()> {
        let target = self.out.join(&staged.name);
        rename(&staged.temporary, &target).with_context(|| path_text(&target))
    }

    /// Removes files, and the folders that hold nothing afterwards.
    fn withdraw_all(&self, names: &[String]) -> Result<()> {
        for name in names {
            self.remove(name)?;
            let mut folder = folder_of(name);
            // Stops at the first folder that still holds something.
            while !folder.is_empty() && fs::remove_dir(self.out.join(folder)).is_ok() {
                folder = folder_of(folder);
            }
        }
        Ok(())
    }
}
