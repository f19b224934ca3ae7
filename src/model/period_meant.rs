//! Periods in the words of Thai offices: `ต.ค. 2565`, `ไตรมาส 1/2566`, `ครึ่งปีแรก 2566`.
//!
//! In: what stands where a period belongs. Out: the period as it is typed, and whether no other can be meant: then
//! `oit check --fix` writes it, else it is only named in the help of a finding.

use super::date::{ERA_OFFSET, meant_date, month_named, number, with_century};
use super::fiscal_year::FiscalYear;
use super::period::Period;
use super::period_text::PeriodFault;
use crate::thai::numeral::to_arabic;

/// The month that a text in another form certainly means: `ตุลาคม ๒๕๖๕` and `10/2565` are `2565-10`. `1/2566` may be a
/// quarter or a round as well.
pub fn meant_month(text: &str) -> Option<String> {
    if Period::parse(text) != Err(PeriodFault::Shape) {
        return None;
    }
    let text = to_arabic(text.trim()).into_owned();
    let is_round = |text: &str| {
        text.split('/')
            .any(|part| ["1", "2", "3", "4"].contains(&part.trim()))
    };
    let figures = in_figures(&text).filter(|_| !is_round(&text));
    typed_month(figures.or_else(|| in_words(&text))?)
}

/// A month with its year as it is typed.
fn typed_month((month, year): (i16, i16)) -> Option<String> {
    let month = format!("{}-{month:02}", buddhist(year)?);
    Period::parse(&month).is_ok().then_some(month)
}

/// The period that a text in another form means; `year` stands in where it names none.
pub fn meant_period(text: &str, year: Option<FiscalYear>) -> Option<String> {
    if Period::parse(text) != Err(PeriodFault::Shape) {
        return None;
    }
    if let Some(month) = meant_month(text) {
        return Some(month);
    }
    let text = to_arabic(text.trim()).into_owned();
    if let Some(month) = in_figures(&text).and_then(typed_month) {
        return Some(month);
    }
    for sign in ["ถึง", "–", "—", "-"] {
        let Some((from, to)) = text.split_once(sign) else {
            continue;
        };
        if let (Some(from), Some(to)) = (end(from, Day::First), end(to, Day::Last)) {
            return named(&format!("{from}..{to}"));
        }
    }
    part_of_year(&text, year)
}

/// Whether a text that means a period can mean no other. It says its years in full, since `65` may be a year of either
/// era, and is no `1/2566`, which is a month to some and a quarter to others. Quarters and halves are those of the fiscal
/// year: the assessment knows no others.
pub fn is_certain_period(text: &str) -> bool {
    let text = to_arabic(text.trim());
    let is_year = |digits: &str| digits.len() == 4;
    let has_year = text.split(|c: char| !c.is_ascii_digit()).any(is_year);
    let mut ends = text
        .split(['–', '—', '-'])
        .flat_map(|part| part.split("ถึง"));
    let is_round = in_figures(&text).is_some() && meant_month(&text).is_none();
    has_year && !is_round && ends.all(|end| with_century(end).is_none())
}

/// The same where a year may have two digits, or a month no year at all: it is then the one of the fiscal year. Only
/// for a column of months, where nothing else can stand.
pub fn period_in_column(text: &str, year: FiscalYear) -> Option<String> {
    let short = |text: &str| {
        let whole = with_century(text)?;
        let is_typed = Period::parse(&whole).is_ok();
        let typed = is_typed.then(|| whole.clone());
        typed.or_else(|| meant_period(&whole, Some(year)))
    };
    let stated = meant_period(text, Some(year)).or_else(|| short(text));
    // `ม.ค.-66`, as Excel shows a month of its own.
    let spaced = || text.replace(['-', '–', '\''], " ");
    let stated = stated.or_else(|| short(&spaced()).or_else(|| meant_month(&spaced())));
    stated.or_else(|| {
        let name = text.trim();
        let month = month_named(name.strip_prefix("เดือน").unwrap_or(name))?;
        let number = year.number() - i16::from(month >= 10);
        typed_month((month, number))
    })
}

/// Which day of a month an end of a period must be.
#[derive(Clone, Copy)]
enum Day {
    First,
    Last,
}

/// One end of a period: a month or a year, or the day that begins or ends a month. A year may have two digits.
fn end(text: &str, day: Day) -> Option<String> {
    let whole = with_century(text);
    let text = whole.as_deref().unwrap_or(text.trim());
    meant_month(text)
        .or_else(|| part_of_year(text, None))
        .or_else(|| month_of(&meant_date(text)?, day))
}

/// The month of a day, `2566-03` for `2566-03-31`.
fn month_of(date: &str, day: Day) -> Option<String> {
    let (month, number) = date.rsplit_once('-')?;
    let period = Period::parse(month).ok()?;
    let at = match day {
        Day::First => period.first,
        Day::Last => period.last,
    };
    (at.day().to_string() == number.trim_start_matches('0')).then(|| month.to_owned())
}

/// A period from one end to another; under its own name where it is a part of a fiscal year.
fn named(both: &str) -> Option<String> {
    let period = Period::parse(both).ok()?;
    let (_, to) = both.split_once("..")?;
    let year = to.get(..4)?.parse::<i16>().ok()?;
    let parts = ["", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4"];
    let mut parts = [year, year + 1]
        .into_iter()
        .flat_map(|year| parts.map(|part| format!("{year}{part}")));
    let same = parts.find(|part| Period::parse(part).as_ref() == Ok(&period));
    Some(same.unwrap_or_else(|| both.to_owned()))
}

/// A quarter, a half or the whole of a fiscal year.
fn part_of_year(text: &str, year: Option<FiscalYear>) -> Option<String> {
    let mut rest: String = text
        .to_uppercase()
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '/' | '(' | ')' | '-'))
        .collect();
    for word in ["ปีงบประมาณ", "งบประมาณ", "พศ", "ประจำ", "ที่", "รอบ"]
    {
        rest = rest.replace(word, "");
    }
    let digits = rest.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    // `ไตรมาส12566`: the year is the last four digits.
    let at = rest.len().checked_sub(4).filter(|at| *at >= digits);
    let (part, stated) = at.map_or((&*rest, None), |at| (&rest[..at], rest[at..].parse().ok()));
    let year = match stated {
        Some(stated) => Some(buddhist(stated)?),
        None => year.map(FiscalYear::number),
    }?;
    let part = part
        .strip_suffix("ปี")
        .filter(|part| !part.ends_with("ครึ่ง"))
        .unwrap_or(part);
    let suffix = match part {
        "" if stated.is_some() => "",
        "ครึ่งปีแรก" | "ครึ่งแรก" | "6เดือนแรก" | "H1" => {
            "-H1"
        }
        "ครึ่งปีหลัง" | "ครึ่งหลัง" | "6เดือนหลัง" | "H2" => {
            "-H2"
        }
        "ไตรมาส1" | "ไตรมาสแรก" | "Q1" => "-Q1",
        "ไตรมาส2" | "Q2" => "-Q2",
        "ไตรมาส3" | "Q3" => "-Q3",
        "ไตรมาส4" | "Q4" => "-Q4",
        _ => return None,
    };
    let typed = format!("{year}{suffix}");
    Period::parse(&typed).is_ok().then_some(typed)
}

/// `10/2565`, `2565/10`, `2565-1`.
fn in_figures(text: &str) -> Option<(i16, i16)> {
    let (first, second) = text.split_once(['/', '-'])?;
    let (first, second) = (first.trim(), second.trim());
    let (month, year) = if first.len() == 4 {
        (second, first)
    } else {
        (first, second)
    };
    Some((number(month, 1..=2)?, number(year, 4..=4)?))
}

/// `ต.ค. 2565`, `เดือนตุลาคม พ.ศ. 2565`.
fn in_words(text: &str) -> Option<(i16, i16)> {
    let text = text.strip_prefix("เดือน").unwrap_or(text);
    let at = text.len().checked_sub(4)?;
    let (name, year) = text.split_at_checked(at)?;
    Some((month_named(name)?, number(year, 4..=4)?))
}

/// A year of either era in the Buddhist one.
fn buddhist(year: i16) -> Option<i16> {
    let year = if (1900..=2199).contains(&year) {
        year + ERA_OFFSET
    } else {
        year
    };
    FiscalYear::new(year.into()).map(FiscalYear::number)
}

#[cfg(test)]
mod tests {
    use super::{FiscalYear, is_certain_period, meant_month, meant_period, period_in_column};

    #[test]
    fn a_month_with_its_year_is_certain() {
        for (text, month) in [
            ("ต.ค. 2565", "2565-10"),
            ("ตุลาคม ๒๕๖๕", "2565-10"),
            ("เดือนตุลาคม พ.ศ. 2565", "2565-10"),
            ("ม.ค.2023", "2566-01"),
            ("10/2565", "2565-10"),
            ("2566-1", "2566-01"),
        ] {
            assert_eq!(meant_month(text).as_deref(), Some(month), "{text}");
        }
        for text in [
            "2566",
            "2566-01",
            "ต.ค. 65",
            "1/2566",
            "2566/2",
            "ต.ค.",
            "13/2566",
            "ไตรมาส 1/2566",
            "0/2566",
            "",
            "31 ต.ค. 2565",
        ] {
            assert_eq!(meant_month(text), None, "{text}");
        }
    }

    #[test]
    fn a_period_with_its_whole_year_is_certain() {
        for text in [
            "ไตรมาส 1/2566",
            "ครึ่งปีแรก ๒๕๖๖",
            "2566-2570",
            "ต.ค. 2565 ถึง มี.ค. 2566",
        ] {
            assert!(is_certain_period(text), "{text}");
        }
        for text in [
            "ไตรมาส 1",
            "6 เดือนแรก",
            "1/2566",
            "ต.ค. 65 - มี.ค. 66",
            "1 ต.ค. 65 ถึง 31 มี.ค. 2566",
        ] {
            assert!(!is_certain_period(text), "{text}");
        }
    }

    #[test]
    fn other_periods_are_understood_too() {
        let folder = FiscalYear::new(2566);
        for (text, period) in [
            ("ไตรมาส 1", Some("2566-Q1")),
            ("ไตรมาสที่ 2/2565", Some("2565-Q2")),
            ("ไตรมาส 1 ปีงบประมาณ พ.ศ. 2567", Some("2567-Q1")),
            ("ครึ่งปีแรก 2566", Some("2566-H1")),
            ("ครึ่งปีหลัง ปี ๒๕๖๖", Some("2566-H2")),
            ("6 เดือนแรก", Some("2566-H1")),
            ("ปีงบประมาณ 2565", Some("2565")),
            ("2566-2570", Some("2566..2570")),
            ("พ.ศ. 2566 – 2570", Some("2566..2570")),
            ("ต.ค. 2565 - มี.ค. 2566", Some("2566-H1")),
            ("ปีนี้", None),
            ("", None),
            ("2566-H3", None),
            ("2570-2566", None),
        ] {
            assert_eq!(meant_period(text, folder).as_deref(), period, "{text}");
        }
        assert_eq!(meant_period("ไตรมาส 1", None), None);
    }

    #[test]
    fn in_a_column_of_months_the_year_may_be_short_or_none() {
        let year = FiscalYear::new(2566).unwrap();
        for (text, period) in [
            ("ต.ค. 65", Some("2565-10")),
            ("ม.ค.-66", Some("2566-01")),
            ("๑๐/๖๕", Some("2565-10")),
            ("ตุลาคม", Some("2565-10")),
            ("เดือน มกราคม", Some("2566-01")),
            ("ก.ย.", Some("2566-09")),
            ("ไตรมาส 1/66", Some("2566-Q1")),
            ("ต.ค. 65 - มี.ค. 66", Some("2566-H1")),
            ("รวม", None),
            ("12", None),
            ("", None),
        ] {
            assert_eq!(period_in_column(text, year).as_deref(), period, "{text}");
        }
    }
}
