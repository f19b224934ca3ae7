//! The tables under `[data]` to [`Dataset`]s.
//!
//! Kinds and columns are data in the model; here values only become cells by the type of their column.

mod choice;
mod none;
mod row;
mod texts;

use std::collections::{BTreeSet, HashSet};

pub(super) use self::choice::dataset_named;
use self::none::none_stated;
pub(super) use self::none::says_none;
pub use self::none::says_something;
use self::row::{Counters, row};
pub use self::texts::texts;
use super::table::TomlTable;
use crate::model::{Dataset, DatasetKind, Row};
use crate::problem::{SheetFault, ValueFault};
use crate::span::{Located, Span};
use crate::thai::nearest::nearest;

/// Columns of a dataset that are shown. A page with more is no page.
const MOST_COLUMNS: usize = 100;

/// Cells of a dataset, filled in or not: every row of a table has a cell for every column.
const MOST_CELLS: usize = 50_000;

/// Titles of counters by their keys.
pub(super) type Labels = Vec<(String, Located<String>)>;

/// What stands under `[data]`.
#[derive(Default)]
pub(super) struct DataTables {
    /// In the order in which they are written.
    pub(super) datasets: Vec<Dataset>,
    /// What they are called, where not as usual.
    pub(super) titles: Vec<(DatasetKind, Located<String>)>,
    pub(super) labels: Labels,
}

/// Reads every dataset of a document, and what they and their counters are called. `elsewhere`: kinds that have rows
/// in a spreadsheet, counters among them.
pub(super) fn datasets(data: TomlTable<'_>, elsewhere: &[DatasetKind]) -> DataTables {
    let titles = titles(&data);
    let labels = labels(&data);
    let mut read = Vec::new();
    for kind in DatasetKind::ALL {
        let mut counters = Counters::default();
        let mut none = Vec::new();
        let mut written = 0;
        let mut first = None;
        let mut rows = data.each(kind.name(), |table| {
            written += 1;
            first.get_or_insert_with(|| table.at());
            if let Some(stated) = none_stated(table, kind) {
                none.push(stated);
                return None;
            }
            Some(row(table, kind, &mut counters, written))
        });
        let Some(at) = first else {
            continue;
        };
        let title = |name: String| {
            let label = labels.iter().find(|(label, _)| *label == name);
            let title = label.map_or(&name, |(_, title)| &title.value).clone();
            (name, title)
        };
        let mut counters = counters.names.into_iter().map(title).collect();
        if let Some(problem) = bound(kind, &mut rows, &mut counters) {
            data.report(problem, &at);
        }
        let texts = texts(&rows);
        read.push(Dataset {
            kind,
            rows,
            none,
            counters,
            texts,
            at,
        });
    }
    let kinds = read.iter().map(|dataset| dataset.kind);
    let there: Vec<DatasetKind> = kinds.chain(elsewhere.iter().copied()).collect();
    titles_of_none(&data, &titles, &there);
    if !elsewhere.contains(&DatasetKind::Statistics) {
        for (problem, at) in unknown_labels(&labels, &read) {
            data.report(problem, &at);
        }
    }
    data.finish();
    read.sort_by_key(|dataset| dataset.at.range.start);
    DataTables {
        datasets: read,
        titles,
        labels,
    }
}

fn titles(data: &TomlTable<'_>) -> Vec<(DatasetKind, Located<String>)> {
    let Some(table) = data.table("titles") else {
        return Vec::new();
    };
    let kinds = DatasetKind::ALL.into_iter();
    let titles = kinds.filter_map(|kind| Some((kind, table.text(kind.name())?)));
    let titles = titles.collect();
    table.finish();
    titles
}

/// Reports the titles of datasets that are not there: nothing shows them.
fn titles_of_none(
    data: &TomlTable<'_>,
    titles: &[(DatasetKind, Located<String>)],
    there: &[DatasetKind],
) {
    for (kind, title) in titles.iter().filter(|(kind, _)| !there.contains(kind)) {
        let key = kind.name().to_owned();
        let datasets = there.iter().map(|kind| kind.name()).collect();
        data.report(ValueFault::TitleOfNone { key, datasets }, &title.at);
    }
}

/// Cuts a dataset to what can be shown; says so where that is not all.
pub fn bound(
    kind: DatasetKind,
    rows: &mut Vec<Row>,
    counters: &mut Vec<(String, String)>,
) -> Option<SheetFault> {
    let cells = rows.iter().flat_map(|row| &row.cells);
    let columns = cells.map(|(name, _)| name.as_str());
    let columns = columns.collect::<BTreeSet<&str>>().len();
    let size = (rows.len(), columns);
    if columns <= MOST_COLUMNS && rows.len() * columns <= MOST_CELLS {
        return None;
    }
    rows.truncate(MOST_CELLS / columns.clamp(1, MOST_COLUMNS));
    let most = counters.len().min(MOST_COLUMNS - 1);
    let left_out: HashSet<String> = counters.drain(most..).map(|(name, _)| name).collect();
    for row in rows {
        row.cells.retain(|(name, _)| !left_out.contains(name));
    }
    let (rows, columns) = size;
    Some(SheetFault::DatasetTooLarge {
        name: kind.name(),
        rows,
        columns,
        most_columns: MOST_COLUMNS,
        most_cells: MOST_CELLS,
    })
}

/// Counters that are named where a label has none.
const MOST_NAMED: usize = 12;

/// Labels that no counter has: slips of the key, each with its place.
pub fn unknown_labels(
    labels: &[(String, Located<String>)],
    read: &[Dataset],
) -> Vec<(ValueFault, Span)> {
    let counters = || {
        read.iter()
            .flat_map(|dataset| &dataset.counters)
            .map(|(name, _)| name.as_str())
    };
    let known: HashSet<&str> = counters().collect();
    let unknown = labels
        .iter()
        .filter(|(name, _)| !known.contains(name.as_str()));
    let faults = unknown.enumerate().map(|(at, (name, title))| {
        // What is looked at for very many is not what anybody meant.
        let near = (at < MOST_COLUMNS).then(|| nearest(name, counters()));
        let problem = ValueFault::UnknownLabel {
            key: name.clone(),
            near: near.flatten(),
            counters: counters().take(MOST_NAMED).map(str::to_owned).collect(),
        };
        (problem, title.at.clone())
    });
    faults.collect()
}

fn labels(data: &TomlTable<'_>) -> Labels {
    let Some(labels) = data.table("statistics_labels") else {
        return Vec::new();
    };
    let names = labels.names().into_iter();
    names
        .filter_map(|(key, _)| Some((key.to_owned(), labels.text_named(key)?)))
        .collect()
}
