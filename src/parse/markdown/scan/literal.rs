//! Markdown that a text shows as it was typed, where something else was meant.

use std::ops::Range;

use memchr::{memchr, memchr_iter};

use crate::model::Literal;
use crate::parse::markdown::habits::{is_row_of_blanks, is_row_of_commas};

/// Bytes of the mark of a footnote, at most.
const LONGEST_MARK: usize = 64;

/// The line that opens a block of code, where nothing closes it.
pub(super) fn unclosed_fence(markdown: &str, at: &Range<usize>) -> Option<Range<usize>> {
    let code = markdown.get(at.clone())?.trim_end();
    let sign = code
        .chars()
        .next()
        .filter(|sign| matches!(sign, '`' | '~'))?;
    let first = code.lines().next()?;
    let last = code.lines().skip(1).last().unwrap_or("");
    let last = last.trim_start_matches(['>', ' ', '\t']);
    let is_closed = last
        .chars()
        .take(3)
        .filter(|letter| *letter == sign)
        .count()
        == 3;
    (!is_closed).then(|| at.start..at.start + first.len())
}

/// What of Markdown a text shows that was meant as a link, or begins a row of a table.
pub(super) fn literal(markdown: &str, at: &Range<usize>) -> Option<(Literal, Range<usize>)> {
    let bytes = markdown.as_bytes();
    let text = bytes.get(at.start..at.end)?;
    if memchr_iter(b' ', text).any(|at| text[at..].starts_with(b"   ")) {
        let mut rows = markdown.get(at.start..)?.lines();
        let both = rows.next().zip(rows.next());
        if both.is_some_and(|(one, next)| is_row_of_blanks(one) && is_row_of_blanks(next)) {
            return Some((Literal::Columns, at.clone()));
        }
    }
    let is_list = |sign| memchr_iter(sign, text).take(2).count() == 2;
    if (is_list(b',') || is_list(b';')) && (at.start == 0 || bytes[at.start - 1] == b'\n') {
        let mut rows = markdown.get(at.start..)?.lines().map(str::trim_end);
        let both = rows.next().zip(rows.next());
        if both.is_some_and(|(head, row)| is_row_of_commas(head, row)) {
            return Some((Literal::Table, at.clone()));
        }
    }
    if bytes[at.start..].starts_with(b"|") {
        let before = bytes[..at.start]
            .iter()
            .rev()
            .find(|byte| !matches!(byte, b' ' | b'>' | b'\t'));
        let line = memchr(b'\n', &bytes[at.start..]).map_or(bytes.len(), |end| at.start + end);
        let is_row = memchr(b'|', &bytes[at.start + 1..line]).is_some();
        let is_first = before.is_none_or(|byte| *byte == b'\n');
        return (is_row && is_first).then(|| (Literal::Table, at.clone()));
    }
    if bytes[at.start..].starts_with(b"[^") {
        let near = &markdown[at.start..];
        let end = near
            .find([']', '\n'])
            .filter(|end| near[*end..].starts_with(']'));
        if let Some(end) = end.filter(|end| (3..=LONGEST_MARK).contains(end)) {
            return Some((Literal::Footnote, at.start..at.start + end + 1));
        }
    }
    let begins = ["[url", "[URL", "![["].iter().find(|sign| {
        let start = at.start
            - usize::from(at.start > 0 && sign.starts_with('!') && !text.starts_with(b"!"));
        bytes[start..].starts_with(sign.as_bytes())
    });
    if let Some(sign) = begins {
        return Some((Literal::Link, at.start..at.start + sign.len()));
    }
    let is_escaped = at.start > 0 && bytes[at.start - 1] == b'\\';
    let brackets = memchr_iter(b']', text).filter(|bracket| *bracket > 0 || !is_escaped);
    let mut places = brackets.map(|bracket| at.start + bracket..at.start + bracket + 2);
    let place = places.find(|place| bytes.get(place.end - 1) == Some(&b'('))?;
    Some((Literal::Link, place))
}
