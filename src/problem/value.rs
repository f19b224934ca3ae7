//! Keys and values that say nothing, or not what they should.

use super::language::Language::{self, English, Thai};
use super::words::suggested;
use crate::model::{DateFault, PeriodFault, meant_date, meant_month};

/// What is wrong with a key or its value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum ValueFault {
    UnknownKey {
        key: String,
        near: Option<String>,
        /// A key of the document that stands below a table heading, where it belongs to the table.
        above: bool,
    },
    MissingKey {
        key: String,
    },
    EmptyValue {
        key: String,
    },
    WrongType {
        key: String,
        expected: Expected,
        /// The line as it was meant.
        meant: Option<String>,
    },
    BadDate {
        text: String,
        fault: DateFault,
    },
    BadPeriod {
        text: String,
        fault: PeriodFault,
        /// The value as it was meant.
        meant: Option<String>,
    },
    BadChoice {
        key: String,
        value: String,
        choices: Vec<String>,
        near: Option<String>,
    },
    OutOfRange {
        key: String,
        min: i64,
        max: i64,
    },
    /// What `init` wrote for the webmaster to replace.
    Placeholder {
        key: &'static str,
        value: String,
    },
    BadBaseUrl {
        text: String,
    },
    BadAccent {
        text: String,
    },
}

faults! {
    ValueFault {
        Error "unknown-key":
        Self::UnknownKey { key, above: true, .. } =>
            (format!("ไม่รู้จักคีย์ `{key}`"), "ย้ายบรรทัดนี้ขึ้นไปไว้เหนือหัวตาราง [ ] แรกของส่วนหัว"),
            (format!("unknown key `{key}`"),
             "move this line up, above the first [table] heading of the front matter"),
        Self::UnknownKey { key, near, .. } =>
            (format!("ไม่รู้จักคีย์ `{key}`"),
             suggested(Thai, near.as_deref(), "ลบคีย์นี้ หรือดูรายชื่อคีย์ในคู่มือ docs/content.md")),
            (format!("unknown key `{key}`"),
             suggested(English, near.as_deref(), "remove it, or see the keys in docs/content.md"));
        Error "missing-key":
        Self::MissingKey { key } if key == "title" =>
            (format!("ขาดคีย์ `{key}`"), "เพิ่มบรรทัด title = \"ชื่อเอกสาร\""),
            (format!("key `{key}` is missing"), "add title = \"Title of the document\""),
        Self::MissingKey { key } if key == "date" =>
            (format!("ขาดคีย์ `{key}`"), "เพิ่มบรรทัด date = \"2566-01-31\" (วันที่เผยแพร่)"),
            (format!("key `{key}` is missing"), "add date = \"2566-01-31\" (day of publication)"),
        Self::MissingKey { key } =>
            (format!("ขาดคีย์ `{key}`"), format!("เพิ่มบรรทัด {key} = …")),
            (format!("key `{key}` is missing"), format!("add {key} = …"));
        Error "empty-value": Self::EmptyValue { key } =>
            (format!("คีย์ `{key}` ว่างเปล่า"), "กรอกค่า หรือลบทั้งบรรทัด"),
            (format!("key `{key}` is empty"), "give it a value, or remove the line");
        Error "wrong-type":
        Self::WrongType { key, expected, meant: Some(meant) } =>
            (format!("`{key}` ต้องเป็น{}", expected.noun(Thai)), format!("เขียนเป็น {meant}")),
            (format!("`{key}` must be {}", expected.noun(English)), format!("write {meant}")),
        Self::WrongType { key, expected, meant: None } =>
            (format!("`{key}` ต้องเป็น{}", expected.noun(Thai)), expected.example(key, Thai)),
            (format!("`{key}` must be {}", expected.noun(English)), expected.example(key, English));
        Error "bad-date":
        Self::BadDate { text, .. } if text.trim().is_empty() =>
            ("ยังไม่ได้กรอกวันที่", "กรอกวันที่ เช่น \"2566-01-31\" หรือลบทั้งบรรทัด"),
            ("the date is not filled in", "fill in the date, as in \"2566-01-31\", or delete the line"),
        Self::BadDate { text, fault: DateFault::Shape } =>
            (format!("`{text}` ไม่ใช่วันที่ในรูป ปี-เดือน-วัน"), date(Thai, text, None)),
            (format!("`{text}` is not a year-month-day date"), date(English, text, None)),
        Self::BadDate { text, fault: DateFault::NoSuchDay } =>
            (format!("ไม่มีวันที่ `{text}` ในปฏิทิน"), date(Thai, text, None)),
            (format!("the day `{text}` does not exist"), date(English, text, None)),
        Self::BadDate { text, fault: DateFault::EraSlip(year) } =>
            (format!("ปีของ `{text}` คลาดไป 543 ปี น่าจะหมายถึง พ.ศ. {year}"), date(Thai, text, Some(*year))),
            (format!("the year of `{text}` is off by 543; {year} BE is probably meant"), date(English, text, Some(*year))),
        Self::BadDate { text, fault: DateFault::Year } =>
            (format!("ปีของ `{text}` ไม่น่าเป็นไปได้"), date(Thai, text, None)),
            (format!("the year of `{text}` cannot be right"), date(English, text, None));
        Error "bad-period":
        Self::BadPeriod { text, .. } if text.trim().is_empty() =>
            ("ยังไม่ได้กรอกช่วงเวลา", "กรอกช่วงเวลา เช่น \"2566-01\" หรือลบทั้งบรรทัด"),
            ("the period is not filled in", "fill in the period, as in \"2566-01\", or delete the line"),
        Self::BadPeriod { text, fault: PeriodFault::Shape, meant } =>
            (format!("`{text}` ไม่ใช่ช่วงเวลาที่รู้จัก"), period(Thai, text, meant.as_deref(),
             "ใช้รูปใดรูปหนึ่ง: \"2566\" ปีงบประมาณ, \"2566-H1\" ครึ่งปี, \"2566-Q3\" ไตรมาส, \"2566-01\" เดือนมกราคม 2566, \"2566..2570\" ช่วงหลายปี")),
            (format!("`{text}` is not a known period"), period(English, text, meant.as_deref(),
             "use \"2566\" (fiscal year), \"2566-H1\" (half), \"2566-Q3\" (quarter), \"2566-01\" (January 2566) or \"2566..2570\"")),
        Self::BadPeriod { text, fault: PeriodFault::CommonEra(year), meant } =>
            (format!("`{text}` เป็นปี ค.ศ. คลาดไป 543 ปี ให้ใช้ปี พ.ศ. คือ {year}"),
             period(Thai, text, meant.as_deref(), &format!("แก้เป็น \"{year}\""))),
            (format!("`{text}` is a common-era year, off by 543; use the Buddhist era: {year}"),
             period(English, text, meant.as_deref(), &format!("change it to \"{year}\""))),
        Self::BadPeriod { text, fault: PeriodFault::Backwards, meant } =>
            (format!("ช่วงเวลา `{text}` จบก่อนเริ่ม"), period(Thai, text, meant.as_deref(), "สลับต้นกับปลาย เช่น \"2565..2566\"")),
            (format!("period `{text}` ends before it starts"),
             period(English, text, meant.as_deref(), "swap the two ends, as in \"2565..2566\""));
        Error "bad-choice": Self::BadChoice { key, value, choices, near } =>
            (format!("`{key}` ไม่มีตัวเลือก `{value}`"),
             suggested(Thai, near.as_deref(), &format!("เลือกหนึ่งใน: {}", choices.join(", ")))),
            (format!("`{key}` has no choice `{value}`"),
             suggested(English, near.as_deref(), &format!("choose one of: {}", choices.join(", "))));
        Error "out-of-range": Self::OutOfRange { key, min, max } =>
            (format!("`{key}` ต้องอยู่ระหว่าง {min} ถึง {max}"), "แก้ตัวเลขให้อยู่ในช่วงนี้"),
            (format!("`{key}` must be between {min} and {max}"), "bring the number into this range");
        Warning "placeholder":
        Self::Placeholder { key: "base_url", value } =>
            (format!("`base_url` ยังเป็นค่าตัวอย่าง `{value}` ที่ oit init ใส่ไว้"),
             "แก้เป็นที่อยู่จริงของเว็บไซต์ ขึ้นต้นด้วย https:// แล้วสร้างใหม่ ที่อยู่ในตารางสำหรับส่ง ITAS มาจากบรรทัดนี้"),
            (format!("`base_url` is still `{value}`, which oit init put there"),
             "write the site's true address, starting with https://, and build again: the submission table takes its addresses from here"),
        Self::Placeholder { key, value } =>
            (format!("`{key}` ยังเป็นค่าตัวอย่าง `{value}` ที่ oit init ใส่ไว้"),
             format!("พิมพ์ชื่อหน่วยงานของท่าน เช่น {key} = \"เทศบาลตำบลบ้านใหม่\"")),
            (format!("`{key}` is still `{value}`, which oit init put there"),
             format!("write your agency's name, as in {key} = \"เทศบาลตำบลบ้านใหม่\""));
        Error "bad-base-url": Self::BadBaseUrl { text } =>
            (format!("`{text}` ไม่ใช่ที่อยู่เว็บไซต์"),
             "เขียนที่อยู่เต็ม เช่น base_url = \"https://www.example.go.th/\" ชื่อโดเมนภาษาไทยเขียนเป็นอักษรไทยได้"),
            (format!("`{text}` is not a web address"),
             "write the whole address: base_url = \"https://www.example.go.th/\"; a Thai domain may be in Thai letters");
        Error "bad-accent": Self::BadAccent { text } =>
            (format!("`{text}` ไม่ใช่รหัสสี"), "เขียนเป็นเลขฐานสิบหกหกหลัก เช่น accent = \"#1d5c3a\""),
            (format!("`{text}` is not a colour"), "write six hexadecimal digits: accent = \"#1d5c3a\"");
    }
}

/// What to type for a date that cannot be read; `slip` is the year that may be meant.
fn date(language: Language, text: &str, slip: Option<i16>) -> String {
    match (meant_date(text), slip) {
        (Some(date), _) => language.choose(
            format!("แก้เป็น \"{date}\" หรือสั่ง oit check --fix"),
            format!("write \"{date}\", or run oit check --fix"),
        ),
        (None, Some(year)) => language.choose(
            format!("แก้ปีเป็น {year} (พ.ศ.) หรือ {} (ค.ศ.)", year - 543),
            format!("change the year to {year} (BE) or {} (CE)", year - 543),
        ),
        (None, None) => language
            .choose(
                "เขียนเป็น \"2566-01-31\" (พ.ศ.) หรือ \"2023-01-31\" (ค.ศ.) ปีที่มากกว่า 2400 ถือเป็น พ.ศ.",
                "write \"2566-01-31\" (BE) or \"2023-01-31\" (CE); a year above 2400 is BE",
            )
            .to_owned(),
    }
}

/// What to type for a period that cannot be read.
fn period(language: Language, text: &str, meant: Option<&str>, otherwise: &str) -> String {
    match meant {
        Some(meant) if meant_month(text).is_some() => language.choose(
            format!("แก้เป็น {meant} หรือสั่ง oit check --fix"),
            format!("write {meant}, or run oit check --fix"),
        ),
        Some(meant) => language.choose(format!("แก้เป็น {meant}"), format!("change it to {meant}")),
        None => otherwise.to_owned(),
    }
}

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
    fn noun(self, language: Language) -> &'static str {
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

    /// How to write such a value.
    fn example(self, key: &str, language: Language) -> String {
        let example = match self {
            Self::Text => language.choose("\"ข้อความ\"", "\"text\""),
            Self::TextOrList => language.choose(
                "\"clerk\" หรือ [\"clerk\", \"finance\"]",
                "\"clerk\" or [\"clerk\", \"finance\"]",
            ),
            Self::WholeNumber => "12",
            Self::Number if key == "score" => "92.50",
            Self::Number => language.choose("250000 หรือ \"250,000\"", "250000 or \"250,000\""),
            Self::Truth => "true",
            Self::Date => "\"2566-01-31\"",
            Self::Period => "\"2566-H1\"",
            Self::ListOfText => language.choose("[\"ก\", \"ข\"]", "[\"a\", \"b\"]"),
            Self::ListOfWholeNumbers => "[1, 2]",
            Self::ListOfItems => "[\"o13\", { item = \"o24\", components = [1] }]",
            Self::Bidders => language.choose(
                "[{ name = \"บริษัท ก\", price = 100000 }]",
                "[{ name = \"A Ltd.\", price = 100000 }]",
            ),
            Self::Table | Self::Tables | Self::Rows => return self.heading(key, language),
        };
        format!("{} {key} = {example}", language.choose("เขียนเป็น", "write"))
    }

    /// How to write a table: with a heading.
    fn heading(self, key: &str, language: Language) -> String {
        match (self, language) {
            (Self::Table, Thai) => format!("เขียนหัวตาราง [{key}] แล้วใส่คีย์ในบรรทัดถัดไป"),
            (Self::Table, English) => format!("write [{key}] and its keys on the next lines"),
            (Self::Rows, Thai) => format!("เขียนหัวแถว [[data.{key}]] แล้วใส่คอลัมน์ในบรรทัดถัดไป"),
            (Self::Rows, English) => {
                format!("write [[data.{key}]] and its columns on the next lines")
            }
            (_, Thai) => format!("เขียนหัวแถว [[{key}]] แล้วใส่คีย์ในบรรทัดถัดไป"),
            (_, English) => format!("write [[{key}]] and its keys on the next lines"),
        }
    }
}
