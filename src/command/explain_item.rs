//! `oit explain o12`: what the list of a year says of an item, where it is known from, and how sure it is.

use super::init::known_framework;
use super::new::default_year;
use super::voice::Voice;
use super::{
    Ending, Result, as_of, load_once, options, refused, site_folder, unknown_item, unknown_year,
    year_argument,
};
use crate::cli::Common;
use crate::model::{
    Component, FiscalYear, Framework, Indicator, ItemDefinition, ItemNumber, OfficialForm,
    Provenance, SubIndicator, Timing,
};
use crate::parse::framework::newest_built_in;
use crate::problem::FolderFault;
use crate::thai::wrap::wrapped;

/// Lines are broken at a space before this column.
const WIDTH: usize = 80;

pub(super) fn explain_item(
    voice: &Voice,
    common: &Common,
    number: ItemNumber,
    year: Option<&str>,
) -> Result {
    let tree = tree(common, year)?;
    let mut items = tree.items();
    let Some((indicator, sub, item)) = items.find(|(_, _, item)| item.number == number) else {
        return Err(unknown_item(&tree, &number.to_string()));
    };
    voice.stdout(&Explained::new(voice, &tree).text(indicator, sub, item));
    Ok(Ending::Fine)
}

/// The list that is meant: of the year that was named, of the site, or the newest that is built in.
pub(super) fn tree(common: &Common, year: Option<&str>) -> Result<Framework> {
    let wanted = year.map(year_argument).transpose()?;
    let site = match site_folder(common) {
        Ok(root) => Some(load_once(&root, &options(common, None, false)?).site),
        // Lists are explained anywhere, but a folder that was named is to be a site.
        Err(stop) if common.site.is_some() => return Err(stop),
        Err(_) => None,
    };
    let of_site = site.as_ref().and_then(default_year);
    let newest = newest_built_in(FiscalYear::of(as_of(common)?));
    let year = wanted.or(of_site).or(newest);
    let year = year.ok_or_else(|| refused(FolderFault::NoYear))?;
    let own = site.as_ref().and_then(|site| site.framework(year)).cloned();
    let known = own.or_else(|| known_framework(year));
    known.ok_or_else(|| unknown_year(year))
}

/// A list that something is explained of.
pub(super) struct Explained<'a> {
    voice: &'a Voice,
    pub(super) tree: &'a Framework,
    pub(super) year: FiscalYear,
}

impl<'a> Explained<'a> {
    pub(super) fn new(voice: &'a Voice, tree: &'a Framework) -> Self {
        let year = tree.fiscal_year;
        Self { voice, tree, year }
    }
}

impl Explained<'_> {
    fn text(&self, indicator: &Indicator, sub: &SubIndicator, item: &ItemDefinition) -> String {
        let year = self.year;
        let head = self
            .voice
            .say(format!("ปีงบประมาณ {year}"), format!("fiscal year {year}"));
        let mut lines = vec![format!("{} {} · {head}", item.number.label(), item.title)];
        if self.tree.is_provisional {
            lines.push(
                self.say(
                    "ยังไม่ยืนยันกับคู่มือของปีนี้",
                    "not confirmed by the list of the year",
                )
                .into(),
            );
        }
        lines.push(format!(
            "{} {} › {} {}",
            indicator.code, indicator.title, sub.code, sub.title
        ));
        lines.extend(self.provenance(&sub.provenance, self.say("ตำแหน่งของข้อ", "its place")));
        lines.extend(self.asked(item.timing));
        lines.extend(self.details(item.note.as_deref(), item.none.as_deref()));
        lines.extend(self.provenance(
            &item.provenance,
            self.say("ชื่อข้อและช่วงเวลา", "title and time"),
        ));
        lines.extend(
            item.form
                .as_deref()
                .into_iter()
                .flat_map(|form| self.form(form)),
        );
        lines.push(String::new());
        lines.push(self.components_head(item).to_owned());
        for (number, component) in (1..).zip(&item.components) {
            lines.extend(self.component(&format!("{number}."), component));
        }
        if !item.advice.is_empty() {
            let words = self.say(
                "ควรมีด้วย ยังไม่ยืนยัน จึงไม่บังคับ",
                "advised, and not required: not confirmed",
            );
            lines.extend([String::new(), words.to_owned()]);
        }
        for advised in &item.advice {
            lines.extend(self.component("-", advised));
        }
        let components = item.components.iter().chain(&item.advice);
        let known = components.map(|component| &component.provenance);
        let known: Vec<_> = known.chain([&sub.provenance, &item.provenance]).collect();
        lines.extend(self.sources(&known));
        Self::wrapped(&lines)
    }

    pub(super) fn wrapped(lines: &[String]) -> String {
        let wrapped = lines.iter().map(|line| wrapped(line, WIDTH) + "\n");
        wrapped.collect()
    }

    fn components_head(&self, item: &ItemDefinition) -> &'static str {
        match (item.records_components, item.components.len()) {
            (false, _) => self.say(
                "องค์ประกอบ: ยังไม่ได้บันทึกไว้ ดูคู่มือของปี",
                "components: not recorded; see the handbook of the year",
            ),
            (true, 0) => self.say("องค์ประกอบ: ไม่มี", "components: none"),
            (true, _) => self.say("องค์ประกอบ", "components"),
        }
    }

    /// The table that is wanted in columns of its own.
    fn form(&self, form: &OfficialForm) -> Vec<String> {
        let columns: Vec<&str> = form.columns.iter().map(|column| &*column.title).collect();
        let words = self.say("แบบของตาราง", "form of the table");
        let made = self.say("ทำจากตาราง", "made of");
        let head = format!(
            "{words}: {} ({made} [[data.{}]])",
            columns.join(" · "),
            form.dataset.name()
        );
        let source = self.provenance(&form.provenance, self.say("แบบ", "the form"));
        [head].into_iter().chain(source).collect()
    }

    pub(super) fn say(&self, thai: &'static str, english: &'static str) -> &'static str {
        self.voice.say(thai, english)
    }

    fn component(&self, mark: &str, component: &Component) -> Vec<String> {
        let mut text = component.text.clone();
        if component.optional {
            text += self.say(" (ถ้ามี ไม่บังคับ)", " (if any)");
        }
        let mut lines = vec![format!("{mark} {text}")];
        if let Some(shown_by) = &component.shown_by {
            let name = shown_by.dataset.name();
            let words = self.say("แสดงด้วยตาราง", "shown by");
            lines.push(format!("   {words} [[data.{name}]]"));
        }
        let below = component.timing.and_then(|timing| self.asked(timing));
        let below = below.into_iter();
        let below = below.chain(self.details(component.note.as_deref(), component.none.as_deref()));
        let below = below.chain(self.provenance(&component.provenance, ""));
        lines.extend(below.map(|line| format!("   {line}")));
        lines
    }

    fn asked(&self, timing: Timing) -> Option<String> {
        let asked = timing.asks_for(self.year);
        let words = self.say("ช่วงเวลา", "time");
        (!asked.is_empty()).then(|| format!("{words}: {asked} ({})", timing.rule.name()))
    }

    fn details(&self, note: Option<&str>, statement: Option<&str>) -> Vec<String> {
        let footnote = self.say("หมายเหตุของแบบ", "footnote");
        let footnote = note.map(|note| format!("{footnote}: {note}"));
        let words = self.say("เมื่อไม่มี เผยแพร่ว่าไม่มีได้", "where there is none, say so");
        let statement = statement.map(|said| format!("{words}: none = \"{said}\""));
        footnote.into_iter().chain(statement).collect()
    }

    pub(super) fn provenance(&self, known: &Provenance, of_what: &str) -> Option<String> {
        let confidence = known.confidence.map(|confidence| {
            let (thai, english) = confidence.words();
            self.say(thai, english).to_owned()
        });
        let source = Some(known.source.clone()).filter(|source| !source.is_empty());
        let parts: Vec<String> = source.into_iter().chain(confidence).collect();
        let words = self.say("ที่มา", "source");
        let of_what = if of_what.is_empty() {
            String::new()
        } else {
            format!(" ({of_what})")
        };
        (!parts.is_empty()).then(|| format!("{words}{of_what}: {}", parts.join(" · ")))
    }

    /// The source of the list, and those that parts of it name by a sign.
    pub(super) fn sources(&self, known: &[&Provenance]) -> Vec<String> {
        let is_sign = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let named: Vec<&str> = (known.iter())
            .flat_map(|known| known.source.split(|c| !is_sign(c)))
            .collect();
        let signs = self.tree.sources.iter();
        let signs = signs.filter(|(sign, _)| named.contains(&sign.as_str()));
        let signs = signs.map(|(sign, words)| format!("  {sign} = {words}"));
        let words = self.say("ที่มาของรายการ", "source of the list");
        let whole = format!("{words}: {}", self.tree.source);
        [String::new(), whole].into_iter().chain(signs).collect()
    }
}
