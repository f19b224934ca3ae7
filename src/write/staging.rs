//! One publication: stage everything, then rename it into place.
//!
//! While staging, nothing that is published changes; only files whose bytes differ are written at
//! all. The commit writes a manifest of old and new names first, so that a run that is killed in
//! between leaves no file that the next run does not know to be ours.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};
use walkdir::WalkDir;

use super::manifest::{self, Manifest};
use crate::diagnostic::{OutputRefusal, Problem};
use crate::read::{exists, holds, same_bytes};

const LOCK: &str = ".oit-lock";
/// Stands in the output folder while temporary files may: whoever finds it clears them away.
const JOURNAL: &str = ".oit-journal";
const TEMPORARY: (&str, &str) = (".oit-", ".tmp");

/// Bytes, or a file to copy.
pub enum Source<'a> {
    /// These bytes.
    Bytes(&'a [u8]),
    /// The bytes of this file.
    File(&'a Path),
}

/// What a publication did, in files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Published {
    pub new: usize,
    pub changed: usize,
    pub withdrawn: usize,
    pub unchanged: usize,
}

/// A publication that has begun.
pub struct Staging {
    out: PathBuf,
    old: Manifest,
    /// Held until the end; a second build sees it.
    lock: File,
    made_lock: bool,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Whether the journal was written and the folder may hold temporary files.
    journal: bool,
    made_folders: Vec<PathBuf>,
    names: BTreeSet<String>,
    staged: Vec<Staged>,
    foreign: Vec<String>,
}

struct Staged {
    name: String,
    temporary: PathBuf,
    is_new: bool,
    /// Something that is withdrawn stands in its way: a file where its folder belongs, or a folder
    /// where it belongs itself.
    is_blocked: bool,
}

impl Staging {
    /// Begins to publish into a folder that [`super::inspect`] let pass.
    pub fn begin(out: &Path, old: Manifest) -> Result<Result<Self, Problem>> {
        fs::create_dir_all(out).with_context(|| format!("{}", out.display()))?;
        let path = out.join(LOCK);
        let made_lock = !exists(&path);
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path);
        let lock = lock.with_context(|| format!("{}", path.display()))?;
        // Network folders that know no locks are written to all the same.
        if matches!(lock.try_lock(), Err(fs::TryLockError::WouldBlock)) {
            let folder = out.display().to_string();
            let why = OutputRefusal::Busy;
            return Ok(Err(Problem::OutputRefused { folder, why }));
        }
        let staging = Self {
            out: out.to_path_buf(),
            old,
            lock,
            made_lock,
            state: Mutex::default(),
        };
        if exists(&out.join(JOURNAL)) {
            staging.sweep();
        }
        Ok(Ok(staging))
    }

    /// Stages one output: compares it with what is there and writes it beside it if it differs.
    pub fn put(&self, name: &str, source: &Source<'_>) -> Result<()> {
        if !self.state().names.insert(name.to_owned()) {
            // Two outputs of one name would write each other's temporary file.
            return Ok(());
        }
        let target = self.out.join(name);
        let there = exists(&target);
        let same = there
            && match source {
                Source::Bytes(bytes) => holds(&target, bytes),
                Source::File(file) => same_bytes(file, &target),
            };
        if same {
            return Ok(());
        }
        let is_blocked = target.is_dir() || has_file_above(&target);
        if there && !is_blocked && !self.is_ours(name) {
            self.state().foreign.push(name.to_owned());
            return Ok(());
        }
        let temporary = self.make_room(&target, name)?;
        write_temporary(&temporary, source).with_context(|| match source {
            Source::Bytes(_) => format!("{}", target.display()),
            Source::File(from) => format!("{} → {}", from.display(), target.display()),
        })?;
        self.state().staged.push(Staged {
            name: name.to_owned(),
            temporary,
            is_new: !there,
            is_blocked,
        });
        Ok(())
    }

    /// Puts everything into place. Where nothing changed, nothing is touched.
    pub fn commit(self) -> Result<Result<Published, Problem>> {
        let mut state = std::mem::take(&mut *self.state());
        if let Some(first) = state.foreign.iter().min().cloned() {
            *self.state() = state;
            let folder = self.out.display().to_string();
            self.abandon();
            let why = OutputRefusal::ForeignFile(first);
            return Ok(Err(Problem::OutputRefused { folder, why }));
        }
        // Where a file system ignores case, the old name may be the new file.
        let names: BTreeSet<String> = state.names.iter().map(|n| n.to_lowercase()).collect();
        let gone = self.old.paths.difference(&state.names);
        let withdrawn: Vec<String> = gone
            .filter(|name| {
                !(cfg!(any(windows, target_os = "macos")) && names.contains(&name.to_lowercase()))
            })
            .cloned()
            .collect();
        let published = Published {
            new: state.staged.iter().filter(|staged| staged.is_new).count(),
            changed: state.staged.iter().filter(|staged| !staged.is_new).count(),
            withdrawn: withdrawn.len(),
            unchanged: state.names.len().saturating_sub(state.staged.len()),
        };
        if state.names != self.old.paths || !state.staged.is_empty() {
            let mut both = self.old.paths.clone();
            both.extend(state.names.iter().cloned());
            self.write_manifest(&Manifest { paths: both })?;
            // New pages first, so that a changed page never links to one that is not there yet.
            state
                .staged
                .sort_by(|a, b| (!a.is_new, &a.name).cmp(&(!b.is_new, &b.name)));
            let (blocked, free): (Vec<&Staged>, Vec<&Staged>) =
                state.staged.iter().partition(|staged| staged.is_blocked);
            for staged in free {
                self.put_in_place(staged)?;
            }
            for name in &withdrawn {
                self.withdraw(name)?;
            }
            for staged in blocked {
                self.put_in_place(staged)?;
            }
            self.write_manifest(&Manifest { paths: state.names })?;
        }
        self.remove(JOURNAL)?;
        Ok(Ok(published))
    }

    /// Leaves the folder as it was found.
    pub fn abandon(self) {
        let state = std::mem::take(&mut *self.state());
        for staged in &state.staged {
            let _ = fs::remove_file(&staged.temporary);
        }
        for folder in state.made_folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
        let _ = self.remove(JOURNAL);
        if self.old.paths.is_empty() && state.journal {
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

    /// Whether an earlier run wrote a file, if only under a name in other case.
    fn is_ours(&self, name: &str) -> bool {
        self.old.paths.contains(name)
            || (cfg!(any(windows, target_os = "macos"))
                && self
                    .old
                    .paths
                    .iter()
                    .any(|old| old.eq_ignore_ascii_case(name)))
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes the folders of a target and gives the name of its temporary file.
    fn make_room(&self, target: &Path, name: &str) -> Result<PathBuf> {
        let mut folder = target.parent().unwrap_or(&self.out);
        if has_file_above(target) {
            // Its own folder cannot be made before the commit: wait beside what is in the way.
            folder = folder
                .ancestors()
                .find(|above| above.is_dir())
                .unwrap_or(&self.out);
        }
        let mut state = self.state();
        if !state.journal {
            if self.old.paths.is_empty() {
                self.write_manifest(&self.old)?;
            }
            let journal = self.out.join(JOURNAL);
            fs::write(&journal, "").with_context(|| format!("{}", journal.display()))?;
            state.journal = true;
        }
        let missing: Vec<&Path> = folder.ancestors().take_while(|f| !exists(f)).collect();
        for new in missing.into_iter().rev() {
            fs::create_dir(new).with_context(|| format!("{}", new.display()))?;
            state.made_folders.push(new.to_path_buf());
        }
        let hash = blake3::hash(name.as_bytes()).to_hex();
        let (start, end) = TEMPORARY;
        Ok(folder.join(format!("{start}{}{end}", &hash[..16])))
    }

    fn write_manifest(&self, manifest: &Manifest) -> Result<()> {
        let target = self.out.join(manifest::NAME);
        let text = manifest.text();
        if holds(&target, text.as_bytes()) {
            return Ok(());
        }
        let (start, end) = TEMPORARY;
        let temporary = self.out.join(format!("{start}manifest{end}"));
        let written = File::create(&temporary).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            // A manifest lost to a power cut would make the next build refuse its own folder.
            file.sync_all()
        });
        written
            .and_then(|()| rename(&temporary, &target))
            .with_context(|| format!("{}", target.display()))
    }

    fn put_in_place(&self, staged: &Staged) -> Result<()> {
        let target = self.out.join(&staged.name);
        let folder = target.parent().unwrap_or(&self.out);
        fs::create_dir_all(folder)
            .and_then(|()| rename(&staged.temporary, &target))
            .with_context(|| format!("{}", target.display()))
    }

    fn withdraw(&self, name: &str) -> Result<()> {
        self.remove(name)?;
        let mut folder = Path::new(name).parent();
        while let Some(inner) = folder.filter(|inner| !inner.as_os_str().is_empty()) {
            // Stops at the first folder that still holds something.
            if fs::remove_dir(self.out.join(inner)).is_err() {
                break;
            }
            folder = inner.parent();
        }
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<()> {
        let path = self.out.join(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(error).with_context(|| format!("{}", path.display()))
            }
            _ => Ok(()),
        }
    }

    /// Removes what a killed run left behind.
    fn sweep(&self) {
        let (start, end) = TEMPORARY;
        for found in WalkDir::new(&self.out).into_iter().flatten() {
            let name = found.file_name().to_string_lossy();
            if found.file_type().is_file() && name.starts_with(start) && name.ends_with(end) {
                let _ = fs::remove_file(found.path());
            }
        }
        self.state().journal = true;
    }
}

/// Whether a file stands where a folder of this path belongs.
fn has_file_above(target: &Path) -> bool {
    target
        .ancestors()
        .skip(1)
        .find(|above| exists(above))
        .is_some_and(|above| !above.is_dir())
}

fn write_temporary(path: &Path, source: &Source<'_>) -> io::Result<()> {
    let written = match source {
        Source::Bytes(bytes) => File::create(path).and_then(|mut file| file.write_all(bytes)),
        // Content only: permissions of the webmaster's file may keep a web server out.
        Source::File(from) => File::open(from).and_then(|mut from| {
            let mut file = File::create(path)?;
            io::copy(&mut from, &mut file).map(|_| ())
        }),
    };
    if written.is_err() {
        // Half a file helps nobody; that it is gone matters less than why it could not be written.
        let _ = fs::remove_file(path);
    }
    written
}

/// Renames, patiently: on Windows a virus scanner may hold a new file for a moment.
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let mut tries = if cfg!(windows) { 20 } else { 1 };
    loop {
        tries -= 1;
        match fs::rename(from, to) {
            Err(error) if tries > 0 && is_held(&error) => {
                std::thread::sleep(std::time::Duration::from_millis(50));
            }
            done => return done,
        }
    }
}

/// Whether another program holds the file: denied, or a sharing violation of Windows.
fn is_held(error: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    error.kind() == io::ErrorKind::PermissionDenied
        || error.raw_os_error() == Some(SHARING_VIOLATION)
}
