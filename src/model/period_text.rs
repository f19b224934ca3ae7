//! Periods as they are written and shown: `2566-H1`, `ตุลาคม 2565 – มีนาคม 2566`.

use jiff::ToSpan;
use jiff::civil::Date;

use super::date::{ERA_OFFSET, buddhist_year, number, thai_date, thai_month, typed_month};
use super::fiscal_year::FiscalYear;
use super::period::Period;
use crate::thai::numeral::to_arabic;

/// A period and how it was written (in Arabic digits).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodText {
    /// The days that it covers.
    pub period: Period,
    /// The text as written, in Arabic digits.
    pub text: String,
}

/// Why a text is not a period.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PeriodFault {
    /// None of the known forms.
    Shape,
    /// A common-era year where the Buddhist era is meant; holds the whole text in that era.
    CommonEra(String),
    /// `A..B` where B ends before A starts.
    Backwards,
}

impl Period {
    /// Reads `2566`, `2566-H1`, `2566-Q3`, `2566-01` or `A..B`; Thai digits allowed.
    pub fn parse(text: &str) -> Result<Self, PeriodFault> {
        let text = to_arabic(text.trim());
        let parts = || text.split("..").map(str::trim);
        if parts().any(|part| in_buddhist_era(part).is_some()) {
            let meant = |part: &str| in_buddhist_era(part).unwrap_or_else(|| part.to_owned());
            let parts: Vec<String> = parts().map(meant).collect();
            return Err(PeriodFault::CommonEra(parts.join("..")));
        }
        let Some((from, to)) = text.split_once("..") else {
            return Self::parse_one(&text);
        };
        let (from, to) = (Self::parse_one(from.trim())?, Self::parse_one(to.trim())?);
        if to.last < from.first {
            return Err(PeriodFault::Backwards);
        }
        Ok(Self::new(from.first, to.last))
    }

    fn parse_one(text: &str) -> Result<Self, PeriodFault> {
        let (year, part) = match text.split_once('-') {
            Some((year, part)) => (year, Some(part)),
            None => (text, None),
        };
        let year = number(year, 4..=4).and_then(|year| FiscalYear::new(year.into()));
        let year = year.ok_or(PeriodFault::Shape)?;
        let Some(part) = part else {
            return Ok(year.period());
        };
        let months = |start: i32, count: i32| {
            let first = year.period().first.saturating_add(start.months());
            Self::new(
                first,
                first.saturating_add((count - 1).months()).last_of_month(),
            )
        };
        match part {
            "H1" | "h1" => Ok(months(0, 6)),
            "H2" | "h2" => Ok(months(6, 6)),
            "Q1" | "q1" => Ok(months(0, 3)),
            "Q2" | "q2" => Ok(months(3, 3)),
            "Q3" | "q3" => Ok(months(6, 3)),
            "Q4" | "q4" => Ok(months(9, 3)),
            _ => {
                let month = number(part, 2..=2).and_then(|month| i8::try_from(month).ok());
                let day = month.map(|month| Date::new(year.number() - ERA_OFFSET, month, 1));
                let first = day.and_then(Result::ok).ok_or(PeriodFault::Shape)?;
                Ok(Self::new(first, first.last_of_month()))
            }
        }
    }

    /// As a page says it: whole months as months, whole fiscal years as such.
    pub fn thai(&self) -> String {
        if self.first == self.last {
            return thai_date(self.first);
        }
        let year = FiscalYear::of(self.first);
        if *self == year.period() {
            return format!("ปีงบประมาณ {year}");
        }
        let ends = FiscalYear::of(self.last);
        if self.first == year.period().first && self.last == ends.period().last {
            return format!("ปีงบประมาณ {year}–{ends}");
        }
        if self.first.day() != 1 || self.last != self.last.last_of_month() {
            return format!("{} – {}", thai_date(self.first), thai_date(self.last));
        }
        if self.first.last_of_month() == self.last {
            return thai_month(self.first);
        }
        format!("{} – {}", thai_month(self.first), thai_month(self.last))
    }

    /// The month it begins in, as it is typed.
    pub fn first_month(&self) -> String {
        typed_month(self.first)
    }

    /// The months from its first to its last, as they are typed: `2565-10..2566-01`.
    pub fn in_months(&self) -> String {
        match (typed_month(self.first), typed_month(self.last)) {
            (first, last) if first == last => first,
            (first, last) => format!("{first}..{last}"),
        }
    }

    /// As it is typed after `period =`: the shortest form; a window that is not of whole months is
    /// widened to them.
    pub fn typed(&self) -> String {
        let year = FiscalYear::of(self.first);
        let parts = ["", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4"];
        let mut short = parts.into_iter().map(|part| format!("{year}{part}"));
        let exact = short.find(|text| Self::parse(text).as_ref() == Ok(self));
        exact.unwrap_or_else(|| {
            let ends = FiscalYear::of(self.last);
            if self.first == year.period().first && self.last == ends.period().last {
                return format!("{year}..{ends}");
            }
            self.in_months()
        })
    }
}

/// A part of a period that begins with a year of the common era, with that of the Buddhist one.
fn in_buddhist_era(part: &str) -> Option<String> {
    let (year, rest) = part.split_at_checked(4)?;
    let is_year = rest.is_empty() || rest.starts_with('-');
    let year = year
        .parse()
        .ok()
        .filter(|_| is_year)
        .and_then(buddhist_year)?;
    Some(format!("{year}{rest}"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Period, PeriodFault};

    fn period(text: &str) -> Period {
        Period::parse(text).unwrap()
    }

    #[test]
    fn every_form_of_the_contract() {
        assert_eq!(
            period("2566"),
            Period::new(date(2022, 10, 1), date(2023, 9, 30))
        );
        assert_eq!(
            period("2566-H1"),
            Period::new(date(2022, 10, 1), date(2023, 3, 31))
        );
        assert_eq!(
            period("๒๕๖๖-Q3"),
            Period::new(date(2023, 4, 1), date(2023, 6, 30))
        );
        assert_eq!(
            period("2565-10"),
            Period::new(date(2022, 10, 1), date(2022, 10, 31))
        );
        assert_eq!(
            period("2566-01..2566-12"),
            Period::new(date(2023, 1, 1), date(2023, 12, 31))
        );
        assert_eq!(period("2566..2570").last, date(2027, 9, 30));
    }

    #[test]
    fn faults_are_told_apart() {
        for (text, meant) in [
            ("2023-01", "2566-01"),
            ("2022-H1", "2565-H1"),
            ("2022..2023", "2565..2566"),
            ("๒๐๒๒-๑๐..2566-03", "2565-10..2566-03"),
        ] {
            let fault = PeriodFault::CommonEra(meant.to_owned());
            assert_eq!(Period::parse(text), Err(fault), "{text}");
        }
        assert_eq!(
            Period::parse("2023"),
            Err(PeriodFault::CommonEra("2566".to_owned()))
        );
        assert_eq!(Period::parse("2566..2565"), Err(PeriodFault::Backwards));
        for text in [
            "2566-H3",
            "2566-13",
            "2566-1",
            "ปี 2566",
            "",
            "2566-",
            "25666",
            "2566-+1",
        ] {
            assert_eq!(Period::parse(text), Err(PeriodFault::Shape), "{text}");
        }
    }

    #[test]
    fn windows_add_up() {
        let half = period("2566-H1");
        assert!(
            half.uncovered_by(vec![period("2566-Q2"), period("2566-Q1")])
                .is_empty()
        );
        assert_eq!(
            half.uncovered_by(vec![period("2565-10"), period("2566-Q2")]),
            [period("2565-11..2565-12")]
        );
        assert_eq!(half.uncovered_by(vec![]), [half]);
    }

    #[test]
    fn typed_as_it_is_read() {
        for text in [
            "2566",
            "2566-H2",
            "2566-Q3",
            "2566-02",
            "2566-02..2566-03",
            "2566..2570",
        ] {
            assert_eq!(period(text).typed(), text);
        }
        assert_eq!(period("2565-10..2566-03").typed(), "2566-H1");
    }

    #[test]
    fn shown_in_thai() {
        assert_eq!(period("2566").thai(), "ปีงบประมาณ 2566");
        assert_eq!(period("2566..2570").thai(), "ปีงบประมาณ 2566–2570");
        assert_eq!(period("2566-H1").thai(), "ตุลาคม 2565 – มีนาคม 2566");
        assert_eq!(period("2566-01").thai(), "มกราคม 2566");
    }
}
