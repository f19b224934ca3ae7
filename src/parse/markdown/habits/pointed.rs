//! Words in pointed brackets that are no HTML: `ผู้ติดต่อ <somchai> โทร`, `x<y>z`.
//!
//! In: a line. Out: edits that keep them text: Markdown takes each for an element, and no page shows one that there is
//! not.

use std::ops::Range;

use memchr::memchr;

use super::Edit;
use super::walk::{Signs, walk};
use crate::html::is_element;

/// Whether a text may have any.
pub(super) fn may_have(text: &str) -> bool {
    memchr(b'<', text.as_bytes()).is_some()
}

/// Where these begin.
const SIGNS: Signs = Signs::of(b"<");

/// Looks at the pointed brackets of a line that begins at byte `base` of its text.
pub(super) fn words(line: &str, base: usize, edits: &mut Vec<Edit>) {
    if !may_have(line) {
        return;
    }
    walk(line, &SIGNS, |at| {
        let (before, behind) = (&line[..at], line[at..].strip_prefix('<')?);
        if is_word(behind) && !is_destination(before) {
            edits.push((base + at..base + at, "\\".into()));
        }
        None
    });
}

/// Whether what stands behind a `<` would be taken for an element that there is not.
pub(super) fn is_word(behind: &str) -> bool {
    let name = &behind[name(behind)];
    let rest = &behind[behind.len() - behind.trim_start_matches('/').len() + name.len()..];
    !name.is_empty() && rest.starts_with(['>', ' ', '/', '\t']) && !is_element(name)
}

/// Where the name stands that a tag has.
fn name(behind: &str) -> Range<usize> {
    let start = usize::from(behind.starts_with('/'));
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | ':');
    let rest = &behind[start..];
    if !rest.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        return start..start;
    }
    let end = rest.find(|letter| !is_part(letter));
    start..start + end.unwrap_or(rest.len())
}

/// `[แผน](<a b.pdf>)`: there it holds an address.
fn is_destination(before: &str) -> bool {
    before.ends_with("](") || before.ends_with("]: ") || before.ends_with("]:")
}
