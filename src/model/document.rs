//! A document: one Markdown or TOML file of an item.
//!
//! Apart stand what its text alone decides ([`Written`], shared from one reading of the site to the next) and
//! what the whole site decides ([`Document`], made anew each time).

use std::ops::Deref;
use std::sync::Arc;

use jiff::civil::Date;

use super::body::Body;
use super::dataset::{Cell, Dataset};
use super::dataset_kind::DatasetKind;
use super::fiscal_year::FiscalYear;
use super::id::{EvidenceId, ItemNumber};
use super::link::Link;
use super::period::Period;
use super::period_text::PeriodText;
use super::sheet::Sheet;
use crate::files::SitePath;
use crate::span::{Located, Span};

/// A document at its place in the site. What is [written](Written) in it is read as if it stood here.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What its text says.
    pub written: Arc<Written>,
    /// What the file of each of its tables holds; `None` where that could not be read.
    pub sheets: Vec<Option<Arc<Sheet>>>,
    /// Evidence files that belong to it, named ones first.
    pub evidence: Vec<EvidenceId>,
    /// Whether it counts for its item, or why not.
    pub standing: Standing,
}

impl Deref for Document {
    type Target = Written;

    fn deref(&self) -> &Written {
        &self.written
    }
}

/// What the text of a document says, whatever else the site holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// The file it was read from.
    pub path: SitePath,
    /// The year of its folder.
    pub year: FiscalYear,
    /// The item of its folder.
    pub item: ItemNumber,
    /// The file's name without ending; `None` for the item's lead document.
    pub slug: Option<String>,
    /// Its address; the item's own for a lead document.
    pub address: String,
    /// Its title; the item's stands in for a lead document without one.
    pub title: Option<String>,
    /// Where the title stands.
    pub title_at: Option<Span>,
    /// Day of publication.
    pub date: Option<Located<Date>>,
    /// Day of the last revision.
    pub updated: Option<Located<Date>>,
    /// Not published, not counted.
    pub draft: bool,
    /// Ids of the responsible units.
    pub units: Vec<Located<String>>,
    /// The window the evidence covers.
    pub period: Option<Located<PeriodText>>,
    /// Which required components of the item it shows.
    pub components: Vec<Located<i64>>,
    /// That there is none of what the item asks for, in words.
    pub none: Option<Located<String>>,
    /// Further items it is evidence for.
    pub also: Vec<Also>,
    /// Names that it or its files had before, whose addresses stay alive.
    pub formerly: Vec<Located<String>>,
    /// One or two sentences for lists.
    pub summary: Option<String>,
    /// Evidence files, in order.
    pub files: Vec<FileReference>,
    /// Links that are evidence.
    pub links: Vec<Link>,
    /// Tables from CSV or XLSX files.
    pub tables: Vec<TableFile>,
    /// Spreadsheets whose rows are rows of a dataset.
    pub rows: Vec<RowsFile>,
    /// The datasets that were filled in.
    pub datasets: Vec<Dataset>,
    /// What its datasets are called, where not as usual.
    pub titles: Vec<(DatasetKind, Located<String>)>,
    /// What the counters of statistics are called, by their keys.
    pub labels: Vec<(String, Located<String>)>,
    /// Findings accepted on purpose.
    pub allow: Vec<Allow>,
    /// The Markdown body, which is most of a document.
    pub body: Body,
}

/// Whether a document counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Standing {
    /// Published, dated and with substance.
    Counts,
    /// `draft = true`.
    Draft,
    /// Dated after the day the site is judged on.
    Future(Date),
    /// Nothing beyond headings and scaffold text.
    #[default]
    Stub,
}

/// A further item that a document is evidence for.
#[derive(Debug, Clone, PartialEq)]
pub struct Also {
    /// The item, of the same year.
    pub item: Located<ItemNumber>,
    /// Which of that item's components it shows.
    pub components: Vec<Located<i64>>,
}

/// A file that a document names as evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct FileReference {
    /// The file's path in the site.
    pub path: Located<SitePath>,
    /// What to call it; its name otherwise.
    pub title: Option<String>,
    /// The bytes of the document that hold the title.
    pub title_at: Option<Span>,
}

/// A table that is kept in a CSV or XLSX file.
#[derive(Debug, Clone, PartialEq)]
pub struct TableFile {
    /// The file's path in the site.
    pub path: Located<SitePath>,
    /// Which sheet of an XLSX file; the first that holds anything otherwise.
    pub sheet: Option<Located<String>>,
    /// What the table shows.
    pub caption: String,
}

/// Rows of a dataset that are kept in a CSV or XLSX file.
#[derive(Debug, Clone, PartialEq)]
pub struct RowsFile {
    /// What the rows are about.
    pub kind: DatasetKind,
    /// The file's path in the site.
    pub path: Located<SitePath>,
    /// Which sheet of an XLSX file; the first that holds anything otherwise.
    pub sheet: Option<Located<String>>,
    /// Where the document asks for them.
    pub at: Span,
}

/// A finding that the webmaster accepts, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Allow {
    /// The finding's code.
    pub code: Located<String>,
    /// Why it is accepted.
    pub reason: String,
    /// Only in this file, by its path in the site.
    pub file: Option<Located<SitePath>>,
}

/// Cells that the tables of a document show together: a file that is named over and over is no longer
/// for it, but the page is.
const MOST_CELLS: usize = 100_000;

impl Written {
    /// What a dataset of it is called on its page.
    pub fn dataset_title(&self, kind: DatasetKind) -> &str {
        let mut titles = self.titles.iter();
        let own = titles.find(|(of, _)| *of == kind);
        own.map_or(kind.title(), |(_, title)| &title.value)
    }

    /// Its Markdown: the body, and the texts of each dataset.
    pub fn bodies(&self) -> impl Iterator<Item = &Body> {
        let in_datasets = self.datasets.iter().map(|dataset| &dataset.texts);
        std::iter::once(&self.body).chain(in_datasets)
    }

    /// Every place that links: body, evidence links and dataset columns.
    pub fn all_links(&self) -> impl Iterator<Item = &Link> {
        let cells = self.cells().filter_map(|cell| match &cell.value {
            Cell::Address(link) => Some(link),
            _ => None,
        });
        let in_texts = self.bodies().skip(1).flat_map(|body| &body.links);
        let written = self.body.links.iter().chain(&self.links);
        written.chain(cells).chain(in_texts)
    }

    /// Every file it names as its own: evidence, tables, rows and dataset columns, in order.
    pub fn named_files(&self) -> impl Iterator<Item = (&SitePath, &Span)> {
        let files = self
            .files
            .iter()
            .map(|file| (&file.path.value, &file.path.at));
        let tables = self
            .tables
            .iter()
            .map(|table| (&table.path.value, &table.path.at));
        let rows = self
            .rows
            .iter()
            .map(|rows| (&rows.path.value, &rows.path.at));
        let cells = self.cells().filter_map(|cell| match &cell.value {
            Cell::File(path) => Some((path, &cell.at)),
            _ => None,
        });
        files.chain(tables).chain(rows).chain(cells)
    }

    fn cells(&self) -> impl Iterator<Item = &Located<Cell>> {
        let rows = self.datasets.iter().flat_map(|dataset| &dataset.rows);
        rows.flat_map(|row| row.cells.iter().map(|(_, cell)| cell))
    }

    /// Everything it states that there is none of.
    pub fn all_none(&self) -> impl Iterator<Item = &Located<String>> {
        let in_datasets = self.datasets.iter().flat_map(|dataset| &dataset.none);
        let in_datasets = in_datasets.map(|stated| &stated.text);
        self.none.iter().chain(in_datasets)
    }

    /// The time that it says it speaks of.
    pub fn stated_period(&self) -> Option<Period> {
        self.period.as_ref().map(|period| period.value.period)
    }

    /// The day that it says it is published on.
    pub fn stated_date(&self) -> Option<Date> {
        self.date.as_ref().map(|date| date.value)
    }

    /// The day of the last revision, as a site that is judged on a day tells it: what is dated later has not been yet.
    pub fn revised(&self, as_of: Date) -> Option<Date> {
        let day = self.updated.as_ref().map(|day| day.value);
        day.filter(|day| *day <= as_of)
    }

    /// The day to sort and feed by.
    pub fn day(&self, as_of: Date) -> Option<Date> {
        self.stated_date().max(self.revised(as_of))
    }
}

impl Document {
    /// A document that was not judged yet.
    pub fn new(written: Arc<Written>) -> Self {
        Self {
            sheets: vec![None; written.tables.len()],
            written,
            evidence: Vec::new(),
            standing: Standing::default(),
        }
    }

    /// Its tables, each with what its file holds.
    pub fn tables(&self) -> impl Iterator<Item = (&TableFile, Option<&Sheet>)> {
        let sheets = self.sheets.iter().map(Option::as_deref);
        self.written.tables.iter().zip(sheets)
    }

    /// The same, each with what the page shows of it: as many as there is room for.
    pub fn shown_tables(&self) -> impl Iterator<Item = (&TableFile, Option<&Sheet>)> {
        let mut left = MOST_CELLS;
        self.tables().map(move |(table, sheet)| {
            let sheet = sheet.filter(|sheet| {
                let room = left.checked_sub(sheet.cells());
                left = room.unwrap_or(left);
                room.is_some()
            });
            (table, sheet)
        })
    }

    /// Whether it counts for its item.
    pub fn counts(&self) -> bool {
        self.standing == Standing::Counts
    }
}
