//! Every fault the program knows, one variant each, with its code and severity.
//!
//! Apart from the sentences so that a translator touches `thai` and `english` alone. Each variant
//! has an entry in the manual (`docs/diagnostics.md`) and a case in the tests.

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

/// What kind of value a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Expected {
    Text,
    TextOrList,
    WholeNumber,
    Number,
    Truth,
    Date,
    Period,
    Table,
    Tables,
    Rows,
    ListOfText,
    ListOfWholeNumbers,
    ListOfItems,
    Bidders,
}

/// What a TOML parser stumbled on, as far as a clerk needs to know.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TomlFault {
    /// A key in Thai, or with other signs than letters, digits, `-` and `_`.
    Key,
    /// Text without quotation marks, or with curly ones.
    Unquoted,
    /// No value after `=`.
    NoValue,
    /// A quotation mark that is never closed.
    UnclosedText,
    /// A key or table that was there before.
    Duplicate(String),
    /// `[table` without `]`.
    UnclosedTable,
    /// A key without `=`.
    NoEquals,
    /// A list without comma or end.
    List,
    /// More on the line than one key and value.
    TwoOnALine,
    /// A backslash with a meaningless letter after it.
    Escape,
    /// Anything else, in the parser's English.
    Other(String),
}

/// Why a file is not shown as a table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TableFault {
    /// It is not what its ending says, or a part of it is missing.
    Damaged,
    /// It opens with a password only.
    Password,
    /// It is in the format of Excel before 2007.
    OldExcel,
    /// It is no text.
    NotCsv,
    /// It is larger than so many megabytes.
    TooLarge {
        /// What would still be read.
        most_mb: u64,
    },
    /// It would fill the memory when it is unpacked.
    Unpacked,
    /// The system's reason.
    Failed(String),
}

/// Why an output folder is not touched.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum OutputRefusal {
    /// It has files that this program did not write.
    Foreign,
    /// A file that this program did not write stands where a page belongs.
    ForeignFile(String),
    /// It is a file.
    IsFile,
    /// It is, or holds, or lies in the content of the site.
    HoldsSite,
    /// Another build is at work in it.
    Busy,
    /// Its list of written files cannot be read.
    Manifest,
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
    TomlSyntax(TomlFault),
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
    },
    BadDate {
        text: String,
        fault: DateFault,
    },
    BadPeriod {
        text: String,
        fault: PeriodFault,
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
        columns: Vec<String>,
        component: usize,
    },
    CalendarOnly {
        window: Period,
    },
    UnownedFile,
    // The command itself.
    NotASite {
        folder: String,
    },
    OutputRefused {
        folder: String,
        why: OutputRefusal,
    },
    InitRefused {
        path: String,
    },
}

impl Problem {
    /// The code that names the fault everywhere: findings, manual, `allow`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotUtf8 => "not-utf8",
            Self::Unreadable { .. } => "unreadable",
            Self::TomlSyntax(_) => "toml-syntax",
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
            Self::NotASite { .. } => "not-a-site",
            Self::OutputRefused { .. } => "output-refused",
            Self::InitRefused { .. } => "init-refused",
        }
    }

    /// How bad it is. *Wrong* is an error, *not yet complete* is a warning.
    pub fn severity(&self) -> Severity {
        match self {
            Self::StrayFile
            | Self::NoYear
            | Self::TableEmpty
            | Self::Stub
            | Self::Incomplete(_)
            | Self::DatasetGap { .. } => Severity::Warning,
            Self::OldYear { .. }
            | Self::TableCut { .. }
            | Self::CalendarOnly { .. }
            | Self::UnownedFile => Severity::Advice,
            _ => Severity::Error,
        }
    }
}

fn reason_code(reason: &Reason) -> &'static str {
    match reason {
        Reason::NoDocument => "no-document",
        Reason::OnlyDraft => "only-draft",
        Reason::OnlyFuture(_) => "only-future",
        Reason::OnlyStub => "only-stub",
        Reason::ComponentNotShown { .. } => "component-not-shown",
        Reason::PeriodMissing { .. } => "period-missing",
        Reason::PeriodNotCovered { .. } => "period-not-covered",
    }
}
