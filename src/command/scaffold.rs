//! The text of a new document: the item's own keys, and what it must show as a commented list.

use crate::model::{Date, FiscalYear, ItemDefinition, Requirement, Rule, date::ERA_OFFSET};

/// What a new document is to be.
pub(super) struct Scaffold<'a> {
    /// The item it is for.
    pub(super) item: &'a ItemDefinition,
    /// The year.
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
        let mut text = String::from("+++\n");
        let mut line = |content: &str| {
            text.push_str(content);
            text.push('\n');
        };
        line(&format!("# ข้อ O{} {}", item.number.0, item.title));
        if let Some(title) = self.title {
            line(&format!("title = {}", quoted(title)));
        }
        line(&format!("date = \"{}\"", buddhist(self.date)));
        if self.draft {
            line("draft = true            # ลบบรรทัดนี้เมื่อพร้อมเผยแพร่");
        }
        line("# unit = \"clerk\"        # ผู้รับผิดชอบ ตามรหัสใน [units] ของ site.toml");
        match self.period() {
            Some(period) => line(&format!("period = \"{period}\"")),
            None if item.rule == Rule::Current => line(&format!(
                "# period = \"{}\"     # ใส่เมื่อ date ไม่อยู่ในปีที่ข้อนี้ต้องการ",
                self.year
            )),
            None => {}
        }
        if !item.components.is_empty() {
            line("components = []         # ใส่เลของค์ประกอบที่เอกสารนี้แสดงแล้ว เช่น [1, 2]");
            for (at, component) in item.components.iter().enumerate() {
                line(&format!("#   {}. {}", at + 1, component.text));
            }
        }
        line("# files = [{ path = \"ชื่อไฟล์.pdf\", title = \"ชื่อที่แสดง\" }]");
        for skeleton in self.datasets() {
            line(&skeleton);
        }
        line("+++");
        line("");
        line("<!-- เขียนเนื้อหาใต้บรรทัดนี้ หรือวางไฟล์หลักฐานไว้ในโฟลเดอร์เดียวกัน -->");
        text
    }

    /// The window that the item's rule asks for; `current` is satisfied by the date.
    fn period(&self) -> Option<String> {
        match self.item.rule {
            Rule::Any | Rule::Current => None,
            Rule::FirstHalf => Some(format!("{}-H1", self.year)),
            Rule::Previous => Some(self.year.previous().to_string()),
            Rule::Spans => Some(self.year.to_string()),
        }
    }

    /// A row of each dataset that shows a component, commented out.
    fn datasets(&self) -> Vec<String> {
        let mut rows: Vec<(&'static str, Vec<String>)> = Vec::new();
        for shown_by in self
            .item
            .components
            .iter()
            .filter_map(|c| c.shown_by.as_ref())
        {
            let name = shown_by.dataset.name();
            let at = rows
                .iter()
                .position(|(known, _)| *known == name)
                .unwrap_or_else(|| {
                    rows.push((name, Vec::new()));
                    rows.len() - 1
                });
            for requirement in &shown_by.requirements {
                let line = match requirement {
                    Requirement::AnyOf(columns) => format!("# {} =", columns[0]),
                    Requirement::Only { column, value } => format!("# {column} = \"{value}\""),
                };
                if !rows[at].1.contains(&line) {
                    rows[at].1.push(line);
                }
            }
        }
        let mut lines = Vec::new();
        for (name, columns) in rows {
            lines.push("# ตารางที่แสดงองค์ประกอบแทนการเขียนเลข ลบ # แล้วกรอก ทำซ้ำได้หลายแถว".to_owned());
            lines.push(format!("# [[data.{name}]]"));
            lines.extend(columns);
        }
        lines
    }
}

/// A text as TOML writes it.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            other if other.is_control() => out.extend(format!("\\u{:04X}", other as u32).chars()),
            other => out.push(other),
        }
    }
    out + "\""
}

/// A day in the Buddhist era: `2566-01-31`.
pub(super) fn buddhist(day: Date) -> String {
    format!(
        "{}-{:02}-{:02}",
        day.year() + ERA_OFFSET,
        day.month(),
        day.day()
    )
}
