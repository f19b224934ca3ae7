//! Signs that Markdown takes for emphasis and people do not mean so: blanks to fill in (`___/___/___`), sizes
//! (`2*3 และ 4*5`), spans (`08.00~16.00`).
//!
//! In: a line. Out: edits that put `\\` before them. Code, tags and addresses stay as they are.

use std::ops::Range;

use memchr::memmem::find;
use memchr::{memchr, memchr_iter, memchr3};

use super::Edit;
use super::walk::{LONGEST, Signs, tag, walk};
use crate::thai::digits::value;

/// So many `_` are always a blank to fill in.
const BLANK: usize = 4;

/// Whether a text has any of these.
pub(super) fn may_have(text: &str) -> bool {
    let bytes = text.as_bytes();
    find(bytes, b"__").is_some()
        || memchr(b'~', bytes).is_some()
        || memchr_iter(b'*', bytes).any(|at| digits_beside(text, &(at..at + 1)) == [true, true])
}

/// Where these begin.
const SIGNS: Signs = Signs::of(b"<]_*~");

/// Looks at the signs of a line that begins at byte `base` of its text.
pub(super) fn signs(line: &str, base: usize, edits: &mut Vec<Edit>) {
    let bytes = line.as_bytes();
    if memchr3(b'_', b'*', b'~', bytes).is_none() || is_rule(line) {
        return;
    }
    let mut underscores: Vec<Range<usize>> = Vec::new();
    walk(line, &SIGNS, |at| match bytes[at] {
        b'<' => Some(tag(&bytes[at..])),
        b']' if bytes.get(at + 1) == Some(&b'(') => {
            let near = &bytes[at..bytes.len().min(at + LONGEST)];
            memchr(b')', near)
        }
        sign @ (b'_' | b'*' | b'~') => {
            let length = bytes[at..].iter().take_while(|byte| **byte == sign).count();
            let run = at..at + length;
            let [before, after] = digits_beside(line, &run);
            match sign {
                b'_' if length > 1 && !is_in_address(&line[..at]) => underscores.push(run),
                b'*' if length == 1 && before && after => edits.push(escaped(line, &run, base)),
                b'~' if length == 1 && (before || after) => edits.push(escaped(line, &run, base)),
                _ => {}
            }
            Some(length)
        }
        _ => None,
    });
    for (at, run) in underscores.iter().enumerate() {
        if is_blank(line, &underscores, at) {
            edits.push(escaped(line, run, base));
        }
    }
}

/// Whether a run of `_` is a blank to fill in. Emphasis has words between two runs; that of three signs stands between
/// blanks, too.
fn is_blank(line: &str, runs: &[Range<usize>], at: usize) -> bool {
    let run = &runs[at];
    if run.len() >= BLANK {
        return true;
    }
    let pair = |from: usize| Some((runs.get(from)?, runs.get(from + 1)?));
    let pairs = || {
        [at.checked_sub(1), Some(at)]
            .into_iter()
            .flatten()
            .filter_map(pair)
    };
    let inside = |pair: (&Range<usize>, &Range<usize>)| &line[pair.0.end..pair.1.start];
    if pairs().any(|pair| !inside(pair).chars().any(char::is_alphanumeric)) {
        return true;
    }
    let is_emphasis = |pair: (&Range<usize>, &Range<usize>)| {
        let is_tight = inside(pair) == inside(pair).trim() && pair.0.len() == pair.1.len();
        let before = line[..pair.0.start].chars().next_back();
        let after = line[pair.1.end..].chars().next();
        let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        is_tight && ends(before) && ends(after)
    };
    run.len() == BLANK - 1 && !pairs().any(is_emphasis)
}

fn escaped(line: &str, run: &Range<usize>, base: usize) -> Edit {
    let signs = line[run.clone()].chars().flat_map(|sign| ['\\', sign]);
    let escaped: String = signs.collect();
    (base + run.start..base + run.end, escaped.into())
}

/// Whether a digit stands before a run of signs, and whether one stands behind it.
fn digits_beside(line: &str, run: &Range<usize>) -> [bool; 2] {
    let before = line[..run.start].chars().next_back();
    let behind = line[run.end..].chars().next();
    [before, behind].map(|letter| letter.and_then(value).is_some())
}

/// Whether what goes on here is part of an address that is written out.
fn is_in_address(before: &str) -> bool {
    let near = before.char_indices().rev().take(LONGEST);
    let word = near
        .take_while(|(_, letter)| !letter.is_whitespace())
        .last();
    let word = &before[word.map_or(before.len(), |(start, _)| start)..];
    word.contains("://") || word.contains("www.") || word.contains('@')
}

/// Whether a line is a rule.
fn is_rule(line: &str) -> bool {
    let is_sign = |c: char| c == ' ' || c == '\t' || line.starts_with(c);
    line.starts_with(['_', '*']) && line.chars().all(is_sign)
}
