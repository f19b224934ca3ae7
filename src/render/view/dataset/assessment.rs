//! What results are of, as a page says it, and the level that a year's own scale gives them.

use crate::model::{FiscalYear, Level, Scored};
use crate::render::view::Builder;

/// What a score is of, as a page says it. Items of the list are `ข้อ`; questions of the surveys must not look like them.
pub(in crate::render) fn of_title(builder: Builder<'_>, year: FiscalYear, of: &Scored) -> String {
    match of {
        Scored::Total => "คะแนนรวม".to_owned(),
        Scored::Instrument("EIT1") => "EIT ส่วนที่ 1".to_owned(),
        Scored::Instrument("EIT2") => "EIT ส่วนที่ 2".to_owned(),
        Scored::Instrument(name) => (*name).to_owned(),
        Scored::Question(question) => format!("ข้อคำถาม {question}"),
        Scored::Indicator(code) => {
            let kind = if code.contains('.') {
                "ตัวชี้วัดย่อยที่"
            } else {
                "ตัวชี้วัดที่"
            };
            let mut known = builder.site.indicators(year).into_iter();
            let title = known.find(|(known, _)| known == code);
            let title = title.map(|(_, title)| format!(" {title}"));
            format!("{kind} {code}{}", title.unwrap_or_default())
        }
        Scored::Other(typed) => typed.clone(),
    }
}

/// The level that scores reach; `None` where the scores known do not decide it.
///
/// `score` gives what is known of the total (`None`) or of an instrument.
pub(super) fn level(
    scale: &[Level],
    total: f64,
    score: impl Fn(&str) -> Option<f64>,
) -> Option<&Level> {
    for level in scale.iter().filter(|level| total >= level.min) {
        let Some(each) = level.each else {
            return Some(level);
        };
        let bounds = ["IIT", "EIT", "OIT"].map(|instrument| bounds(instrument, &score));
        if bounds.iter().all(|(least, _)| *least >= each) {
            return Some(level);
        }
        // Some instrument may or may not reach it: what is not known is not said.
        if bounds.iter().all(|(_, most)| *most >= each) {
            return None;
        }
    }
    None
}

/// Between which scores an instrument's lies. Where only the parts of EIT are announced, it lies
/// between them, whatever they weigh.
fn bounds(instrument: &str, score: impl Fn(&str) -> Option<f64>) -> (f64, f64) {
    if let Some(score) = score(instrument) {
        return (score, score);
    }
    match (instrument, score("EIT1"), score("EIT2")) {
        ("EIT", Some(one), Some(two)) => (one.min(two), one.max(two)),
        _ => (0.0, 100.0),
    }
}

#[cfg(test)]
mod tests {
    use super::level;
    use crate::model::Level;

    fn named(total: f64, scores: &[(&str, f64)]) -> Option<String> {
        let step = |name: &str, min, each| Level {
            name: name.to_owned(),
            min,
            each,
        };
        let scale = [
            step("ดี", 85.0, Some(85.0)),
            step("ผ่าน", 85.0, None),
            step("ปรับปรุง", 0.0, None),
        ];
        let score = |of: &str| scores.iter().find(|(name, _)| *name == of).map(|s| s.1);
        level(&scale, total, score).map(|level| level.name.clone())
    }

    #[test]
    fn each_instrument_counts_where_the_scale_asks_for_it() {
        let all = [("IIT", 85.0), ("EIT", 85.0), ("OIT", 90.0)];
        assert_eq!(named(85.0, &all).as_deref(), Some("ดี"));
        assert_eq!(named(84.99, &all).as_deref(), Some("ปรับปรุง"));
        let low = [("IIT", 84.99), ("EIT", 85.0), ("OIT", 99.0)];
        assert_eq!(named(90.0, &low).as_deref(), Some("ผ่าน"));
    }

    #[test]
    fn what_is_not_known_is_not_said() {
        assert_eq!(named(90.0, &[("IIT", 90.0), ("EIT", 90.0)]), None);
        // One that is too low decides it, whatever the others are.
        assert_eq!(named(90.0, &[("IIT", 80.0)]).as_deref(), Some("ผ่าน"));
        assert_eq!(named(70.0, &[]).as_deref(), Some("ปรับปรุง"));
        let parts = [("IIT", 90.0), ("EIT1", 86.0), ("EIT2", 95.0), ("OIT", 90.0)];
        assert_eq!(named(90.0, &parts).as_deref(), Some("ดี"));
        let parts = [("IIT", 90.0), ("EIT1", 80.0), ("EIT2", 95.0), ("OIT", 90.0)];
        assert_eq!(named(90.0, &parts), None);
    }
}
