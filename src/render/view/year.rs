//! The indicator tree of a year, for its own page, for the navigation and for the checklist.

use serde::Serialize;

use super::Builder;
use super::seen::SeenStatus;
use crate::model::{Counts, Item, ItemDefinition, Status, SubIndicator, Year, address};

/// The tree of a year.
#[derive(Debug, Clone, Serialize)]
pub(in crate::render) struct YearView {
    year: i16,
    url: String,
    checklist_url: String,
    submission_url: String,
    print_url: String,
    changes_url: String,
    is_current: bool,
    /// Where the tree is written down.
    source: String,
    /// Whether the official list of the year has yet to confirm it.
    provisional: bool,
    counts: CountsView,
    /// The year before, where the site has it.
    before: Option<YearBeforeView>,
    indicators: Vec<IndicatorView>,
}

/// The state of the year before, to compare with.
#[derive(Debug, Clone, Serialize)]
pub(super) struct YearBeforeView {
    year: i16,
    url: String,
    counts: CountsView,
}

/// How many items stand where. What visitors do not see is none.
#[derive(Debug, Clone, Serialize)]
pub(super) struct CountsView {
    items: usize,
    complete: Option<usize>,
    incomplete: Option<usize>,
    missing: Option<usize>,
    published: Option<usize>,
}

/// An indicator of the tree.
#[derive(Debug, Clone, Serialize)]
pub(super) struct IndicatorView {
    code: String,
    title: String,
    subs: Vec<SubIndicatorView>,
}

/// A sub-indicator of the tree.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SubIndicatorView {
    code: String,
    title: String,
    counts: CountsView,
    groups: Vec<GroupView>,
}

/// Items that stand under one heading; the heading may be empty.
#[derive(Debug, Clone, Serialize)]
pub(super) struct GroupView {
    title: String,
    items: Vec<ItemView>,
}

/// An item in a list.
#[derive(Debug, Clone, Serialize)]
pub(in crate::render) struct ItemView {
    /// `o12`, as in addresses and `data-oit-item`.
    pub(in crate::render) id: String,
    /// `O12`, as people say it.
    pub(in crate::render) label: String,
    pub(in crate::render) number: u16,
    pub(in crate::render) title: String,
    url: String,
    #[serde(flatten)]
    pub(in crate::render) seen: SeenStatus,
    units: Vec<String>,
}

impl CountsView {
    pub(super) fn new(builder: Builder<'_>, counts: Counts) -> Self {
        let published = counts.complete + counts.incomplete;
        Self {
            items: counts.items,
            complete: builder.of_whole_verdict(counts.complete),
            incomplete: builder.of_whole_verdict(counts.incomplete),
            missing: builder.of_verdict(counts.missing),
            published: builder.of_verdict(published),
        }
    }

    pub(super) fn of(builder: Builder<'_>, statuses: impl IntoIterator<Item = Status>) -> Self {
        Self::new(builder, Counts::of(statuses))
    }
}

impl ItemView {
    pub(super) fn new(
        builder: Builder<'_>,
        year: &Year,
        item: &Item,
        definition: &ItemDefinition,
    ) -> Self {
        Self {
            id: item.number.to_string(),
            label: definition.number.label(),
            number: item.number.0,
            title: definition.title.clone(),
            url: builder.local(&address::item(year.fiscal_year(), item.number)),
            seen: builder.seen(item.state.status),
            units: item.units.clone(),
        }
    }
}

pub(in crate::render) fn year_view(builder: Builder<'_>, year: &Year) -> YearView {
    let fiscal_year = year.fiscal_year();
    let indicators = year
        .framework
        .indicators
        .iter()
        .map(|indicator| IndicatorView {
            code: indicator.code.clone(),
            title: indicator.title.clone(),
            subs: indicator
                .subs
                .iter()
                .map(|sub| sub_view(builder, year, sub))
                .collect(),
        });
    YearView {
        year: fiscal_year.number(),
        url: builder.local(&address::year(fiscal_year)),
        checklist_url: builder.local(&address::checklist(fiscal_year)),
        submission_url: builder.local(&address::submission(fiscal_year)),
        print_url: builder.local(&address::print(fiscal_year)),
        changes_url: builder.local(&address::changes(fiscal_year)),
        is_current: builder.site.current == Some(fiscal_year),
        source: year.framework.source.clone(),
        provisional: year.framework.is_provisional,
        counts: CountsView::new(builder, year.counts()),
        before: builder
            .site
            .year(fiscal_year.previous())
            .map(|before| YearBeforeView {
                year: before.fiscal_year().number(),
                url: builder.local(&address::year(before.fiscal_year())),
                counts: CountsView::new(builder, before.counts()),
            }),
        indicators: indicators.collect(),
    }
}

fn sub_view(builder: Builder<'_>, year: &Year, sub: &SubIndicator) -> SubIndicatorView {
    let mut groups: Vec<GroupView> = Vec::new();
    let mut statuses = Vec::new();
    for definition in &sub.items {
        let Some(item) = year.item(definition.number) else {
            continue;
        };
        statuses.push(item.state.status);
        let view = ItemView::new(builder, year, item, definition);
        match groups.last_mut() {
            Some(group) if group.title == definition.group => group.items.push(view),
            _ => groups.push(GroupView {
                title: definition.group.clone(),
                items: vec![view],
            }),
        }
    }
    SubIndicatorView {
        code: sub.code.clone(),
        title: sub.title.clone(),
        counts: CountsView::of(builder, statuses),
        groups,
    }
}
