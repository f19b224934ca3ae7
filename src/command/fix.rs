//! `oit check --fix`: shows what would change in the site's texts and, unless it is a dry run,
//! changes it.

use std::path::Path;

use super::diff::diff;
use super::voice::Voice;
use super::{Result, refused};
use crate::check::text::fix as fixed;
use crate::files::SitePath;
use crate::pipeline::Loaded;
use crate::problem::{Problem, ReadingFault, RefusalFault};
use crate::publish::replace;
use crate::read::{holds, text_of_other_encoding};

/// Rounds of repairs, because a line that is read at last may have a fault of its own.
const ROUNDS: usize = 4;

/// Makes the repairs of a site that was checked, and `again` reads and checks it after each round. A dry run shows the
/// first round and writes nothing; files that nobody asked for are left alone.
pub(super) fn fix(
    voice: &Voice,
    root: &Path,
    mut loaded: Loaded,
    dry_run: bool,
    is_asked: &dyn Fn(&SitePath) -> bool,
    mut again: impl FnMut() -> Loaded,
) -> Result<Loaded> {
    let mut done = Repairs::default();
    for _ in 0..ROUNDS {
        let round = round(voice, root, &loaded, dry_run, is_asked)?;
        if round.files == 0 {
            break;
        }
        done.files += round.files;
        done.places += round.places;
        if dry_run {
            break;
        }
        loaded = again();
    }
    let Repairs { files, places } = done;
    match (files, dry_run) {
        (0, _) => voice.tell("ไม่มีอะไรที่แก้ให้ได้แน่นอน", "nothing to repair for certain"),
        (_, true) => voice.tell(
            format!("จะแก้ {files} ไฟล์ {places} แห่ง (ยังไม่ได้เขียน)"),
            format!("would repair {places} places in {files} files (nothing was written)"),
        ),
        (_, false) => voice.tell(
            format!("แก้แล้ว {files} ไฟล์ {places} แห่ง"),
            format!("repaired {places} places in {files} files"),
        ),
    }
    Ok(loaded)
}

/// How much was repaired.
#[derive(Default)]
struct Repairs {
    files: usize,
    places: usize,
}

/// Shows the repairs as a diff and makes them.
fn round(
    voice: &Voice,
    root: &Path,
    loaded: &Loaded,
    dry_run: bool,
    is_asked: &dyn Fn(&SitePath) -> bool,
) -> Result<Repairs> {
    let mut repairs = converted(voice, root, loaded, dry_run, is_asked)?;
    let files = fixed(&loaded.site, &loaded.files, &loaded.findings);
    for file in files.iter().filter(|file| is_asked(&file.path)) {
        voice.stdout(&diff(&file.path, &file.before, &file.after));
        for (line, number) in &file.unseen {
            let removed = voice.say("ลบอักขระล่องหน", "removed the invisible");
            let at = voice.say("บรรทัด", "on line");
            voice.stdout(&format!("  ({removed} {number} {at} {line})\n"));
        }
        repairs.files += 1;
        repairs.places += file.places;
        if dry_run {
            continue;
        }
        let path = root.join(&*file.path);
        // Somebody may be writing in it.
        if !holds(&path, file.before.as_bytes()) {
            let path = file.path.to_string();
            return Err(refused(RefusalFault::FileChanged { path }));
        }
        replace(&path, file.after.as_bytes())?;
    }
    Ok(repairs)
}

/// Texts of another encoding, saved as UTF-8.
fn converted(
    voice: &Voice,
    root: &Path,
    loaded: &Loaded,
    dry_run: bool,
    is_asked: &dyn Fn(&SitePath) -> bool,
) -> Result<Repairs> {
    let mut repairs = Repairs::default();
    let is_other = |problem: &Problem| matches!(problem, Problem::Reading(ReadingFault::NotUtf8));
    for finding in loaded
        .findings
        .iter()
        .filter(|found| is_other(&found.problem) && is_asked(&found.at.path))
    {
        let path = root.join(&*finding.at.path);
        let Some((text, encoding)) = text_of_other_encoding(&path) else {
            continue;
        };
        let saved = voice.say("บันทึกเป็น UTF-8 จาก", "saved as UTF-8, from");
        voice.stdout(&format!("{}: {saved} {encoding}\n", finding.at.path));
        repairs.files += 1;
        repairs.places += 1;
        if !dry_run {
            replace(&path, text.as_bytes())?;
        }
    }
    Ok(repairs)
}
