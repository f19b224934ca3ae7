//! The years that a title or a file name speaks of, and how surely it means the year of its subject.
//!
//! In: a name. Out: mentions. Apart from the rule, which knows the item: here is only what a clerk
//! means by `ประจำปี 2565`, `ครั้งที่ 1/2565`, `ตุลาคม 2565` and `ระเบียบ … พ.ศ. 2560`.

use std::ops::{Range, RangeInclusive};

use crate::model::date::{ERA_OFFSET, ends_with_month};
use crate::thai::numeral::to_arabic;

/// A year or a run of years in a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// Buddhist-era years.
    pub(super) years: RangeInclusive<i16>,
    /// How it is meant.
    pub(super) kind: Kind,
}

/// How a year is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// As the year of the subject: `ปี 2565`.
    Named,
    /// As the whole year that it reports on or holds for: `ประจำปี 2565`, `ปีงบ 65`. A report of six
    /// months is not called so by the calendar year it begins in.
    Whole,
    /// Without a word for it: `report-2565.pdf`.
    Plain,
    /// As part of something else: a law, a date, a number of a resolution, a result of other years.
    Aside,
}

/// Words for the year of a subject, the longer ones first.
const YEAR_WORDS: &[&str] = &["ประจำปีงบประมาณ", "ปีงบประมาณ", "ประจำปี", "ปีงบ", "ปี"];

/// The months as programs and English titles name them.
const ENGLISH_MONTHS: &[&str] = &[
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// What is called by the year it was made in, for good, whichever word stands before that.
const DATED: &[&str] = &[
    "พระราช",
    "พ.ร.บ",
    "พรบ",
    "พรก",
    "พรฎ",
    "รัฐธรรมนูญ",
    "ระเบียบ",
    "ข้อบังคับ",
    "ข้อบัญญัติ",
    "เทศบัญญัติ",
    "กฎ",
    "หนังสือ",
    "มติ",
    "ประมวล",
    "act",
    "iso",
];

/// What may be called so; with `ปี` it is made anew every year, as the declaration that no gifts are
/// taken is.
const LASTING: &[&str] = &["ประกาศ", "คำสั่ง", "หลักเกณฑ์", "มาตรฐาน", "นโยบาย", "คู่มือ"];

/// What comes before something that is only referred to.
const CITING: &[&str] = &["ตาม", "อ้างถึง"];

/// The assessment of another year, which measures and plans build on.
const ASSESSMENTS: &[&str] = &["ita", "oit", "lpa", "ประเมินคุณธรรม"];

/// What comes before a year that is only compared with, or where something began.
const FROM_THERE: &[&str] = &["จาก", "ตั้งแต่", "เทียบ", "กับ", "หลัง", "ก่อน", "รุ่น", "ถึง", "สิ้น"];

/// Files that a camera or scanner has counted.
const COUNTERS: &[&str] = &["img", "dsc", "dscn", "scan", "pic", "photo"];

/// What follows a number that counts something.
const COUNTED: &[&str] = &[
    "บาท",
    "คน",
    "ราย",
    "ครัวเรือน",
    "แห่ง",
    "เมตร",
    "ชุด",
    "ครั้ง",
    "ตัว",
];

/// The years in a name, in order.
pub(super) fn mentions(name: &str) -> Vec<Mention> {
    let name = to_arabic(name).to_lowercase();
    let numbers = numbers(&name);
    let mut found = Vec::new();
    let mut at = 0;
    while at < numbers.len() {
        let number = &numbers[at];
        let context = Context::of(&name, number);
        let Some(first) = context.year(&name[number.clone()]) else {
            at += 1;
            continue;
        };
        let mut kind = context.kind();
        let mut years = first..=first;
        let next = numbers
            .get(at + 1)
            .filter(|next| joins(&name[number.end..next.start]));
        if let Some(next) = next {
            match last_of_range(first, &name[next.clone()]) {
                Some(last) => {
                    years = first..=last;
                    at += 1;
                }
                // `2565-10`: a month.
                None if name[number.end..next.start].trim() == "-" && next.len() == 2 => {
                    kind = Kind::Aside;
                }
                None => {}
            }
        }
        found.push(Mention { years, kind });
        at += 1;
    }
    found
}

/// Where digits stand with nothing between them.
fn numbers(name: &str) -> Vec<Range<usize>> {
    let mut numbers: Vec<Range<usize>> = Vec::new();
    for (at, _) in name.bytes().enumerate().filter(|(_, b)| b.is_ascii_digit()) {
        match numbers.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => numbers.push(at..at + 1),
        }
    }
    numbers
}

/// Whether what stands between two years makes them a run of years.
fn joins(between: &str) -> bool {
    let sign = between.trim_matches([' ', '_']);
    matches!(sign, "-" | "–" | "—" | "ถึง" | "ถึงปี" | "- พ.ศ." | "– พ.ศ.")
}

/// The last year of `2566-2570` and `2566-70`.
fn last_of_range(first: i16, text: &str) -> Option<i16> {
    const LONGEST: i16 = 20;
    let number: i16 = text.parse().ok()?;
    let last = match text.len() {
        4 => to_buddhist(number)?,
        2 => first / 100 * 100 + number,
        _ => return None,
    };
    (first < last && last - first <= LONGEST).then_some(last)
}

fn to_buddhist(year: i16) -> Option<i16> {
    match year {
        2400..=2699 => Some(year),
        1990..=2099 => Some(year + ERA_OFFSET),
        _ => None,
    }
}

/// What stands around a number.
struct Context<'a> {
    /// Everything before it and before the word for a year, if there is one.
    before: &'a str,
    /// That word.
    year_word: Option<&'a str>,
    after: &'a str,
    /// Whether a sign that belongs to a number stands beside it: `12/2565`, `2,565`.
    in_number: bool,
}

impl<'a> Context<'a> {
    fn of(name: &'a str, number: &Range<usize>) -> Self {
        let (before, after) = (&name[..number.start], &name[number.end..]);
        let in_number = before.ends_with('/')
            || after
                .strip_prefix(['/', ',', '.'])
                .is_some_and(starts_with_digit)
            || before
                .strip_suffix([',', '.', '-', '_'])
                .is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
        let mut before = trim(before);
        for era in ["พ.ศ.", "พ.ศ", "พศ.", "ค.ศ."] {
            before = before.strip_suffix(era).map_or(before, trim);
        }
        let year_word = YEAR_WORDS.iter().find(|word| before.ends_with(**word));
        let before = year_word.map_or(before, |word| trim(&before[..before.len() - word.len()]));
        Self {
            before,
            year_word: year_word.copied(),
            after,
            in_number,
        }
    }

    /// The year that a number is, if it is one. Two digits are one after a word for it only.
    fn year(&self, text: &str) -> Option<i16> {
        let number: i16 = text.parse().ok()?;
        match text.len() {
            4 => to_buddhist(number),
            2 if self.year_word.is_some() && (50..=99).contains(&number) => Some(2500 + number),
            _ => None,
        }
    }

    fn kind(&self) -> Kind {
        let has = |words: &[&str]| words.iter().any(|word| self.before.contains(word));
        let ends = |words: &[&str]| words.iter().any(|word| self.before.ends_with(word));
        let counts = COUNTED
            .iter()
            .any(|word| self.after.trim_start().starts_with(word));
        let in_month = ends_with_month(self.before) || ends(ENGLISH_MONTHS);
        if self.in_number || in_month || ends(COUNTERS) || has(ASSESSMENTS) || counts {
            return Kind::Aside;
        }
        match self.year_word {
            Some("ปี") if ends(FROM_THERE) || has(CITING) || has(DATED) => Kind::Aside,
            Some("ปี") => Kind::Named,
            Some(_) => Kind::Whole,
            None if has(DATED) || has(LASTING) => Kind::Aside,
            None => Kind::Plain,
        }
    }
}

/// Without the signs that stand for a space in file names.
fn trim(text: &str) -> &str {
    text.trim_end_matches([' ', '\u{a0}', '-', '–', '_', '('])
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{Kind, mentions};

    fn one(name: &str) -> (i16, i16, Kind) {
        let found = mentions(name);
        assert_eq!(found.len(), 1, "{name}: {found:?}");
        (
            *found[0].years.start(),
            *found[0].years.end(),
            found[0].kind,
        )
    }

    #[test]
    fn the_year_of_the_subject() {
        for name in [
            "รายงานผลประจำปี 2564",
            "รายงานผลการดำเนินงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๔",
            "แผนปีงบ 64",
            "รายงาน-ประจำปี-2564.pdf",
            "รายงานประจำปีงบประมาณ_2564_(ฉบับย่อ).pdf",
            "ประกาศเจตนารมณ์ No Gift Policy ประจำปี 2021",
        ] {
            assert_eq!(one(name), (2564, 2564, Kind::Whole), "{name}");
        }
        for name in ["ประกาศ No Gift Policy ปี ๒๕๖๔", "นโยบาย ปี 64"]
        {
            assert_eq!(one(name), (2564, 2564, Kind::Named), "{name}");
        }
        assert_eq!(one("แผนพัฒนา ปี 2566-2570"), (2566, 2570, Kind::Named));
        assert_eq!(one("แผน 5 ปี (พ.ศ. ๒๕๖๑ – ๒๕๖๕)").1, 2565);
        assert_eq!(one("แผนปี 2566-70"), (2566, 2570, Kind::Named));
        assert_eq!(one("annual-report-2564.pdf"), (2564, 2564, Kind::Plain));
    }

    #[test]
    fn years_of_other_things() {
        for name in [
            "พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐",
            "ระเบียบกระทรวงการคลัง 2560",
            "มติที่ประชุม ครั้งที่ 12/2565",
            "รายงานตามประกาศ ก.ท.จ. ปี 2563",
            "บันทึกภาพการอบรม 15 ตุลาคม 2565",
            "สรุปผล ต.ค. 65 ปี 2565/66",
            "month-2565-12.xlsx",
            "IMG_2564.pdf",
            "คำสั่งที่-125-2564.pdf",
            "มาตรการจากผลการประเมิน ITA ปี 2565",
            "เปรียบเทียบกับปี 2564",
            "งบประมาณ 2,565 บาท",
            "ผู้รับบริการ 2565 คน",
            "66059123456.pdf",
            "รับลงทะเบียนอายุครบ 60 ปี",
        ] {
            let kinds: Vec<Kind> = mentions(name).iter().map(|found| found.kind).collect();
            assert!(
                kinds.iter().all(|kind| *kind == Kind::Aside),
                "{name}: {kinds:?}"
            );
        }
    }
}
