//! The datasets of documents as files: at which address, and as a table that a file is made of.
//!
//! In: the site. Out: for each dataset with rows its [`ReportTable`] as CSV and JSON. What a page does not show is not in
//! them either.

use super::beside;
use super::official_form::said;
use super::view::{Builder, filled_columns, of_title};
use crate::assemble::links::From;
use crate::model::{
    Cell, ColumnType, Dataset, DatasetKind, Document, DocumentId, Row, Scored, Site, Target,
};
use crate::parse::markdown::ShownText;
use crate::report::{CellKind, Format, ReportColumn, ReportTable};
use crate::thai::numeral::with_commas;

/// The formats that a dataset is published in.
const FORMATS: [Format; 2] = [Format::Csv, Format::Json];

/// A dataset as a file in a format.
#[derive(Debug, Clone)]
pub struct DataFile {
    pub(super) kind: DatasetKind,
    pub(super) format: Format,
    /// `/2566/o12/data-projects.csv`
    pub(super) address: String,
}

impl DataFile {
    /// Whether it is the form for spreadsheets.
    pub(super) fn is_csv(&self) -> bool {
        self.format == Format::Csv
    }
}

/// The files of a document, in the order of its datasets: not where something of the webmaster's stands.
pub(super) fn files(site: &Site, document: &Document) -> Vec<DataFile> {
    let item = (document.year, document.item);
    let datasets = document.datasets.iter();
    let filled = datasets.filter(|dataset| dataset.has_contents() && !dataset.rows.is_empty());
    let files = filled.flat_map(|dataset| {
        let name = format!("data-{}", dataset.kind.name());
        let files = beside::files(site, item, &document.address, &name, FORMATS).into_iter();
        files.map(move |(format, address)| DataFile {
            kind: dataset.kind,
            format,
            address,
        })
    });
    files.collect()
}

/// Every such file of a site, with its document.
pub(super) fn all(site: &Site) -> impl Iterator<Item = (DocumentId, DataFile)> {
    let documents = site.documents.iter().enumerate();
    let shown = documents.filter(|(_, document)| site.is_rendered(document));
    shown.flat_map(move |(at, document)| {
        let files = files(site, document).into_iter();
        files.map(move |file| (DocumentId(at), file))
    })
}

/// A dataset as a table; nothing where the document has none of the kind.
pub(super) fn table(
    builder: Builder<'_>,
    document: &Document,
    kind: DatasetKind,
    format: Format,
) -> ReportTable {
    let title = format!(
        "{} {}",
        builder.site.title_of(document),
        document.dataset_title(kind)
    );
    let mut table = ReportTable {
        title,
        head: Vec::new(),
        columns: Vec::new(),
        rows: Vec::new(),
    };
    let mut datasets = document.datasets.iter();
    let Some(dataset) = datasets.find(|dataset| dataset.kind == kind) else {
        return table;
    };
    let writer = DataWriter {
        builder,
        document,
        dataset,
        format,
    };
    let columns = filled_columns(dataset);
    let rows = dataset.rows.iter();
    let rows = rows.map(|row| columns.iter().map(|column| writer.cell(row, column.name)));
    table.rows = rows.map(Iterator::collect).collect();
    let numbered = (0..).zip(&columns).map(|(at, column)| {
        // For people with a spreadsheet the headings of the page, for programs the names of the keys.
        let heading = match format {
            Format::Csv => column.title,
            _ => column.name,
        };
        let cells = table.rows.iter().map(|row: &Vec<String>| row[at].as_str());
        ReportColumn::titled(heading, kind_of(column.kind, cells))
    });
    table.columns = numbered.collect();
    table
}

/// What the cells of a column hold.
fn kind_of<'a>(of: ColumnType, mut cells: impl Iterator<Item = &'a str>) -> CellKind {
    match of {
        ColumnType::Number | ColumnType::Percent | ColumnType::Score | ColumnType::Year => {
            let are_whole = cells.all(|cell| cell.is_empty() || cell.parse::<i64>().is_ok());
            if are_whole {
                CellKind::Number
            } else {
                CellKind::Decimal
            }
        }
        _ => CellKind::Text,
    }
}

struct DataWriter<'a> {
    builder: Builder<'a>,
    document: &'a Document,
    dataset: &'a Dataset,
    format: Format,
}

impl DataWriter<'_> {
    fn cell(&self, row: &Row, name: &str) -> String {
        let Some(cell) = row.get(name) else {
            return String::new();
        };
        let base = &self.builder.site.config.base;
        match cell {
            // What a score is of is typed in short.
            Cell::Text(text) if self.format == Format::Csv && name == "of" => {
                let own = self.document.year;
                let year = Scored::year_of(row, own).unwrap_or(own);
                let of = Scored::read(text);
                of.map_or_else(|| text.clone(), |of| of_title(self.builder, year, &of))
            }
            Cell::Text(text) => match self.dataset.kind.choice_title(name, text) {
                Some(title) if self.format == Format::Csv => title.to_owned(),
                Some(_) => text.clone(),
                None => ShownText::of(text).text.trim().to_owned(),
            },
            Cell::Date(day) if self.format == Format::Json => day.to_string(),
            Cell::Period(period) if self.format == Format::Json => period.typed(),
            Cell::File(path) => {
                let file = self.builder.links.file(path);
                file.map_or_else(String::new, |file| base.whole(&file.address))
            }
            Cell::Address(link) => {
                let from = From::document(self.document);
                match self.builder.links.follow(from, &link.href) {
                    Some(Target::Inside(address)) => base.whole(&address),
                    _ => link.href.clone(),
                }
            }
            Cell::Bidders(bidders) => {
                let bidders = bidders.iter().map(|(name, price)| match price {
                    Some(price) => format!("{name} {} บาท", with_commas(*price)),
                    None => name.clone(),
                });
                bidders.collect::<Vec<_>>().join("; ")
            }
            Cell::Number(_) | Cell::Date(_) | Cell::Period(_) | Cell::Truth(_) => said(cell),
        }
    }
}
