//! Evidence files: their addresses, and which documents they belong to.
//!
//! A file belongs to the documents that name it; one that nobody names belongs to the lead document,
//! without a lead to the folder's only document, otherwise to nobody (contract, "Front matter").

use std::collections::HashMap;

use rayon::prelude::*;

use super::by_item::ByItem;
use super::links::{possible_files, site_address};
use crate::files::{Files, file_name, folder_of};
use crate::model::{Document, DocumentId, Evidence, EvidenceId, Site, address};
use crate::parse::inventory::Inventory;
use crate::parse::reference::{canonical, nfc};

/// The evidence of all items and the files beside free pages, by path.
pub(super) fn list(inventory: &Inventory, files: &Files) -> Vec<Evidence> {
    let of_items = inventory.years.iter().flat_map(|folder| {
        let year = folder.fiscal_year();
        folder.evidence.iter().map(move |(item, path)| {
            // content/2566/o12/<inside>
            let inside = path.splitn(4, '/').nth(3).unwrap_or("");
            let output = address::file_output(year, *item, inside);
            (path, output, Some((year, *item)))
        })
    });
    let of_pages = inventory.page_files.iter().map(|path| {
        let inside = path.strip_prefix("content/pages/").unwrap_or("");
        (path, format!("pages/{}", address::ascii_path(inside)), None)
    });
    of_items
        .chain(of_pages)
        .map(|(path, output, item)| Evidence {
            name: nfc(file_name(path)).into_owned(),
            address: address::of_output(&output),
            bytes: files.bytes(path).unwrap_or(0),
            pages: None,
            path: path.clone(),
            output,
            item,
            owners: Vec::new(),
        })
        .collect()
}

/// Works out whose every file is; gives the files of each document, named ones first.
pub(super) fn give_owners(site: &mut Site, by_item: &ByItem) -> Vec<Vec<EvidenceId>> {
    let all = || (0..).map(EvidenceId).zip(&site.evidence);
    let by_path = all().map(|(id, file)| (canonical(&file.path), id));
    let by_path: HashMap<String, EvidenceId> = by_path.collect();
    let by_address = all().map(|(id, file)| (&*file.address, id));
    let by_address: HashMap<&str, EvidenceId> = by_address.collect();
    let files_of = |document: &Document| {
        let folder = folder_of(&document.path);
        let named = document.named_files();
        let named = named.filter_map(|(path, _)| by_path.get(&canonical(path)));
        let linked = document.all_links().filter_map(|link| {
            let mut beside = possible_files(folder, &link.href).into_iter();
            beside
                .find_map(|path| by_path.get(&canonical(&path)))
                .or_else(|| by_address.get(&*site_address(&link.href)?))
        });
        let mut files: Vec<EvidenceId> = Vec::new();
        for id in named.chain(linked) {
            if !files.contains(id) {
                files.push(*id);
            }
        }
        files
    };
    let mut files: Vec<Vec<EvidenceId>> = site.documents.par_iter().map(files_of).collect();
    for (at, files) in files.iter().enumerate() {
        for id in files {
            site.evidence[id.0].owners.push(DocumentId(at));
        }
    }
    give_the_rest(site, &mut files, by_item);
    files
}

/// Files that nobody names: `files` are those of each document.
fn give_the_rest(site: &mut Site, files: &mut [Vec<EvidenceId>], by_item: &ByItem) {
    for at in 0..site.evidence.len() {
        let file = &site.evidence[at];
        let Some(documents) = file.item.and_then(|item| by_item.get(&item)) else {
            continue;
        };
        // A link from elsewhere does not take a file away from its own item.
        let at_home = |id: &DocumentId| {
            let owner = &site.documents[id.0];
            file.item == Some((owner.year, owner.item))
        };
        if file.owners.iter().any(at_home) {
            continue;
        }
        let lead = documents
            .iter()
            .find(|id| site.documents[id.0].slug.is_none());
        let only = documents.first().filter(|_| documents.len() == 1);
        if let Some(owner) = lead.or(only).copied() {
            site.evidence[at].owners.push(owner);
            files[owner.0].push(EvidenceId(at));
        }
    }
}
