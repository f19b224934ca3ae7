//! Measures in the layout of official reports: numbered, equal cells joined.

use serde::Serialize;

use super::joined::join;
use super::sheet::{CellView, ColumnView, FilledDataset, headings, text};

/// Measures as official reports set them.
#[derive(Debug, Clone, Serialize)]
pub(super) struct MeasuresView {
    /// The running number and the columns that are filled in.
    columns: Vec<ColumnView>,
    /// Equal texts below one another are one cell with a `rowspan`.
    rows: Vec<Vec<CellView>>,
}

pub(super) fn draw(sheet: &FilledDataset<'_>) -> MeasuresView {
    let columns = sheet.columns();
    let mut count = 0;
    let mut before = "";
    let mut rows: Vec<Vec<CellView>> = Vec::new();
    for row in &sheet.dataset.rows {
        // Rows of one measure share its number.
        let measure = text(row, "measure");
        if measure.is_empty() || measure != before {
            count += 1;
        }
        before = measure;
        let number = CellView::text(count.to_string());
        rows.push([vec![number], sheet.row(row, &columns)].concat());
    }
    let mut headings = headings(&columns);
    headings.insert(
        0,
        ColumnView {
            name: "number".to_owned(),
            title: "ลำดับ".to_owned(),
            is_number: false,
        },
    );
    MeasuresView {
        rows: join(rows, headings.len()),
        columns: headings,
    }
}
