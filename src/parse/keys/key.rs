//! What a key is, what it takes, and which keys a table may have.

use std::ops::RangeInclusive;

use ValueType::{Plain, Table, Tables, Text};

use crate::model::{Column, ColumnType, DatasetKind, FiscalYear};
use crate::problem::Expected;

/// A key.
#[derive(Debug, Clone, Copy)]
pub(in crate::parse) struct Key {
    pub(in crate::parse) name: &'static str,
    pub(in crate::parse) takes: ValueType,
    /// Whether its table is wrong without it.
    pub(in crate::parse) is_required: bool,
    /// Whether its value refers to something, and is no sentence.
    pub(in crate::parse) is_reference: bool,
    /// What else it is called, in Thai and by other programs.
    names: &'static [&'static str],
    thai: &'static str,
    english: &'static str,
}

/// A key that may be left out and is no reference.
pub(super) const fn key(
    name: &'static str,
    takes: ValueType,
    thai: &'static str,
    english: &'static str,
) -> Key {
    Key {
        name,
        takes,
        is_required: false,
        is_reference: false,
        names: &[],
        thai,
        english,
    }
}

impl Key {
    pub(super) const fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    pub(super) const fn reference(mut self) -> Self {
        self.is_reference = true;
        self
    }

    pub(super) const fn called(mut self, names: &'static [&'static str]) -> Self {
        self.names = names;
        self
    }

    /// Whether a word is its name in any letters, or what else it is called.
    fn is_called(&self, word: &str) -> bool {
        self.name.eq_ignore_ascii_case(word) || self.thai == word || self.names.contains(&word)
    }

    fn of_dataset(kind: DatasetKind) -> Self {
        key(kind.name(), Tables(Keys::Columns(kind)), kind.title(), "")
    }

    fn of_column(column: &Column, is_first: bool) -> Self {
        let (english, _) = in_column(column.kind);
        Self {
            is_required: is_first,
            is_reference: column.is_reference(),
            ..key(column.name, Plain(column.kind), column.title, english)
        }
    }

    /// What it is for, in Thai and English.
    pub(in crate::parse) fn description(&self) -> String {
        match self.takes {
            Tables(Keys::Columns(kind)) => {
                format!("{}\n\nRows of [[data.{}]].", self.thai, kind.name())
            }
            _ => format!("{}\n\n{}", self.thai, self.english),
        }
    }
}

/// The keys that a table may have.
#[derive(Debug, Clone, Copy)]
pub(in crate::parse) enum Keys {
    /// These.
    Listed(&'static [Key]),
    /// The columns of a kind of dataset; statistics take further counters.
    Columns(DatasetKind),
    /// The datasets of a document.
    Datasets,
    /// What the datasets of a document are called.
    DatasetTitles,
    /// Whatever the webmaster calls them, with values of this type.
    Any(&'static ValueType),
}

impl Keys {
    /// All that are known beforehand.
    pub(in crate::parse) fn all(self) -> Box<dyn Iterator<Item = Key>> {
        match self {
            Self::Listed(keys) => Box::new(keys.iter().copied()),
            Self::Columns(kind) => {
                let columns = kind.columns().iter().enumerate();
                let columns = columns.map(|(at, column)| Key::of_column(column, at == 0));
                Box::new(columns.chain([NONE_STATED]))
            }
            Self::Datasets => {
                let kinds = DatasetKind::ALL.into_iter().map(Key::of_dataset);
                Box::new(kinds.chain([STATISTICS_LABELS, TITLES]))
            }
            Self::DatasetTitles => {
                let kinds = DatasetKind::ALL.into_iter();
                Box::new(kinds.map(|kind| key(kind.name(), Text, kind.title(), "Its title.")))
            }
            Self::Any(_) => Box::new(std::iter::empty()),
        }
    }

    /// What keys take that are not known beforehand; `None` where there can be none.
    pub(in crate::parse) fn others(self) -> Option<ValueType> {
        match self {
            Self::Any(takes) => Some(*takes),
            Self::Columns(DatasetKind::Statistics) => Some(Plain(ColumnType::Number)),
            _ => None,
        }
    }

    /// A key that is known beforehand.
    pub(in crate::parse) fn get(self, name: &str) -> Option<Key> {
        self.all().find(|key| key.name == name)
    }

    /// A key by whatever it is called.
    pub(in crate::parse) fn called(self, word: &str) -> Option<Key> {
        self.all().find(|key| key.is_called(word))
    }

    /// The keys of the table with a heading, `data.contact`; these themselves where there is none.
    pub(super) fn below(self, heading: &str) -> Option<Keys> {
        let mut steps = heading.split('.').filter(|step| !step.is_empty());
        steps.try_fold(self, |keys, step| keys.get(step.trim())?.takes.keys())
    }

    /// What a key takes; `None` where it may not stand.
    pub(in crate::parse) fn takes(self, name: &str) -> Option<ValueType> {
        self.get(name).map(|key| key.takes).or(self.others())
    }

    /// Adds the keys of a name, among these and those of the tables below them.
    pub(super) fn add_named(self, name: &str, found: &mut Vec<Key>) {
        for key in self.all() {
            found.extend((key.name == name).then_some(key));
            if let Some(keys) = key.takes.keys() {
                keys.add_named(name, found);
            }
        }
    }
}

/// What a column takes: in English, because the model has its title in Thai only, and as a finding of the
/// wrong type says it.
fn in_column(kind: ColumnType) -> (&'static str, Expected) {
    match kind {
        ColumnType::Text => ("Text.", Expected::Text),
        ColumnType::Number => ("A number.", Expected::Number),
        ColumnType::Percent => ("A percentage, 0–100.", Expected::Number),
        ColumnType::Score => ("A score, 0–100.", Expected::Number),
        ColumnType::Year => ("A fiscal year, Buddhist era.", Expected::Number),
        ColumnType::Date => ("A day.", Expected::Date),
        ColumnType::Moment => ("A day or a period.", Expected::Date),
        ColumnType::Period => ("A period.", Expected::Period),
        ColumnType::Truth => ("true or false.", Expected::Truth),
        ColumnType::File => ("A file beside the document.", Expected::Text),
        ColumnType::Address => ("An address, a file or an item.", Expected::Text),
        ColumnType::Bidders => ("Bidders with their prices.", Expected::Bidders),
        ColumnType::Choice(_) => ("One of these words.", Expected::Text),
    }
}

/// Text that may be blank.
pub(super) const LOOSE_TEXT: ValueType = Plain(ColumnType::Text);
pub(super) const NUMBER: ValueType = Plain(ColumnType::Number);
pub(super) const DATE: ValueType = Plain(ColumnType::Date);
pub(super) const PERIOD: ValueType = Plain(ColumnType::Period);
pub(super) const TRUTH: ValueType = Plain(ColumnType::Truth);

/// What stands in a row instead of its columns where there is nothing to fill them with.
#[rustfmt::skip]
pub(in crate::parse) const NONE_STATED: Key = key("none", LOOSE_TEXT,
    "แทนช่องอื่นทั้งแถว เมื่อไม่มีรายการ: ประโยคที่บอกว่าไม่มี",
    "Instead of the other columns: a sentence that says that there is none.");

/// The titles of counters.
#[rustfmt::skip]
const STATISTICS_LABELS: Key = key("statistics_labels", Table(Keys::Any(&LOOSE_TEXT)),
    "ชื่อที่แสดงของตัวนับใน statistics: คีย์ = \"ชื่อ\"",
    "Titles of the counters of statistics.");

/// The titles of datasets.
#[rustfmt::skip]
const TITLES: Key = key("titles", Table(Keys::DatasetTitles),
    "ชื่อที่แสดงเหนือชุดข้อมูล แทนชื่อปกติ: ชื่อชุด = \"ชื่อที่แสดง\"",
    "Titles of the datasets on the page, instead of the usual ones.");

/// Who offered in a procurement.
#[rustfmt::skip]
pub(in crate::parse) const BIDDER: Keys = Keys::Listed(&[
    key("name", Text, "ชื่อผู้เสนอราคา", "The bidder's name.").required(),
    key("price", NUMBER, "ราคาที่เสนอ (บาท)", "The price, in baht."),
]);

/// What a key takes. Columns of datasets have types of their own in the model, which other keys use
/// too.
#[derive(Debug, Clone, Copy)]
pub(in crate::parse) enum ValueType {
    /// What a column of this type takes.
    Plain(ColumnType),
    /// Text that is not blank.
    Text,
    /// Text of a form, for editors as a regular expression; the reader reports what is wrong in it.
    Form(&'static str),
    /// The number of an item.
    Item,
    /// An address on the web, or blank.
    WebAddress,
    /// One of a closed list of words.
    OneOf(Choices),
    /// A list of such words.
    SomeOf(Choices),
    /// Columns of a dataset that show a component.
    ShownBy,
    /// A fiscal year as a number.
    Year,
    /// A whole number.
    Whole {
        min: i64,
        max: i64,
    },
    /// A list of whole numbers.
    WholeNumbers {
        min: i64,
        /// The greatest, as far as an editor is concerned.
        max: i64,
    },
    /// A list of texts.
    Texts,
    /// One text or a list of them.
    TextOrList,
    /// A date or a list of them.
    DateOrList,
    /// A list of items, each by its number or in a table.
    Items(Keys),
    Table(Keys),
    /// A list of tables.
    Tables(Keys),
}

/// Words, each with what it means; without meanings where a manual has them.
pub(in crate::parse) type Choices = fn() -> Vec<(&'static str, &'static str)>;

impl ValueType {
    /// What a finding of the wrong type says.
    pub(in crate::parse) fn expected(self) -> Expected {
        match self {
            Self::Plain(column) => in_column(column).1,
            Self::Text
            | Self::Form(_)
            | Self::Item
            | Self::WebAddress
            | Self::OneOf(_)
            | Self::ShownBy => Expected::Text,
            Self::Year | Self::Whole { .. } => Expected::WholeNumber,
            Self::WholeNumbers { .. } => Expected::ListOfWholeNumbers,
            Self::Texts | Self::SomeOf(_) => Expected::ListOfText,
            Self::TextOrList => Expected::TextOrList,
            Self::DateOrList => Expected::Date,
            Self::Items(_) => Expected::ListOfItems,
            Self::Table(_) => Expected::Table,
            Self::Tables(Keys::Columns(_)) => Expected::Rows,
            Self::Tables(_) => Expected::Tables,
        }
    }

    /// Whether it takes one value in place of a list.
    pub(in crate::parse) fn takes_one(self) -> bool {
        matches!(self, Self::TextOrList | Self::DateOrList)
    }

    /// Whether only certain texts may stand there, none of which is a number.
    pub(in crate::parse) fn is_of_form(self) -> bool {
        matches!(
            self,
            Self::Form(_) | Self::OneOf(_) | Self::Plain(ColumnType::Choice(_))
        )
    }

    /// Whether it takes a period.
    pub(in crate::parse) fn takes_period(self) -> bool {
        matches!(self, Self::Plain(ColumnType::Period | ColumnType::Moment))
    }

    /// Whether it takes a fiscal year.
    pub(in crate::parse) fn is_year(self) -> bool {
        matches!(self, Self::Year | Self::Plain(ColumnType::Year))
    }

    /// Whether blank text counts as absent.
    pub(in crate::parse) fn may_be_blank(self) -> bool {
        matches!(self, Self::Plain(_) | Self::WebAddress)
    }

    /// The keys of the tables that it takes.
    pub(in crate::parse) fn keys(self) -> Option<Keys> {
        match self {
            Self::Items(keys) | Self::Table(keys) | Self::Tables(keys) => Some(keys),
            Self::Plain(ColumnType::Bidders) => Some(BIDDER),
            _ => None,
        }
    }

    /// The numbers that it takes.
    pub(in crate::parse) fn range(self) -> Option<RangeInclusive<i64>> {
        match self {
            Self::Whole { min, max } | Self::WholeNumbers { min, max } => Some(min..=max),
            Self::Plain(ColumnType::Percent | ColumnType::Score) => Some(0..=100),
            Self::Year | Self::Plain(ColumnType::Year) => {
                let (first, last) = FiscalYear::RANGE.into_inner();
                Some(first.into()..=last.into())
            }
            _ => None,
        }
    }
}
