//! Vowel and tone marks: in the wrong order, doubled, set apart from their letter, or where no
//! letter can carry them.
//!
//! A consonant carries at most one vowel above or below it and one tone (or ์) above that, typed in
//! this order. Other spellings are repaired where the marks themselves say what was meant. Signs of
//! Pali and of the smaller languages that are written in Thai letters (ฺ ๎ ํ) are left alone.

use super::class::{
    MOST_MARKS, is_consonant, is_lead_vowel, is_mark, is_spaced_out, is_tone, is_top_mark,
    is_vowel_mark, without_gap,
};
use super::fault::LetterFault;
use super::sara_am::marks_before;
use crate::problem::Slip;
use crate::thai::numeral::{is_thai, is_thai_digit};

const NIKHAHIT: char = '\u{e4d}';

/// What is wrong at a mark that does not fit the letter before it.
pub(super) fn slip(text: &str, at: usize) -> Option<LetterFault> {
    let start = marks_before(&text[..at]);
    let rest = text[at..].chars().take(MOST_MARKS);
    let marks = rest.take_while(|letter| is_mark(*letter));
    let end = at + marks.map(char::len_utf8).sum::<usize>();
    let run = &text[start..end];
    let next = text[end..].chars().next().unwrap_or('\n');
    // ํ before า is half of ำ: see `sara_am`.
    if run.contains(NIKHAHIT) && matches!(next, 'า' | 'ำ') {
        return None;
    }
    let head = &text[..start];
    let base = head.chars().next_back().unwrap_or('\n');
    let stray = || Some(LetterFault::new(start..end, Slip::StrayMark, None));
    match base {
        base if is_consonant(base) => ordered(run).map_or_else(stray, |meant| {
            (meant != run).then(|| LetterFault::new(start..end, Slip::MarkOrder, meant))
        }),
        'า' | 'ะ' | 'ำ' => behind_vowel(text, start..end, base).map_or_else(stray, Some),
        ' ' | '\u{a0}' => behind_gap(text, start..end, next),
        // Two lines of Thai join on the page, so that the mark finds its letter.
        '\n' => {
            let above = head.trim_end().chars().next_back();
            let joins =
                above.is_some_and(is_thai) && !head.trim_end_matches('\r').ends_with("\n\n");
            (!joins).then(stray).flatten()
        }
        base if base.is_ascii_alphabetic() => {
            // A Latin letter inside a Thai word is the fault then, not the mark.
            let mut letters = head.chars().rev().skip(1);
            let inside = letters.next().is_some_and(is_thai);
            (!inside).then(stray).flatten()
        }
        base if base.is_ascii_digit() || is_thai_digit(base) => stray(),
        base if is_lead_vowel(base) || matches!(base, 'ๆ' | 'ฯ') => stray(),
        _ => None,
    }
}

/// An า or ำ that no consonant carries: behind a space, or at the start of a line.
pub(super) fn aa(text: &str, at: usize, before: char) -> Option<LetterFault> {
    let letter = text[at..].chars().next()?;
    let range = at..at + letter.len_utf8();
    if letter == 'ำ' && before == 'ำ' {
        return Some(LetterFault::new(range, Slip::MarkOrder, String::new()));
    }
    let head = without_gap(&text[..at])?;
    let last = head.chars().next_back().filter(|letter| is_thai(*letter))?;
    let spaced = is_spaced_out(head, &text[range.end..]);
    (!spaced && last != 'ะ').then(|| LetterFault::new(range, Slip::StrayMark, None))
}

/// The marks of one consonant, each once and in order; `None` where they contradict each other.
fn ordered(run: &str) -> Option<String> {
    let mut marks: Vec<char> = Vec::new();
    for mark in run.chars() {
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    let count = |is: fn(char) -> bool| marks.iter().filter(|mark| is(**mark)).count();
    let others = marks.len() - count(is_vowel_mark) - count(is_top_mark);
    if others > 0 {
        // Whatever they mean, they mean it in this order.
        return Some(run.to_owned());
    }
    let agree = count(is_vowel_mark) <= 1 && count(is_top_mark) <= 1;
    marks.sort_by_key(|mark| is_top_mark(*mark));
    agree.then(|| marks.into_iter().collect())
}

/// Marks typed behind the vowel that follows their consonant: `นำ้`, `วา่`, `คะ่`, `กาํ`.
fn behind_vowel(text: &str, run: std::ops::Range<usize>, vowel: char) -> Option<LetterFault> {
    let start = run.start - vowel.len_utf8();
    let head = &text[..start];
    let own = head.chars().next_back().filter(|letter| is_tone(*letter));
    let carrier = head.trim_end_matches(is_tone).chars().next_back()?;
    let ring = text[run.clone()].contains(NIKHAHIT);
    let mut tones: Vec<char> = text[run.clone()]
        .chars()
        .filter(|m| *m != NIKHAHIT)
        .collect();
    tones.dedup();
    let one = tones.len() <= 1
        && tones
            .iter()
            .all(|tone| is_tone(*tone) && own.is_none_or(|o| o == *tone));
    if !one || !is_consonant(carrier) || (ring && vowel == 'ะ') {
        return None;
    }
    let is_am = ring || vowel == 'ำ';
    let tone = tones.first().filter(|_| own.is_none()).copied();
    let vowel = if is_am { 'ำ' } else { vowel };
    let meant: String = tone.into_iter().chain([vowel]).collect();
    let slip = if ring { Slip::SaraAm } else { Slip::MarkOrder };
    Some(LetterFault::new(start..run.end, slip, meant))
}

/// Marks behind a space: `ที ่`, `ก ่อน`. Before า the space may stand for half of ำ, so that
/// `น ้า` may be น้า or น้ำ.
fn behind_gap(text: &str, run: std::ops::Range<usize>, next: char) -> Option<LetterFault> {
    let stray = || Some(LetterFault::new(run.clone(), Slip::StrayMark, None));
    let Some(head) = without_gap(&text[..run.start]) else {
        return stray();
    };
    if is_spaced_out(head.trim_end_matches(is_mark), &text[run.end..]) {
        return None;
    }
    let marks = &text[run.clone()];
    let start = marks_before(head);
    let carrier = text[..start].chars().next_back().unwrap_or('\n');
    let whole = format!("{}{marks}", &head[start..]);
    let fits = is_consonant(carrier) && ordered(&whole).is_some_and(|meant| meant == whole);
    // น ้ำ is found at ำ, where both marks are seen.
    if next == 'ำ' && fits && start == head.len() {
        return None;
    }
    if !fits || next == 'า' {
        return stray();
    }
    Some(LetterFault::new(
        head.len()..run.end,
        Slip::MarkOrder,
        marks.to_owned(),
    ))
}
