//! What a year owes by when: what is late, what is to be there now, and what comes next.
//!
//! In: a year with its statuses, and the day. Out: lists of what is owed. It explains only: no
//! status and no finding depends on it. It knows no day that the framework does not give, so
//! nothing here says when an assessment opens or closes.
//!
//! A report is owed from the day after the time it tells of, a plan and news of the year from the
//! year's first day. It is late once the next of its kind is owed too: a month's summary a month
//! later, everything else when the fiscal year is over.

use jiff::ToSpan;
use jiff::civil::Date;

use super::id::ItemNumber;
use super::item_definition::ItemDefinition;
use super::period::Period;
use super::site::{Item, Site, Year};
use super::status::Status;
use super::timing::{Rule, Timing};

/// What a year owes, each list by day and then in the order of the tree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Due {
    /// The next of its kind is owed already.
    pub overdue: Vec<Owed>,
    /// The day has come.
    pub now: Vec<Owed>,
    /// The day is yet to come.
    pub to_come: Vec<Owed>,
}

/// Something that is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// The number of the item.
    pub number: ItemNumber,
    /// The time it is to tell of; months that follow each other are one.
    pub times: Vec<Period>,
    /// The day from which it is owed.
    pub from: Date,
}

/// One thing, before the day is looked at.
#[derive(PartialEq, Eq)]
struct Thing {
    time: Period,
    from: Date,
    late: Date,
}

impl Due {
    /// What is owed of a year on the day the site is judged.
    pub fn of(site: &Site, year: &Year) -> Self {
        let mut due = Self::default();
        for (_, _, definition, item) in year.asked() {
            if item.state.status == Status::Complete {
                continue;
            }
            let (mut overdue, mut now) = (Vec::new(), Vec::new());
            for thing in things(site, year, definition, item) {
                if site.as_of < thing.from {
                    due.to_come.extend(owed(item, vec![thing]));
                } else if site.as_of < thing.late {
                    now.push(thing);
                } else {
                    overdue.push(thing);
                }
            }
            due.overdue.extend(owed(item, overdue));
            due.now.extend(owed(item, now));
        }
        for list in [&mut due.overdue, &mut due.now, &mut due.to_come] {
            list.sort_by_key(|owed| owed.from);
        }
        due
    }
}

/// Whether an item can be complete already: every time that its documents must cover is over.
pub fn can_be_complete(definition: &ItemDefinition, year: &Year, day: Date) -> bool {
    definition.timings().all(|(_, timing)| {
        let adds_up = matches!(timing.rule, Rule::FirstHalf | Rule::Previous);
        let window = timing.rule.window(year.fiscal_year());
        window.is_none_or(|window| !adds_up || window.last < day)
    })
}

/// What is lacking of an item, for every time that it asks for.
fn things(site: &Site, year: &Year, definition: &ItemDefinition, item: &Item) -> Vec<Thing> {
    let mut all: Vec<Thing> = Vec::new();
    for (component, timing) in definition.timings() {
        if is_lacking(definition, item, component) {
            let told = item.state.documents_of(component).iter();
            let told = told.filter_map(|id| site.document(*id).period.as_ref());
            let told: Vec<Period> = told.map(|period| period.value.period).collect();
            let things = things_of(year, timing, &told).into_iter();
            all.extend(
                things
                    .filter(|thing| !all.contains(thing))
                    .collect::<Vec<_>>(),
            );
        }
    }
    all
}

/// Whether something is lacking of what the time of a component is asked of, or that of the item.
fn is_lacking(definition: &ItemDefinition, item: &Item, component: Option<usize>) -> bool {
    let is_about = |about: Option<usize>| match (component, about) {
        (None, Some(number)) => {
            let timing = definition.component(number).map(|found| found.timing);
            timing.flatten().is_none()
        }
        _ => component == about,
    };
    let mut reasons = item.state.reasons.iter();
    item.state.status == Status::Missing || reasons.any(|reason| is_about(reason.component()))
}

/// What is owed for one time; `told` are the times that documents tell of.
fn things_of(year: &Year, timing: Timing, told: &[Period]) -> Vec<Thing> {
    let fiscal_year = year.fiscal_year();
    let Some(window) = timing.rule.window(fiscal_year) else {
        return Vec::new();
    };
    let over = after(fiscal_year.period());
    if timing.monthly {
        let lacking = months(window).filter(|month| !month.uncovered_by(told.to_vec()).is_empty());
        let months: Vec<Thing> = lacking
            .map(|month| Thing {
                time: month,
                from: after(month),
                late: after(month).saturating_add(1.month()),
            })
            .collect();
        if !months.is_empty() {
            return months;
        }
    }
    let from = match timing.rule {
        Rule::FirstHalf | Rule::Previous => after(window),
        Rule::Any | Rule::Current | Rule::Spans => window.first,
    };
    vec![Thing {
        time: window,
        from,
        late: over,
    }]
}

/// The day after a time.
fn after(time: Period) -> Date {
    time.last.saturating_add(1.day())
}

/// The calendar months of a window of whole months.
fn months(window: Period) -> impl Iterator<Item = Period> {
    let starts = (0..).map(move |count: i32| window.first.saturating_add(count.months()));
    starts
        .take_while(move |first| *first <= window.last)
        .map(|first| Period::new(first, first.last_of_month()))
}

/// Things of one item as one; nothing of none.
fn owed(item: &Item, things: Vec<Thing>) -> Option<Owed> {
    let from = things.first()?.from;
    let mut times: Vec<Period> = Vec::new();
    for Thing { time, .. } in things {
        match times.last_mut() {
            Some(before) if after(*before) == time.first => before.last = time.last,
            _ => times.push(time),
        }
    }
    Some(Owed {
        number: item.number,
        times,
        from,
    })
}
