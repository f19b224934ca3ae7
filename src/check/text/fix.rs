//! What `oit check --fix` makes of a text: every repair that is certain, and nothing else.
//!
//! In: a file's text, and the findings that say what was certainly meant. Out: the text with its lines, letters and
//! dates put right, or `None` where nothing is to be done. References stay as they are, and so do headings that a link of the
//! site leads to, because the link is written as the heading is.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::letters::letters;
use super::places::{code_points, is_read};
use crate::files::{Files, SitePath};
use crate::model::Site;
use crate::parse::markdown::anchor;
use crate::parse::prose::Prose;
use crate::parse::reference::decode;
use crate::problem::{Diagnostic, Meant, Slip};
use crate::span::replaced;

/// Rounds of repairs, because one may reveal another; no text needs more.
const ROUNDS: usize = 16;

/// A file that can be put right.
pub struct Fixed {
    /// The path of the file in the site.
    pub path: SitePath,
    /// Its text as it was read.
    pub before: Arc<str>,
    /// Its text as it should be.
    pub after: String,
    /// How many places were changed.
    pub places: usize,
    /// Lines of which an invisible character was taken, from 1, with its number: a diff cannot show it.
    pub unseen: Vec<(usize, String)>,
}

/// Every text of the site that can be put right, in order. `findings` are those of the whole site: what one of them
/// certainly means is written in its place.
pub fn fix(site: &Site, files: &Files, findings: &[Diagnostic]) -> Vec<Fixed> {
    let anchors = anchors(site);
    let mut meant: HashMap<&SitePath, Vec<&Meant>> = HashMap::new();
    for finding in findings {
        if let Some(sure) = finding.problem.meant().filter(|meant| meant.is_sure) {
            meant.entry(&finding.at.path).or_default().push(sure);
        }
    }
    let texts: Vec<(&SitePath, &Arc<str>)> = files.texts().collect();
    let fixed = texts.into_par_iter().filter_map(|(path, text)| {
        let meant = meant.get(path).map_or(&[][..], Vec::as_slice);
        let (after, places) = fixed(path, text, meant, &anchors)?;
        Some(Fixed {
            path: path.clone(),
            unseen: unseen(text, &after),
            before: text.clone(),
            after,
            places,
        })
    });
    fixed.collect()
}

/// The headings that a link of the site leads to, by their anchors.
fn anchors(site: &Site) -> HashSet<String> {
    let documents = site.documents.iter();
    let documents = documents.flat_map(|document| document.all_links());
    let pages = site.pages.iter().flat_map(|page| &page.body.links);
    let links = documents.chain(pages);
    let fragments = links.filter_map(|link| link.href.split_once('#'));
    fragments
        .map(|(_, fragment)| anchor(&decode(fragment)))
        .collect()
}

/// A text put right, and in how many places.
fn fixed(
    path: &SitePath,
    text: &str,
    meant: &[&Meant],
    anchors: &HashSet<String>,
) -> Option<(String, usize)> {
    let mut lines: Vec<_> = meant
        .iter()
        .map(|meant| (meant.replaces.clone(), meant.by.clone()))
        .collect();
    lines.sort_by_key(|(at, _)| at.start);
    lines.dedup_by(|later, earlier| later.0.start < earlier.0.end);
    let mut places = lines.len();
    let mut fixed = replaced(text, lines);
    for _ in 0..ROUNDS {
        let repairs = repairs(path, &fixed, anchors);
        if repairs.is_empty() {
            break;
        }
        places += repairs.len();
        fixed = replaced(&fixed, repairs);
    }
    (fixed != text).then_some((fixed, places))
}

/// The invisible characters that are gone, by their lines. Lines stay lines, so that they compare.
fn unseen(old: &str, new: &str) -> Vec<(usize, String)> {
    let lines = old.lines().zip(new.lines()).enumerate();
    let changed = lines.filter(|(_, (old, new))| old != new);
    changed
        .flat_map(|(at, (old, new))| {
            let mut left = runs_unseen(new);
            let gone = runs_unseen(old).into_iter();
            let gone = gone.filter(|(run, count)| *count > left.remove(run).unwrap_or(0));
            let numbers: BTreeSet<String> = gone.map(|(run, _)| code_points(run)).collect();
            numbers.into_iter().map(move |number| (at + 1, number))
        })
        .collect()
}

/// The runs of invisible characters of a line, and how often each is in it.
fn runs_unseen(line: &str) -> BTreeMap<&str, usize> {
    let mut runs = BTreeMap::new();
    let found = letters(line).into_iter();
    for unseen in found.filter(|found| found.slip == Slip::Invisible) {
        *runs.entry(&line[unseen.range]).or_default() += 1;
    }
    runs
}

/// What to change in a text, from its beginning to its end.
fn repairs(path: &SitePath, text: &str, anchors: &HashSet<String>) -> Vec<(Range<usize>, String)> {
    let prose = Prose::of(path, text);
    let letters = letters(text)
        .into_iter()
        .filter(|found| is_read(&prose, found));
    let letters =
        letters.filter_map(|found| Some((found.range.clone(), found.repair()?.to_owned())));
    let mut repairs: Vec<(Range<usize>, String)> = letters.collect();
    repairs.extend(prose.repairs.iter().cloned());
    if !repairs.is_empty() && !anchors.is_empty() {
        let mut headings = prose.headings(path);
        headings.retain(|heading| anchors.contains(&heading.anchor));
        headings.sort_by_key(|heading| heading.at.range.start);
        repairs.retain(|(at, _)| {
            let before = headings.partition_point(|heading| heading.at.range.start < at.end);
            let last = headings[..before].last();
            last.is_none_or(|heading| heading.at.range.end <= at.start)
        });
    }
    repairs.sort_by_key(|(at, _)| at.start);
    // A date is written anew as a whole; what was wrong inside it is gone with it.
    repairs.dedup_by(|later, earlier| later.0.start < earlier.0.end);
    repairs
}
