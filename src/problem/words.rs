//! What the sentences of several families are put together from.

use crate::model::Period;

/// A sentence in both languages, for more than one fault.
pub(super) struct Both {
    pub(super) thai: &'static str,
    pub(super) english: &'static str,
}

/// What was meant, where one thing is near; otherwise what to do.
pub(super) fn near_thai(near: Option<&str>, otherwise: &str) -> String {
    match near {
        Some(near) => format!("หมายถึง `{near}` หรือไม่ ถ้าไม่ใช่: {otherwise}"),
        None => otherwise.to_owned(),
    }
}

/// The same in English.
pub(super) fn near_english(near: Option<&str>, otherwise: &str) -> String {
    match near {
        Some(near) => format!("is `{near}` meant? if not: {otherwise}"),
        None => otherwise.to_owned(),
    }
}

/// Periods in a row; of many, the first and the number of the others.
pub(super) fn periods_thai(periods: &[Period]) -> String {
    let all: Vec<String> = periods.iter().map(Period::thai).collect();
    few(4, &all, |more| format!(" และอีก {more} ช่วง"))
}

/// The same in English.
pub(super) fn periods_english(periods: &[Period]) -> String {
    let all: Vec<String> = periods.iter().map(days).collect();
    few(4, &all, |more| format!(" and {more} more"))
}

/// The first few of many, and in the words of `others` how many more there are.
pub(super) fn few(most: usize, all: &[String], others: impl Fn(usize) -> String) -> String {
    let shown = all.get(..most).unwrap_or(all).join(", ");
    match all.len().saturating_sub(most) {
        0 => shown,
        more => shown + &others(more),
    }
}

/// The days of a period in English.
pub(super) fn days(window: &Period) -> String {
    if window.first == window.last {
        return window.first.to_string();
    }
    format!("{} to {}", window.first, window.last)
}
