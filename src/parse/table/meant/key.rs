//! The key that a line was meant to begin with: `วันที่ = …`, `title: …`, `unit "…"`.

use super::quotes::{OPENING, letters, outside_quotes};
use crate::parse::keys::{named_as, takes_others};
use crate::parse::table::value::is_plain_key;
use crate::thai::digits::is_invisible;

/// A line in its two halves, as far as it has them.
pub(in crate::parse::table) struct KeyLine<'a> {
    /// The name as it was meant.
    pub(in crate::parse::table) key: String,
    /// What stands behind the sign.
    pub(in crate::parse::table) value: &'a str,
    /// What stands between them; `None` where nothing does.
    pub(in crate::parse::table) sign: Option<char>,
}

/// Takes a line apart. `heading` is the table heading it stands below, without brackets. `None` where no key that is
/// known there, by whatever name, begins it.
pub(in crate::parse::table) fn key_line<'a>(line: &'a str, heading: &str) -> Option<KeyLine<'a>> {
    if let Some(at) = outside_quotes(line, &['=', ':']) {
        let (key, value) = line.split_at(at);
        let sign = value.chars().next();
        let value = value.get(1..)?.trim();
        // A colon stands in many a sentence.
        if sign == Some(':') {
            let is_named = named_as(key.trim(), heading).is_some();
            (is_named || is_own(key.trim(), value, heading)).then_some(())?;
        }
        return Some(KeyLine {
            key: name_meant(key.trim(), heading)?,
            value,
            sign,
        });
    }
    let (key, value) = line.trim().split_once(char::is_whitespace)?;
    let value = value.trim();
    // A word that happens to be a key may begin a sentence; a value in quotation marks or brackets does not.
    let is_value =
        value.starts_with(['"', '“', '[', '\'']) || value.starts_with(|c: char| c.is_ascii_digit());
    is_value.then_some(KeyLine {
        key: named_as(key, heading)?.to_owned(),
        value,
        sign: None,
    })
}

/// A key under its own name: known by it, or by one in Thai; counters of statistics are called anything.
fn name_meant(key: &str, heading: &str) -> Option<String> {
    let bare = key.trim_matches(['"', '\'']);
    if let Some(known) = named_as(bare, heading) {
        return Some(known.to_owned());
    }
    if is_plain_key(bare) {
        return Some(bare.to_owned());
    }
    let is_counter =
        heading == "data.statistics" && !bare.is_empty() && !bare.contains(['"', '\\', '\'']);
    is_counter.then(|| format!("\"{bare}\""))
}

/// Whether a key that the webmaster named stands before a colon: a unit with its name, or a counter with its number.
fn is_own(key: &str, value: &str, heading: &str) -> bool {
    let is_counter = heading == "data.statistics" && value.starts_with(char::is_numeric);
    let is_unit = is_plain_key(key) && value.starts_with(OPENING);
    !key.is_empty() && takes_others(heading) && (is_counter || is_unit)
}

/// A line without the letters that nobody sees and TOML does not take, and the first of them with its byte; `None` where
/// it has none. Inside quotation marks they are left: there they are text.
pub(in crate::parse::table) fn seen(line: &str) -> Option<(String, (usize, char))> {
    let mut out = String::with_capacity(line.len());
    let mut first = None;
    for (at, letter, is_quoted) in letters(line) {
        if is_quoted || !is_unseen(letter) {
            out.push(letter);
            continue;
        }
        first = first.or(Some((at, letter)));
        if letter.is_whitespace() {
            out.push(' ');
        }
    }
    Some((out, first?))
}

/// Neither a space nor a tab, and nothing to be seen.
fn is_unseen(letter: char) -> bool {
    is_invisible(letter)
        || letter.is_whitespace() && !matches!(letter, ' ' | '\t' | '\n' | '\r')
        || letter.is_control() && letter != '\t'
}
