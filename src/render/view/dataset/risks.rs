//! Risks: the level said in words, with a mark for how grave it is.

use serde::Serialize;

use super::sheet::{CellView, Sheet, text};

/// Risks, drawn over the dataset's own columns.
#[derive(Debug, Clone, Serialize)]
pub struct RisksView {
    /// The rows, the level with its `gravity`.
    pub rows: Vec<Vec<CellView>>,
}

/// Words of a level with what they amount to; the first that occurs counts.
const GRAVITIES: [(&str, &str); 6] = [
    ("สูงมาก", "very-high"),
    ("สูง", "high"),
    ("ปานกลาง", "medium"),
    ("กลาง", "medium"),
    ("ต่ำ", "low"),
    ("น้อย", "low"),
];

pub(super) fn draw(sheet: &Sheet<'_>) -> RisksView {
    let columns = sheet.columns();
    let mut rows = sheet.rows(&columns);
    let level = columns.iter().position(|column| column.name == "level");
    for (cells, row) in rows.iter_mut().zip(&sheet.dataset.rows) {
        if let Some(level) = level {
            cells[level].gravity = gravity(text(row, "level"));
        }
    }
    RisksView { rows }
}

fn gravity(level: &str) -> &'static str {
    let known = GRAVITIES.iter().find(|(word, _)| level.contains(word));
    known.map_or("", |(_, gravity)| gravity)
}
