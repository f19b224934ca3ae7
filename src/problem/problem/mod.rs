//! Every fault the program knows, one variant each, with its code and severity.
//!
//! Apart from the sentences so that a translator touches `thai` and `english` alone. Each variant
//! has an entry in the manual (`docs/diagnostics.md`) and a case in the tests.

mod drift;
mod evidence;
mod fault;
mod link;
mod owed;
mod personal;
mod reason;
mod text;
mod typed;

pub use drift::DriftFault;
pub use evidence::{EvidenceFault, RunsInBrowser, Unsearchable};
pub use fault::{Expected, OutputRefusal, RolloverRefusal, TableFault, TomlFault};
pub use link::LinkFault;
pub use owed::OwedFault;
pub use personal::PersonalFault;
use reason::reason_code;
pub use text::{Slip, TextFault};
pub use typed::{TypedFault, TypedSlip};

use crate::model::{DatasetKind, DateFault, Extent, ItemNumber, Period, PeriodFault, Reason};

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

/// A fault.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Problem {
    // The text of a file.
    NotUtf8,
    Unreadable {
        reason: Option<String>,
    },
    /// A text file that is too large to be one.
    TextTooLarge {
        /// Its size in megabytes, rounded up.
        mb: u64,
        /// The size that passes.
        most_mb: u64,
    },
    TomlSyntax {
        fault: TomlFault,
        /// The line as it was meant.
        meant: Option<String>,
    },
    YamlFrontMatter {
        converted: String,
    },
    FrontMatterMissing,
    FrontMatterUnclosed,
    // Keys and values.
    UnknownKey {
        key: String,
        near: Option<String>,
        /// A key of the document that stands below a table heading, where it belongs to the table.
        above: bool,
    },
    MissingKey {
        key: String,
    },
    EmptyValue {
        key: String,
    },
    WrongType {
        key: String,
        expected: Expected,
        /// The line as it was meant.
        meant: Option<String>,
    },
    BadDate {
        text: String,
        fault: DateFault,
    },
    BadPeriod {
        text: String,
        fault: PeriodFault,
        /// The value as it was meant.
        meant: Option<String>,
    },
    BadChoice {
        key: String,
        value: String,
        choices: Vec<String>,
        near: Option<String>,
    },
    OutOfRange {
        key: String,
        min: i64,
        max: i64,
    },
    /// What `init` wrote for the webmaster to replace.
    Placeholder {
        key: &'static str,
        value: String,
    },
    BadBaseUrl {
        text: String,
    },
    BadAccent {
        text: String,
    },
    // Folders and files.
    UnknownFolder {
        name: String,
    },
    UnknownYear {
        year: String,
        meant: Option<i16>,
        /// A year to begin a new site with, where one is made.
        start: Option<i16>,
    },
    UnknownItem {
        name: String,
        last: Option<ItemNumber>,
    },
    DuplicateItem {
        item: ItemNumber,
        other: String,
    },
    DuplicateDocument {
        other: String,
    },
    StrayFile,
    MisplacedDocument,
    DoubleEnding {
        meant: String,
    },
    WindowsName {
        /// The name as Windows can keep it.
        meant: String,
    },
    AddressClash {
        address: String,
        other: String,
    },
    NoYear,
    OldYear {
        year: i16,
        now: i16,
    },
    YearWithoutFolder {
        year: i16,
    },
    // The framework.
    FrameworkYear {
        found: i64,
        folder: i16,
    },
    FrameworkDuplicate {
        what: &'static str,
        value: String,
    },
    BadShownBy {
        text: String,
        part: String,
    },
    // References.
    UnknownUnit {
        id: String,
        near: Option<String>,
        /// The ids that there are.
        known: Vec<String>,
    },
    ComponentOutOfRange {
        item: ItemNumber,
        number: i64,
        count: usize,
    },
    FileNotFound {
        path: String,
        near: Option<String>,
    },
    OutsideSite {
        path: String,
    },
    BrokenLink {
        href: String,
        near: Option<String>,
    },
    BrokenAnchor {
        anchor: String,
        near: Option<String>,
    },
    UnpublishedTarget {
        href: String,
    },
    UnsafeLink {
        href: String,
    },
    TableEnding {
        name: String,
    },
    TableUnreadable {
        why: TableFault,
    },
    SheetNotFound {
        name: String,
        sheets: Vec<String>,
        near: Option<String>,
    },
    TableEmpty,
    TableCut {
        extent: Extent,
    },
    UnknownCode {
        code: String,
        near: Option<String>,
    },
    UnknownTheme {
        name: String,
    },
    Template {
        message: String,
    },
    // What is owed.
    Stub,
    Incomplete(Reason),
    DatasetGap {
        kind: DatasetKind,
        row: usize,
        /// What the row's first column says, for a clerk to find it by.
        name: Option<String>,
        columns: Vec<String>,
        component: usize,
    },
    CalendarOnly {
        window: Period,
    },
    UnownedFile,
    StaleYear {
        /// The year that the name speaks of.
        found: i16,
        /// The year that the item asks for.
        wanted: i16,
        /// Whether it is the name of a file, and not a title.
        in_file_name: bool,
    },
    // Families with a file of their own.
    Drift(DriftFault),
    Evidence(EvidenceFault),
    Link(LinkFault),
    Owed(OwedFault),
    Personal(PersonalFault),
    Text(TextFault),
    // The command itself.
    Typed(TypedFault),
    NotASite {
        folder: String,
    },
    OutputRefused {
        folder: String,
        why: OutputRefusal,
    },
    BaselineRefused {
        path: String,
        /// The system's reason; `None` where it is there but is no checklist.
        reason: Option<String>,
    },
    InitRefused {
        path: String,
    },
    RolloverRefused {
        years: String,
        why: RolloverRefusal,
        meant: Option<String>,
    },
}

impl Problem {
    /// The code that names the fault everywhere: findings, manual, `allow`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotUtf8 => "not-utf8",
            Self::Unreadable { .. } => "unreadable",
            Self::TextTooLarge { .. } => "text-too-large",
            Self::TomlSyntax { .. } => "toml-syntax",
            Self::YamlFrontMatter { .. } => "yaml-front-matter",
            Self::FrontMatterMissing => "front-matter-missing",
            Self::FrontMatterUnclosed => "front-matter-unclosed",
            Self::UnknownKey { .. } => "unknown-key",
            Self::MissingKey { .. } => "missing-key",
            Self::EmptyValue { .. } => "empty-value",
            Self::WrongType { .. } => "wrong-type",
            Self::BadDate { .. } => "bad-date",
            Self::BadPeriod { .. } => "bad-period",
            Self::BadChoice { .. } => "bad-choice",
            Self::OutOfRange { .. } => "out-of-range",
            Self::Placeholder { .. } => "placeholder",
            Self::BadBaseUrl { .. } => "bad-base-url",
            Self::BadAccent { .. } => "bad-accent",
            Self::UnknownFolder { .. } => "unknown-folder",
            Self::UnknownYear { .. } => "unknown-year",
            Self::UnknownItem { .. } => "unknown-item",
            Self::DuplicateItem { .. } => "duplicate-item",
            Self::DuplicateDocument { .. } => "duplicate-document",
            Self::StrayFile => "stray-file",
            Self::MisplacedDocument => "misplaced-document",
            Self::DoubleEnding { .. } => "double-ending",
            Self::WindowsName { .. } => "windows-name",
            Self::AddressClash { .. } => "address-clash",
            Self::NoYear => "no-year",
            Self::OldYear { .. } => "old-year",
            Self::YearWithoutFolder { .. } => "year-without-folder",
            Self::FrameworkYear { .. } => "framework-year",
            Self::FrameworkDuplicate { .. } => "framework-duplicate",
            Self::BadShownBy { .. } => "bad-shown-by",
            Self::UnknownUnit { .. } => "unknown-unit",
            Self::ComponentOutOfRange { .. } => "component-out-of-range",
            Self::FileNotFound { .. } => "file-not-found",
            Self::OutsideSite { .. } => "outside-site",
            Self::BrokenLink { .. } => "broken-link",
            Self::BrokenAnchor { .. } => "broken-anchor",
            Self::UnpublishedTarget { .. } => "unpublished-target",
            Self::UnsafeLink { .. } => "unsafe-link",
            Self::TableEnding { .. } => "table-ending",
            Self::TableUnreadable { .. } => "table-unreadable",
            Self::SheetNotFound { .. } => "sheet-not-found",
            Self::TableEmpty => "table-empty",
            Self::TableCut { .. } => "table-cut",
            Self::UnknownCode { .. } => "unknown-code",
            Self::UnknownTheme { .. } => "unknown-theme",
            Self::Template { .. } => "template",
            Self::Stub => "stub",
            Self::Incomplete(reason) => reason_code(reason),
            Self::DatasetGap { .. } => "dataset-gap",
            Self::CalendarOnly { .. } => "calendar-only",
            Self::UnownedFile => "unowned-file",
            Self::StaleYear { .. } => "stale-year",
            Self::Drift(fault) => fault.code(),
            Self::Evidence(fault) => fault.code(),
            Self::Link(fault) => fault.code(),
            Self::Owed(fault) => fault.code(),
            Self::Personal(fault) => fault.code(),
            Self::Text(fault) => fault.code(),
            Self::Typed(_) => "command-line",
            Self::NotASite { .. } => "not-a-site",
            Self::OutputRefused { .. } => "output-refused",
            Self::BaselineRefused { .. } => "baseline-refused",
            Self::InitRefused { .. } => "init-refused",
            Self::RolloverRefused { .. } => "rollover-refused",
        }
    }

    /// How bad it is. *Wrong* is an error, *not yet complete* is a warning.
    pub fn severity(&self) -> Severity {
        match self {
            Self::StrayFile
            | Self::WindowsName { .. }
            | Self::NoYear
            | Self::Placeholder { .. }
            | Self::TableEmpty
            | Self::Stub
            | Self::Incomplete(_)
            | Self::DatasetGap { .. }
            | Self::StaleYear { .. } => Severity::Warning,
            Self::OldYear { .. }
            | Self::TableCut { .. }
            | Self::CalendarOnly { .. }
            | Self::UnownedFile => Severity::Advice,
            Self::Evidence(fault) => fault.severity(),
            Self::Link(fault) => fault.severity(),
            Self::Owed(fault) => fault.severity(),
            Self::Text(fault) => fault.severity(),
            _ => Severity::Error,
        }
    }

    /// Whether a document may accept it with `allow`. What is wrong cannot be made right by saying
    /// so, except that an agency may have the right to publish personal data.
    pub fn may_be_allowed(&self) -> bool {
        self.severity() != Severity::Error || matches!(self, Self::Personal(_))
    }
}
