//! The text of a new document: the item's own keys, and what it must show as a commented list.

use super::skeleton::{Skeleton, skeletons};
use crate::model::{Date, FiscalYear, ItemDefinition, Rule, typed_date};
use crate::parse::quoted::quoted;
use crate::problem::{EXAMPLE_FILE, EXAMPLE_HOST};

/// The period that is filled in is the one the item asks for; what the document covers may be less.
const TRUE_PERIOD: &str = "แก้ให้ตรงกับเอกสารจริง";

/// Said of a component that never stands in the way.
const IF_ANY: &str = " (ถ้ามี)";

/// What a new document is to be.
pub(super) struct Scaffold<'a> {
    /// The item it is for.
    pub(super) item: &'a ItemDefinition,
    /// The fiscal year that it is put into.
    pub(super) year: FiscalYear,
    /// Its title; the item's stands in where there is none.
    pub(super) title: Option<&'a str>,
    /// The day it is made.
    pub(super) date: Date,
    /// Not published until this is taken out.
    pub(super) draft: bool,
}

impl Scaffold<'_> {
    /// The whole file. Everything to be filled in is a comment, so that nothing unfinished counts.
    pub(super) fn text(&self) -> String {
        let item = self.item;
        let mut lines = vec![
            "+++".to_owned(),
            format!("# ข้อ {} {}", item.number.label(), one_line(&item.title)),
            "# ข้อความหลัง # เป็นคำแนะนำ ไม่แสดงบนหน้าเว็บ".to_owned(),
        ];
        if let Some(title) = self.title {
            lines.push(format!("title = {}", quoted(title)));
        }
        let date = typed_date(self.date);
        lines.push(format!("date = \"{date}\"     # วันที่เผยแพร่"));
        if self.draft {
            lines.push("draft = true            # ลบบรรทัดนี้เมื่อพร้อมเผยแพร่".to_owned());
        }
        lines
            .push("# unit = \"clerk\"        # ผู้รับผิดชอบ ตามรหัสใน [units] ของ site.toml".to_owned());
        lines.extend(self.period());
        lines.extend(self.components());
        lines.extend([
            format!("# files = [{{ path = \"{EXAMPLE_FILE}\", title = \"ชื่อที่แสดง\" }}]"),
            format!("# links = [{{ url = \"https://{EXAMPLE_HOST}\", title = \"ชื่อที่แสดง\" }}]"),
        ]);
        for skeleton in skeletons(item) {
            lines.extend(skeleton.lines(self.year));
        }
        lines.extend([
            "+++".to_owned(),
            String::new(),
            "<!-- เขียนเนื้อหาใต้บรรทัดนี้ หรือวางไฟล์หลักฐานไว้ในโฟลเดอร์เดียวกัน -->".to_owned(),
        ]);
        lines.join("\n") + "\n"
    }

    /// What the item's rule asks for, and the period that says so.
    fn period(&self) -> Vec<String> {
        let year = self.year;
        let typed = match self.item.rule {
            Rule::Any => return Vec::new(),
            Rule::Current if year.period().contains(self.date) => {
                format!("# period = \"{year}\"      # ใส่เมื่อ date ไม่อยู่ในปีนั้น")
            }
            Rule::Current => format!("period = \"{year}\"         # {TRUE_PERIOD}"),
            Rule::FirstHalf => {
                format!("period = \"{year}-H1\"      # {TRUE_PERIOD} หลายเอกสารรวมกันให้ครบได้")
            }
            Rule::Previous => {
                let before = year.previous();
                format!("period = \"{before}\"         # {TRUE_PERIOD} หลายเอกสารรวมกันให้ครบได้")
            }
            Rule::Spans => format!(
                "period = \"{year}\"         # {TRUE_PERIOD} แผนหลายปีเขียนอย่างนี้ \"{year}..{}\"",
                year.number() + 4
            ),
        };
        let asked = format!("# ช่วงเวลาที่ต้องการ: {}", self.item.asks_for(year));
        vec![asked, typed]
    }

    /// The required components, to be ticked off, each with the table that shows it by itself.
    fn components(&self) -> Vec<String> {
        let components = &self.item.components;
        if components.is_empty() {
            return Vec::new();
        }
        let mut lines =
            vec!["components = []         # ใส่เลของค์ประกอบที่เอกสารนี้แสดงแล้ว เช่น [1, 2]".to_owned()];
        for (at, component) in components.iter().enumerate() {
            let number = at + 1;
            let text = one_line(&component.text);
            let optional = component.optional && !text.contains(IF_ANY.trim());
            let mark = if optional { IF_ANY } else { "" };
            lines.push(format!("#   {number}. {text}{mark}"));
            if let Some(shown_by) = &component.shown_by {
                let table = Skeleton::sentence(&shown_by.requirements, shown_by.dataset);
                lines.push(format!("#      กรอกตาราง {table} แล้วไม่ต้องใส่เลข {number}"));
            }
        }
        lines
    }
}

/// On one line, so that what follows a `#` stays a comment.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
