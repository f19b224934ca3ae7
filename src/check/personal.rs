//! No text of the site and no file name holds personal data that nobody has the right to publish.
//!
//! Evidence is scanned where it is read. Texts are scanned as they were written and as they are shown, comments and
//! drafts included: the folder itself is often kept where others can see it.

use std::ops::Range;

use memchr::memchr3_iter;

use super::checked::Checked;
use crate::files::{SitePath, file_name, folder_of};
use crate::parse::front_matter::body_of;
use crate::parse::markdown::ShownText;
use crate::problem::{Diagnostic, Diagnostics, PersonalFault};
use crate::span::Span;
use crate::thai::citizen_number::{DIGITS, citizen_numbers};
use crate::thai::digits::has_at_least;
use crate::thai::personal::{Personal, personal};

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let names = checked.files.entries.keys().chain(&checked.files.folders);
    for name in names.filter(|name| !name.starts_with("themes/")) {
        in_name(name, findings);
    }
}

/// The personal data in a text, as it is written and as it is shown: signs may stand in a number that no page
/// shows, as in `1-23**45**-67890-12-1`.
pub(super) fn of_text(path: &SitePath, text: &str) -> Diagnostics {
    let mut found = personal(text);
    if path.ends_with(".md") {
        let body = body_of(path, text);
        let hidden = shown_only(&text[body.clone()], body.start, &found);
        found.extend(hidden);
    }
    let found = found.into_iter().map(|(range, found)| {
        let problem = PersonalFault::Found(found);
        Diagnostic::new(problem, Span::new(path, range))
    });
    found.collect()
}

/// Whether a sign of Markdown or HTML stands among so many digits that a number may go through it. Hardly a
/// text is like this, so hardly one has to be read once more.
fn may_hide_a_number(markdown: &str) -> bool {
    const WIDEST: usize = 64;
    const NEAREST: usize = 12;
    let bytes = markdown.as_bytes();
    // The last byte of a digit, Arabic or Thai.
    let ends_digit = |byte: &u8| matches!(byte, b'0'..=b'9' | 0x90..=0x99);
    let follows_digit = |at: &usize| {
        bytes[at.saturating_sub(NEAREST)..*at]
            .iter()
            .any(ends_digit)
    };
    let signs = memchr3_iter(b'&', b'\\', b'<', bytes)
        .chain(memchr3_iter(b'*', b'_', b'`', bytes))
        .chain(memchr3_iter(b'[', b']', b'~', bytes));
    let mut around = signs.filter(follows_digit).map(|at| {
        let boundary = |at: usize| (at..bytes.len()).find(|at| markdown.is_char_boundary(*at));
        let start = boundary(at.saturating_sub(WIDEST));
        let end = boundary((at + WIDEST).min(bytes.len()));
        &markdown[start.unwrap_or(at)..end.unwrap_or(bytes.len())]
    });
    around.any(|text| has_at_least(text, DIGITS))
}

/// The citizen numbers that only the page shows, of Markdown that begins at byte `base` of its file.
fn shown_only(
    markdown: &str,
    base: usize,
    written: &[(Range<usize>, Personal)],
) -> Vec<(Range<usize>, Personal)> {
    if !may_hide_a_number(markdown) {
        return Vec::new();
    }
    let shown = ShownText::of(markdown);
    let numbers = citizen_numbers(&shown.text).map(|(range, masked)| {
        let at = shown.written(&range);
        let at = base + at.start..base + at.end;
        (at, Personal::CitizenNumber { masked })
    });
    let is_new = |(at, _): &(Range<usize>, Personal)| {
        let overlaps =
            |(known, _): &(Range<usize>, Personal)| known.start < at.end && at.start < known.end;
        !written.iter().any(overlaps)
    };
    numbers.filter(is_new).collect()
}

/// Looks at the name of a file or folder; the finding is about the folder around it.
fn in_name(path: &str, findings: &mut Diagnostics) {
    for (_, found) in personal(file_name(path)) {
        let problem = PersonalFault::InFileName(found);
        let at = Span::whole(&folder_of(path).into());
        findings.push(Diagnostic::new(problem, at));
    }
}
