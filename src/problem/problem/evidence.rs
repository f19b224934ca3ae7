//! Faults of evidence files: what a phone, an evaluator or a search engine cannot read.

use super::Severity;
use crate::model::{FileKind, FiscalYear};

/// Faults of evidence files: what a phone, an evaluator or a search engine cannot read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum EvidenceFault {
    /// It has no content.
    Empty,
    /// It is larger than the settings want, and was not read.
    TooLarge {
        /// Its size in megabytes, rounded up.
        mb: u64,
        /// The size that passes.
        most_mb: u64,
    },
    /// A kind that phones do not open.
    Kind {
        /// What it is.
        kind: String,
        /// What to save it as.
        instead: &'static str,
    },
    /// Its name says that it is something else.
    Ending {
        /// The ending of its name; empty without one.
        ending: String,
        /// What it is.
        kind: FileKind,
        /// The name it should have, where that would make it right.
        rename: Option<String>,
        /// Whether it opens all the same.
        opens: bool,
    },
    /// A browser or the web server would run it.
    RunsInBrowser(RunsInBrowser),
    /// It breaks off, or is not what its name says.
    Damaged,
    /// It opens with a password only.
    Locked,
    /// A PDF whose pages are pictures.
    Scan,
    /// Its text could not be searched for personal data.
    Unsearchable(Unsearchable),
    /// Another file of the year has the same content.
    Duplicate {
        /// That file.
        other: String,
    },
    /// The same item of an earlier year has a file with the same content.
    OtherYear {
        /// That file.
        other: String,
        /// Its year.
        year: FiscalYear,
    },
}

/// What makes a browser or the web server run a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum RunsInBrowser {
    /// An ending in its name.
    Name(String),
    /// Its content is a web page, whatever its name.
    Page,
    /// This stands in it; empty where it could not be looked through.
    Markup(String),
}

/// Why the text of a file could not be searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unsearchable {
    /// A font does not say which letters its shapes are.
    Unmapped,
    /// There is too much of it.
    TooMuch,
}

impl EvidenceFault {
    /// The code that names the fault everywhere.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Empty => "file-empty",
            Self::TooLarge { .. } => "file-too-large",
            Self::Kind { .. } => "file-kind",
            Self::Ending { .. } => "file-ending",
            Self::RunsInBrowser(_) => "runs-in-browser",
            Self::Damaged => "file-damaged",
            Self::Locked => "file-locked",
            Self::Scan => "pdf-scan",
            Self::Unsearchable(_) => "file-unsearchable",
            Self::Duplicate { .. } => "file-duplicate",
            Self::OtherYear { .. } => "file-of-other-year",
        }
    }

    /// How bad it is.
    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::RunsInBrowser(_) => Severity::Error,
            Self::Empty
            | Self::Kind { .. }
            | Self::Ending { opens: false, .. }
            | Self::Damaged
            | Self::Locked
            | Self::OtherYear { .. } => Severity::Warning,
            Self::TooLarge { .. }
            | Self::Ending { opens: true, .. }
            | Self::Scan
            | Self::Unsearchable(_)
            | Self::Duplicate { .. } => Severity::Advice,
        }
    }
}
