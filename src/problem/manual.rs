//! The manual of findings, built in: what its entry for a code says.
//!
//! The page is the one that people read (`docs/diagnostics.md`), so that nothing is written twice.

/// The whole page: an entry is a heading of the second level.
pub const PAGE: &str = include_str!("../../docs/diagnostics.md");

/// The entry of a code, as Markdown, without its heading.
pub fn entry(code: &str) -> Option<&'static str> {
    let sections = PAGE.split("\n## ").skip(1);
    let mut entries = sections.filter_map(|section| section.split_once('\n'));
    let (_, text) = entries.find(|(title, _)| title.trim() == code)?;
    Some(text.trim())
}

/// The paragraphs of an entry: the level first, Thai, an example, and English last.
pub(super) fn paragraphs(entry: &str) -> Vec<&str> {
    entry.split("\n\n").map(str::trim).collect()
}

#[cfg(test)]
mod tests {
    use super::{entry, paragraphs};
    use crate::problem::codes;

    #[test]
    fn every_code_has_an_entry_that_opens_with_its_level_and_ends_in_english() {
        for code in codes() {
            let text = entry(code).unwrap_or_else(|| panic!("no entry of {code}"));
            let paragraphs = paragraphs(text);
            let (level, last) = (paragraphs[0], paragraphs[paragraphs.len() - 1]);
            assert!(level.contains(" · "), "{code}: {level}");
            let is_thai = |c: char| ('\u{e01}'..='\u{e5b}').contains(&c);
            assert!(!last.starts_with(is_thai), "{code}: {last}");
        }
        assert_eq!(entry("no-such-code"), None);
    }
}
