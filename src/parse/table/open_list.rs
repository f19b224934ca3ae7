//! Lists whose end is lacking: `unit = ["clerk"` or `unit = ['clerk", "finance"]`.
//!
//! In: a text that the parser found faults in. Out: where such lists stand, each with the lines that belong to it. Apart
//! from the faults because the parser takes every line behind such a list for a part of it, so that what it says of them
//! is wrong: they are read once more without the list.

use std::ops::Range;

use toml::de::DeTable;

use super::meant::key_line;
use crate::problem::TomlFault;
use crate::span::lines;

/// A list or an inline table that is not closed.
pub(super) struct UnclosedList {
    /// Its lines, from the beginning of the first to the end of the last.
    pub(super) lines: Range<usize>,
    /// What is wrong, and where.
    pub(super) told: (TomlFault, Range<usize>),
}

/// The lists of a text that are not closed.
pub(super) fn open_lists(text: &str) -> Vec<UnclosedList> {
    let mut found = Vec::new();
    let lines = lines(text).map(|(start, line)| (start, line.trim_end_matches(['\n', '\r'])));
    let lines: Vec<(usize, &str)> = lines.collect();
    let mut at = 0;
    while let Some((start, line)) = lines.get(at) {
        at += 1;
        let Some(fault) = begun(line) else {
            continue;
        };
        let mut open = Open::default();
        open.go_over(line);
        let mut end = start + line.len();
        let mut torn = None;
        // Behind the lines that belong to it, and behind those that were looked at.
        let (mut behind, mut ahead) = (at, at);
        while open.is_open() {
            let Some((start, next)) = lines.get(ahead) else {
                break;
            };
            ahead += 1;
            if open.ends_before(next) {
                break;
            }
            let is_torn = open.go_over(next);
            torn = torn.or(is_torn.then_some(*start..start + next.len()));
            // Keys in braces that are never closed are read as those of the document.
            if open.braces == 0 || !is_whole(next) {
                end = start + next.len();
                behind = ahead;
            }
        }
        let is_wrong = open.is_open() || torn.is_some();
        if is_wrong && !open.is_unknown {
            let lines = *start..end;
            let told = torn.map(|line| (TomlFault::UnclosedText, line));
            found.push(UnclosedList {
                told: told.unwrap_or((fault, lines.clone())),
                lines,
            });
            at = behind;
        } else {
            at = ahead;
        }
    }
    found
}

/// What is wrong if the list or table that begins on a line is not closed; `None` where none begins.
fn begun(line: &str) -> Option<TomlFault> {
    if line.trim_start().starts_with(['#', '[']) {
        return None;
    }
    match key_line(line, "")?.value.chars().next()? {
        '[' => Some(TomlFault::List),
        '{' => Some(TomlFault::Inline),
        _ => None,
    }
}

/// Whether a line is a key with its value, or a heading, and nothing lacks.
pub(super) fn is_whole(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && !line.starts_with('#') && DeTable::parse(line).is_ok()
}

/// What is open behind some lines of a list.
#[derive(Default)]
struct Open {
    brackets: usize,
    braces: usize,
    /// Text over several lines stands in it, which nobody can tell from the lines behind.
    is_unknown: bool,
}

impl Open {
    fn is_open(&self) -> bool {
        self.brackets + self.braces > 0
    }

    /// Quotation marks are closed at the end of a line; says whether that was none of theirs.
    fn go_over(&mut self, line: &str) -> bool {
        self.is_unknown |= line.contains("\"\"\"") || line.contains("'''");
        let mut quote = None;
        let mut letters = line.chars();
        while let Some(letter) = letters.next() {
            match (quote, letter) {
                (Some('"'), '\\') => {
                    letters.next();
                }
                (Some(sign), letter) => quote = (letter != sign).then_some(sign),
                (None, '"' | '\'') => quote = Some(letter),
                (None, '#') => return false,
                (None, '[') => self.brackets += 1,
                (None, '{') => self.braces += 1,
                (None, '}') => self.braces = self.braces.saturating_sub(1),
                (None, ']') => {
                    self.brackets = self.brackets.saturating_sub(1);
                    // What is open in it ends with it.
                    if self.brackets == 0 {
                        self.braces = 0;
                        return false;
                    }
                }
                _ => {}
            }
        }
        quote.is_some()
    }

    /// Whether a line cannot belong to the list: a heading or, outside of braces, a key with its value.
    fn ends_before(&self, line: &str) -> bool {
        let line = line.trim();
        let is_heading = line.starts_with('[')
            && line
                .trim_start_matches('[')
                .starts_with(|c: char| c.is_ascii_alphabetic())
            && DeTable::parse(line).is_ok();
        let is_key = self.braces == 0
            && !line.starts_with(['#', '[', '{', '"', '\'', ']'])
            && key_line(line, "").is_some_and(|line| line.sign.is_some());
        is_heading || is_key
    }
}

#[cfg(test)]
mod tests {
    use super::open_lists;

    #[test]
    fn a_list_ends_where_another_key_begins() {
        for (text, lists) in [
            (
                "a = [\"b\", \"c\"\nd = 1\n[[e]]\nf = 1\n",
                &["a = [\"b\", \"c\""][..],
            ),
            ("a = ['b\", \"c\"]\r\nd = 1\r\n", &["a = ['b\", \"c\"]"]),
            ("a = [\"b, \"c\"]\nd = 1\n", &["a = [\"b, \"c\"]"]),
            (
                "a = [\n  \"b\", # c ]\n  \"d\"\n\n# e\n[[f]]\n",
                &["a = [\n  \"b\", # c ]\n  \"d\"\n\n# e"],
            ),
            ("a = [{ b = \"c\"\nd = 1\n", &["a = [{ b = \"c\""]),
            (
                "a = [{ b = \"c\" }\nd = 1\ne = [1\nf = [2]\n",
                &["a = [{ b = \"c\" }", "e = [1"],
            ),
            ("a = [1", &["a = [1"]),
            ("a = [\n {\n  b = \"c\",\n  d = 1\n }\n]\ne = ก\n", &[]),
            ("a = [\n  \"b\n]\nd = 1\n", &["a = [\n  \"b\n]"]),
            ("a = { b = 1\nc = 2\n[d]\n", &["a = { b = 1"]),
            ("a = { b = [1, 2], c = 2 }\nd = ก\n", &[]),
            ("a = [\"b]\", '['] # [\nd = ก\n", &[]),
            ("a = [\n[1, 2],\n[3]]\n[b]\n", &[]),
        ] {
            let found = open_lists(text).into_iter();
            let found: Vec<&str> = found.map(|list| &text[list.lines]).collect();
            assert_eq!(found, lists, "{text}");
        }
    }
}
