//! Items that show nothing but pictures: those can be neither searched nor read aloud.

use super::is_unread;
use crate::check::checked::Checked;
use crate::check::coverage;
use crate::model::{Dataset, Document, Site, is_picture};
use crate::problem::{Diagnostic, Diagnostics, OwedFault};

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let site = checked.site;
    checked.each_item(findings, |asked, found| {
        let state = &asked.item.state;
        let mut documents = state.documents.iter().map(|id| site.document(*id));
        if state.status.is_published()
            && documents.all(|document| has_only_pictures(site, document))
            && !is_unread(checked, asked.place())
        {
            let at = coverage::place(checked, asked.item, |_| None);
            found.push(Diagnostic::new(OwedFault::OnlyPictures, at));
        }
    });
}

/// Of a document that counts: where there is no word, row, link or other file, what makes it count
/// is a picture.
fn has_only_pictures(site: &Site, document: &Document) -> bool {
    let files = document.evidence.iter().map(|id| site.file(*id));
    !document.body.has_words
        && document.all_none().next().is_none()
        && document.links.is_empty()
        && !document.datasets.iter().any(Dataset::is_filled)
        && files
            .filter(|file| file.bytes > 0)
            .all(|file| is_picture(&file.name))
}
