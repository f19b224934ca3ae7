//! Results of the assessment: the level by the year's own scale, charts, and the year before.

use std::collections::BTreeSet;

use serde::Serialize;

use super::assessment::{level, of_title};
use super::chart::{BarView, ChartView, MarkView, SeriesView};
use super::projects::length;
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
    /// Of total, instruments, indicators and questions: of the year, and over the years. Those there are scores for.
    charts: Vec<ChartView>,
    /// The year before `year`.
    year_before: i16,
    /// What both years have a score of, side by side.
    changes: Vec<ChangeView>,
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

/// A score beside that of the year before.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ChangeView {
    title: String,
    score: String,
    before: String,
    /// `+8.23`, `−1.20` or `0.00`.
    change: String,
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
    /// The pass mark, as it is read and as long; empty where it is not known.
    pass: String,
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
        pass: pass_mark.map(length).unwrap_or_default(),
    };
    let total = results.score(&Scored::Total, year);
    let of_instrument = |name: &str| results.score(&Scored::read(name)?, year);
    let level = total
        .and_then(|total| level(results.scale, total, of_instrument))
        .map(|level| level.name.clone());
    ScoresView {
        year: year.number(),
        total: total.map(score).unwrap_or_default(),
        level: level.unwrap_or_default(),
        scale: results.scale.iter().map(level_view).collect(),
        pass: results.pass.clone(),
        charts: results.charts(),
        year_before: year.previous().number(),
        changes: results.changes(),
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
        let year = match number(row, "year") {
            None => Some(document.year),
            Some(year) => format!("{year:.0}").parse().ok().and_then(FiscalYear::new),
        };
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

    /// What is scored in kinds, each with a heading for its labels, indicators and questions in the order in which they
    /// are given.
    fn kinds(&self) -> [(&'static str, &'static str, Vec<Scored>); 4] {
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
        let indicators = given(|of| matches!(of, Scored::Indicator(_) | Scored::Other(_)));
        let questions = given(|of| matches!(of, Scored::Question(_)));
        [
            ("ในภาพรวม", "ผลคะแนน", vec![Scored::Total]),
            ("รายแบบวัด", "แบบวัด", instruments.to_vec()),
            ("รายตัวชี้วัด", "ตัวชี้วัด", indicators),
            ("รายข้อคำถามของแบบวัด", "ข้อคำถาม", questions),
        ]
    }

    fn charts(&self) -> Vec<ChartView> {
        let year = self.year;
        let kinds = self.kinds().into_iter();
        let charts = kinds.flat_map(|(kind, label_title, ofs)| {
            let now = self.of_year(format!("ผลการประเมิน{kind} ปี {year}"), label_title, &ofs);
            [
                now,
                self.over_years(format!("ผลการประเมิน{kind}ย้อนหลัง"), &ofs),
            ]
        });
        let has_bars = |chart: &ChartView| chart.series.iter().any(|one| !one.bars.is_empty());
        charts.filter(has_bars).collect()
    }

    /// The scores of the year, a bar each.
    fn of_year(&self, title: String, label_title: &str, ofs: &[Scored]) -> ChartView {
        let bars = ofs
            .iter()
            .filter_map(|of| Some(bar(self.title(of), self.score(of, self.year)?, false)));
        let bars = bars.collect();
        let title_less = SeriesView {
            title: String::new(),
            bars,
        };
        self.chart(title, label_title, vec![title_less])
    }

    /// The scores of every year that has some, a series for each thing; nothing where only one
    /// year has.
    fn over_years(&self, title: String, ofs: &[Scored]) -> ChartView {
        let of_these = |score: &&YearScore| ofs.contains(&score.of);
        let years: BTreeSet<FiscalYear> = (self.scores.iter().filter(of_these))
            .map(|score| score.year)
            .collect();
        let has_several = years.len() > 1;
        let series = ofs.iter().map(|of| {
            let bars = years.iter().filter_map(|year| {
                Some(bar(
                    year.to_string(),
                    self.score(of, *year)?,
                    *year == self.year,
                ))
            });
            SeriesView {
                title: match of {
                    Scored::Total => String::new(),
                    of => self.title(of),
                },
                bars: bars.collect(),
            }
        });
        let series = series.filter(|series| has_several && !series.bars.is_empty());
        self.chart(title, "ปีงบประมาณ", series.collect())
    }

    fn chart(&self, title: String, label_title: &str, series: Vec<SeriesView>) -> ChartView {
        let levels = self.scale.iter().filter(|level| level.min > 0.0);
        let levels: Vec<&Level> = levels.collect();
        let is_one_mark = |a: &&Level, b: &&Level| with_commas(a.min) == with_commas(b.min);
        let marks = || levels.chunk_by(is_one_mark);
        ChartView {
            title,
            label_title: label_title.to_owned(),
            value_title: "คะแนน".to_owned(),
            step: String::new(),
            grid: marks().map(|mark| length(mark[0].min)).collect(),
            marks: marks().map(mark_view).collect(),
            pass: self.pass.clone(),
            series,
        }
    }

    fn changes(&self) -> Vec<ChangeView> {
        let kinds = self.kinds().into_iter();
        let ofs = kinds.flat_map(|(_, _, ofs)| ofs);
        let both = ofs.filter_map(|of| {
            let now = self.score(&of, self.year)?;
            let before = self.score(&of, self.year.previous())?;
            Some(ChangeView {
                title: self.title(&of),
                score: score(now),
                before: score(before),
                change: change(now - before),
            })
        });
        both.collect()
    }
}

/// A line of the chart, for all levels that begin there.
fn mark_view(levels: &[&Level]) -> MarkView {
    let names: Vec<&str> = levels.iter().map(|level| &*level.name).collect();
    MarkView {
        title: names.join(", "),
        value: with_commas(levels[0].min),
    }
}

fn bar(label: String, value: f64, is_current: bool) -> BarView {
    BarView {
        label,
        value: score(value),
        length: length(value),
        is_current,
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
