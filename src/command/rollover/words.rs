//! What `oit rollover` says: a table of all items, what to look at, and what to do next.

use std::fmt::Write;

use crate::command::voice::Voice;
use crate::files::SitePath;
use crate::model::{FiscalYear, Rule, Site};
use crate::report::{CellKind, ReportColumn, ReportTable};
use crate::rollover::{Action, Carried, ItemPlan, Note, Plan};

pub(super) struct RolloverReport<'a> {
    pub(super) voice: &'a Voice,
    pub(super) from: FiscalYear,
    pub(super) to: FiscalYear,
}

impl RolloverReport<'_> {
    pub(super) fn say<T: Into<String>>(&self, thai: T, english: T) -> String {
        self.voice.say(thai, english).into()
    }

    pub(super) fn mend_first(&self) {
        self.voice.tell(
            "ยังไม่ได้เขียนอะไร แก้ข้อผิดพลาดข้างต้นก่อน แล้วสั่งใหม่",
            "nothing was written: mend these errors first, then run this again",
        );
    }

    /// All items, what changed in the list, and what to look at. `base`: the year whose list is used for want of a newer.
    pub(super) fn items(&self, plan: &Plan, base: Option<FiscalYear>, dry_run: bool) {
        let gap = self.to.number() - self.from.number();
        if gap > 1 {
            self.voice.tell(
                format!("ระวัง: ข้ามไป {gap} ปี ปกติทำทีละปี\n"),
                format!("careful: this is a step of {gap} years; one at a time is usual\n"),
            );
        }
        self.voice
            .stdout_unless_quiet(&self.table(plan, dry_run).text());
        if let Some(base) = base {
            let to = self.to;
            self.voice.tell(
                format!("รายการข้อของปี {to} ยังไม่มีในโปรแกรม จึงใช้ของปี {base} ไปก่อน เป็นของชั่วคราว\n"),
                format!(
                    "the list of {to} is not known yet: that of {base} is used, provisionally\n"
                ),
            );
        }
        self.dropped(plan);
        self.components(plan);
        self.notes(plan);
    }

    fn table(&self, plan: &Plan, dry_run: bool) -> ReportTable {
        let (from, to) = (self.from, self.to);
        let mut title = self.say(format!("ปี {to} จากปี {from}"), format!("{to} from {from}"));
        if dry_run {
            title += &self.say(" (ยังไม่ได้เขียนไฟล์)", " (nothing written)");
        }
        let heads: [(&'static str, &'static str); 5] = [
            ("ข้อ", "item"),
            ("เดิม", "was"),
            ("เรื่อง", "subject"),
            ("ทำ", "done"),
            ("ต่างจากเดิม", "what changed"),
        ];
        let columns = heads.map(|(thai, english)| {
            ReportColumn::new(english, self.voice.say(thai, english), CellKind::Text)
        });
        // A tree of which no rules are recorded cannot have changed them.
        let mut old = plan.items.iter().flat_map(|item| &item.origin.same);
        let has_rules = old.any(|old| old.timing.rule != Rule::Any);
        let rows = plan.items.iter();
        ReportTable {
            title,
            head: Vec::new(),
            columns: columns.to_vec(),
            rows: rows.map(|item| self.row(item, has_rules)).collect(),
        }
    }

    fn row(&self, item: &ItemPlan, has_rules: bool) -> Vec<String> {
        let was: Vec<String> = item.origin.all().map(|old| old.number.label()).collect();
        vec![
            item.item.number.label(),
            was.join(" "),
            item.item.title.clone(),
            self.action(&item.action),
            self.changes(item, has_rules).join("\n"),
        ]
    }

    fn action(&self, action: &Action) -> String {
        match action {
            Action::Leave => self.say("มีอยู่แล้ว ไม่แตะ", "there already, left alone"),
            Action::Start(_) => self.say("เริ่มใหม่", "starts empty"),
            Action::Carry(documents) => {
                let files: usize = documents.iter().map(|document| document.files.len()).sum();
                let count = documents.len();
                let mut thai = format!("ยกมาเป็นร่าง {count} เอกสาร");
                let mut english = format!("carried: {count} drafts");
                if files > 0 {
                    let _ = write!(thai, " {files} ไฟล์");
                    let _ = write!(english, ", {files} files");
                }
                self.say(thai, english)
            }
        }
    }

    /// What the new list changed in an item.
    fn changes(&self, plan: &ItemPlan, has_rules: bool) -> Vec<String> {
        let (item, origin) = (&plan.item, &plan.origin);
        let mut changes = Vec::new();
        let merged: Vec<String> = origin.merged.iter().map(|old| old.number.label()).collect();
        if !merged.is_empty() {
            let list = merged.join(" ");
            changes.push(self.say(format!("รวม {list} เข้ามา"), format!("took in {list}")));
        }
        if let Some(wider) = &origin.part_of {
            let wider = wider.number.label();
            changes.push(self.say(format!("แยกออกจาก {wider}"), format!("was in {wider}")));
        }
        match &origin.same {
            Some(old) => {
                if old.number != item.number {
                    changes.push(self.say("เลขข้อเปลี่ยน", "another number"));
                }
                if has_rules && old.timing.rule != item.timing.rule {
                    let (old, new) = (old.timing.rule.name(), item.timing.rule.name());
                    changes.push(
                        self.say(format!("กติกา {old} → {new}"), format!("rule {old} → {new}")),
                    );
                }
            }
            None if merged.is_empty() && origin.part_of.is_none() => {
                changes.push(self.say("ข้อใหม่", "new"));
            }
            None => {}
        }
        let (came, went) = (plan.components.0.len(), plan.components.1.len());
        if came + went > 0 {
            changes.push(self.say(
                format!("องค์ประกอบ +{came} −{went}"),
                format!("components +{came} −{went}"),
            ));
        }
        changes
    }

    pub(super) fn section<T: Into<String>>(&self, thai: T, english: T, lines: &[String]) {
        if !lines.is_empty() {
            let lines = lines.join("\n  ");
            self.voice
                .stdout_unless_quiet(&format!("{}\n  {lines}\n", self.say(thai, english)));
        }
    }

    fn dropped(&self, plan: &Plan) {
        let (from, to) = (self.from, self.to);
        let lines: Vec<String> = (plan.dropped.iter())
            .map(|(old, folder)| {
                let place = folder.as_ref().map(|folder| format!(" · {folder}"));
                let (label, title) = (old.number.label(), &old.title);
                format!("{label} {title}{}", place.unwrap_or_default())
            })
            .collect();
        self.section(
            format!("ไม่มีแล้วในรายการของปี {to} (เอกสารยังอยู่และยังเผยแพร่ในปี {from}):"),
            format!("not in the list of {to} any more (documents stay, published, in {from}):"),
            &lines,
        );
    }

    fn components(&self, plan: &Plan) {
        let mut lines = Vec::new();
        for item in &plan.items {
            let label = item.item.number.label();
            let (came, went) = &item.components;
            lines.extend(came.iter().map(|text| format!("{label} + {text}")));
            lines.extend(went.iter().map(|text| format!("{label} − {text}")));
        }
        self.section(
            "องค์ประกอบที่เปลี่ยน (+ ของปีใหม่  − ของปีเดิม):",
            "components that changed (+ new  − gone):",
            &lines,
        );
    }

    fn notes(&self, plan: &Plan) {
        let carried = plan.items.iter().filter_map(|item| match &item.action {
            Action::Carry(documents) => Some(documents),
            _ => None,
        });
        let noted = |document: &Carried| {
            let notes = document.notes.iter();
            let notes: Vec<String> = notes.map(|note| self.note(note)).collect();
            (!notes.is_empty()).then(|| format!("{}: {}", document.to, notes.join(" · ")))
        };
        let lines: Vec<String> = carried.flatten().filter_map(noted).collect();
        self.section(
            "เอกสารที่ยกมาและมีจุดต้องดู (บอกไว้ที่หัวของเอกสารด้วย):",
            "carried documents with something to look at (their heads say it too):",
            &lines,
        );
    }

    pub(super) fn note(&self, note: &Note) -> String {
        match note {
            Note::Period(period) => self.say(
                format!("period {period} ใส่ # ไว้"),
                format!("period {period} commented out"),
            ),
            Note::Components(numbers) => {
                let list: Vec<String> = numbers.iter().map(ToString::to_string).collect();
                let list = list.join(", ");
                self.say(
                    format!("องค์ประกอบ {list} เดิม ไม่มีหรือเปลี่ยนข้อความ"),
                    format!("old components {list} are gone or reworded"),
                )
            }
            Note::Also => self.say("also ใส่ # ไว้", "also commented out"),
            Note::OldYear(links) => {
                let (from, list) = (self.from, links.join("  "));
                self.say(
                    format!("ลิงก์ไปปี {from}: {list}"),
                    format!("links to {from}: {list}"),
                )
            }
            Note::ByHand(links) => {
                let list = links.join("  ");
                self.say(format!("แก้ลิงก์เอง: {list}"), format!("mend by hand: {list}"))
            }
        }
    }

    /// Evidence files that stood in the way and hold something else.
    pub(super) fn conflicts(&self, files: &[SitePath]) {
        let lines: Vec<String> = files.iter().map(ToString::to_string).collect();
        self.section(
            "มีไฟล์ชื่อนี้อยู่แล้วและเนื้อหาต่างกัน จึงไม่เขียนทับ:",
            "these files were there already with other content and are not overwritten:",
            &lines,
        );
    }

    /// What was done in numbers, and what comes next.
    pub(super) fn next(&self, site: &Site, plan: &Plan, copied: Option<SitePath>, dry_run: bool) {
        let [carried, started, left] = counts(plan);
        let to = self.to;
        self.voice.tell(
            format!("ปี {to}: ยกมา {carried} ข้อ · เริ่มใหม่ {started} ข้อ · ไม่แตะ {left} ข้อ"),
            format!("{to}: {carried} carried · {started} started · {left} left alone"),
        );
        if dry_run {
            return;
        }
        self.voice.tell(
            format!("ทุกเอกสารใหม่เป็นฉบับร่าง: เปิดใน content/{to}/ ทีละข้อ ตรวจ แก้ แล้วลบบรรทัด draft"),
            format!("every new document is a draft: open content/{to}/ item by item, review, and take out the draft line"),
        );
        if let Some(path) = copied {
            let from = self.from;
            self.voice.tell(
                format!("เมื่อรายการข้อของปี {to} ประกาศแล้ว ให้แทน {path} แล้วสั่ง oit rollover {from} {to} --apply"),
                format!("when the list of {to} is announced, replace {path} and run oit rollover {from} {to} --apply"),
            );
        }
        let set = site.config.fiscal_year.as_ref().map(|year| year.value);
        match set {
            Some(year) if year >= to => {}
            Some(_) => self.voice.tell(
                format!("เมื่อขึ้นปีงบประมาณใหม่ แก้ใน site.toml เป็น fiscal_year = {to}"),
                format!("when the new year starts, set fiscal_year = {to} in site.toml"),
            ),
            None => self.voice.tell(
                format!("site.toml ไม่ได้กำหนด fiscal_year หน้าแรกจะเป็นปี {to} เองเมื่อถึงวันที่ 1 ตุลาคม ใส่ fiscal_year ถ้าต้องการกำหนดเอง"),
                format!("site.toml has no fiscal_year: the home page turns to {to} by itself on 1 October; set it to decide yourself"),
            ),
        }
    }
}

/// How many items go which way: carried, started, left.
fn counts(plan: &Plan) -> [usize; 3] {
    let mut counts = [0; 3];
    for item in &plan.items {
        counts[match item.action {
            Action::Carry(_) => 0,
            Action::Start(_) => 1,
            Action::Leave => 2,
        }] += 1;
    }
    counts
}
