//! The checklist of a year: what is published, what is missing, by sub-indicator and by unit.

use serde::Serialize;
use serde_json::json;

use super::document::in_short;
use super::due::{DueView, due_by_item};
use super::item::{AskedView, ReasonView, seen_components, seen_reasons};
use super::score::{ScoreView, score_view};
use super::year::{CountsView, ItemView, YearView, year_view};
use super::{Builder, DateView};
use crate::model::{Item, Status, Year, address};

/// What the checklist template gets, as `checklist`.
#[derive(Debug, Serialize)]
pub(in crate::render) struct ChecklistView {
    #[serde(flatten)]
    tree: YearView,
    /// Every item with why it is not complete, in order.
    rows: Vec<ChecklistRowView>,
    /// By responsible unit, in the order of `site.toml`; items without one come last.
    units: Vec<UnitView>,
    /// Whether anything is owed that a day belongs to.
    has_due: bool,
    /// The estimate of the score, where `site.toml` asks for it.
    score: Option<ScoreView>,
    json_url: String,
    csv_url: String,
}

/// An item of the checklist.
#[derive(Debug, Serialize)]
pub(super) struct ChecklistRowView {
    #[serde(flatten)]
    item: ItemView,
    /// The code of its sub-indicator.
    sub: String,
    /// Its units as a JSON list, for the filter; one empty name where there is none.
    units_json: String,
    reasons: Vec<ReasonView>,
    /// What it owes by when, in the current year; the oldest first.
    due: Vec<DueView>,
    components: Vec<AskedView>,
    updated: Option<DateView>,
    /// What was done for it, in a sentence or in the titles of its documents.
    done: String,
    /// The whole address of its page.
    whole_url: String,
}

/// A responsible unit and its items.
#[derive(Debug, Serialize)]
pub(super) struct UnitView {
    /// Empty for items that no unit is responsible for.
    name: String,
    /// The name as JSON, for the filter.
    name_json: String,
    counts: CountsView,
    items: Vec<ItemView>,
}

pub(in crate::render) fn checklist_view(builder: Builder<'_>, year: &Year) -> ChecklistView {
    let fiscal_year = year.fiscal_year();
    let mut units: Vec<UnitView> = Vec::new();
    for unit in &builder.site.config.units {
        units.extend(unit_view(builder, year, &unit.name));
    }
    units.extend(unit_view(builder, year, ""));
    let rows = rows(builder, year);
    ChecklistView {
        has_due: rows.iter().any(|row| !row.due.is_empty()),
        rows,
        tree: year_view(builder, year),
        units,
        score: score_view(builder, year),
        json_url: builder.local(&address::checklist_json(fiscal_year)),
        csv_url: builder.local(&address::checklist_csv(fiscal_year)),
    }
}

fn rows(builder: Builder<'_>, year: &Year) -> Vec<ChecklistRowView> {
    let mut due = due_by_item(builder, year);
    let items = year
        .asked()
        .map(|(_, sub, definition, item)| ChecklistRowView {
            item: ItemView::new(builder, year, item, definition),
            sub: sub.code.clone(),
            units_json: if item.units.is_empty() {
                json!([""]).to_string()
            } else {
                json!(item.units).to_string()
            },
            reasons: seen_reasons(builder, item),
            due: due.remove(&item.number).unwrap_or_default(),
            components: seen_components(builder, item, definition),
            updated: item.state.updated.map(DateView::new),
            done: done(builder, item),
            whole_url: builder
                .site
                .config
                .base
                .whole(&address::item(year.fiscal_year(), item.number)),
        });
    items.collect()
}

/// How many documents are named of what was done.
const NAMED: usize = 3;

/// What was done for an item: what its first document with a summary says, or what its documents are called.
fn done(builder: Builder<'_>, item: &Item) -> String {
    let site = builder.site;
    let documents = item.state.documents.iter().map(|id| site.document(*id));
    let mut said = documents.clone().map(in_short);
    if let Some(said) = said.find(|said| !said.is_empty()) {
        return said;
    }
    let titles = documents.map(|document| site.title_of(document));
    let titles: Vec<&str> = titles.collect();
    let named = titles.get(..NAMED).unwrap_or(&titles).join(", ");
    match titles.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named} และอีก {more} ฉบับ"),
    }
}

fn unit_view(builder: Builder<'_>, year: &Year, name: &str) -> Option<UnitView> {
    let mut items = Vec::new();
    let mut statuses: Vec<Status> = Vec::new();
    for (_, _, definition, item) in year.asked() {
        let of_unit = if name.is_empty() {
            item.units.is_empty()
        } else {
            item.units.iter().any(|unit| unit == name)
        };
        if of_unit {
            statuses.push(item.state.status);
            items.push(ItemView::new(builder, year, item, definition));
        }
    }
    (!items.is_empty()).then(|| UnitView {
        name: name.to_owned(),
        name_json: json!(name).to_string(),
        counts: CountsView::of(builder, statuses),
        items,
    })
}
