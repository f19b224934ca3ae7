//! The official indicator tree of one fiscal year, as data.
//!
//! Nothing here knows a number, a title or a count: they come from a TOML file, built in or a
//! site's own, because every year has its own list.

use super::assessment::Assessment;
use super::fiscal_year::FiscalYear;
use super::id::ItemNumber;
use super::item_definition::ItemDefinition;
use super::provenance::Provenance;

/// The tree of a year: indicators, sub-indicators, items and their required components.
#[derive(Debug, Clone, PartialEq)]
pub struct Framework {
    /// The year it is the tree of.
    pub fiscal_year: FiscalYear,
    /// Where the tree is written down.
    pub source: String,
    /// What the signs in the sources of its parts stand for, in order.
    pub sources: Vec<(String, String)>,
    /// It is not confirmed by the official list of the year.
    pub is_provisional: bool,
    /// What results of the year are read by.
    pub assessment: Assessment,
    /// The indicators, in order.
    pub indicators: Vec<Indicator>,
}

/// Of how many items of a year the components are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recorded {
    /// Of every item.
    All,
    /// Of a part of them.
    Some,
    /// Of no item.
    None,
}

/// An indicator (ตัวชี้วัด).
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// Its code, e.g. `9`.
    pub code: String,
    /// The title in Thai, as the framework file has it.
    pub title: String,
    /// Its sub-indicators, in order.
    pub subs: Vec<SubIndicator>,
}

/// A sub-indicator (ตัวชี้วัดย่อย).
#[derive(Debug, Clone, PartialEq)]
pub struct SubIndicator {
    /// Its code, e.g. `9.1`.
    pub code: String,
    /// The title in Thai, as the framework file has it.
    pub title: String,
    /// Where it is known from that these items stand here.
    pub provenance: Provenance,
    /// Its items, in order.
    pub items: Vec<ItemDefinition>,
}

impl Framework {
    /// All items with the indicator and sub-indicator they stand under, in order.
    pub fn items(&self) -> impl Iterator<Item = (&Indicator, &SubIndicator, &ItemDefinition)> {
        self.indicators.iter().flat_map(|indicator| {
            indicator
                .subs
                .iter()
                .flat_map(move |sub| sub.items.iter().map(move |item| (indicator, sub, item)))
        })
    }

    /// How much is known of what its items ask.
    pub fn records_components(&self) -> Recorded {
        let (mut known, mut unknown) = (0, 0);
        for (_, _, item) in self.items() {
            *if item.records_components {
                &mut known
            } else {
                &mut unknown
            } += 1;
        }
        match (known, unknown) {
            (_, 0) => Recorded::All,
            (0, _) => Recorded::None,
            _ => Recorded::Some,
        }
    }

    /// All that is scored, by code and title: indicators and sub-indicators, also those that no page is asked for.
    pub fn scored(&self) -> impl Iterator<Item = (&str, &str)> {
        let in_tree = self.indicators.iter().flat_map(|indicator| {
            let subs = indicator.subs.iter().map(|sub| (&*sub.code, &*sub.title));
            [(&*indicator.code, &*indicator.title)]
                .into_iter()
                .chain(subs)
        });
        in_tree.chain(self.assessment.indicators())
    }

    /// The item of a number.
    pub fn item(&self, number: ItemNumber) -> Option<&ItemDefinition> {
        self.items()
            .map(|(_, _, item)| item)
            .find(|item| item.number == number)
    }
}
