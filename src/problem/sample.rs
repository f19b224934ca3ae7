//! Values that show how a key is filled in: speaking ones, which nobody takes for what is meant.
//!
//! In: a key and what it takes. Out: a value as TOML has it. Apart from the faults because several of them show one, and
//! a sample must never look like an answer: what is shown is always called an example.

use super::expected::Expected;
use super::language::Language::{self, English, Thai};

/// `key = value`, or a heading with its key on the next line.
pub(super) fn line(key: &str, expected: Expected, language: Language) -> String {
    match expected {
        // What datasets are called stands below the datasets.
        Expected::Table if matches!(key, "titles" | "statistics_labels") => {
            format!("[data.{key}]")
        }
        Expected::Table => format!("[{key}]"),
        Expected::Rows => format!("[[data.{key}]]"),
        Expected::Tables if matches!(key, "components" | "advice") => {
            format!("{key} = [{{ text = {} }}]", text("text", language))
        }
        Expected::Tables => format!("[[{key}]]"),
        _ => format!("{key} = {}", value(key, expected, language)),
    }
}

fn value(key: &str, expected: Expected, language: Language) -> String {
    match expected {
        Expected::Text => text(key, language),
        Expected::TextOrList if key == "formerly" => "[\"old-name\", \"old.pdf\"]".to_owned(),
        Expected::TextOrList => "[\"clerk\", \"finance\"]".to_owned(),
        Expected::WholeNumber if key.ends_with("year") => "2566".to_owned(),
        Expected::WholeNumber if key == "max_file_mb" => "20".to_owned(),
        Expected::WholeNumber => "12".to_owned(),
        Expected::Number if key == "year" => "2566".to_owned(),
        Expected::Number if key == "progress" => "50".to_owned(),
        Expected::Number if matches!(key, "score" | "min" | "each") => "92.50".to_owned(),
        Expected::Number => "250000".to_owned(),
        Expected::Truth => "true".to_owned(),
        Expected::Date => "\"2566-01-31\"".to_owned(),
        Expected::Period => "\"2566-H1\"".to_owned(),
        Expected::ListOfText if key == "own_hosts" => "[\"eservice.example.go.th\"]".to_owned(),
        Expected::ListOfText => language
            .choose("[\"ก\", \"ข\"]", "[\"a\", \"b\"]")
            .to_owned(),
        Expected::ListOfWholeNumbers => "[1, 2]".to_owned(),
        Expected::ListOfItems => "[\"o13\", { item = \"o24\", components = [1] }]".to_owned(),
        Expected::Bidders => language
            .choose(
                "[{ name = \"บริษัท ก\", price = 100000 }]",
                "[{ name = \"A Ltd.\", price = 100000 }]",
            )
            .to_owned(),
        Expected::Table | Expected::Tables | Expected::Rows => "[]".to_owned(),
    }
}

/// A text for a key, in quotation marks.
fn text(key: &str, language: Language) -> String {
    let (thai, english) = match key {
        "title" => ("ชื่อเอกสาร", "Title of the document"),
        "none" => ("ไม่มีเรื่องร้องเรียน", "There were no complaints"),
        "summary" => ("สาระสำคัญหนึ่งประโยค", "What it is about, in a sentence"),
        "reason" => ("เหตุผลที่ยอมรับ", "Why it is accepted"),
        "caption" => ("ตารางนี้แสดงอะไร", "What the table shows"),
        "base_url" | "url" | "map" => ("https://www.example.go.th/", "https://www.example.go.th/"),
        "theme" => ("default", "default"),
        "accent" => ("#1d5c3a", "#1d5c3a"),
        "logo" => ("seal.png", "seal.png"),
        "public_status" => ("full", "full"),
        "path" => ("ชื่อไฟล์.pdf", "name.pdf"),
        "file" => ("ชื่อไฟล์.xlsx", "name.xlsx"),
        "item" => ("o24", "o24"),
        "code" => ("9.1", "9.1"),
        "key" => ("a-subject", "a-subject"),
        "rule" => ("current", "current"),
        "kind" => ("social", "social"),
        "instrument" => ("IIT", "IIT"),
        "shown_by" => (
            "executives(name, phone|email)",
            "executives(name, phone|email)",
        ),
        "name" => ("ชื่อ", "Name"),
        "work" => ("ซื้อวัสดุสำนักงาน", "Office supplies"),
        "phone" | "fax" => ("0 0000 0000", "0 0000 0000"),
        _ => ("ข้อความ", "text"),
    };
    format!("\"{}\"", language.choose(thai, english))
}

impl Expected {
    /// How to write such a value.
    pub(super) fn example(self, key: &str, language: Language) -> String {
        let sample = line(key, self, language);
        match self {
            Self::Number if !matches!(key, "score" | "progress" | "year" | "min" | "each") => {
                language.choose(
                    format!("เขียนตัวเลขล้วน เช่น {sample} ถ้าเป็นศูนย์ให้เขียน 0 ถ้าไม่มีจำนวนให้ลบบรรทัดนี้"),
                    format!("write figures alone, as in {sample}; 0 for nothing, and no line where there is no amount"),
                )
            }
            Self::Truth => language.choose(
                format!("เขียน {key} = true ถ้าใช่ หรือ {key} = false ถ้าไม่ใช่"),
                format!("write {key} = true for yes, or {key} = false for no"),
            ),
            Self::Date => language.choose(
                format!("เขียนเช่น {sample} ถ้ายังไม่มีวันที่ ให้ลบบรรทัดนี้"),
                format!("write as in {sample}, and no line where there is no day yet"),
            ),
            Self::TextOrList if key == "unit" => language.choose(
                "เขียนเช่น unit = \"clerk\" หรือ unit = [\"clerk\", \"finance\"]".to_owned(),
                "write as in unit = \"clerk\" or unit = [\"clerk\", \"finance\"]".to_owned(),
            ),
            Self::Tables if matches!(key, "components" | "advice") => {
                format!("{} {sample}", language.choose("เขียนเช่น", "write as in"))
            }
            Self::Table | Self::Tables | Self::Rows => self.heading(key, language),
            _ => format!("{} {sample}", language.choose("เขียนเช่น", "write as in")),
        }
    }

    /// How to write a table: with a heading.
    fn heading(self, key: &str, language: Language) -> String {
        match (self, language) {
            (Self::Table, Thai) => {
                format!("เขียนหัวตาราง {} แล้วใส่คีย์ในบรรทัดถัดไป", line(key, self, Thai))
            }
            (Self::Table, English) => {
                format!(
                    "write {} and its keys on the next lines",
                    line(key, self, English)
                )
            }
            (Self::Rows, Thai) => format!("เขียนหัวแถว [[data.{key}]] แล้วใส่คอลัมน์ในบรรทัดถัดไป"),
            (Self::Rows, English) => {
                format!("write [[data.{key}]] and its columns on the next lines")
            }
            (_, Thai) => format!("เขียนหัวแถว [[{key}]] แล้วใส่คีย์ในบรรทัดถัดไป"),
            (_, English) => format!("write [[{key}]] and its keys on the next lines"),
        }
    }
}
