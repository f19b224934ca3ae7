//! A number over several cells: the boxes of a form, with a digit in each, or a large number that a program parted
//! by thousands, whose commas look like borders of cells.

use super::{Candidate, DIGITS};
use crate::thai::digits::{Separator, value};

/// How programs write a large number that is one: `1,234,567,890,121`.
const THOUSANDS: [usize; 5] = [1, 3, 3, 3, 3];

/// The groups of the card, each in a cell.
const CARD: [usize; 5] = [1, 4, 5, 2, 1];

/// Digits of the number that a row runs under, at most.
const RUNNING: usize = 4;

/// What stands before a person's name, and what only begins like it.
const TITLES: [&str; 9] = [
    "นาย",
    "นาง",
    "น.ส.",
    "ด.ช.",
    "ด.ญ.",
    "เด็กชาย",
    "เด็กหญิง",
    "Mr.",
    "Miss",
];
const NO_TITLES: [&str; 7] = [
    "นายกเทศ",
    "นายกองค์",
    "นายก อบ",
    "นายกรัฐ",
    "นายช่าง",
    "นายทะเบียน",
    "นายอำเภอ",
];

impl Candidate<'_> {
    /// Whether it is a number that goes over several cells.
    pub(super) fn is_over_cells(&self) -> bool {
        let are_cells = self.separators().all(Separator::parts_cells);
        if self.lengths().eq(CARD) && are_cells {
            return self.is_card();
        }
        let behind = self.run.get(self.count);
        let goes_on = self.run[0].separator != Separator::Start
            || behind.is_some_and(|next| next.separator.parts_cells());
        if self.lengths().eq(THOUSANDS) {
            let are_commas = self.separators().all(|found| found == Separator::Comma);
            return are_commas && (!goes_on || self.subject.are_of_persons);
        }
        // Twelve months and their sum are thirteen cells too.
        let (months, last) = self.digits.split_at(DIGITS - 1);
        let is_sum =
            months.iter().map(|digit| u32::from(*digit)).sum::<u32>() == u32::from(last[0]);
        self.lengths().all(|length| length == 1)
            && (are_cells || self.is_boxed_by_groups())
            && self.digits.iter().any(|digit| *digit > 5)
            && !is_sum
            && (self.subject.are_of_persons || self.is_row_of_boxes(goes_on))
    }

    /// Whether the groups of the card are one: figures of a table have its lengths too, but begin with no zero.
    fn is_card(&self) -> bool {
        let has_zero = || {
            let inner = self.run[1..CARD.len() - 1].iter();
            inner
                .into_iter()
                .any(|group| group.digits().starts_with(&[0]))
        };
        self.subject.are_of_persons
            || has_zero()
            || self.names_a_person()
            || self.is_below_heading()
    }

    /// Whether the boxes of a form are all that a row has besides a person and the number it runs under.
    fn is_row_of_boxes(&self, goes_on: bool) -> bool {
        let behind = self.run.get(self.count);
        let is_last = behind.is_none_or(|next| next.length > 1 && next.separator.parts_cells());
        let is_first = self.run[0].separator == Separator::Start;
        let has_words = || self.line.chars().any(char::is_alphabetic);
        if !goes_on && !has_words() {
            return true;
        }
        let is_told = || self.names_a_person() || self.is_below_heading();
        is_last
            && (is_first || self.is_behind_running_number())
            && if has_words() || behind.is_some() {
                is_told()
            } else {
                !self.is_below_months()
            }
    }

    /// Whether nothing but the number that its row runs under stands before it.
    fn is_behind_running_number(&self) -> bool {
        let before = &self.line[..self.run[0].range.start];
        let number = before.trim_matches(|c: char| c.is_whitespace() || "|,\".".contains(c));
        (1..=RUNNING).contains(&number.chars().count())
            && number.chars().all(|letter| value(letter).is_some())
    }

    /// Whether a person is named in the row.
    fn names_a_person(&self) -> bool {
        let mut places = TITLES
            .iter()
            .flat_map(|title| self.line.match_indices(title));
        places.any(|(at, _)| {
            !NO_TITLES
                .iter()
                .any(|word| self.line[at..].starts_with(word))
        })
    }

    /// Whether the boxes of a form stand near each other, and apart where the groups of the card end.
    fn is_boxed_by_groups(&self) -> bool {
        const ENDS: [usize; 4] = [1, 5, 10, 12];
        let mut separators = self.separators().zip(1..);
        separators.all(|(found, before)| {
            if ENDS.contains(&before) {
                found.parts_cells()
            } else {
                found == Separator::Space
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::thai::citizen_number::citizen_numbers;

    const BOXES: &str = "1 | 0 | 9 | 9 | 5 | 6 | 7 | 8 | 1 | 2 | 3 | 4 | 7";

    #[test]
    fn numbers_over_cells_are_found() {
        for text in [
            "1|0995|67812|34|7".to_owned(),
            "นาย ก\t1\t0995\t67812\t34\t7\t081-222-3333".to_owned(),
            "1,นายสมมุติ ใจดี,1,0995,67812,34,7".to_owned(),
            format!("| นาย ก | {BOXES} |"),
            format!("| 1 | นางสาว ก ข | {BOXES} | 0812223333 |"),
            format!("12 | {BOXES}"),
            format!("| ชื่อ | เลขประจำตัวประชาชน |\n|---|\n| สมมุติ ใจดี | {BOXES} |"),
            "ชื่อ\tเลขประจำตัวประชาชน\nก\t1099 5678 1234 7".to_owned(),
            "เลขประจำตัวประชาชน\n1 099567 812347".to_owned(),
        ] {
            let found: Vec<_> = citizen_numbers(&text).collect();
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].1, "1-09xx-xxxxx-xx-7");
        }
    }

    #[test]
    fn figures_of_tables_are_none() {
        for text in [
            format!("เรื่องร้องเรียน | {BOXES}"),
            format!("นายกเทศมนตรีลงพื้นที่ | {BOXES}"),
            format!("ที่,ต.ค.,พ.ย.\n1 | {BOXES}"),
            format!("นาย ก | 5 | {BOXES}"),
            format!("นาย ก | {BOXES} | 5"),
            "ค่าเช่า|1|2508|10000|10|3".to_owned(),
            "1099 5678 1234 7".to_owned(),
            "ผู้ยื่นต้องนำสำเนาบัตรประชาชนและทะเบียนบ้านมาแสดงต่อเจ้าหน้าที่ทุกครั้ง\n1099 5678 1234 7".to_owned(),
        ] {
            assert_eq!(citizen_numbers(&text).next(), None, "{text}");
        }
    }
}
