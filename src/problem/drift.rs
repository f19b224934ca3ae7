//! What a build would take away that is published.

use super::coverage::CoverageFault;
use super::language::Language::{self, English, Thai};
use super::words::few;
use crate::model::{ItemNumber, Reason};

/// What a build would take away that is published.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum DriftFault {
    /// An item would be missing.
    Item {
        year: i16,
        item: ItemNumber,
        /// What it lacks now; `None` where the year has no such item any more.
        why: Option<Reason>,
    },
    /// So many items of a year that something happened to the year.
    Items { year: i16, items: Vec<ItemNumber> },
    /// Addresses of a year, or (`None`) of free pages, would lead nowhere.
    Addresses {
        year: Option<i16>,
        addresses: Vec<String>,
        /// What keeps them alive in `formerly`, wherever in the year; empty where nothing can.
        former: Vec<String>,
    },
    /// The whole site would stand at another address.
    Site { from: String, to: String },
}

faults! {
    DriftFault {
        Error "item-withdrawn":
        Self::Item { year, item, why } =>
            (format!("ข้อ {} ปี {year} เผยแพร่อยู่ แต่ถ้าสร้างครั้งนี้จะกลายเป็นยังไม่เผยแพร่: {}", item.label(), lacking(why.as_ref(), Thai)),
             withdrawn(Thai, match why {
                 Some(Reason::OnlyFuture(_)) => "ตรวจวันที่ของเครื่องคอมพิวเตอร์ ค่า --as-of และ date ของเอกสาร",
                 Some(Reason::OnlyDraft) => "ลบบรรทัด draft = true ของเอกสาร",
                 _ => "นำเอกสารของข้อนี้กลับมาไว้ที่เดิม",
             })),
            (format!("{} of {year} is published, and this build would make it missing: {}", item.label(), lacking(why.as_ref(), English)),
             withdrawn(English, match why {
                 Some(Reason::OnlyFuture(_)) => "check the computer's date, --as-of and the document's `date`",
                 Some(Reason::OnlyDraft) => "delete the document's line draft = true",
                 _ => "put the item's documents back",
             })),
        Self::Items { year, items } =>
            (format!("ปี {year} มี {} ข้อที่เผยแพร่อยู่ แต่ถ้าสร้างครั้งนี้จะกลายเป็นยังไม่เผยแพร่: {}", items.len(), item_runs(items)),
             withdrawn(Thai, "ตรวจว่าโฟลเดอร์ของปีนี้อยู่ครบ และวันที่ของเครื่องคอมพิวเตอร์ถูกต้อง")),
            (format!("{} items of {year} are published, and this build would make them missing: {}", items.len(), item_runs(items)),
             withdrawn(English, "see that the year's folder is whole and the computer's date is right"));
        Error "address-withdrawn":
        Self::Addresses { year, addresses, former } =>
            (format!("ที่อยู่ของ{}ที่เผยแพร่แล้ว {} แห่งจะเปิดไม่ได้อีก: {}", whose(Thai, *year), addresses.len(),
                     few(6, addresses, |more| format!(" และอีก {more} ที่อยู่"))),
             withdrawn(Thai, &kept(Thai, *year, former))),
            (format!("published addresses of {} would not open any more ({}): {}", whose(English, *year), addresses.len(),
                     few(6, addresses, |more| format!(" and {more} more"))),
             withdrawn(English, &kept(English, *year, former))),
        Self::Site { from, to } =>
            (format!("เว็บไซต์นี้เผยแพร่อยู่ที่ {from} แต่ครั้งนี้สร้างสำหรับ {to} ที่อยู่ที่ยื่นไว้แล้วทุกแห่งจะเปิดไม่ได้ เว้นแต่เครื่องเดิมนำต่อไปยังที่อยู่ใหม่"),
             withdrawn(Thai, &format!("เขียน base_url = \"{from}\" ตามเดิม"))),
            (format!("this site is published at {from}, and this build is for {to}: no address that was handed in opens any more, unless the old server leads on to the new one"),
             withdrawn(English, &format!("write base_url = \"{from}\" as before")));
    }
}

fn whose(language: Language, year: Option<i16>) -> String {
    match year {
        Some(year) => language.choose(format!("ปี {year} "), year.to_string()),
        None => language.choose("หน้าอิสระ", "free pages").to_owned(),
    }
}

/// What keeps addresses alive.
fn kept(language: Language, year: Option<i16>, former: &[String]) -> String {
    const SHOWN: usize = 3;
    let names = former.iter().take(SHOWN).map(|name| quoted(name));
    let names: Vec<String> = names.collect();
    let more = if former.len() > SHOWN { ", …" } else { "" };
    let line = format!("formerly = [{}{more}]", names.join(", "));
    match (year, former.is_empty()) {
        (_, true) => language.choose("นำกลับมาในชื่อเดิม", "put them back under their old names").to_owned(),
        (Some(_), false) => language.choose(
            format!("นำกลับมาในชื่อเดิม หรือถ้าเปลี่ยนชื่อ เขียน {line} ในเอกสารที่มาแทน"),
            format!("put them back under their old names, or where a name was changed write {line} in the document that took the place"),
        ),
        (None, false) => language.choose(
            format!("นำกลับมาในชื่อเดิม หรือถ้าเปลี่ยนชื่อ เขียน {line} ในหน้าที่มาแทน"),
            format!("put them back under their old names, or where a name was changed write {line} in the page that took the place"),
        ),
    }
}

/// A name as TOML has it.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Why an item would be missing.
fn lacking(why: Option<&Reason>, language: Language) -> String {
    match why {
        Some(why) => {
            let fault = CoverageFault::Incomplete(why.clone());
            fault.words(language).message
        }
        None => language
            .choose("ไม่มีข้อนี้ในปีนี้แล้ว", "the year has no such item any more")
            .to_owned(),
    }
}

fn withdrawn(language: Language, mend: &str) -> String {
    language.choose(
        format!("{mend} ถ้าตั้งใจถอนออก พิมพ์ oit build --allow-withdraw"),
        format!("{mend}; if it is to go, type oit build --allow-withdraw"),
    )
}

/// Items in their order, neighbours as one: `O1, O3–O9`.
fn item_runs(items: &[ItemNumber]) -> String {
    let runs = items.chunk_by(|one, next| one.0 + 1 == next.0);
    let runs = runs.filter_map(|run| {
        let (first, last) = (run.first()?.label(), run.last()?.label());
        Some(match run.len() {
            1 => first,
            2 => format!("{first}, {last}"),
            _ => format!("{first}–{last}"),
        })
    });
    runs.collect::<Vec<_>>().join(", ")
}
