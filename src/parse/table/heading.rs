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
