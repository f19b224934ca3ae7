//! Tables as files beside a page, and who has the right to an address there: what somebody put there himself.

use crate::files::SitePath;
use crate::model::{FiscalYear, ItemNumber, Site, address};
use crate::report::Format;

/// The addresses of a table beside a page of an item, each with its format: not where something of the webmaster's
/// stands.
pub(super) fn files(
    site: &Site,
    item: (FiscalYear, ItemNumber),
    page: &str,
    name: &str,
    formats: [Format; 2],
) -> Vec<(Format, String)> {
    let files = formats.map(|format| (format, address::beside(page, name, format.ending())));
    let files = files.into_iter();
    files
        .filter(|(_, address)| !is_taken(site, item, address))
        .collect()
}

/// Whether a file or a page of an item stands at an address where the program would put a file of its own.
fn is_taken(site: &Site, item: (FiscalYear, ItemNumber), address: &str) -> bool {
    let folder = site
        .item(item.0, item.1)
        .and_then(|item| item.folder.as_deref());
    let folder = folder.map(|folder| format!("{folder}/"));
    let folder = folder.unwrap_or_default();
    // Both stand in the order of their paths.
    let is_before = |path: &SitePath| **path < *folder;
    let documents = &site.documents;
    let from = documents.partition_point(|document| is_before(&document.path));
    let documents = documents[from..].iter();
    let documents = documents.take_while(|document| document.path.starts_with(&folder));
    let from = site.evidence.partition_point(|file| is_before(&file.path));
    let evidence = site.evidence[from..].iter();
    let evidence = evidence.take_while(|file| file.path.starts_with(&folder));
    let former = site.former.iter().map(|former| &former.address);
    let others = evidence.map(|file| &file.address);
    let others = others.chain(documents.map(|document| &document.address));
    let address = address.to_lowercase();
    others.chain(former).any(|other| {
        let other = other.to_lowercase();
        let rest = other.strip_prefix(&address);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}
