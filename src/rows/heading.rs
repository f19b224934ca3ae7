//! What a heading means: its words to the column of a dataset.
//!
//! In: the text of a heading. Out: the [`HeadTarget`] of its column. Titles that the program prints, keys, and the wordings of
//! official forms are compared without what differs from form to form: blanks, brackets, units, connecting words.

use std::collections::HashMap;

use super::wordings::{IGNORED, OFFERS, PAIRS, WORDINGS};
use crate::model::{Column, ColumnType, DatasetKind};
use crate::thai::numeral::{is_thai, to_arabic};

/// What the cells of a column are for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum HeadTarget {
    /// A column of the dataset.
    Column(&'static Column),
    /// Two of them in one cell.
    Pair(&'static Column, &'static Column),
    /// The prices of bidders, whose names stand beside.
    Offers,
    /// Numbers of rows, and what the site knows without them.
    Ignored,
}

/// Words that are in one wording and not in another that means the same.
const CONNECTING: [&str; 7] = ["หรือ", "และ", "การ", "ของ", "ที่", "ใน", "โดย"];

/// The headings that are known for a kind of dataset.
pub(super) struct Headings {
    pub(super) kind: DatasetKind,
    known: HashMap<String, HeadTarget>,
    /// Those that are ignored, which are compared with their connecting words.
    ignored: Vec<String>,
}

impl Headings {
    /// All that is known for a kind.
    pub(super) fn of(kind: DatasetKind) -> Self {
        let mut known = HashMap::new();
        let columns = kind.columns();
        let named = |name: &str| columns.iter().find(|column| column.name == name);
        for column in columns {
            known.insert(fold(column.title), HeadTarget::Column(column));
            known.insert(fold(column.name), HeadTarget::Column(column));
        }
        for (_, name, wordings) in WORDINGS.iter().filter(|(of, ..)| *of == kind) {
            let Some(column) = named(name) else { continue };
            for wording in *wordings {
                known
                    .entry(fold(wording))
                    .or_insert(HeadTarget::Column(column));
            }
        }
        for (_, [first, second], wordings) in PAIRS.iter().filter(|(of, ..)| *of == kind) {
            let (Some(first), Some(second)) = (named(first), named(second)) else {
                continue;
            };
            for wording in *wordings {
                known.insert(fold(wording), HeadTarget::Pair(first, second));
            }
        }
        if columns
            .iter()
            .any(|column| column.kind == ColumnType::Bidders)
        {
            for wording in OFFERS {
                known.entry(fold(wording)).or_insert(HeadTarget::Offers);
            }
        }
        Self {
            kind,
            known,
            ignored: IGNORED.iter().map(|word| plain(word)).collect(),
        }
    }

    /// What a text means, whatever its form.
    fn known(&self, text: &str) -> Option<HeadTarget> {
        let folded = fold(text);
        let target = self.known.get(&folded).copied();
        target.filter(|_| !folded.is_empty())
    }

    /// What a heading means that stands in these cells, one above another.
    pub(super) fn target(&self, parts: &[&str]) -> Option<HeadTarget> {
        let last = parts.last()?;
        let whole = parts.concat();
        // Below ผู้เสนอราคา it is the second of two columns, though both together say what one column says.
        if parts.len() > 1 && self.known(last) == Some(HeadTarget::Offers) {
            return Some(HeadTarget::Offers);
        }
        let reversed: String = parts.iter().rev().copied().collect();
        let below: String = parts.get(1..).unwrap_or(&[]).concat();
        let mut readings = [&*whole, &reversed, &below, last].into_iter();
        let found = readings.find_map(|text| {
            let target = self.known(text)?;
            takes(target, &whole).then_some(target)
        });
        found.or_else(|| {
            let text = plain(last);
            let is_ignored = self.ignored.contains(&text) || self.ignored.contains(&plain(&whole));
            is_ignored.then_some(HeadTarget::Ignored)
        })
    }
}

/// Whether a column takes numbers of the unit that its heading names: a share is no amount.
fn takes(target: HeadTarget, heading: &str) -> bool {
    let is_share = heading.contains('%') || bracketed(heading).contains("ร้อยละ");
    match target {
        HeadTarget::Column(column) if column.kind == ColumnType::Number => !is_share,
        _ => true,
    }
}

/// A heading as it is compared; empty where it says nothing but a number.
pub(super) fn fold(text: &str) -> String {
    let mut text = plain(text);
    for word in CONNECTING {
        text = text.replace(word, "");
    }
    let text = text.strip_suffix("บาท").unwrap_or(&text);
    if text.chars().all(|letter| letter.is_ascii_digit()) {
        return String::new();
    }
    text.to_owned()
}

/// Letters and digits alone, in small letters, without what stands in brackets.
pub(super) fn plain(text: &str) -> String {
    let text = to_arabic(text).to_lowercase();
    let mut depth = 0_usize;
    let mut kept = String::new();
    for letter in text.chars() {
        match letter {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ if letter.is_alphanumeric() || is_thai(letter) && letter != 'ฯ' => {
                kept.push(letter);
            }
            _ => {}
        }
    }
    kept
}

/// What stands in brackets.
fn bracketed(text: &str) -> &str {
    let inside = text.split_once('(').map_or("", |(_, inside)| inside);
    inside.split_once(')').map_or(inside, |(inside, _)| inside)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::super::wordings::{PAIRS, WORDINGS};
    use super::{HeadTarget, Headings, fold};
    use crate::model::DatasetKind;

    #[test]
    fn a_wording_means_one_column() {
        for kind in DatasetKind::ALL {
            let mut seen: HashMap<String, &str> = HashMap::new();
            for column in kind.columns() {
                for text in [column.name, column.title] {
                    seen.insert(fold(text), column.name);
                }
            }
            for (of, name, wordings) in WORDINGS {
                for wording in wordings.iter().filter(|_| *of == kind) {
                    let other = seen.insert(fold(wording), name);
                    assert!(
                        other.is_none_or(|other| other == *name),
                        "{kind:?}: {wording}"
                    );
                }
            }
            for (of, _, wordings) in PAIRS {
                for wording in wordings.iter().filter(|_| *of == kind) {
                    assert!(!seen.contains_key(&fold(wording)), "{kind:?}: {wording}");
                }
            }
        }
    }

    #[test]
    fn every_wording_is_of_a_column_that_there_is() {
        for (kind, name, _) in WORDINGS {
            assert!(
                kind.columns().iter().any(|column| column.name == *name),
                "{name}"
            );
        }
    }

    #[test]
    fn headings_of_official_forms() {
        let known = Headings::of(DatasetKind::Procurement);
        let name = |parts: &[&str]| match known.target(parts) {
            Some(HeadTarget::Column(column)) => column.name.to_owned(),
            Some(HeadTarget::Pair(first, second)) => format!("{}+{}", first.name, second.name),
            Some(HeadTarget::Offers) => "offers".to_owned(),
            Some(HeadTarget::Ignored) => "-".to_owned(),
            None => "?".to_owned(),
        };
        for (parts, column) in [
            (&["ลำดับที่"][..], "-"),
            (&["ที่"], "-"),
            (&["งานที่จัดซื้อหรือจัดจ้าง"], "work"),
            (&["วงเงินที่จะซื้อ\nหรือจ้าง (บาท)"], "budget"),
            (&["วงเงินที่จะซื้อ", "หรือจ้าง"], "budget"),
            (&["ราคากลาง (บาท)"], "reference_price"),
            (&["วิธีซื้อ/จ้าง"], "method"),
            (&["รายชื่อผู้เสนอราคาและราคาที่เสนอ"], "bidders"),
            (&["ผู้เสนอราคา", "รายชื่อ"], "bidders"),
            (&["ผู้เสนอราคา", "ราคาที่เสนอ"], "offers"),
            (&["ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง"], "winner+price"),
            (
                &["เลขที่และวันที่ของสัญญาหรือข้อตกลงในการซื้อหรือจ้าง"],
                "contract_no+contract_date",
            ),
            (&["สัญญา", "เลขที่"], "contract_no"),
            (&["สัญญา", "วันที่"], "contract_date"),
            (&["เหตุผลที่คัดเลือกโดยสรุป"], "reason"),
            (&["work"], "work"),
            (&["ราคากลาง (ร้อยละ)"], "?"),
            (&["หมายเหตุ"], "?"),
            (&["ลำดับ", "(1)"], "-"),
        ] {
            assert_eq!(name(parts), column, "{parts:?}");
        }
    }
}
