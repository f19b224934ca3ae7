//! A number over several cells: the boxes of a form, with a digit in each, or a large number that a program parted
//! by thousands, whose commas look like borders of cells.

use super::{Candidate, DIGITS};
use crate::thai::digits::Separator;

/// How programs write a large number that is one: `1,234,567,890,121`.
const THOUSANDS: [usize; 5] = [1, 3, 3, 3, 3];

impl Candidate<'_> {
    /// Whether it is a number that goes over several cells.
    pub(super) fn is_over_cells(&self) -> bool {
        let behind = self.run.get(self.count);
        let goes_on = self.run[0].separator != Separator::Start
            || behind.is_some_and(|next| next.separator.parts_cells());
        if goes_on && !self.subject.are_of_persons {
            return false;
        }
        if self.lengths().eq(THOUSANDS) {
            return self.separators().all(|found| found == Separator::Comma);
        }
        // Twelve months and their sum are thirteen cells too.
        let (months, last) = self.digits.split_at(DIGITS - 1);
        let is_sum =
            months.iter().map(|digit| u32::from(*digit)).sum::<u32>() == u32::from(last[0]);
        let has_words = || self.line.chars().any(char::is_alphabetic);
        self.lengths().all(|length| length == 1)
            && (self.separators().all(Separator::parts_cells) || self.is_boxed_by_groups())
            && self.digits.iter().any(|digit| *digit > 5)
            && !is_sum
            && (self.subject.are_of_persons || !has_words())
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
