//! Scores are of something that the assessment has, and of each thing once a year.

use std::collections::{BTreeMap, HashSet};

use super::{in_row, rows};
use crate::check::checked::Checked;
use crate::model::{
    Assessment, Cell, DatasetKind, Document, FiscalYear, Framework, Row, Scored, Site,
};
use crate::problem::{Diagnostics, OwedFault};
use crate::thai::nearest::nearest;

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    checked.each_counting(findings, |checked, document, found| {
        let mut seen = HashSet::new();
        let mut years: BTreeMap<FiscalYear, YearScores<'_>> = BTreeMap::new();
        for row in rows(document, DatasetKind::Scores) {
            let Some((scored, year)) = scored(document, row) else {
                continue;
            };
            if !is_known(checked.site, &scored, year) {
                let name = scored.to_string();
                let near = called(checked.site, &name, year);
                let near = near.or_else(|| nearest(&name, Scored::names()));
                let fault = OwedFault::UnknownScore {
                    of: name,
                    year: year.number(),
                    near,
                };
                found.push(in_row(fault, row, "of"));
                continue;
            }
            if !seen.insert((scored.clone(), year)) {
                let fault = OwedFault::ScoreTwice {
                    of: scored.to_string(),
                    year: year.number(),
                };
                found.push(in_row(fault, row, "of"));
                continue;
            }
            if let Some(Cell::Number(score)) = row.get("score") {
                let of_year = years.entry(year).or_default();
                of_year.insert(scored.to_string(), (*score, row));
            }
        }
        for (year, scores) in years {
            let Some(assessment) = checked.site.assessment(year) else {
                continue;
            };
            let faults = [
                of_parts_only(assessment, year, &scores),
                total_that_does_not_follow(assessment, &scores),
            ];
            for (fault, row) in faults.into_iter().flatten() {
                found.push(in_row(fault, row, "score"));
            }
        }
    });
}

/// The scores of a year in a document, by what they are of.
type YearScores<'a> = BTreeMap<String, (f64, &'a Row)>;

/// The parts of EIT without the whole, where the level hangs on that.
fn of_parts_only<'a>(
    assessment: &Assessment,
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
    let steps = (assessment.levels.iter()).filter(|level| total >= level.min);
    let is_open = steps.filter_map(|level| level.each).any(hangs);
    let (_, row) = scores.get("EIT2")?;
    let year = year.number();
    let fault = OwedFault::ScoreOfPartsOnly { year };
    (is_open && score("EIT").is_none()).then_some((fault, *row))
}

/// A total beside all its instruments that is not what they weigh together.
fn total_that_does_not_follow<'a>(
    assessment: &Assessment,
    scores: &YearScores<'a>,
) -> Option<(OwedFault, &'a Row)> {
    let worked_out = assessment.total(|of| scores.get(of).map(|(score, _)| *score))?;
    let (total, row) = scores.get("total")?;
    let is_off = (total - worked_out).abs() > rounded(*total);
    is_off.then(|| {
        let instruments = assessment.instruments.iter();
        let weights = instruments.filter_map(|one| Some(format!("{} {}", one.name, one.weight?)));
        let fault = OwedFault::TotalDoesNotFollow {
            total: format!("{total:.2}"),
            worked_out: format!("{worked_out:.2}"),
            weights: weights.collect::<Vec<_>>().join(", "),
        };
        (fault, *row)
    })
}

/// How far rounding may put a total off: its own, to as many decimals as it has, and that of the instruments to two.
fn rounded(total: f64) -> f64 {
    let has = |decimals: f64| (total * decimals - (total * decimals).round()).abs() < 1e-6;
    let own = match total {
        _ if has(1.0) => 0.5,
        _ if has(10.0) => 0.05,
        _ => 0.005,
    };
    own + 0.01
}

/// What a row is the score of, and of which year.
fn scored(document: &Document, row: &Row) -> Option<(Scored, FiscalYear)> {
    let Some(Cell::Text(typed)) = row.get("of") else {
        return None;
    };
    Some((Scored::read(typed)?, Scored::year_of(row, document.year)?))
}

/// The code of the indicator whose title was typed instead, with or without its number.
fn called(site: &Site, typed: &str, year: FiscalYear) -> Option<String> {
    let indicators = site.indicators(year).into_iter();
    let mut called = indicators.filter(|(_, title)| !title.is_empty() && typed.ends_with(title));
    let (code, _) = called.next()?;
    Some(code.to_owned())
}

/// Of a year whose list is not known, whatever looks like an indicator may be one.
fn is_known(site: &Site, scored: &Scored, year: FiscalYear) -> bool {
    match scored {
        Scored::Total | Scored::Instrument(_) | Scored::Question(_) => true,
        Scored::Other(_) => false,
        Scored::Indicator(code) => site.framework(year).is_none_or(|list| {
            may_be_of_survey(list, code) || list.scored().any(|(known, _)| known == code)
        }),
    }
}

/// Whether a code that the tree of a list does not hold may be one of the surveys: into what these divide their
/// indicators no list says, and one that does not name them has those that come before its own.
fn may_be_of_survey(list: &Framework, code: &str) -> bool {
    let whole = code.split('.').next().unwrap_or(code);
    let mut in_tree = list.indicators.iter();
    if in_tree.any(|indicator| indicator.code == whole) {
        return false;
    }
    let number = |code: &str| code.parse::<u32>().ok();
    let greatest = (list.indicators.iter())
        .filter_map(|one| number(&one.code))
        .max();
    let is_before = list.assessment.instruments.is_empty() && number(whole) < greatest;
    let mut of_surveys = list.assessment.indicators();
    is_before || of_surveys.any(|(code, _)| code == whole)
}
