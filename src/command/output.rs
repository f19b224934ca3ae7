//! The file of `-o`: what a command would print is written there instead.
//!
//! In: a name, and bytes. Out: the file, whole or as it was; never one that the site is made of. Apart from the
//! shell's `>`, which in Windows spoils Thai letters and overwrites anything.

use std::path::Path;

use super::place::refuse_impossible;
use super::voice::Voice;
use super::{Result, Stop, refused};
use crate::files::path_text;
use crate::problem::{RefusalFault, ReportRefusal};
use crate::publish::{absolute, replace};
use crate::read::{SITE_FILE, TOPS, exists, find_site};

/// Refuses a file that cannot be, or must not be written. `site` is the folder that the command reads.
pub(super) fn refuse_output(file: &Path, site: Option<&Path>) -> Result<()> {
    refuse_impossible("-o", file)?;
    let place = absolute(file);
    // A schema may be asked for from outside of the site that it would be written over.
    let around = place.parent().and_then(find_site);
    for root in site.into_iter().chain(around.as_deref()) {
        refuse_source(root, &place, file)?;
    }
    refuse_missing_folder(file)
}

/// Writes a file that was refused by nothing.
pub(super) fn write_output(voice: &Voice, file: &Path, bytes: &[u8]) -> Result<()> {
    replace(file, bytes)?;
    let file = path_text(file);
    voice.tell(format!("สร้างแล้ว: {file}"), format!("made: {file}"));
    Ok(())
}

/// An output must not be written over what the site is made of, nor become evidence by lying there.
fn refuse_source(root: &Path, place: &Path, file: &Path) -> Result<()> {
    let mut sources = TOPS.into_iter().chain([SITE_FILE]);
    if sources.any(|source| place.starts_with(absolute(&root.join(source)))) {
        return Err(output_refused(file, ReportRefusal::OfSite));
    }
    Ok(())
}

/// A folder is not made for a name that may be a slip.
fn refuse_missing_folder(file: &Path) -> Result<()> {
    let folder = file.parent().unwrap_or(file);
    if folder.as_os_str().is_empty() || exists(folder) {
        return Ok(());
    }
    Err(output_refused(folder, ReportRefusal::NoFolder))
}

pub(super) fn output_refused(path: &Path, why: ReportRefusal) -> Stop {
    let path = path_text(path);
    refused(RefusalFault::ReportRefused { path, why })
}
