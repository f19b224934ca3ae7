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
    few(periods, Period::thai, |more| format!(" และอีก {more} ช่วง"))
}

/// The same in English.
pub(super) fn periods_english(periods: &[Period]) -> String {
    few(periods, days, |more| format!(" and {more} more"))
}

fn few(
    periods: &[Period],
    words: fn(&Period) -> String,
    others: impl Fn(usize) -> String,
) -> String {
    const MOST: usize = 4;
    let shown: Vec<String> = periods.iter().take(MOST).map(words).collect();
    let more = match periods.len().saturating_sub(MOST) {
        0 => String::new(),
        more => others(more),
    };
    format!("{}{more}", shown.join(", "))
}

/// The days of a period in English.
pub(super) fn days(window: &Period) -> String {
    if window.first == window.last {
        return window.first.to_string();
    }
    format!("{} to {}", window.first, window.last)
}
