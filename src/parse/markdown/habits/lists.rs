//! Lists as people indent them: where a line stands in the list above it, and where it is none of it any more.
//!
//! In: a line, and the lists that are open above it. Out: edits that put it where Markdown has it, and the lists that are
//! open behind it.

use super::blocks::{self, TypedLine, number, point_end};
use super::{Above, Habits, OpenList};
use crate::parse::markdown::points::{Beginning, beginning, is_short};

impl<'a> Habits<'a> {
    /// A line that stands further out than the list above it is no part of its last point, as Markdown has it: where it
    /// begins a point of its own, ends a letter, or the line above was not full.
    pub(super) fn end_list(&mut self, line: &TypedLine<'a>, at: usize) {
        let Some(list) = self.lists.last().filter(|_| self.above == Above::Item) else {
            return;
        };
        if line.column >= list.typed || blocks::marker(line.rest).is_some() {
            return;
        }
        let is_apart = match beginning(line.rest) {
            Beginning::Closing | Beginning::Signature => true,
            Beginning::Point | Beginning::PerhapsPoint => list.is_below_points,
            Beginning::Text => {
                let above = at.checked_sub(1).and_then(|at| self.line(at));
                point_end(line.rest).is_none() && above.is_some_and(|above| is_short(above.rest))
            }
            _ => false,
        };
        if is_apart {
            let begins = line.indentation().start;
            self.edit(begins..begins, "\n");
            self.above = Above::Nothing;
        }
    }

    /// A paragraph begins with a tab, or several blanks; Markdown has code there. What stands in a list keeps its
    /// place in it.
    pub(super) fn indentation(&mut self, line: &TypedLine<'a>) {
        let marker = blocks::marker(line.rest);
        let mut before = None;
        if self.above == Above::Nothing || marker.is_some() {
            while self
                .lists
                .last()
                .is_some_and(|list| line.column < list.typed)
            {
                before = self.lists.pop();
            }
        }
        let list = self.lists.last().copied().unwrap_or_default();
        let is_deep = line.column >= list.typed + 4;
        let is_point = || {
            let begins = beginning(line.rest);
            let ends_letter = matches!(begins, Beginning::Closing | Beginning::Signature);
            marker.is_some() || !(ends_letter || begins == Beginning::Text)
        };
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
                is_below_points: number(line.rest).is_none()
                    || self.above == Above::Point
                    || before.unwrap_or(list).is_below_points,
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

    /// Whether Markdown numbers a line; `2.ข้อความ` among `1. ก` and `3. ค` is meant so too.
    pub(super) fn item(&mut self, line: &TypedLine<'a>, at: usize) -> bool {
        if let Some(marker) = blocks::marker(line.rest) {
            self.tick_box(line, marker);
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
