//! What a year's statuses would score: an estimate of one's own, by the published averaging rule.
//!
//! In: a [`Year`]. Out: the OIT score it would get and what every item that is not complete costs.
//! The tree decides: no count and no number of an item stands here.
//!
//! The rule: an item scores 100 or 0; a sub-indicator is the plain mean of its items, an indicator
//! of its sub-indicators, OIT of the indicators that the tree holds. Eight published scores of 2564
//! for the one indicator and two for the other come out by it exactly; that it still holds later is
//! taken for granted here, and nowhere confirmed. So nobody may be shown this without the word
//! "estimate".

use super::assessment::OIT;
use super::framework::Recorded;
use super::id::ItemNumber;
use super::item_definition::ItemDefinition;
use super::site::{Item, Year};
use super::status::{Reason, Status};

/// What OIT counts for in the whole assessment (ITA), in percent, where a framework file does not say. It has been
/// that in every year that anything is known of.
const USUAL_SHARE: f64 = 40.0;

/// The estimate of a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// The OIT score, 0–100.
    pub oit: f64,
    /// What OIT counts for in the ITA score, in percent.
    pub share: f64,
    /// Whether the components of every item are recorded. If not, a document alone makes an item complete,
    /// and the estimate is too good.
    pub by_components: bool,
    /// The items that are not complete: what costs most first, and of those what lacks least.
    pub costs: Vec<Cost>,
}

/// What an item that is not complete costs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cost {
    /// The number of the item.
    pub number: ItemNumber,
    /// In points of OIT.
    pub oit: f64,
    /// In points of ITA.
    pub ita: f64,
    /// How much is lacking; only to be compared.
    lacks: (usize, Status),
}

impl Score {
    /// The estimate of a year; `None` where its tree asks for nothing.
    pub fn of(year: &Year) -> Option<Self> {
        let mut indicators = Vec::new();
        for indicator in &year.framework.indicators {
            let subs = indicator.subs.iter().map(|sub| {
                let items = sub.items.iter();
                let items = items.filter_map(|asked| Some((asked, year.item(asked.number)?)));
                items.collect::<Vec<_>>()
            });
            let subs: Vec<_> = subs.filter(|items| !items.is_empty()).collect();
            indicators.extend((!subs.is_empty()).then_some(subs));
        }
        if indicators.is_empty() {
            return None;
        }
        let instrument = year.framework.assessment.instrument(OIT);
        let weight = instrument.and_then(|instrument| instrument.weight);
        let share = weight.unwrap_or(USUAL_SHARE);
        let mut costs = Vec::new();
        for subs in &indicators {
            for items in subs {
                let cost = 100.0 / number(indicators.len() * subs.len() * items.len());
                let owing = items.iter().filter(|(_, item)| !is_complete(item));
                costs.extend(owing.map(|(asked, item)| Cost {
                    number: item.number,
                    oit: cost,
                    ita: cost * share / 100.0,
                    lacks: lacks(asked, item),
                }));
            }
        }
        // A stable sort: what is alike keeps the order of the tree.
        costs.sort_by(|a, b| b.oit.total_cmp(&a.oit).then(a.lacks.cmp(&b.lacks)));
        Some(Self {
            oit: mean(indicators.iter().map(|subs| {
                let subs = subs.iter();
                mean(subs.map(|items| mean(items.iter().map(|(_, item)| points_of(item)))))
            })),
            share,
            by_components: year.framework.records_components() == Recorded::All,
            costs,
        })
    }

    /// What the OIT score contributes to the ITA score.
    pub fn ita(&self) -> f64 {
        self.oit * self.share / 100.0
    }
}

/// Points with two decimals, as scores are published; with a third where that says it exactly, as the
/// eighth part of a sub-indicator does.
pub fn points(value: f64) -> String {
    let thousandths = (value * 1000.0).round();
    let is_exact = (value * 1000.0 - thousandths).abs() < 1e-6;
    if is_exact && thousandths % 10.0 != 0.0 {
        format!("{:.3}", thousandths / 1000.0)
    } else {
        format!("{value:.2}")
    }
}

fn is_complete(item: &Item) -> bool {
    item.state.status == Status::Complete
}

fn points_of(item: &Item) -> f64 {
    if is_complete(item) { 100.0 } else { 0.0 }
}

/// One or two things lacking are little beside a document that has yet to be written.
fn lacks(asked: &ItemDefinition, item: &Item) -> (usize, Status) {
    let count = match item.state.reasons.first() {
        Some(Reason::NoDocument) => asked.components.len() + 2,
        _ if item.state.status == Status::Missing => asked.components.len() + 1,
        _ => item.state.reasons.len(),
    };
    let least = usize::from(item.state.status == Status::Missing) * 3;
    (count.max(least), item.state.status)
}

fn mean(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let count = values.clone().count();
    values.sum::<f64>() / number(count)
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::points;

    #[test]
    fn points_have_two_decimals_or_three_where_that_is_exact() {
        assert_eq!(points(3.125), "3.125");
        assert_eq!(points(100.0 / 3.0), "33.33");
        assert_eq!(points(100.0 / 7.0), "14.29");
        assert_eq!(points(0.0), "0.00");
        assert_eq!(points(100.0), "100.00");
    }
}
