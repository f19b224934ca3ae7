//! The folders below an output folder: which are real, and making those that are missing.
//!
//! In: names below the output folder, with `/` between parts. Out: a folder to write in, or what is
//! in the way. Apart because this is where a link is noticed that would lead a page, or a removal,
//! out of the output folder. No lock is held while the system works.

use std::collections::HashSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::files::folder_of;

/// What is found where a folder belongs.
pub(super) enum FolderState {
    /// A folder that can be written in.
    Ready,
    /// No entry of this name.
    Missing,
    /// A file of this name.
    File(String),
    /// A link of this name, which may lead anywhere.
    Link(String),
}

/// The folders below an output folder.
pub(super) struct Folders {
    out: PathBuf,
    /// Folders with folders in them that are known to be real. A page's own is asked for once.
    real: Mutex<HashSet<String>>,
    /// Those made since the beginning, each before what is in it.
    made: Mutex<Vec<String>>,
}

impl Folders {
    pub(super) fn new(out: &Path) -> Self {
        Self {
            out: out.to_path_buf(),
            real: Mutex::default(),
            made: Mutex::default(),
        }
    }

    /// Makes a folder, and those it lies in.
    pub(super) fn make(&self, folder: &str) -> io::Result<FolderState> {
        self.walk(folder, &|path| fs::create_dir(path))
    }

    /// Looks whether a folder is there.
    pub(super) fn find(&self, folder: &str) -> io::Result<FolderState> {
        let no_making = |path: &Path| {
            let found = path.symlink_metadata().map(|_| ErrorKind::AlreadyExists);
            Err(found.map_or_else(|error| error, io::Error::from))
        };
        match self.walk(folder, &no_making) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(FolderState::Missing),
            found => found,
        }
    }

    /// Forgets what was made, and gives it: each before what is in it.
    pub(super) fn take_made(&self) -> Vec<String> {
        std::mem::take(&mut *unpoisoned(&self.made))
    }

    fn walk(
        &self,
        folder: &str,
        make: &dyn Fn(&Path) -> io::Result<()>,
    ) -> io::Result<FolderState> {
        if folder.is_empty() {
            return Ok(FolderState::Ready);
        }
        let above = folder_of(folder);
        if !above.is_empty() && !unpoisoned(&self.real).contains(above) {
            match self.walk(above, make)? {
                FolderState::Ready => unpoisoned(&self.real).insert(above.to_owned()),
                in_the_way => return Ok(in_the_way),
            };
        }
        let path = self.out.join(folder);
        match make(&path) {
            Ok(()) => {
                unpoisoned(&self.made).push(folder.to_owned());
                Ok(FolderState::Ready)
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                let found = path.symlink_metadata()?.file_type();
                Ok(if found.is_symlink() {
                    FolderState::Link(folder.to_owned())
                } else if found.is_dir() {
                    FolderState::Ready
                } else {
                    FolderState::File(folder.to_owned())
                })
            }
            Err(error) => Err(error),
        }
    }
}

pub(super) fn unpoisoned<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
