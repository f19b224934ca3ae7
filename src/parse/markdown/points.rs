//! What a line of Thai begins with, where it does not go on from the line above: a point, a name, an address.
//!
//! In: a line. Out: whether it stands for itself. Thai has no spaces between words, so that a line may break inside
//! one; it never does before these.

use memchr::memchr;

use crate::thai::numeral::{is_thai, is_thai_digit};

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
    /// With nothing of the kind.
    Text,
}

/// Whether lists have a sign in front of their points; also those of Word.
fn is_bullet(sign: char) -> bool {
    !is_thai(sign) && "•·●○◦▪▫■□◆◇➢➤►▶✓✔☑☐☒–—-*+\u{f0b7}\u{f0a7}\u{f0d8}\u{f0fc}".contains(sign)
}

/// Titles of persons.
const TITLES: [&str; 14] = [
    "นาย",
    "นางสาว",
    "นาง",
    "น.ส.",
    "ด.ช.",
    "ด.ญ.",
    "เด็กชาย",
    "เด็กหญิง",
    "ว่าที่",
    "ดร.",
    "พ.ต.",
    "ร.ต.",
    "จ.ส.",
    "ส.ต.",
];

/// Words that begin like a title and are none.
const NO_TITLES: [&str; 20] = [
    "นายก ",
    "นายกฯ",
    "นายกเทศ",
    "นายกองค์",
    "นายกอบ",
    "นายกรัฐ",
    "นายกสมาคม",
    "นายกเมือง",
    "นายกเหล่า",
    "นายกพัทยา",
    "นายจ้าง",
    "นายช่าง",
    "นายทะเบียน",
    "นายทหาร",
    "นายตำรวจ",
    "นายหน้า",
    "นายอำเภอ",
    "นายท้าย",
    "ว่าที่ประชุม",
    "ว่าที่ดิน",
];

/// What is given behind these is a number, a name or an address.
const LABELS: [&str; 20] = [
    "โทรศัพท์",
    "โทรสาร",
    "โทร",
    "แฟกซ์",
    "แฟ็กซ์",
    "มือถือ",
    "สายด่วน",
    "อีเมล์",
    "อีเมล",
    "ไปรษณีย์อิเล็กทรอนิกส์",
    "ไลน์",
    "เว็บไซต์",
    "เฟซบุ๊ก",
    "เฟสบุ๊ค",
    "รหัสไปรษณีย์",
    "บ้านเลขที่",
    "เลขที่",
    "หมู่ที่",
    "ที่อยู่",
    "ที่ตั้ง",
];

/// Words that names of places begin with, in an address and inside a sentence.
const PLACES: [&str; 9] = [
    "หมู่",
    "ซอย",
    "ถนน",
    "ตำบล",
    "แขวง",
    "อำเภอ",
    "เขต",
    "จังหวัด",
    "อาคาร",
];

/// Labels of a letter head that are words of sentences too.
const PERHAPS: [&str; 11] = [
    "ชั้น",
    "เรื่อง",
    "เรียน",
    "อ้างถึง",
    "สิ่งที่ส่งมาด้วย",
    "ที่",
    "วันที่",
    "เวลา",
    "สถานที่",
    "ตำแหน่ง",
    "สังกัด",
];

/// The first bytes of all these words, which tell quickly that most lines begin with none.
const STARTS: [u64; TITLES.len() + LABELS.len() + PLACES.len() + PERHAPS.len()] = {
    let lists: [&[&str]; 4] = [&TITLES, &LABELS, &PLACES, &PERHAPS];
    let mut starts = [0; TITLES.len() + LABELS.len() + PLACES.len() + PERHAPS.len()];
    let (mut list, mut word, mut at) = (0, 0, 0);
    while list < lists.len() {
        if word < lists[list].len() {
            starts[at] = start(lists[list][word]);
            (word, at) = (word + 1, at + 1);
        } else {
            (list, word) = (list + 1, 0);
        }
    }
    starts
};

/// The first two Thai letters of a text as a number.
const fn start(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let (mut number, mut at) = (0, 0);
    while at < 6 && at < bytes.len() {
        number = number << 8 | bytes[at] as u64;
        at += 1;
    }
    number
}

/// Bytes before a `:` that makes them a label.
const LONGEST_LABEL: usize = 90;

/// How a line begins; signs of Markdown around its beginning do not count.
pub(super) fn beginning(line: &str) -> Beginning {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
    let bare = line.trim_start_matches(['*', '_', '~', '[']);
    if let Some(point) =
        point(bare).filter(|_| !bare.starts_with("น.ส.") && !bare.starts_with("ด."))
    {
        return point;
    }
    if bare.len() == line.len() && line.starts_with(is_bullet) {
        return Beginning::Point;
    }
    if !STARTS.contains(&start(bare)) {
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
    } else if starts(&PLACES) || labelled(bare, &PERHAPS) {
        Beginning::PerhapsLabel
    } else if has_colon(bare) {
        Beginning::Colon
    } else {
        Beginning::Text
    }
}

/// `โทร. ๐ ๐๐๐๐`, `เลขที่ ๙๙`: a word, and behind it no letter of Thai.
fn labelled(line: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        let rest = line.strip_prefix(word);
        rest.is_some_and(|rest| {
            rest.chars()
                .next()
                .is_none_or(|c| !is_thai(c) || is_thai_digit(c))
        })
    })
}

/// `งบประมาณ: ๑๐๐ บาท`, but neither `๐๘:๓๐` nor `https://`.
fn has_colon(line: &str) -> bool {
    let bytes = line.as_bytes();
    let colon = memchr(b':', &bytes[..bytes.len().min(LONGEST_LABEL)]);
    colon.is_some_and(|at| {
        let (label, rest) = (&line[..at], &line[at + 1..]);
        let is_label = |c: char| c == ' ' || (is_thai(c) && !is_thai_digit(c));
        at > 0 && label.chars().all(is_label) && !rest.starts_with("//")
    })
}

fn point(line: &str) -> Option<Beginning> {
    let (line, opened) = match line.strip_prefix('(') {
        Some(rest) => (rest, true),
        None => (line.strip_prefix('\\').unwrap_or(line), false),
    };
    let is_digit = |c: char| c.is_ascii_digit() || is_thai_digit(c);
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
    match (first, parts) {
        (4.., _) => None,
        _ if opened => closes.then_some(Beginning::Point),
        (_, 1) => closes.then_some(Beginning::Point),
        // `๑.๑ ขั้นตอน`, but also `๑.๕ ล้านบาท`.
        (_, 2) if !closes => Some(Beginning::PerhapsPoint),
        _ => Some(Beginning::Point),
    }
}

/// `ก.` and `(ก)`; not the first letter of `พ.ศ.`
fn letter_point(line: &str, opened: bool) -> Option<Beginning> {
    let letter = line.chars().next()?;
    let is_letter = ('ก'..='ฮ').contains(&letter) || letter.is_ascii_alphabetic();
    let rest = Some(&line[letter.len_utf8()..]).filter(|_| is_letter)?;
    if let Some(rest) = rest.strip_prefix(')') {
        return (opened || rest.starts_with(' ')).then_some(Beginning::Point);
    }
    let rest = rest.strip_prefix('.').filter(|_| !opened)?;
    if rest.starts_with([' ', '\t', '\u{a0}']) {
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
