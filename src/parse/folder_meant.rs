//! What a folder under `content/` was meant to be, by its name: `ข้อ ๑๒`, `ปี2566`, `o12 - สำเนา`.

use super::leftover::{COPY_OF, copy_mark};
use crate::model::{FiscalYear, ItemNumber, item_said, year_meant};
use crate::problem::FolderMeant;
use crate::thai::numeral::to_arabic;

/// The year that a folder stands for, if its name is one.
pub(super) fn year_of(name: &str) -> Option<i64> {
    let digits = name.len() == 4 && name.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| name.parse().ok()).flatten()
}

/// What a folder directly in `content/` was meant to be; `newest` is the last year of the site.
pub(super) fn in_content(name: &str, newest: Option<i64>) -> FolderMeant {
    if let Some(year) = year_said(name) {
        return FolderMeant::Year(year);
    }
    if name.eq_ignore_ascii_case("content") {
        return FolderMeant::Move("content".to_owned());
    }
    match (item_said(name), newest) {
        (Some(item), Some(newest)) => {
            FolderMeant::Move(format!("content/{newest}/{}", item.folder_name()))
        }
        _ => copy(name),
    }
}

/// What a folder in a year's folder was meant to be.
pub(super) fn in_year(name: &str) -> FolderMeant {
    if year_of(name).is_some() {
        return FolderMeant::Move(format!("content/{name}"));
    }
    item_said(name).map_or_else(
        || match copy(name) {
            FolderMeant::Unclear => titled(name).map_or(FolderMeant::Unclear, FolderMeant::Item),
            copy => copy,
        },
        FolderMeant::Item,
    )
}

/// The item whose number stands before a title: `o12 แผน`.
fn titled(name: &str) -> Option<ItemNumber> {
    let (number, title) = name.trim().split_once([' ', '_'])?;
    let is_title = title.chars().any(char::is_alphabetic) && !title.starts_with('(');
    // `12 แผน` may be the twelfth of anything.
    let is_item = number.starts_with(['o', 'O']) || number.starts_with("ข้อ");
    item_said(number.trim_end_matches(['.', ':', '-'])).filter(|_| is_title && is_item)
}

fn copy(name: &str) -> FolderMeant {
    let before = COPY_OF.iter().find_map(|words| name.strip_prefix(words));
    if let Some(original) = before.map(str::trim) {
        return FolderMeant::Copy(original.to_owned());
    }
    let original = copy_mark(name).map(|at| name[..at].trim_end_matches([' ', '-', '_', '(']));
    match original.filter(|original| !original.is_empty()) {
        Some(original) => FolderMeant::Copy(original.to_owned()),
        None => FolderMeant::Unclear,
    }
}

/// The year that a name says in other words: `ปี2566`, `พ.ศ. ๒๕๖๖`, `ปีงบประมาณ 2566`.
fn year_said(name: &str) -> Option<i16> {
    let mut rest = to_arabic(name).into_owned();
    for word in [
        "ประจำปี",
        "งบประมาณ",
        "พ.ศ.",
        "พศ",
        "ปี",
        "FY",
        "fy",
        "ITA",
        "ita",
        "OIT",
        "oit",
        "B.E.",
        "BE",
    ] {
        rest = rest.replace(word, "");
    }
    let figures = rest.trim_matches([' ', '.', '-', '_', '/']);
    let number = figures.parse().ok()?;
    // Of two digits only those of this time: an item has two, too.
    let is_short = figures.len() == 2 && (60..=80).contains(&number);
    let is_whole = figures.len() == 4;
    let year = FiscalYear::new(number).map(FiscalYear::number);
    year.filter(|_| is_whole)
        .or_else(|| year_meant(number).filter(|_| is_whole || is_short))
}

#[cfg(test)]
mod tests {
    use super::{in_content, in_year};
    use crate::model::ItemNumber;
    use crate::problem::FolderMeant::{Copy, Item, Move, Unclear, Year};

    #[test]
    fn a_folder_of_an_item_under_another_name() {
        for name in [
            "ข้อ12",
            "ข้อ ๑๒",
            "ข้อที่ 12",
            "O-12",
            "012",
            "๐๑๒",
            "o 12",
            "o12.",
            "item 12",
            "OIT 12",
            "o_12",
            "o12 แผน",
            "O12 แผนดำเนินงาน",
            "o12_แผน",
        ] {
            assert_eq!(in_year(name), Item(ItemNumber(12)), "{name}");
        }
        for name in [
            "o12 - Copy",
            "o12 - สำเนา",
            "o12 (2)",
            "o12 - Copy (2)",
            "สำเนาของ o12",
        ] {
            assert_eq!(in_year(name), Copy("o12".to_owned()), "{name}");
        }
        assert_eq!(in_year("2566"), Move("content/2566".to_owned()));
        for name in ["แผน", "oo12", "o", "12.5", "ข้อ 12-13", "(2)"] {
            assert_eq!(in_year(name), Unclear, "{name}");
        }
    }

    #[test]
    fn a_folder_of_a_year_under_another_name() {
        for name in [
            "ปี2566",
            "พ.ศ. 2566",
            "ปีงบประมาณ ๒๕๖๖",
            "๒๕๖๖",
            "66",
            "FY2566",
            "FY66",
            "ITA 2566",
            "ITA2566",
            "ปี 66",
            "ปีงบประมาณ พ.ศ. 2566",
            "FY2023",
        ] {
            assert_eq!(in_content(name, None), Year(2566), "{name}");
        }
        assert_eq!(
            in_content("2566 - สำเนา", Some(2566)),
            Copy("2566".to_owned())
        );
        assert_eq!(
            in_content("o12", Some(2566)),
            Move("content/2566/o12".to_owned())
        );
        assert_eq!(
            in_content("ข้อ 3", Some(2566)),
            Move("content/2566/o03".to_owned())
        );
        assert_eq!(in_content("o12", None), Unclear);
        assert_eq!(in_content("เอกสาร", Some(2566)), Unclear);
    }
}
