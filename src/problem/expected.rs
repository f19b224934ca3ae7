//! What kind of value a key takes, as findings say it.

use super::language::Language;

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

impl Expected {
    /// The kind of value, in the words of a language.
    pub(super) fn noun(self, language: Language) -> &'static str {
        let (thai, english) = match self {
            Self::Text => ("ข้อความในเครื่องหมายคำพูด", "text in quotation marks"),
            Self::TextOrList => ("ข้อความ หรือรายการของข้อความ", "text or a list of texts"),
            Self::WholeNumber => ("จำนวนเต็ม", "a whole number"),
            Self::Number => ("ตัวเลข", "a number"),
            Self::Truth => (" true หรือ false", "true or false"),
            Self::Date => ("วันที่", "a date"),
            Self::Period => ("ช่วงเวลา", "a period"),
            Self::Table => ("ตาราง [ชื่อ]", "a [table]"),
            Self::Tables | Self::Rows => ("รายการของตาราง [[ชื่อ]]", "a list of [[tables]]"),
            Self::ListOfText => ("รายการของข้อความ", "a list of texts"),
            Self::ListOfWholeNumbers => ("รายการของจำนวนเต็ม", "a list of whole numbers"),
            Self::ListOfItems => ("รายการของข้อ", "a list of items"),
            Self::Bidders => ("รายการของผู้เสนอราคา", "a list of bidders"),
        };
        language.choose(thai, english)
    }
}
