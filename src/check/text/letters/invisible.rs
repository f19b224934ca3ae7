//! Characters that nobody sees, and those that nobody can show: control and zero-width characters,
//! the private letters of old fonts, and what a conversion left in place of a letter.

use super::class::{LONGEST_RUN, end_of, start_of};
use super::fault::LetterFault;
use crate::problem::Slip;
use crate::thai::numeral::is_thai;

/// What is wrong with a letter that is neither ASCII nor Thai.
pub(super) fn slip(text: &str, at: usize, before: char, letter: char) -> Option<LetterFault> {
    let end = at + letter.len_utf8();
    if let Some(thai) = old_font(letter) {
        return Some(LetterFault::new(at..end, Slip::OldFont, thai.to_string()));
    }
    if matches!(letter, '\u{fffd}' | '\u{80}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}') {
        return Some(LetterFault::new(at..end, Slip::Lost, None));
    }
    if !is_invisible(letter) {
        return None;
    }
    let length: usize = text[at..]
        .chars()
        .take_while(|letter| is_invisible(*letter))
        .take(LONGEST_RUN)
        .map(char::len_utf8)
        .sum();
    let run = &text[at..at + length];
    let after = text[at + length..].chars().next().unwrap_or('\n');
    if !is_wrong(text, at, run, before, after) {
        return None;
    }
    // A page or line break of a word processor keeps words apart; the others do not.
    let parts = run.contains(['\u{b}', '\u{c}', '\u{2028}', '\u{2029}']);
    let space = parts && !before.is_whitespace() && !after.is_whitespace();
    let meant = if space { " " } else { "" };
    Some(LetterFault::new(
        at..at + length,
        Slip::Invisible,
        meant.to_owned(),
    ))
}

fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}' | '\u{ad}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Joiners are letters of other scripts and hold pictures together; marks of direction are needed
/// beside Arabic.
fn is_wrong(text: &str, at: usize, run: &str, before: char, after: char) -> bool {
    let joins = run
        .chars()
        .all(|letter| matches!(letter, '\u{200c}' | '\u{200d}'));
    let plain = |letter: char| letter.is_ascii() || is_thai(letter);
    if joins {
        return plain(before) && plain(after);
    }
    let directs = |letter: char| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if run.chars().any(directs) {
        let arabic = |letter| matches!(letter, '\u{590}'..='\u{8ff}');
        return ![end_of(&text[..at]), start_of(&text[at..])]
            .iter()
            .any(|near| near.contains(arabic));
    }
    true
}

/// The letter that a font of before 2000 drew at a private place, moved aside or down.
fn old_font(letter: char) -> Option<char> {
    Some(match letter {
        '\u{f700}' => 'ฐ',
        '\u{f701}'..='\u{f704}' => thai(0xe34, letter, 0xf701),
        '\u{f705}'..='\u{f709}' => thai(0xe48, letter, 0xf705),
        '\u{f70a}'..='\u{f70e}' => thai(0xe48, letter, 0xf70a),
        '\u{f70f}' => 'ญ',
        '\u{f710}' => '\u{e31}',
        '\u{f711}' => '\u{e4d}',
        '\u{f712}' => '\u{e47}',
        '\u{f713}'..='\u{f717}' => thai(0xe48, letter, 0xf713),
        '\u{f718}'..='\u{f71a}' => thai(0xe38, letter, 0xf718),
        _ => return None,
    })
}

fn thai(first: u32, letter: char, first_private: u32) -> char {
    char::from_u32(first + letter as u32 - first_private).unwrap_or(letter)
}
