//! The sixth verb: the only code that writes the disk.
//!
//! In: outputs and a folder. Out: a published site, or an untouched one. Pages are staged beside
//! their targets as temporary files and renamed into place only when every one of them is there
//! (`ARCHITECTURE.md`, "Writing the site safely").

mod adopt;
mod commit;
mod drift;
mod folders;
mod manifest;
mod new_files;
mod published_year;
mod recase;
mod renumbering;
mod source;
mod staging;
mod temporary;

use std::fs::{self, Permissions};
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result};

use crate::files::path_text;
use crate::problem::{OutputRefusal, Problem, RefusalFault};
use crate::read;
use temporary::patiently;

pub use adopt::adopt;
pub use commit::{Halfway, OutputChange, Published};
pub use drift::drift;
pub use manifest::Manifest;
pub use new_files::NewFiles;
pub use published_year::PublishedYear;
pub use renumbering::{ChangedTexts, KeptYear, RenumberingState, StagedYear};
pub use source::{Source, SourceFile};
pub use staging::{Staged, Staging};

/// What an output folder must not be, worked out without touching it: the inner `Err` says why it
/// is refused. `None`: nothing was published there yet.
pub fn inspect(out: &Path, site: &Path) -> Result<Result<Option<Manifest>, Problem>> {
    let refuse = |why| Ok(Err(refused(out, why)));
    let inside = read::TOPS.map(|name| site.join(name));
    let (absolute, site) = (absolute(out), absolute(site));
    if is_everything(&absolute) {
        return refuse(OutputRefusal::Everything);
    }
    let holds_content = inside
        .iter()
        .any(|folder| absolute.starts_with(self::absolute(folder)));
    if site.starts_with(&absolute) || holds_content {
        return refuse(OutputRefusal::HoldsSite);
    }
    let Ok(found) = out.symlink_metadata() else {
        return Ok(Ok(None));
    };
    if found.is_symlink() {
        // What it leads to may be another tomorrow, and then nobody knows whose files are there.
        return refuse(OutputRefusal::Link(leads_to(out)));
    }
    if !found.is_dir() {
        return refuse(OutputRefusal::IsFile);
    }
    match read::optional_text(&out.join(manifest::NAME)) {
        Ok(Some(text)) => match Manifest::parse(&text) {
            Some(manifest) => Ok(Ok(Some(manifest))),
            None => refuse(OutputRefusal::Manifest),
        },
        Ok(None) if is_empty(out)? => Ok(Ok(None)),
        Ok(None) if adopt::is_site(out) => refuse(OutputRefusal::ManifestLost),
        Ok(None) => refuse(OutputRefusal::Foreign),
        // It is no text at all.
        Err(error) if error.kind() == ErrorKind::InvalidData => refuse(OutputRefusal::Manifest),
        Err(error) => Err(error).with_context(|| path_text(out)),
    }
}

/// An output folder that is not written to.
fn refused(out: &Path, why: OutputRefusal) -> Problem {
    let folder = path_text(out);
    RefusalFault::OutputRefused { folder, why }.into()
}

/// Whether a file of the output folder is there, a broken link included.
pub fn is_published(out: &Path, name: &str) -> bool {
    read::exists(&out.join(name))
}

/// The folder that a link leads to; `None` where it leads nowhere.
fn leads_to(link: &Path) -> Option<String> {
    let real = link.canonicalize().ok().filter(|real| real.is_dir());
    real.map(|real| path_text(&real))
}

/// Letters of a name, of four bytes at most, that go into the name of its temporary file.
const NAME_LETTERS: usize = 40;

/// Writes a file that was asked for by name, over one that is there; its folder must exist.
///
/// It is written beside its target first, so that a failure leaves the old one whole; who may read
/// the old one may read the new one.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    // A link to a file stays one: the file is replaced.
    let real = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let written = match real.metadata() {
        // A device takes what it is given.
        Ok(found) if !found.is_file() => fs::write(&real, bytes),
        found => write_beside(&real, bytes, found.ok().map(|found| found.permissions())),
    };
    written.with_context(|| path_text(path))
}

/// Gives a file another name.
pub fn move_file(from: &Path, to: &Path) -> Result<()> {
    let moved = patiently(|| fs::rename(from, to));
    moved.with_context(|| format!("{} → {}", path_text(from), path_text(to)))
}

/// Writes a file under another name, and gives it its own once it is whole.
fn write_beside(path: &Path, bytes: &[u8], permissions: Option<Permissions>) -> io::Result<()> {
    // A Thai name may be as long as the system allows, so not all of it fits once more.
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name: String = name.chars().take(NAME_LETTERS).collect();
    let beside = path.with_file_name(format!(".oit-{name}.tmp"));
    let written = fs::write(&beside, bytes)
        .and_then(|()| permissions.map_or(Ok(()), |given| fs::set_permissions(&beside, given)))
        .and_then(|()| patiently(|| fs::rename(&beside, path)));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

/// Dot-files never make a folder "not empty".
fn is_empty(folder: &Path) -> Result<bool> {
    for entry in fs::read_dir(folder).with_context(|| path_text(folder))? {
        let entry = entry.with_context(|| path_text(folder))?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The path from the root of the file system, with links and `..` resolved as the system would.
pub fn absolute(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut resolved = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                resolved.pop();
            }
            part => resolved.push(part),
        }
        // `S:` alone is no folder but the one that was last gone to on that drive.
        let is_whole = !matches!(part, Component::Prefix(_));
        if let Ok(real) = resolved.canonicalize()
            && is_whole
        {
            resolved = real;
        }
    }
    resolved
}

/// Whether a folder is the root of the file system or somebody's home, which nobody means.
fn is_everything(folder: &Path) -> bool {
    let home = std::env::home_dir().map(|home| absolute(&home));
    folder.parent().is_none() || home.is_some_and(|home| home == folder)
}
