//! Results of the assessment: the level by the year's own scale, charts, and the year before.

use std::collections::BTreeSet;

use serde::Serialize;

use super::assessment::{INSTRUMENTS, TOTAL, level, of_title};
use super::chart::{BarView, ChartView, MarkView, SeriesView};
use super::projects::length;
use super::sheet::{FilledDataset, number, score, text};
use crate::model::{Dataset, DatasetKind, Document, FiscalYear, Level};
use crate::thai::numeral::{to_arabic, with_commas};

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
    /// Total, total over the years, per instrument, per instrument over the years, per indicator:
    /// those there are scores for.
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
    of: String,
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
    let results = Results {
        sheet,
        year,
        scores: with_other_documents(sheet, own, year),
        scale: sheet.builder.site.scale(year),
    };
    let total = results.score(TOTAL, year);
    let level = total
        .and_then(|total| level(results.scale, total, |of| results.score(of, year)))
        .map(|level| level.name.clone());
    ScoresView {
        year: year.number(),
        total: total.map(score).unwrap_or_default(),
        level: level.unwrap_or_default(),
        scale: results.scale.iter().map(level_view).collect(),
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
        if let (Some(year), Some(score)) = (year, number(row, "score")) {
            let of = named(text(row, "of"));
            add(&mut read, YearScore { of, year, score });
        }
    }
    read
}

fn named(of: &str) -> String {
    let mut names = INSTRUMENTS.into_iter().chain([TOTAL]);
    let known = names.find(|name| name.eq_ignore_ascii_case(of));
    known.map_or_else(|| to_arabic(of).into_owned(), str::to_owned)
}

fn add(scores: &mut Vec<YearScore>, new: YearScore) {
    let is_there = |score: &YearScore| score.of == new.of && score.year == new.year;
    if !new.of.is_empty() && !scores.iter().any(is_there) {
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
    others.sort_by_key(|(document, _)| std::cmp::Reverse(document.day()));
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
    fn score(&self, of: &str, year: FiscalYear) -> Option<f64> {
        let mut scores = self.scores.iter();
        let same = scores.find(|score| score.of == of && score.year == year);
        same.map(|score| score.score)
    }

    fn title(&self, of: &str) -> String {
        of_title(self.sheet.builder, self.year, of)
    }

    /// What else is scored: indicators, in the order in which they are given.
    fn indicators(&self) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        for score in &self.scores {
            let of = score.of.as_str();
            if of != TOTAL && !INSTRUMENTS.contains(&of) && !found.contains(&of) {
                found.push(of);
            }
        }
        found
    }

    fn charts(&self) -> Vec<ChartView> {
        let year = self.year;
        let indicators = self.indicators();
        let mut charts = vec![
            self.of_year(format!("ผลการประเมินในภาพรวม ปี {year}"), "ผลคะแนน", &[TOTAL]),
            self.over_years("ผลการประเมินในภาพรวมย้อนหลัง", &[TOTAL]),
            self.of_year(
                format!("ผลการประเมินรายแบบวัด ปี {year}"),
                "แบบวัด",
                &INSTRUMENTS,
            ),
            self.over_years("ผลการประเมินรายแบบวัดย้อนหลัง", &INSTRUMENTS),
        ];
        let title = format!("ผลการประเมินรายตัวชี้วัด ปี {year}");
        charts.push(self.of_year(title, "ตัวชี้วัด", &indicators));
        charts.push(self.over_years("ผลการประเมินรายตัวชี้วัดย้อนหลัง", &indicators));
        charts.retain(|chart| chart.series.iter().any(|series| !series.bars.is_empty()));
        charts
    }

    /// The scores of the year, a bar each.
    fn of_year(&self, title: String, label_title: &str, ofs: &[&str]) -> ChartView {
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
    fn over_years(&self, title: &str, ofs: &[&str]) -> ChartView {
        let of_these = |score: &&YearScore| ofs.contains(&score.of.as_str());
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
                title: match *of {
                    TOTAL => String::new(),
                    of => self.title(of),
                },
                bars: bars.collect(),
            }
        });
        let series = series.filter(|series| has_several && !series.bars.is_empty());
        self.chart(title.to_owned(), "ปีงบประมาณ", series.collect())
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
            series,
        }
    }

    fn changes(&self) -> Vec<ChangeView> {
        let indicators = self.indicators().into_iter();
        let ofs = [TOTAL].into_iter().chain(INSTRUMENTS).chain(indicators);
        let both = ofs.filter_map(|of| {
            let now = self.score(of, self.year)?;
            let before = self.score(of, self.year.previous())?;
            Some(ChangeView {
                title: self.title(of),
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
