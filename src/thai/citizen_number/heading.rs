//! The heading of a column, which says that the cells below it are numbers of persons.
//!
//! In: what stands above a line. Out: whether a cell there calls the numbers what they are. Apart from the ways in which
//! a number is written, all of which ask it.

use super::Candidate;

/// Bytes above a line in which the heading of its column is looked for.
const HEADING: usize = 8 << 10;

/// Letters of a heading, at most: a sentence that speaks of the card is none.
const LONGEST: usize = 48;

/// What the heading of a column says whose cells are nothing but such numbers.
pub(super) const HEADINGS: [&str; 4] = ["เลขประจำตัวประชาชน", "บัตรประชาชน", "เลขบัตร", "13 หลัก"];

/// What heads the columns of a table of months.
const MONTHS: [&str; 4] = ["ต.ค.", "ม.ค.", "ตุลาคม", "มกราคม"];

/// The part of what stands above that is near.
pub(super) fn nearest_above(above: &str) -> &str {
    let near = above.len().saturating_sub(HEADING);
    let near = (near..above.len()).find(|at| above.is_char_boundary(*at));
    &above[near.unwrap_or(above.len())..]
}

impl Candidate<'_> {
    /// Whether a cell above says that numbers of persons follow. Asked of digits that are right in themselves only.
    pub(super) fn is_below_heading(&self) -> bool {
        let mut cells = nearest_above(self.above).split(['\n', '\t', '|', ',', '"']);
        cells.any(|cell| {
            HEADINGS.iter().any(|word| cell.contains(word)) && cell.chars().count() <= LONGEST
        })
    }

    /// Whether a table of months is begun above.
    pub(super) fn is_below_months(&self) -> bool {
        let above = nearest_above(self.above);
        MONTHS.iter().any(|month| above.contains(month))
    }

    /// Whether nothing else stands in its cell.
    pub(super) fn fills_its_cell(&self) -> bool {
        let range = self.range();
        let is_border = |c: char| matches!(c, '\t' | '|' | ',' | '"');
        let before = self.line[..range.start].trim_end_matches(' ');
        let behind = self.line[range.end..].trim_start_matches([' ', '\r']);
        (before.is_empty() || before.ends_with(is_border))
            && (behind.is_empty() || behind.starts_with(is_border))
    }
}
