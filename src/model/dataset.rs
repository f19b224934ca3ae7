//! Datasets: the tables of a document that the program understands, with their rows and cells.
//!
//! Which kinds there are, and which columns they have, says [`DatasetKind`].

use jiff::civil::Date;

use super::body::Body;
use super::dataset_kind::{DatasetKind, is_grouping};
use super::link::Link;
use super::no_value::{is_no_value, is_reached_by};
use super::period::Period;
use crate::files::SitePath;
use crate::span::{Located, Span};

/// A filled-in table.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    /// What it is about.
    pub kind: DatasetKind,
    /// Its rows, in order.
    pub rows: Vec<Row>,
    /// Rows that state that there is none, in order.
    pub none: Vec<NoneStated>,
    /// Titles of a statistics dataset's counters, in the order of their first use.
    pub counters: Vec<(String, String)>,
    /// What its texts, which are Markdown, hold besides words; each at the whole text.
    pub texts: Body,
    /// Where its first row starts.
    pub at: Span,
}

/// A statement that there is none: no purchase in a month, no complaint.
#[derive(Debug, Clone, PartialEq)]
pub struct NoneStated {
    /// Its words.
    pub text: Located<String>,
    /// The time it speaks of, where it is not that of its document.
    pub period: Option<Period>,
}

/// A row: the columns that were filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its number in the dataset as it is written, from 1.
    pub number: usize,
    /// Column name and value, in the order of the kind's columns.
    pub cells: Vec<(String, Located<Cell>)>,
    /// Where the row starts.
    pub at: Span,
}

/// A value in a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Any text, or one of a closed list.
    Text(String),
    /// A number, percentage, score or year.
    Number(f64),
    /// A day.
    Date(Date),
    /// A period.
    Period(Period),
    /// True or false.
    Truth(bool),
    /// A file of the item folder, by its path in the site.
    File(SitePath),
    /// An address, to be resolved like a link.
    Address(Link),
    /// Bidders: name and price in baht.
    Bidders(Vec<(String, Option<f64>)>),
}

impl Row {
    /// The value of a column.
    pub fn get(&self, column: &str) -> Option<&Cell> {
        self.cells
            .iter()
            .find(|(name, _)| name == column)
            .map(|(_, cell)| &cell.value)
    }

    /// Whether a column has a value that is not blank.
    pub fn has(&self, column: &str) -> bool {
        match self.get(column) {
            None => false,
            Some(Cell::Text(text)) if is_reached_by(column) => !is_no_value(column, text),
            Some(Cell::Text(text)) => !text.trim().is_empty(),
            Some(Cell::Address(link)) => link.leads_somewhere(),
            Some(Cell::Bidders(bidders)) => !bidders.is_empty(),
            Some(_) => true,
        }
    }
}

impl Dataset {
    /// Whether there is anything to draw: some row has a column besides those that group rows, or there is said
    /// to be none.
    pub fn has_contents(&self) -> bool {
        let fills = |row: &Row| {
            let mut names = row.cells.iter().map(|(name, _)| name.as_str());
            names.any(|name| !is_grouping(name) && row.has(name))
        };
        self.rows.iter().any(fills) || !self.none.is_empty()
    }

    /// What a row's first column says, as it is typed: by that people find the row.
    pub fn name_of(&self, row: &Row) -> Option<String> {
        match row.get(self.kind.first_column().name)? {
            Cell::Text(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            Cell::Period(period) => Some(period.typed()),
            _ => None,
        }
    }

    /// Whether it says anything: at least one row has its first column.
    pub fn is_filled(&self) -> bool {
        let first = self.kind.first_column();
        self.rows.iter().any(|row| row.has(first.name))
    }
}
