//! The estimate of the score on the public checklist, and what is due there.

use serde::Serialize;

use super::item::{ReasonView, reasons};
use super::year::ItemView;
use super::{Builder, DateView};
use crate::model::score::points;
use crate::model::{Due, ItemNumber, Owed, Period, Score, Year};

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

/// What the current year owes by when.
#[derive(Debug, Serialize)]
pub(super) struct DueView {
    /// The next of its kind is owed already.
    overdue: Vec<DueDayView>,
    /// The day has come.
    now: Vec<DueDayView>,
    /// The day is yet to come.
    to_come: Vec<DueDayView>,
}

/// What is owed from one day on.
#[derive(Debug, Serialize)]
pub(super) struct DueDayView {
    from: DateView,
    items: Vec<OwedView>,
}

/// Something that is owed.
#[derive(Debug, Serialize)]
pub(super) struct OwedView {
    /// The item.
    #[serde(flatten)]
    item: ItemView,
    /// The times it is to tell of.
    times: Vec<String>,
}

/// The estimate; `None` where the settings do not ask for it.
pub(super) fn score_view(builder: Builder<'_>, year: &Year) -> Option<ScoreView> {
    if !builder.site.config.show_score {
        return None;
    }
    let score = Score::of(year)?;
    let costs = score.costs.iter().filter_map(|cost| {
        Some(CostView {
            item: item_view(builder, year, cost.number)?,
            oit: points(cost.oit),
            ita: points(cost.ita),
            reasons: reasons(year.item(cost.number)?),
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

/// What is due; `None` in other years than the current one, and where nothing is.
pub(super) fn due_view(builder: Builder<'_>, year: &Year) -> Option<DueView> {
    if builder.site.current != Some(year.fiscal_year()) {
        return None;
    }
    let due = Due::of(builder.site, year);
    let owed_view = |owed: &Owed| {
        Some(OwedView {
            item: item_view(builder, year, owed.number)?,
            times: owed.times.iter().map(Period::thai).collect(),
        })
    };
    let views = |list: &[Owed]| {
        let days = list.chunk_by(|a, b| a.from == b.from);
        let days = days.map(|day| DueDayView {
            from: DateView::new(day[0].from),
            items: day.iter().filter_map(owed_view).collect(),
        });
        days.collect()
    };
    (!due.is_empty()).then(|| DueView {
        overdue: views(&due.overdue),
        now: views(&due.now),
        to_come: views(&due.to_come),
    })
}

fn item_view(builder: Builder<'_>, year: &Year, number: ItemNumber) -> Option<ItemView> {
    let definition = year.framework.item(number)?;
    Some(ItemView::new(builder, year, year.item(number)?, definition))
}
