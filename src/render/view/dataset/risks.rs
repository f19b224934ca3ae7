//! Risks: the level said in words, with a mark for how grave it is.

use super::sheet::{CellView, FilledDataset, text};

/// Words of a level with what they amount to; the first that occurs, and is not denied, counts.
const GRAVITIES: [(&str, &str); 6] = [
    ("สูงมาก", "very-high"),
    ("สูง", "high"),
    ("ปานกลาง", "medium"),
    ("กลาง", "medium"),
    ("ต่ำ", "low"),
    ("น้อย", "low"),
];

/// The rows for the dataset's own columns, the level with its `gravity`.
pub(super) fn rows(sheet: &FilledDataset<'_>) -> Vec<Vec<CellView>> {
    let columns = sheet.columns();
    let mut rows = sheet.rows(&columns);
    let level = columns.iter().position(|column| column.name == "level");
    for (cells, row) in rows.iter_mut().zip(&sheet.dataset.rows) {
        if let Some(level) = level {
            cells[level].gravity = gravity(text(row, "level"));
        }
    }
    rows
}

/// `ไม่สูงมาก` says what the level is not; which one it is stays unsaid.
fn gravity(level: &str) -> &'static str {
    let says = |word: &str| {
        let mut places = level.match_indices(word);
        places.any(|(at, _)| !level[..at].trim_end().ends_with("ไม่"))
    };
    let known = GRAVITIES.iter().find(|(word, _)| says(word));
    known.map_or("", |(_, gravity)| gravity)
}

#[cfg(test)]
mod tests {
    use super::gravity;

    #[test]
    fn a_level_that_is_denied_is_not_that_level() {
        for (level, expected) in [
            ("สูง", "high"),
            ("ไม่สูง", ""),
            ("ไม่ สูงมาก", ""),
            ("ไม่สูง (ต่ำ)", "low"),
            ("ไม่ต่ำ แต่ปานกลาง", "medium"),
            ("ปานกลาง ไม่สูง", "medium"),
            ("ไม่สูงมาก แต่สูง", "high"),
        ] {
            assert_eq!(gravity(level), expected, "{level}");
        }
    }
}
