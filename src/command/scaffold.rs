//! The text of a new document: the item's own keys, and what it must show as a commented list.

use super::skeleton::{Skeleton, skeletons};
use crate::model::{Component, Date, FiscalYear, ItemDefinition, Rule, typed_date};
use crate::parse::layout::DRAFT_NOTE;
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
            lines.push(format!("draft = true            {DRAFT_NOTE}"));
        }
        lines
            .push("# unit = \"clerk\"        # ผู้รับผิดชอบ ตามรหัสใน [units] ของ site.toml".to_owned());
        lines.extend(self.period());
        lines.extend(self.components());
        lines.extend(self.advice());
        lines.extend(self.none());
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
        let typed = match self.item.timing.rule {
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
        let asked = format!("# ช่วงเวลาที่ต้องการ: {}", self.item.timing.asks_for(year));
        vec![asked, typed]
    }

    /// The required components, to be ticked off, each with the table that shows it by itself.
    fn components(&self) -> Vec<String> {
        let components = &self.item.components;
        let mut notes = self
            .item
            .note
            .iter()
            .map(|note| format!("# {}", one_line(note)));
        if components.is_empty() {
            let unknown = (!self.item.records_components)
                .then(|| "# ยังไม่ได้บันทึกองค์ประกอบของข้อนี้ ดูคู่มือของปี".to_owned());
            return notes.chain(unknown).collect();
        }
        let mut lines =
            vec!["components = []         # ใส่เลของค์ประกอบที่เอกสารนี้แสดงแล้ว เช่น [1, 2]".to_owned()];
        lines.extend(notes.by_ref());
        for (at, component) in components.iter().enumerate() {
            let number = at + 1;
            let text = one_line(&component.text);
            let optional = component.optional && !text.contains(IF_ANY.trim());
            let mark = if optional { IF_ANY } else { "" };
            lines.push(format!("#   {number}. {text}{mark}"));
            lines.extend(self.below(component));
            if let Some(shown_by) = &component.shown_by {
                let table = Skeleton::sentence(&shown_by.requirements, shown_by.dataset);
                lines.push(format!("#      กรอกตาราง {table} แล้วไม่ต้องใส่เลข {number}"));
            }
        }
        lines
    }
}

impl Scaffold<'_> {
    /// What the form says about a component besides: its own time and its footnote.
    fn below(&self, component: &Component) -> Vec<String> {
        let asked = component.timing.map(|timing| timing.asks_for(self.year));
        let asked = asked.filter(|asked| !asked.is_empty());
        let asked = asked.map(|asked| format!("#      ช่วงเวลา: {asked} แยกเป็นอีกเอกสารหนึ่งได้"));
        let note = component.note.as_deref().map(one_line);
        let note = note.map(|note| format!("#      {note}"));
        asked.into_iter().chain(note).collect()
    }

    /// What is said to be asked for, but not surely enough to require it.
    fn advice(&self) -> Vec<String> {
        let advised = self.item.advice.iter();
        advised
            .flat_map(|advised| {
                let line = format!("# ควรมีด้วย (ยังไม่ยืนยัน): {}", one_line(&advised.text));
                [line].into_iter().chain(self.below(advised))
            })
            .collect()
    }

    /// How to say that there is none, where that is an answer.
    fn none(&self) -> Option<String> {
        let item = self.item;
        let mut components = item.components.iter();
        let words = item.none.as_deref();
        let words = words.or_else(|| components.find_map(|component| component.none.as_deref()))?;
        let words = one_line(words);
        Some(format!(
            "# none = \"\"            # เมื่อไม่มีเรื่องจะลง เขียนเป็นประโยค เช่น {words}"
        ))
    }
}

/// On one line, so that what follows a `#` stays a comment.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
