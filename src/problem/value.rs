//! Keys and values that say nothing, or not what they should.

use super::expected::Expected;
use super::language::Language::{self, English, Thai};
use super::meant::Meant;
use super::sample;
use super::words::suggested;
use crate::model::{DateFault, PeriodFault, guessed_date, meant_date};

/// What is wrong with a key or its value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum ValueFault {
    UnknownKey {
        key: String,
        meant: KeyMeant,
    },
    /// The title of a counter that no row has.
    UnknownLabel {
        key: String,
        near: Option<String>,
        counters: Vec<String>,
    },
    /// The title of a dataset that the document has not.
    TitleOfNone {
        key: String,
        datasets: Vec<&'static str>,
    },
    MissingKey {
        key: String,
        expected: Expected,
    },
    EmptyValue {
        key: String,
    },
    /// An empty value that its table cannot do without.
    EmptyRequired {
        key: String,
        expected: Expected,
    },
    WrongType {
        key: String,
        expected: Expected,
        /// The value as it was meant.
        meant: Option<Meant>,
    },
    BadDate {
        text: String,
        fault: DateFault,
    },
    BadPeriod {
        text: String,
        fault: PeriodFault,
        /// The value as it was meant.
        meant: Option<Box<Meant>>,
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
        /// A year of the Buddhist era that was written in another way.
        meant: Option<i64>,
    },
    /// What `init` wrote for the webmaster to replace.
    Placeholder {
        key: &'static str,
        value: String,
    },
    BadBaseUrl {
        text: String,
        /// The address that was meant.
        meant: Option<String>,
    },
    BadAccent {
        text: String,
        /// The value as it was meant.
        meant: Option<Box<Meant>>,
    },
}

faults! {
    ValueFault {
        Error "unknown-key":
        Self::UnknownKey { key, meant } =>
            (format!("ไม่รู้จักคีย์ `{key}`"), meant.help(Thai)),
            (format!("unknown key `{key}`"), meant.help(English)),
        Self::TitleOfNone { key, datasets } =>
            (format!("[data.titles] ตั้งชื่อของ {key} แต่เอกสารนี้ไม่มีตาราง {key} ชื่อนี้จึงไม่แสดง"),
             match datasets.as_slice() {
                 [] => format!("เพิ่มแถว [[data.{key}]] หรือลบบรรทัดนี้"),
                 there => format!("ตารางที่มีในเอกสารนี้: {} แก้ชื่อหน้า = ให้ตรง หรือลบบรรทัดนี้", there.join(", ")),
             }),
            (format!("[data.titles] names {key}, which this document has not: nothing shows this title"),
             match datasets.as_slice() {
                 [] => format!("add rows of [[data.{key}]], or remove this line"),
                 there => format!("it has {}: write one of these before =, or remove this line", there.join(", ")),
             }),
        Self::UnknownLabel { key, counters, .. } if counters.is_empty() =>
            (format!("ตั้งชื่อตัวนับ `{key}` แต่เอกสารนี้ไม่มีแถวของ statistics"),
             "เพิ่มแถว [[data.statistics]] ที่มีตัวนับนี้ หรือลบ [data.statistics_labels]"),
            (format!("the counter `{key}` has a title, but there are no rows of statistics"),
             "add [[data.statistics]] with this counter, or remove [data.statistics_labels]"),
        Self::UnknownLabel { key, near, counters } =>
            (format!("ไม่มีตัวนับ `{key}` ในตาราง statistics"),
             suggested(Thai, near.as_deref(), &format!("ตัวนับที่มี: {}", counters.join(", ")))),
            (format!("statistics have no counter `{key}`"),
             suggested(English, near.as_deref(), &format!("the counters there are: {}", counters.join(", "))));
        Error "missing-key":
        Self::MissingKey { key, .. } if key == "title" =>
            (format!("ขาดคีย์ `{key}`"), "เพิ่มบรรทัด title = \"ชื่อเอกสาร\""),
            (format!("key `{key}` is missing"), "add title = \"Title of the document\""),
        Self::MissingKey { key, .. } if key == "date" =>
            (format!("ขาดคีย์ `{key}`"), "เพิ่มบรรทัด date = \"2566-01-31\" (วันที่เผยแพร่)"),
            (format!("key `{key}` is missing"), "add date = \"2566-01-31\" (day of publication)"),
        Self::MissingKey { key, expected } =>
            (format!("ขาดคีย์ `{key}`"), format!("เพิ่มบรรทัด เช่น {} (ตัวอย่าง ใส่ค่าจริงแทน)", sample::line(key, *expected, Thai))),
            (format!("key `{key}` is missing"), format!("add a line such as {} (an example: give the true value)", sample::line(key, *expected, English)));
        Error "empty-value":
        Self::EmptyValue { key } =>
            (format!("คีย์ `{key}` ว่างเปล่า"), "กรอกค่า หรือลบทั้งบรรทัด"),
            (format!("key `{key}` is empty"), "give it a value, or remove the line"),
        Self::EmptyRequired { key, expected } =>
            (format!("คีย์ `{key}` ว่างเปล่า"), format!("กรอกค่า เช่น {} (ตัวอย่าง ใส่ค่าจริงแทน) คีย์นี้ต้องมี", sample::line(key, *expected, Thai))),
            (format!("key `{key}` is empty"), format!("fill it in, such as {} (an example: give the true value); it cannot be left out", sample::line(key, *expected, English)));
        Error "wrong-type":
        Self::WrongType { key, expected, meant: Some(meant) } =>
            (format!("`{key}` ต้องเป็น{}", expected.noun(Thai)), meant.help(Thai)),
            (format!("`{key}` must be {}", expected.noun(English)), meant.help(English)),
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
            (format!("`{text}` ไม่ใช่ช่วงเวลาที่รู้จัก"), meant_or(meant.as_deref(), Thai,
             "ใช้รูปใดรูปหนึ่ง: \"2566\" ปีงบประมาณ, \"2566-H1\" ครึ่งปี, \"2566-Q3\" ไตรมาส, \"2566-01\" เดือนมกราคม 2566, \"2566..2570\" ช่วงหลายปี")),
            (format!("`{text}` is not a known period"), meant_or(meant.as_deref(), English,
             "use \"2566\" (fiscal year), \"2566-H1\" (half), \"2566-Q3\" (quarter), \"2566-01\" (January 2566) or \"2566..2570\"")),
        Self::BadPeriod { text, fault: PeriodFault::CommonEra(year), meant } =>
            (format!("`{text}` เป็นปี ค.ศ. คลาดไป 543 ปี ให้ใช้ปี พ.ศ. คือ {year}"),
             meant_or(meant.as_deref(), Thai, &format!("ใช้ปี พ.ศ. เช่น {year}"))),
            (format!("`{text}` is a common-era year, off by 543; use the Buddhist era: {year}"),
             meant_or(meant.as_deref(), English, &format!("use the Buddhist era, as in {year}"))),
        Self::BadPeriod { text, fault: PeriodFault::Backwards, meant } =>
            (format!("ช่วงเวลา `{text}` จบก่อนเริ่ม"), meant_or(meant.as_deref(), Thai, "สลับต้นกับปลาย เช่น \"2565..2566\"")),
            (format!("period `{text}` ends before it starts"),
             meant_or(meant.as_deref(), English, "swap the two ends, as in \"2565..2566\""));
        Error "bad-choice": Self::BadChoice { key, value, choices, near } =>
            (format!("`{key}` ไม่มีตัวเลือก `{value}`"),
             suggested(Thai, near.as_deref(), &format!("เลือกหนึ่งใน: {}", choices.join(", ")))),
            (format!("`{key}` has no choice `{value}`"),
             suggested(English, near.as_deref(), &format!("choose one of: {}", choices.join(", "))));
        Error "out-of-range":
        Self::OutOfRange { key, min, max, meant: Some(meant) } =>
            (format!("`{key}` ต้องอยู่ระหว่าง {min} ถึง {max}"), format!("ถ้าหมายถึง พ.ศ. {meant} เขียนเป็น {key} = {meant}")),
            (format!("`{key}` must be between {min} and {max}"), format!("if {meant} BE is meant, write {key} = {meant}")),
        Self::OutOfRange { key, min, max, meant: None } =>
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
        Error "bad-base-url":
        Self::BadBaseUrl { text, meant: Some(meant) } =>
            (format!("`{text}` ไม่ใช่ที่อยู่ของเว็บไซต์ ทุกที่อยู่ที่ยื่นจะผิดตาม"), format!("เขียนเป็น base_url = \"{meant}\"")),
            (format!("`{text}` is not the address of a site, and every address that is handed in would be wrong"),
             format!("write base_url = \"{meant}\"")),
        Self::BadBaseUrl { text, .. } =>
            (format!("`{text}` ไม่ใช่ที่อยู่เว็บไซต์"),
             "เขียนที่อยู่เต็ม เช่น base_url = \"https://www.example.go.th/\" ชื่อโดเมนภาษาไทยเขียนเป็นอักษรไทยได้"),
            (format!("`{text}` is not a web address"),
             "write the whole address: base_url = \"https://www.example.go.th/\"; a Thai domain may be in Thai letters");
        Error "bad-accent": Self::BadAccent { text, meant } =>
            (format!("`{text}` ไม่ใช่รหัสสี"), meant_or(meant.as_deref(), Thai, "เขียนเลขฐานสิบหกหกหลักตามหลัง # เช่น accent = \"#1d5c3a\"")),
            (format!("`{text}` is not a colour"), meant_or(meant.as_deref(), English, "write # and six hexadecimal digits, as in accent = \"#1d5c3a\""));
    }
}

/// What a key that is not known was meant to be.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum KeyMeant {
    /// Nothing that is known; the keys that may stand there.
    Unclear(Vec<&'static str>),
    /// One with nearly the same name, or the same in other words.
    Near(String),
    /// One in small letters.
    Small(Meant),
    /// A key of the top that stands below a table heading, where it belongs to the table.
    Above {
        /// Whether the top is that of a front matter.
        in_front_matter: bool,
    },
    /// A table whose heading has `data.` too few, or too many.
    Heading(Meant),
    /// Columns of one of these datasets, without its heading.
    Columns(Vec<&'static str>),
    /// Columns of a dataset whose heading, on this line, is still a comment.
    InComment {
        /// Its name.
        dataset: &'static str,
        /// The line of its heading.
        line: usize,
    },
}

impl KeyMeant {
    fn help(&self, language: Language) -> String {
        match self {
            Self::Unclear(known) => {
                let known = known.join(", ");
                language.choose(
                    format!("คีย์ที่ใช้ได้ตรงนี้: {known} ถ้าเป็นหมายเหตุ ใส่ # ไว้ต้นบรรทัด"),
                    format!("the keys that may stand here: {known}; put # before a remark"),
                )
            }
            Self::Near(near) => language.choose(
                format!("หมายถึง `{near}` หรือไม่ ถ้าเป็นหมายเหตุ ใส่ # ไว้ต้นบรรทัด"),
                format!("is `{near}` meant? put # before a remark"),
            ),
            Self::Small(meant) => meant.help(language),
            Self::Above { in_front_matter } => {
                let (thai, english) = if *in_front_matter {
                    ("ของส่วนหัว", " of the front matter")
                } else {
                    ("ของไฟล์", " of the file")
                };
                language.choose(
                    format!("ย้ายบรรทัดนี้ขึ้นไปไว้เหนือหัวตาราง [ ] แรก{thai}"),
                    format!("move this line up, above the first [table] heading{english}"),
                )
            }
            Self::Heading(meant) if meant.is_sure => meant.help(language),
            Self::Heading(Meant { shown, .. }) => language.choose(
                format!("หัวของทุกแถวเขียนว่า {shown} แล้วใส่คอลัมน์ในบรรทัดถัดไป"),
                format!("the heading of every row is {shown}, with its columns on the next lines"),
            ),
            Self::Columns(names) => {
                let headings: Vec<String> = names
                    .iter()
                    .map(|name| format!("[[data.{name}]]"))
                    .collect();
                language.choose(
                    format!(
                        "เป็นคอลัมน์ของตาราง เพิ่มบรรทัด {} ไว้เหนือบรรทัดนี้",
                        headings.join(" หรือ ")
                    ),
                    format!(
                        "this is a column of a table: add a line {} above it",
                        headings.join(" or ")
                    ),
                )
            }
            Self::InComment { dataset, line } => language.choose(
                format!("ลบ # หน้า [[data.{dataset}]] ในบรรทัด {line} ด้วย"),
                format!("take the # before [[data.{dataset}]] on line {line} away too"),
            ),
        }
    }
}

/// What to type for a date that cannot be read; `slip` is the year that may be meant.
fn date(language: Language, text: &str, slip: Option<i16>) -> String {
    let day = text.split(" เวลา").next().unwrap_or(text).trim();
    let guessed = guessed_date(day).or_else(|| meant_date(day));
    match (meant_date(text), guessed, slip) {
        (Some(date), ..) => language.choose(
            format!("แก้เป็น \"{date}\" หรือสั่ง oit check --fix"),
            format!("write \"{date}\", or run oit check --fix"),
        ),
        (None, _, Some(year)) => language.choose(
            format!("แก้ปีเป็น {year} (พ.ศ.) หรือ {} (ค.ศ.)", year - 543),
            format!("change the year to {year} (BE) or {} (CE)", year - 543),
        ),
        (None, Some(date), None) => language.choose(
            format!("ถ้าหมายถึงวันนี้ เขียนเป็น \"{date}\""),
            format!("if this day is meant, write \"{date}\""),
        ),
        // What has no figures is a word for a day that is not there yet.
        (None, None, None) if !text.chars().any(char::is_numeric) => language
            .choose(
                "ถ้ายังไม่มีวันที่ ลบทั้งบรรทัด เมื่อมีแล้วเขียน ปี-เดือน-วัน เช่น \"2566-01-31\"",
                "where there is no day yet, delete the line; write a day as year-month-day, like \"2566-01-31\"",
            )
            .to_owned(),
        (None, None, None) => language
            .choose(
                "เขียน ปี-เดือน-วัน เช่น \"2566-01-31\" (พ.ศ.) หรือ \"2023-01-31\" (ค.ศ.) ปีที่มากกว่า 2400 ถือเป็น พ.ศ. ถ้ายังไม่มีวันที่ ลบทั้งบรรทัด",
                "write year-month-day, as \"2566-01-31\" (BE) or \"2023-01-31\" (CE); a year above 2400 is BE; delete the line where there is no day yet",
            )
            .to_owned(),
    }
}

/// What to type, where something was meant.
fn meant_or(meant: Option<&Meant>, language: Language, otherwise: &str) -> String {
    meant.map_or_else(|| otherwise.to_owned(), |meant| meant.help(language))
}
