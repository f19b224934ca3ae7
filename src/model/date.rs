//! Days, read in either era and shown as Thai offices write them.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use crate::thai::numeral::to_arabic;

/// Years between the Buddhist and the common era: 2566 BE is 2023 CE.
pub const ERA_OFFSET: i16 = 543;

/// Common-era years a document may carry. Wide enough for old laws, narrow enough to catch an era
/// that was added or taken away twice.
const YEARS: RangeInclusive<i16> = 1900..=2199;

const MONTHS: [&str; 12] = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
];

/// The short names of the months, without their full stops.
const SHORT_MONTHS: [&str; 12] = [
    "มค",
    "กพ",
    "มีค",
    "เมย",
    "พค",
    "มิย",
    "กค",
    "สค",
    "กย",
    "ตค",
    "พย",
    "ธค",
];

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum DateFault {
    /// Not of the form year-month-day.
    Shape,
    /// The shape is right, but that day does not exist.
    NoSuchDay,
    /// The year is 543 too large or too small: the era was converted twice. Holds the likely
    /// Buddhist-era year.
    EraSlip(i16),
    /// No document can be of that year.
    Year,
}

/// A date `2023-01-31`, or in the Buddhist era `2566-01-31` (a year above 2400), Thai digits
/// allowed. Leap days are judged in the common era: `2567-02-29` exists, `2568-02-29` does not.
pub fn parse_date(text: &str) -> Result<Date, DateFault> {
    let text = to_arabic(text.trim());
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else {
        return Err(DateFault::Shape);
    };
    let part = |text, length| number(text, length..=length).ok_or(DateFault::Shape);
    let (year, month, day) = (part(year, 4)?, part(month, 2)?, part(day, 2)?);
    let common = common_year(year)?;
    let small = |number: i16| i8::try_from(number).map_err(|_| DateFault::NoSuchDay);
    Date::new(common, small(month)?, small(day)?).map_err(|_| DateFault::NoSuchDay)
}

/// The date that a text in another form certainly means, in the form the program reads and the era it
/// is written in: `31/01/2566`, `31 ม.ค. 2566` and `๓๑ มกราคม ๒๕๖๖` are `2566-01-31`.
///
/// A year in front is followed by month and day. In Thai the day comes first, so that `05/06/2566` is
/// the fifth of June; with a year of the common era it may have been written by a program that puts
/// the month first, and is certain only where the day cannot be a month. A year of two digits may be
/// of either era, and never is.
pub fn meant_date(text: &str) -> Option<String> {
    if parse_date(text) != Err(DateFault::Shape) {
        return None;
    }
    let text = to_arabic(text.trim()).into_owned();
    let text = text.strip_prefix("วันที่").unwrap_or(&text).trim();
    let (year, month, day) = in_figures(text).or_else(|| in_words(text))?;
    let date = format!("{year:04}-{month:02}-{day:02}");
    parse_date(&date).is_ok().then_some(date)
}

/// The day that a text with a year of two digits probably means: `15/10/65` and `31 ม.ค. 66`. Years up to 40 are taken
/// for ones of the common era, which no list of the Buddhist era goes back to.
pub fn guessed_date(text: &str) -> Option<String> {
    meant_date(&with_century(text)?)
}

/// A text that ends with a year of two digits, with the whole year.
pub(super) fn with_century(text: &str) -> Option<String> {
    let text = to_arabic(text.trim()).into_owned();
    let digits = text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let at = text
        .len()
        .checked_sub(2)
        .filter(|_| digits == 2 && text.len() > 2)?;
    let year = year_meant(text[at..].parse().ok()?)?;
    Some(format!("{}{year}", &text[..at]))
}

/// The year of the Buddhist era that a number which is none probably means: 2565 for 65, and for 2022.
pub fn year_meant(number: i64) -> Option<i16> {
    let number = i16::try_from(number).ok()?;
    match number {
        15..=40 => Some(2000 + number + ERA_OFFSET),
        50..=80 => Some(2500 + number),
        _ => buddhist_year(number),
    }
}

/// `31/01/2566`, `31-1-2566`, `31.1.2566` and `2566/1/31`.
fn in_figures(text: &str) -> Option<(i16, i16, i16)> {
    let sign = text.chars().find(|letter| !letter.is_ascii_digit())?;
    if !matches!(sign, '/' | '-' | '.') {
        return None;
    }
    let parts: Vec<&str> = text.split(sign).map(str::trim).collect();
    let [first, second, third] = parts[..] else {
        return None;
    };
    if first.len() == 4 {
        return Some((
            number(first, 4..=4)?,
            number(second, 1..=2)?,
            number(third, 1..=2)?,
        ));
    }
    let year = number(third, 4..=4)?;
    let (day, month) = (number(first, 1..=2)?, number(second, 1..=2)?);
    let certain = year > 2400 || day > 12 || day == month;
    certain.then_some((year, month, day))
}

/// `31 มกราคม 2566`, `31 ม.ค. พ.ศ. 2566`.
fn in_words(text: &str) -> Option<(i16, i16, i16)> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (day, rest) = text.split_at(digits);
    let rest = rest.trim().strip_prefix("เดือน").unwrap_or(rest.trim());
    let (name, year) = rest.split_at(
        rest.len()
            .checked_sub(4)
            .filter(|at| rest.is_char_boundary(*at))?,
    );
    Some((
        number(year, 4..=4)?,
        month_named(name)?,
        number(day, 1..=2)?,
    ))
}

/// The number of a month by its name, long or short, with the era of the year after it or not.
pub(super) fn month_named(name: &str) -> Option<i16> {
    let mut name: String = name
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '.')
        .collect();
    for era in ["พศ", "คศ", "ปี"] {
        name = name.strip_suffix(era).unwrap_or(&name).to_owned();
    }
    let is_it = |month: &&str| *month == name;
    let month = (MONTHS.iter().position(is_it)).or_else(|| SHORT_MONTHS.iter().position(is_it))?;
    i16::try_from(month + 1).ok()
}

/// The number that a text of so many digits is.
pub(super) fn number(text: &str, length: RangeInclusive<usize>) -> Option<i16> {
    let digits = length.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// The common-era year of a year written in either era.
pub(super) fn common_year(year: i16) -> Result<i16, DateFault> {
    let common = if year > 2400 { year - ERA_OFFSET } else { year };
    if YEARS.contains(&common) {
        return Ok(common);
    }
    // 3109 is 2566 + 543; 1480 is 2023 - 543.
    if YEARS.contains(&(common - ERA_OFFSET)) {
        Err(DateFault::EraSlip(common))
    } else if YEARS.contains(&(common + ERA_OFFSET)) {
        Err(DateFault::EraSlip(common + 2 * ERA_OFFSET))
    } else {
        Err(DateFault::Year)
    }
}

/// The Buddhist-era number of a year that must be one of the common era: 2566 for 2023.
pub fn buddhist_year(year: i16) -> Option<i16> {
    YEARS.contains(&year).then_some(year + ERA_OFFSET)
}

/// Whether a text ends with the name of a month, in full or short, with or without its full stops.
pub fn ends_with_month(text: &str) -> bool {
    let plain = text.replace('.', "");
    let mut names = MONTHS.iter().chain(&SHORT_MONTHS);
    names.any(|name| plain.ends_with(name))
}

/// A day as it is typed: `2566-01-31`.
pub fn typed_date(day: Date) -> String {
    format!("{}-{:02}", typed_month(day), day.day())
}

/// The month of a day as it is typed: `2566-01`.
pub fn typed_month(day: Date) -> String {
    format!("{}-{:02}", day.year() + ERA_OFFSET, day.month())
}

/// A date as it is shown: `5 เมษายน 2566`.
pub fn thai_date(day: Date) -> String {
    let month = MONTHS[usize::from(day.month().unsigned_abs()) - 1];
    let year = (day.year() + ERA_OFFSET).to_string();
    [&day.day().to_string(), " ", month, " ", &year].concat()
}

/// A day as it is shown where there is little room: `5 เม.ย. 2566`.
pub fn short_date(day: Date) -> String {
    let month = SHORT_MONTHS[usize::from(day.month().unsigned_abs()) - 1];
    // A full stop before the last letter, and one after it.
    let last = month.char_indices().last().map_or(0, |(at, _)| at);
    let (first, last) = month.split_at(last);
    format!("{} {first}.{last}. {}", day.day(), day.year() + ERA_OFFSET)
}

/// A month as it is shown: `เมษายน 2566`.
pub fn thai_month(day: Date) -> String {
    let month = MONTHS[usize::from(day.month().unsigned_abs()) - 1];
    [month, " ", &(day.year() + ERA_OFFSET).to_string()].concat()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{DateFault, meant_date, parse_date, thai_date};

    #[test]
    fn both_eras_and_both_kinds_of_digits() {
        assert_eq!(parse_date("2023-01-31"), Ok(date(2023, 1, 31)));
        assert_eq!(parse_date("2566-01-31"), Ok(date(2023, 1, 31)));
        assert_eq!(parse_date("๒๕๖๖-๐๑-๓๑"), Ok(date(2023, 1, 31)));
    }

    #[test]
    fn a_short_date_has_its_full_stops() {
        assert_eq!(super::short_date(date(2023, 4, 5)), "5 เม.ย. 2566");
        assert_eq!(super::short_date(date(2023, 3, 31)), "31 มี.ค. 2566");
        assert_eq!(super::short_date(date(2023, 12, 1)), "1 ธ.ค. 2566");
    }

    #[test]
    fn leap_days_are_judged_in_the_common_era() {
        assert_eq!(parse_date("2567-02-29"), Ok(date(2024, 2, 29)));
        assert_eq!(parse_date("2568-02-29"), Err(DateFault::NoSuchDay));
    }

    #[test]
    fn the_slip_of_543_years_is_named() {
        assert_eq!(parse_date("3109-01-31"), Err(DateFault::EraSlip(2566)));
        assert_eq!(parse_date("1480-01-31"), Err(DateFault::EraSlip(2566)));
        assert_eq!(parse_date("0066-01-31"), Err(DateFault::Year));
        assert_eq!(parse_date("31/01/2566"), Err(DateFault::Shape));
        assert_eq!(parse_date("2566-13-01"), Err(DateFault::NoSuchDay));
        assert_eq!(parse_date("2566-1-5"), Err(DateFault::Shape));
    }

    #[test]
    fn a_date_in_another_form_is_known_where_it_is_certain() {
        for (text, date) in [
            ("31/01/2566", "2566-01-31"),
            ("31 ม.ค. 2566", "2566-01-31"),
            ("๓๑ มกราคม ๒๕๖๖", "2566-01-31"),
            ("วันที่ 5 เดือนมิถุนายน พ.ศ. 2566", "2566-06-05"),
            ("05/06/2566", "2566-06-05"),
            ("5-6-2566", "2566-06-05"),
            ("5.6.2566", "2566-06-05"),
            ("2566/1/31", "2566-01-31"),
            ("2566-1-5", "2566-01-05"),
            ("31/01/2023", "2023-01-31"),
            ("29 ก.พ. 2567", "2567-02-29"),
        ] {
            assert_eq!(meant_date(text).as_deref(), Some(date), "{text}");
        }
        for text in [
            "2566-01-31",
            "31/01/66",
            "05/06/2023",
            "31/02/2566",
            "01/31/2566",
            "ม.ค. 2566",
            "2566",
            "31 ม.ค. 66",
            "31/01/3109",
            "",
            "วันที่",
            "31 xx 2566",
            "1/2/3/2566",
            "พ.ศ.",
            "ปี 2566",
        ] {
            assert_eq!(meant_date(text), None, "{text}");
        }
    }

    #[test]
    fn shown_as_thai_offices_write_it() {
        assert_eq!(thai_date(date(2023, 4, 5)), "5 เมษายน 2566");
    }
}
