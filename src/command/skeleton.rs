//! A dataset as a commented block: every column with its meaning, to be uncommented and filled in.
//!
//! In: the components of an item. Out: lines of a new document. Apart from `scaffold`, which knows
//! the document around it. A blank value stands for every column, never an example, so that nothing
//! made up is published when a line is uncommented and forgotten.

use crate::model::{
    Column, ColumnType, Component, DatasetKind, FiscalYear, FormValue, ItemDefinition, Requirement,
    Rule,
};

/// Where the meaning of a column starts.
const MEANING: usize = 28;

/// A dataset that an item asks for.
pub(super) struct Skeleton<'a> {
    kind: DatasetKind,
    /// Columns whose value is given: `kind = "qa"`. Another value is another block.
    fixed: Vec<(&'a str, &'a str)>,
    /// The numbers of the components it shows; none for what is only advised.
    components: Vec<usize>,
    /// What its rows need for that: one column, or one of several.
    needed: Vec<&'a [String]>,
    /// What its rows should have besides.
    advised: Vec<&'a str>,
    /// Whether files are made of it in official columns.
    is_form: bool,
    /// The time that its rows are asked to be of.
    rule: Rule,
    /// How to say that there is none, where that is an answer.
    none: Option<&'a str>,
}

/// The datasets that an item asks for: those that show components, then those of its form, then what is advised.
pub(super) fn skeletons(item: &ItemDefinition) -> Vec<Skeleton<'_>> {
    let mut skeletons: Vec<Skeleton<'_>> = Vec::new();
    for (at, component) in item.components.iter().enumerate() {
        if let Some(shown_by) = &component.shown_by {
            let (fixed, needed) = split(&shown_by.requirements);
            let skeleton = of(
                &mut skeletons,
                shown_by.dataset,
                fixed,
                item,
                Some(component),
            );
            skeleton.components.push(at + 1);
            skeleton.needed.extend(needed);
            skeleton.none = skeleton.none.or(item.none_of(component));
        }
    }
    if let Some(form) = &item.form {
        let skeleton = of(&mut skeletons, form.dataset, Vec::new(), item, None);
        skeleton.is_form = true;
        skeleton.none = skeleton.none.or(item.none.as_deref());
        let columns = form.columns.iter();
        skeleton
            .advised
            .extend(columns.filter_map(|column| match column.value {
                FormValue::Column(column) => Some(column.name),
                _ => None,
            }));
    }
    for advised in &item.advice {
        if let Some(shown_by) = &advised.shown_by {
            let (fixed, wanted) = split(&shown_by.requirements);
            let skeleton = of(&mut skeletons, shown_by.dataset, fixed, item, Some(advised));
            let wanted = wanted.into_iter().flatten();
            skeleton.advised.extend(wanted.map(String::as_str));
            skeleton.none = skeleton.none.or(item.none_of(advised));
        }
    }
    skeletons
}

/// The block of a dataset with these given values, which may be there already.
fn of<'a, 's>(
    skeletons: &'s mut Vec<Skeleton<'a>>,
    kind: DatasetKind,
    fixed: Vec<(&'a str, &'a str)>,
    item: &ItemDefinition,
    asking: Option<&Component>,
) -> &'s mut Skeleton<'a> {
    let same = |skeleton: &Skeleton<'_>| skeleton.kind == kind && skeleton.fixed == fixed;
    let at = skeletons.iter().position(same).unwrap_or_else(|| {
        let own = asking.and_then(|component| component.timing);
        skeletons.push(Skeleton {
            kind,
            fixed,
            components: Vec::new(),
            needed: Vec::new(),
            advised: Vec::new(),
            is_form: false,
            rule: own.unwrap_or(item.timing).rule,
            none: None,
        });
        skeletons.len() - 1
    });
    &mut skeletons[at]
}

/// Given values, and what is to be filled in.
fn split(requirements: &[Requirement]) -> (Vec<(&str, &str)>, Vec<&[String]>) {
    let (mut fixed, mut needed) = (Vec::new(), Vec::new());
    for requirement in requirements {
        match requirement {
            Requirement::Only { column, value } => fixed.push((column.as_str(), value.as_str())),
            Requirement::AnyOf(columns) => needed.push(columns.as_slice()),
        }
    }
    (fixed, needed)
}

impl Skeleton<'_> {
    /// What a row needs, for the list of components: `data.executives ให้มี name, phone หรือ email`.
    pub(super) fn sentence(requirements: &[Requirement], kind: DatasetKind) -> String {
        let (fixed, needed) = split(requirements);
        let given = fixed
            .iter()
            .map(|(name, value)| format!(" ที่ {name} = \"{value}\""));
        let given: String = given.collect();
        let columns: Vec<String> = needed.iter().map(|any| any.join(" หรือ ")).collect();
        format!(
            "data.{}{given} ให้มี {} ทุกแถว",
            kind.name(),
            columns.join(", ")
        )
    }

    /// The lines of the block, each a comment, with examples of a year.
    pub(super) fn lines(&self, year: FiscalYear) -> Vec<String> {
        let name = self.kind.name();
        // What is reported of the year before has its days.
        let year = match self.rule {
            Rule::Previous => year.previous(),
            _ => year,
        };
        let mut lines = vec![
            "#".to_owned(),
            self.purpose(),
            format!("# ลบ # หน้าบรรทัดที่ใช้ แล้วกรอกค่า หนึ่ง [[data.{name}]] คือหนึ่งแถว แถวต่อไปให้คัดลอกทั้งชุด"),
            format!(
                "# ถ้ามีตารางใน Excel อยู่แล้ว ใช้ [[rows]] data = \"{name}\" file = \"ชื่อไฟล์.xlsx\" แทนได้ (คู่มือ content.md หัวข้อ 10)"
            ),
            format!("# [[data.{name}]]"),
        ];
        for column in self.kind.columns() {
            lines.push(self.column(column, year));
        }
        if let Some(words) = self.none {
            let meaning = format!("แทนทุกช่องยกเว้นเดือนหรือช่วงเวลา เมื่อไม่มี เช่น {words}");
            lines.push(commented("none", "\"\"", &meaning));
        }
        if self.kind == DatasetKind::Statistics {
            lines.extend(self.counters());
        }
        lines
    }

    /// What it is there for.
    fn purpose(&self) -> String {
        let title = self.kind.title();
        let numbers: Vec<String> = self.components.iter().map(usize::to_string).collect();
        if !numbers.is_empty() {
            let numbers = numbers.join(", ");
            return format!("# ตาราง{title} แสดงองค์ประกอบที่ {numbers} เมื่อกรอกช่อง (ต้องมี) ครบ");
        }
        if self.is_form {
            return format!(
                "# ตาราง{title} โปรแกรมทำเป็น XLSX และ CSV ตามแบบของข้อนี้ให้ แบบห้ามเว้นว่างช่อง (ควรมี)"
            );
        }
        format!("# ตาราง{title} ที่ควรมีด้วย (ยังไม่ยืนยัน) ให้กรอกช่อง (ควรมี) ทุกแถว")
    }

    fn column(&self, column: &Column, year: FiscalYear) -> String {
        let given = self.fixed.iter().find(|(name, _)| *name == column.name);
        let value = match (given, column.kind) {
            (Some((_, value)), _) => format!("\"{value}\""),
            (None, ColumnType::Truth) => "false".to_owned(),
            (None, ColumnType::Bidders) => "[{ name = \"\", price = \"\" }]".to_owned(),
            (None, _) => "\"\"".to_owned(),
        };
        let hint = if given.is_some() {
            String::new()
        } else {
            hint(column.kind, year)
        };
        let meaning = format!("{}{hint}{}", column.title, self.need(column.name));
        commented(column.name, &value, &meaning)
    }

    /// Whether a component, or the dataset itself, needs a column.
    fn need(&self, column: &str) -> String {
        let alone = |any: &&[String]| any.len() == 1 && any[0] == column;
        if column == self.kind.first_column().name || self.needed.iter().any(alone) {
            return " (ต้องมี)".to_owned();
        }
        let among = self
            .needed
            .iter()
            .find(|any| any.iter().any(|c| c == column));
        match among {
            Some(any) => format!(" (ต้องมีอย่างน้อยหนึ่งใน {})", any.join(" ")),
            None if self.advised.contains(&column) => " (ควรมี)".to_owned(),
            None => String::new(),
        }
    }

    /// Counters have no fixed names; those that a component names come first, else one stands as
    /// an example of how they are written.
    fn counters(&self) -> Vec<String> {
        let period = self.kind.first_column().name;
        let mut names: Vec<&str> = Vec::new();
        let needed = self.needed.iter().copied().flatten().map(String::as_str);
        for name in needed.chain(self.advised.iter().copied()) {
            if name != period && !names.contains(&name) {
                names.push(name);
            }
        }
        if names.is_empty() {
            names.push("total");
        }
        let mut lines = Vec::new();
        for name in &names {
            let meaning = format!("ตัวนับ: ตัวเลข{}", self.need(name));
            lines.push(commented(name, "\"\"", &meaning));
        }
        lines.push("# [data.statistics_labels]".to_owned());
        for name in names {
            let meaning = format!("ชื่อของ {name} ที่แสดงบนหน้าเว็บ");
            lines.push(commented(name, "\"\"", &meaning));
        }
        lines
    }
}

fn commented(key: &str, value: &str, meaning: &str) -> String {
    let typed = format!("# {key} = {value}");
    format!("{typed:MEANING$}# {meaning}")
}

/// How a value is written, where the heading does not say it.
fn hint(kind: ColumnType, year: FiscalYear) -> String {
    match kind {
        ColumnType::Text => String::new(),
        ColumnType::Number => ": ตัวเลข".to_owned(),
        ColumnType::Percent | ColumnType::Score => ": 0 ถึง 100".to_owned(),
        ColumnType::Year => format!(": ปี พ.ศ. เช่น {year}"),
        ColumnType::Date => format!(": เช่น {year}-01-31"),
        ColumnType::Moment => format!(": วันที่หรือช่วงเวลา เช่น {year}-01-31 หรือ {year}-Q1"),
        ColumnType::Period => format!(": เดือน {year}-01 หรือไตรมาส {year}-Q1"),
        ColumnType::Truth => ": true หรือ false".to_owned(),
        ColumnType::File => ": ชื่อไฟล์ในโฟลเดอร์นี้".to_owned(),
        ColumnType::Address => ": ลิงก์ เช่น https://…".to_owned(),
        ColumnType::Bidders => ": รายละ { name = \"\", price = \"\" } คั่นด้วย ,".to_owned(),
        ColumnType::Choice(choices) => {
            let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
            format!(": {}", words.join(" หรือ "))
        }
    }
}
