//! What Thai people type that Markdown takes otherwise: put as Markdown has it, before it is parsed.
//!
//! In: a body as it was typed. Out: the same with a few edits: paragraphs that begin with a tab are no code,
//! `##หัวข้อ` is a heading, tables from Word and Excel are tables, links may lead to `แผน ฉบับ 1.pdf`. One pass over
//! the lines, which knows no more of blocks than it must; what stands in fences and raw HTML stays as it is.

mod blocks;
mod links;
mod tables;

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use memchr::{memchr_iter, memchr3};

use self::blocks::{TypedLine, fence, html_end, number, point_end};
use super::edited::{Edit, Edited};
use super::points::{Beginning, beginning};

/// A text as Markdown has it.
pub(super) fn prepared(text: &str) -> Edited<'_> {
    if !may_need(text) {
        return Edited::new(text, Vec::new());
    }
    let mut habits = Habits::new(text);
    habits.read();
    Edited::new(text, habits.edits)
}

/// Whether anything here may be looked at: a bracket, a table, or a line that begins with a blank, `#` or a digit.
fn may_need(text: &str) -> bool {
    let bytes = text.as_bytes();
    let begins = |at: usize| {
        bytes.get(at).is_some_and(|byte| {
            matches!(byte, b' ' | b'#' | b'-' | b'+' | b'*' | b'>' | 0xc2) || byte.is_ascii_digit()
        })
    };
    memchr3(b'[', b'|', b'\t', bytes).is_some()
        || begins(0)
        || memchr_iter(b'\n', bytes).any(|end| begins(end + 1))
}

/// What stands above a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Above {
    /// Nothing that the line could go on from.
    Nothing,
    /// A paragraph.
    Text,
    /// A paragraph that begins like a point.
    Point,
    /// A point that Markdown numbers.
    Item,
}

/// In which column the content of a list begins.
#[derive(Clone, Copy, Default)]
struct OpenList {
    /// As it was typed.
    typed: usize,
    /// As it is put.
    set: usize,
}

/// The reading of a text, line by line.
struct Habits<'a> {
    text: &'a str,
    lines: Vec<Range<usize>>,
    edits: Vec<Edit>,
    above: Above,
    /// The lists that are open, outermost first.
    lists: Vec<OpenList>,
    /// Up to where lines with `|` are known to be no table.
    no_table: usize,
    /// What stands in brackets that lead nowhere by themselves, lowercase: made when it is asked for.
    names: Option<HashSet<String>>,
}

impl<'a> Habits<'a> {
    fn new(text: &'a str) -> Self {
        let mut lines = Vec::new();
        let mut start = 0;
        for end in memchr_iter(b'\n', text.as_bytes()) {
            lines.push(start..end);
            start = end + 1;
        }
        lines.push(start..text.len());
        Self {
            text,
            lines,
            edits: Vec::new(),
            above: Above::Nothing,
            lists: Vec::new(),
            no_table: 0,
            names: None,
        }
    }

    fn edit(&mut self, range: Range<usize>, new: impl Into<Cow<'static, str>>) {
        self.edits.push((range, new.into()));
    }

    fn line(&self, at: usize) -> Option<TypedLine<'a>> {
        let range = self.lines.get(at)?;
        Some(TypedLine::of(self.text, range))
    }

    fn read(&mut self) {
        let mut at = 0;
        while let Some(line) = self.line(at) {
            if line.is_blank() {
                self.above = Above::Nothing;
                at += 1;
            } else if let Some(mark) = fence(line.bare()) {
                self.indentation(&line);
                at = self.behind(at + 1, |line| line.bare().starts_with(mark)) + 1;
                self.above = Above::Nothing;
            } else if let Some(ends) = html_end(line.rest) {
                at = self.behind(at, |line| match ends {
                    "" => line.is_blank(),
                    ends => line.rest.contains(ends),
                }) + 1;
                self.above = Above::Nothing;
            } else if let Some(next) = self.table(at) {
                at = next;
            } else {
                self.plain(&line, at);
                at += 1;
            }
        }
    }

    /// The first line from `at` on that is so, or the last.
    fn behind(&self, at: usize, is_so: impl Fn(&TypedLine<'_>) -> bool) -> usize {
        let lines = at..self.lines.len();
        let mut lines = lines.filter_map(|at| Some((at, self.line(at)?)));
        let found = lines.find(|(_, line)| is_so(line));
        found.map_or(self.lines.len(), |(at, _)| at)
    }

    fn plain(&mut self, line: &TypedLine<'a>, at: usize) {
        self.indentation(line);
        let is_heading = self.heading(line);
        let definition = line.rest.starts_with('[') && self.definition(line);
        if !definition {
            links::links(line.rest, line.start, &mut self.edits);
        }
        let is_item = self.item(line, at);
        self.above = if is_heading {
            Above::Nothing
        } else if is_item {
            Above::Item
        } else if self.above != Above::Nothing {
            self.above
        } else if beginning(line.rest) == Beginning::Text {
            Above::Text
        } else {
            Above::Point
        };
    }

    /// A paragraph begins with a tab, or several blanks; Markdown has code there. What stands in a list keeps its
    /// place in it.
    fn indentation(&mut self, line: &TypedLine<'a>) {
        let marker = blocks::marker(line.rest);
        if self.above == Above::Nothing || marker.is_some() {
            while self
                .lists
                .last()
                .is_some_and(|list| line.column < list.typed)
            {
                self.lists.pop();
            }
        }
        let list = self.lists.last().copied().unwrap_or_default();
        let is_deep = line.column >= list.typed + 4;
        let is_point = || marker.is_some() || beginning(line.rest) != Beginning::Text;
        let mut column = line.column;
        if is_deep && (self.above == Above::Nothing || is_point()) {
            column = list.set;
        } else if is_deep && self.lists.is_empty() && self.above == Above::Text {
            // The next paragraph of a letter.
            self.edit(line.indentation(), "\n");
            self.above = Above::Nothing;
        } else if line.column >= list.typed {
            column = list.set + line.column - list.typed;
        }
        if column != line.column {
            self.edit(line.indentation(), " ".repeat(column));
        }
        if let Some(length) = marker {
            let width = length + self.blanks_behind(line, length);
            self.lists.push(OpenList {
                typed: line.column + width,
                set: column + width,
            });
        }
    }

    /// How many columns of blanks stand behind a marker: so many that Markdown would have code there become one.
    fn blanks_behind(&mut self, line: &TypedLine<'a>, marker: usize) -> usize {
        let rest = &line.rest[marker..];
        let blanks = rest.len() - rest.trim_start().len();
        if blanks == rest.len() {
            return 1;
        }
        let start = line.start + marker;
        let from = line.column + marker;
        let columns = blocks::columns(from, &rest[..blanks]) - from;
        if columns <= 4 && !rest.starts_with('\u{a0}') {
            return columns;
        }
        self.edit(start..start + blanks, " ");
        1
    }

    /// `##หัวข้อ` and `##หัวข้อ##` are headings, and one `#` is, unless it may be a tag of a social network.
    fn heading(&mut self, line: &TypedLine<'a>) -> bool {
        let rest = line.rest.trim_start_matches('#');
        let level = line.rest.len() - rest.len();
        let Some(first) = rest.chars().next().filter(|_| (1..=6).contains(&level)) else {
            return false;
        };
        if matches!(first, ' ' | '\t') {
            return true;
        }
        let start = line.start + level;
        if first == '\u{a0}' {
            self.edit(start..start + first.len_utf8(), " ");
            return true;
        }
        let title = rest.trim_end().trim_end_matches('#');
        let is_tag = level == 1 && (first.is_ascii_digit() || title.contains('#'));
        if is_tag || !(first.is_alphanumeric() || "(“\"*_[".contains(first)) {
            return false;
        }
        self.edit(start..start, " ");
        if title.len() < rest.trim_end().len() {
            let end = start + title.len();
            self.edit(end..end, " ");
        }
        true
    }

    /// `[หมายเหตุ]: ไม่รับของขวัญ` is a sentence, not what `[หมายเหตุ]` elsewhere leads to. Whether the line is such
    /// a definition, or no longer one.
    fn definition(&mut self, line: &TypedLine<'a>) -> bool {
        let Some((name, rest)) = line.rest[1..].split_once("]:") else {
            return false;
        };
        if name.starts_with('^') || name.contains(['[', ']']) {
            return false;
        }
        let name_end = line.start + 1 + name.len();
        if links::is_address(rest) && self.is_named(name) {
            let start = name_end + 2;
            let rest = self.text[start..].lines().next().unwrap_or("");
            links::destination(rest, start, &mut self.edits);
            return true;
        }
        self.edit(line.start..line.start, "\\");
        false
    }

    fn is_named(&mut self, name: &str) -> bool {
        let text = self.text;
        let names = self.names.get_or_insert_with(|| links::names(text));
        names.contains(&name.to_lowercase())
    }

    /// Whether Markdown numbers a line; `2.ข้อความ` among `1. ก` and `3. ค` is meant so too.
    fn item(&mut self, line: &TypedLine<'a>, at: usize) -> bool {
        if blocks::marker(line.rest).is_some() {
            return true;
        }
        let Some(end) = point_end(line.rest) else {
            return false;
        };
        let next = self.line(at + 1);
        let is_next = next.is_some_and(|next| number(next.rest).is_some());
        if self.above != Above::Item && !(is_next && line.rest.starts_with('1')) {
            return false;
        }
        self.edit(line.start + end..line.start + end, " ");
        true
    }
}
