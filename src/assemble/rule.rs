//! Whether documents satisfy the rule of an item or of a component (contract, "Periods").

use crate::model::{Calendar, Date, FiscalYear, Period, Reason, Rule, Timing};

/// What a rule looks at in one counting document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Covers {
    /// Its period, where it states one.
    pub(super) period: Option<Period>,
    /// Its day of publication.
    pub(super) date: Option<Date>,
}

/// Judges counting documents by the time that is asked of them: satisfied, with the fiscal window that they do not
/// fit where only the calendar year's is, or why not. `component`: whose own time it is, if not the item's.
pub(super) fn judge(
    timing: Timing,
    component: Option<usize>,
    year: FiscalYear,
    documents: &[Covers],
) -> Result<Option<Period>, Reason> {
    let rule = timing.rule;
    let Some(window) = rule.window(year) else {
        return Ok(None);
    };
    if holds(rule, &window, documents) {
        return Ok(None);
    }
    let other_calendar =
        calendar_window(rule, year).is_some_and(|calendar| holds(rule, &calendar, documents));
    // "First six months" is October to March in every reading.
    let takes_either = timing.calendar == Calendar::Either && rule != Rule::FirstHalf;
    if takes_either && other_calendar {
        return Ok(Some(window));
    }
    let stated = stated(rule, &window, documents);
    if stated.is_empty() {
        return Err(Reason::PeriodMissing {
            component,
            rule,
            window,
        });
    }
    let any_inside = stated.iter().any(|period| period.overlaps(&window));
    let gaps = if any_inside {
        window.uncovered_by(stated.clone())
    } else {
        Vec::new()
    };
    Err(Reason::PeriodNotCovered {
        component,
        rule,
        window,
        gaps,
        stated,
        other_calendar,
    })
}

/// The same window by the calendar year.
fn calendar_window(rule: Rule, year: FiscalYear) -> Option<Period> {
    match rule {
        Rule::Any => None,
        Rule::FirstHalf => Some(year.calendar_first_half()),
        Rule::Current | Rule::Spans => Some(year.calendar_period()),
        Rule::Previous => Some(year.previous().calendar_period()),
    }
}

fn holds(rule: Rule, window: &Period, documents: &[Covers]) -> bool {
    match rule {
        Rule::Any => true,
        Rule::Current => documents.iter().any(|document| match document.period {
            Some(period) => period.overlaps(window),
            None => document.date.is_some_and(|date| window.contains(date)),
        }),
        Rule::Spans => periods(documents).any(|period| period.covers(window)),
        Rule::FirstHalf | Rule::Previous => {
            window.uncovered_by(periods(documents).collect()).is_empty()
        }
    }
}

/// The times that documents state, as far as they are to be told of.
fn stated(rule: Rule, window: &Period, documents: &[Covers]) -> Vec<Period> {
    let mut stated: Vec<Period> = periods(documents).collect();
    if stated.is_empty() && rule == Rule::Current {
        let dates = documents.iter().filter_map(|document| document.date);
        stated.extend(dates.map(|date| Period::new(date, date)));
    }
    stated.sort();
    stated.dedup();
    if rule == Rule::Spans {
        // A plan is one document: the one that lacks least is told of.
        stated.sort_by_key(|period| lacking(window, *period));
        stated.truncate(1);
    }
    stated
}

/// How many days of a window one period leaves uncovered.
fn lacking(window: &Period, period: Period) -> i32 {
    let gaps = window.uncovered_by(vec![period]);
    gaps.iter().map(Period::days).sum()
}

fn periods(documents: &[Covers]) -> impl Iterator<Item = Period> {
    documents.iter().filter_map(|document| document.period)
}

#[cfg(test)]
mod tests {
    use super::{Covers, judge};
    use crate::model::{Calendar, FiscalYear, Period, Reason, Rule, Timing, parse_date};

    fn outcome(
        rule: Rule,
        calendar: Calendar,
        documents: &[&str],
    ) -> Result<Option<Period>, Reason> {
        let timing = Timing {
            rule,
            calendar,
            monthly: false,
        };
        let covers: Vec<Covers> = documents
            .iter()
            .map(|text| Covers {
                period: Period::parse(text).ok(),
                date: parse_date(text).ok(),
            })
            .collect();
        judge(timing, None, FiscalYear::new(2566).unwrap(), &covers)
    }

    fn holds(rule: Rule, calendar: Calendar, documents: &[&str]) -> Option<bool> {
        let satisfied = outcome(rule, calendar, documents).ok();
        satisfied.map(|calendar_only| calendar_only.is_some())
    }

    #[test]
    fn every_row_of_the_contract_s_table() {
        let (fiscal, either) = (Calendar::Fiscal, Calendar::Either);
        assert_eq!(holds(Rule::Any, fiscal, &[""]), Some(false));
        // current: a period that overlaps, or a date inside when there is no period.
        assert_eq!(holds(Rule::Current, fiscal, &["2565..2566"]), Some(false));
        assert_eq!(holds(Rule::Current, fiscal, &["2565-10-01"]), Some(false));
        assert_eq!(holds(Rule::Current, fiscal, &["2566-10-01"]), None);
        assert_eq!(holds(Rule::Current, either, &["2566-10-01"]), Some(true));
        assert_eq!(holds(Rule::Current, fiscal, &[""]), None);
        // first-half: together.
        assert_eq!(
            holds(Rule::FirstHalf, fiscal, &["2566-Q1", "2566-Q2"]),
            Some(false)
        );
        assert_eq!(holds(Rule::FirstHalf, fiscal, &["2566-Q1"]), None);
        assert_eq!(holds(Rule::FirstHalf, either, &["2566-01..2566-06"]), None);
        assert_eq!(holds(Rule::FirstHalf, fiscal, &["2566-03-31"]), None);
        // previous: together, the year before.
        assert_eq!(holds(Rule::Previous, fiscal, &["2565"]), Some(false));
        assert_eq!(
            holds(Rule::Previous, fiscal, &["2565-H1", "2565-H2"]),
            Some(false)
        );
        assert_eq!(
            holds(Rule::Previous, either, &["2565-01..2565-12"]),
            Some(true)
        );
        assert_eq!(holds(Rule::Previous, fiscal, &["2566"]), None);
        // spans: one document, the whole year.
        assert_eq!(holds(Rule::Spans, fiscal, &["2566..2570"]), Some(false));
        assert_eq!(holds(Rule::Spans, fiscal, &["2566-H1", "2566-H2"]), None);
        assert_eq!(
            holds(Rule::Spans, either, &["2566-01..2566-12"]),
            Some(true)
        );
    }

    #[test]
    fn the_gap_is_named() {
        let Err(reason) = outcome(Rule::FirstHalf, Calendar::Fiscal, &["2566-Q1"]) else {
            panic!("a quarter is not half a year");
        };
        let gap = Period::parse("2566-Q2").unwrap();
        assert!(matches!(reason, Reason::PeriodNotCovered { gaps, .. } if gaps == [gap]));
    }
}
