//! The drift guard: what was published and would not be any more.
//!
//! In: the site as it would be published, and what was published before. Out: findings, each at the
//! folder where the clerk can put things right. Nothing here reads a document: an item counts as
//! published where its year's checklist said so, an address where a file stands.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use rayon::prelude::*;

use super::published_year::PublishedYear;
use crate::files::SitePath;
use crate::model::config::{BaseUrl, PLACEHOLDER_BASE};
use crate::model::host::{Reach, reach};
use crate::model::{FiscalYear, ItemNumber, Site, address};
use crate::parse::former_name::FormerName;
use crate::problem::{Diagnostic, Diagnostics, DriftFault, Problem};
use crate::publish::{Manifest, is_published};
use crate::read;
use crate::span::Span;

/// A year with more items to tell of has them told in one finding.
const FEW: usize = 5;

/// Free pages and their files stand below this.
const PAGES: &str = "pages/";

/// The findings for a site that goes to a folder, of which this manifest is known, with these years
/// from elsewhere. `outputs` are the files that there will be.
pub fn drift(
    site: &Site,
    outputs: &BTreeSet<String>,
    out: &Path,
    manifest: &Manifest,
    baseline: &[PublishedYear],
) -> Diagnostics {
    let published = published_years(out, manifest);
    let mut lost: BTreeMap<FiscalYear, BTreeSet<(ItemNumber, &str)>> = BTreeMap::new();
    for earlier in published.iter().chain(baseline) {
        let items = earlier.items.iter();
        let items = items.map(|(number, key)| (*number, key.as_str()));
        let gone = items.filter(|(number, key)| !is_kept(site, earlier.year, *number, key));
        lost.entry(earlier.year).or_default().extend(gone);
    }
    let mut withdrawn: BTreeSet<&str> = baseline
        .iter()
        .flat_map(|year| year.files.iter().map(String::as_str))
        .filter(|name| is_bound(name) && !outputs.contains(*name))
        .collect();
    let promised: HashSet<&str> = published
        .iter()
        .flat_map(|year| year.files.iter().map(String::as_str))
        .collect();
    let here = manifest.paths.iter().map(String::as_str);
    withdrawn.extend(here.filter(|name| {
        // Among drafts, only what the checklist told was ever published.
        is_bound(name)
            && !outputs.contains(*name)
            && (!manifest.drafts || promised.contains(name))
            && is_published(out, name)
    }));
    let mut findings = Diagnostics::new();
    for (year, items) in lost {
        findings.extend(of_items(site, year, &items));
    }
    findings.extend(of_addresses(site, &withdrawn));
    let bases = published.iter().chain(baseline);
    findings.extend(moved(site, bases.filter_map(|year| year.base.as_ref())));
    findings
}

/// That the whole site would stand at another address than what was handed in. A host that is only for trying things
/// out was never handed in, `http` and `www.` are led on by every server, and who types another address means it.
fn moved<'a>(site: &Site, before: impl Iterator<Item = &'a BaseUrl>) -> Option<Diagnostic> {
    let base = &site.config.base;
    let at = site.config.base_at.clone()?;
    let is_public = |base: &BaseUrl| {
        reach(&base.host()) == Reach::Public && base.to_string() != PLACEHOLDER_BASE
    };
    let mut others = before.filter(|before| is_public(before) && !before.is_same_place(base));
    let from = others.next()?.to_string();
    let to = base.to_string();
    Some(Diagnostic::new(DriftFault::Site { from, to }, at))
}

/// The years that stand in an output folder. A checklist that cannot be read says nothing; it is
/// made anew by this build.
fn published_years(out: &Path, manifest: &Manifest) -> Vec<PublishedYear> {
    let names: Vec<&String> = manifest
        .paths
        .iter()
        .filter(|name| year_of(name).is_some_and(|(_, rest)| rest == "checklist.json"))
        .collect();
    let texts = names
        .into_par_iter()
        .map(|name| read::optional_text(&out.join(name)).ok().flatten());
    texts
        .filter_map(|text| PublishedYear::parse(&text?))
        .collect()
}

/// Whether an item is still published, by its key, or by its number where no item has the key.
fn is_kept(site: &Site, year: FiscalYear, number: ItemNumber, key: &str) -> bool {
    let Some(year) = site.year(year) else {
        return false;
    };
    let same = year
        .framework
        .items()
        .find(|(_, _, definition)| definition.key == key);
    let number = same.map_or(number, |(_, _, definition)| definition.number);
    year.item(number)
        .is_some_and(|item| item.state.status.is_published())
}

/// Whether a file is one that must stay: a free page or a file beside it, a page of a year, or a file of an item of it,
/// because each may have been handed in. Feeds and tables of a year go only with the year.
fn is_bound(name: &str) -> bool {
    name.starts_with(PAGES)
        || year_of(name).is_some_and(|(_, rest)| rest.contains('/') || rest == "index.html")
}

/// The year of a file, and the rest of its name.
fn year_of(name: &str) -> Option<(FiscalYear, &str)> {
    let (year, rest) = name.split_once('/')?;
    Some((FiscalYear::new(year.parse().ok()?)?, rest))
}

fn of_items(
    site: &Site,
    year: FiscalYear,
    items: &BTreeSet<(ItemNumber, &str)>,
) -> Vec<Diagnostic> {
    if items.len() > FEW {
        let fault = DriftFault::Items {
            year: year.number(),
            items: items.iter().map(|(number, _)| *number).collect(),
        };
        let at = Span::whole(&folder(site, year, None));
        return vec![Diagnostic::new(Problem::Drift(fault), at)];
    }
    let findings = items.iter().map(|(number, _)| {
        let item = site.item(year, *number);
        let fault = DriftFault::Item {
            year: year.number(),
            item: *number,
            why: item.and_then(|item| item.state.reasons.first().cloned()),
        };
        let at = Span::whole(&folder(site, year, Some(*number)));
        Diagnostic::new(Problem::Drift(fault), at).about(year, *number)
    });
    findings.collect()
}

fn of_addresses(site: &Site, names: &BTreeSet<&str>) -> Vec<Diagnostic> {
    let mut groups: BTreeMap<Option<(FiscalYear, Option<ItemNumber>)>, Vec<&str>> = BTreeMap::new();
    for name in names {
        let group = year_of(name).map(|(year, rest)| {
            let item = rest.split('/').next().and_then(ItemNumber::parse);
            (
                year,
                item.filter(|number| site.item(year, *number).is_some()),
            )
        });
        groups.entry(group).or_default().push(name);
    }
    let findings = groups.into_iter().map(|(group, names)| {
        let page = |name: &&str| name.strip_suffix("index.html").unwrap_or(name).to_owned();
        let pages = names.iter().map(|name| address::of_output(&page(name)));
        let mut addresses: Vec<String> = pages.collect();
        // A folder's page before what is in it.
        addresses.sort_unstable();
        let year = group.map(|(year, _)| year);
        // Of a year that is gone no document can keep a name.
        let is_there = year.is_none_or(|year| site.year(year).is_some());
        let former = names.iter().filter(|_| is_there);
        let mut former: Vec<String> = former
            .filter_map(|name| FormerName::of_output(name).map(|name| name.shown()))
            .collect();
        former.sort_unstable();
        let fault = DriftFault::Addresses {
            year: year.map(FiscalYear::number),
            addresses,
            former,
        };
        let Some((year, item)) = group else {
            return Diagnostic::new(fault, Span::whole(&SitePath::from("content/pages")));
        };
        let finding = Diagnostic::new(fault, Span::whole(&folder(site, year, item)));
        match item {
            Some(item) => finding.about(year, item),
            None => finding,
        }
    });
    findings.collect()
}

/// The folder to open: the item's, else the year's, else the one where the year was.
fn folder(site: &Site, year: FiscalYear, item: Option<ItemNumber>) -> SitePath {
    let of_item = item.and_then(|item| site.item(year, item)?.folder.clone());
    let of_year = || {
        let year_of_site = site.year(year)?;
        let folders = year_of_site
            .items
            .iter()
            .find_map(|item| item.folder.as_deref());
        // The year may be written in Thai digits.
        let name = folders.and_then(|folder| folder.rsplit_once('/'));
        Some(name.map_or_else(|| format!("content/{year}").into(), |(name, _)| name.into()))
    };
    of_item
        .or_else(of_year)
        .unwrap_or_else(|| SitePath::from("content"))
}
