//! An output folder whose list of files was lost, as when it comes back from where dot-files are left out.
//!
//! In: a folder. Out: whether a site of this program stands in it, and a list of what is there in place of the lost
//! one. What the checklists in it tell of was published by this program; whatever else this program does not make
//! again is somebody's, and left alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use walkdir::WalkDir;

use super::manifest::Manifest;
use super::published_year::PublishedYear;
use crate::files::path_text;
use crate::model::FiscalYear;
use crate::read::optional_text;

const CHECKLIST: &str = "checklist.json";

/// Whether a folder holds what this program publishes: the checklist of a year, beside the search index.
pub(super) fn is_site(out: &Path) -> bool {
    let index = optional_text(&out.join("search/index.json"));
    let is_index = index.is_ok_and(|text| text.is_some_and(|text| text.contains("\"years\"")));
    is_index && !checklists(out).is_empty()
}

/// A list for a folder that holds a site, in place of the lost one.
pub fn adopt(out: &Path) -> Result<Manifest> {
    let found = files(out)?;
    let mut paths = BTreeSet::new();
    for (name, year) in checklists(out) {
        paths.insert(name);
        paths.extend(year.files.into_iter().filter(|file| found.contains(file)));
    }
    Ok(Manifest {
        paths,
        drafts: false,
        found: Some(found),
    })
}

/// The checklists of the years in a folder, each with its name.
fn checklists(out: &Path) -> Vec<(String, PublishedYear)> {
    let folders = fs::read_dir(out).into_iter().flatten().flatten();
    let years = folders.filter_map(|folder| {
        let name = folder.file_name().to_string_lossy().into_owned();
        FiscalYear::new(name.parse().ok()?)?;
        let text = optional_text(&folder.path().join(CHECKLIST)).ok()??;
        Some((format!("{name}/{CHECKLIST}"), PublishedYear::parse(&text)?))
    });
    years.collect()
}

/// Every file of a folder, dot-files left out. Links are not followed, and are no files.
fn files(out: &Path) -> Result<BTreeSet<String>> {
    let walk = WalkDir::new(out).into_iter();
    let wanted = walk.filter_entry(|found| {
        found.depth() == 0 || !found.file_name().to_string_lossy().starts_with('.')
    });
    let mut files = BTreeSet::new();
    for found in wanted {
        let found = found.with_context(|| path_text(out))?;
        if !found.file_type().is_file() {
            continue;
        }
        if let Ok(inside) = found.path().strip_prefix(out) {
            let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
            files.insert(parts.join("/"));
        }
    }
    Ok(files)
}
