//! Sentences that look like what links are defined with: `[หมายเหตุ]: ไม่รับของขวัญ`.
//!
//! In: a line. Out: edits that keep it text, where no link of the body is defined by it: Markdown would show nothing of
//! such a line, in a list and in a quotation as well. A footnote whose colon was forgotten gets it.

use super::blocks::{TypedLine, inside};
use super::footnotes::marks;
use super::{Above, Habits, links};

/// Lines that a text in brackets may run over.
const MOST_LINES: usize = 4;

impl<'a> Habits<'a> {
    /// Whether a line defines where `[name]` elsewhere leads to; if it only looks so, it no longer does. A mark of a
    /// footnote is left alone.
    pub(super) fn definition(&mut self, line: &TypedLine<'a>, at: usize) -> bool {
        let signs = inside(line.rest);
        let start = line.start + signs;
        let Some(written) = line.rest[signs..].strip_prefix('[') else {
            return false;
        };
        let Some((name, rest)) = written.split_once(']') else {
            if !written.contains('[') && self.ends_as_definition(at + 1) {
                self.edit(start..start, "\\");
            }
            return false;
        };
        let Some(rest) = rest.strip_prefix(':') else {
            if signs == 0 && name.starts_with('^') && rest.starts_with(' ') {
                self.footnote(name, start);
            }
            return false;
        };
        if name.starts_with('^') || name.contains('[') {
            return false;
        }
        if signs == 0 && links::is_address(rest) && self.is_named(name) {
            let start = start + 1 + name.len() + 2;
            let rest = self.text[start..].lines().next().unwrap_or("");
            links::destination(rest, start, &mut self.edits);
            return true;
        }
        self.edit(start..start, "\\");
        false
    }

    /// `[^1] หมายเหตุ`: what a mark above stands for, its colon forgotten.
    fn footnote(&mut self, name: &str, start: usize) {
        let text = self.text;
        let marks = self.marks.get_or_insert_with(|| marks(text));
        let is_meant = marks
            .get(name)
            .is_some_and(|mark| mark.first < start && !mark.is_defined);
        if is_meant {
            if self.above != Above::Nothing {
                self.edit(start..start, "\n");
            }
            let end = start + 1 + name.len() + 1;
            self.edit(end..end, ":");
        }
    }

    /// Whether a text in brackets that was begun above ends here with `]:`.
    fn ends_as_definition(&self, at: usize) -> bool {
        for at in at..at + MOST_LINES {
            let Some(line) = self.line(at).filter(|line| !line.is_blank()) else {
                return false;
            };
            if let Some(bracket) = line.rest.find([']', '[']) {
                return line.rest[bracket..].starts_with("]:");
            }
        }
        false
    }

    fn is_named(&mut self, name: &str) -> bool {
        let text = self.text;
        let names = self.names.get_or_insert_with(|| links::names(text));
        names.contains(&name.to_lowercase())
    }
}
