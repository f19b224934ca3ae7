//! How much of the verdict on an item visitors see: `public_status` of `site.toml`.
//!
//! What they do not see is in no view, so that a theme cannot show it by mistake.

use serde::Serialize;

use super::Builder;
use crate::model::{PublicStatus, Status};

/// A status as visitors see it.
#[derive(Debug, Clone, Copy, Serialize)]
pub(in crate::render) struct SeenStatus {
    /// `complete`, `incomplete` or `missing`; `published` or `missing`; or empty.
    pub(in crate::render) status: &'static str,
    /// The same in Thai.
    pub(in crate::render) status_thai: &'static str,
}

impl Builder<'_> {
    pub(super) fn seen(self, status: Status) -> SeenStatus {
        let (status, status_thai) = match self.site.config.public_status {
            PublicStatus::Published if status.is_published() => ("published", "เผยแพร่แล้ว"),
            PublicStatus::Full | PublicStatus::Published => (status.name(), status.thai()),
            PublicStatus::None => ("", ""),
        };
        SeenStatus {
            status,
            status_thai,
        }
    }

    /// What only those see who see the whole verdict.
    pub(super) fn of_whole_verdict<T>(self, said: T) -> Option<T> {
        (self.site.config.public_status == PublicStatus::Full).then_some(said)
    }

    /// What those see who see any of it.
    pub(super) fn of_verdict<T>(self, said: T) -> Option<T> {
        (self.site.config.public_status != PublicStatus::None).then_some(said)
    }
}
