//! Which components a document shows, as the pages of the items say it: of its own item, and of those that it is
//! evidence for besides.

use serde::Serialize;

use super::Builder;
use crate::model::{DocumentId, FiscalYear, ItemNumber, address};

/// What a document shows of an item.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ShowsView {
    /// `O12`
    item_label: String,
    item_url: String,
    components: Vec<ShownComponentView>,
}

/// A component that is shown.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ShownComponentView {
    number: usize,
    text: String,
    /// Where the item's page lists it.
    url: String,
}

/// What a document shows, its own item first.
pub(super) fn shows(builder: Builder<'_>, id: DocumentId) -> Vec<ShowsView> {
    let document = builder.site.document(id);
    let mut items = vec![document.item];
    for also in &document.also {
        if !items.contains(&also.item.value) {
            items.push(also.item.value);
        }
    }
    let shown = items
        .into_iter()
        .filter_map(|item| of_item(builder, document.year, id, item));
    shown.collect()
}

/// What it shows of an item; `None` where that is nothing.
fn of_item(
    builder: Builder<'_>,
    fiscal_year: FiscalYear,
    id: DocumentId,
    number: ItemNumber,
) -> Option<ShowsView> {
    let year = builder.site.year(fiscal_year)?;
    let (item, definition) = (year.item(number)?, year.framework.item(number)?);
    let item_url = builder.local(&address::item(fiscal_year, number));
    let states = item.state.components.iter().zip(&definition.components);
    let shown = states.filter(|(state, _)| state.shown_by.contains(&id));
    let components: Vec<ShownComponentView> = shown
        .map(|(state, component)| ShownComponentView {
            number: state.number,
            text: component.text.clone(),
            url: format!("{item_url}#_component-{}", state.number),
        })
        .collect();
    (!components.is_empty()).then(|| ShowsView {
        item_label: number.label(),
        item_url,
        components,
    })
}
