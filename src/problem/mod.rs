//! What the program tells the webmaster: a family of faults a file, each fault with its code, how bad it
//! is, and what is said of it in both languages.
//!
//! In: a [`Problem`] and a place. Out: a [`Diagnostic`]; [`emit`] turns it into a picture or a
//! format for machines, `order` puts it where it is looked for. A fault that the webmaster can repair is
//! always one of these and never an `Err`, so that one run tells them all.

#[macro_use]
mod faults;

mod coverage;
mod drift;
pub mod emit;
mod evidence;
mod folder;
mod framework;
mod link;
pub mod manual;
mod order;
mod owed;
mod personal;
mod reading;
mod reference;
mod refusal;
mod sheet;
mod text;
mod theme;
mod typed;
mod value;
mod words;

pub use coverage::{CoverageFault, reason_code, reason_message};
pub use drift::DriftFault;
pub use evidence::{EvidenceFault, RunsInBrowser, Unsearchable};
pub use folder::FolderFault;
pub use framework::FrameworkFault;
pub use link::LinkFault;
pub use order::sort;
pub use owed::OwedFault;
pub use personal::PersonalFault;
pub use reading::{ReadingFault, TomlFault};
pub use reference::ReferenceFault;
pub use refusal::{OutputRefusal, RefusalFault, ReportRefusal, RolloverRefusal};
pub use sheet::{SheetFault, TableFault};
pub use text::{Slip, TextFault};
pub use theme::ThemeFault;
pub use typed::{TypedFault, TypedSlip};
pub use value::{Expected, ValueFault};

use crate::model::{FiscalYear, ItemNumber};
use crate::span::Span;
use crate::thai::citizen_number::masked_text;

families! {
    /// A file cannot be read.
    Reading(ReadingFault),
    /// A key or its value.
    Value(ValueFault),
    /// A folder or file in a wrong place or under a wrong name.
    Folder(FolderFault),
    /// A framework file.
    Framework(FrameworkFault),
    /// A reference to what is not there.
    Reference(ReferenceFault),
    /// A file that should be shown as a table.
    Sheet(SheetFault),
    /// A theme.
    Theme(ThemeFault),
    /// What keeps an item from being complete.
    Coverage(CoverageFault),
    /// Links that cannot be relied on.
    Link(LinkFault),
    /// Personal data.
    Personal(PersonalFault),
    /// What is owed beyond components and periods.
    Owed(OwedFault),
    /// Evidence files.
    Evidence(EvidenceFault),
    /// Letters and Markdown of a text.
    Text(TextFault),
    /// What a build would take away.
    Drift(DriftFault),
    /// What was typed.
    Typed(TypedFault),
    /// A command that does not begin.
    Refusal(RefusalFault),
}

impl Problem {
    /// The code that names the fault everywhere: findings, manual, `allow`.
    pub fn code(&self) -> &'static str {
        self.rank().0
    }

    /// How bad it is. *Wrong* is an error, *not yet complete* is a warning.
    pub fn severity(&self) -> Severity {
        self.rank().1
    }

    /// What is wrong and what to do. A citizen number in what is quoted is masked.
    pub fn words(&self, language: Language) -> Words {
        let Words { message, help } = self.told(language);
        Words {
            message: masked_text(&message).into_owned(),
            help: masked_text(&help).into_owned(),
        }
    }

    /// Whether a document may accept it with `allow`. What is wrong cannot be made right by saying
    /// so, except that an agency may have the right to publish personal data.
    pub fn may_be_allowed(&self) -> bool {
        self.severity() != Severity::Error || matches!(self, Self::Personal(_))
    }
}

/// A fault in the words of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What is wrong.
    pub message: String,
    /// What to do, or type.
    pub help: String,
}

impl<M: Into<String>, H: Into<String>> From<(M, H)> for Words {
    fn from((message, help): (M, H)) -> Self {
        Self {
            message: message.into(),
            help: help.into(),
        }
    }
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Wrong: `build` stops before it writes.
    Error,
    /// Not yet complete: does not stop a build, except with `--strict`.
    Warning,
    /// Worth knowing.
    Advice,
}

impl Severity {
    /// The word in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// The languages the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// ไทย
    #[default]
    Thai,
    /// English
    English,
}

impl Language {
    /// The one of two sentences that is in this language.
    pub fn choose<T>(self, thai: T, english: T) -> T {
        match self {
            Self::Thai => thai,
            Self::English => english,
        }
    }
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
    pub fn new(problem: impl Into<Problem>, at: Span) -> Self {
        Self {
            problem: problem.into(),
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

/// The file that a new document names as an example.
pub const EXAMPLE_FILE: &str = "ชื่อไฟล์.pdf";
/// The host of the address that a new document names as an example: `https://…`.
pub const EXAMPLE_HOST: &str = "…";

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

/// Whether findings keep a site from being published. `strict`: warnings do, too.
pub fn stops(findings: &[Diagnostic], strict: bool) -> bool {
    let stops = |severity| match severity {
        Severity::Error => true,
        Severity::Warning => strict,
        Severity::Advice => false,
    };
    let mut findings = findings.iter();
    findings.any(|finding| stops(finding.problem.severity()))
}
