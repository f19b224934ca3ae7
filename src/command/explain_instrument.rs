//! `oit explain IIT`: what the list of a year says of an instrument: its weight, its indicators, and how results are read.
//!
//! Apart from `explain_item`, which knows what pages are asked for.

use super::explain_item::{Explained, tree};
use super::voice::Voice;
use super::{Ending, Result, refused};
use crate::cli::Common;
use crate::model::{Instrument, OIT};
use crate::problem::ReferenceFault;

/// Explains an instrument by its name.
pub(super) fn explain_instrument(
    voice: &Voice,
    common: &Common,
    name: &str,
    year: Option<&str>,
) -> Result {
    let tree = tree(common, year)?;
    let Some(instrument) = tree.assessment.instrument(name) else {
        let code = name.to_owned();
        return Err(refused(ReferenceFault::UnknownCode { code, near: None }));
    };
    voice.stdout(&Explained::new(voice, &tree).instrument(instrument));
    Ok(Ending::Fine)
}

impl Explained<'_> {
    fn instrument(&self, instrument: &Instrument) -> String {
        let head = self.say("ปีงบประมาณ", "fiscal year");
        let mut lines = vec![format!("{} · {head} {}", instrument.name, self.year)];
        lines.extend(instrument.weight.map(|weight| {
            let words = self.say("น้ำหนักในคะแนนรวม (ร้อยละ)", "weight in the total (percent)");
            format!("{words}: {weight}")
        }));
        lines.extend(self.provenance(&instrument.provenance, ""));
        lines.extend([String::new(), self.say("ตัวชี้วัด", "indicators").to_owned()]);
        let mut known = vec![&instrument.provenance];
        for indicator in &instrument.indicators {
            lines.push(format!("{} {}", indicator.code, indicator.title));
            let own = self.provenance(&indicator.provenance, "");
            lines.extend(own.map(|own| format!("   {own}")));
            known.push(&indicator.provenance);
        }
        if instrument.name == OIT {
            let of_tree = self.tree.indicators.iter();
            lines.extend(of_tree.map(|one| format!("{} {}", one.code, one.title)));
        }
        lines.extend(self.read_by());
        lines.extend(self.sources(&known));
        Self::wrapped(&lines)
    }

    /// The pass mark and the scale.
    fn read_by(&self) -> Vec<String> {
        let read_by = &self.tree.assessment;
        let mut lines = vec![String::new()];
        let words = self.say("เกณฑ์ผ่าน", "pass mark");
        lines.extend(read_by.pass_mark.map(|mark| format!("{words}: {mark}")));
        let each = self.say("ทุกแบบวัดตั้งแต่", "every instrument");
        lines.extend(read_by.levels.iter().map(|level| {
            let of_each = level.each.map(|least| format!(" ({each} {least})"));
            format!(
                "{} {}{}",
                level.name,
                level.min,
                of_each.unwrap_or_default()
            )
        }));
        lines
    }
}
