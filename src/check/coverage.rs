//! What an item still owes: components, periods, columns of datasets, documents without content.

use super::checked::{AskedItem, Checked};
use crate::assemble::shown::{Gap, gaps};
use crate::files::SitePath;
use crate::model::{
    Dataset, Document, DocumentId, Item, ItemDefinition, Reason, Requirement, ShownBy, Standing,
    Status,
};
use crate::parse::layout::Layout;
use crate::problem::{CoverageFault, Diagnostic, Diagnostics};
use crate::span::Span;

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    checked.each_document(findings, |_, document, found| {
        if document.standing == Standing::Stub && !only_sets_units(document) {
            found.push(Diagnostic::whole(CoverageFault::Stub, &document.path));
        }
    });
    checked.each_item(
        findings,
        |AskedItem {
             item, definition, ..
         },
         found| {
            incomplete(checked, item, found);
            dataset_gaps(checked, item, definition, found);
            calendar_only(checked, item, found);
        },
    );
}

/// Whether a document without content may be there for the item's units alone: only a lead, and not
/// one that is dated, shows components, covers a period or has a heading.
fn only_sets_units(document: &Document) -> bool {
    document.slug.is_none()
        && document.date.is_none()
        && document.components.is_empty()
        && document.period.is_none()
        && document.also.is_empty()
        && document.body.headings.is_empty()
}

fn incomplete(checked: &Checked<'_>, item: &Item, findings: &mut Diagnostics) {
    if item.state.status != Status::Incomplete {
        return;
    }
    for reason in &item.state.reasons {
        let about = item.state.documents_of(reason.component());
        let at = place_of(checked, item, about, |document| match reason {
            Reason::ComponentNotShown { .. } => {
                let first = document.components.first().map(|number| number.at.clone());
                first.or_else(|| empty_components(checked, document))
            }
            _ => document.period.as_ref().map(|period| period.at.clone()),
        });
        let fault = not_shown_by_also(checked, item, reason);
        let fault = fault.unwrap_or_else(|| CoverageFault::Incomplete(reason.clone()));
        findings.push(Diagnostic::new(fault, at));
    }
}

/// A component that no document of the item itself can show, because the first that counts is another item's.
fn not_shown_by_also(checked: &Checked<'_>, item: &Item, reason: &Reason) -> Option<CoverageFault> {
    let Reason::ComponentNotShown { number, text, .. } = reason else {
        return None;
    };
    let first = checked.site.document(*item.state.documents.first()?);
    let entry = first
        .also
        .iter()
        .find(|also| also.item.value == item.number);
    let entry = entry.filter(|_| first.item != item.number)?;
    Some(CoverageFault::NotShownByAlso {
        item: item.number,
        number: *number,
        text: text.clone(),
        named: entry.components.iter().map(|number| number.value).collect(),
    })
}

/// Where a list of components stands that has none yet, `components = []`.
fn empty_components(checked: &Checked<'_>, document: &Document) -> Option<Span> {
    let text = checked.files.text(&document.path)?;
    let value = Layout::new(&document.path, text).value("components")?;
    Some(Span::new(&document.path, value))
}

fn dataset_gaps(
    checked: &Checked<'_>,
    item: &Item,
    definition: &ItemDefinition,
    findings: &mut Diagnostics,
) {
    for (component, state) in definition.components.iter().zip(&item.state.components) {
        let Some(shown_by) = &component.shown_by else {
            continue;
        };
        let is_shown = !state.shown_by.is_empty();
        let documents = checked.site.counting(item);
        for dataset in documents.flat_map(|document| &document.datasets) {
            for gap in gaps(dataset, shown_by) {
                if is_shown && !is_slip(dataset, shown_by, &gap) {
                    continue;
                }
                let problem = CoverageFault::DatasetGap {
                    kind: dataset.kind,
                    row: gap.row,
                    name: dataset.name_of(gap.entry),
                    columns: gap.columns,
                    component: state.number,
                };
                findings.push(Diagnostic::new(problem, gap.entry.at.clone()));
            }
        }
    }
}

/// Whether a row lacks what another row of its dataset has: forgotten even where the component is
/// shown otherwise. A column that no row fills in may well be in a file.
fn is_slip(dataset: &Dataset, shown_by: &ShownBy, gap: &Gap<'_>) -> bool {
    // Of the ways to reach an office one may have an address, and another a telephone only.
    let of_a_kind = |requirement: &Requirement| matches!(requirement, Requirement::Only { .. });
    if shown_by.requirements.iter().any(of_a_kind) {
        return false;
    }
    gap.columns.iter().any(|columns| {
        let mut rows = dataset.rows.iter();
        rows.any(|row| columns.split('|').any(|column| row.has(column)))
    })
}

fn calendar_only(checked: &Checked<'_>, item: &Item, findings: &mut Diagnostics) {
    if let Some(window) = item.state.calendar_only {
        let at = place(checked, item, |document| {
            document.period.as_ref().map(|period| period.at.clone())
        });
        findings.push(Diagnostic::new(CoverageFault::CalendarOnly { window }, at));
    }
}

/// Into the lead or else the first document, or at the item's folder. In a document of another item,
/// at the entry that makes it evidence for this one. A lead that does not count is passed over for
/// one that does: its lines may be right, and are not what is judged.
pub(super) fn place(
    checked: &Checked<'_>,
    item: &Item,
    inside: impl Fn(&Document) -> Option<Span>,
) -> Span {
    place_of(checked, item, &[], inside)
}

/// The same, but into one of the documents that the finding is about, if there are any.
fn place_of(
    checked: &Checked<'_>,
    item: &Item,
    about: &[DocumentId],
    inside: impl Fn(&Document) -> Option<Span>,
) -> Span {
    let counting = item.state.documents.first().copied();
    let lead = item.lead.filter(|id| checked.site.document(*id).counts());
    let is_about = |id: &DocumentId| about.is_empty() || about.contains(id);
    let lead = lead.filter(is_about);
    let first = lead.or(about.first().copied()).or(counting).or(item.lead);
    let Some(document) = first.map(|id| checked.site.document(id)) else {
        return Span::whole(item.folder.as_ref().unwrap_or(&SitePath::from("content")));
    };
    let at = if document.item == item.number {
        inside(document)
    } else {
        let mut entries = document.also.iter();
        let entry = entries.find(|also| also.item.value == item.number);
        entry.map(|also| also.item.at.clone())
    };
    at.unwrap_or_else(|| Span::whole(&document.path))
}
