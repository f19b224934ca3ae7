//! What exactly is wrong, where one fault has many faces.
//!
//! Apart from the faults so that these stay a list to read.

/// What kind of value a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Expected {
    Text,
    TextOrList,
    WholeNumber,
    Number,
    Truth,
    Date,
    Period,
    Table,
    Tables,
    Rows,
    ListOfText,
    ListOfWholeNumbers,
    ListOfItems,
    Bidders,
}

/// What a TOML parser stumbled on, as far as a clerk needs to know.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TomlFault {
    /// A key in Thai, or with other signs than letters, digits, `-` and `_`.
    Key,
    /// Text without quotation marks, or with curly ones.
    Unquoted,
    /// No value after `=`.
    NoValue,
    /// A quotation mark that is never closed.
    UnclosedText,
    /// A text that opens with one quotation mark and closes with another.
    MixedQuotes,
    /// A number with zeros in front, as telephone numbers have.
    LeadingZero,
    /// A key or table that was there before.
    Duplicate(String),
    /// `[table` without `]`.
    UnclosedTable,
    /// A key without `=`.
    NoEquals,
    /// A list without comma or end.
    List,
    /// More on the line than one key and value.
    TwoOnALine,
    /// A backslash with a meaningless letter after it.
    Escape,
    /// Anything else, in the parser's English.
    Other(String),
}

/// Why a file is not shown as a table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TableFault {
    /// It is not what its ending says, or a part of it is missing.
    Damaged,
    /// It opens with a password only.
    Password,
    /// It is in the format of Excel before 2007.
    OldExcel,
    /// It is no text.
    NotCsv,
    /// It is larger than so many megabytes.
    TooLarge {
        /// What would still be read.
        most_mb: u64,
    },
    /// It would fill the memory when it is unpacked.
    Unpacked,
    /// The system's reason.
    Failed(String),
}

/// Why an output folder is not touched.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum OutputRefusal {
    /// It has files that this program did not write.
    Foreign,
    /// A file that this program did not write stands where a page belongs.
    ForeignFile(String),
    /// It is a file.
    IsFile,
    /// It is a link, to this folder; `None` where it leads nowhere.
    Link(Option<String>),
    /// A folder in it is a link.
    LinkInside(String),
    /// It is, or holds, or lies in the content of the site.
    HoldsSite,
    /// Another build is at work in it.
    Busy,
    /// Its list of written files cannot be read.
    Manifest,
}

/// Why two years are not taken for a new year and the one before it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum RolloverRefusal {
    /// One of them is no Buddhist-era year.
    NotAYear(String),
    /// One of them is a year of the common era.
    CommonEra(String),
    /// The new year does not come after the old one.
    NotLater,
    /// So many years lie between them that one must be a slip.
    TooFar,
    /// The site has no such old year, only these.
    NoSource(Vec<String>),
}
