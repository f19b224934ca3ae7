//! `oit check --fix`: shows what would change in the site's texts and, unless it is a dry run,
//! changes it.

use std::path::Path;

use super::diff::diff;
use super::voice::Voice;
use super::{Result, refused};
use crate::check::text::fix as fixed;
use crate::pipeline::Loaded;
use crate::problem::RefusalFault;
use crate::publish::replace;
use crate::read::holds;

/// Shows the repairs as a diff and makes them; whether any file was written.
pub(super) fn fix(voice: &Voice, root: &Path, loaded: &Loaded, dry_run: bool) -> Result<bool> {
    let fixed = fixed(&loaded.site, &loaded.files);
    for file in &fixed {
        voice.stdout(&diff(&file.path, &file.before, &file.after));
        for (line, number) in &file.unseen {
            let removed = voice.say("ลบอักขระล่องหน", "removed the invisible");
            let at = voice.say("บรรทัด", "on line");
            voice.stdout(&format!("  ({removed} {number} {at} {line})\n"));
        }
    }
    let files = fixed.len();
    let places: usize = fixed.iter().map(|file| file.places).sum();
    if files == 0 {
        voice.tell("ไม่มีอะไรที่แก้ให้ได้แน่นอน", "nothing to repair for certain");
        return Ok(false);
    }
    if dry_run {
        voice.tell(
            format!("จะแก้ {files} ไฟล์ {places} แห่ง (ยังไม่ได้เขียน)"),
            format!("would repair {places} places in {files} files (nothing was written)"),
        );
        return Ok(false);
    }
    for file in &fixed {
        let path = root.join(&*file.path);
        // Somebody may be writing in it.
        if !holds(&path, file.before.as_bytes()) {
            let path = file.path.to_string();
            return Err(refused(RefusalFault::FileChanged { path }));
        }
        replace(&path, file.after.as_bytes())?;
    }
    voice.tell(
        format!("แก้แล้ว {files} ไฟล์ {places} แห่ง"),
        format!("repaired {places} places in {files} files"),
    );
    Ok(true)
}
