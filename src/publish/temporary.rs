//! One temporary file: written, and renamed when its time comes.
//!
//! In: a place and what belongs there. Out: a file that is whole or not there. Apart from `staging`, which
//! knows where such files belong.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::Source;
use crate::files::Stamp;
use crate::read::stamp_of;

/// Writes a file that is to be renamed, and gives its stamp; one that cannot be written whole is removed.
pub(super) fn write_temporary(path: &Path, source: &Source<'_>) -> io::Result<Option<Stamp>> {
    let written = match source {
        Source::Bytes(bytes) => new_file(path).and_then(|mut file| {
            file.write_all(bytes)?;
            Ok(file)
        }),
        // Content only: permissions of the webmaster's file may keep a web server out.
        Source::File(from) => File::open(from).and_then(|mut from| {
            let mut file = new_file(path)?;
            io::copy(&mut from, &mut file).map(|_| file)
        }),
    };
    if written.is_err() {
        // Half a file helps nobody; that it is gone matters less than why it could not be written.
        let _ = fs::remove_file(path);
    }
    written.map(|file| file.metadata().ok().as_ref().map(stamp_of))
}

/// Makes a file where none is; what has the name of a temporary file was left behind by a crash.
fn new_file(path: &Path) -> io::Result<File> {
    match File::create_new(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            fs::remove_file(path)?;
            File::create_new(path)
        }
        opened => opened,
    }
}

/// Renames, patiently: on Windows a virus scanner may hold a new file for a moment.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
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
    error.kind() == ErrorKind::PermissionDenied || error.raw_os_error() == Some(SHARING_VIOLATION)
}
