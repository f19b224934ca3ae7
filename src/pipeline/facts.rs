//! The facts of evidence files: read, found out, kept.
//!
//! In: a site whose files are known. Out: the facts of every file that is published, by path. They are
//! kept by content outside the site, because nothing else makes a large site slow to check; whether
//! they are kept, or can be, never changes them.

use std::path::Path;

use rayon::prelude::*;

use super::memory::Kept;
use crate::evidence::{facts, hash, record};
use crate::files::{Entry, Files};
use crate::model::{Evidence, Facts, FactsByPath, Site};
use crate::{publish, read};

/// No file is taken into memory that is larger, whatever the settings say.
const MOST_MB: u64 = 200;

/// Finds out what every published file is, or knows it from the last time.
pub(super) fn gather(
    root: &Path,
    (site, files): (&Site, &Files),
    memory: &Kept<Facts>,
) -> FactsByPath {
    let kept = read::cache_folder().map(|folder| folder.join("facts"));
    let most = site.config.max_file_mb.min(MOST_MB) << 20;
    let wanted: Vec<&Evidence> = site
        .evidence
        .iter()
        .filter(|file| (1..=most).contains(&file.bytes) && site.is_published(file))
        .collect();
    let found: Vec<_> = wanted
        .into_par_iter()
        .filter_map(|file| {
            let stamp = match files.entries.get(&file.path) {
                Some(Entry::Asset(stamp)) => Some(*stamp),
                _ => None,
            };
            let facts = match memory.take(&file.path, stamp) {
                Some(facts) => facts,
                None => of(
                    &read::bounded(&root.join(&*file.path), most).ok()?,
                    kept.as_deref(),
                ),
            };
            memory.put(&file.path, stamp, facts.clone());
            Some((file.path.clone(), facts))
        })
        .collect();
    found.into_iter().collect()
}

fn of(bytes: &[u8], kept: Option<&Path>) -> Facts {
    let Some(kept) = kept else {
        return facts(bytes);
    };
    let hash = hash(bytes);
    // Folders with thousands of files are slow on some systems.
    let place = kept.join(&hash[..2]).join(&hash);
    let known = read::optional_text(&place).ok().flatten();
    known
        .and_then(|text| record::read(&text, &hash))
        .unwrap_or_else(|| {
            let facts = facts(bytes);
            publish::keep(&place, &record::write(&facts));
            facts
        })
}
