//! Days, read in either era and shown as Thai offices write them.

use jiff::civil::Date;

use super::numeral::to_arabic;

/// Years between the Buddhist and the common era: 2566 BE is 2023 CE.
pub const ERA_OFFSET: i16 = 543;

/// Common-era years a document may carry. Wide enough for old laws, narrow enough to catch an era
/// that was added or taken away twice.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

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
    let digits = |part: &str, length: usize| {
        (part.len() == length && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse::<i16>().ok())
            .flatten()
            .ok_or(DateFault::Shape)
    };
    let (year, month, day) = (digits(year, 4)?, digits(month, 2)?, digits(day, 2)?);
    let common = common_year(year)?;
    let small = |number: i16| i8::try_from(number).map_err(|_| DateFault::NoSuchDay);
    Date::new(common, small(month)?, small(day)?).map_err(|_| DateFault::NoSuchDay)
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

/// A date as it is shown: `5 เมษายน 2566`.
pub fn thai_date(day: Date) -> String {
    let month = MONTHS[usize::from(day.month().unsigned_abs()) - 1];
    format!("{} {month} {}", day.day(), day.year() + ERA_OFFSET)
}

/// A month as it is shown: `เมษายน 2566`.
pub fn thai_month(day: Date) -> String {
    let month = MONTHS[usize::from(day.month().unsigned_abs()) - 1];
    format!("{month} {}", day.year() + ERA_OFFSET)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{DateFault, parse_date, thai_date};

    #[test]
    fn both_eras_and_both_kinds_of_digits() {
        assert_eq!(parse_date("2023-01-31"), Ok(date(2023, 1, 31)));
        assert_eq!(parse_date("2566-01-31"), Ok(date(2023, 1, 31)));
        assert_eq!(parse_date("๒๕๖๖-๐๑-๓๑"), Ok(date(2023, 1, 31)));
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
    fn shown_as_thai_offices_write_it() {
        assert_eq!(thai_date(date(2023, 4, 5)), "5 เมษายน 2566");
    }
}
