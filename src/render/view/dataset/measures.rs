//! Measures in the layout of official reports: numbered, equal cells joined.

use serde::Serialize;

use super::joined::join;
use super::sheet::{CellView, ColumnView, FilledDataset, headings, text};

/// The heading of the running number.
const NUMBER: &str = "ลำดับ";

/// Measures as official reports set them.
#[derive(Debug, Clone, Serialize)]
pub(super) struct MeasuresView {
    /// The running number and the columns that are filled in.
    columns: Vec<ColumnView>,
    /// Equal texts below one another in one measure are one cell with a `rowspan`.
    rows: Vec<Vec<CellView>>,
}

pub(super) fn draw(sheet: &FilledDataset<'_>) -> MeasuresView {
    let columns = sheet.columns();
    let mut before = "";
    // Cells are joined within a measure: on a phone each stands alone, and must say all that belongs to it.
    let mut measures: Vec<Vec<Vec<CellView>>> = Vec::new();
    for row in &sheet.dataset.rows {
        let measure = text(row, "measure");
        if measure.is_empty() || measure != before {
            measures.push(Vec::new());
        }
        before = measure;
        // Rows of one measure share its number.
        let number = CellView::text(measures.len().to_string());
        if let Some(rows) = measures.last_mut() {
            rows.push([vec![number], sheet.row(row, &columns)].concat());
        }
    }
    let mut headings = headings(&columns);
    headings.insert(
        0,
        ColumnView {
            name: "number".to_owned(),
            title: NUMBER.to_owned(),
            is_number: false,
        },
    );
    MeasuresView {
        rows: (measures.into_iter())
            .flat_map(|rows| join(rows, headings.len()))
            .collect(),
        columns: headings,
    }
}
