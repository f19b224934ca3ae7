//! `oit rollover --apply` and `--undo`: a year moved to the numbers of its list, and back.

use std::path::Path;
use std::sync::Arc;

use super::words::RolloverReport;
use super::{newest_list, provisional_list};
use crate::cli::RolloverArguments;
use crate::command::{Ending, Result, refused};
use crate::files::{Entry, Files, SitePath};
use crate::model::{Framework, typed_date};
use crate::parse::framework::framework;
use crate::pipeline::{Loaded, Options, assembled};
use crate::problem::{RefusalFault, RolloverRefusal};
use crate::publish::{KeptYear, RenumberingState, StagedYear};
use crate::read::optional_text;
use crate::rollover::Trees;
use crate::rollover::mark::{misplaced_by, stands_by};
use crate::rollover::renumber::{Lists, Renumbering, renumbering};

/// Finishes what was cut off, where that is asked for; nothing else is done before.
pub(super) fn go_on(
    report: &RolloverReport<'_>,
    root: &Path,
    wanted: &RolloverArguments,
) -> Result<()> {
    let Some((kept, state)) = KeptYear::last(root, &report.to.to_string()) else {
        return Ok(());
    };
    let undoing = match state {
        RenumberingState::Done => return Ok(()),
        RenumberingState::Begun => false,
        RenumberingState::BeingUndone => true,
    };
    if undoing || !wanted.apply || wanted.dry_run {
        return Err(refusal(report, RolloverRefusal::Unfinished { undoing }));
    }
    finish(report, &kept)
}

/// Works out what is to be done for a year whose folders stand by another list than its own.
pub(super) fn plan(
    report: &RolloverReport<'_>,
    root: &Path,
    loaded: &Loaded,
    options: &Options,
    trees: Trees<'_>,
) -> Result<Renumbering> {
    let (from, to) = (report.from, report.to);
    let (path, before) = provisional_list(loaded, from, from, to);
    let mut lists: Vec<(String, Option<Framework>)> = vec![(before, None)];
    let base = newest_list(loaded, from, to);
    if base != from {
        let (_, text) = provisional_list(loaded, base, from, to);
        let (tree, _) = framework(&path, &text, to);
        lists.push((text, Some(tree)));
    }
    for list in KeptYear::lists(root, &to.to_string()).into_iter().rev() {
        if let Ok(Some(text)) = optional_text(&list) {
            let (tree, _) = framework(&path, &text, to);
            lists.push((text, Some(tree)));
        }
    }
    let stands = |tree: &Framework| stands_by(&loaded.files, to, tree);
    let mut known = lists
        .iter()
        .map(|(text, tree)| (text, tree.as_ref().unwrap_or(trees.old)));
    let Some((text, old)) = known.find(|(_, tree)| stands(tree)) else {
        let folders = misplaced_by(&loaded.files, to, trees.old).into_iter();
        let folders = folders.filter_map(|one| {
            let name = one.number?.folder_name();
            Some((one.folder.to_string(), name))
        });
        let why = RolloverRefusal::Unclear(folders.collect());
        return Err(refusal(report, why));
    };
    let files = with_list(&loaded.files, &path, text);
    let site = assembled(&files, options);
    let lists = Lists {
        before: trees.old,
        old,
        new: trees.new,
    };
    let day = typed_date(options.judgement.as_of);
    Ok(renumbering(&site, &files, lists, &day))
}

/// The site as it was read by another list of a year.
fn with_list(files: &Files, path: &SitePath, text: &str) -> Files {
    let mut files = files.clone();
    files
        .entries
        .retain(|found, _| !found.eq_ignore_ascii_case(path));
    let entry = Entry::Text(Arc::from(text));
    files.entries.insert(path.clone(), entry);
    files
}

/// Says what is to be done, and does it where that is asked for: then there is no ending yet.
pub(super) fn renumber(
    report: &RolloverReport<'_>,
    root: &Path,
    renumbering: &Renumbering,
    wanted: &RolloverArguments,
) -> Result<Option<Ending>> {
    report.renumbering(renumbering, wanted);
    match (wanted.apply, wanted.dry_run) {
        (false, _) => Ok(Some(Ending::Faulty)),
        (true, true) => Ok(Some(Ending::Fine)),
        (true, false) => apply(report, root, renumbering).map(|()| None),
    }
}

/// Does it, or leaves everything as it was.
fn apply(report: &RolloverReport<'_>, root: &Path, renumbering: &Renumbering) -> Result<()> {
    let year = report.to.to_string();
    let place = |path: &str| renumbering.places.of(path);
    let (kept, left) = match KeptYear::stage(root, &year, &place, &renumbering.texts)? {
        StagedYear::Whole(kept, left) => (kept, left),
        StagedYear::Changed(path) => {
            let path = path.to_string();
            return Err(refused(RefusalFault::FileChanged { path }));
        }
    };
    report.left_behind(&left);
    finish(report, &kept)
}

fn finish(report: &RolloverReport<'_>, kept: &KeptYear) -> Result<()> {
    kept.put_in_place()?;
    let changed = kept.finish()?;
    report.changed_meanwhile(&changed);
    report.applied(&kept.path());
    Ok(())
}

/// Puts the year back as it was.
pub(super) fn undo(report: &RolloverReport<'_>, root: &Path) -> Result {
    let Some((kept, state)) = KeptYear::last(root, &report.to.to_string()) else {
        return Err(refusal(report, RolloverRefusal::NothingToUndo));
    };
    if state == RenumberingState::Begun {
        // What was begun is whole, and taken back as a whole.
        kept.put_in_place()?;
        kept.finish()?;
    }
    let (undone, changed) = kept.undo()?;
    report.changed_meanwhile(&changed);
    report.undone(&undone);
    Ok(Ending::Fine)
}

fn refusal(report: &RolloverReport<'_>, why: RolloverRefusal) -> crate::command::Stop {
    refused(RefusalFault::RolloverRefused {
        years: format!("{} {}", report.from, report.to),
        why,
        meant: None,
    })
}
