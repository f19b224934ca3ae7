//! Lines that people end themselves though nothing in the next one says so: a name alone, a word and its amount, a link,
//! and short lines below each other.
//!
//! In: a line and the one below it, with the text around them. Out: whether the second begins anew. Text that was copied
//! from PDF has long lines that break inside words; those are joined, and so are two short ones.

use std::ops::Range;

use memchr::memchr;

use super::points::{Beginning, beginning, is_short};
use crate::thai::digits::value;
use crate::thai::numeral::{is_thai, is_thai_letter};

/// Letters of a short line, without marks above and below.
const SHORT: usize = 30;

/// What a line is counted with: an amount's unit.
const UNITS: [&str; 34] = [
    "บาท",
    "ล้านบาท",
    "วัน",
    "เดือน",
    "ปี",
    "ชั่วโมง",
    "นาที",
    "เรื่อง",
    "ราย",
    "คน",
    "ครั้ง",
    "คะแนน",
    "โครงการ",
    "กิจกรรม",
    "แห่ง",
    "ชุด",
    "ฉบับ",
    "หลัง",
    "คัน",
    "เครื่อง",
    "ตัว",
    "รายการ",
    "หมู่บ้าน",
    "ครัวเรือน",
    "ชุมชน",
    "กิโลเมตร",
    "เมตร",
    "ตารางเมตร",
    "ไร่",
    "กิโลกรัม",
    "ตัน",
    "สัญญา",
    "ข้อ",
    "%",
];

/// Words that a sentence goes on with.
const GOES_ON: [&str; 27] = [
    "และ",
    "หรือ",
    "ของ",
    "ที่",
    "ซึ่ง",
    "เพื่อ",
    "โดย",
    "ตาม",
    "ใน",
    "กับ",
    "ได้",
    "แล้ว",
    "เป็น",
    "จะ",
    "ให้",
    "จาก",
    "ต่อ",
    "แก่",
    "แต่",
    "นั้น",
    "นี้",
    "ดังนี้",
    "ว่า",
    "ณ",
    "ๆ",
    "ฯ",
    "ถึง",
];

/// What begins with such a word and is none.
const NO_GOES_ON: [&str; 6] = ["ที่ดิน", "ที่ตั้ง", "ที่อยู่", "ที่ปรึกษา", "ที่พัก", "ที่ทำการ"];

/// Words that a line ends with whose sentence goes on.
const ENDS_OPEN: [&str; 14] = [
    "และ",
    "หรือ",
    "ของ",
    "ระหว่าง",
    "โดย",
    "เพื่อ",
    "กับ",
    "ดู",
    "ตาม",
    "ให้",
    "จาก",
    "คือ",
    "ซึ่ง",
    "ณ",
];

/// What a line ends with that a list follows.
const INTRODUCES: [&str; 5] = ["ดังนี้", "ต่อไปนี้", "ดังต่อไปนี้", "ประกอบด้วย", "ได้แก่"];

/// Words that alone on a line stand above what they are about.
const ALONE: [&str; 12] = [
    "หมายเหตุ",
    "คำเตือน",
    "วิสัยทัศน์",
    "พันธกิจ",
    "เป้าหมาย",
    "วัตถุประสงค์",
    "หลักการและเหตุผล",
    "ข้อเสนอแนะ",
    "ปัญหาและอุปสรรค",
    "ผลที่คาดว่าจะได้รับ",
    "ที่มา",
    "ข้อเท็จจริง",
];

/// Titles that stand before a name; the longer first.
const TITLES: [&str; 12] = [
    "ว่าที่ร้อยตรี",
    "ว่าที่ร้อยโท",
    "ว่าที่ร้อยเอก",
    "ว่าที่",
    "นางสาว",
    "นาย",
    "นาง",
    "น.ส.",
    "เด็กชาย",
    "เด็กหญิง",
    "ดร.",
    "จ.ส.",
];

/// Words that offices begin with.
const OFFICES: [&str; 14] = [
    "ประธาน",
    "รอง",
    "กรรมการ",
    "เลขา",
    "นายก",
    "ปลัด",
    "ผู้",
    "หัวหน้า",
    "สมาชิก",
    "ที่ปรึกษา",
    "นัก",
    "เจ้า",
    "พนักงาน",
    "ตำแหน่ง",
];

/// Words that names of divisions and places begin with.
const DIVISIONS: [&str; 7] = ["สำนัก", "กอง", "ฝ่าย", "ศูนย์", "โรงเรียน", "ชุมชน", "บ้าน"];

/// Whether a line begins anew below the one before it. Both are ranges of `text`.
pub(super) fn stands_alone(text: &str, before: &Range<usize>, after: &Range<usize>) -> bool {
    let (above, line) = (
        without_point(&text[before.clone()]),
        bare(&text[after.clone()]),
    );
    if goes_on(line) || ends_open(above) {
        return false;
    }
    ALONE.contains(&above)
        || is_link_alone(above)
        || is_picture_alone(above)
        || is_name_before(above, line)
        || (is_name(line) && is_short(above))
        || is_pair_before(above, line)
        || is_question(above, line)
        || is_division(line) && (is_division(above) || is_division(below(text, after)))
}

/// The line below a place.
fn below<'a>(text: &'a str, line: &Range<usize>) -> &'a str {
    let rest = text.get(line.end + 1..).unwrap_or("");
    bare(&rest[..memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())])
}

/// Whether a line is the name of a division or place alone.
fn is_division(line: &str) -> bool {
    DIVISIONS.iter().any(|word| line.starts_with(word))
        && !line.contains(' ')
        && letters(line) <= SHORT
}

/// A line without the signs of quotations and emphasis around it.
fn bare(line: &str) -> &str {
    line.trim_start_matches(['>', ' ', '\t']).trim_end()
}

/// A line without the sign of a list, too.
fn without_point(line: &str) -> &str {
    let line = bare(line);
    let number = line.trim_start_matches(|c| value(c).is_some());
    let rest = match number.strip_prefix('.') {
        Some(rest) if number.len() < line.len() => Some(rest),
        _ => line.strip_prefix(['-', '*', '+']),
    };
    rest.filter(|rest| rest.starts_with(' '))
        .map_or(line, str::trim_start)
}

fn goes_on(line: &str) -> bool {
    let starts = |words: &[&str]| words.iter().any(|word| line.starts_with(word));
    starts(&GOES_ON) && !starts(&NO_GOES_ON)
}

fn ends_open(line: &str) -> bool {
    ENDS_OPEN.iter().any(|word| line.ends_with(word))
}

fn is_link_alone(line: &str) -> bool {
    let is_whole = line.starts_with('[') && line.ends_with(')') && line.matches("](").count() == 1;
    is_whole || (line.starts_with("http") && !line.contains(' '))
}

fn is_picture_alone(line: &str) -> bool {
    line.strip_prefix('!').is_some_and(is_link_alone)
}

/// The words of a name behind its title; none where a line says more.
fn name(line: &str) -> Option<usize> {
    const LONGEST: usize = 20;
    let title = Some(line).filter(|line| beginning(line) == Beginning::Name)?;
    let title = TITLES.iter().find_map(|word| title.strip_prefix(word))?;
    let words: Vec<&str> = title.split_whitespace().collect();
    let is_word = |word: &&str| word.chars().all(is_thai_letter) && word.chars().count() <= LONGEST;
    ((1..=2).contains(&words.len()) && words.iter().all(is_word)).then_some(words.len())
}

/// Whether a line is the title and the whole name of a person.
fn is_name(line: &str) -> bool {
    name(line) == Some(2)
}

/// Whether a name stands above an office; of one without a family name what follows must be one.
fn is_name_before(above: &str, line: &str) -> bool {
    let is_office = || OFFICES.iter().any(|word| line.starts_with(word)) && is_short(line);
    match name(above) {
        Some(2) => true,
        Some(_) => is_office() || name(line).is_some(),
        None => name(line).is_some() && OFFICES.iter().any(|word| above.starts_with(word)),
    }
}

/// Whether a line ends with a number and its unit, as `งบประมาณ ๑๐๐ บาท` does, behind a word.
fn is_pair(line: &str) -> bool {
    let Some(rest) = UNITS.iter().find_map(|unit| {
        let rest = line.strip_suffix(unit)?.trim_end();
        rest.ends_with(|c| value(c).is_some()).then_some(rest)
    }) else {
        return false;
    };
    let is_number = |c: char| value(c).is_some() || matches!(c, ',' | '.' | ' ');
    let word = rest.trim_end_matches(is_number);
    word.ends_with(is_thai) && is_short(line)
}

/// Whether a pair stands above another one, or above a word and what it says.
fn is_pair_before(above: &str, line: &str) -> bool {
    if !is_pair(above) || !line.starts_with(is_thai_letter) {
        return false;
    }
    let is_lean = above.split_whitespace().count() <= 3 && letters(above) <= SHORT;
    is_pair(line) || (is_lean && letters(line) <= SHORT && line.split_whitespace().count() == 2)
}

fn is_question(above: &str, line: &str) -> bool {
    let is = |line: &str, words: [&str; 2]| words.iter().any(|word| line.starts_with(word));
    let (asks, answers) = (["ถาม ", "คำถาม "], ["ตอบ ", "คำตอบ "]);
    (is(above, asks) && is(line, answers)) || (is(above, answers) && is(line, asks))
}

/// Short lines below each other, as far as a paragraph was read: three or more are lines of their own. A paragraph that
/// begins with a long one was broken by a program.
#[derive(Default)]
pub(super) struct ShortLines {
    /// How many stand above the next line; nothing at the beginning of a paragraph.
    above: Option<usize>,
}

impl ShortLines {
    /// Begins another paragraph.
    pub(super) fn begin(&mut self) {
        self.above = None;
    }

    /// Whether a line and the one above it belong to a run. Both are ranges of `text`.
    pub(super) fn go_on(
        &mut self,
        text: &str,
        before: &Range<usize>,
        after: &Range<usize>,
    ) -> bool {
        let above = &text[before.clone()];
        let count = match self.above {
            _ if introduces(above) => 1,
            None if is_run_line(above) => 1,
            Some(count) if count > 0 && is_run_line(above) => count + 1,
            _ => 0,
        };
        self.above = Some(count);
        if count == 0 || !is_run_line(&text[after.clone()]) {
            return false;
        }
        count > 1 || is_run_line(below(text, after))
    }
}

/// Whether a list follows a line.
fn introduces(line: &str) -> bool {
    let line = line.trim_end().trim_end_matches(':').trim_end();
    INTRODUCES.iter().any(|words| line.ends_with(words))
}

/// Whether a line may be one of a run: short, and whole by itself.
fn is_run_line(line: &str) -> bool {
    let line = bare(line);
    let is_plain = line.starts_with(is_thai_letter)
        && !matches!(
            beginning(line),
            Beginning::Abbreviation | Beginning::Point | Beginning::PerhapsPoint
        );
    let is_even = line.matches("**").count().is_multiple_of(2) && !line.contains(['|', '\t', '<']);
    is_plain && is_even && letters(line) <= SHORT && !goes_on(line) && !ends_open(line)
}

/// How many letters a line has, without marks above and below.
fn letters(line: &str) -> usize {
    let is_mark =
        |letter: &char| matches!(letter, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}');
    line.chars()
        .filter(|letter| !is_mark(letter))
        .take(SHORT + 1)
        .count()
}
