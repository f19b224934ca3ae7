//! Which time an item, or one of its components, asks its documents to speak of.

use super::fiscal_year::FiscalYear;
use super::period::Period;

/// The time that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Timing {
    /// Which part of time.
    pub rule: Rule,
    /// Which kind of year the rule means.
    pub calendar: Calendar,
    /// Something of its own is asked for every month.
    pub monthly: bool,
}

/// Which time documents must speak of (contract, "Periods").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Rule {
    /// No time is asked for.
    #[default]
    Any,
    /// Something of the year: the period of one document overlaps it, or its date lies in it.
    Current,
    /// October to March, covered by the periods of the documents together.
    FirstHalf,
    /// The year before, covered by the periods of the documents together.
    Previous,
    /// A plan in force: the period of one document covers the whole year.
    Spans,
}

impl Rule {
    /// Every rule with its name in framework files.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("any", Self::Any),
        ("current", Self::Current),
        ("first-half", Self::FirstHalf),
        ("previous", Self::Previous),
        ("spans", Self::Spans),
    ];

    /// Its name in framework files.
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, known)| *known == self);
        found.map_or("", |(name, _)| name)
    }

    /// The year that it speaks of, as asked for in a year.
    pub fn year(self, year: FiscalYear) -> FiscalYear {
        match self {
            Self::Previous => year.previous(),
            Self::Any | Self::Current | Self::FirstHalf | Self::Spans => year,
        }
    }

    /// The window it asks for in a year; `None` where it asks for none.
    pub fn window(self, year: FiscalYear) -> Option<Period> {
        match self {
            Self::Any => None,
            Self::FirstHalf => Some(year.first_half()),
            Self::Current | Self::Spans | Self::Previous => Some(self.year(year).period()),
        }
    }
}

/// Which kind of year a rule means. The assessment's texts say mostly "ปี พ.ศ.", which may be read
/// as either; only a few say "ปีงบประมาณ".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Calendar {
    /// The fiscal year only.
    #[default]
    Fiscal,
    /// The fiscal or the calendar year of that number.
    Either,
}

impl Calendar {
    /// Every calendar with its name in framework files.
    pub const NAMES: [(&'static str, Self); 2] =
        [("fiscal", Self::Fiscal), ("either", Self::Either)];
}

impl Calendar {
    /// The whole time that a year of this kind may be.
    pub fn window(self, year: FiscalYear) -> Period {
        match self {
            Self::Fiscal => year.period(),
            Self::Either => Period::new(year.period().first, year.calendar_period().last),
        }
    }
}

impl Timing {
    /// The time in words; empty where none is asked for.
    pub fn asks_for(self, year: FiscalYear) -> String {
        let or_calendar = |of: FiscalYear| match self.calendar {
            Calendar::Fiscal => format!("ปีงบประมาณ {of}"),
            Calendar::Either => format!("ปี {of}"),
        };
        match self.rule {
            Rule::Any => String::new(),
            Rule::Current => format!("ข้อมูลของ{}", or_calendar(year)),
            Rule::FirstHalf => format!("ข้อมูล 6 เดือนแรก ({})", year.first_half().thai()),
            Rule::Previous => format!("ข้อมูลของ{}", or_calendar(year.previous())),
            Rule::Spans => format!("มีผลตลอด{}", or_calendar(year)),
        }
    }
}
