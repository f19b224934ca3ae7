//! `oit build`: all six verbs.

use std::path::PathBuf;

use super::place::refuse_impossible;
use super::summary::{brief, counted};
use super::voice::Voice;
use super::{
    Ending, Result, below_here, failure, for_machines, load_once, options, refused, shown,
    site_folder, work_along,
};
use crate::cli::{BuildArguments, Common, FormatArgument};
use crate::files::{ending, path_text};
use crate::model::{ItemNumber, address};
use crate::pipeline::{Publication, PublishOutcome, publish};
use crate::problem::{OutputRefusal, Problem, RefusalFault};
use crate::publish::{Halfway, OutputChange, Published, PublishedYear, adopt, inspect};
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
    if let Some(out) = &wanted.out {
        refuse_impossible("--out", out)?;
    }
    let manifest = match inspect(&out, &root)? {
        Err(problem) if wanted.adopt && is_lost(&problem) => Some(adopt(&out)?),
        inspected => inspected?,
    };
    let baseline = read_baseline(&wanted.baseline)?;
    work_along();
    let mut loaded = load_once(&root, &options);
    let publication = Publication {
        out: &out,
        manifest,
        guard: (!wanted.allow_withdraw).then_some(&baseline),
    };
    let finished = publish(&mut loaded, wanted.strict, publication);
    if wanted.format == FormatArgument::Text {
        voice.stderr_all_findings(&loaded);
    } else {
        for_machines(voice, &loaded.findings, &loaded.files, &below_here(&root));
    }
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

/// Whether a folder is refused only because its list of files was lost.
fn is_lost(problem: &Problem) -> bool {
    let Problem::Refusal(RefusalFault::OutputRefused { why, .. }) = problem else {
        return false;
    };
    *why == OutputRefusal::ManifestLost
}

/// The years of the checklists that were given.
fn read_baseline(files: &[PathBuf]) -> Result<Vec<PublishedYear>> {
    let years = files.iter().map(|file| {
        let refuse = |reason| {
            let path = path_text(file);
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
        outputs,
        left,
    } = published;
    voice.tell(
        format!(
            "สร้างไว้ใน {out} แล้ว ยังไม่ได้นำขึ้นเว็บ: ใหม่ {new} · เปลี่ยน {changed} · ถอนออก {withdrawn} · คงเดิม {unchanged} ไฟล์"
        ),
        format!(
            "built in {out}, not on the web yet: {new} new · {changed} changed · {withdrawn} withdrawn · {unchanged} unchanged files"
        ),
    );
    for line in by_item(voice, outputs) {
        voice.stdout_unless_quiet(&line);
    }
    if !left.is_empty() {
        let count = left.len();
        voice.tell(
            format!("มี {count} ไฟล์ในโฟลเดอร์นี้ที่โปรแกรมไม่ได้สร้าง จึงไม่แตะต้อง ลบเองถ้าไม่ใช้แล้ว:"),
            format!("{count} files in this folder are none that oit makes, and were left alone; delete what is not needed:"),
        );
        for name in left {
            voice.stdout_unless_quiet(&format!("  {name}"));
        }
    }
}

/// Addresses that are named; a first publication of a year has too many to read.
const NAMED: usize = 10;

/// The addresses of items that came, changed or went, a line each. Of pages only those that came or went: a page
/// changes with its neighbours.
fn by_item(voice: &Voice, outputs: &[(String, OutputChange)]) -> Vec<String> {
    let mut named = Vec::new();
    for (name, change) in outputs {
        let mut parts = name.splitn(3, '/');
        let (Some(year), Some(item), Some(rest)) = (parts.next(), parts.next(), parts.next())
        else {
            continue;
        };
        let Some(item) = ItemNumber::parse(item).filter(|_| year.parse::<u16>().is_ok()) else {
            continue;
        };
        let word = match change {
            OutputChange::New => voice.say("ใหม่", "new"),
            OutputChange::Changed if ending(rest) == "html" => continue,
            OutputChange::Changed => voice.say("เปลี่ยน", "changed"),
            OutputChange::Withdrawn => voice.say("ถอนออก", "withdrawn"),
        };
        let page = name.strip_suffix("index.html").unwrap_or(name);
        named.push(format!(
            "  {} {word}: {}",
            item.label(),
            address::of_output(page)
        ));
    }
    let more = named.len().saturating_sub(NAMED);
    named.truncate(NAMED);
    if more > 0 {
        named.push(voice.say(
            format!("  และอีก {more} ที่อยู่"),
            format!("  and {more} more addresses"),
        ));
    }
    named
}
