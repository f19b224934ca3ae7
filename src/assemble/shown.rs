//! Whether a dataset shows a component: the columns of `shown_by`, filled in on every row.

use crate::model::{Cell, Dataset, DatasetKind, Requirement, Row, ShownBy};

/// A row that lacks columns a component asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap<'a> {
    /// Its number in the dataset, from 1.
    pub row: usize,
    /// The row that lacks them.
    pub entry: &'a Row,
    /// The columns; alternatives are joined with `|`.
    pub columns: Vec<String>,
}

/// Whether a dataset shows what `shown_by` asks for.
pub fn shows(dataset: &Dataset, shown_by: &ShownBy) -> bool {
    rows(dataset, shown_by).next().is_some() && gaps(dataset, shown_by).is_empty()
}

/// The rows that keep a dataset from showing it; none when no row is meant.
pub fn gaps<'a>(dataset: &'a Dataset, shown_by: &ShownBy) -> Vec<Gap<'a>> {
    rows(dataset, shown_by)
        .filter_map(|at| {
            let lacking = |asked: &Requirement| match asked {
                Requirement::AnyOf(any) if !any.iter().any(|column| at.has(column)) => {
                    Some(any.join("|"))
                }
                _ => None,
            };
            let asked = shown_by.requirements.iter();
            let mut columns: Vec<String> = asked.filter_map(lacking).collect();
            if dataset.kind == DatasetKind::Statistics && at.cells.len() < 2 && columns.is_empty() {
                // A period without a number counts nothing.
                columns.push("total".to_owned());
            }
            (!columns.is_empty()).then_some(Gap {
                row: at.number,
                entry: at,
                columns,
            })
        })
        .collect()
}

/// The rows that `shown_by` speaks of.
fn rows<'a>(dataset: &'a Dataset, shown_by: &ShownBy) -> impl Iterator<Item = &'a Row> {
    let is_kind = dataset.kind == shown_by.dataset;
    dataset.rows.iter().filter(move |row| {
        let fits = |asked: &Requirement| match asked {
            Requirement::Only { column, value } => {
                matches!(row.get(column), Some(Cell::Text(text)) if text == value)
            }
            Requirement::AnyOf(_) => true,
        };
        is_kind && shown_by.requirements.iter().all(fits)
    })
}
