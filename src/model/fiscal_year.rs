//! The Thai government fiscal year.

use std::fmt;

use jiff::civil::{Date, date};

use super::date::ERA_OFFSET;
use super::period::Period;

/// A fiscal year by its Buddhist-era number: 2566 runs from 1 October 2022 to 30 September 2023.
///
/// Source: seed report 004 ("๑ ต.ค. ๖๕ - ๓๑ มี.ค. ๖๖" as its first six months).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(i16);

impl FiscalYear {
    /// The first and the last year that dates can be reckoned for.
    pub const RANGE: std::ops::RangeInclusive<i16> = 2443..=2742;

    /// The first of them.
    pub const FIRST: Self = Self(*Self::RANGE.start());

    /// A fiscal year, if the number can be one.
    pub fn new(number: i64) -> Option<Self> {
        let number = i16::try_from(number).ok()?;
        Self::RANGE.contains(&number).then_some(Self(number))
    }

    /// The fiscal year that a day lies in.
    pub fn of(day: Date) -> Self {
        let next = i16::from(day.month() >= 10);
        Self(day.year() + ERA_OFFSET + next)
    }

    /// The Buddhist-era number.
    pub fn number(self) -> i16 {
        self.0
    }

    /// The year before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self(self.0 - 1)
    }

    /// 1 October to 30 September.
    pub fn period(self) -> Period {
        let common = self.0 - ERA_OFFSET;
        Period::new(date(common - 1, 10, 1), date(common, 9, 30))
    }

    /// October to March.
    pub fn first_half(self) -> Period {
        let common = self.0 - ERA_OFFSET;
        Period::new(date(common - 1, 10, 1), date(common, 3, 31))
    }

    /// January to June of the calendar year of the same number.
    pub fn calendar_first_half(self) -> Period {
        let common = self.0 - ERA_OFFSET;
        Period::new(date(common, 1, 1), date(common, 6, 30))
    }

    /// The calendar year of the same number: 1 January to 31 December.
    pub fn calendar_period(self) -> Period {
        let common = self.0 - ERA_OFFSET;
        Period::new(date(common, 1, 1), date(common, 12, 31))
    }
}

impl fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::FiscalYear;

    #[test]
    fn a_fiscal_year_starts_in_october_of_the_year_before() {
        assert_eq!(FiscalYear::of(date(2022, 10, 1)).number(), 2566);
        assert_eq!(FiscalYear::of(date(2023, 9, 30)).number(), 2566);
        assert_eq!(FiscalYear::of(date(2023, 10, 1)).number(), 2567);
        let year = FiscalYear::of(date(2023, 1, 1));
        assert_eq!(year.period().first, date(2022, 10, 1));
        assert_eq!(year.first_half().last, date(2023, 3, 31));
        assert_eq!(year.calendar_period().first, date(2023, 1, 1));
    }
}
