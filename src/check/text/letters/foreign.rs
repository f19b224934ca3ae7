//! Letters of other scripts inside Thai words: `อำเภोजตุร`, `กaร`.
//!
//! Offices write Thai and English side by side without a space (`ITAของ`), and quote other
//! languages, so only what cannot be meant is reported: a few Indic, Lao, Khmer or Cyrillic letters
//! in or at a Thai word, and a single Latin letter inside one.

use super::class::{is_lead_vowel, is_mark};
use super::fault::LetterFault;
use crate::problem::Slip;
use crate::thai::numeral::is_thai;

/// A longer run is a word of its own.
const LONGEST_INSIDE: usize = 4;
const LONGEST_AT_END: usize = 2;

/// A Latin letter behind a Thai one.
pub(super) fn latin(text: &str, at: usize, before: char, letter: char) -> Option<LetterFault> {
    let after = text[at + 1..].chars().next()?;
    if !is_thai_letter(before) || !is_thai_letter(after) {
        return None;
    }
    // กว้างxยาว is a sign, แผนBของ a name; neither stands where Thai must go on with a Thai letter.
    let is_word = letter.is_ascii_uppercase() || letter == 'x';
    let broken = is_lead_vowel(before)
        || before == '\u{e31}'
        || is_mark(after)
        || matches!(after, 'า' | 'ำ' | 'ะ');
    (broken || !is_word).then(|| LetterFault::new(at..at + 1, Slip::Foreign, None))
}

/// A letter of a script that is neither Thai nor Latin.
pub(super) fn other(text: &str, at: usize, before: char, letter: char) -> Option<LetterFault> {
    let script = script(letter)?;
    let run: Vec<char> = text[at..]
        .chars()
        .take_while(|letter| self::script(*letter) == Some(script))
        .take(LONGEST_INSIDE + 1)
        .collect();
    let length: usize = run.iter().map(|letter| letter.len_utf8()).sum();
    let after = text[at + length..].chars().next().unwrap_or('\n');
    let near = [before, after].map(is_thai_letter);
    let wrong = match near {
        [true, true] => run.len() <= LONGEST_INSIDE,
        [true, false] | [false, true] => {
            run.len() <= LONGEST_AT_END && self::script(before) != Some(script)
        }
        // ОIT with a Cyrillic О.
        [false, false] => {
            script == Script::Cyrillic
                && run.len() <= LONGEST_AT_END
                && [before, after].iter().any(char::is_ascii_alphabetic)
        }
    };
    wrong.then(|| LetterFault::new(at..at + length, Slip::Foreign, None))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Indic,
    Lao,
    Khmer,
    Cyrillic,
    /// ο, which looks like the Latin o; the other Greek letters are signs of science.
    Omicron,
}

fn script(letter: char) -> Option<Script> {
    match letter {
        '\u{900}'..='\u{dff}' => Some(Script::Indic),
        '\u{e80}'..='\u{eff}' => Some(Script::Lao),
        '\u{1780}'..='\u{17ff}' => Some(Script::Khmer),
        '\u{400}'..='\u{4ff}' => Some(Script::Cyrillic),
        'ο' | 'Ο' => Some(Script::Omicron),
        _ => None,
    }
}

/// A letter or mark of a Thai word: no digit, and none of ฿ ฯ ๆ ๏ ๚ ๛.
fn is_thai_letter(letter: char) -> bool {
    is_thai(letter) && !matches!(letter, 'ฯ' | '฿' | 'ๆ' | '๏'..='๛')
}
