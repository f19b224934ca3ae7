//! The newest of some documents, for the home page and the feeds.

use super::Builder;
use crate::model::{Date, Document, DocumentId};

/// The newest counting ones of some documents, newest first by the day that `day` gives; those without are
/// left out.
pub(in crate::render) fn newest(
    builder: Builder<'_>,
    ids: impl IntoIterator<Item = DocumentId>,
    most: usize,
    day: impl Fn(&Document) -> Option<Date>,
) -> Vec<DocumentId> {
    let site = builder.site;
    let mut dated: Vec<(Date, DocumentId)> = (ids.into_iter())
        .filter(|id| site.document(*id).counts())
        .filter_map(|id| Some((day(site.document(id))?, id)))
        .collect();
    // Documents stand in the order of their paths, so that equal days have an order too.
    dated.sort_by(|a, b| b.cmp(a));
    dated.truncate(most);
    dated.into_iter().map(|(_, id)| id).collect()
}
