//! A table as it stands in a CSV or XLSX file, ready to be shown.
//!
//! Apart from [`super::TableFile`], which is what a document says about it: this is what the file says.

/// The contents of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What stands in lines of its own above the heading.
    pub titles: Vec<String>,
    /// The rows of the heading.
    pub head: Vec<Vec<SheetCell>>,
    /// The rows below it.
    pub rows: Vec<Vec<SheetCell>>,
    /// How much of the file's table this is.
    pub extent: Extent,
    /// What in it is probably not what was meant.
    pub doubts: Vec<SheetDoubt>,
}

/// What a file shows that is probably not what was meant.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum SheetDoubt {
    /// Cells show an error of Excel, such as `#REF!`.
    ErrorValue {
        /// The first of them, as Excel names it.
        cell: String,
        /// What it shows.
        value: String,
        /// How many there are.
        count: usize,
    },
    /// Cells hold such an error as text, a formula that is none, or `####`.
    ErrorText {
        /// The first of them, as Excel names it.
        cell: String,
        /// What it shows.
        value: String,
        /// How many there are.
        count: usize,
    },
    /// Cells hold Thai that was read in a wrong encoding.
    Garbled {
        /// The first of them, as Excel names it.
        cell: String,
        /// What it shows.
        value: String,
        /// How many there are.
        count: usize,
    },
    /// Formulas were never worked out, so their cells are blank.
    NoValue {
        /// The first of them, as Excel names it.
        cell: String,
        /// How many there are.
        count: usize,
    },
    /// Letters of a text could not be read.
    LostLetters {
        /// The line of the first.
        line: usize,
        /// How many there are.
        count: usize,
    },
    /// Other sheets of the workbook hold something, too.
    OtherSheets {
        /// Their names.
        others: Vec<String>,
    },
    /// A row has more cells than the heading, because commas stand inside its numbers.
    ShiftedCells {
        /// Its line.
        line: usize,
    },
}

/// A cell; those that a merged cell covers are left out of their rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetCell {
    /// What stands in it, line breaks included.
    pub text: String,
    /// Whether it stands in a column of numbers.
    pub is_number: bool,
    /// Over how many rows it reaches, itself included.
    pub rows: usize,
    /// Over how many columns it reaches, itself included.
    pub columns: usize,
}

/// How much of a table is shown, and how much there is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Extent {
    /// Rows below the heading that are shown.
    pub rows: usize,
    /// Rows below the heading that the file has.
    pub all_rows: usize,
    /// Columns that are shown.
    pub columns: usize,
    /// Columns that the file has.
    pub all_columns: usize,
}

impl Sheet {
    /// How many cells it has.
    pub fn cells(&self) -> usize {
        let rows = self.head.iter().chain(&self.rows);
        rows.map(Vec::len).sum()
    }
}

impl Extent {
    /// Whether something is not shown.
    pub fn is_cut(&self) -> bool {
        self.rows < self.all_rows || self.columns < self.all_columns
    }
}
