//! The estimate of the score on the public checklist.

use serde::Serialize;

use super::Builder;
use super::item::{ReasonView, public_reasons};
use super::year::ItemView;
use crate::model::score::points;
use crate::model::{ItemNumber, Score, Year};

/// The estimate of the score, where `site.toml` asks for it.
#[derive(Debug, Serialize)]
pub(super) struct ScoreView {
    /// `78.75`, of 100.
    oit: String,
    /// The same as points of ITA.
    ita: String,
    /// How many points of ITA there are for OIT, `40`.
    share: String,
    /// Whether the year's components are recorded; if not, the estimate is too good.
    by_components: bool,
    /// The items that are not complete, what costs most first.
    costs: Vec<CostView>,
}

/// What an item costs.
#[derive(Debug, Serialize)]
pub(super) struct CostView {
    /// The item.
    #[serde(flatten)]
    item: ItemView,
    /// Points of OIT, `2.50`.
    oit: String,
    /// Points of ITA.
    ita: String,
    /// Why it is not complete.
    reasons: Vec<ReasonView>,
}

/// The estimate; `None` where the settings do not ask for it, and where visitors do not see what it is made of.
pub(super) fn score_view(builder: Builder<'_>, year: &Year) -> Option<ScoreView> {
    if !builder.site.config.show_score {
        return None;
    }
    let score = builder.of_whole_verdict(Score::of(year)?)?;
    let costs = score.costs.iter().filter_map(|cost| {
        Some(CostView {
            item: item_view(builder, year, cost.number)?,
            oit: points(cost.oit),
            ita: points(cost.ita),
            reasons: public_reasons(year.item(cost.number)?),
        })
    });
    Some(ScoreView {
        oit: points(score.oit),
        ita: points(score.ita()),
        share: score.share.to_string(),
        by_components: score.by_components,
        costs: costs.collect(),
    })
}

fn item_view(builder: Builder<'_>, year: &Year, number: ItemNumber) -> Option<ItemView> {
    let definition = year.framework.item(number)?;
    Some(ItemView::new(builder, year, year.item(number)?, definition))
}
