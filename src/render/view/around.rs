//! The ways on from an item: the items before and after, and the same subject in other years.

use serde::Serialize;

use super::seen::SeenStatus;
use super::{Builder, YearLinkView};
use crate::model::{Item, ItemDefinition, Year, address};

/// The ways on from an item and its documents.
#[derive(Debug, Serialize)]
pub(in crate::render) struct AroundView {
    /// `O12`, of the item itself.
    label: String,
    /// Where a reader of an older year finds the current one: the same subject, or else the year.
    current: Option<YearLinkView>,
    pub(in crate::render) other_years: Vec<OtherYearView>,
    pub(in crate::render) previous: Option<NeighbourView>,
    pub(in crate::render) next: Option<NeighbourView>,
}

/// An item to go to.
#[derive(Debug, Serialize)]
pub(in crate::render) struct NeighbourView {
    label: String,
    title: String,
    url: String,
}

/// The same subject in another year, whatever its number there.
#[derive(Debug, Serialize)]
pub(in crate::render) struct OtherYearView {
    year: i16,
    #[serde(flatten)]
    item: NeighbourView,
    #[serde(flatten)]
    seen: SeenStatus,
}

/// Where a reader may go from an item or one of its documents.
pub(in crate::render) fn around_view(
    builder: Builder<'_>,
    year: &Year,
    definition: &ItemDefinition,
) -> AroundView {
    let mut previous = None;
    let mut items = year.items.iter();
    for item in items.by_ref() {
        if item.number == definition.number {
            break;
        }
        previous = Some(item);
    }
    AroundView {
        label: definition.number.label(),
        current: current(builder, year, definition),
        other_years: other_years(builder, year, definition),
        previous: previous.and_then(|other| neighbour(builder, year, other)),
        next: items
            .next()
            .and_then(|other| neighbour(builder, year, other)),
    }
}

fn current(builder: Builder<'_>, year: &Year, definition: &ItemDefinition) -> Option<YearLinkView> {
    let current = builder.site.current?;
    let newer = builder.site.year(current)?;
    let mut items = newer.framework.items();
    let same = items.find(|(_, _, other)| other.is_same_subject(definition));
    let mut link = builder.year_link(current);
    if let Some((_, _, same)) = same {
        link.url = builder.local(&address::item(current, same.number));
    }
    (current > year.fiscal_year()).then_some(link)
}

fn neighbour(builder: Builder<'_>, year: &Year, item: &Item) -> Option<NeighbourView> {
    let definition = year.framework.item(item.number)?;
    Some(NeighbourView {
        label: definition.number.label(),
        title: definition.title.clone(),
        url: builder.local(&address::item(year.fiscal_year(), item.number)),
    })
}

/// The same subject in other years, newest first: items with its key, and items that one of them
/// was merged into or came from.
fn other_years(
    builder: Builder<'_>,
    year: &Year,
    definition: &ItemDefinition,
) -> Vec<OtherYearView> {
    let mut found = Vec::new();
    for other in builder.site.years.iter().rev() {
        if other.fiscal_year() == year.fiscal_year() {
            continue;
        }
        for (_, _, candidate) in other.framework.items() {
            let is_same = candidate.is_same_subject(definition);
            let item = is_same.then(|| other.item(candidate.number)).flatten();
            found.extend(item.and_then(|item| {
                Some(OtherYearView {
                    year: other.fiscal_year().number(),
                    item: neighbour(builder, other, item)?,
                    seen: builder.seen(item.state.status),
                })
            }));
        }
    }
    found
}
