//! Thai that was opened in the wrong encoding and saved so.
//!
//! Windows-874 read as Latin-1 (`¡ÒÃ`), UTF-8 read as Latin-1 (`à¸à¸²à¸£`), UTF-8 read as
//! Windows-874 (`เธเธฒเธฃ`). A whole run is one place.

use super::class::{LONGEST_RUN, is_consonant, is_lead_vowel, is_mark};
use super::fault::LetterFault;
use crate::problem::Slip;
use crate::thai::numeral::is_thai;

/// Letters in a row that no European language writes.
const SHORTEST: usize = 4;
/// A guess is shown up to here.
const LONGEST_GUESS: usize = 40;

/// Latin letters that are bytes of Thai.
pub(super) fn as_latin(text: &str, at: usize, letter: char) -> Option<LetterFault> {
    let rest = &text[at..];
    if letter == 'à' && rest[2..].starts_with(['¸', '¹']) {
        return Some(utf8_as_latin(rest, at));
    }
    // Quotation marks and dashes of UTF-8: `â€œ`, `â€“`.
    if let Some(third) = rest.strip_prefix("â€") {
        let third = third.chars().next().filter(|letter| is_last_byte(*letter));
        let length = "â€".len() + third.map_or(0, char::len_utf8);
        return Some(LetterFault::new(at..at + length, Slip::Mojibake, None));
    }
    let run: Vec<char> = rest
        .chars()
        .take_while(|letter| ('\u{a1}'..='\u{fb}').contains(letter))
        .take(LONGEST_RUN)
        .collect();
    let thai: Option<String> = run
        .iter()
        .map(|letter| char::from_u32(*letter as u32 - 0xa0 + 0xe00))
        .collect();
    let thai = thai.filter(|thai| run.len() >= SHORTEST && is_word(thai))?;
    let length: usize = run.iter().map(|letter| letter.len_utf8()).sum();
    let guess = (run.len() <= LONGEST_GUESS).then_some(thai);
    Some(LetterFault::new(at..at + length, Slip::Mojibake, guess))
}

/// Whether letters can follow each other in Thai.
fn is_word(thai: &str) -> bool {
    let mut before = ' ';
    let fits = thai.chars().all(|letter| {
        let follows = is_consonant(before) || is_mark(before);
        let vowel = matches!(letter, 'า' | 'ำ' | 'ะ' | 'ๅ');
        let fits = is_thai(letter)
            && !('\u{e3b}'..='\u{e3f}').contains(&letter)
            && (!is_mark(letter) || follows)
            && (!vowel || follows || before == 'า')
            && (!is_lead_vowel(before) || is_consonant(letter));
        before = letter;
        fits
    });
    fits && thai.chars().filter(|letter| is_consonant(*letter)).count() >= 2
}

/// Each Thai letter is three: à, ¸ or ¹, and one that may have been lost.
fn utf8_as_latin(rest: &str, at: usize) -> LetterFault {
    let mut end = 0;
    while rest[end..].starts_with("à¸") || rest[end..].starts_with("à¹") {
        end += "à¸".len();
        let third = rest[end..]
            .chars()
            .next()
            .filter(|letter| is_last_byte(*letter));
        end += third.map_or(0, char::len_utf8);
    }
    LetterFault::new(at..at + end, Slip::Mojibake, None)
}

/// What a byte 80–BF becomes as Latin-1 or Windows-1252.
fn is_last_byte(letter: char) -> bool {
    matches!(
        letter,
        '\u{80}'..='\u{bf}' | 'Œ' | 'œ' | 'Š' | 'š' | 'Ÿ' | 'Ž' | 'ž' | 'ƒ' | 'ˆ' | '˜'
    ) || matches!(
        letter,
        '–' | '—'
            | '‘'
            | '’'
            | '‚'
            | '“'
            | '”'
            | '„'
            | '†'
            | '‡'
            | '•'
            | '…'
            | '‰'
            | '‹'
            | '›'
            | '€'
            | '™'
    )
}

/// UTF-8 as Windows-874: เธ or เน, and a third letter, three times and more.
pub(super) fn as_thai(text: &str, at: usize) -> Option<LetterFault> {
    let rest = &text[at..];
    let (mut end, mut count) = (0, 0);
    while rest[end..].starts_with("เธ") || rest[end..].starts_with("เน") {
        let third = rest[end + "เธ".len()..].chars().next();
        let Some(third) =
            third.filter(|letter| is_last_byte(*letter) || ('ก'..='ฟ').contains(letter))
        else {
            break;
        };
        end += "เธ".len() + third.len_utf8();
        count += 1;
    }
    // Three consonants a letter and never a vowel but เ: no word is like this.
    (count >= 3).then(|| LetterFault::new(at..at + end, Slip::Mojibake, None))
}
