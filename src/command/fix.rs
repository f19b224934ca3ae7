//! `oit check --fix`: shows what would change in the site's texts and, unless it is a dry run,
//! changes it.

use std::path::Path;

use super::diff::diff;
use super::voice::Voice;
use super::{Result, refused};
use crate::check::text::{Fixed, fix as fixed};
use crate::files::SitePath;
use crate::pipeline::Loaded;
use crate::problem::{Problem, ReadingFault, RefusalFault};
use crate::publish::replace;
use crate::read::{holds, text_of_other_encoding};

/// Rounds of repairs, because a line that is read at last may have a fault of its own.
const ROUNDS: usize = 4;

/// The repair of a site's texts.
pub(super) struct Fixer<'a> {
    pub(super) voice: &'a Voice,
    pub(super) root: &'a Path,
    /// Show the first round, and write nothing.
    pub(super) dry_run: bool,
    /// Whether a file is to be repaired at all.
    pub(super) is_asked: &'a dyn Fn(&SitePath) -> bool,
}

/// How much was repaired.
#[derive(Default)]
struct Repairs {
    files: usize,
    places: usize,
}

impl Fixer<'_> {
    /// Makes the repairs of a site that was checked; `again` reads and checks it after each round.
    pub(super) fn fix(
        &self,
        mut loaded: Loaded,
        mut again: impl FnMut() -> Loaded,
    ) -> Result<Loaded> {
        let mut done = Repairs::default();
        for _ in 0..ROUNDS {
            let round = self.round(&loaded)?;
            if round.files == 0 {
                break;
            }
            done.files += round.files;
            done.places += round.places;
            if self.dry_run {
                break;
            }
            loaded = again();
        }
        let Repairs { files, places } = done;
        match (files, self.dry_run) {
            (0, _) => self
                .voice
                .tell("ไม่มีอะไรที่แก้ให้ได้แน่นอน", "nothing to repair for certain"),
            (_, true) => self.voice.tell(
                format!("จะแก้ {files} ไฟล์ {places} แห่ง (ยังไม่ได้เขียน)"),
                format!("would repair {places} places in {files} files (nothing was written)"),
            ),
            (_, false) => self.voice.tell(
                format!("แก้แล้ว {files} ไฟล์ {places} แห่ง"),
                format!("repaired {places} places in {files} files"),
            ),
        }
        Ok(loaded)
    }

    /// Shows the repairs as a diff and makes them.
    fn round(&self, loaded: &Loaded) -> Result<Repairs> {
        let mut repairs = self.converted(loaded)?;
        let files = fixed(&loaded.site, &loaded.files, &loaded.findings);
        for file in files.iter().filter(|file| (self.is_asked)(&file.path)) {
            self.show(file);
            repairs.files += 1;
            repairs.places += file.places;
            if self.dry_run {
                continue;
            }
            let path = self.root.join(&*file.path);
            // Somebody may be writing in it.
            if !holds(&path, file.before.as_bytes()) {
                let path = file.path.to_string();
                return Err(refused(RefusalFault::FileChanged { path }));
            }
            replace(&path, file.after.as_bytes())?;
        }
        Ok(repairs)
    }

    fn show(&self, file: &Fixed) {
        let voice = self.voice;
        voice.stdout(&diff(&file.path, &file.before, &file.after));
        for (line, number) in &file.unseen {
            let removed = voice.say("ลบอักขระล่องหน", "removed the invisible");
            let at = voice.say("บรรทัด", "on line");
            voice.stdout(&format!("  ({removed} {number} {at} {line})\n"));
        }
    }

    /// Texts of another encoding, saved as UTF-8.
    fn converted(&self, loaded: &Loaded) -> Result<Repairs> {
        let mut repairs = Repairs::default();
        let is_other =
            |problem: &Problem| matches!(problem, Problem::Reading(ReadingFault::NotUtf8));
        for finding in &loaded.findings {
            if !is_other(&finding.problem) || !(self.is_asked)(&finding.at.path) {
                continue;
            }
            let path = self.root.join(&*finding.at.path);
            let Some((text, encoding)) = text_of_other_encoding(&path) else {
                continue;
            };
            let saved = self.voice.say("บันทึกเป็น UTF-8 จาก", "saved as UTF-8, from");
            self.voice
                .stdout(&format!("{}: {saved} {encoding}\n", finding.at.path));
            repairs.files += 1;
            repairs.places += 1;
            if !self.dry_run {
                replace(&path, text.as_bytes())?;
            }
        }
        Ok(repairs)
    }
}
