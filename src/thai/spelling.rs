//! One spelling for a Thai text: what looks the same is the same sequence of letters.
//!
//! In: any text of the site. Out: that text as people would type it, fit to be shown. Apart,
//! because `themes/default/static/normalise.js` does the same to what a reader types; both follow
//! `tests/vectors/search.json`, step by step in the same order. What is left to the script is
//! folding, which changes no lengths: Thai digits to Arabic ones and ASCII capitals to small letters.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::thai::digits::is_invisible;
use crate::thai::numeral::is_thai;

const SARA_AM: char = '\u{e33}';

/// The circle of sara am, alone.
const NIKHAHIT: char = '\u{e4d}';

/// The marks that stand above and below a consonant, in the order in which they are written.
/// The order of the first four is also Unicode's own. Sara am is written like a letter, but a
/// tone comes before it.
const MARKS: [char; 17] = [
    '\u{e3a}', '\u{e38}', '\u{e39}', '\u{e31}', '\u{e34}', '\u{e35}', '\u{e36}', '\u{e37}',
    '\u{e47}', '\u{e4d}', '\u{e48}', '\u{e49}', '\u{e4a}', '\u{e4b}', '\u{e4c}', '\u{e4e}',
    '\u{e33}',
];

/// A text in the one spelling.
pub fn mend(text: &str) -> String {
    let text = text.trim();
    if is_mended(text) {
        return text.to_owned();
    }
    // Most others have a space too many and no more.
    let once = spaced(text);
    if is_mended(&once) { once } else { mended(text) }
}

/// The same step by step.
fn mended(text: &str) -> String {
    let mut text = spaced(&composed(text));
    if text.contains("เเ") {
        text = text.replace("เเ", "แ");
    }
    if text.contains(" า") || text.contains(" ำ") || text.contains(" ํ") {
        text = without_torn_sara_am(&text);
    }
    in_order(&text)
}

/// Whether a text without spaces at its ends is in the one spelling for sure; most are. Byte by byte,
/// because the text of every document is looked through.
fn is_mended(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (mut at, mut before) = (0, FITS);
    while let Some(byte) = bytes.get(at) {
        let class = match byte {
            ..0x80 => {
                at += 1;
                ASCII[usize::from(*byte)]
            }
            // The block of Thai letters.
            0xe0 => match bytes.get(at + 1..at + 3) {
                Some(&[high @ (0xb8 | 0xb9), low]) => {
                    at += 3;
                    THAI[usize::from(high & 1) << 6 | usize::from(low & 0x3f)]
                }
                _ => return false,
            },
            _ => return false,
        };
        if WRONG[usize::from(before)] & (1 << class) != 0 {
            return false;
        }
        before = class;
    }
    true
}

/// What a letter is in the one spelling: it may stand anywhere, or nowhere.
const FITS: u8 = 0;
const NEVER: u8 = 1;
const SPACE: u8 = 2;
/// `า`, which never stands behind a space.
const AA: u8 = 3;
/// `เ`: two of them are written for `แ`.
const E: u8 = 4;
/// The first mark; the others follow in their order.
const FIRST_MARK: u8 = 5;
const SARA_AM_MARK: u8 = class(SARA_AM);

/// How many classes there are.
const CLASSES: usize = FIRST_MARK as usize + MARKS.len();

/// What is wrong behind a letter of each class, a bit for each.
const WRONG: [u32; CLASSES] = {
    let mut wrong = [0; CLASSES];
    let (mut at, mut before) = (0, FITS);
    while at < CLASSES {
        let mut class = FITS;
        while class as usize != CLASSES {
            if is_wrong(before, class) {
                wrong[at] |= 1 << class;
            }
            class += 1;
        }
        (at, before) = (at + 1, before + 1);
    }
    wrong
};

const fn is_wrong(before: u8, class: u8) -> bool {
    match class {
        FITS => false,
        NEVER => true,
        SPACE | AA => before == SPACE,
        E => before == E,
        SARA_AM_MARK if before == SPACE => true,
        mark => before >= mark,
    }
}

const ASCII: [u8; 128] = classes('\0');
const THAI: [u8; 128] = classes('\u{e00}');

/// What the letters from the first on are.
const fn classes(first: char) -> [u8; 128] {
    let mut classes = [NEVER; 128];
    let (mut at, mut number) = (0, first as u32);
    while at < classes.len() {
        if let Some(letter) = char::from_u32(number) {
            classes[at] = class(letter);
        }
        (at, number) = (at + 1, number + 1);
    }
    classes
}

const fn class(letter: char) -> u8 {
    let (mut at, mut class) = (0, FIRST_MARK);
    while at < MARKS.len() {
        if MARKS[at] == letter && letter != NIKHAHIT {
            return class;
        }
        (at, class) = (at + 1, class + 1);
    }
    match letter {
        ' ' => SPACE,
        'า' => AA,
        'เ' => E,
        NIKHAHIT => NEVER,
        '!'..='~' | '\u{e01}'..='\u{e5b}' => FITS,
        _ => NEVER,
    }
}

/// The place of a mark in the order in which marks are written.
fn rank(mark: char) -> Option<usize> {
    MARKS.iter().position(|known| *known == mark)
}

/// NFC without what is invisible. Thai letters are composed already.
fn composed(text: &str) -> Cow<'_, str> {
    if text
        .chars()
        .all(|letter| letter.is_ascii() || is_thai(letter))
    {
        return Cow::Borrowed(text);
    }
    let seen = text.chars().filter(|letter| !is_invisible(*letter));
    Cow::Owned(seen.nfc().collect())
}

/// Single spaces between words and none around.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// `ต าบล` and `น้ า` as `ตำบล` and `น้ำ`: programs that read PDF files tear sara am apart and lose
/// its circle. Nothing else in Thai has a space before `า`.
fn without_torn_sara_am(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(' ') {
        out.push_str(before);
        let vowel = after.strip_prefix(NIKHAHIT).unwrap_or(after);
        let vowel = vowel.strip_prefix(['า', SARA_AM]);
        let bare = out.trim_end_matches(is_tone);
        let has_consonant = bare.ends_with(|letter| ('ก'..='ฮ').contains(&letter));
        rest = match vowel {
            Some(vowel) if has_consonant => {
                out.push(SARA_AM);
                vowel
            }
            _ => {
                out.push(' ');
                after
            }
        };
    }
    out + rest
}

/// Marks on one consonant in their order, each once, and `ํา` as one letter.
fn in_order(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if !is_mark(letter) {
            out.push(letter);
            continue;
        }
        let mut marks = vec![letter];
        loop {
            if let Some(mark) = letters.next_if(|letter| is_mark(*letter)) {
                marks.push(mark);
            } else if has_circle(&marks) && letters.next_if_eq(&'า').is_some() {
                marks.retain(|mark| *mark != NIKHAHIT);
                marks.push(SARA_AM);
            } else {
                break;
            }
        }
        if marks.contains(&SARA_AM) {
            marks.retain(|mark| *mark != NIKHAHIT);
        }
        marks.sort_by_key(|mark| rank(*mark));
        marks.dedup();
        out.extend(marks);
    }
    out
}

/// Whether an `า` that follows would complete a sara am.
fn has_circle(marks: &[char]) -> bool {
    let last = marks
        .iter()
        .rfind(|mark| matches!(**mark, NIKHAHIT | SARA_AM));
    last == Some(&NIKHAHIT)
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{e31}' | '\u{e33}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}

fn is_tone(letter: char) -> bool {
    ('\u{e48}'..='\u{e4b}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{is_mended, mend, mended, spaced};
    use crate::thai::numeral::to_arabic;

    fn normalise(text: &str) -> String {
        to_arabic(&mend(text)).to_ascii_lowercase()
    }

    #[test]
    fn what_is_taken_for_mended_is() {
        let vectors = include_str!("../../tests/vectors/search.json");
        let vectors: Value = serde_json::from_str(vectors).unwrap();
        let texts = vectors["normalise"].as_array().unwrap().iter();
        let mut taken = 0;
        for text in texts.flat_map(|pair| pair.as_array().unwrap()) {
            let text = text.as_str().unwrap().trim();
            for taken_for_it in [text, &spaced(text)] {
                if is_mended(taken_for_it) {
                    taken += 1;
                    assert_eq!(mended(text), taken_for_it, "{}", text.escape_unicode());
                }
            }
        }
        assert!(taken > 20);
    }

    #[test]
    fn the_shared_vectors_hold() {
        let vectors = include_str!("../../tests/vectors/search.json");
        let vectors: Value = serde_json::from_str(vectors).unwrap();
        let pairs = vectors["normalise"].as_array().unwrap();
        assert!(pairs.len() >= 30);
        for pair in pairs {
            let (input, expected) = (pair[0].as_str().unwrap(), pair[1].as_str().unwrap());
            let found = normalise(input);
            assert_eq!(found, expected, "{input}: {}", found.escape_unicode());
            assert_eq!(normalise(&found), found, "a second time: {input}");
        }
    }
}
