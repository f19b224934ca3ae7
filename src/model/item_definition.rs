//! What one item of a year asks for, as its official list has it.

use std::sync::Arc;

use super::id::ItemNumber;
use super::official_form::OfficialForm;
use super::provenance::Provenance;
use super::shown_by::ShownBy;
use super::timing::Timing;

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
    /// Which time its documents must speak of, but for components that have a time of their own.
    pub timing: Timing,
    /// The feed of the year that its documents are in.
    pub feed: Option<Feed>,
    /// What the rules ask of a main page and its documents fulfil.
    pub duties: Vec<Duty>,
    /// The form that its table is wanted in.
    pub form: Option<Arc<OfficialForm>>,
    /// Whether its tables are wanted as a spreadsheet too, not as PDF alone.
    pub machine_readable: bool,
    /// The footnote of the official list.
    pub note: Option<String>,
    /// How to say that there is none, where every component takes that for an answer.
    pub none: Option<String>,
    /// Where it is known from.
    pub provenance: Provenance,
    /// Whether it is known which components are required.
    pub records_components: bool,
    /// The required components, in order; none where they are not recorded.
    pub components: Vec<Component>,
    /// What is said to be asked for, but not surely enough to require it.
    pub advice: Vec<Component>,
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
    /// The time that the documents which show it must speak of, where that is not the item's.
    pub timing: Option<Timing>,
    /// The footnote of the official list.
    pub note: Option<String>,
    /// How to say that there is none, where that is an answer.
    pub none: Option<String>,
    /// Where it is known from.
    pub provenance: Provenance,
}

impl ItemDefinition {
    /// Whether this item took up the subject of a key.
    pub fn took_up(&self, key: &str) -> bool {
        self.formerly.iter().any(|former| former == key)
    }

    /// Whether two lists mean the same subject: by key, or where one was merged into the other.
    pub fn is_same_subject(&self, other: &Self) -> bool {
        self.key == other.key || self.took_up(&other.key) || other.took_up(&self.key)
    }

    /// A component by its number, from 1.
    pub fn component(&self, number: usize) -> Option<&Component> {
        self.components.get(number.checked_sub(1)?)
    }

    /// Whether its own time is asked of anything: not where every component has one of its own.
    pub fn has_own_timing(&self) -> bool {
        let mut components = self.components.iter();
        self.components.is_empty() || components.any(|component| component.timing.is_none())
    }

    /// Every time that is asked for, with the number of the component that asks; the item's own first.
    pub fn timings(&self) -> impl Iterator<Item = (Option<usize>, Timing)> {
        let own = self.has_own_timing().then_some((None, self.timing));
        let components = (1..).zip(&self.components);
        let of_components =
            components.filter_map(|(number, component)| Some((Some(number), component.timing?)));
        own.into_iter().chain(of_components)
    }

    /// The time asked of what shows these components, by number; `None` where they differ in it.
    pub fn timing_of(&self, mut shown: impl Iterator<Item = usize>) -> Option<Timing> {
        let of = |number| self.component(number).and_then(|found| found.timing);
        let of = |number| of(number).unwrap_or(self.timing);
        let Some(first) = shown.next().map(of) else {
            return Some(self.timing);
        };
        shown.all(|number| of(number) == first).then_some(first)
    }

    /// How to say of a component that there is none, where that is an answer.
    pub fn none_of<'a>(&'a self, component: &'a Component) -> Option<&'a str> {
        component.none.as_deref().or(self.none.as_deref())
    }

    /// Whether a statement that there is none counts for it. Where nobody recorded what is asked, it does.
    pub fn takes_none(&self) -> bool {
        let mut components = self.components.iter();
        !self.records_components
            || self.none.is_some()
            || components.any(|component| component.none.is_some())
    }
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
