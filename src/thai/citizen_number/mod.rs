//! Thai citizen numbers in a text, as people type them.
//!
//! In: any text. Out: where a number stands, masked; or the text with every number hidden, because
//! findings quote what was written. Apart from [`super::digits`], which knows no meaning. How people type a number
//! is in `typed`, how forms and exports spread it over cells in `cells`, how it goes over two lines in `lines`.

mod cells;
mod down;
mod heading;
mod lines;
mod slashes;
mod typed;

use std::borrow::Cow;
use std::ops::Range;

pub use lines::numbers_over_lines;

use super::digits::{Group, Groups, Separator, has_at_least, lines_with, value};

/// How many digits a citizen number has.
pub const DIGITS: usize = 13;

/// Words of a line that says itself what its number is: there every grouping is believed.
const NAMING: &[&str] = &["ประชาชน", "ปชช", "เลขประจำตัว", "citizen", "Citizen"];

/// Words of a line whose 13 digits are of a thing: EAN-13 has the same length, and one in ten has a
/// check digit that is right here too.
const OF_THINGS: &[&str] = &["บาร์โค้ด", "บาร์โค๊ด", "barcode", "Barcode", "GTIN", "EAN-13"];

/// The citizen numbers of a text, masked. A number does not go on after a line end, nor after a tab,
/// `|` or `,` unless every digit has a cell of its own or every thousand has its comma.
pub fn citizen_numbers(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    numbers(text, lines_with(text, DIGITS), |_| true).chain(slashes::with_slashes(text))
}

/// The same of a text whose lines with many digits are known: those without so many have none.
pub fn citizen_numbers_in<'a>(
    text: &'a str,
    lines: &'a [(usize, &'a str)],
) -> impl Iterator<Item = (Range<usize>, String)> + 'a {
    let lines = lines.iter().copied();
    let lines = lines.filter(|(_, line)| has_at_least(line, DIGITS));
    numbers(text, lines, |_| true).chain(slashes::with_slashes(text))
}

/// Those alone that go over the borders of cells, or that a heading in another row tells: of rows whose cells were
/// searched one by one.
pub fn numbers_over_cells(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    let lines = lines_with(text, DIGITS);
    numbers(text, lines, |candidate| candidate.count > 1)
}

/// The citizen numbers in lines of a text among the candidates that are wanted. `lines`: each with where it begins.
fn numbers<'a>(
    text: &'a str,
    lines: impl Iterator<Item = (usize, &'a str)>,
    is_wanted: impl Fn(&Candidate<'_>) -> bool + Copy,
) -> impl Iterator<Item = (Range<usize>, String)> {
    lines.flat_map(move |(start, line)| {
        let subject = LineSubject::of(line);
        let mut groups = Groups::over_cells(line);
        std::iter::from_fn(move || {
            loop {
                let run = groups.ahead();
                if run.is_empty() {
                    return None;
                }
                let above = &text[..start];
                let candidate = Candidate::of(line, above, run, &subject);
                let candidate = candidate.filter(|found| is_wanted(found) && found.is_number());
                let found =
                    candidate.map(|found| (found.count, found.range(), masked(&found.digits)));
                groups.pass(found.as_ref().map_or(1, |(count, ..)| *count));
                if let Some((_, range, masked)) = found {
                    return Some((start + range.start..start + range.end, masked));
                }
            }
        })
    })
}

/// A text with every citizen number masked.
pub fn masked_text(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut end = 0;
    let mut found: Vec<_> = citizen_numbers(text).collect();
    found.sort_by_key(|(range, _)| range.start);
    for (range, masked) in found {
        out.push_str(&text[end..range.start]);
        out.push_str(&masked);
        end = range.end;
    }
    if end == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[end..]);
    Cow::Owned(out)
}

/// A line with the digits of its citizen numbers, and those in `also`, blotted out. Every letter
/// keeps its length and width, so that a caret still points at its place.
pub fn blotted(line: &str, also: &Range<usize>) -> String {
    let found = citizen_numbers(line).map(|(range, _)| range);
    let hidden: Vec<Range<usize>> = found.chain([also.clone()]).collect();
    let blot = |(at, letter): (usize, char)| match letter.len_utf8() {
        _ if value(letter).is_none() || !hidden.iter().any(|range| range.contains(&at)) => letter,
        1 => 'x',
        _ if letter >= '０' => 'ｘ',
        _ => '•',
    };
    line.char_indices().map(blot).collect()
}

/// What a line says of its numbers, looked for once: a line may be a whole file.
struct LineSubject {
    are_of_persons: bool,
    are_of_things: bool,
}

impl LineSubject {
    fn of(line: &str) -> Self {
        let has_one = |words: &[&str]| words.iter().any(|word| line.contains(word));
        Self {
            are_of_persons: has_one(NAMING),
            are_of_things: has_one(OF_THINGS),
        }
    }
}

/// Thirteen digits with a right check digit, which may be a number of a person.
struct Candidate<'a> {
    line: &'a str,
    /// What stands above the line, where it is known.
    above: &'a str,
    /// The groups from its first on, and those behind it.
    run: &'a [Group],
    /// How many of them it takes.
    count: usize,
    digits: [u8; DIGITS],
    subject: &'a LineSubject,
}

impl<'a> Candidate<'a> {
    /// What begins with the first of these groups.
    fn of(
        line: &'a str,
        above: &'a str,
        run: &'a [Group],
        subject: &'a LineSubject,
    ) -> Option<Self> {
        // Over several cells a number begins with a digit by itself; most groups do not.
        let goes_on = |group: &&Group| run[0].length == 1 || !group.separator.parts_cells();
        let in_reach = 1 + run[1..].iter().take_while(goes_on).count();
        let (digits, count) = digits_of(&run[..in_reach])?;
        // First, because it is soon said: most numbers are something else.
        is_citizen_number(&digits).then_some(Self {
            line,
            above,
            run,
            count,
            digits,
            subject,
        })
    }

    fn range(&self) -> Range<usize> {
        self.run[0].range.start..self.run[self.count - 1].range.end
    }

    fn lengths(&self) -> impl Iterator<Item = usize> {
        self.run[..self.count].iter().map(|group| group.length)
    }

    /// What stands between its groups.
    fn separators(&self) -> impl Iterator<Item = Separator> {
        self.run[1..self.count].iter().map(|group| group.separator)
    }

    fn is_in_one_cell(&self) -> bool {
        !self.separators().any(Separator::parts_cells)
    }

    fn is_number(&self) -> bool {
        if self.is_in_one_cell() {
            self.is_typed()
        } else {
            self.is_over_cells()
        }
    }
}

/// The 13 digits that the first groups have together, and how many groups these are.
fn digits_of(run: &[Group]) -> Option<([u8; DIGITS], usize)> {
    let mut digits = [0; DIGITS];
    let mut length = 0;
    for (at, group) in run.iter().enumerate() {
        let end = length + group.length;
        digits.get_mut(length..end)?.copy_from_slice(group.digits());
        length = end;
        if length == DIGITS {
            return Some((digits, at + 1));
        }
    }
    None
}

/// Whether digits are a number of a person: the first is 1–8 (0 is a juristic person's, which is
/// public) and the last is the check digit.
fn is_citizen_number(digits: &[u8; DIGITS]) -> bool {
    if !(1..=8).contains(&digits[0]) {
        return false;
    }
    let weighted = digits.iter().zip((2..=13u32).rev());
    let sum: u32 = weighted
        .map(|(digit, weight)| u32::from(*digit) * weight)
        .sum();
    u32::from(digits[DIGITS - 1]) == (11 - sum % 11) % 10
}

fn masked([first, second, third, .., last]: &[u8; DIGITS]) -> String {
    format!("{first}-{second}{third}xx-xxxxx-xx-{last}")
}

#[cfg(test)]
mod tests {
    use super::{blotted, citizen_numbers, masked_text};

    /// Twelve digits and the check digit they ask for. With a second digit 0, or 99 as the second and
    /// third, it is nobody's: no province has such a code.
    fn made(twelve: &str) -> String {
        let sum: u32 = (twelve.bytes().zip((2..=13).rev()))
            .map(|(digit, weight)| u32::from(digit - b'0') * weight)
            .sum();
        format!("{twelve}{}", (11 - sum % 11) % 10)
    }

    /// The digits with something after the 1st, 5th, 10th and 12th.
    fn grouped(number: &str, separator: &str) -> String {
        let parts = [0..1, 1..5, 5..10, 10..12, 12..13].map(|range| &number[range]);
        parts.join(separator)
    }

    fn thai(text: &str) -> String {
        crate::thai::numeral::to_thai(text)
    }

    fn full_width(text: &str) -> String {
        let wide = |c: char| match c.to_digit(10) {
            Some(digit) => char::from_u32('０' as u32 + digit).unwrap(),
            None => c,
        };
        text.chars().map(wide).collect()
    }

    /// Numbers without end, the same in every run (`SplitMix64`).
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, end: u64) -> u64 {
            self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            (z ^ (z >> 31)) % end
        }

        fn digits(&mut self, count: usize) -> String {
            (0..count).map(|_| self.below(10).to_string()).collect()
        }
    }

    const GAPS: &[&str] = &[
        "", "-", " ", "\u{a0}", "\u{2009}", "\u{202f}", "–", "—", "‑", "−", "－", ".", " - ",
        " – ", "_", "  ",
    ];

    #[test]
    fn every_planted_number_is_found_in_every_grouping() {
        let mut dice = Dice(1);
        for _ in 0..200 {
            let number = made(&format!("{}0{}", 1 + dice.below(8), dice.digits(10)));
            for separator in GAPS {
                let typed = grouped(&number, separator);
                for typed in [thai(&typed), full_width(&typed), typed] {
                    for (before, after) in [
                        ("", ""),
                        ("เลขที่", "ของ"),
                        ("| 1 | นายกอ ขอ | ", " | 0812345678 |"),
                        ("1. ", " 081-234-5678"),
                        ("โทร 0-3890-0000, ", ","),
                        ("ปี 2566\n", "\n12"),
                        ("2566\t", "\t12"),
                    ] {
                        let text = format!("{before}{typed}{after}");
                        let found: Vec<_> = citizen_numbers(&text).collect();
                        let range = before.len()..before.len() + typed.len();
                        assert_eq!(found.len(), 1, "{text:?}");
                        assert_eq!(found[0].0, range, "{text:?}");
                        assert!(found[0].1.contains("xx-xxxxx-xx-"), "{found:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_thousand_other_numbers_are_none() {
        let mut dice = Dice(2);
        for round in 0..1000u64 {
            let wrong = |number: String, add: u64| {
                let last = number[12..].parse::<u64>().unwrap();
                format!("{}{}", &number[..12], (last + 1 + add % 9) % 10)
            };
            let person = made(&format!("{}0{}", 1 + dice.below(8), dice.digits(10)));
            let (a, b) = (dice.digits(4), dice.digits(4));
            let separator = GAPS[usize::try_from(round).unwrap() / 12 % GAPS.len()];
            let text = match round % 12 {
                0 => grouped(&wrong(person, round), separator),
                1 => format!("0-38{}-{a} 0-38{}-{b}", dice.digits(2), dice.digits(2)),
                2 => format!("08{} ต่อ {}", dice.digits(8), dice.digits(3)),
                3 => format!("08{}-{a} 0-{b}-{a}", dice.digits(4)),
                // A juristic person's tax number, right in itself.
                4 => grouped(&made(&format!("0{}", dice.digits(11))), separator),
                5 => format!("{person}{}", dice.digits(1)),
                6 => format!(
                    "66{}{}",
                    dice.digits(9),
                    ["", "1"][usize::from(round % 24 > 11)]
                ),
                7 => format!("ที่ มท 0808.2/ว {a} ลงวันที่ 1 ม.ค. 2566"),
                8 => format!(
                    "{}-{}-{}-{} {a}.{}",
                    dice.digits(3),
                    dice.digits(1),
                    dice.digits(5),
                    dice.digits(1),
                    dice.digits(2)
                ),
                9 => format!("https://www.example.go.th/post/{person}?p={person}"),
                10 => format!("a{person}f 0.{person} {person}.50 {person}-01"),
                _ => format!("2566 {a} {b} {}|{a},{b}\t{person}9", dice.digits(1)),
            };
            for text in [thai(&text), text] {
                assert_eq!(citizen_numbers(&text).next(), None, "{text}");
            }
        }
    }

    #[test]
    fn what_stands_around_decides() {
        let number = made("300040012345");
        let (card, stamp) = (grouped(&number, "-"), made("199323456780"));
        for text in [
            format!("1{}", grouped(&number, "\n")),
            format!("12-{card}-34"),
            format!("uploads/{stamp}.pdf"),
            format!("{stamp}.pdf"),
            format!("barcode {number}"),
            format!(
                "{} {} {} {}",
                &number[..4],
                &number[4..8],
                &number[8..12],
                &number[12..]
            ),
        ] {
            assert_eq!(citizen_numbers(&text).next(), None, "{text}");
        }
        for text in [
            format!("ID{number}"),
            format!("สำเนา_{number}.pdf"),
            format!("1 {}", grouped(&number, " ")),
            format!("{card} {card}"),
            format!(
                "บัตรประชาชน {} {} {}",
                &number[..4],
                &number[4..9],
                &number[9..]
            ),
            number.replace("", " ").trim().to_owned(),
        ] {
            assert_ne!(citizen_numbers(&text).next(), None, "{text}");
        }
    }

    #[test]
    fn nothing_that_is_shown_holds_the_number() {
        let number = made("300040012345");
        let masked = format!("กู้ 3-00xx-xxxxx-xx-{} บ.", &number[12..]);
        assert_eq!(masked_text(&format!("กู้ {number} บ.")), masked);
        let line = format!("กู้ {} {} 12", thai(&number), number);
        let shown = blotted(&line, &(0..0));
        assert_eq!(shown.len(), line.len());
        assert!(
            shown.ends_with("xxxxxxxxxxxxx 12") && shown.contains("•••"),
            "{shown}"
        );
    }
}
