//! A document of the old year as a draft of the new one.
//!
//! Every byte that need not change stays, comments and line ends included: what is not right in the
//! new year is commented out, and the head of the document says what to look at.

use std::collections::BTreeSet;
use std::ops::Range;

use super::compare::Trees;
use super::mark::mark;
use super::references::{Becomes, Destination, Moved};
use crate::files::{file_name, folder_of};
use crate::model::{Calendar, Document, FiscalYear, ItemDefinition, Period};
use crate::parse::layout::Layout;
use crate::parse::quoted::quoted;
use crate::span::{Located, Span};

/// What a clerk has to look at in a carried document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// Its period, as written, says nothing of the new year and was commented out.
    Period(String),
    /// Components with these numbers are not asked for any more, or in other words.
    Components(Vec<i64>),
    /// The list of further items names one that is gone, and was commented out.
    Also,
    /// References that lead to the old year.
    OldYear(Vec<String>),
    /// References that must be mended by hand.
    ByHand(Vec<String>),
}

/// What is carried from where to where.
pub(super) struct Job<'a> {
    pub(super) document: &'a Document,
    pub(super) text: &'a str,
    /// The item it stood under, and the one it goes to.
    pub(super) items: (&'a ItemDefinition, &'a ItemDefinition),
    pub(super) place: &'a Destination,
    pub(super) moved: &'a Moved<'a>,
    /// A day for a document that must have one and has none.
    pub(super) day: String,
}

/// The text of the draft, and what to look at in it.
pub(super) fn draft(job: &Job<'_>) -> (String, Vec<Note>) {
    let mut draft = Draft {
        job,
        layout: Layout::new(&job.document.path, job.text),
        edits: Vec::new(),
        head: Vec::new(),
        notes: Vec::new(),
    };
    draft.comment_out("draft");
    draft.period();
    draft.components();
    draft.also();
    draft.references();
    draft.finish()
}

struct Draft<'a> {
    job: &'a Job<'a>,
    layout: Layout<'a>,
    edits: Vec<(Range<usize>, String)>,
    /// Lines at the head, after those that every draft has.
    head: Vec<String>,
    notes: Vec<Note>,
}

impl Draft<'_> {
    fn trees(&self) -> Trees<'_> {
        self.job.moved.trees
    }

    fn to(&self) -> FiscalYear {
        self.trees().new.fiscal_year
    }

    fn comment_out(&mut self, key: &str) {
        for lines in self.layout.lines(key) {
            let commented = format!("# {}", self.job.text[lines.clone()].replace('\n', "\n# "));
            // Nothing inside is edited any more.
            self.edits.retain(|(range, _)| !touches(range, &lines));
            self.edits.push((lines, commented));
        }
    }

    fn replace(&mut self, range: Range<usize>, text: String) {
        if !self.edits.iter().any(|(other, _)| touches(&range, other)) {
            self.edits.push((range, text));
        }
    }

    /// A period that holds the new year is still right; for another one the rule gives none.
    fn period(&mut self) {
        let Some(period) = &self.job.document.period else {
            return;
        };
        if !covers(&period.value.period, self.job.items.1, self.to()) {
            let written = period.value.text.clone();
            self.head.push(format!(
                "# ตรวจ period: ของเดิมคือ {written} ซึ่งไม่คลุมปี {} ใส่ช่วงเวลาใหม่หรือลบบรรทัดนั้น",
                self.to()
            ));
            self.comment_out("period");
            self.notes.push(Note::Period(written));
        }
    }

    fn components(&mut self) {
        let (old, new) = self.job.items;
        let numbers = self.trees().components(old, new);
        let same = old.components.len() == new.components.len()
            && numbers.iter().enumerate().all(|(at, n)| *n == Some(at + 1));
        if same {
            return;
        }
        let stated = &self.job.document.components;
        let (kept, lost) = renumbered(stated, &numbers);
        if new.components.is_empty() {
            self.comment_out("components");
        } else {
            let kept: Vec<String> = kept.iter().map(ToString::to_string).collect();
            let numbers = format!("[{}]", kept.join(", "));
            match self.layout.value("components") {
                Some(value) => self.replace(value, numbers),
                None => self.head.push(format!("components = {numbers}")),
            }
            let to = self.to();
            self.head
                .push(format!("# ตรวจ components ใหม่ องค์ประกอบของปี {to}:"));
            let texts = new.components.iter().enumerate();
            self.head
                .extend(texts.map(|(at, one)| format!("#   {}. {}", at + 1, one.text)));
        }
        if !lost.is_empty() {
            self.notes.push(Note::Components(lost));
        }
    }

    /// Further items of the same year: under their new numbers, or not at all.
    fn also(&mut self) {
        let trees = self.trees();
        let mut edits = Vec::new();
        let mut lost = false;
        for also in &self.job.document.also {
            let number = also.item.value;
            let (Some(old), Some(new)) = (trees.old.item(number), trees.heir(number)) else {
                lost = true;
                continue;
            };
            if new.number != number {
                edits.push((also.item.at.range.clone(), format!("\"{}\"", new.number)));
            }
            let numbers = trees.components(old, new);
            for component in &also.components {
                match at(&numbers, component.value) {
                    Some(now) => edits.push((component.at.range.clone(), now.to_string())),
                    None => lost = true,
                }
            }
        }
        if lost {
            self.head
                .push("# ตรวจ also: บางข้อหรือบางองค์ประกอบไม่มีในปีนี้แล้ว แก้แล้วเอา # ออก".to_owned());
            self.comment_out("also");
            self.notes.push(Note::Also);
            return;
        }
        for (range, text) in edits {
            self.replace(range, text);
        }
    }

    fn references(&mut self) {
        let document = self.job.document;
        let (old, new) = (folder_of(&document.path), &*self.job.place.folder);
        let (mut old_year, mut by_hand) = (BTreeSet::new(), BTreeSet::new());
        for (href, at) in references(document, self.job.text) {
            match self.job.moved.reference(&href, old, new) {
                Becomes::Same => {}
                Becomes::OldYear => old_year.extend([href]),
                Becomes::Written(written) => {
                    let edit = place_of(self.job.text, &document.body.range, &href, &at);
                    let was = written.contains(&format!("{}/", self.trees().old.fiscal_year));
                    match edit {
                        Some((range, is_quoted)) => {
                            let text = if is_quoted {
                                quoted(&written)
                            } else {
                                written.clone()
                            };
                            self.replace(range, text);
                            old_year.extend(was.then_some(written));
                        }
                        None => by_hand.extend([href]),
                    }
                }
            }
        }
        self.note("# ตรวจลิงก์ที่ยังชี้ไปปีก่อน", old_year, Note::OldYear);
        self.note("# แก้ลิงก์เหล่านี้เอง", by_hand, Note::ByHand);
    }

    /// Tells of references, if there are any.
    fn note(&mut self, what: &str, links: BTreeSet<String>, note: fn(Vec<String>) -> Note) {
        if !links.is_empty() {
            let links: Vec<String> = links.into_iter().collect();
            self.head.push(format!("{what}: {}", links.join("  ")));
            self.notes.push(note(links));
        }
    }

    fn finish(mut self) -> (String, Vec<Note>) {
        let head = self.head();
        let text = self.job.text;
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let mut out = text.to_owned();
        let mut edits = std::mem::take(&mut self.edits);
        edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        for (range, new) in edits {
            out.replace_range(range, &new);
        }
        let head = head.join(end) + end;
        if self.layout.has_keys {
            out.insert_str(self.start(), &head);
        } else {
            let start = self.layout.toml.start;
            out.insert_str(start, &format!("+++{end}{head}+++{end}{end}"));
        }
        (out, self.notes)
    }

    /// Where the keys start: what tells an editor the schema must stay on the first lines.
    fn start(&self) -> usize {
        let start = self.layout.toml.start;
        let lines = self.job.text[start..].split_inclusive('\n');
        let told = lines.take_while(|line| line.starts_with("#:"));
        start + told.map(str::len).sum::<usize>()
    }

    /// What stands at the top of every draft, and what this one needs besides.
    fn head(&self) -> Vec<String> {
        let Job {
            document, items, ..
        } = self.job;
        let (old, new) = *items;
        let from = self.trees().old.fiscal_year;
        let mut lines = vec![
            mark(&new.key, &format!("ยกมาจาก {}", document.path)),
            format!(
                "# ปี {from} ข้อ O{} → ปี {} ข้อ O{} {}",
                old.number.0,
                self.to(),
                new.number.0,
                new.title
            ),
            "# ก่อนเผยแพร่: อ่านชื่อเรื่อง เนื้อหา และไฟล์ ว่ายังใช้ในปีนี้ แก้ปี พ.ศ. ในข้อความ และตรวจ date"
                .to_owned(),
            "draft = true            # ลบบรรทัดนี้เมื่อตรวจแล้วและพร้อมเผยแพร่".to_owned(),
        ];
        if document.slug.is_none() && self.job.place.name.is_some() {
            // It was the lead of an item that is a part of another now.
            if document.title.is_none() {
                lines.push(format!("title = {}", quoted(&old.title)));
            }
            if document.date.is_none() {
                lines.push(format!("date = \"{}\"", self.job.day));
            }
        }
        lines.extend(self.head.iter().cloned());
        lines
    }
}

/// Whether a period still holds in the new year: it covers the whole of it.
pub(super) fn covers(period: &Period, item: &ItemDefinition, year: FiscalYear) -> bool {
    let either = item.calendar == Calendar::Either;
    period.covers(&year.period()) || (either && period.covers(&year.calendar_period()))
}

/// The new number of a component.
fn at(numbers: &[Option<usize>], old: i64) -> Option<usize> {
    let index = usize::try_from(old).ok()?.checked_sub(1)?;
    *numbers.get(index)?
}

/// Components by their new numbers, and those that have none.
fn renumbered(stated: &[Located<i64>], numbers: &[Option<usize>]) -> (Vec<usize>, Vec<i64>) {
    let mut kept: Vec<usize> = stated
        .iter()
        .filter_map(|component| at(numbers, component.value))
        .collect();
    kept.sort_unstable();
    let lost = stated.iter().map(|component| component.value);
    (
        kept,
        lost.filter(|old| at(numbers, *old).is_none()).collect(),
    )
}

/// Every reference of a document as it is written, with its place.
fn references(document: &Document, text: &str) -> Vec<(String, Span)> {
    let links = document.all_links();
    let links = links.map(|link| (link.href.clone(), link.at.clone()));
    let files = document.named_files().map(|(_, at)| {
        let written = text.get(at.range.clone()).unwrap_or("");
        let inner = written.trim_matches(['"', '\'']).trim();
        (inner.to_owned(), at.clone())
    });
    links.chain(files).collect()
}

/// Where exactly a reference is written, and whether the quotation marks belong to the place.
fn place_of(
    text: &str,
    body: &Range<usize>,
    href: &str,
    at: &Span,
) -> Option<(Range<usize>, bool)> {
    let written = text.get(at.range.clone())?;
    if written == href {
        return Some((at.range.clone(), false));
    }
    let in_toml = at.range.end <= body.start || body.is_empty();
    if in_toml && written.trim_matches(['"', '\'']).trim() == href {
        return Some((at.range.clone(), true));
    }
    // A link inside a text, or one whose address stands at the end of the document.
    let (area, starts): (Range<usize>, &[&str]) = if in_toml {
        (at.range.clone(), &["](", "](<"])
    } else {
        (body.clone(), &["]: ", "]: <", "]:"])
    };
    let area_text = text.get(area.clone())?;
    starts.iter().find_map(|start| {
        let wanted = format!("{start}{href}");
        let found = area_text.find(&wanted)?;
        let end = found + wanted.len();
        let closed = area_text[end..].chars().next();
        let closed = closed.is_none_or(|c| c.is_whitespace() || ")>".contains(c));
        closed.then(|| (area.start + found + start.len()..area.start + end, false))
    })
}

fn touches(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The name of a document that becomes a further one of another item.
pub(super) fn renamed(path: &str, key: &str) -> Option<String> {
    let (stem, ending) = file_name(path).rsplit_once('.')?;
    let is_lead = stem.eq_ignore_ascii_case("index");
    is_lead.then(|| format!("{key}.{ending}"))
}
