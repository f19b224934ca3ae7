//! What the tables of a document say in words: its datasets, and the spreadsheets that its page shows.
//!
//! In: a document. Out: its words, each text once. Apart, because what a cell is called on its page is asked here.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::model::{
    Cell, Column, ColumnType, Dataset, DatasetKind, Document, Scored, Sheet, SheetCell,
};
use crate::parse::markdown::scan;
use crate::render::view::{Builder, of_title};

/// How many bytes of a document's tables are kept: a list of hundreds of rows whole, of tens of thousands its beginning.
const MOST: usize = 60_000;

/// About how many bytes a row of a table has.
const ROW: usize = 150;

/// About how long the words of a document's tables are.
pub(super) fn weight(document: &Document) -> usize {
    let rows = document.datasets.iter().map(|dataset| dataset.rows.len());
    let sheets = document.tables().filter_map(|(_, sheet)| sheet);
    let rows: usize = rows.chain(sheets.map(|sheet| sheet.rows.len())).sum();
    (rows * ROW).min(MOST)
}

/// What the tables say, the first columns of a dataset first: what a row is about comes before its remarks.
pub(super) fn words(builder: Builder<'_>, document: &Document) -> String {
    let mut words = SaidOnce::default();
    for none in document.all_none() {
        words.add(none.value.trim().into());
    }
    for dataset in &document.datasets {
        of_dataset(builder, document, dataset, &mut words);
    }
    for (_, sheet) in document.shown_tables() {
        for cell in sheet.into_iter().flat_map(cells) {
            words.add(cell.text.trim().into());
        }
    }
    words.text
}

/// Texts so far. One that stands in every row is found once as well as ten times.
#[derive(Default)]
struct SaidOnce<'a> {
    text: String,
    said: HashSet<Cow<'a, str>>,
}

impl<'a> SaidOnce<'a> {
    fn add(&mut self, text: Cow<'a, str>) {
        let has_room = self.text.len() + text.len() <= MOST;
        if has_room && !text.is_empty() && !self.said.contains(&text) {
            if !self.text.is_empty() {
                self.text.push(' ');
            }
            self.text.push_str(&text);
            self.said.insert(text);
        }
    }
}

/// Words of a closed list (`qa`) are the program's, not the writer's.
fn of_dataset<'a>(
    builder: Builder<'_>,
    document: &'a Document,
    dataset: &'a Dataset,
    words: &mut SaidOnce<'a>,
) {
    let named = dataset.counters.iter().filter(|(key, title)| key != title);
    named.for_each(|(_, title)| words.add(title.trim().into()));
    let columns = dataset.kind.columns().iter();
    for column in columns.filter(|column| column.kind == ColumnType::Text) {
        for row in &dataset.rows {
            let Some(Cell::Text(typed)) = row.get(column.name) else {
                continue;
            };
            words.add(
                match scored(builder, document, dataset.kind, column, typed) {
                    Some(title) => title.into(),
                    None => plain(document, typed.trim()),
                },
            );
        }
    }
}

/// The heading of a sheet, and its cells that are words.
fn cells(sheet: &Sheet) -> impl Iterator<Item = &SheetCell> {
    let rows = sheet.rows.iter().flatten();
    let words = rows.filter(|cell| !cell.is_number);
    sheet.head.iter().flatten().chain(words)
}

/// What a cell is called on the page that says what is scored: `2` is found as การใช้งบประมาณ.
fn scored(
    builder: Builder<'_>,
    document: &Document,
    kind: DatasetKind,
    column: &Column,
    typed: &str,
) -> Option<String> {
    let is_scored = matches!(
        (kind, column.name),
        (DatasetKind::Scores, "of") | (DatasetKind::Improvements, "indicator")
    );
    let of = Scored::read(typed).filter(|of| is_scored && !matches!(of, Scored::Other(_)))?;
    Some(of_title(builder, document.year, &of))
}

/// A Markdown text without its marks.
fn plain<'a>(document: &Document, text: &'a str) -> Cow<'a, str> {
    if text.contains(['*', '_', '<', '[', '`', '\\', '&']) {
        scan(&document.path, text, 0..text.len()).text.into()
    } else {
        text.into()
    }
}
