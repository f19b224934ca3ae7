//! Statistics: the table with its sums, and each counter as bars over the periods.

use serde::Serialize;

use super::chart::{BarView, ChartView, SeriesView, round_maximum};
use super::projects::length;
use super::sheet::{CellView, ColumnHeading, FilledDataset, number, period, totals};
use crate::model::{ColumnType, Period, Row};
use crate::thai::numeral::with_commas;

/// Words in a counter's title that make its sum meaningless.
const NOT_ADDABLE: [&str; 5] = ["ร้อยละ", "เปอร์เซ็นต์", "%", "เฉลี่ย", "คะแนน"];

/// Statistics, drawn over the dataset's own columns and rows.
#[derive(Debug, Clone, Serialize)]
pub(super) struct StatisticsView {
    /// The sums of the counters. A cell is empty where a sum would mean nothing (shares, averages);
    /// the whole is empty for a single row, and for periods that overlap.
    totals: Vec<CellView>,
    /// One for each counter; none for a single period.
    charts: Vec<ChartView>,
}

pub(super) fn draw(sheet: &FilledDataset<'_>) -> StatisticsView {
    let columns = sheet.columns();
    let rows = &sheet.dataset.rows;
    let counters = columns.iter().filter(|column| column.is_number());
    let charts = counters.filter_map(|counter| chart(rows, *counter));
    let is_summed = |column: ColumnHeading<'_>| {
        column.kind == ColumnType::Number
            && !NOT_ADDABLE.iter().any(|word| column.title.contains(word))
    };
    StatisticsView {
        totals: if any_overlap(rows) {
            Vec::new()
        } else {
            totals(rows, &columns, is_summed)
        },
        charts: charts.collect(),
    }
}

fn chart(rows: &[Row], counter: ColumnHeading<'_>) -> Option<ChartView> {
    let points: Vec<(String, f64)> = rows
        .iter()
        .filter_map(|row| Some((period(row, "period")?.thai(), number(row, counter.name)?)))
        .collect();
    let greatest = points.iter().map(|(_, value)| *value).fold(0.0, f64::max);
    if points.len() < 2 || greatest <= 0.0 {
        return None;
    }
    let maximum = round_maximum(greatest);
    let bars = points.into_iter().map(|(label, value)| BarView {
        label,
        value: with_commas(value),
        length: length(value / maximum * 100.0),
        is_current: false,
    });
    Some(ChartView {
        title: counter.title.to_owned(),
        label_title: "ช่วงเวลา".to_owned(),
        value_title: "จำนวน".to_owned(),
        grid: ["25", "50", "75", "100"].map(str::to_owned).to_vec(),
        step: with_commas(maximum / 4.0),
        marks: Vec::new(),
        pass: String::new(),
        series: vec![SeriesView {
            title: String::new(),
            bars: bars.collect(),
        }],
    })
}

/// Whether what one row counts may be counted by another, too.
fn any_overlap(rows: &[Row]) -> bool {
    let mut periods: Vec<Period> = rows
        .iter()
        .filter_map(|row| period(row, "period"))
        .collect();
    periods.sort();
    periods.windows(2).any(|pair| pair[0].overlaps(&pair[1]))
}
