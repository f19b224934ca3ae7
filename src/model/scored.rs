//! What a score is of: the column `of` of a table of scores, and the `indicator` of a point to improve.
//!
//! In: the words as they were typed. Out: which kind of thing they name, in one spelling. Which instruments and
//! indicators a year has is not known here.

use std::fmt;

use super::dataset::{Cell, Row};
use super::fiscal_year::FiscalYear;
use crate::thai::numeral::to_arabic;

/// What is scored.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scored {
    /// The whole assessment.
    Total,
    /// An instrument, or a part of one (`EIT1`).
    Instrument(&'static str),
    /// An indicator or sub-indicator: `9`, `9.1`.
    Indicator(String),
    /// A question of one of the surveys: `i27`, `e11`.
    Question(String),
    /// Something else, as it was typed.
    Other(String),
}

impl Scored {
    /// The instruments, with the parts of the second.
    pub const INSTRUMENTS: [&'static str; 5] = ["IIT", "EIT", "EIT1", "EIT2", "OIT"];

    /// The whole, as it is typed.
    const TOTAL: &'static str = "total";

    /// What is typed for what is always there, for somebody who typed something like it.
    pub fn names() -> impl Iterator<Item = &'static str> {
        [Self::TOTAL].into_iter().chain(Self::INSTRUMENTS)
    }

    /// The year that a row of scores is of: its own, or else that of its document; `None` where it says no year that
    /// can be.
    pub fn year_of(row: &Row, document: FiscalYear) -> Option<FiscalYear> {
        match row.get("year") {
            Some(Cell::Number(year)) => format!("{year:.0}").parse().ok().and_then(FiscalYear::new),
            _ => Some(document),
        }
    }

    /// What words name; `None` where there are none.
    pub fn read(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        if typed.eq_ignore_ascii_case(Self::TOTAL) {
            return Some(Self::Total);
        }
        let mut instruments = Self::INSTRUMENTS.into_iter();
        if let Some(name) = instruments.find(|name| name.eq_ignore_ascii_case(typed)) {
            return Some(Self::Instrument(name));
        }
        let text = to_arabic(typed);
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if text.split('.').all(is_number) {
            return Some(Self::Indicator(text.into_owned()));
        }
        // The letter of the survey: i for the one inside the agency, e for the one outside.
        let question = text.strip_prefix(['i', 'e', 'I', 'E']);
        if question.is_some_and(is_number) {
            return Some(Self::Question(text.to_ascii_lowercase()));
        }
        Some(Self::Other(typed.to_owned()))
    }
}

impl fmt::Display for Scored {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Total => Self::TOTAL,
            Self::Instrument(name) => name,
            Self::Indicator(text) | Self::Question(text) | Self::Other(text) => text,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Scored;

    #[test]
    fn questions_are_no_indicators_and_every_spelling_is_one_thing() {
        let indicator = |text: &str| Some(Scored::Indicator(text.to_owned()));
        let question = |text: &str| Some(Scored::Question(text.to_owned()));
        assert_eq!(Scored::read(" Total "), Some(Scored::Total));
        assert_eq!(Scored::read("eit2"), Some(Scored::Instrument("EIT2")));
        assert_eq!(Scored::read("๙.๑"), indicator("9.1"));
        assert_eq!(Scored::read("i๒๗"), question("i27"));
        assert_eq!(Scored::read("E11"), question("e11"));
        for other in ["ITT", "9.", "x3", "i", "2 การใช้งบประมาณ"] {
            assert_eq!(Scored::read(other), Some(Scored::Other(other.to_owned())));
        }
        assert_eq!(Scored::read("  "), None);
    }
}
