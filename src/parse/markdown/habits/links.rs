//! Links and pictures as people type them: `[แผน](แผน ฉบับ 1.pdf)`, `![ผัง](ผัง (1).jpg)`, `[แผน] (plan.pdf)`.
//!
//! In: a line. Out: edits that put the address into `<…>`, where Markdown takes every letter as it is.

use std::collections::HashSet;

use memchr::{memchr, memchr_iter, memrchr};

use super::Edit;
use super::walk::{LONGEST, Signs, tag, walk};
use crate::files::{ending, is_ending};
use crate::thai::numeral::arabic_digit;

/// Where these begin.
const SIGNS: Signs = Signs::of(b"<]");

/// Looks at the links of a line that begins at byte `base` of its text.
pub(super) fn links(line: &str, base: usize, edits: &mut Vec<Edit>) {
    if memchr(b']', line.as_bytes()).is_none() {
        return;
    }
    let bytes = line.as_bytes();
    walk(line, &SIGNS, |at| match bytes[at] {
        b'<' => Some(tag(&bytes[at..])),
        b']' => Some(link(line, at, base, edits)),
        _ => None,
    });
}

/// Looks at what follows a `]`, and gives its length.
fn link(line: &str, at: usize, base: usize, edits: &mut Vec<Edit>) -> usize {
    let behind = &line[at + 1..];
    let address = behind.trim_start_matches([' ', '\u{a0}']);
    let blanks = behind.len() - address.len();
    let Some(length) = address.strip_prefix('(').and_then(closing) else {
        return 1;
    };
    let inside = &address[1..=length];
    if blanks > 0 {
        let near = at.saturating_sub(LONGEST);
        let text = memrchr(b'[', &line.as_bytes()[near..at]).map(|open| &line[near + open + 1..at]);
        if text.is_none_or(|text| matches!(text.trim(), "" | "x" | "X")) || !is_address(inside) {
            return 1;
        }
        edits.push((base + at + 1..base + at + 1 + blanks, "".into()));
    }
    let start = at + 1 + blanks + 1;
    destination(inside, base + start, edits);
    start + inside.len() + 1 - at
}

/// How many bytes an address has up to the `)` that ends it: of a name with `(1)`, behind that.
fn closing(address: &str) -> Option<usize> {
    let bytes = address.as_bytes();
    let bytes = &bytes[..bytes.len().min(LONGEST)];
    if bytes.first() == Some(&b'<') {
        let end = memchr(b'>', bytes)?;
        return memchr(b')', &bytes[end..]).map(|behind| end + behind);
    }
    let (mut open, mut last) = (0_usize, None);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'(' => open += 1,
            b')' if open == 0 => {
                // `ผัง 1).jpg`: the ending of a name is still to come.
                let rest = &address[at + 1..];
                return match rest
                    .strip_prefix('.')
                    .and_then(|ending| ending.split_once(')'))
                {
                    Some((ending, _)) if is_ending(ending) => Some(at + 2 + ending.len()),
                    _ => Some(at),
                };
            }
            b')' => (open, last) = (open - 1, Some(at)),
            // The next link: this one was closed before.
            b']' if bytes.get(at + 1) == Some(&b'(') => break,
            _ => {}
        }
    }
    last
}

/// Puts an address that Markdown would not take into `<…>`. `inside`: what stands between the brackets.
pub(super) fn destination(inside: &str, base: usize, edits: &mut Vec<Edit>) {
    let blanks = inside.len() - inside.trim_start().len();
    let address = without_title(inside.trim());
    if address.is_empty() || address.starts_with('<') {
        return;
    }
    let start = base + blanks;
    let end = start + address.len();
    if address
        .get(..4)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("tel:"))
    {
        let number = address
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(arabic_digit);
        let number: String = number.collect();
        if number != address {
            edits.push((start..end, number.into()));
        }
        return;
    }
    let part = part_of_name(address);
    let is_taken = !address.contains(char::is_whitespace) && is_balanced(address);
    if is_taken && part.is_none() {
        return;
    }
    edits.push((start..start, "<".into()));
    let wrong = memchr_iter(b'<', address.as_bytes()).chain(memchr_iter(b'>', address.as_bytes()));
    for at in wrong.chain(part) {
        let escaped = match address.as_bytes()[at] {
            b'<' => "%3C",
            b'>' => "%3E",
            _ => "%23",
        };
        edits.push((start + at..start + at + 1, escaped.into()));
    }
    edits.push((end..end, ">".into()));
}

/// A whole address in `<…>`.
pub(super) fn in_pointed(address: &str) -> String {
    let mut meant = address.replace('<', "%3C").replace('>', "%3E");
    if let Some(at) = part_of_name(&meant) {
        meant.replace_range(at..=at, "%23");
    }
    format!("<{meant}>")
}

/// The `#` of `แผน #1.pdf`, which is no anchor: the ending of the name follows it.
fn part_of_name(address: &str) -> Option<usize> {
    let (path, anchor) = address.split_once('#')?;
    let has_ending = |name: &str| is_ending(ending(name));
    (!path.is_empty() && !path.contains("//") && !has_ending(path) && has_ending(anchor))
        .then_some(path.len())
}

fn is_balanced(address: &str) -> bool {
    let mut open = 0_usize;
    for byte in address.bytes() {
        match byte {
            b'(' => open += 1,
            b')' if open == 0 => return false,
            b')' => open -= 1,
            _ => {}
        }
    }
    open == 0
}

/// An address without the title in quotation marks behind it.
fn without_title(inside: &str) -> &str {
    let title = ["\"", "'"].iter().find_map(|quote| {
        let rest = inside.strip_suffix(quote)?;
        let start = rest.find(&format!(" {quote}"))?;
        Some(start)
    });
    title.map_or(inside, |start| inside[..start].trim_end())
}

/// Whether a text may be where a link leads: a sentence is not.
pub(super) fn is_address(inside: &str) -> bool {
    let address = without_title(inside.trim());
    let address = address.trim_start_matches('<').trim_end_matches('>');
    let lower = address.to_ascii_lowercase();
    let starts = [
        "http://", "https://", "mailto:", "tel:", "www.", "#", "/", "./", "../",
    ];
    let path = address.split('#').next().unwrap_or("");
    let is_item = lower.strip_prefix('o').is_some_and(|number| {
        (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    starts.iter().any(|start| lower.starts_with(start))
        || is_ending(ending(path))
        || is_item
        || (!address.is_empty() && address.is_ascii() && !address.contains(' '))
}

/// What stands in brackets and defines nothing, lowercase.
pub(super) fn names(text: &str) -> HashSet<String> {
    let mut names = HashSet::new();
    // Where a bracket was opened, and whether its line begins so.
    let (mut open, mut begins) = (None, true);
    for (at, letter) in text.char_indices() {
        match letter {
            '[' => open = Some((at + 1, begins)),
            ']' => {
                if let Some((start, begins)) = open.take()
                    && !(begins && text[at + 1..].starts_with(':'))
                {
                    names.insert(text[start..at].to_lowercase());
                }
            }
            _ => {}
        }
        begins = letter == '\n' || (begins && letter.is_whitespace());
    }
    names
}
