//! Headings as people type them: `##หัวข้อ`, `##หัวข้อ##`, `- ##หัวข้อ`, `＃หัวข้อ`, `##` above its text.
//!
//! In: a line. Out: edits that put the blank behind the signs without which Markdown shows them.

use super::Habits;
use super::blocks::{self, TypedLine, inside, is_drawn_line};
use crate::parse::markdown::points::is_short;
use crate::thai::numeral::is_thai;

/// What a text may begin with behind one `#`, apart from letters; behind more than one it is no tag whatever it is.
const BEGINS_TEXT: &str = "(“\"‘'«<*_[";

impl Habits<'_> {
    /// Whether a line is a heading; one `#` may also be a tag of a social network.
    pub(super) fn heading(&mut self, line: &TypedLine<'_>, at: usize) -> bool {
        let signs = inside(line.rest);
        let written = &line.rest[signs..];
        let rest = written.trim_start_matches(['#', '＃']);
        let (start, end) = (line.start + signs, line.end() - rest.len());
        let level = written[..written.len() - rest.len()].chars().count();
        if !(1..=6).contains(&level) || (signs > 0 && level == 1) {
            return false;
        }
        let Some(first) = rest.chars().next() else {
            return signs == 0 && self.heading_below(line, at);
        };
        let is_wide = end - start > level;
        let is_blank = matches!(first, ' ' | '\t' | '\u{a0}');
        let title = rest.trim_end().trim_end_matches(['#', '＃']);
        let is_tag = level == 1 && (first.is_ascii_digit() || title.contains(['#', '＃']));
        let may_begin = level > 1 || first.is_alphanumeric() || BEGINS_TEXT.contains(first);
        if !is_blank && (is_tag || !may_begin) {
            return false;
        }
        if is_wide {
            self.edit(start..end, "#".repeat(level));
        }
        if first == '\u{a0}' {
            self.edit(end..end + first.len_utf8(), " ");
        } else if !is_blank {
            self.edit(end..end, " ");
        }
        let closing = &rest.trim_end()[title.len()..];
        if closing.contains('＃') {
            let end = end + title.len();
            self.edit(end..end + closing.len(), "");
        } else if !is_blank && !closing.is_empty() {
            let end = end + title.len();
            self.edit(end..end, " ");
        } else {
            self.own_anchor(rest, end);
        }
        true
    }

    /// `##` alone on its line belongs to the text below it.
    fn heading_below(&mut self, line: &TypedLine<'_>, at: usize) -> bool {
        let Some(below) = self.line(at + 1) else {
            return false;
        };
        let begins_block = below.rest.starts_with(['#', '>', '<', '|', '`', '~'])
            || blocks::marker(below.rest).is_some()
            || is_drawn_line(below.rest)
            || below.rest.contains('\t');
        if !below.is_blank() && !begins_block && is_short(below.rest) {
            self.edit(line.end()..below.start, " ");
        } else {
            // A heading of nothing.
            self.edit(line.start..line.end(), "");
        }
        true
    }

    /// `## ขั้นตอน {#steps}`, as other programs have it: a name by which links find the heading.
    fn own_anchor(&mut self, title: &str, start: usize) {
        let Some((before, name)) = title.trim_end().rsplit_once("{#") else {
            return;
        };
        let name = name.strip_suffix('}').unwrap_or("");
        let is_name = |c: char| c.is_alphanumeric() || "-_".contains(c) || is_thai(c);
        if name.is_empty() || !name.chars().all(is_name) || before.trim().is_empty() {
            return;
        }
        let text = start + before.len() - before.trim_start().len();
        self.edit(text..text, format!("<a id=\"{name}\"></a>"));
        let end = start + before.trim_end().len();
        self.edit(end..start + title.len(), "");
    }
}
