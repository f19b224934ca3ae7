//! Points to improve: a table per instrument, the rows of an indicator joined, progress as ticks.

use serde::Serialize;

use super::assessment::of_title;
use super::joined::join;
use super::sheet::{CellView, ColumnHeading, ColumnView, FilledDataset, headings, text};
use crate::model::{Cell, Row, Scored};
use crate::render::view::escape;

/// The heading of the last column.
const PROGRESS: &str = "ความก้าวหน้าผลการดำเนินการ";

/// The points of one instrument.
#[derive(Debug, Clone, Serialize)]
pub(super) struct InstrumentView {
    /// `IIT`; empty for rows without an instrument.
    title: String,
    /// The last is the progress: its cells have `done`, and the result as their text.
    columns: Vec<ColumnView>,
    rows: Vec<Vec<CellView>>,
}

/// Points to improve by instrument.
pub(super) fn instruments(sheet: &FilledDataset<'_>) -> Vec<InstrumentView> {
    let columns = sheet.columns_without(&["instrument", "done", "result"]);
    let has_progress = sheet.is_filled("done") || sheet.is_filled("result");
    let mut titles = headings(&columns);
    if has_progress {
        titles.push(ColumnView {
            name: "progress".to_owned(),
            title: PROGRESS.to_owned(),
            is_number: false,
        });
    }
    // Only the indicator is joined, which stands first where it is filled in: two points with the same note are
    // still two points.
    let first = columns.first();
    let joined = usize::from(first.is_some_and(|first| first.name == "indicator"));
    let known = sheet.choices("instrument").iter();
    // Rows without an instrument come last, under no title.
    let instruments = known.chain([&("", "")]).map(|(value, title)| {
        let rows = by_indicator(sheet, value).into_iter().map(|row| {
            let cells = columns.iter().map(|column| cell(sheet, row, *column));
            let progress = has_progress.then(|| progress(sheet, row));
            let mut cells: Vec<CellView> = cells.chain(progress).collect();
            if let Some(first) = cells.first_mut() {
                first.is_name = true;
            }
            cells
        });
        InstrumentView {
            title: (*title).to_owned(),
            columns: titles.clone(),
            rows: join(rows.collect(), joined),
        }
    });
    instruments.filter(|group| !group.rows.is_empty()).collect()
}

/// The rows of an instrument, those of an indicator together, in the order in which each first comes.
fn by_indicator<'a>(sheet: &FilledDataset<'a>, instrument: &str) -> Vec<&'a Row> {
    let rows = sheet.dataset.rows.iter();
    let mut rows: Vec<&Row> = rows
        .filter(|row| text(row, "instrument") == instrument)
        .collect();
    let order: Vec<&str> = rows.iter().map(|row| text(row, "indicator")).collect();
    rows.sort_by_key(|row| {
        order
            .iter()
            .position(|indicator| *indicator == text(row, "indicator"))
    });
    rows
}

fn cell(sheet: &FilledDataset<'_>, row: &Row, column: ColumnHeading<'_>) -> CellView {
    if column.name == "indicator"
        && let Some(of @ (Scored::Indicator(_) | Scored::Question(_))) =
            Scored::read(text(row, "indicator"))
    {
        let title = of_title(sheet.builder, sheet.document.year, &of);
        return CellView::text(escape(&title));
    }
    sheet.cell(row, column)
}

fn progress(sheet: &FilledDataset<'_>, row: &Row) -> CellView {
    let done = match row.get("done") {
        Some(Cell::Truth(done)) => Some(*done),
        _ => None,
    };
    CellView {
        done,
        ..CellView::text(sheet.text_html(row, "result"))
    }
}
