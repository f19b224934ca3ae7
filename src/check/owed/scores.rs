//! Scores are of something that the assessment has, and of each thing once a year.

use std::collections::{BTreeMap, HashSet};

use super::{at, counting, of, rows};
use crate::check::checked::Checked;
use crate::model::{Cell, DatasetKind, Document, FiscalYear, Framework, Row, Site};
use crate::problem::{Diagnostics, OwedFault};
use crate::thai::nearest::nearest;
use crate::thai::numeral::to_arabic;

/// The whole and the instruments, as `of` names them.
const NAMES: [&str; 6] = ["total", "IIT", "EIT", "EIT1", "EIT2", "OIT"];

/// What the instruments' own rounding to two decimals may make.
const ROUNDED: f64 = 0.02;

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    for document in counting(checked.site) {
        let mut seen = HashSet::new();
        let mut years: BTreeMap<FiscalYear, YearScores<'_>> = BTreeMap::new();
        for row in rows(document, DatasetKind::Scores) {
            let Some((name, year)) = scored(document, row) else {
                continue;
            };
            if !is_known(checked.site, &name, year) {
                let near = nearest(&name, NAMES.iter().copied());
                let fault = OwedFault::UnknownScore {
                    of: name,
                    year: year.number(),
                    near,
                };
                findings.push(of(document, fault, at(row, "of")));
                continue;
            }
            if !seen.insert((name.clone(), year)) {
                let year = year.number();
                let fault = OwedFault::ScoreTwice { of: name, year };
                findings.push(of(document, fault, at(row, "of")));
                continue;
            }
            if let Some(Cell::Number(score)) = row.get("score") {
                years.entry(year).or_default().insert(name, (*score, row));
            }
        }
        for (year, scores) in years {
            let faults = [
                of_parts_only(checked.site, year, &scores),
                total_that_does_not_follow(&scores),
            ];
            for (fault, row) in faults.into_iter().flatten() {
                findings.push(of(document, fault, at(row, "score")));
            }
        }
    }
}

/// The scores of a year in a document, by what they are of.
type YearScores<'a> = BTreeMap<String, (f64, &'a Row)>;

/// The parts of EIT without the whole, where the level hangs on that.
fn of_parts_only<'a>(
    site: &Site,
    year: FiscalYear,
    scores: &YearScores<'a>,
) -> Option<(OwedFault, &'a Row)> {
    let score = |of: &str| scores.get(of).map(|(score, _)| *score);
    let (total, one, two) = (score("total")?, score("EIT1")?, score("EIT2")?);
    let hangs = |least: f64| {
        let others = ["IIT", "OIT"].iter();
        let may_reach = others
            .filter_map(|of| score(of))
            .all(|other| other >= least);
        may_reach && one.min(two) < least && least <= one.max(two)
    };
    let steps = site.scale(year).iter().filter(|level| total >= level.min);
    let is_open = steps.filter_map(|level| level.each).any(hangs);
    let (_, row) = scores.get("EIT2")?;
    let year = year.number();
    let fault = OwedFault::ScoreOfPartsOnly { year };
    (is_open && score("EIT").is_none()).then_some((fault, *row))
}

/// A total beside its three instruments that is none of what they weigh.
fn total_that_does_not_follow<'a>(scores: &YearScores<'a>) -> Option<(OwedFault, &'a Row)> {
    let score = |of: &str| scores.get(of).map(|(score, _)| *score);
    let weighed = |of: &str, weight: f64| Some(score(of)? * weight);
    let worked_out = weighed("IIT", 0.3)? + weighed("EIT", 0.3)? + weighed("OIT", 0.4)?;
    let (total, row) = scores.get("total")?;
    let is_off = (total - worked_out).abs() > ROUNDED;
    is_off.then(|| {
        let fault = OwedFault::TotalDoesNotFollow {
            total: format!("{total:.2}"),
            worked_out: format!("{worked_out:.2}"),
        };
        (fault, *row)
    })
}

/// What a row is the score of, in one spelling, and of which year.
fn scored(document: &Document, row: &Row) -> Option<(String, FiscalYear)> {
    let Some(Cell::Text(written)) = row.get("of") else {
        return None;
    };
    let year = match row.get("year") {
        Some(Cell::Number(year)) => format!("{year:.0}")
            .parse()
            .ok()
            .and_then(FiscalYear::new)?,
        _ => document.year,
    };
    let written = to_arabic(written.trim());
    let known = NAMES
        .iter()
        .find(|name| name.eq_ignore_ascii_case(&written));
    let name = known.map_or_else(|| written.to_string(), |name| (*name).to_owned());
    (!name.is_empty()).then_some((name, year))
}

/// The tree holds the indicators that are assessed from pages; those before them, and the questions
/// of the two surveys (`i1`, `e1`), are known by their form only.
fn is_known(site: &Site, name: &str, year: FiscalYear) -> bool {
    if NAMES.contains(&name) {
        return true;
    }
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let question = name.strip_prefix(['i', 'e', 'I', 'E']);
    if question.is_some_and(is_number) {
        return true;
    }
    let whole = name.split('.').next().unwrap_or(name);
    let is_code = is_number(whole) && name.split('.').all(is_number);
    is_code
        && site
            .framework(year)
            .is_none_or(|tree| is_in(tree, name, whole))
}

fn is_in(tree: &Framework, code: &str, whole: &str) -> bool {
    let subs = || tree.indicators.iter().flat_map(|indicator| &indicator.subs);
    let in_tree = tree
        .indicators
        .iter()
        .any(|indicator| indicator.code == whole);
    if in_tree {
        return code == whole || subs().any(|sub| sub.code == code);
    }
    let number = |code: &str| code.parse::<u32>().ok();
    let last = tree.indicators.iter().filter_map(|i| number(&i.code)).max();
    number(whole) < last
}
