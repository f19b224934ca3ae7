//! Files that lie in a folder and are no evidence: shortcuts, pointers into a cloud, what programs leave behind.
//!
//! In: a name, and whether the document it was copied from is there. Out: a fault that says what to put in its place,
//! or none. Told by names alone, because that is all that such files have in common; published, each would count for
//! the document that it stands for.

use super::names::document_stem;
use crate::files::ending;
use crate::problem::FolderFault;

/// Endings of files that lead to another file on the computer they were made on.
const SHORTCUTS: [&str; 7] = [
    "lnk", "url", "webloc", "desktop", "website", "symlink", "alias",
];

/// Endings of files that lead to a document in a cloud, and hold nothing of it.
const POINTERS: [&str; 15] = [
    "gdoc", "gsheet", "gslides", "gform", "gdraw", "gmap", "gsite", "gjam", "glink", "gscript",
    "gtable", "gnote", "icloud", "boxnote", "paper",
];

/// Endings of copies that a program makes while it works, and of downloads that did not end.
const LEFTOVERS: [&str; 17] = [
    "tmp",
    "temp",
    "bak",
    "old",
    "orig",
    "wbk",
    "xlk",
    "asd",
    "swp",
    "crdownload",
    "part",
    "partial",
    "download",
    "opdownload",
    "filepart",
    "aria2",
    "gstmp",
];

/// Endings before the last of files that a server or browser would run all the same: those are refused, not passed
/// over.
const RUN: [&str; 9] = [
    "html", "htm", "xhtml", "shtml", "php", "asp", "aspx", "jsp", "js",
];

/// How a cloud names the computer on which the other copy was made.
const COMPUTERS: [&str; 6] = ["laptop-", "desktop-", "pc-", "win-", "macbook", "notebook-"];

/// Words that stand before the name of what was copied.
pub(super) const COPY_OF: [&str; 2] = ["สำเนาของ", "Copy of"];

/// Words by which clouds and systems mark a copy.
const COPIES: [&str; 6] = [
    "- copy",
    "- สำเนา",
    "conflicted copy",
    "sync-conflict",
    "สำเนาที่ขัดแย้ง",
    "สำเนาของ",
];

/// What a file beside documents is, where it is none that can be published.
pub fn leftover(name: &str) -> Option<FolderFault> {
    let ending = ending(name).to_lowercase();
    let is_one_of = |endings: &[&str]| endings.contains(&ending.as_str());
    if is_one_of(&SHORTCUTS) {
        Some(FolderFault::Shortcut)
    } else if is_one_of(&POINTERS) {
        Some(FolderFault::CloudPointer { ending })
    } else if is_run(name) {
        None
    } else if is_one_of(&LEFTOVERS) || name.ends_with('~') || name.starts_with("~WR") {
        Some(FolderFault::Leftover)
    } else {
        None
    }
}

/// Whether a name has such an ending before its last.
fn is_run(name: &str) -> bool {
    let before = name.rsplit('.').skip(1);
    before
        .map(str::to_lowercase)
        .any(|ending| RUN.contains(&ending.as_str()))
}

/// Whether a document is a copy that a cloud or the clerk's computer made of another: `has` says which stems stand
/// beside it. `index` is asked of nobody, because every folder has it or ought to.
pub(super) fn copied_from(name: &str, has: impl Fn(&str) -> bool) -> Option<String> {
    let stem = document_stem(name)?;
    // A system that hides endings lets people type one twice.
    if let Some(inner) = document_stem(stem).filter(|inner| is_index(inner) || has(inner)) {
        return Some(format!("{inner}{}", &name[stem.len()..]));
    }
    let before = COPY_OF.iter().find_map(|words| stem.strip_prefix(words));
    if let Some(original) = before.map(str::trim).filter(|original| has(original)) {
        return Some(format!("{original}{}", &name[stem.len()..]));
    }
    let cut = copy_mark(stem).or_else(|| kept(stem))?;
    let original = stem.get(..cut)?.trim_end_matches([' ', '.', '-', '(', '_']);
    // Of another document the old one may be published on purpose.
    let is_known = is_index(original) || copy_mark(stem).is_some() && has(original);
    is_known.then(|| format!("{original}{}", &name[stem.len()..]))
}

/// Whether a name is that of the lead document.
fn is_index(stem: &str) -> bool {
    stem.eq_ignore_ascii_case("index")
}

/// Words behind the name of a document that people keep beside the new one. Behind a sign alone: `plan-old` is one, and
/// `household` is none.
const KEPT: [&str; 12] = [
    "copy",
    "old",
    "backup",
    "back-up",
    "bak",
    "orig",
    "original",
    "สำเนา",
    "เก่า",
    "เดิม",
    "สำรอง",
    "อันเก่า",
];

/// Where such a word begins, with the sign before it.
fn kept(stem: &str) -> Option<usize> {
    let folded = stem.to_lowercase();
    let without_number =
        folded.trim_end_matches(|c: char| c.is_ascii_digit() || "_- ()".contains(c));
    let mut words = KEPT.iter();
    words.find_map(|word| {
        let before = without_number.strip_suffix(word)?;
        let original = before.trim_end_matches([' ', '-', '_', '.']);
        let is_apart = original.len() < before.len() && !original.is_empty();
        (is_apart && stem.is_char_boundary(original.len())).then_some(original.len())
    })
}

/// Where the mark of a copy begins in a name without its ending.
pub(super) fn copy_mark(stem: &str) -> Option<usize> {
    let folded = stem.to_lowercase();
    let is_copy = COPIES.iter().any(|mark| folded.contains(mark));
    let bracket = folded.find(" (");
    let cut = [
        // Dropbox writes whose copy it is before it says so.
        bracket.filter(|at| is_copy || folded.get(at + 1..).is_some_and(is_number_in_brackets)),
        COPIES.iter().find_map(|mark| folded.find(mark)),
        COMPUTERS
            .iter()
            .find_map(|name| folded.find(&format!("-{name}"))),
    ];
    // Small letters may be longer than capital ones, as in `İ`: a place in the one is none in the other.
    cut.into_iter()
        .flatten()
        .min()
        .filter(|at| stem.is_char_boundary(*at))
}

/// `(2)`, as a browser or the system writes behind the name of a second copy.
fn is_number_in_brackets(text: &str) -> bool {
    let inside = text.strip_prefix('(').and_then(|t| t.strip_suffix(')'));
    inside.is_some_and(|inside| {
        !inside.is_empty() && inside.len() < 3 && inside.bytes().all(|b| b.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::{copied_from, leftover};

    #[test]
    fn what_is_no_evidence() {
        for name in [
            "แผน.lnk",
            "แผน - Shortcut.LNK",
            "ลิงก์.url",
            "แผน.gdoc",
            "งบ.gsheet",
            "~WRL3245.tmp",
            "~WRD0001.tmp",
            "index.md.bak",
            "แผน.pdf.crdownload",
            "แผน.pdf.part",
            "แผน.docx~",
        ] {
            assert!(leftover(name).is_some(), "{name}");
        }
        for name in [
            "แผน.pdf",
            "a.part1.rar",
            "tmp",
            "แผน.bak.pdf",
            "url.docx",
            "a.html.bak",
        ] {
            assert!(leftover(name).is_none(), "{name}");
        }
    }

    #[test]
    fn copies_of_documents() {
        let has = |stem: &str| stem == "plan";
        for (name, original) in [
            ("index (2).md", Some("index.md")),
            ("index - Copy.md", Some("index.md")),
            ("index - Copy (3).md", Some("index.md")),
            ("index - สำเนา.md", Some("index.md")),
            ("index-LAPTOP-AB12.md", Some("index.md")),
            ("index-DESKTOP-7K2.md", Some("index.md")),
            (
                "index.sync-conflict-20230131-120000-ABC.md",
                Some("index.md"),
            ),
            (
                "index (somchai's conflicted copy 2023-01-31).md",
                Some("index.md"),
            ),
            ("plan (1).md", Some("plan.md")),
            ("สำเนาของ plan.md", Some("plan.md")),
            ("Copy of plan.md", Some("plan.md")),
            ("index copy.md", Some("index.md")),
            ("index copy 2.md", Some("index.md")),
            ("index-old.md", Some("index.md")),
            ("index_backup.md", Some("index.md")),
            ("index.bak.md", Some("index.md")),
            ("index-เก่า.md", Some("index.md")),
            ("index.md.md", Some("index.md")),
            ("plan_old.md", None),
            ("plan.md.md", Some("plan.md")),
            ("household.md", None),
            ("report-old.md", None),
            ("แผนเดิม.md", None),
            ("old.md", None),
            ("สำเนาของ report.md", None),
            ("report (1).md", None),
            ("index-2566.md", None),
            ("index.md", None),
            ("แผน (ฉบับแก้ไข).md", None),
            ("plan - Copy.pdf", None),
        ] {
            assert_eq!(copied_from(name, has).as_deref(), original, "{name}");
        }
    }
}
