//! What evidence files really are: whether readers can open them, and what is in them.
//!
//! A file gets one finding about its opening at most, the gravest: what cannot be opened need not be
//! searchable too.

use std::collections::{HashMap, HashSet};

use super::{browser, ending};
use crate::check::checked::Checked;
use crate::model::{Condition, Document, Evidence, Facts, FileKind, Standing, TextLayer};
use crate::parse::reference::canonical;
use crate::problem::{
    Diagnostic, Diagnostics, EvidenceFault, PersonalFault, Problem, SheetFault, Unsearchable,
};
use crate::span::Span;

/// A photograph of a page needs no more, in bytes; what a telephone takes has mostly less.
const LARGE_PICTURE: u64 = 5 << 20;

/// Endings of tables.
const TABLES: [&str; 4] = ["csv", "tsv", "xlsx", "ods"];

/// A megabyte, as `max_file_mb` counts them.
const MB: u64 = 1 << 20;

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let told = told_as_tables(checked);
    let beside = beside(checked);
    for file in &checked.site.evidence {
        if !checked.site.is_published(file) && !is_why_nothing_counts(checked, file) {
            continue;
        }
        let mut found = |problem| {
            let finding = Diagnostic::whole(problem, &file.path);
            findings.push(match file.item {
                Some((year, item)) => finding.about(year, item),
                None => finding,
            });
        };
        let facts = checked.facts.get(&file.path);
        let runs = browser::judge(&file.output, facts);
        let kind = facts.map(|facts| facts.kind);
        let program = ending::is_program(&file.name, kind).then_some(EvidenceFault::Program);
        let pointer = (kind == Some(FileKind::LfsPointer)).then_some(EvidenceFault::GitPointer);
        let fault = runs.or(program).or(pointer).or_else(|| match facts {
            None => by_size(checked, file),
            Some(facts) => opening(file, facts, &beside),
        });
        if let Some(fault) = fault.filter(|_| !told.contains(&canonical(&file.path))) {
            found(Problem::Evidence(fault));
        }
        for personal in facts.into_iter().flat_map(|facts| &facts.personal) {
            found(Problem::Personal(PersonalFault::InFile(personal.clone())));
        }
    }
}

/// Whether a file is empty and its document says nothing without it.
fn is_why_nothing_counts(checked: &Checked<'_>, file: &Evidence) -> bool {
    let is_stub = |owner| checked.site.document(owner).standing == Standing::Stub;
    file.bytes == 0 && file.owners.iter().copied().any(is_stub)
}

/// Files that a document shows as a table, or takes rows from, and that could not be read: that has been said.
fn told_as_tables(checked: &Checked<'_>) -> HashSet<String> {
    let is_told = |at: &Span| {
        checked.earlier.iter().any(|finding| {
            let about_table = matches!(
                finding.problem,
                Problem::Sheet(
                    SheetFault::TableUnreadable { .. }
                        | SheetFault::TableEmpty
                        | SheetFault::TableEnding { .. }
                )
            );
            about_table && finding.at == *at
        })
    };
    let tables = checked.site.documents.iter().flat_map(Document::tables);
    let untold = tables.filter(|(table, sheet)| sheet.is_none() && is_told(&table.path.at));
    let untold = untold.map(|(table, _)| &table.path);
    let rows = checked.site.documents.iter();
    let rows = rows.flat_map(|document| &document.rows);
    let rows = rows.map(|rows| &rows.path).filter(|path| is_told(&path.at));
    let told = untold.chain(rows);
    told.map(|path| canonical(&path.value)).collect()
}

/// What can be said of a file that was not read.
fn by_size(checked: &Checked<'_>, file: &Evidence) -> Option<EvidenceFault> {
    let most_mb = checked.site.config.max_file_mb;
    if checked.files.bytes(&file.path)? == 0 {
        Some(EvidenceFault::Empty)
    } else if file.bytes > most_mb * MB {
        let mb = file.bytes.div_ceil(MB);
        Some(EvidenceFault::TooLarge { mb, most_mb })
    } else {
        Some(EvidenceFault::Unsearchable(Unsearchable::TooMuch))
    }
}

/// The gravest thing that stands between a reader and a file.
fn opening(file: &Evidence, facts: &Facts, beside: &Beside) -> Option<EvidenceFault> {
    let same = || beside.get(&stem(&file.path)).into_iter().flatten();
    let ending = ending::of(&file.name);
    if let Some(fault) = ending::judge(&file.name, &ending, facts.kind) {
        return Some(fault);
    }
    match facts.condition {
        Condition::Damaged => return Some(EvidenceFault::Damaged),
        Condition::Locked => return Some(EvidenceFault::Locked),
        Condition::Sound => {}
    }
    if let Some((kind, instead)) = ending::unopened(facts.kind, &ending) {
        let opens = |kind| kind != FileKind::Unknown && ending::unopened(kind, "").is_none();
        let fault = EvidenceFault::Kind { kind, instead };
        return (!same().any(|(kind, _)| opens(*kind))).then_some(fault);
    }
    let unsearchable = |why| Some(EvidenceFault::Unsearchable(why));
    match facts.text {
        TextLayer::None | TextLayer::Pictures
            if same().any(|(_, text)| *text == TextLayer::Searched) =>
        {
            None
        }
        TextLayer::None => Some(EvidenceFault::Scan),
        TextLayer::Pictures => unsearchable(Unsearchable::Pictures),
        TextLayer::Unmapped => unsearchable(Unsearchable::Unmapped),
        TextLayer::TooMuch => unsearchable(Unsearchable::TooMuch),
        TextLayer::Unread => unsearchable(Unsearchable::Unread),
        TextLayer::Inside => unsearchable(Unsearchable::Inside),
        TextLayer::Nothing => Some(EvidenceFault::Nothing),
        TextLayer::Heading => TABLES
            .contains(&&*ending)
            .then_some(EvidenceFault::HeadingOnly),
        TextLayer::Searched if facts.scanned > 0 => Some(EvidenceFault::ScannedPages {
            scanned: facts.scanned,
            pages: facts.pages.unwrap_or(facts.scanned),
        }),
        TextLayer::OtherKind if ending::is_picture(facts.kind) && file.bytes > LARGE_PICTURE => {
            let mb = file.bytes.div_ceil(MB);
            Some(EvidenceFault::LargePicture { mb })
        }
        TextLayer::Searched | TextLayer::OtherKind => None,
    }
}

/// Sound files that open everywhere, by their paths without ending: the same document may stand beside in
/// another format.
type Beside = HashMap<String, Vec<(FileKind, TextLayer)>>;

fn beside(checked: &Checked<'_>) -> Beside {
    let mut files = Beside::new();
    for (path, facts) in checked.facts {
        let is_open = ending::unopened(facts.kind, &ending::of(path)).is_none();
        if facts.condition == Condition::Sound && is_open {
            let same = files.entry(stem(path)).or_default();
            same.push((facts.kind, facts.text));
        }
    }
    files
}

fn stem(path: &str) -> String {
    let path = canonical(path);
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    format!("{folder}/{}", stem.to_lowercase())
}
