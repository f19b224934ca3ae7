//! Files where none were: all that a command sets out to make, or nothing.
//!
//! In: paths and what they are to hold. Out: files with their folders; a file that is there is left
//! alone. Where one of them cannot be written, those made before it are taken away again with
//! their folders, so that the command can be run once more as if it never was.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::files::path_text;

/// Files and folders that are being made. Without [`NewFiles::keep`] they go again.
#[derive(Default)]
pub struct NewFiles {
    /// A folder stands before what is in it.
    made: Vec<Made>,
}

enum Made {
    Folder(PathBuf),
    File(PathBuf),
}

impl NewFiles {
    /// Writes a new text file; `false`: there is one already.
    pub fn create(&mut self, path: &Path, text: &str) -> Result<bool> {
        let filled = self.fill(path, |file| file.write_all(text.as_bytes()));
        filled.with_context(|| path_text(path))
    }

    /// Copies a file to a place where none is; `false`: there is one already.
    pub fn copy(&mut self, from: &Path, to: &Path) -> Result<bool> {
        let copied = File::open(from)
            .and_then(|mut source| self.fill(to, |file| io::copy(&mut source, file).map(|_| ())));
        copied.with_context(|| format!("{} → {}", path_text(from), path_text(to)))
    }

    /// Lets everything stand.
    pub fn keep(mut self) {
        self.made.clear();
    }

    fn fill(
        &mut self,
        path: &Path,
        write: impl FnOnce(&mut File) -> io::Result<()>,
    ) -> io::Result<bool> {
        if let Some(folder) = path.parent() {
            self.make_folder(folder)?;
        }
        match File::create_new(path) {
            Ok(mut file) => {
                self.made.push(Made::File(path.to_path_buf()));
                write(&mut file).map(|()| true)
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Makes a folder and those above it that are lacking.
    fn make_folder(&mut self, folder: &Path) -> io::Result<()> {
        if folder.as_os_str().is_empty() || folder.is_dir() {
            return Ok(());
        }
        if let Some(above) = folder.parent() {
            self.make_folder(above)?;
        }
        match fs::create_dir(folder) {
            Ok(()) => {
                self.made.push(Made::Folder(folder.to_path_buf()));
                Ok(())
            }
            // Another program was faster.
            Err(_) if folder.is_dir() => Ok(()),
            Err(error) => Err(error),
        }
    }
}

impl Drop for NewFiles {
    fn drop(&mut self) {
        for made in self.made.iter().rev() {
            // Nothing more can be done for what does not go. A folder that somebody else put
            // something into meanwhile stays.
            let _ = match made {
                Made::Folder(path) => fs::remove_dir(path),
                Made::File(path) => fs::remove_file(path),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::NewFiles;

    #[test]
    fn files_that_are_not_kept_go_with_their_folders_and_others_stay() {
        let folder = tempfile::tempdir().unwrap();
        let (old, new) = (
            folder.path().join("old.md"),
            folder.path().join("a/b/new.md"),
        );
        fs::write(&old, "old").unwrap();
        let make = || {
            let mut files = NewFiles::default();
            assert!(files.create(&new, "new").unwrap());
            assert!(files.copy(&old, &new.with_file_name("copy.md")).unwrap());
            assert!(!files.create(&old, "new").unwrap());
            // A file stands where a folder belongs.
            assert!(files.create(&old.join("x.md"), "x").is_err());
            files
        };
        drop(make());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        make().keep();
        assert_eq!(fs::read_to_string(&new).unwrap(), "new");
        assert_eq!(fs::read_to_string(&old).unwrap(), "old");
    }
}
