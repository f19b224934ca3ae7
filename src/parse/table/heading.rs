//! Table headings as they are typed.

use std::ops::Range;

/// What stands in a heading with one bracket on each side, and where the heading is.
pub(super) fn single_heading(text: &str, line: Range<usize>) -> Option<(&str, Range<usize>)> {
    let written = &text[line.clone()];
    let heading = written.split('#').next().unwrap_or(written).trim();
    let name = heading.strip_prefix('[')?.strip_suffix(']')?.trim();
    let start = line.start + written.find('[')?;
    let is_plain = !name.is_empty() && !name.contains(['[', ']']);
    is_plain.then(|| (name, start..start + heading.len()))
}

/// The table heading that stands above a place, without its brackets; empty where there is none.
pub(super) fn heading_above(text: &str, at: usize) -> &str {
    let mut lines = text[..at].lines().rev().map(str::trim);
    let heading = lines.find(|line| line.starts_with('[') && line.ends_with(']'));
    heading.map_or("", |line| line.trim_matches(['[', ']']).trim())
}

/// Where the line ends that stands above the next table heading, or the text.
pub(super) fn following_heading(text: &str, at: usize) -> usize {
    let next = text.get(at..).and_then(|rest| rest.find("\n["));
    next.map_or(text.len(), |length| at + length)
}
