//! What the program tells the webmaster: faults as values, apart from the words for them.
//!
//! In: a [`Problem`] and a place. Out: a [`Diagnostic`]; [`emit`] turns it into a picture or JSON,
//! `thai` and `english` into sentences. A fault that the webmaster can repair is always one of
//! these and never an `Err`, so that one run tells them all.

mod codes;
pub mod emit;
mod english;
mod problem;
mod thai;

pub use codes::codes;
pub use problem::{
    EvidenceFault, Expected, LinkFault, OutputRefusal, OwedFault, PersonalFault, Problem, Severity,
    Slip, TableFault, TextFault, TomlFault,
};

use crate::model::{FiscalYear, ItemNumber, Period, Reason, Rule};
use crate::source::Span;

/// The languages the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// ไทย
    #[default]
    Thai,
    /// English
    English,
}

/// A finding: what is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// What.
    pub problem: Problem,
    /// Where.
    pub at: Span,
    /// The item it is about, where it is about one.
    pub item: Option<(FiscalYear, ItemNumber)>,
}

/// Findings, in the order they were made.
pub type Diagnostics = Vec<Diagnostic>;

impl Diagnostic {
    /// A finding at a place.
    pub fn new(problem: Problem, at: Span) -> Self {
        Self {
            problem,
            at,
            item: None,
        }
    }

    /// The same, about an item.
    #[must_use]
    pub fn about(mut self, year: FiscalYear, item: ItemNumber) -> Self {
        self.item = Some((year, item));
        self
    }
}

impl Problem {
    /// The sentence that says what is wrong.
    pub fn message(&self, language: Language) -> String {
        match language {
            Language::Thai => thai::message(self),
            Language::English => english::message(self),
        }
    }

    /// The line that says what to do, or type.
    pub fn help(&self, language: Language) -> String {
        match language {
            Language::Thai => thai::help(self),
            Language::English => english::help(self),
        }
    }
}

/// How many findings are errors, warnings and advice.
pub fn counts(diagnostics: &[Diagnostic]) -> [usize; 3] {
    let of = |severity| {
        let found = diagnostics
            .iter()
            .filter(|d| d.problem.severity() == severity);
        found.count()
    };
    [Severity::Error, Severity::Warning, Severity::Advice].map(of)
}

/// Puts findings in the order people repair them: file by file, from top to bottom, each once.
pub fn sort(diagnostics: &mut Diagnostics) {
    let mut seen = std::collections::HashSet::new();
    diagnostics.retain(|diagnostic| seen.insert(diagnostic.clone()));
    diagnostics.sort_by(|a, b| {
        let key = |d: &Diagnostic| (d.at.path.clone(), d.at.range.start, d.problem.severity());
        key(a).cmp(&key(b))
    });
}

/// Columns as a list; alternatives, which are joined with `|`, with a word between them.
fn either(columns: &[String], or: &str) -> String {
    columns.join(", ").replace('|', &format!(" {or} "))
}

/// Names in a list.
fn quoted(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

/// The period to type for the window that a rule asks for.
fn asked_period(rule: Rule, window: &Period) -> String {
    let year = FiscalYear::of(window.first);
    match rule {
        Rule::FirstHalf => format!("{year}-H1"),
        _ => year.to_string(),
    }
}

/// The sentence for why an item is not complete, as pages and JSON say it.
pub fn reason_message(reason: &Reason) -> String {
    Problem::Incomplete(reason.clone()).message(Language::Thai)
}

/// The code of a reason.
pub fn reason_code(reason: &Reason) -> &'static str {
    Problem::Incomplete(reason.clone()).code()
}
