//! The first half of a publication: everything that is new or differs, as temporary files.
//!
//! In: outputs, in any order and from any thread. Out: temporary files beside their targets, which
//! `commit` renames into place. While staging, nothing that is published changes, and only what
//! differs is written at all.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard};

use anyhow::{Context, Result};
use walkdir::WalkDir;

use super::folders::{FolderState, Folders, unpoisoned};
use super::manifest::{self, Manifest};
use super::refused;
use super::source::{Source, is_same};
use super::temporary::{lock_file, new_file, remove, rename, write_temporary};
use crate::files::{folder_of, path_text};
use crate::problem::{OutputRefusal, Problem};
use crate::read::{exists, holds, is_plain};

const LOCK: &str = ".oit-lock";
/// Stands in the output folder while temporary files may: whoever finds it clears them away.
const JOURNAL: &str = ".oit-journal";
const TEMPORARY: (&str, &str) = (".oit-", ".tmp");
/// A first publication is made whole in this folder, so that putting it in place takes a step for each
/// year and not for each page.
const WHOLE: &str = ".oit-new";

/// What became of an output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Staged {
    /// It is there as it is to be, or will be when this is committed.
    Ready,
    /// Its file is not the one that was looked into.
    SourceChanged,
}

/// A publication that has begun.
pub struct Staging {
    pub(super) out: PathBuf,
    /// Where the outputs are staged: beside their targets, or in a folder for a whole new site.
    pub(super) base: PathBuf,
    pub(super) old: Manifest,
    /// Nothing was published here before, so that there is nothing to compare with.
    is_first: bool,
    pub(super) drafts: bool,
    /// Held until the end; a second build sees it.
    lock: File,
    made_lock: bool,
    pub(super) folders: Folders,
    /// Whether the journal was written and the folder may hold temporary files.
    journal: Mutex<bool>,
    /// The number of the next temporary file.
    next: AtomicU32,
    state: Mutex<StagingState>,
}

#[derive(Default)]
pub(super) struct StagingState {
    /// How many outputs were staged, and how many of them are new.
    pub(super) count: usize,
    pub(super) new: usize,
    /// Their names, each with whether it is new; none where everything is.
    pub(super) names: Vec<(String, bool)>,
    /// Those that are put in place one by one.
    pub(super) staged: Vec<Output>,
    /// What keeps the folder from being written to, by name.
    pub(super) refused: BTreeMap<String, OutputRefusal>,
}

pub(super) struct Output {
    pub(super) name: String,
    pub(super) temporary: PathBuf,
    pub(super) is_new: bool,
    /// What stands in its way, to be withdrawn: a file where its folder belongs, or a folder where
    /// it belongs itself.
    pub(super) instead_of: Option<String>,
}

impl Staging {
    /// Begins to publish into a folder that [`super::inspect`] let pass, with or without drafts.
    pub fn begin(out: &Path, old: Option<Manifest>, drafts: bool) -> Result<Result<Self, Problem>> {
        fs::create_dir_all(out).with_context(|| path_text(out))?;
        let path = out.join(LOCK);
        let made_lock = !exists(&path);
        if !made_lock && !is_plain(&path) {
            let why = OutputRefusal::ForeignFile(LOCK.to_owned());
            return Ok(Err(refused(out, why)));
        }
        let lock = lock_file(&path).with_context(|| path_text(&path))?;
        // Network folders that know no locks are written to all the same.
        let is_locked = matches!(lock.try_lock(), Err(fs::TryLockError::WouldBlock));
        // What was known may be old: another build may have come and gone since.
        if is_locked || !manifest::is_still(out, old.as_ref())? {
            return Ok(Err(refused(out, OutputRefusal::Busy)));
        }
        // Windows moves no folder in which a virus scanner has a file open.
        let base = match old {
            None if cfg!(unix) => out.join(WHOLE),
            _ => out.to_path_buf(),
        };
        let staging = Self {
            out: out.to_path_buf(),
            folders: Folders::new(&base),
            base,
            is_first: old.is_none(),
            old: old.unwrap_or_default(),
            drafts,
            lock,
            made_lock,
            journal: Mutex::new(exists(&out.join(JOURNAL))),
            next: AtomicU32::default(),
            state: Mutex::default(),
        };
        if staging.is_whole() || *unpoisoned(&staging.journal) {
            staging.remove_leftovers();
        }
        Ok(Ok(staging))
    }

    /// Whether the outputs are put in place by their top folders.
    pub(super) fn is_whole(&self) -> bool {
        self.base != self.out
    }

    /// Stages one output: compares it with what is there and writes it beside it if it differs. A name is
    /// put once.
    pub fn put(&self, name: &str, source: &Source<'_>) -> Result<Staged> {
        let target = self.out.join(name);
        if !self.is_first && is_same(&target, source) {
            return Ok(Staged::Ready);
        }
        self.mark()?;
        let staged = self.stage(name, &target, source);
        let staged = staged.with_context(|| match source {
            Source::Bytes(_) => path_text(&target),
            Source::File(from) => format!("{} → {}", from.path, path_text(&target)),
        })?;
        match staged {
            Ok(Some(output)) => {
                let mut state = self.state();
                state.count += 1;
                state.new += usize::from(output.is_new);
                if !self.is_first {
                    state.names.push((name.to_owned(), output.is_new));
                }
                if !self.is_whole() {
                    state.staged.push(output);
                }
            }
            Ok(None) => return Ok(Staged::SourceChanged),
            Err((name, why)) => {
                self.state().refused.insert(name, why);
            }
        }
        Ok(Staged::Ready)
    }

    /// Writes the temporary file of an output, or says what must not be touched for it. `None` where its source
    /// changed.
    fn stage(
        &self,
        name: &str,
        target: &Path,
        source: &Source<'_>,
    ) -> io::Result<Result<Option<Output>, (String, OutputRefusal)>> {
        let foreign = |name: &str| {
            Ok(Err((
                name.to_owned(),
                OutputRefusal::ForeignFile(name.to_owned()),
            )))
        };
        let mut folder = folder_of(name);
        let mut staged = Output {
            name: name.to_owned(),
            temporary: PathBuf::new(),
            is_new: true,
            instead_of: None,
        };
        match self.folders.make(folder)? {
            FolderState::Ready if self.is_first => {}
            FolderState::Ready | FolderState::Missing => match target.symlink_metadata() {
                Ok(found) if found.is_dir() => staged.instead_of = Some(name.to_owned()),
                Ok(_) if !self.is_ours(name) => return foreign(name),
                Ok(_) => staged.is_new = false,
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            },
            FolderState::Link(link) => {
                return Ok(Err((link.clone(), OutputRefusal::LinkInside(link))));
            }
            FolderState::File(file) if !self.is_ours(&file) => return foreign(&file),
            FolderState::File(file) => {
                // Its own folder cannot be made before the commit: it waits beside what is in the way.
                folder = folder_of(&folder[..file.len()]);
                staged.instead_of = Some(file);
            }
        }
        staged.temporary = if self.is_whole() {
            self.base.join(name)
        } else {
            let (start, end) = TEMPORARY;
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            let beside = self.base.join(folder);
            beside.join(format!("{start}{number}{end}"))
        };
        let is_written = write_temporary(&staged.temporary, source)?;
        Ok(Ok(is_written.then_some(staged)))
    }

    /// Leaves the folder as it was found.
    pub fn abandon(self) {
        self.clear();
        for folder in self.folders.take_made().iter().rev() {
            let _ = fs::remove_dir(self.base.join(folder));
        }
        if self.old.paths.is_empty() && *unpoisoned(&self.journal) {
            let _ = self.remove(manifest::NAME);
        }
        // Windows keeps the name of a file for as long as it is open.
        let (out, made_lock) = (self.out, self.made_lock);
        drop(self.lock);
        if made_lock {
            let _ = fs::remove_file(out.join(LOCK));
            // Only succeeds when the folder was made for this run.
            let _ = fs::remove_dir(&out);
        }
    }

    /// Removes the temporary files that were not put in place. Where that fails, the journal stays
    /// for the next run.
    pub(super) fn clear(&self) {
        let staged = std::mem::take(&mut self.state().staged);
        let is_gone = |staged: &Output| match fs::remove_file(&staged.temporary) {
            Ok(()) => true,
            Err(error) => error.kind() == ErrorKind::NotFound,
        };
        let left = staged.iter().filter(|staged| !is_gone(staged)).count();
        if self.is_whole() {
            let _ = fs::remove_dir_all(&self.base);
        }
        if left == 0 {
            let _ = self.unmark();
        }
    }

    /// Removes the journal, where there may be one.
    pub(super) fn unmark(&self) -> Result<()> {
        if *unpoisoned(&self.journal) {
            self.remove(JOURNAL)?;
        }
        Ok(())
    }

    /// Whether an earlier run wrote a file, if only under a name in other case.
    fn is_ours(&self, name: &str) -> bool {
        self.old.paths.contains(name)
            || self.folds_case() && {
                let name = name.to_lowercase();
                self.old.paths.iter().any(|old| old.to_lowercase() == name)
            }
    }

    /// Whether the file system takes names for one that differ in small and capital letters only: the lock is there
    /// under its own name.
    pub(super) fn folds_case(&self) -> bool {
        exists(&self.out.join(LOCK.to_uppercase()))
    }

    pub(super) fn state(&self) -> MutexGuard<'_, StagingState> {
        unpoisoned(&self.state)
    }

    /// Makes sure that whoever comes after a crash knows the folder for ours, and to look for
    /// temporary files in it.
    fn mark(&self) -> Result<()> {
        let mut is_marked = unpoisoned(&self.journal);
        if *is_marked {
            return Ok(());
        }
        if self.old.paths.is_empty() {
            self.write_manifest(&self.old)?;
        }
        let journal = self.out.join(JOURNAL);
        fs::write(&journal, "").with_context(|| path_text(&journal))?;
        let made = if self.is_whole() {
            fs::create_dir(&self.base).with_context(|| path_text(&self.base))
        } else {
            Ok(())
        };
        // Told when there is room to write in, and where there is none too: then all is cleared away.
        *is_marked = true;
        made
    }

    /// Writes the list of our files so that it outlives a power cut.
    ///
    /// Without it the next build would refuse its own folder, so its bytes are on the disk before
    /// its name is, and its name before anything that it speaks of is renamed or removed. Pages are
    /// not flushed: one that a power cut emptied differs from what it should be, and is written
    /// again by the next build; flushing each would cost more than all the rest of a build.
    pub(super) fn write_manifest(&self, manifest: &Manifest) -> Result<()> {
        let target = self.out.join(manifest::NAME);
        let text = manifest.text();
        if holds(&target, text.as_bytes()) {
            return Ok(());
        }
        let (start, end) = TEMPORARY;
        let temporary = self.out.join(format!("{start}manifest{end}"));
        let written = new_file(&temporary)
            .and_then(|mut file| {
                file.write_all(text.as_bytes())?;
                file.sync_all()
            })
            .and_then(|()| rename(&temporary, &target));
        if written.is_err() {
            let _ = fs::remove_file(&temporary);
        }
        written.with_context(|| path_text(&target))?;
        // Where a folder cannot be opened as a file, as on Windows, the system sees to its entries.
        if cfg!(unix) {
            let _ = File::open(&self.out).and_then(|folder| folder.sync_all());
        }
        Ok(())
    }

    pub(super) fn remove(&self, name: &str) -> Result<()> {
        let path = self.out.join(name);
        match remove(&path) {
            Err(error) if is_file(&path) => Err(error).with_context(|| path_text(&path)),
            _ => Ok(()),
        }
    }

    /// Removes what a killed run left behind. Links are not followed.
    fn remove_leftovers(&self) {
        let _ = fs::remove_dir_all(self.out.join(WHOLE));
        let (start, end) = TEMPORARY;
        for found in WalkDir::new(&self.out).into_iter().flatten() {
            let name = found.file_name().to_string_lossy();
            if !found.file_type().is_dir() && name.starts_with(start) && name.ends_with(end) {
                let _ = fs::remove_file(found.path());
            }
        }
    }
}

/// Whether there is anything to remove. A run that was killed may have put a folder where its list
/// has a file, or a file where its list has a folder.
fn is_file(path: &Path) -> bool {
    match path.symlink_metadata() {
        Ok(found) => !found.is_dir(),
        Err(error) => !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory),
    }
}
