//! A document of the old year as a draft of the new one.

use super::Note;
use super::edit::EditedDocument;
use super::mark::{mark, went};
use super::references::{Destination, Moved};
use crate::files::folder_of;
use crate::model::{Calendar, Document, FiscalYear, ItemDefinition, Period};
use crate::parse::quoted::quoted;

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
    let (old, new) = job.items;
    let trees = job.moved.trees;
    let mut edited = EditedDocument::new(job.document, job.text, trees);
    edited.comment_out("draft");
    period(job, &mut edited);
    edited.components(old, new);
    edited.also(new);
    let folders = (folder_of(&job.document.path), &*job.place.folder);
    let old_year = format!("{}/", trees.old.fiscal_year);
    edited.references(&old_year, &|href| {
        job.moved.reference(href, folders.0, folders.1)
    });
    edited.finish(head(job))
}

/// A period that holds the new year is still right; for another one the rule gives none.
fn period(job: &Job<'_>, edited: &mut EditedDocument<'_>) {
    let Some(period) = &job.document.period else {
        return;
    };
    let to = job.moved.trees.new.fiscal_year;
    if !covers(&period.value.period, job.items.1, to) {
        let written = period.value.text.clone();
        edited.head.push(format!(
            "# ตรวจ period: ของเดิมคือ {written} ซึ่งไม่คลุมปี {to} ใส่ช่วงเวลาใหม่หรือลบบรรทัดนั้น"
        ));
        edited.comment_out("period");
        edited.notes.push(Note::Period(written));
    }
}

/// What stands at the top of every draft.
fn head(job: &Job<'_>) -> Vec<String> {
    let Job {
        document, items, ..
    } = job;
    let (old, new) = *items;
    let years = (
        job.moved.trees.old.fiscal_year,
        job.moved.trees.new.fiscal_year,
    );
    let mut lines = vec![
        mark(&new.key, &format!("ยกมาจาก {}", document.path)),
        went(years, old, new),
        "# ก่อนเผยแพร่: อ่านชื่อเรื่อง เนื้อหา และไฟล์ ว่ายังใช้ในปีนี้ แก้ปี พ.ศ. ในข้อความ และตรวจ date".to_owned(),
        "draft = true            # ลบบรรทัดนี้เมื่อตรวจแล้วและพร้อมเผยแพร่".to_owned(),
    ];
    if document.slug.is_none() && job.place.key.is_some() {
        // It was the lead of an item that is a part of another now.
        lines.extend(of_its_own(document, old, &job.day));
    }
    lines
}

/// The keys that a further document needs and a lead may do without.
pub(super) fn of_its_own(document: &Document, item: &ItemDefinition, day: &str) -> Vec<String> {
    let mut lines = Vec::new();
    if document.title.is_none() {
        lines.push(format!("title = {}", quoted(&item.title)));
    }
    if document.date.is_none() {
        lines.push(format!("date = \"{day}\""));
    }
    lines
}

/// Whether a period still holds in the new year: it covers the whole of it.
pub(super) fn covers(period: &Period, item: &ItemDefinition, year: FiscalYear) -> bool {
    let either = item.timing.calendar == Calendar::Either;
    period.covers(&year.period()) || (either && period.covers(&year.calendar_period()))
}
