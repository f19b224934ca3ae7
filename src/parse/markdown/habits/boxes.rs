//! Boxes to tick as people type them: `- []`, `- [ x ]`, `- [/] ข้อความ`.

use super::Habits;
use super::blocks::TypedLine;
use crate::parse::markdown::points::{BLANKS, is_tick};

impl Habits<'_> {
    /// Puts the box behind the sign of a list as Markdown has it.
    pub(super) fn tick_box(&mut self, line: &TypedLine<'_>, marker: usize) {
        let rest = line.rest[marker..].trim_start_matches(BLANKS);
        let Some((inside, behind)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'))
        else {
            return;
        };
        let mut meant = match inside.trim() {
            "" => "[ ]",
            sign if is_tick(sign) => "[x]",
            _ => return,
        }
        .to_owned();
        if behind.starts_with(['(', '[', ':']) {
            return;
        }
        if !behind.starts_with([' ', '\t']) {
            meant.push(' ');
        }
        let written = &rest[..rest.len() - behind.len()];
        if written != meant {
            let start = line.end() - rest.len();
            self.edit(start..start + written.len(), meant);
        }
    }
}
