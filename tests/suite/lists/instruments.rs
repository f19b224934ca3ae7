//! What the instruments weigh, what their indicators are called, and the scales: no more and no less than was found.

use std::collections::BTreeSet;

use oit::model::{Assessment, Confidence, Provenance};
use oit::parse::assessment::{built_in_assessments, built_in_results, results};
use oit::parse::framework::built_in_years;

use super::facts::facts;
use super::{confidence, tree, word};
use crate::harness::repository;

/// Where everything that it says is known from.
pub(super) fn provenances(assessment: &Assessment) -> Vec<&Provenance> {
    let instruments = assessment.instruments.iter();
    let each = instruments.flat_map(|one| {
        let of_indicators = one.indicators.iter().map(|one| &one.provenance);
        [&one.provenance].into_iter().chain(of_indicators)
    });
    each.collect()
}

/// The lines that the manual has for what is not known for sure.
pub(super) fn unsure(assessment: &Assessment) -> Vec<String> {
    let indicators = assessment
        .instruments
        .iter()
        .flat_map(|one| &one.indicators);
    let lines = indicators.filter_map(|one| {
        let word = word(one.provenance.confidence)?;
        Some(format!("| {} | {} | {word} |", one.code, one.title))
    });
    lines.collect()
}

/// Every year that anything is known of.
fn every_year() -> Vec<(u16, Assessment)> {
    let number = |year: oit::model::FiscalYear| u16::try_from(year.number()).unwrap();
    let lists = built_in_years().into_iter().map(number);
    let lists = lists.map(|year| (year, tree(year).assessment));
    let others = built_in_assessments().into_iter();
    let mut all: Vec<_> = others.map(|(year, read)| (number(year), read)).collect();
    all.extend(lists);
    all.sort_by_key(|(year, _)| *year);
    all
}

#[test]
fn a_year_is_known_once_and_its_file_is_read_without_a_finding() {
    let years: Vec<u16> = every_year().iter().map(|(year, _)| *year).collect();
    assert_eq!(years, (2560..=2569).collect::<Vec<_>>());
    for (_, path, text) in built_in_results() {
        let (_, found) = results(&path, &text);
        assert!(found.is_empty(), "{path}: {found:?}");
        assert!(text.contains("\nsource = "), "{path}");
    }
}

#[test]
fn weights_and_names_are_those_that_were_found() {
    let facts = facts("instruments.tsv");
    for (year, assessment) in every_year() {
        let of_year = facts.iter().filter(|fact| {
            let (first, last) = fact.get("years").split_once('-').unwrap_or_default();
            let is_in = first.parse().is_ok_and(|first: u16| first <= year)
                && last.parse().is_ok_and(|last: u16| year <= last);
            is_in || fact.get("years") == year.to_string()
        });
        let list = built_in_years().into_iter();
        let list = list.map(|year| u16::try_from(year.number()).unwrap());
        let list = list.filter(|listed| *listed == year).map(tree).next();
        let mut wanted = BTreeSet::new();
        for fact in of_year {
            let (name, code) = (fact.get("instrument"), fact.get("code"));
            let instrument = assessment.instrument(name).unwrap();
            assert_eq!(instrument.weight, fact.get("weight").parse().ok(), "{year}");
            let of_weight = instrument.provenance.confidence;
            assert_eq!(
                of_weight,
                confidence(fact.get("weight_mark")),
                "{year} {name}"
            );
            let title = Some(fact.get("title_th"));
            let mut own = instrument.indicators.iter();
            match (own.find(|one| one.code == code), &list) {
                (Some(one), _) => {
                    assert_eq!(Some(one.title.as_str()), title, "{year}");
                    let sure = one.provenance.confidence.or(of_weight);
                    assert_eq!(sure, confidence(fact.get("title_mark")), "{year} {code}");
                    wanted.insert(code);
                }
                // The tree of the year has it.
                (None, Some(list)) => {
                    let mut scored = list.scored();
                    assert_eq!(
                        scored.find(|(known, _)| *known == code).map(|one| one.1),
                        title,
                        "{year}"
                    );
                }
                (None, None) => panic!("{year} lacks {code}"),
            }
        }
        let indicators = assessment
            .instruments
            .iter()
            .flat_map(|one| &one.indicators);
        let there: BTreeSet<&str> = indicators.map(|one| one.code.as_str()).collect();
        assert_eq!(there, wanted, "{year}: a name without a fact");
        assert_eq!(assessment.instruments.is_empty(), year < 2563, "{year}");
    }
}

#[test]
fn scales_and_pass_marks_are_those_that_were_found() {
    let old = [
        ("AA", 95.0),
        ("A", 85.0),
        ("B", 75.0),
        ("C", 65.0),
        ("D", 55.0),
        ("E", 50.0),
        ("F", 0.0),
    ];
    for (year, assessment) in every_year() {
        let levels = assessment.levels.iter();
        let steps: Vec<_> = levels
            .map(|level| (level.name.as_str(), level.min))
            .collect();
        if year <= 2565 {
            assert_eq!(steps, old, "{year}");
        } else {
            let least: Vec<f64> = steps.iter().map(|(_, least)| *least).collect();
            assert_eq!(least, [95.0, 85.0, 85.0, 70.0, 0.0], "{year}");
        }
        let pass_mark = (year >= 2563).then_some(85.0);
        assert_eq!(assessment.pass_mark, pass_mark, "{year}");
    }
}

#[test]
fn the_manual_says_which_years_have_a_scale_only() {
    let page = std::fs::read_to_string(repository().join("docs/years.md")).unwrap();
    let section = page.split("\n## คะแนนของปีที่ไม่มีรายการข้อ").nth(1).unwrap();
    for (years, _, _) in built_in_results() {
        let line = match years[..] {
            [year] => format!("- **{year}**"),
            [first, .., last] => format!("- **{first}–{last}**"),
            [] => panic!("no year"),
        };
        assert!(section.contains(&line), "{line}");
    }
    let assumed = every_year().into_iter().any(|(_, assessment)| {
        provenances(&assessment)
            .iter()
            .any(|known| known.confidence == Some(Confidence::Assumed))
    });
    assert!(assumed && section.contains("สันนิษฐาน"));
}
