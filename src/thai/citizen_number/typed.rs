//! A number in one cell or outside of any, as people type it: in one, as on the card, or with gaps left out.

use std::ops::Range;

use super::{Candidate, DIGITS};
use crate::thai::digits::{Group, Separator, value};

/// The groups on the card: `1-2345-67890-12-1`.
const CARD: &[usize] = &[1, 4, 5, 2, 1];

/// The same with one or two gaps left out. Only with dashes: with spaces they may be five columns.
const RUN_TOGETHER: &[&[usize]] = &[
    &[5, 5, 2, 1],
    &[1, 9, 2, 1],
    &[1, 4, 7, 1],
    &[1, 4, 5, 3],
    &[1, 4, 8],
    &[1, 9, 3],
    &[1, 11, 1],
    &[5, 5, 3],
    &[5, 7, 1],
    &[10, 2, 1],
];

/// Milliseconds since 1970, from 2015 to 2033: programs name the files they are given by them.
const MILLISECONDS: Range<u64> = 1_420_070_400_000..2_000_000_000_000;

/// Letters of an address that are read backwards; browsers take no longer ones.
const LONGEST_ADDRESS: usize = 2_048;

impl Candidate<'_> {
    /// Whether it is a number as people type it.
    pub(super) fn is_typed(&self) -> bool {
        let lengths: Vec<usize> = self.lengths().collect();
        let separators: Vec<Separator> = self.separators().collect();
        let behind = self
            .run
            .get(self.count)
            .filter(|_| !is_export(&self.run[self.count..]));
        let outer = [Some(&self.run[0]), behind].map(|group| {
            let separator = group.map(|group| group.separator);
            separator.filter(|found| *found != Separator::Start && !found.parts_cells())
        });
        let is_alone = outer == [None, None];
        let is_grouped = match &lengths[..] {
            [DIGITS] => {
                (self.subject.are_of_persons || !self.subject.are_of_things)
                    && self.is_plain(&outer)
            }
            lengths if lengths == CARD => goes_no_further(&separators, &outer),
            lengths if lengths.iter().all(|length| *length == 1) => {
                is_alone && self.digits.iter().any(|digit| *digit > 5)
            }
            lengths if RUN_TOGETHER.contains(&lengths) => {
                separators
                    .iter()
                    .all(|separator| *separator == Separator::Dash)
                    && goes_no_further(&separators, &outer)
            }
            _ => false,
        };
        let is_told =
            || self.subject.are_of_persons || self.fills_its_cell() && self.is_below_heading();
        is_grouped || (is_alone && self.count > 1 && is_told())
    }

    /// Whether 13 digits in one stand by themselves: not in a longer code, a decimal, an identifier, an
    /// address of the web or the name of a file that a program made.
    fn is_plain(&self, outer: &[Option<Separator>; 2]) -> bool {
        let range = self.range();
        let in_code = outer
            .iter()
            .any(|separator| matches!(separator, Some(Separator::Dash | Separator::Dot)));
        let (before, after) = (&self.line[..range.start], &self.line[range.end..]);
        let word = before.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let label = before[word.len()..].to_ascii_lowercase();
        let glued = after.starts_with(|c: char| c.is_ascii_alphabetic())
            || !matches!(label.as_str(), "" | "id" | "no" | "pid" | "idcard");
        if in_code || glued || is_in_address(before) {
            return false;
        }
        let is_name = before.ends_with(['_', '/', '(', '"'])
            && after
                .strip_prefix('.')
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()));
        let is_name =
            is_name || before.is_empty() && after.starts_with('.') || before.ends_with('_');
        let number = self
            .digits
            .iter()
            .fold(0, |sum, digit| sum * 10 + u64::from(*digit));
        !(is_name && MILLISECONDS.contains(&number))
    }
}

/// Whether what follows 13 digits are the decimals that a program gives a number that has none: `.0`, `.00`.
fn is_export(rest: &[Group]) -> bool {
    let ends = |next: Option<&Group>| next.is_none_or(|next| next.separator.parts_cells());
    matches!(rest, [zeros, ..] if zeros.separator == Separator::Dot
        && zeros.length <= 2
        && zeros.digits().iter().all(|digit| *digit == 0))
        && ends(rest.get(1))
}

/// Whether what follows stands inside `https://…` or `www.…`.
fn is_in_address(before: &str) -> bool {
    let graphic = |c: char| c.is_ascii_graphic() && !"\"'<>()[]{}|`".contains(c);
    let address = |c: &(usize, char)| graphic(c.1) || value(c.1).is_some();
    let letters = before.char_indices().rev().take(LONGEST_ADDRESS);
    let start = letters.take_while(address).last();
    let token = &before[start.map_or(before.len(), |(start, _)| start)..];
    token.contains("://") || token.contains("www.")
}

/// Whether the signs inside a number do not go on outside it, as in a longer code.
fn goes_no_further(inner: &[Separator], outer: &[Option<Separator>; 2]) -> bool {
    let goes_on = |separator: &Separator| {
        matches!(separator, Separator::Dash | Separator::Dot) && inner.contains(separator)
    };
    !outer.iter().flatten().any(goes_on)
}
