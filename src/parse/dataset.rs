//! The tables under `[data]` to [`Dataset`]s.
//!
//! Kinds and columns are data in the model; this file only turns values into cells by the type of
//! their column.

use std::collections::{BTreeSet, HashSet};

use super::keys::NONE_STATED;
use super::markdown::{may_have_address, scan};
use super::table::TomlTable;
use crate::model::{
    Body, Cell, Column, ColumnType, Dataset, DatasetKind, FiscalYear, Link, NoneStated, Row,
    is_grouping,
};
use crate::problem::{NoneFault, OwedFault, SheetFault, ValueFault};
use crate::span::{Located, Span};
use crate::thai::nearest::nearest;
use crate::thai::promise::only_promises;

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
    pub(super) titles: Vec<(DatasetKind, String)>,
    pub(super) labels: Labels,
}

/// Reads every dataset of a document, and what they and their counters are called. `has_more`: other counters are in
/// a spreadsheet.
pub(super) fn datasets(data: TomlTable<'_>, has_more: bool) -> DataTables {
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
    if !has_more {
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

fn titles(data: &TomlTable<'_>) -> Vec<(DatasetKind, String)> {
    let Some(table) = data.table("titles") else {
        return Vec::new();
    };
    let kinds = DatasetKind::ALL.into_iter();
    let titles = kinds.filter_map(|kind| Some((kind, table.plain(kind.name())?)));
    let titles = titles.collect();
    table.finish();
    titles
}

/// What the texts of rows, which are Markdown, hold besides words.
pub fn texts(rows: &[Row]) -> Body {
    let mut texts = Body::default();
    for body in markdown_in(rows) {
        texts.links.extend(body.links);
        texts.images.extend(body.images);
        texts.left_out.extend(body.left_out);
        texts.asterisks.extend(body.asterisks);
    }
    texts
}

/// The kind of dataset that is named; of an unknown one the known ones are told.
pub(super) fn dataset_named(table: &TomlTable<'_>, text: &Located<String>) -> Option<DatasetKind> {
    let value = text.value.trim();
    let kind = DatasetKind::named(value);
    if kind.is_none() {
        let names = DatasetKind::ALL.map(|kind| (kind.name(), kind.title()));
        table.report(
            ValueFault::BadChoice {
                key: "data".to_owned(),
                value: value.to_owned(),
                choices: names
                    .iter()
                    .map(|(name, title)| named_choice(name, title))
                    .collect(),
                near: meant_choice(value, &names),
            },
            &text.at,
        );
    }
    kind
}

/// The counters of a dataset, in the order of their first use.
#[derive(Default)]
struct Counters {
    names: Vec<String>,
    seen: HashSet<String>,
}

impl Counters {
    fn add(&mut self, name: &str) {
        if !self.seen.contains(name) {
            self.seen.insert(name.to_owned());
            self.names.push(name.to_owned());
        }
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

/// The texts that use Markdown, each with everything at the whole text: where in it says little in
/// a quoted string.
fn markdown_in(rows: &[Row]) -> impl Iterator<Item = Body> {
    let cells = rows.iter().flat_map(|row| &row.cells);
    let texts = cells.filter_map(|(_, cell)| match &cell.value {
        Cell::Text(text) if text.contains(['[', '<', '*']) || may_have_address(text) => {
            Some((text, &cell.at))
        }
        _ => None,
    });
    texts.map(|(text, at)| {
        let mut body = scan(&at.path, text, 0..text.len());
        let links = body.links.iter_mut().map(|link| &mut link.at);
        let images = body.images.iter_mut().map(|image| &mut image.at);
        let left_out = body.left_out.iter_mut().map(|element| &mut element.at);
        let places = links.chain(images).chain(left_out);
        let literal = body.literal.iter_mut().map(|(_, place)| place);
        for place in places.chain(&mut body.asterisks).chain(literal) {
            place.clone_from(at);
        }
        body
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

/// Whether a text has a letter or a digit: a statement of signs states nothing.
pub fn says_something(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// A sentence that says that there is none. One that says no such thing is told, and is no answer; one that is blank is
/// not filled in yet.
pub(super) fn says_none(table: &TomlTable<'_>) -> Option<Located<String>> {
    let key = NONE_STATED.name;
    let text = table.text(key)?;
    let said = text.value.to_lowercase();
    let negates = ["ไม่", "มิได้", "ศูนย์", "0", "๐", "none", "no ", "nil"];
    if !says_something(&said) {
        return None;
    }
    if only_promises(&said) || !negates.iter().any(|word| said.contains(word)) {
        let (key, value) = (key.to_owned(), text.value);
        table.report(OwedFault::NoValue { key, value }, &text.at);
        return None;
    }
    Some(text)
}

/// What a row states that there is none of. One that fills in columns too has something.
fn none_stated(table: &TomlTable<'_>, kind: DatasetKind) -> Option<NoneStated> {
    let text = says_none(table)?;
    let period = kind
        .columns()
        .iter()
        .find(|column| column.kind == ColumnType::Period);
    let is_beside = |key: &str| {
        let names_group = is_grouping(key) || period.is_some_and(|column| column.name == key);
        key != NONE_STATED.name && !names_group && !table.is_blank(key)
    };
    if let Some((key, _)) = table.names().into_iter().find(|(key, _)| is_beside(key)) {
        let key = key.to_owned();
        table.report(NoneFault::BesideColumn { key }, &text.at);
        return None;
    }
    let period = period.and_then(|column| table.period(column.name));
    Some(NoneStated {
        text,
        period: period.map(|period| period.value.period),
    })
}

fn row(table: &TomlTable<'_>, kind: DatasetKind, counters: &mut Counters, number: usize) -> Row {
    let mut cells = Vec::new();
    for column in kind.columns() {
        if let Some(value) = cell(table, column) {
            cells.push((column.name.to_owned(), value));
        }
    }
    let first = kind.first_column().name;
    if kind == DatasetKind::Statistics {
        for (key, _) in table.names() {
            if key == first || key == NONE_STATED.name {
                continue;
            }
            if let Some(number) = table.number_named(key) {
                counters.add(key);
                cells.push((key.to_owned(), number.map(Cell::Number)));
            }
        }
    }
    let at = table.at();
    Row { number, cells, at }
}

fn cell(table: &TomlTable<'_>, column: &Column) -> Option<Located<Cell>> {
    let key = column.name;
    match column.kind {
        ColumnType::Text => Some(table.text(key)?.map(Cell::Text)),
        ColumnType::Choice(choices) => choice(table, key, choices),
        ColumnType::Number => Some(table.number(key)?.map(Cell::Number)),
        ColumnType::Percent | ColumnType::Score => {
            let number = table.number(key)?;
            if !(0.0..=100.0).contains(&number.value) {
                table.out_of_range(key, &number.at);
            }
            Some(number.map(Cell::Number))
        }
        ColumnType::Year => year(table, key),
        ColumnType::Date => Some(table.date(key)?.map(Cell::Date)),
        ColumnType::Moment => table.moment(key),
        ColumnType::Period => Some(table.period(key)?.map(|period| Cell::Period(period.period))),
        ColumnType::Truth => Some(table.truth(key)?.map(Cell::Truth)),
        ColumnType::File => Some(table.path(key)?.map(Cell::File)),
        ColumnType::Address => {
            let text = table.text(key)?;
            let link = Link {
                href: text.value.trim().to_owned(),
                title: None,
                at: text.at.clone(),
            };
            Some(text.map(|_| Cell::Address(link)))
        }
        ColumnType::Bidders => bidders(table, key),
    }
}

fn choice(
    table: &TomlTable<'_>,
    key: &'static str,
    choices: &[(&'static str, &'static str)],
) -> Option<Located<Cell>> {
    let text = table.text(key)?;
    let value = text.value.trim();
    if choices.iter().any(|(name, _)| *name == value) {
        let value = value.to_owned();
        return Some(text.map(|_| Cell::Text(value)));
    }
    table.report(
        ValueFault::BadChoice {
            key: key.to_owned(),
            value: value.to_owned(),
            choices: choices
                .iter()
                .map(|(name, title)| named_choice(name, title))
                .collect(),
            near: meant_choice(value, choices),
        },
        &text.at,
    );
    None
}

/// A choice with what it is called on the page.
fn named_choice(name: &str, title: &str) -> String {
    if name.eq_ignore_ascii_case(title) {
        return name.to_owned();
    }
    format!("{name} ({title})")
}

/// Social networks, by which a channel is called that is one.
const SOCIAL: [&str; 8] = [
    "facebook",
    "fb",
    "เฟซบุ๊ก",
    "เฟสบุ๊ค",
    "line",
    "ไลน์",
    "youtube",
    "tiktok",
];

/// The choice that is spelt nearly so, or the only one whose name or words on the page say it.
fn meant_choice(value: &str, choices: &[(&str, &str)]) -> Option<String> {
    let folded = |text: &str| -> String {
        let letters = text.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let wanted = folded(value);
    let says = |(name, title): &&(&str, &str)| {
        folded(name).contains(&wanted) || folded(title).contains(&wanted)
    };
    let network = SOCIAL.contains(&value.to_lowercase().as_str());
    if network && choices.iter().any(|(name, _)| *name == "social") {
        return Some("social".to_owned());
    }
    nearest(value, choices.iter().map(|(name, _)| *name)).or_else(|| {
        let mut found = choices.iter().filter(says);
        let (name, _) = found.next().filter(|_| wanted.chars().count() > 1)?;
        found.next().is_none().then(|| (*name).to_owned())
    })
}

fn year(table: &TomlTable<'_>, key: &'static str) -> Option<Located<Cell>> {
    let number = table.number(key)?;
    let whole: Option<i64> = number.value.to_string().parse().ok();
    if whole.and_then(FiscalYear::new).is_none() {
        table.out_of_range(key, &number.at);
    }
    Some(number.map(Cell::Number))
}

fn bidders(table: &TomlTable<'_>, key: &'static str) -> Option<Located<Cell>> {
    let tables = table.tables(key);
    let at = tables.first()?.at();
    let mut read = Vec::new();
    for bidder in tables {
        let name = bidder.text("name");
        let price = bidder.number("price").map(|number| number.value);
        bidder.finish();
        read.extend(name.map(|name| (name.value, price)));
    }
    Some(Located::new(Cell::Bidders(read), at))
}
