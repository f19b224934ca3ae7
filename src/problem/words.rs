//! What the sentences of several families are put together from.

use super::language::Language;
use crate::model::{DatasetKind, Period};
use crate::span::CellPlace;
use crate::thai::spaces::single_spaced;

/// A sentence in both languages, for more than one fault.
pub(super) struct Both {
    pub(super) thai: &'static str,
    pub(super) english: &'static str,
}

/// What was meant, where one thing is near; otherwise what to do.
pub(super) fn suggested(language: Language, near: Option<&str>, otherwise: &str) -> String {
    match near {
        Some(near) => language.choose(
            format!("หมายถึง `{near}` หรือไม่ ถ้าไม่ใช่: {otherwise}"),
            format!("is `{near}` meant? if not: {otherwise}"),
        ),
        None => otherwise.to_owned(),
    }
}

/// Periods in a row; of many, the first and the number of the others.
pub(super) fn periods(language: Language, periods: &[Period]) -> String {
    let said = |period: &Period| language.choose(period.thai(), days(period));
    let all: Vec<String> = periods.iter().map(said).collect();
    few(4, &all, |more| {
        language.choose(format!(" และอีก {more} ช่วง"), format!(" and {more} more"))
    })
}

/// The first few of many, and in the words of `others` how many more there are.
pub(super) fn few(most: usize, all: &[String], others: impl Fn(usize) -> String) -> String {
    let shown = all.get(..most).unwrap_or(all).join(", ");
    match all.len().saturating_sub(most) {
        0 => shown,
        more => shown + &others(more),
    }
}

/// Names as they stand in a sentence of another language.
pub(super) fn in_backticks(names: &[String]) -> Vec<String> {
    names.iter().map(|name| format!("`{name}`")).collect()
}

/// The days of a period in English.
pub(super) fn days(window: &Period) -> String {
    if window.first == window.last {
        return window.first.to_string();
    }
    format!("{} to {}", window.first, window.last)
}

/// A place in a spreadsheet, as people find it there: `แถว 7 คอลัมน์ D (ราคาที่ตกลง)`.
pub(super) fn in_spreadsheet(language: Language, place: &CellPlace) -> String {
    let sheet = place.sheet.as_ref().map(|sheet| match language {
        Language::Thai => format!(" แผ่นงาน `{sheet}`"),
        Language::English => format!(", sheet `{sheet}`"),
    });
    let row = place.row.map(|row| match language {
        Language::Thai => format!(" แถว {row}"),
        Language::English => format!(", row {row}"),
    });
    let column = place.column.as_ref().map(|(letters, heading)| {
        // A heading goes over several lines in its cell.
        let heading = single_spaced(heading);
        match (language, heading.is_empty()) {
            (Language::Thai, true) => format!(" คอลัมน์ {letters}"),
            (Language::English, true) => format!(", column {letters}"),
            (Language::Thai, false) => format!(" คอลัมน์ {letters} ({heading})"),
            (Language::English, false) => format!(", column {letters} (`{heading}`)"),
        }
    });
    let parts = [sheet, row, column].into_iter().flatten();
    format!("`{}`{}", place.file, parts.collect::<String>())
}

/// What to fill in in the row of a spreadsheet: columns by their titles, one of several where `|` stands between.
pub(super) fn filled_in(language: Language, kind: DatasetKind, columns: &[String]) -> String {
    let or = language.choose(" หรือ ", " or ");
    let titles = columns.iter().map(|columns| {
        let title = |name: &str| {
            let mut known = kind.columns().iter();
            let column = known.find(|column| column.name == name);
            let title = column.map_or(name, |column| column.title);
            language.choose(format!("“{title}”"), format!("`{title}`"))
        };
        columns.split('|').map(title).collect::<Vec<_>>().join(or)
    });
    let titles = titles.collect::<Vec<_>>().join(", ");
    language.choose(
        format!("กรอก {titles} ในแถวนั้น แล้วบันทึกไฟล์"),
        format!("fill in {titles} in that row, and save the file"),
    )
}
