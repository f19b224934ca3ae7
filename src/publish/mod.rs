//! The sixth verb: the only code that writes the disk.
//!
//! In: outputs and a folder. Out: a published site, or an untouched one. Pages are staged beside
//! their targets as temporary files and renamed into place only when every one of them is there
//! (`ARCHITECTURE.md`, "Writing the site safely").

mod commit;
mod compare;
mod drift;
mod folders;
mod manifest;
mod published_year;
mod source;
mod staging;
mod temporary;

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result};

use crate::problem::{OutputRefusal, Problem, RefusalFault};
use crate::read;

pub use commit::{Halfway, Published};
pub use drift::drift;
pub use manifest::Manifest;
pub use published_year::YearBefore;
pub use source::{Source, SourceFile};
pub use staging::{Staged, Staging};

/// What an output folder must not be, worked out without touching it: the inner `Err` says why it
/// is refused. `None`: nothing was published there yet.
pub fn inspect(out: &Path, site: &Path) -> Result<Result<Option<Manifest>, Problem>> {
    let refuse = |why| {
        let folder = out.display().to_string();
        Ok(Err(RefusalFault::OutputRefused { folder, why }.into()))
    };
    let inside = read::TOPS.map(|name| site.join(name));
    let (absolute, site) = (absolute(out), absolute(site));
    let holds_content = inside
        .iter()
        .any(|folder| absolute.starts_with(self::absolute(folder)));
    if site.starts_with(&absolute) || holds_content {
        return refuse(OutputRefusal::HoldsSite);
    }
    if is_everything(&absolute) {
        return refuse(OutputRefusal::Foreign);
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
        Ok(None) => refuse(OutputRefusal::Foreign),
        // It is no text at all.
        Err(error) if error.kind() == ErrorKind::InvalidData => refuse(OutputRefusal::Manifest),
        Err(error) => Err(error).with_context(|| format!("{}", out.display())),
    }
}

/// Whether a file of the output folder is there, a broken link included.
pub fn is_published(out: &Path, name: &str) -> bool {
    read::exists(&out.join(name))
}

/// The folder that a link leads to; `None` where it leads nowhere.
fn leads_to(link: &Path) -> Option<String> {
    let real = link.canonicalize().ok().filter(|real| real.is_dir());
    real.map(|real| real.display().to_string())
}

/// Writes a new file and its folders; an existing one is left alone and reported as `false`.
pub fn create(path: &Path, text: &str) -> Result<bool> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{}", folder.display()))?;
    }
    let opened = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path);
    match opened {
        Ok(mut file) => {
            let written = file.write_all(text.as_bytes());
            written.with_context(|| format!("{}", path.display()))?;
            Ok(true)
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error).with_context(|| format!("{}", path.display())),
    }
}

/// Copies a file to a place where none is, with its folders; an existing one is left alone and
/// reported as `false`. A copy that fails leaves nothing behind.
pub fn copy(from: &Path, to: &Path) -> Result<bool> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{}", folder.display()))?;
    }
    let told = || format!("{} → {}", from.display(), to.display());
    let mut source = fs::File::open(from).with_context(told)?;
    let opened = fs::OpenOptions::new().write(true).create_new(true).open(to);
    match opened {
        Ok(mut target) => {
            let copied = std::io::copy(&mut source, &mut target);
            if copied.is_err() {
                let _ = fs::remove_file(to);
            }
            copied.map(|_| true).with_context(told)
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error).with_context(told),
    }
}

/// So many letters of a name, of four bytes at most, go into the name of its temporary file.
const LONGEST_NAME: usize = 40;

/// Writes a file that was asked for by name, over one that is there; its folder must exist.
///
/// It is written beside its target first, so that a failure leaves the old one whole; who may read
/// the old one may read the new one.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    // A link is followed, and a device takes what it is given.
    if (path.symlink_metadata()).is_ok_and(|found| !found.is_file()) {
        return fs::write(path, bytes).with_context(|| format!("{}", path.display()));
    }
    // A Thai name may be as long as the system allows, so not all of it fits once more.
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name: String = name.chars().take(LONGEST_NAME).collect();
    let beside = path.with_file_name(format!(".oit-{name}.tmp"));
    let written = fs::write(&beside, bytes)
        .and_then(|()| match path.metadata() {
            Ok(found) => fs::set_permissions(&beside, found.permissions()),
            Err(_) => Ok(()),
        })
        .and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written.with_context(|| format!("{}", path.display()))
}

/// Dot-files never make a folder "not empty".
fn is_empty(folder: &Path) -> Result<bool> {
    for entry in fs::read_dir(folder).with_context(|| format!("{}", folder.display()))? {
        let entry = entry.with_context(|| format!("{}", folder.display()))?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The path from the root of the file system, with links and `..` resolved as the system would.
fn absolute(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut resolved = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                resolved.pop();
            }
            part => resolved.push(part),
        }
        if let Ok(real) = resolved.canonicalize() {
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
