//! Classes of Thai letters, and how far a rule sees around a place.

pub(super) use crate::thai::numeral::is_mark;
use crate::thai::numeral::is_thai;

/// Marks of one letter that are looked at; nobody writes more.
pub(super) const MOST_MARKS: usize = 16;
/// Letters of a run that are followed, and letters of context that a rule sees: a line may be as long as
/// the file.
pub(super) const LONGEST_RUN: usize = 64;

/// ก–ฮ.
pub(super) fn is_consonant(letter: char) -> bool {
    ('ก'..='ฮ').contains(&letter)
}

/// A vowel above or below, the shortening mark among them.
pub(super) fn is_vowel_mark(letter: char) -> bool {
    matches!(letter, '\u{e31}' | '\u{e34}'..='\u{e39}' | '\u{e47}')
}

/// What stands above a vowel: the tones and ์.
pub(super) fn is_top_mark(letter: char) -> bool {
    matches!(letter, '\u{e48}'..='\u{e4c}')
}

/// The four tones.
pub(super) fn is_tone(letter: char) -> bool {
    matches!(letter, '\u{e48}'..='\u{e4b}')
}

/// เ แ โ ใ ไ, which stand before their consonant.
pub(super) fn is_lead_vowel(letter: char) -> bool {
    ('เ'..='ไ').contains(&letter)
}

/// Whether a consonant at the end of `head` and the `tail` behind a space are part of letters set
/// apart on purpose, as in a heading `ป ร ะ ก า ศ`.
pub(super) fn is_spaced_out(head: &str, tail: &str) -> bool {
    let one = |word: &str| {
        let letters = word.chars().filter(|letter| !is_mark(*letter)).count();
        letters == 1 && word.chars().all(is_thai)
    };
    let (head, tail) = (end_of(head), start_of(tail));
    let line = head.rsplit('\n').next().unwrap_or("");
    let mut before = line.rsplit([' ', '\u{a0}']);
    let own = before.next().unwrap_or("");
    let next = tail.lines().next().unwrap_or("");
    let mut after = next.split([' ', '\u{a0}']);
    let joined = after.next().unwrap_or("");
    let neighbours = [before.next(), after.next()];
    one(own) && joined.is_empty() && neighbours.into_iter().flatten().any(one)
}

/// The last letters of a text.
pub(super) fn end_of(text: &str) -> &str {
    let letters = text.char_indices().rev().take(LONGEST_RUN);
    &text[letters.last().map_or(text.len(), |(at, _)| at)..]
}

/// The first letters of a text.
pub(super) fn start_of(text: &str) -> &str {
    let after = text.char_indices().nth(LONGEST_RUN);
    &text[..after.map_or(text.len(), |(at, _)| at)]
}

/// The end of a text without its last spaces (two at most), which stand between a letter and its
/// mark; `None` where there is none or the line begins with them.
pub(super) fn without_gap(head: &str) -> Option<&str> {
    let kept = head.trim_end_matches([' ', '\u{a0}']);
    let gap = head[kept.len()..].chars().count();
    let begins = kept.is_empty() || kept.ends_with('\n');
    ((1..=2).contains(&gap) && !begins).then_some(kept)
}
