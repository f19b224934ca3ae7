//! `oit build`: all six verbs.

use std::path::PathBuf;

use super::summary::{brief, counted};
use super::voice::Voice;
use super::{Ending, Result, failure, load_once, options, refused, shown, site_folder, work_along};
use crate::cli::{BuildArguments, Common};
use crate::pipeline::{Publication, PublishOutcome, publish};
use crate::problem::RefusalFault;
use crate::publish::{Halfway, Published, PublishedYear, inspect};
use crate::read::{Refused, bounded};

/// A checklist is no longer; a year of ten thousand documents takes a tenth of it.
const LARGEST_BASELINE: u64 = 64 << 20;

const NOTHING: (&str, &str) = (
    "ไม่ได้เขียนอะไร เว็บไซต์เดิมยังอยู่ครบ",
    "nothing was written; the published site is as it was",
);

pub(super) fn build(voice: &Voice, common: &Common, wanted: &BuildArguments) -> Result {
    let root = site_folder(common)?;
    let options = options(common, wanted.base_url.as_deref(), wanted.drafts)?;
    let out = wanted.out.clone().unwrap_or_else(|| root.join("public"));
    let manifest = inspect(&out, &root)??;
    let baseline = read_baseline(&wanted.baseline)?;
    work_along();
    let mut loaded = load_once(&root, &options);
    let publication = Publication {
        out: &out,
        manifest,
        guard: (!wanted.allow_withdraw).then_some(&baseline),
    };
    let finished = publish(&mut loaded, wanted.strict, publication);
    voice.stderr_all_findings(&loaded);
    let ending = match finished {
        Err(error) => {
            failure::tell(voice, &error);
            voice.stderr(what_stands(voice, &error));
            Ok(Ending::Failed)
        }
        Ok(PublishOutcome::Refused(problem)) => Err(problem.into()),
        Ok(PublishOutcome::Faulty) => {
            voice.stdout_unless_quiet(&counted(&loaded.findings, voice.language));
            voice.tell(NOTHING.0, NOTHING.1);
            Ok(Ending::Faulty)
        }
        Ok(PublishOutcome::Published(published)) => {
            report(voice, &published, &shown(&out));
            voice.stdout_unless_quiet(&brief(&loaded, voice.language));
            Ok(Ending::Fine)
        }
    };
    // The program ends with this, and takes everything with it faster than piece by piece.
    std::mem::forget(loaded);
    ending
}

/// The years of the checklists that were given.
fn read_baseline(files: &[PathBuf]) -> Result<Vec<PublishedYear>> {
    let years = files.iter().map(|file| {
        let refuse = |reason| {
            let path = file.display().to_string();
            refused(RefusalFault::BaselineRefused { path, reason })
        };
        let bytes = bounded(file, LARGEST_BASELINE).map_err(|why| match why {
            Refused::TooLarge => refuse(None),
            Refused::Failed(reason) => refuse(Some(reason)),
        })?;
        let text = std::str::from_utf8(&bytes).ok();
        text.and_then(PublishedYear::parse)
            .ok_or_else(|| refuse(None))
    });
    years.collect()
}

/// What is published after a failure.
fn what_stands(voice: &Voice, error: &anyhow::Error) -> &'static str {
    if error.downcast_ref::<Halfway>().is_some() {
        voice.say(
            "บางหน้าเป็นของใหม่แล้ว บางหน้ายังเป็นของเดิม ทุกหน้ายังเปิดได้ แก้สาเหตุแล้วสั่ง oit build อีกครั้ง",
            "some pages are new and some as they were, and all of them open; mend the cause and run oit build again",
        )
    } else {
        voice.say(NOTHING.0, NOTHING.1)
    }
}

fn report(voice: &Voice, published: &Published, out: &str) {
    let Published {
        new,
        changed,
        withdrawn,
        unchanged,
    } = published;
    voice.tell(
        format!(
            "เผยแพร่ลง {out} แล้ว: ใหม่ {new} · เปลี่ยน {changed} · ถอนออก {withdrawn} · คงเดิม {unchanged} ไฟล์"
        ),
        format!(
            "published to {out}: {new} new · {changed} changed · {withdrawn} withdrawn · {unchanged} unchanged files"
        ),
    );
}
