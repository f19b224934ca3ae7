//! Where the front matter of a Markdown file ends and its body starts.

use std::ops::Range;

use toml::de::DeTable;

use super::yaml::to_toml;
use crate::files::mark_length;
use crate::problem::ReadingFault;
use crate::span::lines;
use crate::thai::digits::is_invisible;

/// The two parts of a document, as byte ranges.
pub(super) struct Parts {
    /// The TOML between the `+++` lines; empty where there is none.
    pub(super) toml: Range<usize>,
    /// The Markdown.
    pub(super) body: Range<usize>,
    /// What is wrong with the fences, and where.
    pub(super) fault: Option<(ReadingFault, Range<usize>)>,
}

/// Splits a file: one of TOML has no body. A byte-order mark, Windows line ends and what is blank before
/// the first fence are passed over: taken for a body, a draft that begins with an empty line would be
/// published.
pub(super) fn split(path: &str, text: &str) -> Parts {
    let start = mark_length(text);
    let end = text.len();
    let parts = |toml, body, fault| Parts { toml, body, fault };
    if path.to_ascii_lowercase().ends_with(".toml") {
        return parts(start..end, end..end, None);
    }
    let from = end - text[start..].trim_start_matches(is_unseen).len();
    let (_, first) = lines(&text[from..]).next().unwrap_or_default();
    let behind = from + first.len();
    let fence = from..from + 3;
    match first.trim_end_matches(is_unseen) {
        "+++" => match closing(text, behind, "+++") {
            Some(close) => parts(behind..close.start, close.end..end, None),
            None => {
                let (closed_by, place) = match other_closing(text, behind) {
                    Some(at) => (Some(text[at.clone()].to_owned()), at),
                    None => (None, fence),
                };
                let fault = ReadingFault::FrontMatterUnclosed { closed_by };
                parts(end..end, end..end, Some((fault, place)))
            }
        },
        "---" => {
            let close = closing(text, behind, "---").unwrap_or(end..end);
            let written = &text[behind..close.start];
            let (_, faults) = DeTable::parse_recoverable(written);
            let converted = if faults.is_empty() {
                format!("{}\n", written.trim())
            } else {
                to_toml(written)
            };
            // A line that is drawn above a text.
            if converted.trim().is_empty() {
                let fault = ReadingFault::FrontMatterMissing;
                return parts(start..start, start..end, Some((fault, start..start)));
            }
            let converted = format!("+++\n{converted}+++");
            let fault = ReadingFault::YamlFrontMatter { converted };
            parts(end..end, close.end..end, Some((fault, fence)))
        }
        _ => {
            let fault = ReadingFault::FrontMatterMissing;
            parts(start..start, start..end, Some((fault, start..start)))
        }
    }
}

/// Where the body of a document stands in its text.
pub fn body_of(path: &str, text: &str) -> Range<usize> {
    split(path, text).body
}

/// Blank, or without any width: nobody sees what keeps a fence from being one.
fn is_unseen(letter: char) -> bool {
    letter.is_whitespace() || is_invisible(letter)
}

fn closing(text: &str, from: usize, fence: &str) -> Option<Range<usize>> {
    let mut lines = lines(&text[from..]);
    let (start, line) = lines.find(|(_, line)| line.trim_matches(is_unseen) == fence)?;
    Some(from + start..from + start + line.len())
}

/// A line of other signs, which was to close the keys above it: ` ``` `, `---`, `++`. Only what keys stand above.
fn other_closing(text: &str, from: usize) -> Option<Range<usize>> {
    let is_sign = |c: char| {
        matches!(
            c,
            '+' | '＋' | '-' | '–' | '—' | '`' | '~' | '=' | '*' | '_'
        )
    };
    for (start, line) in lines(&text[from..]) {
        let shown = line.trim_matches(is_unseen);
        if shown.chars().count() > 1 && shown.chars().all(is_sign) {
            let at = from + start + line.find(shown)?;
            return Some(at..at + shown.len());
        }
        let is_part = shown.contains('=') || shown.ends_with([',', ']', '}', '"']);
        if !(is_part || shown.is_empty() || shown.starts_with(['#', '['])) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::split;
    use crate::problem::{Language, Problem, ReadingFault};

    #[test]
    fn byte_order_mark_and_windows_line_ends() {
        let text = "\u{feff}+++\r\ntitle = \"ก\"\r\n+++\r\nเนื้อหา";
        let parts = split("a.md", text);
        assert_eq!(&text[parts.toml], "title = \"ก\"\r\n");
        assert_eq!(&text[parts.body], "เนื้อหา");
        assert!(parts.fault.is_none());
    }

    #[test]
    fn a_blank_line_or_a_space_before_the_fence_hides_nothing() {
        for before in ["\n", "  ", "\r\n \r\n", "\u{feff}\n\t"] {
            let text = format!("{before}+++\ndraft = true\n+++\nเนื้อหา");
            let parts = split("a.md", &text);
            assert_eq!(&text[parts.toml], "draft = true\n", "{before:?}");
            assert!(parts.fault.is_none(), "{before:?}");
        }
    }

    #[test]
    fn an_indented_fence_closes() {
        let text = "+++\ndraft = true\n +++ \nเนื้อหา";
        let parts = split("a.md", text);
        assert_eq!(&text[parts.toml], "draft = true\n");
        assert_eq!(&text[parts.body], "เนื้อหา");
        assert!(parts.fault.is_none());
    }

    #[test]
    fn other_signs_at_the_end_are_pointed_at() {
        let place = |text: &str| {
            let (fault, place) = split("a.md", text).fault.unwrap();
            assert!(matches!(fault, ReadingFault::FrontMatterUnclosed { .. }));
            text[place].to_owned()
        };
        assert_eq!(place("+++\ndraft = true\n```\nเนื้อหา"), "```");
        assert_eq!(place("+++\nfiles = [\n  \"ก\",\n]\n  ++++\nเนื้อหา"), "++++");
        assert_eq!(place("+++\ndraft = true\n\nเนื้อหา\n---\n"), "+++");
    }

    #[test]
    fn what_stands_between_dashes_is_kept_as_it_is_meant() {
        let converted = |text: &str| match split("a.md", text).fault.unwrap().0 {
            ReadingFault::YamlFrontMatter { converted } => converted,
            _ => String::new(),
        };
        for (text, toml) in [
            (
                "title = \"ก\"\ndraft = true\n\n[[files]]\npath = \"a.pdf\"",
                "title = \"ก\"\ndraft = true\n\n[[files]]\npath = \"a.pdf\"",
            ),
            ("draft:true", "draft = true"),
            ("draft = true\ntitle: ก", "draft = true\ntitle = \"ก\""),
            ("title = แผน\ndraft = yes", "title = \"แผน\"\ndraft = true"),
            ("draft: yes", "draft = true"),
            ("draft: True", "draft = true"),
            ("ชื่อเรื่อง: แผน\nTitle: ข", "title = \"แผน\""),
        ] {
            assert_eq!(
                converted(&format!("---\n{text}\n---\n")),
                format!("+++\n{toml}\n+++")
            );
        }
        // A line that is drawn.
        assert_eq!(converted("---\nประกาศเทศบาล\n"), "");
        assert_eq!(converted("---\n\nกำหนดการ: วันจันทร์\n\n---\n"), "");
    }

    #[test]
    fn yaml_is_converted_as_far_as_it_is_simple() {
        let parts = split(
            "a.md",
            "---\ntitle: แผน\ndate: 01/12/2565\ndraft: true\n---\nข้อความ",
        );
        let (fault, _) = parts.fault.unwrap();
        let help = Problem::from(fault).words(Language::Thai).help;
        assert!(
            help.contains("+++\ntitle = \"แผน\"\ndate = \"2565-12-01\"\ndraft = true\n+++"),
            "{help}"
        );
    }
}
