//! Personal data in a text.
//!
//! In: any text, of a document or of an evidence file. Out: what was found, masked, with its byte
//! range. Apart from the rules because evidence is scanned while it is read and its text is not kept.

mod row;
mod words;

use std::collections::VecDeque;
use std::ops::Range;

use crate::thai::citizen_number::{citizen_numbers_in, numbers_over_lines};
use crate::thai::digits::{has_at_least, lines_with};
use crate::thai::numeral::{is_thai, is_thai_digit};
use row::{SHORTEST, has_one, is_named, is_number_alone, is_private_row};
use words::{
    ACCOUNTS, DECISIONS, FAMILIES, LISTS, NAMES, OFFICES, OFFICIAL_LISTS, PHONES, RECIPIENTS, STAFF,
};

/// Personal data found in a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Personal {
    /// A Thai citizen number with a right check digit.
    CitizenNumber {
        /// The number with its middle hidden: `1-23xx-xxxxx-xx-1`.
        masked: String,
    },
    /// A list of private persons with their telephone or account numbers.
    List {
        /// How many of its rows hold a name and a number.
        rows: usize,
    },
}

/// Rows that make a list long.
const LONG: usize = 10;

/// Other lines between two rows of one list, at most.
const WIDEST_BREAK: usize = 3;

/// Lines above a list that say what it is.
const ABOVE: usize = 4;

/// What a text holds, in order: citizen numbers ([`Personal::CitizenNumber`], at the number) and long
/// lists of private persons ([`Personal::List`], at their first row). A row is a line, so tables are
/// handed over with their rows on lines and a tab or `|` between cells.
pub fn personal(text: &str) -> Vec<(Range<usize>, Personal)> {
    let lines: Vec<_> = lines_with(text, SHORTEST).collect();
    let numbers = citizen_numbers_in(text, &lines).chain(numbers_over_lines(text));
    let numbers = numbers.map(|(range, masked)| (range, Personal::CitizenNumber { masked }));
    let mut found: Vec<_> = numbers.collect();
    if lines.len() >= LONG {
        found.extend(lists(text));
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// A list that is being read.
struct List {
    /// Its first row.
    first: Range<usize>,
    rows: usize,
    /// The number of its last row's line.
    last: usize,
    /// Whether the lines above say that it is of officials.
    is_official: bool,
    /// What they say it holds.
    subject: ListSubject,
}

/// What the lines above a list say that it holds.
#[derive(Clone, Copy, Default)]
struct ListSubject {
    accounts: bool,
    phones: bool,
    /// Persons, so that names without titles are some.
    names: bool,
}

/// Long lists of private persons with telephone or account numbers, at their first row.
pub fn lists(text: &str) -> Vec<(Range<usize>, Personal)> {
    let mut found = Vec::new();
    if !has_at_least(text, LONG * SHORTEST) {
        return found;
    }
    let mut list: Option<List> = None;
    let mut above: VecDeque<LineAbove<'_>> = VecDeque::new();
    let mut start = 0;
    for (at, line) in text.split_inclusive('\n').enumerate() {
        let listed = list.as_ref().map(|list| list.subject).unwrap_or_default();
        let is_above = |words: &[&str]| above.iter().any(|line| has_one(line.text, words));
        let is_named = || is_above(NAMES) || is_above(RECIPIENTS);
        let of_accounts = || listed.accounts || is_above(ACCOUNTS) || has_one(line, ACCOUNTS);
        let of_phones = || listed.phones || is_above(PHONES) || has_one(line, PHONES);
        let of_names = || listed.names || is_named();
        let row = LineAbove {
            at,
            start,
            text: line,
        };
        let row = match is_private_row(line, of_accounts, of_phones, of_names) {
            true => Some(row),
            false if is_number_alone(line, of_accounts, of_phones) => name_above(&above, of_names),
            false => None,
        };
        if let Some(row) = row {
            let ended = list.take_if(|list| row.at - list.last > WIDEST_BREAK + 1);
            found.extend(ended.and_then(told));
            let list = list.get_or_insert_with(|| List {
                first: row.start..row.start + row.text.trim_end().len(),
                rows: 0,
                last: at,
                is_official: !is_above(RECIPIENTS)
                    && above.iter().any(|line| is_of_officials(line.text)),
                subject: ListSubject {
                    accounts: is_above(ACCOUNTS),
                    phones: is_above(PHONES),
                    names: is_named(),
                },
            });
            (list.rows, list.last) = (list.rows + 1, at);
        }
        if !line.trim().is_empty() {
            above.push_back(LineAbove {
                at,
                start,
                text: line,
            });
            if above.len() > ABOVE {
                above.pop_front();
            }
        }
        start += line.len();
    }
    found.extend(list.and_then(told));
    found
}

/// Whether a line above a list says that it is of officials. Staff is spoken of in many lines: there it has to head the
/// list.
fn is_of_officials(line: &str) -> bool {
    let is_no_decision = |(at, _): (usize, &str)| {
        let before = line[..at].trim_end();
        before.ends_with("ติดต่อ") || !DECISIONS.iter().any(|word| before.ends_with(word))
    };
    let mut named = OFFICIAL_LISTS
        .iter()
        .flat_map(|word| line.match_indices(word));
    if named.any(is_no_decision) {
        return true;
    }
    let heading = line.trim_start_matches(|c: char| !is_thai(c) || is_thai_digit(c));
    let mut staff = STAFF.iter().flat_map(|word| line.match_indices(word));
    let heads = |at: usize| has_one(&line[..at], LISTS) || at == line.len() - heading.len();
    staff.any(|found| heads(found.0) && is_no_decision(found)) && !has_one(line, FAMILIES)
}

/// A line above the one that is read.
#[derive(Clone, Copy)]
struct LineAbove<'a> {
    at: usize,
    start: usize,
    text: &'a str,
}

/// Lines between a person's name and number, at most: where the person lives.
const WIDEST_ENTRY: usize = 1;

/// The line above that names the person whose number it is. A line with a number of its own is another entry, and one
/// with an office is of an official.
fn name_above<'a>(
    above: &VecDeque<LineAbove<'a>>,
    of_names: impl Fn() -> bool,
) -> Option<LineAbove<'a>> {
    let near = above.iter().rev().take(WIDEST_ENTRY + 1);
    let mut own =
        near.take_while(|line| !has_at_least(line.text, SHORTEST) && !has_one(line.text, OFFICES));
    own.find(|line| is_named(line.text, &of_names)).copied()
}

fn told(list: List) -> Option<(Range<usize>, Personal)> {
    let rows = list.rows;
    (rows >= LONG && !list.is_official).then_some((list.first, Personal::List { rows }))
}

#[cfg(test)]
mod tests {
    use super::{Personal, personal};

    fn list(row: impl Fn(usize) -> String) -> String {
        (0..12).map(|at| row(at) + "\n").collect()
    }

    #[test]
    fn beneficiaries_are_private_and_officials_are_not() {
        let mobile = |at: usize| format!("| {at} | นางสมมุติ ใจดี | 081-222-33{at:02} |");
        let private = [
            list(mobile),
            list(|at| format!("{at}. นายสมมุติ ใจดี เลขบัญชี {:03}-1-23456-7", 100 + at)),
            list(|at| format!("{at}\tด.ช.สมมุติ\tผู้ปกครอง ๐๘๑ ๒๓๔ ๕๖{}", 10 + at)),
            format!(
                "ชื่อ\tเลขที่บัญชี\n{}",
                list(|at| format!("นายสมมุติ\t01023456{at:02}"))
            ),
            format!("เบี้ยยังชีพผู้สูงอายุ โดยนายกเทศมนตรี\n{}", list(mobile)),
            format!(
                "ชื่อ,โทรศัพท์\n{}",
                list(|at| format!("นางสมมุติ ใจดี,8122233{at:02}"))
            ),
        ];
        for text in &private {
            let found = personal(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].1, Personal::List { rows: 12 });
            assert!(text[found[0].0.clone()].contains("สมมุติ"));
        }
        let public = [
            list(|at| format!("| นายสมมุติ ใจดี | นักวิชาการคลัง | 081-222-33{at:02} |")),
            format!("| ชื่อ | ตำแหน่ง | โทร |\n|---|---|---|\n{}", list(mobile)),
            format!("## สมาชิกสภาเทศบาล\n\n{}", list(mobile)),
            list(|at| format!("| {at} | นายสมมุติ ใจดี | 0-3890-00{at:02} |")),
            list(|at| format!("นางสมมุติ ใจดี ที่ดินเลขที่ 01023456{at:02}")),
            list(|at| format!("| {at} | นางสมมุติ ใจดี | 08x-xxx-xx{at:02} |")),
            list(mobile).lines().take(9).collect::<Vec<_>>().join("\n"),
            list(|at| format!("{}\n\n\n\n\n\n", mobile(at))),
            format!(
                "ชื่อ,เงินกู้\n{}",
                list(|at| format!("นางสมมุติ ใจดี,8122233{at:02}"))
            ),
        ];
        for text in &public {
            assert_eq!(personal(text), [], "{text}");
        }
    }

    #[test]
    fn a_number_may_stand_below_its_name() {
        for behind in [
            "\n   โทร. ",
            "\n\nโทร ",
            "\nอยู่บ้านเลขที่ 9 หมู่ 2\nโทร ",
            "\n\nบ้านเลขที่ 9\n\n",
        ] {
            let row = |at: usize| format!("{at}. นายสมมุติ ใจดี{behind}081-222-33{at:02}\n");
            let text = list(row);
            let found = personal(&text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].1, Personal::List { rows: 12 });
            assert!(text[found[0].0.clone()].starts_with("0. นายสมมุติ"));
        }
        for text in [
            list(|at| format!("นายสมมุติ ใจดี\nหัวหน้าฝ่าย\nโทร 081-222-33{at:02}")),
            list(|at| format!("งานทะเบียน\nโทร 081-222-33{at:02}")),
            format!(
                "นายสมมุติ ใจดี\n{}",
                list(|at| format!("โทร 081-222-33{at:02}"))
            ),
        ] {
            assert_eq!(personal(&text), [], "{text}");
        }
    }

    #[test]
    fn lists_of_staff_are_public() {
        let rows = list(|at| format!("| นายสมมุติ ใจดี | 081-222-33{at:02} |"));
        for heading in [
            "รายชื่อพนักงานเทศบาล",
            "## รายชื่อเจ้าหน้าที่",
            "รายชื่อข้าราชการ",
            "เบอร์โทรศัพท์ติดต่อภายใน",
            "คณะทำงาน",
            "รายชื่อครูผู้ดูแลเด็ก",
            "ครูผู้ดูแลเด็ก",
            "ร้านค้าในเขตเทศบาล",
            "สมาชิก อบต. สมมุติ",
            "เบอร์โทรติดต่อคณะกรรมการชุมชน",
        ] {
            assert_eq!(personal(&format!("{heading}\n\n{rows}")), [], "{heading}");
        }
        for heading in [
            "รายชื่อผู้มีสิทธิรับเบี้ยยังชีพ ที่เจ้าหน้าที่สำรวจ",
            "สอบถามเจ้าหน้าที่งานทะเบียน",
            "รายชื่อนักเรียนที่ครูประจำชั้นเสนอ",
            "รายชื่อบุตรของพนักงาน",
        ] {
            assert_eq!(
                personal(&format!("{heading}\n\n{rows}")).len(),
                1,
                "{heading}"
            );
        }
        let rows = list(|at| format!("| นายสมมุติ ใจดี | กองคลัง | 081-222-33{at:02} |"));
        assert_eq!(personal(&rows), []);
    }

    #[test]
    fn names_without_titles_are_persons_where_the_heading_says_so() {
        let private = [
            format!(
                "ชื่อ - สกุล\tโทรศัพท์\n{}",
                list(|at| format!("สมมุติ ใจดี\t081-222-33{at:02}"))
            ),
            format!(
                "| ที่ | ชื่อ | สกุล | โทร |\n{}",
                list(|at| format!("| {at} | สมมุติ | ใจดี | 08122233{at:02} |"))
            ),
            format!(
                "รายชื่อผู้มีสิทธิรับเบี้ยยังชีพ\n{}",
                list(|at| format!("{at}. สมมุติ ใจดี 081-222-33{at:02}"))
            ),
            list(|at| format!("คุณสมมุติ ใจดี 081-222-33{at:02}")),
            list(|at| format!("Mr. Sommut Jaidee 081-222-33{at:02}")),
        ];
        for text in &private {
            let found = personal(text).into_iter().map(|(_, found)| found);
            let rows = 12;
            assert_eq!(
                found.collect::<Vec<_>>(),
                [Personal::List { rows }],
                "{text}"
            );
        }
        let public = [
            // Groups, places and courses have telephones too.
            list(|at| format!("กลุ่มสตรี บ้านสมมุติ 081-222-33{at:02}")),
            list(|at| format!("หลักสูตร คุณธรรม จริยธรรม 081-222-33{at:02}")),
            format!(
                "| ชื่อ - สกุล | ตำแหน่ง | โทร |\n{}",
                list(|at| format!("| สมมุติ ใจดี | สมาชิก | 081-222-33{at:02} |"))
            ),
            format!(
                "ชื่อ - สกุล\tโทรศัพท์สำนักงาน\n{}",
                list(|at| format!("สมมุติ ใจดี\t0-3890-00{at:02}"))
            ),
        ];
        for text in &public {
            assert_eq!(personal(text), [], "{text}");
        }
    }
}
