//! How far an item is: complete, incomplete or missing, and always why.

use super::id::{DocumentId, EvidenceId};
use super::period::Period;
use super::shown_by::ShownBy;
use super::timing::Rule;
use jiff::civil::Date;

/// The status of an item (contract, "Status of an item").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Every component that is not optional is shown and the rule is satisfied.
    Complete,
    /// There is a counting document, but a component or the rule is not satisfied.
    Incomplete,
    /// There is no counting document.
    Missing,
}

impl Status {
    /// The word in JSON and in `data-oit-status`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Incomplete => "incomplete",
            Self::Missing => "missing",
        }
    }

    /// The words on a page.
    pub fn thai(self) -> &'static str {
        match self {
            Self::Complete => "ครบถ้วน",
            Self::Incomplete => "เผยแพร่แล้ว ยังไม่ครบ",
            Self::Missing => "ยังไม่เผยแพร่",
        }
    }

    /// Complete or incomplete.
    pub fn is_published(self) -> bool {
        self != Self::Missing
    }
}

/// Where an item stands, worked out from its documents.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemState {
    /// The status in one word.
    pub status: Status,
    /// Why it is not complete; empty when it is.
    pub reasons: Vec<Reason>,
    /// The counting documents, the lead one first, then newest first.
    pub documents: Vec<DocumentId>,
    /// Those of them that the item's own time is asked of.
    pub in_own_time: Vec<DocumentId>,
    /// Which components are shown, in their order.
    pub components: Vec<ComponentState>,
    /// The fiscal window that the documents do not fit, where the rule holds by the calendar year only.
    pub calendar_only: Option<Period>,
    /// Files that no document names and none can own: listed, not counted.
    pub unowned: Vec<EvidenceId>,
    /// The newest day of a counting document.
    pub updated: Option<Date>,
}

/// Whether a component is shown, and by which documents.
#[derive(Debug, Clone, PartialEq)]
pub struct ComponentState {
    /// Its number in the framework, from 1.
    pub number: usize,
    /// The counting documents that show it.
    pub shown_by: Vec<DocumentId>,
}

/// Why an item is not complete.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Reason {
    /// There is no document at all.
    NoDocument,
    /// Documents are there, but drafts.
    OnlyDraft,
    /// Documents are there, but dated later.
    OnlyFuture(Date),
    /// Documents are there, but empty.
    OnlyStub,
    /// A required component is not shown.
    ComponentNotShown {
        /// Its number, from 1.
        number: usize,
        /// What the framework asks for, in Thai.
        text: String,
        /// The dataset that would show it, where there is one.
        shown_by: Option<ShownBy>,
    },
    /// The rule needs a period and no document states one.
    PeriodMissing {
        /// The component whose own rule it is, by number; else it is the item's.
        component: Option<usize>,
        /// The rule.
        rule: Rule,
        /// The window it asks for.
        window: Period,
    },
    /// Periods or dates are there, but they do not satisfy the rule.
    PeriodNotCovered {
        /// The component whose own rule it is, by number; else it is the item's.
        component: Option<usize>,
        /// The rule.
        rule: Rule,
        /// The window it asks for.
        window: Period,
        /// What is left uncovered, where something of the window is covered.
        gaps: Vec<Period>,
        /// What the documents state, in order; of a plan, the one that lacks least.
        stated: Vec<Period>,
        /// They satisfy the rule by the calendar year, which is not the one asked for.
        other_calendar: bool,
    },
}

impl Reason {
    /// The component that it is about, by number, where it is about one.
    pub fn component(&self) -> Option<usize> {
        match self {
            Self::ComponentNotShown { number, .. } => Some(*number),
            Self::PeriodMissing { component, .. } | Self::PeriodNotCovered { component, .. } => {
                *component
            }
            Self::NoDocument | Self::OnlyDraft | Self::OnlyFuture(_) | Self::OnlyStub => None,
        }
    }
}

impl ItemState {
    /// The counting documents that the time of a component is asked of, or that of the item.
    pub fn documents_of(&self, component: Option<usize>) -> &[DocumentId] {
        let Some(number) = component else {
            return &self.in_own_time;
        };
        let mut components = self.components.iter();
        let found = components.find(|component| component.number == number);
        found.map_or(&[], |component| &component.shown_by)
    }
}

/// How many items stand where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Counts {
    pub items: usize,
    pub complete: usize,
    pub incomplete: usize,
    pub missing: usize,
}

impl Counts {
    /// Counts statuses.
    pub fn of(statuses: impl IntoIterator<Item = Status>) -> Self {
        let mut counts = Self::default();
        for status in statuses {
            counts.items += 1;
            match status {
                Status::Complete => counts.complete += 1,
                Status::Incomplete => counts.incomplete += 1,
                Status::Missing => counts.missing += 1,
            }
        }
        counts
    }
}
