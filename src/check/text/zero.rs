//! ๐ typed for the letter O: `ข้อ ๐๓๕`, `๐๑ โครงสร้าง`.
//!
//! Numbers that begin with ๐ are right in telephone numbers, times and document numbers. Sure is one
//! that stands behind ข้อ or OIT, or before the title of just that item.

use std::collections::BTreeSet;

use super::letters::LetterFault;
use crate::model::Framework;
use crate::problem::Slip;
use crate::thai::numeral::{arabic_digit, is_thai_digit};

/// An item's number has no more digits.
const MOST_DIGITS: usize = 2;
/// Letters of a title that are compared.
const COMPARED: usize = 8;

/// The beginnings of the titles of all items, by number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Titles(BTreeSet<(u16, String)>);

impl Titles {
    /// The titles of these trees.
    pub fn of<'a>(frameworks: impl Iterator<Item = &'a Framework>) -> Self {
        let items = frameworks.flat_map(Framework::items);
        let titles = items.map(|(_, _, item)| (item.number.0, beginning(&item.title)));
        Self(titles.filter(|(_, title)| !title.is_empty()).collect())
    }

    fn begin(&self, number: u16, text: &str) -> bool {
        let text = beginning(text);
        let mut titles = self.0.iter();
        titles.any(|(of, title)| *of == number && text.starts_with(title))
    }
}

/// The first letters of a text, without spaces.
fn beginning(text: &str) -> String {
    let line = text.lines().next().unwrap_or("");
    let letters = line.chars().filter(|letter| !letter.is_whitespace());
    letters.take(COMPARED).collect()
}

/// Every ๐ that stands for the letter O.
pub(super) fn zeros(text: &str, titles: &Titles) -> Vec<LetterFault> {
    let starts = text.match_indices('๐').map(|(at, _)| at);
    starts.filter_map(|at| zero(text, at, titles)).collect()
}

fn zero(text: &str, at: usize, items: &Titles) -> Option<LetterFault> {
    let behind = &text[at + '๐'.len_utf8()..];
    let digits = behind.chars().take_while(|c| is_thai_digit(*c));
    let digits: String = digits.take(MOST_DIGITS + 1).collect();
    let number: String = digits.chars().map(arabic_digit).collect();
    if !(1..=MOST_DIGITS).contains(&number.len()) || number.starts_with('0') {
        return None;
    }
    let end = at + '๐'.len_utf8() + digits.len();
    let rest = &text[end..];
    let head = text[..at].trim_end_matches(' ');
    // ๐๓๕-๑๒๓, ๐๘.๓๐ and ๐๑/๐๒ go on; so does the number of a telephone behind a space.
    let next = rest.chars().next().unwrap_or('\n');
    let is_digit = |c: char| arabic_digit(c).is_ascii_digit();
    let joins = matches!(next, '-' | '.' | '/' | ',' | ':');
    if rest.trim_start().starts_with(is_digit) || joins && rest[1..].starts_with(is_digit) {
        return None;
    }
    let named = ["ข้อ", "OIT"].iter().any(|word| head.ends_with(word));
    let begins = head.is_empty() || head.ends_with(['\n', '\t', '|', '"', '\'', '-', '>']);
    let title = rest.trim_start_matches(['.', ' ', '\t', '|', '\u{a0}']);
    let apart = rest.len() > title.len();
    let titled = begins && apart && items.begin(number.parse().ok()?, title);
    let meant = format!("O{number}");
    (named || titled).then_some(LetterFault {
        range: at..end,
        slip: Slip::ZeroForO,
        meant: Some(meant),
    })
}

#[cfg(test)]
mod tests {
    use super::{Titles, zeros};
    use crate::parse::framework::built_in_without;

    #[test]
    fn a_title_of_any_year_tells_a_zero_from_a_number() {
        let found = |titles: &Titles| zeros("๐๑ โครงสร้าง\n", titles).len();
        assert_eq!(found(&Titles::of(built_in_without(&[]).iter())), 1);
        assert_eq!(found(&Titles::default()), 0);
    }
}
