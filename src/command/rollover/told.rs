//! What `oit rollover --apply` says: where everything goes, what to look at, and how to take it back.

use super::words::RolloverReport;
use crate::cli::RolloverArguments;
use crate::rollover::renumber::{FolderMove, Renumbering};

impl RolloverReport<'_> {
    /// All that is to be done, in the same words before and while it is.
    pub(super) fn renumbering(&self, plan: &Renumbering, wanted: &RolloverArguments) {
        let (from, to) = (self.from, self.to);
        let folders = plan.places.folders.iter();
        let lines: Vec<String> = folders
            .flat_map(|folder| self.folder(folder, plan))
            .collect();
        self.section(
            format!("รายการข้อของปี {to} เปลี่ยนไปหลังจากสร้างโฟลเดอร์ ทุกเรื่องย้ายไปตามเลขข้อใหม่:"),
            format!("the list of {to} changed after these folders were made; every subject goes to its new number:"),
            &lines,
        );
        let notes: Vec<String> = (plan.notes.iter())
            .map(|(path, notes)| {
                let notes: Vec<String> = notes.iter().map(|note| self.note(note)).collect();
                format!("{path}: {}", notes.join(" · "))
            })
            .collect();
        self.section(
            "เอกสารที่มีจุดต้องดู (บอกไว้ที่หัวของเอกสารด้วย):",
            "documents with something to look at (their heads say it too):",
            &notes,
        );
        self.section(
            "ที่อยู่ที่เผยแพร่แล้วและจะเปิดไม่ได้ หรือกลายเป็นของเรื่องอื่น:",
            "published addresses that end, or are another subject's now:",
            &plan.lost,
        );
        let (references, texts, kept) = (plan.references, plan.texts.len(), plan.kept);
        self.voice.tell(
            format!("แก้การอ้างถึง {references} แห่ง · เอกสารที่เปลี่ยน {texts} ฉบับ · ที่อยู่เดิมที่ยังเปิดได้ (formerly) {kept}"),
            format!("{references} references · {texts} documents change · {kept} old addresses stay alive (formerly)"),
        );
        if !wanted.apply {
            self.voice.tell(
                format!("ยังไม่ได้เขียนอะไร ให้โปรแกรมย้ายทั้งหมดนี้: oit rollover {from} {to} --apply"),
                format!(
                    "nothing was written. To have all this done: oit rollover {from} {to} --apply"
                ),
            );
        } else if wanted.dry_run {
            self.voice.tell("ยังไม่ได้เขียนอะไร", "nothing was written");
        }
    }

    /// A folder that goes elsewhere, and the files of it that get another name on the way.
    fn folder(&self, folder: &FolderMove, plan: &Renumbering) -> Vec<String> {
        let start = format!("{}/", folder.from);
        let files = plan.places.files.iter();
        let renamed = files.filter_map(|(old, now)| {
            let inside = old.strip_prefix(&*start)?;
            let now = now[folder.to.len() + 1..].to_owned();
            (inside != now).then(|| format!("   {inside} → {now}"))
        });
        let renamed: Vec<String> = renamed.collect();
        if folder.from == folder.to && renamed.is_empty() {
            return Vec::new();
        }
        let (was, from, to, key) = (folder.old.label(), &folder.from, &folder.to, &folder.key);
        let line = match folder.new {
            Some(new) => format!("{was} → {}  {from} → {to}  ({key})", new.label()),
            None => self.say(
                format!("{was}  {from} → {to}  ({key}) ปีนี้ไม่มีเรื่องนี้แล้ว เก็บไว้โดยไม่เผยแพร่"),
                format!(
                    "{was}  {from} → {to}  ({key}) not asked for any more: kept, not published"
                ),
            ),
        };
        std::iter::once(line).chain(renamed).collect()
    }

    /// What is no plain file.
    pub(super) fn left_behind(&self, paths: &[String]) {
        self.section(
            "ไม่ใช่ไฟล์ธรรมดา (เช่นทางลัด) จึงไม่ย้าย ยังอยู่กับของเดิมที่เก็บไว้:",
            "no plain files (links, for example): not moved, they stay with what is kept:",
            paths,
        );
    }

    /// Texts elsewhere that somebody wrote in.
    pub(super) fn changed_meanwhile(&self, paths: &[String]) {
        self.section(
            "มีคนแก้ไฟล์เหล่านี้ไปแล้ว โปรแกรมจึงไม่เขียนทับ ตรวจลิงก์เอง:",
            "somebody changed these meanwhile; they are left alone, look at their links:",
            paths,
        );
    }

    pub(super) fn applied(&self, kept: &str) {
        let (from, to) = (self.from, self.to);
        self.voice.tell(
            format!("ย้ายแล้ว ของเดิมทั้งปีเก็บไว้ใน {kept} (ไม่เผยแพร่ ลบได้เมื่อแน่ใจแล้ว)\nถ้าต้องการของเดิมคืน: oit rollover {from} {to} --undo\n"),
            format!("done. The year as it was is kept in {kept} (not published; delete it when you are sure)\nto put it back: oit rollover {from} {to} --undo\n"),
        );
    }

    pub(super) fn undone(&self, undone: &str) {
        let to = self.to;
        self.voice.tell(
            format!("คืน content/{to} เป็นอย่างเดิมแล้ว สิ่งที่อยู่ในนั้นก่อนคืนเก็บไว้ใน {undone}"),
            format!("content/{to} is as it was. What stood there before is kept in {undone}"),
        );
    }
}
