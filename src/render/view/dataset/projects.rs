//! Projects: money with totals, progress as a bar.

use serde::Serialize;

use super::sheet::{CellView, FilledDataset, number, sum, totals};
use crate::thai::numeral::with_commas;

/// Projects, drawn over the dataset's own columns.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ProjectsView {
    count: usize,
    /// The rows, progress with its bar.
    rows: Vec<Vec<CellView>>,
    /// The sums of the money columns, what is spent with its share; empty where there is nothing to add up.
    totals: Vec<CellView>,
    /// The sums as text, `3,201,000`; empty where the column is.
    budget: String,
    spent: String,
    /// How much of the budget is spent, in percent: `20.12`. Empty unless every project says its
    /// budget: a share of half the budgets would mislead.
    spent_percent: String,
}

pub(super) fn draw(sheet: &FilledDataset<'_>) -> ProjectsView {
    let columns = sheet.columns();
    let projects = &sheet.dataset.rows;
    let mut rows = sheet.rows(&columns);
    for (cells, row) in rows.iter_mut().zip(projects) {
        for (cell, column) in cells.iter_mut().zip(&columns) {
            if column.name == "progress"
                && let Some(percent) = number(row, column.name)
            {
                cell.percent = length(percent);
            }
        }
    }
    let (budget, spent) = (sum(projects, "budget"), sum(projects, "spent"));
    let all_budgeted = projects.iter().all(|row| number(row, "budget").is_some());
    let share = match (budget, spent) {
        (Some(budget), Some(spent)) if all_budgeted && budget > 0.0 => Some(spent / budget * 100.0),
        _ => None,
    };
    let spent_percent = share.map(|share| format!("{share:.2}")).unwrap_or_default();
    let is_money = |name: &str| matches!(name, "budget" | "spent");
    let mut totals = totals(projects, &columns, |column| is_money(column.name));
    for (cell, column) in totals.iter_mut().zip(&columns) {
        if column.name == "spent" && !spent_percent.is_empty() {
            cell.html = format!("{} ({spent_percent}%)", cell.html);
        }
    }
    ProjectsView {
        count: projects.len(),
        rows,
        totals,
        budget: budget.map(with_commas).unwrap_or_default(),
        spent: spent.map(with_commas).unwrap_or_default(),
        spent_percent,
    }
}

/// A percentage as the length of a bar, within 0–100.
pub(super) fn length(percent: f64) -> String {
    let text = format!("{:.2}", percent.clamp(0.0, 100.0));
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
