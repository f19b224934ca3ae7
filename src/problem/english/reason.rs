//! The sentences in English of why an item is not complete.

use crate::model::{Period, Reason, Rule};
use crate::problem::{asked_columns, asked_period, either};

pub(super) fn reason_message(reason: &Reason) -> String {
    match reason {
        Reason::NoDocument => "there is no document yet".to_owned(),
        Reason::OnlyDraft => "there are only drafts".to_owned(),
        Reason::OnlyFuture(day) => format!("dated in the future: published from {day}"),
        Reason::OnlyStub => "there is a document, but without content".to_owned(),
        Reason::ComponentNotShown { number, text, .. } => {
            format!("component {number} is not shown: {text}")
        }
        Reason::PeriodMissing { window, .. } => {
            format!("no period is stated; this item asks for {}", days(window))
        }
        Reason::PeriodNotCovered { other_calendar, .. } => {
            let calendar = if *other_calendar {
                "; it fits the calendar year, but this item goes by the fiscal year"
            } else {
                ""
            };
            format!("{}{calendar}", not_covered(reason))
        }
    }
}

fn not_covered(reason: &Reason) -> String {
    let Reason::PeriodNotCovered {
        window,
        gaps,
        rule,
        stated,
        ..
    } = reason
    else {
        return String::new();
    };
    let (asked, stated) = (days(window), runs(stated));
    match (rule, gaps.as_slice()) {
        (Rule::Spans, []) => {
            format!("no document is in force throughout {asked}, but {stated}")
        }
        (Rule::Spans, gaps) => format!(
            "no document is in force throughout {asked}: it is {stated}, {} is missing",
            runs(gaps)
        ),
        (Rule::Current, _) | (_, []) => {
            format!("the documents' periods ({stated}) lie outside {asked}")
        }
        (_, [gap]) if gap.first > window.first && gap.last == window.last => format!(
            "the data ends too early, on {}: {asked} is asked for, {} is missing",
            gap.day_before(),
            days(gap)
        ),
        (_, gaps) => format!("periods do not cover {asked}: {} is missing", runs(gaps)),
    }
}

/// Periods in a row; of many, the first and the number of the others.
fn runs(periods: &[Period]) -> String {
    const MOST: usize = 4;
    let shown: Vec<String> = periods.iter().take(MOST).map(days).collect();
    let more = match periods.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{}{more}", shown.join(", "))
}

pub(super) fn reason_help(reason: &Reason) -> String {
    match reason {
        Reason::NoDocument => "make one with oit new and write it".to_owned(),
        Reason::OnlyDraft => {
            "write it, put what it shows into components, then remove draft = true".to_owned()
        }
        Reason::OnlyFuture(_) => "to publish it now, set date to today".to_owned(),
        Reason::OnlyStub => "write it, or put an evidence file into the item's folder".to_owned(),
        Reason::ComponentNotShown {
            number, shown_by, ..
        } => {
            let typed = format!("when a document shows it, add {number} to its components");
            match shown_by {
                Some(shown_by) => format!(
                    "{typed}, or fill in [[data.{}]], every row with {}",
                    shown_by.dataset.name(),
                    either(&asked_columns(shown_by), "one of")
                ),
                None => typed,
            }
        }
        Reason::PeriodMissing { rule, window } => {
            format!(
                "add period = \"{}\" if that is what it covers",
                asked_period(*rule, window)
            )
        }
        Reason::PeriodNotCovered {
            rule, window, gaps, ..
        } => {
            let asked = asked_period(*rule, window);
            match (rule, gaps.as_slice()) {
                (Rule::Spans, _) => format!(
                    "publish a plan in force all year with period = \"{asked}\", or a longer one such as \"2566..2570\""
                ),
                (Rule::Current, _) => format!(
                    "publish something of this year with period = \"{asked}\", or correct date"
                ),
                (_, [gap, ..]) => format!(
                    "publish the missing part as another document with period = \"{}\"; if it is there already, write period = \"{asked}\"",
                    gap.typed()
                ),
                (_, []) => format!("publish what is asked for with period = \"{asked}\""),
            }
        }
    }
}

pub(super) fn days(window: &Period) -> String {
    if window.first == window.last {
        return window.first.to_string();
    }
    format!("{} to {}", window.first, window.last)
}
