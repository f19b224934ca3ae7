//! What lies ready and is not published: files beside a draft, and drafts that lack nothing.
//!
//! A file in the folder of a draft is the most natural way to hand one in, and is not seen by anybody.

use super::checked::{AskedItem, Checked};
use crate::assemble::status::would_complete;
use crate::files::relative;
use crate::model::{Dataset, Document, DocumentId, Item, Standing, Status};
use crate::parse::layout::{CARRIED, DRAFT_NOTE};
use crate::problem::{Diagnostic, Diagnostics, WaitingFault};

/// Names of files that are told.
const NAMED: usize = 3;

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let site = checked.site;
    checked.each_item(
        findings,
        |AskedItem {
             item, definition, ..
         },
         found| {
            let drafts = item.documents.iter().map(|id| (*id, site.document(*id)));
            let drafts = drafts.filter(|(_, document)| {
                document.standing == Standing::Draft && !is_carried(checked, document)
            });
            for (id, document) in drafts {
                let lacks_nothing = item.state.status != Status::Complete
                    && would_complete(site, definition, item, id);
                let fault = if lacks_nothing {
                    Some(WaitingFault::Draft)
                } else {
                    files(checked, id, document, item).or_else(|| begun(checked, document, item))
                };
                found.extend(fault.map(|fault| Diagnostic::whole(fault, &document.path)));
            }
        },
    );
}

/// Whether a draft was carried over from another year, and has to be looked through before it is published.
fn is_carried(checked: &Checked<'_>, document: &Document) -> bool {
    let text = checked.files.text(&document.path);
    text.is_some_and(|text| text.contains(CARRIED))
}

/// Whether somebody filled in a draft that the program made. What it begins with is no content, and who typed the line
/// of the draft knows of it. An item may be complete by another document: the news of yesterday.
fn begun(checked: &Checked<'_>, document: &Document, item: &Item) -> Option<WaitingFault> {
    let text = checked.files.text(&document.path)?;
    let has_content = document.body.has_substance
        || document.none.is_some()
        || !document.links.is_empty()
        || document.datasets.iter().any(Dataset::is_filled);
    let is_complete = item.state.status == Status::Complete;
    (has_content && text.contains(DRAFT_NOTE)).then_some(WaitingFault::Begun { is_complete })
}

/// The files of a draft that no published document has.
fn files(
    checked: &Checked<'_>,
    id: DocumentId,
    document: &Document,
    item: &Item,
) -> Option<WaitingFault> {
    let site = checked.site;
    let files = document.evidence.iter().map(|file| site.file(*file));
    let waiting = files.filter(|file| {
        let mut owners = file.owners.iter().map(|owner| site.document(*owner));
        // Files of several drafts wait with the first.
        file.owners.first() == Some(&id) && !owners.any(Document::counts)
    });
    // As a command finds them in the item's folder.
    let folder = item.folder.as_deref().unwrap_or_default();
    let names: Vec<String> = waiting.map(|file| relative(folder, &file.path)).collect();
    let count = names.len();
    let item = site.item_typed(document.year, document.item);
    (count > 0).then(|| WaitingFault::Files {
        item,
        count,
        names: names.into_iter().take(NAMED).collect(),
    })
}
