//! ำ that came apart: `ต าบล` and `ตําบล`, as text copied from a PDF has it.
//!
//! Old fonts draw ำ as two signs, and a PDF gives back a space, or ํ, and า. A word never begins
//! with า, so the space is certainly wrong; where a vowel stands before the consonant (`เข าใจ`) or
//! a tone behind the space (`บ ้าน`), something else was lost, and no repair is certain.

use super::class::{
    MOST_MARKS, is_consonant, is_lead_vowel, is_mark, is_spaced_out, is_tone, without_gap,
};
use super::fault::LetterFault;
use crate::problem::Slip;

/// ํ, the ring of ำ.
const RING: char = '\u{e4d}';

/// What is wrong at an า or ำ that does not stand directly behind a consonant.
pub(super) fn slip(text: &str, at: usize, letter: char) -> Option<LetterFault> {
    let end = at + letter.len_utf8();
    let near = marks_before(&text[..at]);
    let gap = without_gap(&text[..near]);
    let head = gap.unwrap_or(&text[..near]);
    // Marks may stand on both sides of the space.
    let far = gap.map_or(near, marks_before);
    let mut start = head.len();
    let mut marks = text[near..at].to_owned();
    if text[far..head.len()].contains(RING) {
        start = far;
        marks.insert_str(0, &text[far..head.len()]);
    }
    let has_ring = marks.contains(RING);
    let base = &text[..far];
    let certain = match letter {
        'ำ' => has_ring || gap.is_some(),
        _ if has_ring => true,
        _ => gap.is_some() && marks.is_empty() && !follows_vowel(base),
    };
    let mut tones: Vec<char> = marks.chars().filter(|mark| *mark != RING).collect();
    tones.dedup();
    let own = text[far..start].chars().chain(tones.iter().copied());
    let one_tone = own.clone().count() <= 1 && own.clone().all(is_tone);
    let carried = base.chars().next_back().is_some_and(is_consonant);
    let spaced = gap.is_some() && is_spaced_out(&text[..far], &text[end..]);
    if !certain || !one_tone || !carried || spaced {
        return None;
    }
    let meant: String = tones.into_iter().chain(['ำ']).collect();
    Some(LetterFault::new(start..end, Slip::SaraAm, meant))
}

/// Whether a vowel stands before the last consonant, or before the last two as in `เปล`: ำ is never
/// written with one.
fn follows_vowel(carrier: &str) -> bool {
    let mut letters = carrier.chars().rev();
    let (last, before) = (letters.next(), letters.next());
    let second = last.is_some_and(|last| matches!(last, 'ร' | 'ล' | 'ว'));
    before.is_some_and(is_lead_vowel)
        || (second && before.is_some_and(is_consonant) && letters.next().is_some_and(is_lead_vowel))
}

/// Where the marks at the end of a text begin.
pub(super) fn marks_before(head: &str) -> usize {
    let marks = head.chars().rev().take(MOST_MARKS);
    let marks = marks.take_while(|letter| is_mark(*letter));
    head.len() - marks.map(char::len_utf8).sum::<usize>()
}
