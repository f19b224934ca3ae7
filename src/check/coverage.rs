//! What an item still owes: components, periods, columns of datasets, documents without content.

use super::Checked;
use crate::assemble::shown::gaps;
use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::model::{Document, Item, ItemDefinition, Reason, Standing, Status, Year};
use crate::source::{SitePath, Span};

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    for document in &checked.site.documents {
        // A lead document without content may only set the item's units.
        if document.standing == Standing::Stub && document.slug.is_some() {
            let finding = Diagnostic::new(Problem::Stub, Span::whole(&document.path));
            findings.push(finding.about(document.year, document.item));
        }
    }
    for year in &checked.site.years {
        for item in &year.items {
            let Some(definition) = year.framework.item(item.number) else {
                continue;
            };
            let mut found = Diagnostics::new();
            incomplete(checked, item, &mut found);
            dataset_gaps(checked, item, definition, &mut found);
            calendar_only(checked, year, item, &mut found);
            let about = |d: Diagnostic| d.about(year.fiscal_year(), item.number);
            findings.extend(found.into_iter().map(about));
        }
    }
}

fn incomplete(checked: &Checked<'_>, item: &Item, findings: &mut Diagnostics) {
    if item.state.status != Status::Incomplete {
        return;
    }
    for reason in &item.state.reasons {
        let at = place(checked, item, |document| match reason {
            Reason::ComponentNotShown { .. } => {
                document.components.first().map(|number| number.at.clone())
            }
            _ => document.period.as_ref().map(|period| period.at.clone()),
        });
        findings.push(Diagnostic::new(Problem::Incomplete(reason.clone()), at));
    }
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
        if !state.shown_by.is_empty() {
            continue;
        }
        let own = item.documents.iter().map(|id| checked.site.document(*id));
        for document in own.filter(|document| document.counts()) {
            for dataset in &document.datasets {
                for gap in gaps(dataset, shown_by) {
                    let problem = Problem::DatasetGap {
                        kind: dataset.kind,
                        row: gap.row,
                        columns: gap.columns,
                        component: state.number,
                    };
                    findings.push(Diagnostic::new(problem, gap.at.at.clone()));
                }
            }
        }
    }
}

fn calendar_only(checked: &Checked<'_>, year: &Year, item: &Item, findings: &mut Diagnostics) {
    if item.state.calendar_only {
        let window = year.fiscal_year().period();
        let at = place(checked, item, |document| {
            document.period.as_ref().map(|period| period.at.clone())
        });
        findings.push(Diagnostic::new(Problem::CalendarOnly { window }, at));
    }
}

/// Into the lead or else the first document, or at the item's folder.
fn place(checked: &Checked<'_>, item: &Item, inside: impl Fn(&Document) -> Option<Span>) -> Span {
    let own = item.lead.filter(|id| checked.site.document(*id).counts());
    let first = own.or_else(|| item.state.documents.first().copied());
    match first.map(|id| checked.site.document(id)) {
        Some(document) => inside(document).unwrap_or_else(|| Span::whole(&document.path)),
        None => Span::whole(item.folder.as_ref().unwrap_or(&SitePath::from("content"))),
    }
}
