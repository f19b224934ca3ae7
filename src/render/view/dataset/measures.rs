//! Measures in the layout of official reports: numbered, equal cells joined.

use serde::Serialize;

use super::joined::join;
use super::sheet::{CellView, ColumnView, Sheet, headings};

/// Measures as official reports set them.
#[derive(Debug, Clone, Serialize)]
pub struct MeasuresView {
    /// The running number and the columns that are filled in.
    pub columns: Vec<ColumnView>,
    /// Equal texts below one another are one cell with a `rowspan`.
    pub rows: Vec<Vec<CellView>>,
}

pub(super) fn draw(sheet: &Sheet<'_>) -> MeasuresView {
    let columns = sheet.columns();
    let mut count = 0;
    let mut rows: Vec<Vec<CellView>> = Vec::new();
    for mut cells in sheet.rows(&columns) {
        // Rows of one measure share its number.
        let before = rows.last().map(|row| row[1].html.as_str());
        if before.is_none_or(|before| before.is_empty() || before != cells[0].html) {
            count += 1;
        }
        cells.insert(0, CellView::text(count.to_string()));
        rows.push(cells);
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
        columns: headings,
        rows: join(rows),
    }
}
