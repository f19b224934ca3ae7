//! What a line of Thai begins with, where it does not go on from the line above: a point, a name, an address.
//!
//! In: a line. Out: whether it stands for itself. Thai has no spaces between words, so that a line may break inside
//! one; it never does before these.

mod words;

use memchr::memchr;

use crate::thai::digits::value;
use crate::thai::numeral::{is_digit, is_thai, is_thai_letter};
use words::{CLOSINGS, LABELS, NO_TITLES, NUMBERS, PERHAPS, PLACES, SIGNED, TITLES, may_begin};

/// What stands between a sign and its text.
pub(super) const BLANKS: [char; 3] = [' ', '\t', '\u{a0}'];

/// How a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beginning {
    /// Like the point of a list: `๑.`, `(ก)`, `•`.
    Point,
    /// Perhaps so, if its neighbours do too: `๑.๕`, `ก.ข้อความ`.
    PerhapsPoint,
    /// With the first letter of an abbreviation: `พ.ศ.`
    Abbreviation,
    /// With the title of a person.
    Name,
    /// With what letter heads and addresses begin their lines with.
    Label,
    /// Perhaps so, if the line above does too: with ตำบล or เรื่อง.
    PerhapsLabel,
    /// With words and a colon, as forms do.
    Colon,
    /// With the words that letters and announcements end with.
    Closing,
    /// With who signs, as letters do: `ลงชื่อ`, `(นายสมมุติ ทดลอง)`.
    Signature,
    /// With nothing of the kind.
    Text,
}

/// Whether lists have a sign in front of their points; also those of Word.
fn is_bullet(sign: char) -> bool {
    !is_thai(sign)
        && "•·●○◦▪▫■□◆◇➢➤►▶✓✔☑☐☒–—-*+❖→⇒➔➜➣★☆✦✧✪※♦◊♣♠◉❑❒❏∙‣⁃☞👉➡\u{f0b7}\u{f0a7}\u{f0d8}\u{f0fc}"
            .contains(sign)
}

/// Bytes before a `:` that makes them a label.
const LONGEST_LABEL: usize = 90;

/// How a line begins; signs of Markdown around its beginning do not count.
pub(super) fn beginning(line: &str) -> Beginning {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
    if is_box(line) || is_starred(line) {
        return Beginning::Point;
    }
    let bare = line.trim_start_matches(['*', '_', '~', '[']);
    if let Some(point) =
        point(bare).filter(|_| !bare.starts_with("น.ส.") && !bare.starts_with("ด."))
    {
        return point;
    }
    if bare.len() == line.len() && line.starts_with(is_bullet) {
        return Beginning::Point;
    }
    let in_brackets = bare.strip_prefix('(');
    if let Some(inside) = in_brackets.filter(|inside| may_begin(inside)) {
        return match beginning(inside) {
            Beginning::Signature | Beginning::Name => Beginning::Signature,
            _ => Beginning::Text,
        };
    }
    if is_abbreviation(bare) {
        return Beginning::Abbreviation;
    }
    if !may_begin(bare) {
        return if has_colon(bare) {
            Beginning::Colon
        } else {
            Beginning::Text
        };
    }
    let starts = |words: &[&str]| words.iter().any(|word| bare.starts_with(word));
    if starts(&TITLES) && !starts(&NO_TITLES) {
        return Beginning::Name;
    }
    if labelled(bare, &LABELS) {
        Beginning::Label
    } else if starts(&CLOSINGS) {
        Beginning::Closing
    } else if labelled(bare, &SIGNED) {
        Beginning::Signature
    } else if starts(&PLACES) || labelled(bare, &PERHAPS) {
        Beginning::PerhapsLabel
    } else if has_colon(bare) {
        Beginning::Colon
    } else {
        Beginning::Text
    }
}

/// Letters of a line that is full; Thai marks count.
const FULL_LINE: usize = 60;

/// Whether a line was ended by its writer: a program breaks lines where they are full.
pub(super) fn is_short(line: &str) -> bool {
    line.chars().take(FULL_LINE).count() < FULL_LINE
}

/// `[ ]`, `( )`, `(/)`: a box to tick, or `[1]`, the number of a source. A link is none.
fn is_box(line: &str) -> bool {
    let closes = match line.as_bytes().first() {
        Some(b'[') => ']',
        Some(b'(') => ')',
        _ => return false,
    };
    let Some((inside, behind)) = line[1..].split_once(closes) else {
        return false;
    };
    let is_box = inside.trim().is_empty() || is_tick(inside.trim());
    let is_number = closes == ']'
        && (1..=2).contains(&inside.len())
        && inside.bytes().all(|byte| byte.is_ascii_digit());
    let is_link = behind.starts_with(['(', '[', ':']);
    inside.len() < 16 && (is_box || is_number) && !is_link
}

/// Whether people tick a box with a sign.
pub(super) fn is_tick(sign: &str) -> bool {
    matches!(sign, "x" | "X" | "/" | "✓" | "✔" | "√")
}

/// `*ซื่อสัตย์`, with nothing that the asterisk opens.
fn is_starred(line: &str) -> bool {
    let text = line.trim_start_matches('*');
    text.len() < line.len() && !text.contains('*')
}

/// `อบต.`, `สตง.`
fn is_abbreviation(line: &str) -> bool {
    const MOST_LETTERS: usize = 4;
    let letters = line.chars().take_while(|c| ('ก'..='ฮ').contains(c));
    let letters = letters.take(MOST_LETTERS + 1).count();
    (2..=MOST_LETTERS).contains(&letters) && line.chars().nth(letters) == Some('.')
}

/// The words that a line begins with before a number: `ข้อ ๒`, `ขั้นตอนที่ 3`, and nothing before `2 ข้อความ`.
pub(super) fn numbered_word(line: &str) -> Option<(&str, u32)> {
    const LONGEST: usize = 90;
    let line = line.trim_start_matches(['*', '_', '>', ' ', '\t']);
    let mut near = line.char_indices().take_while(|(at, _)| *at <= LONGEST);
    let Some((end, _)) = near.find(|(_, letter)| value(*letter).is_some()) else {
        return spelled_number(line);
    };
    let word = line[..end].trim_end();
    if !word.chars().all(is_thai_letter) {
        return None;
    }
    let digits = line[end..].chars().map_while(value).take(4);
    let number = digits.fold(0, |number, digit| number * 10 + u32::from(digit));
    let behind = line[end..].trim_start_matches(|c| value(c).is_some());
    // A year and an amount are no numbers of points.
    let is_alone = word.is_empty() && (number > 99 || !behind.starts_with(' '));
    (!is_alone).then_some((word, number))
}

/// The same of a number in words: `ประการที่สอง`.
fn spelled_number(line: &str) -> Option<(&str, u32)> {
    const LONGEST_WORD: usize = 30;
    let (word, rest) = line
        .split_once("ที่")
        .filter(|(word, _)| word.len() <= LONGEST_WORD)?;
    let number = NUMBERS.iter().zip(1..).find(|(name, _)| {
        let behind = rest.strip_prefix(*name);
        behind.is_some_and(|behind| !behind.starts_with(is_thai))
    });
    number.map(|(_, number)| (word, number))
}

/// `โทร. ๐ ๐๐๐๐`, `เลขที่ ๙๙`: a word, and behind it no letter of Thai.
fn labelled(line: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        let rest = line.strip_prefix(word);
        rest.is_some_and(|rest| rest.chars().next().is_none_or(|c| !is_thai_letter(c)))
    })
}

/// `งบประมาณ: ๑๐๐ บาท`, but neither `๐๘:๓๐` nor `https://`.
fn has_colon(line: &str) -> bool {
    let bytes = line.as_bytes();
    let colon = memchr(b':', &bytes[..bytes.len().min(LONGEST_LABEL)]);
    colon.is_some_and(|at| {
        let (label, rest) = (&line[..at], &line[at + 1..]);
        let is_label =
            |c: char| matches!(c, ' ' | '-') || c.is_ascii_alphabetic() || is_thai_letter(c);
        at > 0 && label.chars().all(is_label) && !rest.starts_with("//")
    })
}

fn point(line: &str) -> Option<Beginning> {
    let (line, opened) = match line.strip_prefix('(') {
        Some(rest) => (rest, true),
        None => (line.strip_prefix('\\').unwrap_or(line), false),
    };
    let mut rest = line.trim_start_matches(is_digit);
    let first = line[..line.len() - rest.len()].chars().count();
    if first == 0 {
        return letter_point(line, opened);
    }
    let mut parts = 1;
    while let Some(more) = rest
        .strip_prefix('.')
        .filter(|more| more.starts_with(is_digit))
    {
        rest = more.trim_start_matches(is_digit);
        parts += 1;
    }
    let closes = rest.starts_with(')') || (rest.starts_with(['.', '\\']) && !opened);
    if parts == 1 && first < 3 && !opened && is_loosely_numbered(rest) {
        return Some(Beginning::PerhapsPoint);
    }
    match (first, parts) {
        (4.., _) => None,
        _ if opened => closes.then_some(Beginning::Point),
        (_, 1) => closes.then_some(Beginning::Point),
        // `๑.๑ ขั้นตอน`, but also `๑.๕ ล้านบาท`.
        (_, 2) if !closes => Some(Beginning::PerhapsPoint),
        _ => Some(Beginning::Point),
    }
}

/// What stands behind the number of `1- ก`, `1-ก` and `๑/ ก`.
fn is_loosely_numbered(rest: &str) -> bool {
    let behind = rest.strip_prefix(['-', '–', '/']).unwrap_or("");
    behind.starts_with(BLANKS) || (!rest.starts_with('/') && behind.starts_with(is_thai_letter))
}

/// `①`, `❷`: a number in a circle.
fn is_circled(letter: char) -> bool {
    matches!(letter, '①'..='⑳' | '⑴'..='⒇' | 'ⓐ'..='ⓩ' | '⓪' | '❶'..='➓' | '㊀'..='㊉')
}

/// `II.`, `ii)`: Roman numbers of more than one letter.
fn is_roman(line: &str) -> bool {
    const MOST_LETTERS: usize = 5;
    let is_letter = |letter: char| "ivx".contains(letter) || "IVX".contains(letter);
    let rest = line.trim_start_matches(is_letter);
    let behind = rest.strip_prefix(['.', ')']).unwrap_or("");
    (2..=MOST_LETTERS).contains(&(line.len() - rest.len())) && behind.starts_with(BLANKS)
}

/// `o ก`: the second sign of Word's lists, whose font was lost.
fn is_lost_bullet(line: &str) -> bool {
    let rest = line.strip_prefix("o").unwrap_or("");
    rest.starts_with(BLANKS) && rest.trim_start().starts_with(is_thai)
}

/// `ก.` and `(ก)`; not the first letter of `พ.ศ.`
fn letter_point(line: &str, opened: bool) -> Option<Beginning> {
    let letter = line.chars().next()?;
    if is_circled(letter) || is_roman(line) {
        return Some(Beginning::Point);
    }
    if is_lost_bullet(line) && !opened {
        return Some(Beginning::PerhapsPoint);
    }
    let is_letter = ('ก'..='ฮ').contains(&letter) || letter.is_ascii_alphabetic();
    let rest = Some(&line[letter.len_utf8()..]).filter(|_| is_letter)?;
    if let Some(rest) = rest.strip_prefix(')') {
        return if opened || rest.starts_with(' ') {
            Some(Beginning::Point)
        } else {
            is_thai(letter).then_some(Beginning::PerhapsPoint)
        };
    }
    let rest = rest.strip_prefix('.').filter(|_| !opened)?;
    if rest.starts_with(BLANKS) {
        return Some(Beginning::Point);
    }
    let is_early =
        matches!(letter, 'ก'..='ง') && rest.chars().nth(1).is_some_and(|next| next != '.');
    Some(if is_early {
        Beginning::PerhapsPoint
    } else {
        Beginning::Abbreviation
    })
}
