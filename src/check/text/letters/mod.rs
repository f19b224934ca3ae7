//! Letters that are wrong, wherever they stand.
//!
//! In: a text. Out: each place with what is wrong and, where that is certain, what belongs there.
//! Both the rule and `oit check --fix` take what is found here, so that they cannot disagree. One
//! pass over the text; a rule is asked only where two neighbours do not go together.

mod foreign;
mod invisible;
mod marks;
mod mojibake;
mod sara_am;

use std::ops::Range;

use crate::files::mark_length;
use crate::problem::Slip;
use crate::thai::numeral::is_thai;

/// So many marks of one letter are looked at; nobody writes more.
const MOST_MARKS: usize = 16;
/// As far as a run of wrong letters is followed, and as far as a rule looks around: a line may be as
/// long as the file.
const LONGEST_RUN: usize = 64;

/// A place where letters are wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Where.
    pub(super) range: Range<usize>,
    /// In which way.
    pub(super) slip: Slip,
    /// What belongs there. Where the slip cannot be repaired it is a guess, to be shown only.
    pub(super) meant: Option<String>,
}

impl Found {
    fn new(range: Range<usize>, slip: Slip, meant: impl Into<Option<String>>) -> Self {
        let meant = meant.into();
        Self { range, slip, meant }
    }

    /// What to put there instead.
    pub(super) fn repair(&self) -> Option<&str> {
        self.meant.as_deref().filter(|_| self.slip.is_fixable())
    }
}

/// Every place of a text where letters are wrong, in order; none overlaps another.
pub(super) fn letters(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = mark_length(text);
    let mut before = '\n';
    loop {
        let plain = plain(&text.as_bytes()[at..], before);
        if plain > 0 {
            at += plain;
            before = text[..at].chars().next_back().unwrap_or('\n');
        }
        let Some(letter) = text[at..].chars().next() else {
            return found;
        };
        let slip = slip(text, at, before, letter).filter(|slip| {
            // What begins before the place must not touch what was found last.
            let last: Option<&Found> = found.last();
            last.is_none_or(|last| last.range.end <= slip.range.start)
        });
        match slip {
            Some(slip) => {
                let end = slip.range.end.max(at + letter.len_utf8());
                before = text[..end].chars().next_back().unwrap_or(letter);
                at = end;
                found.push(slip);
            }
            None => {
                before = letter;
                at += letter.len_utf8();
            }
        }
    }
}

/// The letter before, as far as [`plain`] asks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Consonant,
    /// A vowel mark, or a mark above it, on a consonant.
    VowelMark,
    TopMark,
    /// เ.
    SaraE,
    /// Another Thai letter.
    Thai,
    Other,
}

impl Before {
    fn of(letter: char) -> Self {
        match letter {
            'เ' => Self::SaraE,
            letter if is_consonant(letter) => Self::Consonant,
            letter if is_thai(letter) => Self::Thai,
            _ => Self::Other,
        }
    }
}

/// How many bytes from here hold only letters in which [`slip`] finds nothing, told from their bytes
/// alone: most of a text. `before` is the letter before.
fn plain(bytes: &[u8], before: char) -> usize {
    use Before::{Consonant, Other, SaraE, Thai, TopMark, VowelMark};
    let mut before = Before::of(before);
    let mut rest = bytes;
    loop {
        (rest, before) = match rest {
            [b'a'..=b'z' | b'A'..=b'Z', ..] if before != Other => break,
            [b' '..=b'~' | b'\n' | b'\t' | b'\r', rest @ ..] => (rest, Other),
            [0xe0, second, third, rest @ ..] => {
                let now = match (second, third, before) {
                    // ก–ฮ
                    (0xb8, 0x81..=0xae, _) => Consonant,
                    // ั, ิ–ู and ็
                    (0xb8, 0xb1 | 0xb4..=0xb9, Consonant) | (0xb9, 0x87, Consonant) => VowelMark,
                    // ่–์
                    (0xb9, 0x88..=0x8c, Consonant | VowelMark) => TopMark,
                    // เ, where it is not twice and begins no UTF-8 that was read as Windows-874
                    (0xb9, 0x80, Consonant | VowelMark | TopMark | Thai | Other)
                        if !matches!(rest, [0xe0, 0xb8, 0x98 | 0x99, ..]) =>
                    {
                        SaraE
                    }
                    // า and ำ; ฯ and ะ; แ–ๆ and the digits
                    (0xb8, 0xb2 | 0xb3, Consonant | VowelMark | TopMark)
                    | (0xb8, 0xaf | 0xb0, _)
                    | (0xb9, 0x81..=0x86 | 0x90..=0x99, _) => Thai,
                    _ => break,
                };
                (rest, now)
            }
            _ => break,
        };
    }
    bytes.len() - rest.len()
}

/// What is wrong at a letter, seen from the one before it.
fn slip(text: &str, at: usize, before: char, letter: char) -> Option<Found> {
    match letter {
        'a'..='z' | 'A'..='Z' if is_thai(before) => foreign::latin(text, at, before, letter),
        ' '..='~' | '\n' | '\t' | '\r' | 'ก'..='ฮ' => None,
        'า' | 'ำ' if is_consonant(before) => None,
        'า' | 'ำ' => sara_am::slip(text, at, letter).or_else(|| marks::aa(text, at, before)),
        'เ' if before == 'เ' => Some(Found::new(
            at - before.len_utf8()..at + letter.len_utf8(),
            Slip::SaraAe,
            "แ".to_owned(),
        )),
        'เ' => mojibake::as_thai(text, at),
        letter if is_mark(letter) => {
            let fits = is_consonant(before) || (is_vowel_mark(before) && is_top_mark(letter));
            (!fits).then(|| marks::slip(text, at)).flatten()
        }
        letter if is_thai(letter) => None,
        '\u{a1}'..='\u{ff}' if letter != '\u{ad}' => mojibake::as_latin(text, at, letter),
        letter => (invisible::slip(text, at, before, letter))
            .or_else(|| foreign::other(text, at, before, letter))
            .or_else(|| decomposed(text, at, letter)),
    }
}

/// A letter and its accent as two characters, where one has both.
fn decomposed(text: &str, at: usize, letter: char) -> Option<Found> {
    if !('\u{300}'..='\u{36f}').contains(&letter) {
        return None;
    }
    let is_accent = |c: &char| ('\u{300}'..='\u{36f}').contains(c);
    let base = text[..at].chars().next_back()?;
    if !base.is_alphabetic() || is_thai(base) {
        return None;
    }
    let accents: String = (text[at..].chars().take(MOST_MARKS))
        .take_while(is_accent)
        .collect();
    let range = at - base.len_utf8()..at + accents.len();
    let composed = crate::parse::reference::nfc(&text[range.clone()]).into_owned();
    let is_other = composed != text[range.clone()];
    is_other.then(|| Found::new(range, Slip::Decomposed, composed))
}

/// ก–ฮ.
fn is_consonant(letter: char) -> bool {
    ('ก'..='ฮ').contains(&letter)
}

/// A mark above or below a consonant.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}

/// A vowel above or below, the shortening mark among them.
fn is_vowel_mark(letter: char) -> bool {
    matches!(letter, '\u{e31}' | '\u{e34}'..='\u{e39}' | '\u{e47}')
}

/// What stands above a vowel: the tones and ์.
fn is_top_mark(letter: char) -> bool {
    matches!(letter, '\u{e48}'..='\u{e4c}')
}

/// The four tones.
fn is_tone(letter: char) -> bool {
    matches!(letter, '\u{e48}'..='\u{e4b}')
}

/// เ แ โ ใ ไ, which stand before their consonant.
fn is_lead_vowel(letter: char) -> bool {
    ('เ'..='ไ').contains(&letter)
}

/// Whether a consonant at the end of `head` and the `tail` behind a space are part of letters set
/// apart on purpose, as in a heading `ป ร ะ ก า ศ`.
fn is_spaced_out(head: &str, tail: &str) -> bool {
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
fn end_of(text: &str) -> &str {
    let letters = text.char_indices().rev().take(LONGEST_RUN);
    &text[letters.last().map_or(text.len(), |(at, _)| at)..]
}

/// The first letters of a text.
fn start_of(text: &str) -> &str {
    let after = text.char_indices().nth(LONGEST_RUN);
    &text[..after.map_or(text.len(), |(at, _)| at)]
}

/// The end of a text without its last spaces (two at most), which stand between a letter and its
/// mark; `None` where there is none or the line begins with them.
fn without_gap(head: &str) -> Option<&str> {
    let kept = head.trim_end_matches([' ', '\u{a0}']);
    let gap = head[kept.len()..].chars().count();
    let begins = kept.is_empty() || kept.ends_with('\n');
    ((1..=2).contains(&gap) && !begins).then_some(kept)
}

#[cfg(test)]
mod tests {
    use super::{letters, plain, slip};

    #[test]
    fn what_is_passed_over_is_right() {
        let alphabet = [
            'ก', 'ธ', 'น', 'ิ', '็', '่', '์', 'ํ', 'ฺ', 'า', 'ำ', 'ะ', 'เ', 'แ', 'ๆ', '๑', 'a', '1',
            ' ', '\n', '\u{200b}',
        ];
        let all = alphabet.len();
        for number in 0..all.pow(4) {
            let letters = (0..4).map(|place| alphabet[number / all.pow(place) % all]);
            let text: String = letters.collect();
            let mut before = '\n';
            for (at, letter) in text[..plain(text.as_bytes(), before)].char_indices() {
                assert_eq!(slip(&text, at, before, letter), None, "{text:?}");
                before = letter;
            }
        }
    }

    /// Every repair in place, and the places that have none in brackets.
    fn seen(text: &str) -> String {
        let mut out = text.to_owned();
        for found in letters(text).into_iter().rev() {
            let new = match found.repair() {
                Some(repair) => repair.to_owned(),
                None => format!("[{}]", &text[found.range.clone()]),
            };
            out.replace_range(found.range, &new);
        }
        out
    }

    #[test]
    fn good_text_is_left_alone() {
        for text in [
            "ประกาศองค์การบริหารส่วนตำบล เรื่อง นโยบาย No Gift Policy",
            "ผลการประเมิน ITAของ อปท. และ e-Serviceของเทศบาล ตามOITข้อ ๑๒",
            "น้ำ ค่ำ ที่นี่ สิทธิ์ พันธุ์ กั้น เป็น กุ้ง จ๊ะ ค่ะ ก็ ฤๅษี สวฺากฺขาโต สํฆํ",
            "ห้องขนาดกว้างxยาวxสูง ตารางA และวิตามินCและD รังสีαและβ",
            "ป ร ะ ก า ศ\n\nร า ย ง า น",
            "ท า น",
            "การ\u{a0}จัดซื้อ 5 µm ÄÖÜß «àé» 25°C ½ ×2 – “คำ” …",
            "สระ \"ิ\" และ -่ และ ◌ี",
            "👨\u{200d}👩\u{200d}👧 می\u{200c}خواهم",
            "ภาษาลาว (ພາສາລາວ) และРоссия Ελλάδα",
            "เธอ เนย เธอเธอเธอ ตาม เป็นนก",
        ] {
            assert_eq!(seen(text), text);
        }
    }

    #[test]
    fn slips_are_repaired_where_they_are_certain() {
        for (text, expected) in [
            ("ต าบลก าหนด ท าการ", "ตำบลกำหนด ทำการ"),
            (
                "น้ าประปา ประจําหมู่ น้ําและนํ้า กาํ ก ําหนด ตํ าบล",
                "น้ำประปา ประจำหมู่ น้ำและน้ำ กำ กำหนด ตำบล",
            ),
            ("ต ำบล น ้ำ", "ตำบล น้ำ"),
            ("นำ้ ว่่า ท่ี ผู้้ พั้น กา่ คะ่", "น้ำ ว่า ที่ ผู้ พั้น ก่า ค่ะ"),
            ("ที ่ผู ้เมื ่อ ก ่อน", "ที่ผู้เมื่อ ก่อน"),
            ("เเละเเผน", "และแผน"),
            ("ก\u{200b}าร \u{feff}แผน\u{ad}งาน ก\u{c}ข", "การ แผนงาน ก ข"),
            ("ท\u{f70a}า ป\u{f701}\u{f712}", "ท่า ป[\u{e34}\u{e47}]"),
            ("cafe\u{301}", "café"),
        ] {
            // What a repair brings to light is looked at in the next round.
            assert_eq!(seen(&seen(text)), expected, "{text}");
        }
    }

    #[test]
    fn what_is_wrong_but_not_certain_is_only_shown() {
        for (text, expected) in [
            ("อำเภोजตุร ประकाศ", "อำเภ[ोज]ตุร ประ[का]ศ"),
            ("กaร เaง กAิน ОIT", "ก[a]ร เ[a]ง ก[A]ิน [О]IT"),
            ("บ ้าน เข าใจ", "บ [้]าน เข [า]ใจ"),
            ("ก่้า กิี 5่ เ่ก", "ก[่้]า ก[ิี] 5[่] เ[่]ก"),
            (
                "ก\u{fffd}ร \u{f0b7} \u{93}",
                "ก[\u{fffd}]ร [\u{f0b7}] [\u{93}]",
            ),
            ("¡ÒÃ»ÃÐ", "[¡ÒÃ»ÃÐ]"),
            ("à¸à¸²à¸£", "[à¸à¸²à¸£]"),
            ("เธ\u{81}เธฒเธฃ", "[เธ\u{81}เธฒเธฃ]"),
        ] {
            assert_eq!(seen(text), expected);
        }
    }
}
