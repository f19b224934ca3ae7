//! Lines, and which block of Markdown begins with one.

use std::ops::Range;

use memchr::memchr_iter;

use crate::html::is_element;
use crate::parse::markdown::points::{BLANKS, Beginning, beginning};
use crate::thai::numeral::is_thai;

/// Elements whose raw HTML is a block, and hides Markdown up to the next blank line.
const BLOCKS: &str = "\
    address article aside blockquote body caption center col colgroup dd details div dl dt fieldset \
    figure footer form h1 h2 h3 h4 header hr html iframe li ol p section table td tr ul";

/// The lines of a text, without the signs that end them.
pub(super) fn lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for end in memchr_iter(b'\n', text.as_bytes()) {
        lines.push(start..end);
        start = end + 1;
    }
    lines.push(start..text.len());
    lines
}

/// A line of a text, and what it begins with.
pub(super) struct TypedLine<'a> {
    /// Where the line begins.
    begins: usize,
    /// Where its text begins.
    pub(super) start: usize,
    /// How many columns of blanks stand before.
    pub(super) column: usize,
    /// Its text, without blanks at either end.
    pub(super) rest: &'a str,
}

impl<'a> TypedLine<'a> {
    pub(super) fn of(text: &'a str, at: &Range<usize>) -> Self {
        let line = &text[at.clone()];
        let rest = line.trim_start_matches([' ', '\t']);
        let blanks = line.len() - rest.len();
        Self {
            begins: at.start,
            start: at.start + blanks,
            column: columns(0, &line[..blanks]),
            rest: rest.trim_end(),
        }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.rest.is_empty()
    }

    /// Where its text ends.
    pub(super) fn end(&self) -> usize {
        self.start + self.rest.len()
    }

    /// The blanks that it begins with.
    pub(super) fn indentation(&self) -> Range<usize> {
        self.begins..self.start
    }

    /// What stands in a quotation.
    pub(super) fn bare(&self) -> &'a str {
        self.rest.trim_start_matches(['>', ' '])
    }
}

/// The column behind blanks that begin at a column.
pub(super) fn columns(from: usize, blanks: &str) -> usize {
    let next = |column: usize, letter| match letter {
        '\t' => column / 4 * 4 + 4,
        _ => column + 1,
    };
    blanks.chars().fold(from, next)
}

/// The marks that open a fence, as they must close it.
pub(super) fn fence(rest: &str) -> Option<&str> {
    let sign = rest.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let info = rest.trim_start_matches(sign);
    let mark = &rest[..rest.len() - info.len()];
    let is_fence = mark.len() >= 3 && !(sign == '`' && info.contains('`'));
    is_fence.then_some(mark)
}

/// What ends a block of raw HTML that begins so; nothing stands for a blank line.
pub(super) fn html_end(rest: &str) -> Option<&'static str> {
    let tag = rest.strip_prefix('<')?;
    if tag.starts_with("!--") {
        return Some("-->");
    }
    let name = tag.trim_start_matches('/');
    let end = name
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(name.len());
    let (name, behind) = (name[..end].to_ascii_lowercase(), &name[end..]);
    let raw = ["</script", "</style", "</pre", "</textarea"];
    if let Some(ends) = raw.into_iter().find(|ends| ends[2..] == name) {
        return Some(ends);
    }
    // A line that is one tag begins a block whatever it is.
    let is_tag = is_element(&name) && behind.starts_with(['>', ' ', '/']);
    let is_alone = is_tag && behind.find('>') == Some(behind.len() - 1);
    let is_block = BLOCKS.split(' ').any(|block| block == name);
    (is_block || is_alone || tag.starts_with(['!', '?'])).then_some("")
}

/// The length of the sign that makes a line the point of a list.
pub(super) fn marker(rest: &str) -> Option<usize> {
    let length = match rest.as_bytes().first()? {
        b'-' | b'+' | b'*' => 1,
        _ => number(rest)?,
    };
    let behind = &rest[length..];
    let is_rule =
        rest.starts_with(['-', '*']) && rest.chars().all(|c| c == ' ' || rest.starts_with(c));
    let ends = behind.is_empty() || behind.starts_with(BLANKS);
    (ends && !is_rule).then_some(length)
}

/// The length of `1.`, before a blank. `1)` is none: Markdown would number it `1.`
pub(super) fn number(rest: &str) -> Option<usize> {
    numbered(rest, '.')
}

/// The length of the digits and the sign of `1.` or `12)`, before a blank.
fn numbered(rest: &str, sign: char) -> Option<usize> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let behind = rest.get(digits..)?.strip_prefix(sign)?;
    let is_number = (1..=9).contains(&digits) && (behind.is_empty() || behind.starts_with(BLANKS));
    is_number.then_some(digits + 1)
}

/// Lists in one line; no point stands deeper.
const DEEPEST: usize = 4;

/// What stands before a line of a quotation.
const QUOTED: [char; 4] = ['>', ' ', '\t', '\u{a0}'];

/// Where the text of a line begins behind the signs of quotations and lists.
pub(super) fn inside(rest: &str) -> usize {
    let mut inner = rest.trim_start_matches(QUOTED);
    for _ in 0..DEEPEST {
        let Some(length) = marker(inner) else { break };
        inner = inner[length..].trim_start_matches(QUOTED);
    }
    rest.len() - inner.len()
}

/// Where the bracket of `1)` stands in a line, also behind the signs of a quotation or a list.
pub(super) fn number_bracket(rest: &str) -> Option<usize> {
    let mut inner = rest;
    for _ in 0..DEEPEST {
        inner = inner.trim_start_matches(QUOTED);
        if let Some(length) = numbered(inner, ')') {
            return Some(rest.len() - inner.len() + length - 1);
        }
        inner = &inner[marker(inner)?..];
    }
    None
}

/// The length of the number of `1.ข้อความ`.
pub(super) fn point_end(rest: &str) -> Option<usize> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let behind = rest.get(digits..)?.strip_prefix('.')?;
    ((1..=3).contains(&digits) && behind.starts_with(is_thai)).then_some(digits + 1)
}

/// Whether a line is one that was drawn, with whatever sign: below a text it is no heading for that, and `~~~~` opens
/// no fence.
pub(super) fn is_drawn_line(rest: &str) -> bool {
    const SHORTEST: usize = 3;
    /// A fence has fewer.
    const SHORTEST_OF_TILDES: usize = 8;
    let Some(sign) = rest.chars().next() else {
        return false;
    };
    let least = match sign {
        '-' | '=' | '–' | '—' | '―' | '─' | '━' | '═' => SHORTEST,
        '~' => SHORTEST_OF_TILDES,
        _ => return false,
    };
    rest.chars().all(|letter| letter == sign) && rest.chars().take(least).count() == least
}

/// Whether a line is one of a letter head, an address, a form or a signature.
pub(super) fn is_labelled(line: &str) -> bool {
    !matches!(
        beginning(line),
        Beginning::Text
            | Beginning::Point
            | Beginning::PerhapsPoint
            | Beginning::Abbreviation
            | Beginning::Closing
    )
}
