//! An item's page: what is asked, what is shown, by what, and why it is not complete.

use std::collections::HashSet;

use serde::Serialize;

use super::document::{DocumentView, document_view};
use super::file::{FileView, file_view, form_files};
use super::month::{MonthGroupView, by_month};
use super::shown_at::{ShownAtView, shown_at};
use super::year::ItemView;
use super::{Builder, DateView, LinkView};
use crate::assemble::shown::gaps;
use crate::model::{Cell, Component, DocumentId, FiscalYear, Item, ItemDefinition, Reason, Year};
use crate::problem::{public_reason, reason_code, reason_message};
use crate::render::FormOf;

/// What the item template gets, as `item`.
#[derive(Debug, Serialize)]
pub(in crate::render) struct ItemPageView {
    #[serde(flatten)]
    pub(in crate::render) item: ItemView,
    year: i16,
    sub_indicator: LinkView,
    reasons: Vec<ReasonView>,
    /// The time the item asks for, in Thai; empty where it asks for none.
    asks_for: String,
    /// The footnote of the official list; may be empty.
    note: String,
    /// Whether the official list of the year has yet to confirm this one.
    provisional: bool,
    /// Whether the rule holds by the calendar year only.
    calendar_only: bool,
    updated: Option<DateView>,
    /// Whether it is known which components the item asks for.
    components_recorded: bool,
    components: Vec<ComponentView>,
    /// How many of them are shown; none where visitors do not see that.
    shown_count: Option<usize>,
    /// The lead document, when it is shown.
    pub(in crate::render) lead: Option<DocumentView>,
    /// The documents besides the lead one, newest first; a long list by month.
    further: Vec<MonthGroupView>,
    /// How many those are.
    further_count: usize,
    /// The official form with the rows of all its documents.
    form_files: Vec<FileView>,
    /// Files that no document names.
    other_files: Vec<FileView>,
    /// How many evidence files the page lists.
    file_count: usize,
}

/// A required component and whether it is shown.
#[derive(Debug, Serialize)]
pub(in crate::render) struct AskedView {
    number: usize,
    text: String,
    /// None where visitors do not see that.
    shown: Option<bool>,
    optional: bool,
}

/// A required component and where it is shown.
#[derive(Debug, Serialize)]
struct ComponentView {
    #[serde(flatten)]
    asked: AskedView,
    /// The footnote of the official list; may be empty.
    note: String,
    /// The time asked of what shows it, in Thai, where that is not the item's; else empty.
    asks_for: String,
    /// The places in the first documents that show it.
    shown_by: Vec<ShownAtView>,
    /// How many documents show it besides.
    shown_by_more: usize,
    /// What a dataset still lacks to show it, row by row.
    lacks: Vec<LackView>,
}

/// What a row of a dataset lacks.
#[derive(Debug, Serialize)]
pub(super) struct LackView {
    /// What the row is about, or its number.
    row: String,
    /// `รูปถ่าย`
    columns: String,
    url: String,
}

/// Why the item is not complete.
#[derive(Debug, Serialize)]
pub(in crate::render) struct ReasonView {
    pub(in crate::render) code: &'static str,
    pub(in crate::render) message: String,
    /// The number of the component that it is about, where it is about one.
    component: Option<usize>,
}

/// The page of an item; headings of the lead document's text begin at `top_heading`.
pub(in crate::render) fn item_page_view(
    builder: Builder<'_>,
    year: &Year,
    item: &Item,
    top_heading: u8,
) -> Option<ItemPageView> {
    let site = builder.site;
    let number = item.number;
    let (_, sub, definition) = year
        .framework
        .items()
        .find(|(_, _, definition)| definition.number == number)?;
    let lead = item.lead.filter(|id| site.is_rendered(site.document(*id)));
    let mut further = shown_documents(builder, item);
    further.retain(|id| item.lead != Some(*id));
    let shown = item.state.components.iter();
    let shown = shown.filter(|component| !component.shown_by.is_empty());
    let fiscal_year = year.fiscal_year();
    let lead = lead.map(|id| document_view(builder, id, top_heading));
    let further_count = further.len();
    let further = by_month(builder, &further, number);
    let other_files: Vec<FileView> = (item.state.unowned.iter())
        .map(|id| site.file(*id))
        .map(|file| file_view(builder, file, file.name.clone()))
        .collect();
    Some(ItemPageView {
        item: ItemView::new(builder, year, item, definition),
        year: fiscal_year.number(),
        sub_indicator: builder.branch_crumb(fiscal_year, &sub.code, &sub.title),
        reasons: seen_reasons(builder, item),
        asks_for: definition.timing.asks_for(fiscal_year),
        calendar_only: builder
            .of_whole_verdict(item.state.calendar_only)
            .flatten()
            .is_some(),
        updated: item.state.updated.map(DateView::new),
        note: definition.note.clone().unwrap_or_default(),
        provisional: year.framework.is_provisional,
        components_recorded: definition.records_components,
        shown_count: builder.of_whole_verdict(shown.count()),
        components: components(builder, fiscal_year, item, definition),
        file_count: file_count(lead.as_ref(), &further, &other_files),
        lead,
        further,
        further_count,
        form_files: form_files(builder, FormOf::Item(fiscal_year, number)),
        other_files,
    })
}

/// How many files are listed; one that several documents name is one.
fn file_count(
    lead: Option<&DocumentView>,
    further: &[MonthGroupView],
    other: &[FileView],
) -> usize {
    let of_lead = lead.iter().flat_map(|document| &document.files);
    let of_further = further.iter().flat_map(|group| &group.documents);
    let of_further = of_further.flat_map(|document| &document.files);
    let listed = of_lead.chain(of_further).chain(other);
    let addresses: HashSet<&str> = listed.map(|file| file.url.as_str()).collect();
    addresses.len()
}

/// Why an item is not complete, as files and reports say it.
pub(in crate::render) fn reasons(item: &Item) -> Vec<ReasonView> {
    reason_views(item, reason_message)
}

/// The same for who visits a page, where visitors see it.
pub(super) fn seen_reasons(builder: Builder<'_>, item: &Item) -> Vec<ReasonView> {
    let reasons = builder.of_whole_verdict(public_reasons(item));
    reasons.unwrap_or_default()
}

/// The same in words for who visits a page.
pub(super) fn public_reasons(item: &Item) -> Vec<ReasonView> {
    reason_views(item, public_reason)
}

fn reason_views(item: &Item, words: fn(&Reason) -> String) -> Vec<ReasonView> {
    let reasons = item.state.reasons.iter();
    reasons
        .map(|reason| ReasonView {
            code: reason_code(reason),
            message: words(reason),
            component: reason.component(),
        })
        .collect()
}

/// The components of an item, in order.
pub(in crate::render) fn asked(item: &Item, definition: &ItemDefinition) -> Vec<AskedView> {
    let pairs = definition.components.iter().zip(&item.state.components);
    let views = pairs.map(|(component, state)| AskedView {
        number: state.number,
        text: component.text.clone(),
        shown: Some(!state.shown_by.is_empty()),
        optional: component.optional,
    });
    views.collect()
}

/// The same, whether they are shown only where visitors see that.
pub(super) fn seen_components(
    builder: Builder<'_>,
    item: &Item,
    definition: &ItemDefinition,
) -> Vec<AskedView> {
    let mut views = asked(item, definition);
    for view in &mut views {
        view.shown = view.shown.and_then(|shown| builder.of_whole_verdict(shown));
    }
    views
}

fn components(
    builder: Builder<'_>,
    year: FiscalYear,
    item: &Item,
    definition: &ItemDefinition,
) -> Vec<ComponentView> {
    let pairs = definition.components.iter().zip(&item.state.components);
    let pairs = pairs.zip(seen_components(builder, item, definition));
    pairs
        .map(|((component, state), asked)| {
            let (shown_by, shown_by_more) = shown_at(builder, item, component, &state.shown_by);
            let timing = component.timing;
            ComponentView {
                note: component.note.clone().unwrap_or_default(),
                asks_for: timing.map_or_else(String::new, |timing| timing.asks_for(year)),
                lacks: if asked.shown == Some(false) {
                    lacks(builder, item, component)
                } else {
                    Vec::new()
                },
                asked,
                shown_by,
                shown_by_more,
            }
        })
        .collect()
}

/// The rows that keep the item's own datasets from showing a component. Columns without a title,
/// the counters of statistics, are left out: the component itself says what it asks for.
fn lacks(builder: Builder<'_>, item: &Item, component: &Component) -> Vec<LackView> {
    let Some(shown_by) = &component.shown_by else {
        return Vec::new();
    };
    let title = |name: &str| {
        let mut columns = shown_by.dataset.columns().iter();
        columns.find(|column| column.name == name).map(|c| c.title)
    };
    let mut found = Vec::new();
    let documents = item.documents.iter().map(|id| builder.site.document(*id));
    for document in documents.filter(|document| document.counts()) {
        for gap in document.datasets.iter().flat_map(|d| gaps(d, shown_by)) {
            let names = gap.columns.iter().flat_map(|names| names.split('|'));
            let columns: Vec<&str> = names.filter_map(title).collect();
            let first = shown_by.dataset.first_column().name;
            if !columns.is_empty() {
                found.push(LackView {
                    row: match gap.entry.get(first) {
                        Some(Cell::Text(text)) => text.clone(),
                        _ => format!("แถวที่ {}", gap.row),
                    },
                    columns: columns.join(" หรือ"),
                    url: format!(
                        "{}#_{}",
                        builder.local(&document.address),
                        shown_by.dataset.name()
                    ),
                });
            }
        }
    }
    found
}

/// The documents that are shown: those that count, and with `--drafts` the others of the folder.
fn shown_documents(builder: Builder<'_>, item: &Item) -> Vec<DocumentId> {
    let counting = item.state.documents.iter().copied();
    let others = item.documents.iter().copied().filter(|id| {
        let document = builder.site.document(*id);
        !document.counts() && builder.site.is_rendered(document)
    });
    counting.chain(others).collect()
}
