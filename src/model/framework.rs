//! The official indicator tree of one fiscal year, as data.
//!
//! Nothing here knows a number, a title or a count: they come from a TOML file, built in or a
//! site's own, because every year has its own list.

use super::dataset::DatasetKind;
use super::fiscal_year::FiscalYear;
use super::id::ItemNumber;
use super::period::Period;

/// The tree of a year: indicators, sub-indicators, items and their required components.
#[derive(Debug, Clone, PartialEq)]
pub struct Framework {
    /// The year it is the tree of.
    pub fiscal_year: FiscalYear,
    /// Where the tree is written down.
    pub source: String,
    /// The scale of the year, highest first.
    pub levels: Vec<Level>,
    /// The indicators, in order.
    pub indicators: Vec<Indicator>,
}

/// One step of the scale that scores are read by.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// As it is announced, e.g. `ผ่านดี`.
    pub name: String,
    /// The least total score, 0–100.
    pub min: f64,
    /// The least score of every instrument (IIT, EIT, OIT), where the scale asks for one.
    pub each: Option<f64>,
}

/// An indicator (ตัวชี้วัด).
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// Its code, e.g. `9`.
    pub code: String,
    /// The title in Thai, as the framework file has it.
    pub title: String,
    /// Its sub-indicators, in order.
    pub subs: Vec<SubIndicator>,
}

/// A sub-indicator (ตัวชี้วัดย่อย).
#[derive(Debug, Clone, PartialEq)]
pub struct SubIndicator {
    /// Its code, e.g. `9.1`.
    pub code: String,
    /// The title in Thai, as the framework file has it.
    pub title: String,
    /// Its items, in order.
    pub items: Vec<ItemDefinition>,
}

/// What one item asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemDefinition {
    /// Its number in this year.
    pub number: ItemNumber,
    /// The same subject in other years, whatever its number there.
    pub key: String,
    /// Keys of other years that were merged into this item.
    pub formerly: Vec<String>,
    /// The heading it stands under within its sub-indicator; may be empty.
    pub group: String,
    /// The title in Thai, as the framework file has it.
    pub title: String,
    /// Which time its documents must speak of.
    pub rule: Rule,
    /// Which kind of year the rule means.
    pub calendar: Calendar,
    /// Something of its own is asked for every month.
    pub monthly: bool,
    /// The feed of the year that its documents are in.
    pub feed: Option<Feed>,
    /// What the rules ask of a main page and its documents fulfil.
    pub duties: Vec<Duty>,
    /// The required components, in order; none where the year's are not recorded.
    pub components: Vec<Component>,
}

/// A required component (องค์ประกอบด้านข้อมูล) of an item.
#[derive(Debug, Clone, PartialEq)]
pub struct Component {
    /// As the assessment words it.
    pub text: String,
    /// "(ถ้ามี)": never stands in the way of completeness.
    pub optional: bool,
    /// The dataset that shows it when filled in.
    pub shown_by: Option<ShownBy>,
}

/// Which dataset columns say what a component asks: `executives(name, phone|email)`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ShownBy {
    /// The kind of dataset.
    pub dataset: DatasetKind,
    /// What every row must have.
    pub requirements: Vec<Requirement>,
}

/// One entry between the brackets of a [`ShownBy`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Requirement {
    /// `phone|email`: at least one of these columns is filled in.
    AnyOf(Vec<String>),
    /// `kind=qa`: only rows with this value are looked at, and there is at least one.
    Only {
        /// The key of the column.
        column: String,
        /// The text that its cells must have.
        value: String,
    },
}

/// Which time an item's documents must speak of (contract, "Periods").
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

    /// The window it asks for in a year; `None` where it asks for none.
    pub fn window(self, year: FiscalYear) -> Option<Period> {
        match self {
            Self::Any => None,
            Self::Current | Self::Spans => Some(year.period()),
            Self::FirstHalf => Some(year.first_half()),
            Self::Previous => Some(year.previous().period()),
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

/// A feed of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feed {
    /// News for the public.
    News,
    /// Plans, notices and results of procurement.
    Procurement,
}

impl Feed {
    /// Every feed with its name in framework files.
    pub const NAMES: [(&'static str, Self); 2] =
        [("news", Self::News), ("procurement", Self::Procurement)];
}

/// What the rules ask of a main page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duty {
    /// Where the agency is and how it is reached.
    Contact,
    /// Where citizens ask and are answered.
    Qa,
    /// Its social networks.
    Social,
    /// Its electronic services.
    EService,
    /// Where corruption is reported.
    FraudComplaint,
    /// Where other complaints go.
    Complaint,
    /// Where opinions are heard.
    Opinion,
    /// Its notice on personal data.
    PrivacyPolicy,
    /// The survey of its visitors (EIT).
    EitSurvey,
}

impl Duty {
    /// Every duty with its name in framework files and themes, in the order in which a citizen needs them.
    pub const NAMES: [(&'static str, Self); 9] = [
        ("contact", Self::Contact),
        ("qa", Self::Qa),
        ("social", Self::Social),
        ("eservice", Self::EService),
        ("fraud-complaint", Self::FraudComplaint),
        ("complaint", Self::Complaint),
        ("opinion", Self::Opinion),
        ("privacy-policy", Self::PrivacyPolicy),
        ("eit-survey", Self::EitSurvey),
    ];
}

impl ItemDefinition {
    /// The time that the item's documents must speak of, in words; empty where none is asked for.
    pub fn asks_for(&self, year: FiscalYear) -> String {
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

impl ItemDefinition {
    /// Whether two lists mean the same subject: by key, or where one was merged into the other.
    pub fn is_same_subject(&self, other: &Self) -> bool {
        self.key == other.key
            || self.formerly.contains(&other.key)
            || other.formerly.contains(&self.key)
    }
}

impl Framework {
    /// All items with the indicator and sub-indicator they stand under, in order.
    pub fn items(&self) -> impl Iterator<Item = (&Indicator, &SubIndicator, &ItemDefinition)> {
        self.indicators.iter().flat_map(|indicator| {
            indicator
                .subs
                .iter()
                .flat_map(move |sub| sub.items.iter().map(move |item| (indicator, sub, item)))
        })
    }

    /// Whether the components of its items are known.
    pub fn records_components(&self) -> bool {
        self.items().any(|(_, _, item)| !item.components.is_empty())
    }

    /// The item of a number.
    pub fn item(&self, number: ItemNumber) -> Option<&ItemDefinition> {
        self.items()
            .map(|(_, _, item)| item)
            .find(|item| item.number == number)
    }
}
