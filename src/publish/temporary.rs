//! One temporary file: written, and renamed when its time comes.
//!
//! In: a place and what belongs there. Out: a file that is whole or not there. Apart from `staging`, which
//! knows where such files belong.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::source::{Source, copy};

/// Writes a file that is to be renamed; one that cannot be written whole is removed. `false`, and no file, where
/// the source is not the file that was looked into.
pub(super) fn write_temporary(path: &Path, source: &Source<'_>) -> io::Result<bool> {
    let mut target = new_file(path)?;
    let written = match source {
        Source::Bytes(bytes) => target.write_all(bytes).map(|()| true),
        // Content only: permissions of the webmaster's file may keep a web server out.
        Source::File(file) => copy(file, &mut target),
    };
    if !matches!(written, Ok(true)) {
        // Half a file helps nobody; that it is gone matters less than why it could not be written.
        let _ = fs::remove_file(path);
    }
    written
}

/// Makes a file where none is, so that nothing is written through a link. What has the name of a
/// temporary file was left behind by a crash.
pub(super) fn new_file(path: &Path) -> io::Result<File> {
    match File::create_new(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            fs::remove_file(path)?;
            File::create_new(path)
        }
        opened => opened,
    }
}

/// Renames, patiently.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    patiently(|| of_ours(to, || fs::rename(from, to)))
}

/// Removes a file, patiently.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    patiently(|| of_ours(path, || fs::remove_file(path)))
}

/// Opens a file that is there to be held, or makes it.
pub(super) fn lock_file(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    of_ours(path, || options.open(path))
}

/// Does something to a file that the program wrote. Windows alone refuses that where the file may only be read: then
/// it may be written from now on.
fn of_ours<T>(path: &Path, act: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match act() {
        Err(_) if cfg!(windows) && make_writable(path) => act(),
        done => done,
    }
}

/// Takes the read-only attribute from a file; whether it had one.
fn make_writable(path: &Path) -> bool {
    let Ok(found) = path.symlink_metadata() else {
        return false;
    };
    let mut permissions = found.permissions();
    let was_locked = found.is_file() && permissions.readonly();
    // Asked of Windows alone, where it opens a file to nobody else.
    #[allow(clippy::permissions_set_readonly_false)]
    permissions.set_readonly(false);
    was_locked && fs::set_permissions(path, permissions).is_ok()
}

/// On Windows a virus scanner may hold a file for a moment.
pub(super) fn patiently(act: impl Fn() -> io::Result<()>) -> io::Result<()> {
    let mut tries = if cfg!(windows) { 20 } else { 1 };
    loop {
        tries -= 1;
        match act() {
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
    error.kind() == ErrorKind::PermissionDenied || error.raw_os_error() == Some(SHARING_VIOLATION)
}
