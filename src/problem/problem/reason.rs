//! The codes of what keeps an item from being complete.

use crate::model::Reason;

pub(super) fn reason_code(reason: &Reason) -> &'static str {
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
