//! What the manual repeats from the lists: made here, and compared with the pages. `OIT_BLESS=1` writes it anew.
//!
//! Of 2566 these are the head of each page, the words of the form on it, and the index; what is said around them is written
//! by hand. Every other year is one page, all of it from its list, but for the examples of items with components.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use oit::model::{
    Calendar, Component, FiscalYear, Framework, ItemDefinition, Provenance, Requirement, Rule,
    ShownBy, SubIndicator, Timing,
};
use oit::parse::framework::{built_in, built_in_years, framework};

use super::examples::heading;
use super::years::heads;
use crate::harness::repository;

/// The year whose items have a page each.
pub(super) const BY_ITEM: i16 = 2566;

/// What stands above the words of the form.
const SIGNS: &str = "รหัสของที่มาอยู่ท้าย [หน้ารวม](README.md) สิ่งที่ไม่บอกที่มาเป็นของรายการทั้งปี · Signs of sources: see the index.";

/// Before an example on the page of a year.
const EXAMPLE: &str = "### ตัวอย่างที่กรอกแล้ว · A filled-in example\n";

pub(super) fn tree(year: FiscalYear) -> Framework {
    let (path, text) = built_in(year).unwrap();
    framework(&path, &text, year).0
}

/// The years with one page for all items.
pub(super) fn other_years() -> Vec<FiscalYear> {
    let years = built_in_years().into_iter();
    years.filter(|year| year.number() != BY_ITEM).collect()
}

/// Compares a page with what it should be, or writes it.
fn hold(name: &str, wanted: impl Fn(&str) -> String) {
    let path = repository().join("docs/items").join(name);
    let there = fs::read_to_string(&path).unwrap_or_default();
    let wanted = wanted(&there);
    if std::env::var("OIT_BLESS").is_ok_and(|bless| bless == "1") {
        fs::write(&path, wanted).unwrap();
        return;
    }
    let mut lines = there.lines().zip(wanted.lines());
    let differing = lines.find(|(there, wanted)| there != wanted);
    assert!(
        there == wanted,
        "{name} is not as its list says (OIT_BLESS=1 writes it): {differing:?}"
    );
}

/// A page with a part of it replaced, from the end of `after` to the start of `before`.
fn between(page: &str, after: &str, before: &str, part: &str) -> String {
    let start = page
        .find(after)
        .unwrap_or_else(|| panic!("{after}: {page}"))
        + after.len();
    let length = page[start..]
        .find(before)
        .unwrap_or_else(|| panic!("{before}"));
    [&page[..start], part, &page[start + length..]].concat()
}

#[test]
fn pages_of_items_repeat_their_list() {
    let tree = tree(FiscalYear::new(BY_ITEM.into()).unwrap());
    let items: Vec<_> = tree.items().map(|(_, sub, item)| (sub, item)).collect();
    let page = |at: usize| format!("o{:02}.md", items[at].1.number.0);
    let arrow = |at: usize| items[at].1.number.label();
    for (at, (sub, item)) in items.iter().enumerate() {
        let mut arrows = String::new();
        if at > 0 {
            let _ = write!(arrows, "[← {}]({}) · ", arrow(at - 1), page(at - 1));
        }
        arrows += "[ทุกข้อ](README.md)";
        if at + 1 < items.len() {
            let _ = write!(arrows, " · [{} →]({})", arrow(at + 1), page(at + 1));
        }
        let head = format!(
            "# {} {}\n\n{arrows}\n\nตัวชี้วัดย่อย {} {} · กติกา `{}` · ปฏิทิน `{}`\n",
            item.number.label(),
            item.title,
            sub.code,
            sub.title,
            item.timing.rule.name(),
            calendar(item.timing),
        );
        let words = format!("\n{SIGNS}\n\n{}", said(&tree, sub, item));
        hold(&page(at), |there| {
            let there = between(there, "", "\n## ต้องแสดงอะไร", &head);
            between(
                &there,
                "\n## ถ้อยคำของแบบ · As the form words it\n",
                "\n## ",
                &words,
            )
        });
    }
    hold("README.md", |there| {
        let there = between(there, "\n## สารบัญ · Index\n", "\n## วิธีอ่าน", &index(&tree));
        let after = "\n## ที่มา · Sources\n";
        between(&there, after, "\n## ไฟล์พื้นฐาน", &sources(&tree))
    });
}

/// The items by sub-indicator, with rule and datasets.
fn index(tree: &Framework) -> String {
    let mut out = String::new();
    for sub in tree.indicators.iter().flat_map(|indicator| &indicator.subs) {
        let _ = write!(out, "\n### {} {}\n\n", sub.code, sub.title);
        out += "| ข้อ | เรื่อง | กติกา | ชุดข้อมูล |\n|---|---|---|---|\n";
        for item in &sub.items {
            let mut kinds: Vec<String> = Vec::new();
            for shown_by in item
                .components
                .iter()
                .filter_map(|one| one.shown_by.as_ref())
            {
                let kind = format!("`{}`", shown_by.dataset.name());
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
            let kinds = if kinds.is_empty() {
                "–".to_owned()
            } else {
                kinds.join(" ")
            };
            let (label, number) = (item.number.label(), item.number.0);
            let (title, rule) = (&item.title, item.timing.rule.name());
            let _ = writeln!(
                out,
                "| [{label}](o{number:02}.md) | {title} | `{rule}` | {kinds} |"
            );
        }
    }
    out
}

#[test]
fn every_other_year_has_a_page_from_its_list() {
    for year in other_years() {
        let heads = heads(year);
        hold(&format!("{year}.md"), |there| {
            page_of_year(&tree(year), there, &heads)
        });
    }
}

/// A page of a year. The examples of items with components stay as they are.
fn page_of_year(tree: &Framework, there: &str, heads: &BTreeMap<u16, String>) -> String {
    let year = tree.fiscal_year;
    let all = tree.items().count();
    let known = tree
        .items()
        .filter(|(_, _, item)| item.records_components)
        .count();
    let recorded = format!("ข้อที่บันทึกองค์ประกอบไว้ ({known} จาก {all} ข้อ) มีตัวอย่างที่กรอกแล้ว");
    let mut out = format!(
        "# ทุกข้อของปีงบประมาณ {year} · The items of {year}\n\n\
         [รายข้อของปี {BY_ITEM}](README.md) · [สิ่งที่ยังไม่ทราบของแต่ละปี](../years.md)\n\n\
         หน้านี้มาจากรายการข้อในโปรแกรม (ข้อเดียวดูด้วย `oit explain o1 --year {year}`) {recorded} ข้ออื่นมีส่วนหัวอย่างน้อยตามที่ `oit new` เขียนให้ (กับตารางที่หน้าแรกต้องใช้) และ**ต้องเทียบกับคู่มือของปีเอง** วิธีเขียน ที่มักพลาด และเมื่อไม่มีเรื่องจะลง ของเรื่องเดียวกันในปี {BY_ITEM} ดูที่ลิงก์ของข้อ รหัสของที่มาอยู่ท้ายหน้า\n\n\
         *From the built-in list of {year}. Items whose components are recorded ({known} of {all}) have a filled-in example, all others the least front matter, as `oit new` writes it, with the table that the home page needs: compare them with the handbook of the year. The link of an item leads to the same subject of {BY_ITEM}, with what is often missed.*\n"
    );
    if tree.is_provisional {
        out += "\n**รายการนี้ยังไม่ยืนยันกับคู่มือของปีนี้ · Not confirmed by the list of the year.**\n";
    }
    let of_2566 = self::tree(FiscalYear::new(BY_ITEM.into()).unwrap());
    for (_, sub, item) in tree.items() {
        let label = item.number.label();
        let _ = write!(out, "\n## {label} {}\n\n", item.title);
        let same = of_2566.items().map(|(_, _, other)| other);
        let same: Vec<String> = same
            .filter(|other| other.is_same_subject(item))
            .map(|other| format!("[{}](o{:02}.md)", other.number.label(), other.number.0))
            .collect();
        if !same.is_empty() {
            let _ = writeln!(out, "- เรื่องเดียวกันในปี {BY_ITEM}: {}", same.join(" "));
        }
        let _ = writeln!(out, "- ตัวชี้วัดย่อย {} {}", sub.code, sub.title);
        out += &said(tree, sub, item);
        if item.components.is_empty() {
            let head = &heads[&item.number.0];
            let name = item.number.to_string();
            let _ = write!(
                out,
                "\nส่วนหัวอย่างน้อย · The least front matter (`oit new {name} --year {year}`)\n\n\
                 `content/{year}/o{:02}/index.md`\n\n```markdown\n{head}```\n",
                item.number.0
            );
        } else {
            let own = format!("\n## {label} {}\n", item.title);
            let own = there.split(&own).nth(1).unwrap_or_default();
            let own = own.split("\n## O").next().unwrap_or_default();
            let own = own.split("\n## ที่มา").next().unwrap_or_default();
            let example = own.split(EXAMPLE).nth(1).unwrap_or("\n");
            let is_there = example.lines().any(|line| heading(line).is_some());
            assert!(is_there, "docs/items/{year}.md: {label} lacks its example");
            let _ = write!(out, "\n{EXAMPLE}{}\n", example.trim_end_matches('\n'));
        }
    }
    out + "\n## ที่มา · Sources\n" + &sources(tree)
}

/// The source of a list, and what the signs of its sources stand for.
fn sources(tree: &Framework) -> String {
    let mut out = format!("\n{}\n\n", tree.source);
    for (sign, words) in &tree.sources {
        let _ = writeln!(out, "- {sign} = {words}");
    }
    out
}

/// What the list says of an item: its place, its time, its components, and where all that is known from.
fn said(tree: &Framework, sub: &SubIndicator, item: &ItemDefinition) -> String {
    let year = tree.fiscal_year;
    let mut out = line("- ที่มาของตำแหน่ง", &known(&sub.provenance));
    out += &line("- หัวเรื่อง", &item.group);
    let time = asked(item.timing, year).unwrap_or_else(|| "ไม่กำหนด (`any`)".to_owned());
    out += &line("- ช่วงเวลา", &time);
    out += &line("- หมายเหตุของแบบ", item.note.as_deref().unwrap_or_default());
    out += &line("- เมื่อไม่มี เผยแพร่ว่าไม่มีได้", &none(item.none.as_deref()));
    out += &line("- ที่มาของชื่อข้อและช่วงเวลา", &known(&item.provenance));
    if !item.records_components {
        out += "- องค์ประกอบ: **ยังไม่ได้บันทึกไว้** ดูคู่มือของปี\n";
    }
    if !item.components.is_empty() {
        out += "\nองค์ประกอบ · Components\n\n";
    }
    for (number, component) in (1..).zip(&item.components) {
        let how = match &component.shown_by {
            Some(shown_by) => format!("ชุดข้อมูล `{}`", columns(shown_by)),
            None => format!("เลข {number} ใน `components`"),
        };
        out += &component_said(&format!("{number}."), component, year);
        let _ = writeln!(out, "   - พิมพ์: {how}");
    }
    if !item.advice.is_empty() {
        out += "\nควรมีด้วย ยังไม่ยืนยัน จึงไม่บังคับ · Advised, not required\n\n";
    }
    for advised in &item.advice {
        out += &component_said("-", advised, year);
    }
    out
}

fn component_said(mark: &str, component: &Component, year: FiscalYear) -> String {
    let is_told = component.text.contains("ถ้ามี");
    let if_any = if component.optional && !is_told {
        " (ถ้ามี)"
    } else {
        ""
    };
    let mut out = format!("{mark} {}{if_any}\n", plain(&component.text));
    let time = component.timing.and_then(|timing| asked(timing, year));
    out += &line("   - ช่วงเวลา", &time.unwrap_or_default());
    out += &line(
        "   - หมายเหตุของแบบ",
        component.note.as_deref().unwrap_or_default(),
    );
    out += &line("   - เมื่อไม่มี", &none(component.none.as_deref()));
    out += &line("   - ที่มา", &known(&component.provenance));
    out
}

/// A line, if there is something to say.
fn line(what: &str, said: &str) -> String {
    if said.is_empty() {
        return String::new();
    }
    format!("{what}: {}\n", plain(said))
}

/// Stars are those of footnotes.
fn plain(text: &str) -> String {
    if text.contains("**") {
        text.to_owned()
    } else {
        text.replace('*', "\\*")
    }
}

fn none(words: Option<&str>) -> String {
    words
        .map(|words| format!("`none = \"{words}\"`"))
        .unwrap_or_default()
}

fn asked(timing: Timing, year: FiscalYear) -> Option<String> {
    let rule = timing.rule.name();
    let either = if timing.calendar == Calendar::Either {
        " `either`"
    } else {
        ""
    };
    let monthly = if timing.monthly {
        " แต่ละเดือน"
    } else {
        ""
    };
    let words = timing.asks_for(year);
    (timing.rule != Rule::Any || timing.monthly).then(|| {
        format!("{words}{monthly} (`{rule}`{either})")
            .trim_start()
            .to_owned()
    })
}

fn calendar(timing: Timing) -> &'static str {
    let mut names = Calendar::NAMES.into_iter();
    names
        .find(|(_, known)| *known == timing.calendar)
        .unwrap()
        .0
}

fn known(provenance: &Provenance) -> String {
    let confidence = provenance.confidence.map(|confidence| confidence.words().0);
    let source = Some(provenance.source.as_str()).filter(|source| !source.is_empty());
    source
        .into_iter()
        .chain(confidence)
        .collect::<Vec<_>>()
        .join(" · ")
}

fn columns(shown_by: &ShownBy) -> String {
    let requirements = shown_by.requirements.iter().map(|one| match one {
        Requirement::AnyOf(columns) => columns.join("|"),
        Requirement::Only { column, value } => format!("{column}={value}"),
    });
    let columns = requirements.collect::<Vec<_>>().join(", ");
    format!("{}({columns})", shown_by.dataset.name())
}
