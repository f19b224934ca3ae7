//! What makes a line a row of a list of private persons: a name, and a telephone or account number of that person's own.

use super::words::{NO_TITLES, OFFICES, TITLES};
use crate::thai::digits::{Group, Groups, Separator, has_at_least};
use crate::thai::numeral::{is_thai, is_thai_digit};

/// Digits of the number of a person in a list, at least: Excel drops the zero that telephone numbers begin with.
pub(super) const SHORTEST: usize = 9;

/// Whether a line holds a person's name and a number of that person's own.
pub(super) fn is_private_row(
    line: &str,
    of_accounts: impl Fn() -> bool,
    of_phones: impl Fn() -> bool,
    of_names: impl Fn() -> bool,
) -> bool {
    // The long list of words last: hardly a line comes so far.
    has_at_least(line, SHORTEST)
        && has_number(line, of_accounts, of_phones)
        && is_named(line, of_names)
        && !has_one(line, OFFICES)
}

/// Whether a line holds a number of a person who is named elsewhere.
pub(super) fn is_number_alone(
    line: &str,
    of_accounts: impl Fn() -> bool,
    of_phones: impl Fn() -> bool,
) -> bool {
    has_at_least(line, SHORTEST)
        && has_number(line, of_accounts, of_phones)
        && !has_one(line, OFFICES)
}

/// Whether a line names a person: by a title, or without one where the list is said to be of persons.
pub(super) fn is_named(line: &str, of_names: impl Fn() -> bool) -> bool {
    has_one(line, TITLES) || is_called_khun(line) || (has_name(line) && of_names())
}

/// Whether somebody is called คุณ, which many other words begin with.
fn is_called_khun(line: &str) -> bool {
    let mut places = line.match_indices("คุณ").map(|(at, _)| at);
    places.any(|at| {
        let is_begun = !line[..at].ends_with(is_thai);
        is_begun && !NO_TITLES.iter().any(|word| line[at..].starts_with(word)) && has_name(line)
    })
}

/// Whether a line holds a first and a last name, beside each other or in two cells.
fn has_name(line: &str) -> bool {
    let mut words = line.split(|c: char| !is_thai(c) || is_thai_digit(c));
    let is_name = |word: &&str| (2..=30).contains(&word.chars().count());
    words.by_ref().filter(is_name).nth(1).is_some()
}

fn has_number(line: &str, of_accounts: impl Fn() -> bool, of_phones: impl Fn() -> bool) -> bool {
    let mut groups = Groups::of(line);
    loop {
        let run = groups.ahead();
        if run.is_empty() {
            return false;
        }
        let is_bare = is_bare_account(run) && of_accounts() || is_cut_mobile(run) && of_phones();
        if is_mobile(run) || is_account(run) || is_bare {
            return true;
        }
        groups.pass(1);
    }
}

pub(super) fn has_one(line: &str, words: &[&str]) -> bool {
    words.iter().any(|word| line.contains(word))
}

/// Whether a run begins with a mobile telephone number: 06, 08 or 09 and eight more, or the same after
/// 66.
fn is_mobile(run: &[Group]) -> bool {
    const MOST_GROUPS: usize = 4;
    let mut digits = Vec::new();
    run.iter().take(MOST_GROUPS).any(|group| {
        digits.extend_from_slice(group.digits());
        match digits[..] {
            [0, 6 | 8 | 9, ..] => digits.len() == 10,
            [6, 6, 6 | 8 | 9, ..] => digits.len() == 11,
            _ => false,
        }
    })
}

/// Whether a run is one number as Excel leaves a mobile telephone number that was typed as a number.
fn is_cut_mobile(run: &[Group]) -> bool {
    let [group] = run else { return false };
    let is_mobile = matches!(group.digits(), [6 | 8 | 9, ..]);
    group.separator == Separator::Start && group.length == 9 && is_mobile
}

/// Whether a run begins with a bank account as banks write it: `123-4-56789-0`.
fn is_account(run: &[Group]) -> bool {
    const LENGTHS: [usize; 4] = [3, 1, 5, 1];
    run.len() >= LENGTHS.len()
        && (run.iter().zip(LENGTHS)).all(|(group, length)| group.length == length)
        && run[1..LENGTHS.len()]
            .iter()
            .all(|group| group.separator == Separator::Dash)
}

/// Whether a run is one number as long as those of accounts.
fn is_bare_account(run: &[Group]) -> bool {
    matches!(run, [group] if group.separator == Separator::Start && matches!(group.length, 10 | 12))
}
