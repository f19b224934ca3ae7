//! The status of an item, from its counting documents.

use std::cmp::Reverse;

use super::by_item::ByItem;
use super::evidence_links::has_evidence_links;
use super::none::with_none;
use super::rule::{Covers, judge};
use super::shown::shows;
use crate::files::SitePath;
use crate::model::{
    Component, ComponentState, Dataset, Date, Document, DocumentId, EvidenceId, Item,
    ItemDefinition, ItemNumber, ItemState, Reason, Site, Standing, Status,
};
use crate::span::Located;

/// The documents that count for items other than their own, by item.
pub(super) fn also(site: &Site) -> ByItem {
    let mut found = ByItem::new();
    for (at, document) in site.documents.iter().enumerate() {
        let others = document.also.iter().map(|also| also.item.value);
        for item in others.filter(|item| *item != document.item) {
            let ids = found.entry((document.year, item)).or_default();
            if ids.last() != Some(&DocumentId(at)) {
                ids.push(DocumentId(at));
            }
        }
    }
    found
}

/// Works out where an item stands. `own` are the documents of its folder, `others` those that are
/// evidence for it from elsewhere, `unowned` the files of its folder that belong to nobody.
pub(super) fn state(
    site: &Site,
    definition: &ItemDefinition,
    own: &[DocumentId],
    others: &[DocumentId],
    unowned: Vec<EvidenceId>,
) -> ItemState {
    let everything: Vec<DocumentId> = own.iter().chain(others).copied().collect();
    let mut counting = everything.clone();
    counting.retain(|id| site.document(*id).counts());
    let mut state = of_documents(site, definition, counting);
    state.unowned = unowned;
    if state.documents.is_empty() {
        state.reasons.push(why_missing(site, &everything));
    }
    state
}

/// Whether an item would be complete if one of its drafts were none. A draft without content or day, and one of an item
/// whose components nobody recorded, says nothing of that.
pub fn would_complete(
    site: &Site,
    definition: &ItemDefinition,
    item: &Item,
    draft: DocumentId,
) -> bool {
    let document = site.document(draft);
    let has_content = document.body.has_substance
        || document.datasets.iter().any(Dataset::is_filled)
        || states_none(document, definition)
        || (document.evidence.iter()).any(|id| site.file(*id).bytes > 0)
        || has_evidence_links(document, &site.config.base);
    let documents = item.state.documents.iter().copied().chain([draft]);
    let is_due = document
        .date
        .as_ref()
        .is_some_and(|date| date.value <= site.as_of);
    has_content
        && is_due
        && !definition.components.is_empty()
        && of_documents(site, definition, documents.collect()).status == Status::Complete
}

/// Whether a document says that there is none, and its item takes that for an answer.
pub(super) fn states_none(document: &Document, definition: &ItemDefinition) -> bool {
    definition.takes_none() && document.all_none().next().is_some()
}

/// Where an item stands with these documents.
fn of_documents(
    site: &Site,
    definition: &ItemDefinition,
    mut counting: Vec<DocumentId>,
) -> ItemState {
    counting.sort_by_cached_key(|id| order(site.document(*id), definition.number));
    let components = (1..).zip(&definition.components);
    let components = components.map(|(number, component)| {
        let mut shown_by = counting.clone();
        shown_by.retain(|id| shows_component(site.document(*id), definition, number, component));
        let shown_by = with_none(site, definition, component, &counting, shown_by);
        ComponentState { number, shown_by }
    });
    let days = counting
        .iter()
        .filter_map(|id| site.document(*id).day(site.as_of));
    let mut state = ItemState {
        status: Status::Missing,
        reasons: Vec::new(),
        updated: days.max(),
        components: components.collect(),
        documents: counting,
        in_own_time: Vec::new(),
        calendar_only: None,
        unowned: Vec::new(),
    };
    judge_state(&mut state, site, definition);
    state
}

fn judge_state(state: &mut ItemState, site: &Site, definition: &ItemDefinition) {
    let Some(first) = state.documents.first() else {
        return;
    };
    let year = site.document(*first).year;
    state.in_own_time = in_own_time(state, definition);
    for (component, timing) in definition.timings() {
        let asked = state.documents_of(component);
        // What may be left out may be of any time.
        let of = component.and_then(|number| definition.component(number));
        if asked.is_empty() || of.is_some_and(|component| component.optional) {
            continue;
        }
        let documents = asked.iter().map(|id| site.document(*id));
        let covers = documents.map(|document| Covers {
            period: document.stated_period(),
            date: document.stated_date(),
        });
        let covers: Vec<Covers> = covers.collect();
        match judge(timing, component, year, &covers) {
            Ok(calendar_only) => state.calendar_only = state.calendar_only.or(calendar_only),
            Err(reason) => state.reasons.push(reason),
        }
    }
    for (component, found) in definition.components.iter().zip(&state.components) {
        if found.shown_by.is_empty() && !component.optional {
            state.reasons.push(Reason::ComponentNotShown {
                number: found.number,
                text: component.text.clone(),
                shown_by: component.shown_by.clone(),
            });
        }
    }
    state.status = if state.reasons.is_empty() {
        Status::Complete
    } else {
        Status::Incomplete
    };
}

/// The documents that the item's own time is asked of: all of them but those that show nothing besides components with a
/// time of their own.
fn in_own_time(state: &ItemState, definition: &ItemDefinition) -> Vec<DocumentId> {
    let components = definition.components.iter().zip(&state.components);
    let (apart, common): (Vec<_>, Vec<_>) =
        components.partition(|(component, _)| component.timing.is_some());
    let shows = |list: &[(&Component, &ComponentState)], id: &DocumentId| {
        list.iter().any(|(_, state)| state.shown_by.contains(id))
    };
    let mut asked = state.documents.clone();
    asked.retain(|id| shows(&common, id) || !shows(&apart, id));
    asked
}

/// Lead document first, then the newest.
fn order(document: &Document, item: ItemNumber) -> (bool, Reverse<Option<Date>>, SitePath) {
    let is_lead = document.item == item && document.slug.is_none();
    let date = document.stated_date();
    (!is_lead, Reverse(date), document.path.clone())
}

fn shows_component(
    document: &Document,
    definition: &ItemDefinition,
    number: usize,
    component: &Component,
) -> bool {
    let is_it = |entry: &Located<i64>| usize::try_from(entry.value) == Ok(number);
    let listed = |list: &[Located<i64>]| list.iter().any(is_it);
    if document.item != definition.number {
        let also = document.also.iter();
        return also
            .filter(|also| also.item.value == definition.number)
            .any(|also| listed(&also.components));
    }
    let mut datasets = document.datasets.iter();
    let by_dataset = (component.shown_by.as_ref())
        .is_some_and(|shown_by| datasets.any(|dataset| shows(dataset, shown_by)));
    by_dataset || listed(&document.components)
}

fn why_missing(site: &Site, documents: &[DocumentId]) -> Reason {
    let mut standings = documents.iter().map(|id| site.document(*id).standing);
    let mut reason = Reason::NoDocument;
    if let Some(first) = standings.next() {
        // The one that is nearest to counting says most.
        let nearest = standings
            .chain([first])
            .min_by_key(|standing| match standing {
                Standing::Future(_) => 0,
                Standing::Stub => 1,
                Standing::Draft | Standing::Counts => 2,
            });
        reason = match nearest {
            Some(Standing::Future(day)) => Reason::OnlyFuture(day),
            Some(Standing::Stub) => Reason::OnlyStub,
            _ => Reason::OnlyDraft,
        };
    }
    reason
}
