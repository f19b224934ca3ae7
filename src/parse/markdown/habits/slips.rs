//! Links whose signs are confused: `(แผน)[plan.pdf]`, `[แผน]{plan.pdf}`, `![[ผัง.png]]`, `［แผน］(plan.pdf)`, `http;//…`.
//!
//! In: a line. Out: edits that make each a link as Markdown has it. Only where a file or an address is named, so that it
//! is certain what is meant; what is not certain stays and is told.

use memchr::{memchr2, memchr3};

use super::blocks::TypedLine;
use super::links::{in_pointed, is_address};
use super::walk::{LONGEST, Signs, walk};
use super::{Edit, Habits};
use crate::files::ending;
use crate::model::is_picture;

/// Endings of files that clerks publish, apart from pictures.
const FILES: [&str; 15] = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "csv", "txt", "zip", "rar",
    "mp4", "md",
];

/// Whether a text may have any.
pub(super) fn may_have(text: &str) -> bool {
    ["!(", "］", "】", "http", "HTTP", "Http"]
        .iter()
        .any(|sign| text.contains(sign))
}

/// Whether a line may have one. Each has a bracket that hardly a row of a table has, or an address.
fn may_be_in(line: &str) -> bool {
    let bytes = line.as_bytes();
    memchr3(b'[', b'<', b'!', bytes).is_some()
        || memchr2(b'h', b'H', bytes).is_some()
        || memchr2(0xef, 0xe3, bytes).is_some()
}

/// Where these begin.
const SIGNS: Signs = Signs::of(b"([!<hH\xef\xe3");

/// Looks at the links of a line that begins at byte `base` of its text.
pub(super) fn slips(line: &str, base: usize, edits: &mut Vec<Edit>) {
    if !may_be_in(line) {
        return;
    }
    walk(line, &SIGNS, |at| {
        let (before, rest) = (&line[..at], near(&line[at..]));
        let (length, new) = match line.as_bytes()[at] {
            b'(' if !before.ends_with([']', '!', '］', '】']) => turned(rest),
            b'[' if !before.ends_with(['!', '\\']) => double(rest)
                .or_else(|| bulletin(rest))
                .or_else(|| bracketed(rest)),
            b'!' => picture(before, rest),
            b'<' if !before.ends_with("](") => pointed(rest),
            // The first byte of a bracket of full width.
            0xef | 0xe3 => wide(rest),
            b'h' | b'H' => scheme(before, rest),
            _ => None,
        }?;
        edits.push((base + at..base + at + length, new.into()));
        Some(length)
    });
}

/// As much of a text as is looked at.
fn near(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// What stands between two brackets at the beginning of a text, and how long it is with them.
fn between(text: &str, opens: char, closes: char) -> Option<(&str, usize)> {
    let (inside, _) = text.strip_prefix(opens)?.split_once(closes)?;
    let length = opens.len_utf8() + inside.len() + closes.len_utf8();
    (!inside.trim().is_empty() && !inside.contains(opens)).then_some((inside, length))
}

/// Whether a text names a file, or is the address of a page.
fn is_named(address: &str) -> bool {
    let address = address.trim();
    let ending = ending(address).to_ascii_lowercase();
    let is_page = ["http://", "https://"]
        .iter()
        .any(|start| address.starts_with(start));
    // Windows takes none of these in a name, and `[image: a.jpg]` is what another program left.
    let is_plain = !address.contains(['#', '<', '>', ':', '*', '?', '"', '|']);
    let is_file = is_plain && (FILES.contains(&&*ending) || is_picture(address));
    (is_page && !address.contains(char::is_whitespace))
        || (is_file && address.len() > ending.len() + 1)
}

fn link(text: &str, address: &str) -> String {
    format!("[{}]({})", text.trim(), in_pointed(address.trim()))
}

/// `(แผน)[plan.pdf]`
fn turned(rest: &str) -> Option<(usize, String)> {
    let (text, length) = between(rest, '(', ')')?;
    let (address, more) = between(&rest[length..], '[', ']')?;
    let is_other = rest[length + more..].starts_with(['(', '[', ':']);
    (is_named(address) && !is_other && !text.contains(['[', ']']))
        .then(|| (length + more, link(text, address)))
}

/// `[แผน]{plan.pdf}`, `[แผน][plan.pdf]`, and `[plan.pdf]` alone.
fn bracketed(rest: &str) -> Option<(usize, String)> {
    let (text, length) = between(rest, '[', ']')?;
    let behind = &rest[length..];
    if let Some((address, more)) = between(behind, '{', '}').filter(|(inside, _)| is_named(inside))
    {
        return Some((length + more, link(text, address)));
    }
    if let Some((address, more)) = between(behind, '[', ']').filter(|(inside, _)| is_named(inside))
        && !behind[more..].starts_with('(')
    {
        return Some((length + more, link(text, address)));
    }
    let is_other = behind.trim_start().starts_with(['(', '[', ':', '{', '（']);
    (is_named(text) && !is_other).then(|| (length, link(text, text)))
}

/// `[[plan.pdf]]` and `[[plan.pdf|แผน]]`, as notes have them.
fn double(rest: &str) -> Option<(usize, String)> {
    let (inside, _) = rest.strip_prefix("[[")?.split_once("]]")?;
    let (address, text) = inside.split_once('|').unwrap_or((inside, inside));
    let is_plain = is_named(address) && !inside.contains(['[', ']']);
    is_plain.then(|| (inside.len() + 4, link(text, address)))
}

/// `[url=https://…]แผน[/url]`, as bulletin boards have it.
fn bulletin(rest: &str) -> Option<(usize, String)> {
    let sign = rest.get(..4)?;
    if !sign.eq_ignore_ascii_case("[url") && !sign.eq_ignore_ascii_case("[img") {
        return None;
    }
    let lower = rest.to_ascii_lowercase();
    let behind = lower
        .strip_prefix("[url")
        .or_else(|| lower.strip_prefix("[img"))?;
    let end = ["[/url]", "[/img]"]
        .iter()
        .find_map(|end| lower.find(end))?;
    let (head, _) = behind.split_once(']')?;
    let start = "[url".len() + head.len() + 1;
    let text = rest.get(start..end)?;
    let address = match head.strip_prefix('=') {
        Some(_) => rest
            .get("[url=".len()..start - 1)?
            .trim_matches(['"', '\'']),
        None => text,
    };
    let sign = if lower.starts_with("[img") { "!" } else { "" };
    is_address(address).then(|| (end + "[/url]".len(), sign.to_owned() + &link(text, address)))
}

/// `!(ผัง.png)`, `![[ผัง.png]]`, `! [ผัง](ผัง.png)`
fn picture(before: &str, rest: &str) -> Option<(usize, String)> {
    if let Some((address, length)) = between(&rest[1..], '(', ')') {
        return is_named(address).then(|| (length + 1, format!("![]({})", in_pointed(address))));
    }
    if let Some((length, _)) = double(&rest[1..]) {
        let inside = &rest[3..length - 1];
        let (address, text) = inside.split_once('|').unwrap_or((inside, ""));
        return Some((length + 1, "!".to_owned() + &link(text, address)));
    }
    let behind = rest[1..].trim_start_matches([' ', '\u{a0}']);
    let blanks = rest.len() - 1 - behind.len();
    let is_apart = before.is_empty() || before.ends_with([' ', '\t', '|']);
    let (_, length) = between(behind, '[', ']').filter(|_| blanks > 0 && is_apart)?;
    let (address, _) = between(&behind[length..], '(', ')')?;
    is_picture(address.trim()).then(|| (1 + blanks, "!".to_owned()))
}

/// `<plan.pdf>`
fn pointed(rest: &str) -> Option<(usize, String)> {
    let (address, length) = between(rest, '<', '>')?;
    let is_page = address.contains("//") || address.contains('@');
    (is_named(address) && !is_page && !address.contains(['"', '=']))
        .then(|| (length, link(address, address)))
}

/// `［แผน］(plan.pdf)`, `【แผน】（plan.pdf）`
fn wide(rest: &str) -> Option<(usize, String)> {
    let brackets = [('［', '］'), ('【', '】')];
    let (text, length) = brackets
        .iter()
        .find_map(|(opens, closes)| between(rest, *opens, *closes))?;
    let behind = &rest[length..];
    let (address, more) = between(behind, '(', ')').or_else(|| between(behind, '（', '）'))?;
    is_address(address).then(|| (length + more, link(text, address)))
}

/// `http;//www…`, `https:/…`, `http:\\…`
fn scheme(before: &str, rest: &str) -> Option<(usize, String)> {
    let name = rest
        .get(..4)
        .filter(|name| name.eq_ignore_ascii_case("http"))?;
    let secure = usize::from(rest[4..].starts_with(['s', 'S']));
    let behind = &rest[name.len() + secure..];
    let host = behind.trim_start_matches([':', ';', '/', '\\']);
    let signs = &behind[..behind.len() - host.len()];
    let is_slip = (2..=4).contains(&signs.len()) && signs != "://" && signs.contains(['/', '\\']);
    let is_host = host.starts_with(|c: char| c.is_ascii_alphanumeric()) && host.contains('.');
    let begins = !before.ends_with(|c: char| c.is_ascii_alphanumeric() || "/=".contains(c));
    (is_slip && is_host && begins).then(|| {
        let length = name.len() + secure;
        (length + signs.len(), format!("{}://", &rest[..length]))
    })
}

impl Habits<'_> {
    /// `[แผน]` above `(plan.pdf)`.
    pub(super) fn broken_link(&mut self, line: &TypedLine<'_>, at: usize) {
        if !line.rest.ends_with(']') || line.rest.ends_with("\\]") {
            return;
        }
        let Some(below) = self.line(at + 1) else {
            return;
        };
        if let Some((address, length)) = between(near(below.rest), '(', ')')
            && is_named(address)
        {
            let meant = format!("({})", in_pointed(address.trim()));
            self.edit(line.end()..below.start + length, meant);
        }
    }
}
