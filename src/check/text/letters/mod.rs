//! Letters that are wrong, wherever they stand.
//!
//! In: a text. Out: each place with what is wrong and, where that is certain, what belongs there.
//! Both the rule and `oit check --fix` take what is found here, so that they cannot disagree. One
//! pass over the text; a rule is asked only where two neighbours do not go together.

mod class;
mod fault;
mod foreign;
mod invisible;
mod marks;
mod mojibake;
mod sara_am;

use self::class::{MOST_MARKS, is_consonant, is_mark, is_top_mark, is_vowel_mark};
pub(super) use self::fault::LetterFault;
use crate::files::mark_length;
use crate::problem::Slip;
use crate::thai::numeral::is_thai;

/// Every place of a text where letters are wrong, in order; none overlaps another.
pub(super) fn letters(text: &str) -> Vec<LetterFault> {
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
            let last: Option<&LetterFault> = found.last();
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
fn slip(text: &str, at: usize, before: char, letter: char) -> Option<LetterFault> {
    match letter {
        'a'..='z' | 'A'..='Z' if is_thai(before) => foreign::latin(text, at, before, letter),
        ' '..='~' | '\n' | '\t' | '\r' | 'ก'..='ฮ' => None,
        'า' | 'ำ' if is_consonant(before) => None,
        'า' | 'ำ' => sara_am::slip(text, at, letter).or_else(|| marks::aa(text, at, before)),
        'เ' if before == 'เ' => Some(LetterFault::new(
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
fn decomposed(text: &str, at: usize, letter: char) -> Option<LetterFault> {
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
    is_other.then(|| LetterFault::new(range, Slip::Decomposed, composed))
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
