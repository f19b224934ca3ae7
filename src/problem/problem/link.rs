//! Faults of links that lead somewhere, but not where an evaluator can rely on it.

use super::Severity;
use crate::model::host::Reach;

/// Faults of links that lead somewhere, but not where an evaluator can rely on it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum LinkFault {
    /// A document whose only evidence lies on another host.
    EvidenceElsewhere { host: String },
    /// A link whose text does not say where it leads; `None` where there is none.
    NoTitle { title: Option<String> },
    /// An address behind which another one hides.
    Shortened { host: String },
    /// A machine for trying things out, or one that only the office reaches.
    Staging { host: String, reach: Reach },
    /// The same as the address of the site itself.
    StagingSite { host: String },
}

impl LinkFault {
    /// The code that names the fault everywhere.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::EvidenceElsewhere { .. } => "evidence-elsewhere",
            Self::NoTitle { .. } => "link-title",
            Self::Shortened { .. } => "short-link",
            Self::Staging { .. } | Self::StagingSite { .. } => "staging-address",
        }
    }

    /// How bad it is. A link that no visitor can open is as broken as one that leads nowhere; a site
    /// that still stands on a trial machine is only not finished.
    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::NoTitle { .. } => Severity::Advice,
            Self::Staging {
                reach: Reach::Office,
                ..
            } => Severity::Error,
            _ => Severity::Warning,
        }
    }
}
