//! What a build would take away that is published.

use percent_encoding::percent_decode_str;

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
    /// Addresses of a year would lead nowhere.
    Addresses { year: i16, addresses: Vec<String> },
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
        Error "address-withdrawn": Self::Addresses { year, addresses } =>
            (format!("ที่อยู่ของปี {year} ที่เผยแพร่แล้ว {} แห่งจะเปิดไม่ได้อีก: {}", addresses.len(),
                     few(6, addresses, |more| format!(" และอีก {more} ที่อยู่"))),
             withdrawn(Thai, &format!("นำกลับมาในชื่อเดิม หรือถ้าเปลี่ยนชื่อ เขียน {} ในเอกสารที่มาแทน", formerly(addresses)))),
            (format!("published addresses of {year} would not open any more ({}): {}", addresses.len(),
                     few(6, addresses, |more| format!(" and {more} more"))),
             withdrawn(English, &format!("put them back under their old names, or where a name was changed write {} in the document that took the place", formerly(addresses))));
    }
}

/// The key that keeps these addresses alive, as far as it is short.
fn formerly(addresses: &[String]) -> String {
    const SHOWN: usize = 3;
    let name = |address: &String| {
        let path = address.trim_end_matches('/');
        let path = path.rsplit('/').next().unwrap_or(path);
        format!("\"{}\"", percent_decode_str(path).decode_utf8_lossy())
    };
    let names: Vec<String> = addresses.iter().take(SHOWN).map(name).collect();
    let more = if addresses.len() > SHOWN { ", …" } else { "" };
    format!("formerly = [{}{more}]", names.join(", "))
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
