//! The marks of footnotes in a text: where each stands first, and whether a text says what it stands for.

use std::collections::HashMap;

/// A mark of a footnote.
pub(super) struct FootnoteMark {
    /// Where it stands first.
    pub(super) first: usize,
    /// Whether a text says what it stands for.
    pub(super) is_defined: bool,
}

/// The marks of the footnotes of a text, by what stands in their brackets.
pub(super) fn marks(text: &str) -> HashMap<&str, FootnoteMark> {
    const LONGEST: usize = 64;
    let mut marks = HashMap::new();
    for (at, _) in text.match_indices("[^") {
        let mut letters = text[at + 1..].char_indices().take(LONGEST);
        let end = letters.find(|(_, letter)| matches!(letter, ']' | '\n'));
        if let Some((length, ']')) = end {
            let end = at + 1 + length;
            let mark = marks.entry(&text[at + 1..end]).or_insert(FootnoteMark {
                first: at,
                is_defined: false,
            });
            mark.is_defined |= text[end + 1..].starts_with(':');
        }
    }
    marks
}
