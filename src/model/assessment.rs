//! How the results of a year are read: its scale and pass mark, and what its instruments and their indicators are
//! called and weigh.
//!
//! In: what a framework file says. Out: the title of an indicator, and the total that instruments amount to. Apart
//! from the tree of items, because results are of years before as well, whose lists nobody may have any more.

use super::provenance::Provenance;

/// The instrument that asks for what the tree of items holds.
pub const OIT: &str = "OIT";

/// What scores of a year are read by. All of it is empty where a framework file does not say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Assessment {
    /// The least total with which an agency passes, 0–100.
    pub pass_mark: Option<f64>,
    /// The scale of the year, highest first.
    pub levels: Vec<Level>,
    /// The instruments, in order.
    pub instruments: Vec<Instrument>,
}

/// One step of the scale that scores are read by.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// As it is announced, e.g. `ผ่านดี`.
    pub name: String,
    /// The least total score, 0–100.
    pub min: f64,
    /// The least score of every instrument (IIT, EIT, OIT), where the scale asks for one.
    pub each: Option<f64>,
}

/// What the assessment is made with: a survey (แบบวัด), or the look at the pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Instrument {
    /// `IIT`
    pub name: String,
    /// Its part of the total, in percent.
    pub weight: Option<f64>,
    /// Where that is known from, and what its indicators are called.
    pub provenance: Provenance,
    /// Its indicators, as far as the tree of items does not hold them.
    pub indicators: Vec<ScoredIndicator>,
}

/// An indicator that is scored without being asked for on pages.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoredIndicator {
    /// `2`
    pub code: String,
    /// `การใช้งบประมาณ`
    pub title: String,
    /// Where the title is known from, if not as the instrument's weight is.
    pub provenance: Provenance,
}

impl Assessment {
    /// An instrument by its name.
    pub fn instrument(&self, name: &str) -> Option<&Instrument> {
        let mut instruments = self.instruments.iter();
        instruments.find(|instrument| instrument.name == name)
    }

    /// The indicators that are not in the tree of items, by code and title.
    pub fn indicators(&self) -> impl Iterator<Item = (&str, &str)> {
        let indicators = self.instruments.iter().flat_map(|one| &one.indicators);
        indicators.map(|indicator| (&*indicator.code, &*indicator.title))
    }

    /// The total that the scores of all instruments amount to; `None` where a score or a weight is not known.
    pub fn total(&self, score: impl Fn(&str) -> Option<f64>) -> Option<f64> {
        let (mut total, mut weights) = (0.0, 0.0);
        for instrument in &self.instruments {
            let weight = instrument.weight?;
            total += score(&instrument.name)? * weight / 100.0;
            weights += weight;
        }
        // Parts of a whole that is not all there say nothing of it.
        let is_whole = (weights - 100.0_f64).abs() < 1e-6;
        is_whole.then_some(total)
    }
}

#[cfg(test)]
mod tests {
    use super::{Assessment, Instrument};
    use crate::model::Provenance;

    fn assessment(weights: &[(&str, Option<f64>)]) -> Assessment {
        let instruments = weights.iter().map(|(name, weight)| Instrument {
            name: (*name).to_owned(),
            weight: *weight,
            provenance: Provenance::default(),
            indicators: Vec::new(),
        });
        Assessment {
            instruments: instruments.collect(),
            ..Assessment::default()
        }
    }

    #[test]
    fn the_total_is_what_all_instruments_weigh_together() {
        let half = assessment(&[("IIT", Some(50.0)), ("OIT", Some(50.0))]);
        assert_eq!(half.total(|_| Some(80.0)), Some(80.0));
        assert_eq!(half.total(|of| (of == "OIT").then_some(80.0)), None);
        // What does not make a hundred, or is not known, makes no total.
        assert_eq!(
            assessment(&[("IIT", Some(50.0))]).total(|_| Some(80.0)),
            None
        );
        let unknown = assessment(&[("IIT", Some(50.0)), ("OIT", None)]);
        assert_eq!(unknown.total(|_| Some(80.0)), None);
        assert_eq!(Assessment::default().total(|_| Some(80.0)), None);
    }
}
