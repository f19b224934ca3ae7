//! Results of the assessment: the level by the year's own scale, charts, and the year before.

use serde::Serialize;

use super::assessment::{level, of_title};
use super::chart::{BarView, place};
use super::sheet::{FilledDataset, number, score, text};
use crate::model::{Assessment, Dataset, DatasetKind, Document, FiscalYear, Level, Scored};
use crate::thai::numeral::with_commas;

/// Results of the newest year that the dataset speaks of.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ScoresView {
    year: i16,
    /// `78.19`; empty where it is not given.
    total: String,
    /// `ผ่านดี`; empty where the scores given do not decide it.
    level: String,
    /// The scale of that year, highest first.
    scale: Vec<LevelView>,
    /// The total with which one passes in that year, `85`; empty where it is not known.
    pass: String,
    /// Where that stands, in percent of the place of a bar.
    pass_at: String,
    /// The year before `year`.
    year_before: i16,
    /// Whether it has any score of what `year` has one of.
    has_before: bool,
    /// What the year has scores of, beside the year before: total and instruments, indicators, questions.
    groups: Vec<ScoreGroupView>,
    /// The years of what has a score from before the year before: all that `groups` do not tell.
    history: Vec<HistoryView>,
}

/// Scores that belong together.
#[derive(Debug, Clone, Serialize)]
struct ScoreGroupView {
    title: &'static str,
    scores: Vec<ScoreRowView>,
}

/// A score beside that of the year before.
#[derive(Debug, Clone, Serialize)]
struct ScoreRowView {
    title: String,
    now: BarView,
    before: Option<BarView>,
    /// `+8.23`, `−1.20` or `0.00`; empty without a year before.
    change: String,
}

/// The scores of one thing over the years.
#[derive(Debug, Clone, Serialize)]
struct HistoryView {
    title: String,
    /// Oldest first.
    years: Vec<YearOfHistoryView>,
}

/// A score of a year.
#[derive(Debug, Clone, Serialize)]
struct YearOfHistoryView {
    year: i16,
    is_current: bool,
    bar: BarView,
}

/// A step of the scale.
#[derive(Debug, Clone, Serialize)]
pub(super) struct LevelView {
    /// `ผ่านดี`
    name: String,
    /// The least total, `85`.
    min: String,
    /// The least score of every instrument; empty where the scale asks for none.
    each: String,
}

/// A score of something in a year.
struct YearScore {
    of: Scored,
    year: FiscalYear,
    score: f64,
}

/// The scores of one year and the years before it.
struct Results<'a> {
    sheet: &'a FilledDataset<'a>,
    year: FiscalYear,
    scores: Vec<YearScore>,
    scale: &'a [Level],
}

pub(super) fn draw(sheet: &FilledDataset<'_>) -> ScoresView {
    let own = read(sheet.document, sheet.dataset);
    let years = || own.iter().map(|score| score.year);
    // A slip of the year must not make the page one of a year to come.
    let until_now = years().filter(|year| *year <= sheet.document.year).max();
    let year = until_now.or(years().max());
    let year = year.unwrap_or(sheet.document.year);
    let read_by: Option<&Assessment> = sheet.builder.site.assessment(year);
    let pass_mark = read_by.and_then(|read_by| read_by.pass_mark);
    let results = Results {
        sheet,
        year,
        scores: with_other_documents(sheet, own, year),
        scale: read_by.map_or(&[], |read_by| &read_by.levels),
    };
    let total = results.score(&Scored::Total, year);
    let of_instrument = |name: &str| results.score(&Scored::read(name)?, year);
    let level = total
        .and_then(|total| level(results.scale, total, of_instrument))
        .map(|level| level.name.clone());
    let groups = results.groups();
    ScoresView {
        year: year.number(),
        total: total.map(score).unwrap_or_default(),
        level: level.unwrap_or_default(),
        scale: results.scale.iter().map(level_view).collect(),
        pass: pass_mark.map(with_commas).unwrap_or_default(),
        pass_at: pass_mark.map(place).unwrap_or_default(),
        year_before: year.previous().number(),
        has_before: groups
            .iter()
            .flat_map(|group| &group.scores)
            .any(|score| score.before.is_some()),
        groups,
        history: results.history(),
    }
}

fn level_view(level: &Level) -> LevelView {
    LevelView {
        name: level.name.clone(),
        min: with_commas(level.min),
        each: level.each.map(with_commas).unwrap_or_default(),
    }
}

/// The scores of a dataset. Rows without a score say nothing; of two rows the first is taken.
fn read(document: &Document, dataset: &Dataset) -> Vec<YearScore> {
    let mut read: Vec<YearScore> = Vec::new();
    for row in &dataset.rows {
        let year = Scored::year_of(row, document.year);
        let of = Scored::read(text(row, "of"));
        if let (Some(of), Some(year), Some(score)) = (of, year, number(row, "score")) {
            add(&mut read, YearScore { of, year, score });
        }
    }
    read
}

fn add(scores: &mut Vec<YearScore>, new: YearScore) {
    let is_there = |score: &YearScore| score.of == new.of && score.year == new.year;
    if !scores.iter().any(is_there) {
        scores.push(new);
    }
}

/// Adds what counting documents anywhere say of this year and earlier ones, newest documents
/// first. Later years are left out: an old page must not change when a new year begins.
fn with_other_documents(
    sheet: &FilledDataset<'_>,
    own: Vec<YearScore>,
    year: FiscalYear,
) -> Vec<YearScore> {
    let mut scores = own;
    let documents = sheet.builder.site.documents.iter();
    let mut others: Vec<(&Document, &Dataset)> = documents
        .filter(|document| document.counts() && document.path != sheet.document.path)
        .flat_map(|document| document.datasets.iter().map(move |set| (document, set)))
        .filter(|(_, dataset)| dataset.kind == DatasetKind::Scores)
        .collect();
    let as_of = sheet.builder.site.as_of;
    others.sort_by_key(|(document, _)| std::cmp::Reverse(document.day(as_of)));
    for (document, dataset) in others {
        for score in read(document, dataset) {
            if score.year <= year {
                add(&mut scores, score);
            }
        }
    }
    scores
}

impl Results<'_> {
    fn score(&self, of: &Scored, year: FiscalYear) -> Option<f64> {
        let mut scores = self.scores.iter();
        let same = scores.find(|score| score.of == *of && score.year == year);
        same.map(|score| score.score)
    }

    fn title(&self, of: &Scored) -> String {
        of_title(self.sheet.builder, self.year, of)
    }

    /// What is scored in groups, indicators and questions in the order in which they are given.
    fn kinds(&self) -> [(&'static str, Vec<Scored>); 3] {
        let given = |is_kind: fn(&Scored) -> bool| {
            let mut found: Vec<Scored> = Vec::new();
            for score in self.scores.iter().filter(|score| is_kind(&score.of)) {
                if !found.contains(&score.of) {
                    found.push(score.of.clone());
                }
            }
            found
        };
        let instruments = Scored::INSTRUMENTS.map(Scored::Instrument);
        let total = [Scored::Total].into_iter().chain(instruments);
        let indicators = given(|of| matches!(of, Scored::Indicator(_) | Scored::Other(_)));
        let questions = given(|of| matches!(of, Scored::Question(_)));
        [
            ("คะแนนรวมและแบบวัด", total.collect()),
            ("ตัวชี้วัด", indicators),
            ("ข้อคำถามของแบบวัด", questions),
        ]
    }

    /// The scores of the year beside those of the year before.
    fn groups(&self) -> Vec<ScoreGroupView> {
        let groups = self.kinds().into_iter().map(|(title, ofs)| {
            let scores = ofs.iter().filter_map(|of| {
                let now = self.score(of, self.year)?;
                let before = self.score(of, self.year.previous());
                Some(ScoreRowView {
                    title: self.title(of),
                    now: BarView::new(now),
                    before: before.map(BarView::new),
                    change: before
                        .map(|before| change(now - before))
                        .unwrap_or_default(),
                })
            });
            let scores = scores.collect();
            ScoreGroupView { title, scores }
        });
        groups.filter(|group| !group.scores.is_empty()).collect()
    }

    /// All years of what has a score from before the year before.
    fn history(&self) -> Vec<HistoryView> {
        let ofs = self.kinds().into_iter().flat_map(|(_, ofs)| ofs);
        let told = ofs.filter_map(|of| {
            let same = self.scores.iter().filter(|score| score.of == of);
            let mut years: Vec<&YearScore> = same.collect();
            years.sort_by_key(|score| score.year);
            let is_old = years.first()?.year < self.year.previous();
            let years = years.iter().map(|score| YearOfHistoryView {
                year: score.year.number(),
                is_current: score.year == self.year,
                bar: BarView::new(score.score),
            });
            is_old.then(|| HistoryView {
                title: self.title(&of),
                years: years.collect(),
            })
        });
        told.collect()
    }
}

/// `+8.23` or `−1.20`, with a true minus sign.
fn change(difference: f64) -> String {
    let size = score(difference.abs());
    match size.as_str() {
        "0.00" => size,
        _ if difference > 0.0 => format!("+{size}"),
        _ => format!("−{size}"),
    }
}
