//! Equal cells that follow one another, as one cell over several rows.

use super::sheet::CellView;

/// Joins equal texts within each of the first `columns`. Numbers stay apart: equal amounts are not one amount.
pub(super) fn join(mut rows: Vec<Vec<CellView>>, columns: usize) -> Vec<Vec<CellView>> {
    for column in 0..columns {
        let mut first = 0;
        for row in 1..rows.len() {
            let cell = &rows[row][column];
            let joins = !cell.is_number
                && !cell.html.is_empty()
                && *cell
                    == CellView {
                        rowspan: 1,
                        ..rows[first][column].clone()
                    };
            if joins {
                rows[row][column].rowspan = 0;
                rows[first][column].rowspan += 1;
            } else {
                first = row;
            }
        }
    }
    for row in &mut rows {
        row.retain(|cell| cell.rowspan > 0);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::{CellView, join};

    #[test]
    fn equal_texts_are_joined_and_numbers_are_not() {
        let row = |text: &str, number: &str| {
            let text = CellView::text(text.to_owned());
            let number = CellView {
                is_number: true,
                ..CellView::text(number.to_owned())
            };
            vec![text, number]
        };
        let rows = [("ก", "1"), ("ก", "1"), ("ข", "1"), ("", ""), ("", "")];
        let joined = join(rows.map(|(text, number)| row(text, number)).to_vec(), 2);
        let spans: Vec<Vec<usize>> = joined
            .iter()
            .map(|row| row.iter().map(|cell| cell.rowspan).collect())
            .collect();
        assert_eq!(
            spans,
            [vec![2, 1], vec![1], vec![1, 1], vec![1, 1], vec![1, 1]]
        );
    }
}
