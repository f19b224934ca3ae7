//! The sentences of [`DriftFault`] in English.

use super::reason::reason_message;
use crate::model::Reason;
use crate::problem::{DriftFault, first_of, item_runs};

/// What is wrong.
pub(super) fn message(fault: &DriftFault) -> String {
    match fault {
        DriftFault::Item { year, item, why } => {
            let why = match why {
                Some(why) => reason_message(why),
                None => "the year has no such item any more".to_owned(),
            };
            format!(
                "{} of {year} is published, and this build would make it missing: {why}",
                item.label()
            )
        }
        DriftFault::Items { year, items } => format!(
            "{} items of {year} are published, and this build would make them missing: {}",
            items.len(),
            item_runs(items)
        ),
        DriftFault::Addresses { year, addresses } => {
            let (shown, more) = first_of(addresses);
            let more = match more {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            format!(
                "published addresses of {year} would not open any more ({}): {shown}{more}",
                addresses.len()
            )
        }
    }
}

/// What to do, or type.
pub(super) fn help(fault: &DriftFault) -> String {
    let mend = match fault {
        DriftFault::Item {
            why: Some(Reason::OnlyFuture(_)),
            ..
        } => "check the computer's date, --as-of and the document's `date`",
        DriftFault::Item {
            why: Some(Reason::OnlyDraft),
            ..
        } => "delete the document's line draft = true",
        DriftFault::Item { .. } => "put the item's documents back",
        DriftFault::Items { .. } => {
            "see that the year's folder is whole and the computer's date is right"
        }
        DriftFault::Addresses { .. } => "put the file or document back, under its old name",
    };
    format!("{mend}; if it is to go, type oit build --allow-withdraw")
}
