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
use crate::thai::digits::value;
use crate::thai::numeral::is_thai_letter;
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
    signs.filter(follows_digit).any(|at| {
        let (before, behind) = markdown.split_at(at);
        let before = before.chars().rev().take(WIDEST);
        let behind = behind.chars().take(WIDEST);
        digits_up_to_a_word(before, CLOSING, OPENING)
            + digits_up_to_a_word(behind, OPENING, CLOSING)
            >= DIGITS
    })
}

/// Signs of Markdown and HTML behind which stands what no page shows: an address, a name of an element.
const OPENING: [char; 2] = ['<', '('];

/// Those that end it.
const CLOSING: [char; 2] = ['>', ')'];

/// How many digits stand before the first Thai letter that a page shows.
fn digits_up_to_a_word(
    letters: impl Iterator<Item = char>,
    opening: [char; 2],
    closing: [char; 2],
) -> usize {
    let (mut digits, mut is_shown, mut is_label, mut before) = (0, true, false, ' ');
    for letter in letters {
        // What a link of `[text][label]` leads to is not shown either.
        is_label = letter != ']' && (is_label || (before, letter) == (']', '['));
        before = letter;
        if opening.contains(&letter) {
            is_shown = false;
        } else if closing.contains(&letter) {
            is_shown = true;
        } else if value(letter).is_some() {
            digits += 1;
        } else if is_shown && !is_label && is_thai_letter(letter) {
            break;
        }
    }
    digits
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

#[cfg(test)]
mod tests {
    use super::may_hide_a_number;

    #[test]
    fn only_digits_with_signs_and_no_words_between_are_read_once_more() {
        for text in [
            "เลข 1-23**45**-67890-12-1",
            "1-2345-67[890](/แผน/งาน)-12-1",
            "1-2345-67[890][แผน]-12-1",
            "[1-2345][แผน]-67890-12-1",
            "1-2345-<b title=\"ก ข\">67890</b>-12-1",
            "๑-๒๓๔๕&nbsp;๖๗๘๙๐-๑๒-๑",
            "1234567890*12*1",
        ] {
            assert!(may_hide_a_number(text), "{text}");
        }
        for text in [
            "1. [O27 แนวปฏิบัติ](/2564/o27/)\n2. [O29 สถิติ](/2564/o29/)\n3. [O7 ข่าว](/2564/o7/)",
            "วงเงิน **806,000 บาท** ตาม [ข้อ 4](/2564/o4/) ลงวันที่ 12 มกราคม 2564",
            "โทร **0 2123 4567**",
        ] {
            assert!(!may_hide_a_number(text), "{text}");
        }
    }
}
