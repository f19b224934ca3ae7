//! What is kept on the disk between runs, outside of every site, and may be lost at any time.
//!
//! In: a name and a text. Out: the same text later, to the same build of the program. Reading and writing stand
//! together here, so that what is kept is nobody else's business.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::file::optional_text;

/// Tells one build of the program from another by a hash of its sources.
const PROGRAM: &str = env!("OIT_SOURCES");

/// The part of the user's cache folder that belongs to this build of the program.
pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// The cache of the user; `None` where there is no place for one.
    pub fn of_user() -> Option<Self> {
        let folder = folder_of_user()?.join("facts");
        Some(Self { folder })
    }

    /// What was kept under a name, which is a hash.
    pub fn get(&self, name: &str) -> Option<String> {
        let text = optional_text(&self.place(name)).ok()??;
        let body = text.strip_prefix(PROGRAM)?.strip_prefix('\n')?;
        Some(body.to_owned())
    }

    /// Keeps a text under a name. Where it cannot be written, it is not kept.
    pub fn put(&self, name: &str, text: &str) {
        let write = || -> std::io::Result<()> {
            let place = self.place(name);
            let folder = place.parent().unwrap_or(&self.folder);
            fs::create_dir_all(folder)?;
            let mut temporary = NamedTempFile::new_in(folder)?;
            temporary.write_all([PROGRAM, "\n", text].concat().as_bytes())?;
            temporary.persist(place)?;
            Ok(())
        };
        let _ = write();
    }

    /// Folders with thousands of files are slow on some systems.
    fn place(&self, name: &str) -> PathBuf {
        let start = name.get(..2).unwrap_or(name);
        self.folder.join(start).join(name)
    }
}

/// The folder of what is found out once and may be lost at any time: `OIT_CACHE_DIR`, or the system's
/// place for such things in the user's home. Never a folder of the site.
fn folder_of_user() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    if let Some(folder) = named("OIT_CACHE_DIR") {
        return Some(PathBuf::from(folder));
    }
    let of_user = if cfg!(windows) {
        named("LOCALAPPDATA").map(PathBuf::from)
    } else if cfg!(target_os = "macos") {
        named("HOME").map(|home| Path::new(&home).join("Library/Caches"))
    } else {
        let standard = named("XDG_CACHE_HOME").map(PathBuf::from);
        // A relative one counts as none, by the rule that made it.
        let standard = standard.filter(|folder| folder.is_absolute());
        standard.or_else(|| Some(Path::new(&named("HOME")?).join(".cache")))
    };
    of_user.map(|folder| folder.join("oit"))
}
