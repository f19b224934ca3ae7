//! Texts: letters that look right and are wrong, and Markdown that shows its signs.
//!
//! `letters` says what is wrong in any text and what belongs there; `prose` which parts of a file
//! are text at all. From both come the findings of this rule, and the `fix` of `oit check --fix`.

mod conflicts;
mod fix;
mod left_out;
mod letters;
mod markup;
mod names;
mod places;
mod zero;

use std::collections::HashMap;

use self::letters::LetterFault;
use self::places::{code_points, places};
use super::checked::Checked;
use crate::files::SitePath;
use crate::model::Body;
use crate::problem::{Diagnostic, Diagnostics, Slip, TextFault};
use crate::span::Span;
use crate::thai::numeral::is_thai;

pub use fix::{Fixed, fix};
pub use zero::Titles;

/// Lines of a file that are named for one slip that has to be mended by hand; the last finding
/// counts the rest. What `--fix` mends is told once a file.
const MOST_LINES: usize = 10;
/// Letters of a word that are shown on either side of the slip.
const SHOWN: usize = 12;

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    for page in &checked.site.pages {
        of_body(checked, &page.body, findings);
    }
    checked.each_document(findings, |checked, document, found| {
        for body in document.bodies() {
            of_body(checked, body, found);
        }
    });
}

pub(super) fn check_names(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let mut found = Diagnostics::new();
    names::check(checked.files, &mut found);
    findings.extend(checked.about_items(found));
}

fn of_body(checked: &Checked<'_>, body: &Body, findings: &mut Diagnostics) {
    markup::check(body, findings);
    left_out::check(checked, body, findings);
}

/// What is wrong in the letters of a text.
pub(super) fn of_file(path: &SitePath, text: &str, titles: &Titles) -> Diagnostics {
    let mut findings = Diagnostics::new();
    findings.extend(conflicts::conflicts(path, text));
    let mut kept: Vec<(LetterFault, usize)> = Vec::new();
    let mut told: HashMap<Slip, (usize, usize, usize)> = HashMap::new();
    let mut line = (0, 0);
    for found in places(path, text, titles) {
        line.1 += text[line.0..found.range.start].matches('\n').count();
        line.0 = found.range.start;
        let slip = found.slip;
        let most = if slip.is_fixable() { 1 } else { MOST_LINES };
        // How often the slip was told, at which finding last, and on which line.
        let (count, last, last_line) = told.entry(slip).or_insert((0, 0, usize::MAX));
        if *count == most || *last_line == line.1 {
            kept[*last].1 += 1;
        } else {
            (*count, *last, *last_line) = (*count + 1, kept.len(), line.1);
            kept.push((found, 0));
        }
    }
    for (found, more) in kept {
        let fault = fault(text, &found, more);
        let at = Span::new(path, found.range);
        findings.push(Diagnostic::new(fault, at));
    }
    findings
}

/// The words for a place: the word around it, as it is and as it should be.
fn fault(text: &str, place: &LetterFault, more: usize) -> TextFault {
    let LetterFault { range, slip, meant } = place;
    let head = &text[..range.start];
    let from = (head.char_indices().rev())
        .take(SHOWN)
        .take_while(|(_, letter)| is_thai(*letter))
        .last()
        .map_or(range.start, |(at, _)| at);
    let behind: String = (text[range.end..].chars())
        .take(SHOWN)
        .take_while(|letter| is_thai(*letter))
        .collect();
    let here = &text[range.clone()];
    let written = match slip {
        Slip::Invisible | Slip::OldFont | Slip::Lost => code_points(here),
        Slip::Mojibake => here.chars().take(2 * SHOWN).collect(),
        Slip::ZeroForO | Slip::Decomposed => here.to_owned(),
        _ => format!("{}{here}{behind}", &text[from..range.start]),
    };
    let meant = meant.as_ref().map(|meant| match slip {
        Slip::Mojibake | Slip::ZeroForO | Slip::Decomposed => meant.clone(),
        _ => format!("{}{meant}{behind}", &text[from..range.start]),
    });
    TextFault::Letters {
        slip: *slip,
        written,
        meant,
        more,
    }
}
