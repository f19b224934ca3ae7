//! The places of a text where letters are wrong.

use super::letters::{LetterFault, letters};
use super::zero::{Titles, zeros};
use crate::parse::prose::{Prose, Role};
use crate::problem::Slip;

/// The places of a text where letters are wrong and people read them.
pub(super) fn places(path: &str, text: &str, titles: &Titles) -> Vec<LetterFault> {
    let mut found = letters(text);
    found.extend(zeros(text, titles));
    if !found.is_empty() {
        let prose = Prose::of(path, text);
        found.retain(|found| is_read(&prose, found));
        found.sort_by_key(|found| found.range.start);
    }
    found
}

/// Whether people read the letters of a place; between the values of a TOML text and in an address
/// only what nobody sees is wrong.
pub(super) fn is_read(prose: &Prose<'_>, place: &LetterFault) -> bool {
    match prose.part(&place.range) {
        Role::Text => true,
        Role::Syntax => place.slip == Slip::Invisible,
        Role::Reference => false,
    }
}

/// Characters that cannot be shown, by their numbers.
pub(super) fn code_points(text: &str) -> String {
    let numbers: Vec<String> = (text.chars().take(3))
        .map(|letter| format!("U+{:04X}", u32::from(letter)))
        .collect();
    numbers.join(" ")
}
