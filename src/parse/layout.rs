//! Where the keys of a document or a framework file stand in its text, for a command that edits it.
//!
//! In: a text that was read without a fault. Out: byte ranges in it. Apart from the readers of
//! documents, which want values: an edit must leave every other byte, comments included, as it is.

use std::ops::Range;

use toml::de::DeTable;

use super::front_matter::{Parts, split};
use crate::span::lines;

/// What stands at the head of a draft that was carried over from another year, before the item's key.
pub const CARRIED: &str = "# oit rollover [";

/// What stands behind the line that makes a new document a draft.
pub const DRAFT_NOTE: &str = "# ลบบรรทัดนี้เมื่อพร้อมเผยแพร่";

/// What a list begins with that was copied for want of the one of its year.
pub const COPIED: &str = "# ชั่วคราว: oit rollover";

/// Where the keys at the top of a text stand.
pub struct Layout<'a> {
    text: &'a str,
    /// The TOML of the text.
    pub toml: Range<usize>,
    /// Whether there is a place for keys at all: a lead document may do without front matter.
    pub has_keys: bool,
    table: DeTable<'a>,
}

impl<'a> Layout<'a> {
    /// The layout of a `.md` or `.toml` file.
    pub fn new(path: &str, text: &'a str) -> Self {
        let Parts { toml, fault, .. } = split(path, text);
        let (table, _) = DeTable::parse_recoverable(&text[toml.clone()]);
        Self {
            text,
            table: table.into_inner(),
            toml,
            has_keys: fault.is_none(),
        }
    }

    /// The value of a key, as written.
    pub fn value(&self, key: &str) -> Option<Range<usize>> {
        let value = self.table.get(key)?.span();
        Some(self.toml.start + value.start..self.toml.start + value.end)
    }

    /// The whole lines that say a key: one run for `key = …`, one for every `[[key]]`.
    pub fn lines(&self, key: &str) -> Vec<Range<usize>> {
        let Some((name, value)) = self.table.get_key_value(key) else {
            return Vec::new();
        };
        let before = &self.text[self.toml.start..][..name.span().start];
        let start = self.toml.start + before.rfind('\n').map_or(0, |at| at + 1);
        if !self.text[start..].trim_start().starts_with('[') {
            let line = start..self.line_end(self.toml.start + value.span().end);
            return Vec::from([line]);
        }
        self.headed(&format!("[[{key}]]"))
    }

    /// Every run of lines from a heading to the next one.
    fn headed(&self, heading: &str) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        let mut inside = false;
        for (offset, line) in lines(&self.text[self.toml.clone()]) {
            let at = self.toml.start + offset;
            let trimmed = line.trim();
            let end = at + line.trim_end_matches(['\n', '\r']).len();
            if trimmed.starts_with('[') {
                inside = trimmed.replace(' ', "").starts_with(heading);
                if inside {
                    runs.push(at..end);
                }
            } else if let Some(run) = runs.last_mut()
                && inside
                && !trimmed.is_empty()
            {
                run.end = end;
            }
        }
        runs
    }

    fn line_end(&self, from: usize) -> usize {
        let rest = &self.text[from..self.toml.end];
        let end = rest.find('\n').map_or(self.toml.end, |at| from + at);
        from + self.text[from..end].trim_end_matches('\r').len()
    }
}

#[cfg(test)]
mod tests {
    use super::Layout;

    #[test]
    fn keys_and_headings_are_found_with_their_whole_lines() {
        let text = "\u{feff}+++\r\ntitle = \"ก\"   # ชื่อ\r\nalso = [\r\n  \"o1\",\r\n]\r\n\
                    [[files]]\r\npath = \"a\"\r\n\r\n[[table]]\r\nfile = \"b\"\r\n[[files]]\r\npath = \"c\"\r\n+++\r\nเนื้อหา";
        let layout = Layout::new("a.md", text);
        let lines = |key: &str| -> Vec<&str> {
            let runs = layout.lines(key).into_iter();
            runs.map(|range| &text[range]).collect()
        };
        assert_eq!(lines("title"), ["title = \"ก\"   # ชื่อ"]);
        assert_eq!(lines("also"), ["also = [\r\n  \"o1\",\r\n]"]);
        assert_eq!(
            lines("files"),
            ["[[files]]\r\npath = \"a\"", "[[files]]\r\npath = \"c\""]
        );
        assert_eq!(&text[layout.value("title").unwrap()], "\"ก\"");
        assert!(layout.has_keys && lines("draft").is_empty());
        assert!(!Layout::new("a.md", "เนื้อหา").has_keys);
    }
}
