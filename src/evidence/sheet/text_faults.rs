//! Cells whose text is a fault of another program: an error of a formula that was copied as text, a formula that is
//! none, a number for which a column was too narrow, Thai that was read in a wrong encoding.
//!
//! In: the cells of any table. Out: the first of each kind, and how many there are. Apart from the readers, because a
//! text is the same in CSV and XLSX.

use super::grid::{Grid, cell_name};
use crate::model::SheetDoubt;
use crate::thai::numeral::is_thai;

/// What Excel shows in the place of a value.
const ERRORS: [&str; 8] = [
    "#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!",
];

/// Signs that stand for a number that is wider than its column, at least.
const WIDE: usize = 4;

/// How two of three bytes of a Thai letter look as Windows-874, and as Latin letters.
const AS_THAI: [&str; 2] = ["เธ", "เน"];
const AS_LATIN: [&str; 2] = ["à¸", "à¹"];

/// Letters that were read wrongly in one cell, at least.
const FEW: usize = 3;

/// What is wrong in the cells that are kept.
pub(super) fn text_faults(grid: &Grid) -> Vec<SheetDoubt> {
    let mut errors = FoundCells::default();
    let mut garbled = FoundCells::default();
    for (at, cell) in &grid.cells {
        if is_error(&cell.text) {
            errors.add(*at, &cell.text);
        } else if is_garbled(&cell.text) {
            garbled.add(*at, &cell.text);
        }
    }
    let has_errors = |doubt: &SheetDoubt| matches!(doubt, SheetDoubt::ErrorValue { .. });
    let is_told = grid.doubts.iter().any(has_errors);
    let errors = errors
        .first
        .filter(|_| !is_told)
        .map(|(cell, value)| SheetDoubt::ErrorText {
            cell,
            value,
            count: errors.count,
        });
    let garbled = garbled.first.map(|(cell, value)| SheetDoubt::Garbled {
        cell,
        value,
        count: garbled.count,
    });
    errors.into_iter().chain(garbled).collect()
}

/// Cells of one kind, of which the first is named.
#[derive(Default)]
struct FoundCells {
    first: Option<(String, String)>,
    count: usize,
}

impl FoundCells {
    /// Letters of a cell that are shown.
    const SHOWN: usize = 24;

    fn add(&mut self, at: (u32, u32), text: &str) {
        self.count += 1;
        let shown = || text.chars().take(Self::SHOWN).collect();
        self.first.get_or_insert_with(|| (cell_name(at), shown()));
    }
}

fn is_error(text: &str) -> bool {
    let is_wide = || text.len() >= WIDE && text.bytes().all(|byte| byte == b'#');
    ERRORS.contains(&text) || is_wide() || is_formula(text)
}

/// Whether a text begins like a formula: `=SUM(A1:A2)`, `=B4+C4`.
fn is_formula(text: &str) -> bool {
    let Some(formula) = text.strip_prefix('=') else {
        return false;
    };
    let name = formula.trim_start_matches(['(', '-', '+', '$']);
    let letters = name.bytes().take_while(u8::is_ascii_uppercase).count();
    let behind = name[letters..].trim_start_matches('$');
    letters > 0 && behind.starts_with(|c: char| c == '(' || c.is_ascii_digit())
}

/// Whether most of a text are the letters that UTF-8 becomes in another encoding.
fn is_garbled(text: &str) -> bool {
    let count = |signs: &[&str]| -> usize {
        let each = signs.iter().map(|sign| text.matches(sign).count());
        each.sum()
    };
    let letters = || text.chars().filter(|c| is_thai(*c)).count();
    let as_thai = count(&AS_THAI);
    // Two of three letters are such a pair where all are wrong; in Thai they hardly follow each other.
    as_thai >= FEW && as_thai * 4 >= letters() || count(&AS_LATIN) >= FEW
}

#[cfg(test)]
mod tests {
    use super::{is_error, is_garbled};

    #[test]
    fn errors_as_text_are_told_from_texts() {
        for text in [
            "#REF!",
            "#DIV/0!",
            "########",
            "=SUM(A1:A2)",
            "=B4+C4",
            "=-$B$4",
            "=(A1)",
        ] {
            assert!(is_error(text), "{text}");
        }
        for text in [
            "#1",
            "##",
            "# แผน",
            "= 5 บาท",
            "=",
            "=ก",
            "A1",
            "-",
            "#REF! คืออะไร",
        ] {
            assert!(!is_error(text), "{text}");
        }
    }

    #[test]
    fn letters_of_another_encoding_are_told_from_thai() {
        assert!(is_garbled("เธ–เธ™เธ™") && is_garbled("เน€เธ—เธจเธเธฒเธฅ"));
        assert!(is_garbled("à¸–à¸™à¸™"));
        for text in [
            "ถนน",
            "เธอ",
            "เนินเขา เนื้อที่ เน็ต",
            "เธียร เธนศ เธอ ไปที่เทศบาลเมือง",
            "à la carte",
        ] {
            assert!(!is_garbled(text), "{text}");
        }
    }
}
