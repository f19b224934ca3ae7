//! The checklist of a year: what is published, what is missing, by sub-indicator and by unit.

use serde::Serialize;
use serde_json::json;

use super::item::{ReasonView, reasons};
use super::score::{DueView, ScoreView, due_view, score_view};
use super::year::{CountsView, ItemView, YearView, year_view};
use super::{Builder, DateView};
use crate::model::{Item, ItemDefinition, Status, Year, address};

/// What the checklist template gets, as `checklist`.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct ChecklistView {
    #[serde(flatten)]
    pub tree: YearView,
    /// Every item with why it is not complete, in order.
    pub rows: Vec<ChecklistRowView>,
    /// By responsible unit, in the order of `site.toml`; items without one come last.
    pub units: Vec<UnitView>,
    /// What is due, in the current year.
    pub due: Option<DueView>,
    /// The estimate of the score, where `site.toml` asks for it.
    pub score: Option<ScoreView>,
    pub json_url: String,
    pub csv_url: String,
}

/// An item of the checklist.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct ChecklistRowView {
    #[serde(flatten)]
    pub item: ItemView,
    /// The code of its sub-indicator.
    pub sub: String,
    /// Its units as a JSON list, for the filter; one empty name where there is none.
    pub units_json: String,
    pub reasons: Vec<ReasonView>,
    pub components: Vec<AskedView>,
    pub updated: Option<DateView>,
}

/// A required component and whether it is shown.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct AskedView {
    pub number: usize,
    pub text: String,
    pub optional: bool,
    pub shown: bool,
}

/// A responsible unit and its items.
#[derive(Debug, Serialize)]
#[allow(missing_docs)]
pub struct UnitView {
    /// Empty for items that no unit is responsible for.
    pub name: String,
    /// The name as JSON, for the filter.
    pub name_json: String,
    pub counts: CountsView,
    pub items: Vec<ItemView>,
}

pub(in crate::render) fn checklist_view(builder: Builder<'_>, year: &Year) -> ChecklistView {
    let fiscal_year = year.fiscal_year();
    let mut units: Vec<UnitView> = Vec::new();
    for unit in &builder.site.config.units {
        units.extend(unit_view(builder, year, &unit.name));
    }
    units.extend(unit_view(builder, year, ""));
    ChecklistView {
        rows: rows(builder, year),
        tree: year_view(builder, year),
        units,
        due: due_view(builder, year),
        score: score_view(builder, year),
        json_url: builder.local(&address::checklist_json(fiscal_year)),
        csv_url: builder.local(&address::checklist_csv(fiscal_year)),
    }
}

fn rows(builder: Builder<'_>, year: &Year) -> Vec<ChecklistRowView> {
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
            reasons: reasons(item),
            components: asked(item, definition),
            updated: item.state.updated.map(DateView::new),
        });
    items.collect()
}

fn asked(item: &Item, definition: &ItemDefinition) -> Vec<AskedView> {
    let components = definition.components.iter().zip(&item.state.components);
    components
        .map(|(component, state)| AskedView {
            number: state.number,
            text: component.text.clone(),
            optional: component.optional,
            shown: !state.shown_by.is_empty(),
        })
        .collect()
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
        counts: CountsView::of(statuses),
        items,
    })
}
