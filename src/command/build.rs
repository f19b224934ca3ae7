//! `oit build`: all six verbs.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::voice::Voice;
use super::{Ending, options, site_folder};
use crate::cli::Common;
use crate::diagnostic::emit;
use crate::pipeline::{Destination, finish, load};
use crate::write::{Published, inspect};

/// What `build` was asked for.
pub(super) struct Wanted {
    pub(super) out: Option<PathBuf>,
    pub(super) base_url: Option<String>,
    pub(super) drafts: bool,
    pub(super) strict: bool,
}

pub(super) fn build(voice: &Voice, common: &Common, wanted: &Wanted) -> Result<Ending> {
    let root = match site_folder(common)? {
        Ok(root) => root,
        Err(problem) => return Ok(Ending::Refused(problem)),
    };
    let options = options(
        common,
        wanted.base_url.as_deref(),
        wanted.drafts,
        wanted.strict,
    )?;
    let out = wanted.out.clone().unwrap_or_else(|| root.join("public"));
    let manifest = match inspect(&out, &root)? {
        Ok(manifest) => manifest,
        Err(problem) => return Ok(Ending::Refused(problem)),
    };
    let mut loaded = load(&root, &options);
    let progress = voice.progress();
    let destination = Destination::Folder(&out, manifest);
    let finished = finish(&root, &mut loaded, &options, destination, &progress);
    voice.findings(&loaded.findings, &loaded.files);
    match finished? {
        Err(problem) => Ok(Ending::Refused(problem)),
        Ok(None) => {
            voice.result(voice.say(
                "ไม่ได้เขียนอะไร เว็บไซต์เดิมยังอยู่ครบ",
                "nothing was written; the published site is as it was",
            ));
            Ok(Ending::Faulty)
        }
        Ok(Some(published)) => {
            report(voice, &published, &shown(&out));
            report_status(voice, &loaded.site);
            Ok(Ending::Fine)
        }
    }
}

fn report(voice: &Voice, published: &Published, out: &str) {
    let Published {
        new,
        changed,
        withdrawn,
        unchanged,
    } = published;
    let line = match voice.language {
        crate::diagnostic::Language::Thai => format!(
            "เผยแพร่ลง {out} แล้ว: ใหม่ {new} · เปลี่ยน {changed} · ถอนออก {withdrawn} · คงเดิม {unchanged} ไฟล์"
        ),
        crate::diagnostic::Language::English => format!(
            "published to {out}: {new} new · {changed} changed · {withdrawn} withdrawn · {unchanged} unchanged files"
        ),
    };
    voice.result(&line);
}

/// A folder or file as people know it: from where they stand, if it is below.
pub(super) fn shown(folder: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let inside = folder.strip_prefix(&here).unwrap_or(folder);
    let inside = inside.strip_prefix(".").unwrap_or(inside);
    inside.display().to_string()
}

/// Where the current year stands.
pub(super) fn report_status(voice: &Voice, site: &crate::model::Site) {
    if let Some(year) = site.current.and_then(|current| site.year(current)) {
        voice.result(&emit::status(year, voice.language));
    }
}
