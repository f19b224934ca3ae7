//! What Thai people type that Markdown takes otherwise: put as Markdown has it, before it is parsed.
//!
//! In: a body as it was typed. Out: the same with a few edits: paragraphs that begin with a tab are no code,
//! `##หัวข้อ` is a heading, tables from Word and Excel are tables, links may lead to `แผน ฉบับ 1.pdf`, a line drawn
//! below a text is a line. One pass over the lines, which knows no more of blocks than it must; what stands in fences
//! and raw HTML stays as it is.

mod blocks;
mod boxes;
mod columns;
mod definitions;
mod drawn;
mod footnotes;
mod headings;
mod links;
mod lists;
mod pasted;
mod pointed;
mod signs;
mod slips;
mod tables;
mod walk;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use memchr::{memchr_iter, memchr3};

use self::blocks::{TypedLine, fence, html_end, is_drawn_line};
pub(super) use self::columns::is_row_of_blanks;
pub(super) use self::drawn::is_row_of_commas;
use self::footnotes::FootnoteMark;
pub(super) use self::pasted::pasted;
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

/// Whether anything here may be looked at: a bracket, a table, signs that are no emphasis, or a line that begins with a
/// blank, `#`, a digit or what lines are drawn with.
fn may_need(text: &str) -> bool {
    let bytes = text.as_bytes();
    let begins = |at: usize| {
        bytes.get(at).is_some_and(|byte| {
            matches!(
                byte,
                b' ' | b'#' | b'-' | b'+' | b'*' | b'>' | b'=' | 0xc2 | 0xe2 | 0xef
            ) || byte.is_ascii_digit()
        })
    };
    memchr3(b'[', b'|', b'\t', bytes).is_some()
        || signs::may_have(text)
        || text.contains("```")
        || pointed::may_have(text)
        || slips::may_have(text)
        || columns::may_have(text)
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
    /// Whether the lines below that begin like points are no part of it: it has no numbers, or stands below a point.
    is_below_points: bool,
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
    /// The same of lines whose columns are set apart by blanks.
    no_columns: usize,
    /// What stands in brackets that lead nowhere by themselves, lowercase: made when it is asked for.
    names: Option<HashSet<String>>,
    /// The marks of footnotes, in the same way.
    marks: Option<HashMap<&'a str, FootnoteMark>>,
}

impl<'a> Habits<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            lines: blocks::lines(text),
            edits: Vec::new(),
            above: Above::Nothing,
            lists: Vec::new(),
            no_table: 0,
            no_columns: 0,
            names: None,
            marks: None,
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
            } else if is_drawn_line(line.bare()) {
                self.drawn_line(&line);
                at += 1;
            } else if let Some(mark) = fence(line.bare()) {
                self.indentation(&line);
                at = self.behind_fence(&line, mark, at);
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

    /// The line behind what stands in a fence. One that nothing closes ends with its paragraph: the rest of the page is
    /// no code.
    fn behind_fence(&mut self, line: &TypedLine<'a>, mark: &str, at: usize) -> usize {
        let is_quoted = line.rest.starts_with('>');
        let closing = self.behind(at + 1, |line| {
            let rest = if is_quoted { line.bare() } else { line.rest };
            rest.strip_prefix(mark).is_some_and(|behind| {
                let sign = &mark[..1];
                behind.trim_start_matches(sign).trim().is_empty()
            })
        });
        if closing < self.lines.len() {
            return closing + 1;
        }
        let end = self.behind(at + 1, |line| line.rest.is_empty());
        // In a list it ends with that.
        if self.lists.is_empty()
            && let Some(last) = self.line(end - 1)
        {
            let signs = &line.rest[..line.rest.len() - line.bare().len()];
            let close = ["\n", signs, mark].concat();
            self.edit(last.end()..last.end(), close);
        }
        end
    }

    /// A line below a text is no heading of it; a rule of `*` ends a paragraph.
    fn drawn_line(&mut self, line: &TypedLine<'a>) {
        if self.above != Above::Nothing || !line.rest.starts_with('-') {
            let start = line.end() - line.bare().len();
            self.edit(start..line.end(), "***");
        }
        self.above = Above::Nothing;
    }

    fn plain(&mut self, line: &TypedLine<'a>, at: usize) {
        self.end_list(line, at);
        self.indentation(line);
        let is_heading = self.heading(line, at);
        if !self.definition(line, at) {
            self.inside(line);
            self.broken_link(line, at);
        }
        if let Some(bracket) = blocks::number_bracket(line.rest) {
            let bracket = line.start + bracket;
            self.edit(bracket..bracket, "\\");
        }
        let is_item = self.item(line, at);
        self.above = if is_item {
            Above::Item
        } else if is_heading {
            Above::Nothing
        } else if self.above != Above::Nothing {
            self.above
        } else if matches!(beginning(line.rest), Beginning::Text | Beginning::Closing) {
            Above::Text
        } else {
            Above::Point
        };
    }

    /// What stands in a line, whatever block it is of.
    fn inside(&mut self, line: &TypedLine<'a>) {
        for look in [slips::slips, links::links, signs::signs, pointed::words] {
            look(line.rest, line.start, &mut self.edits);
        }
    }
}
