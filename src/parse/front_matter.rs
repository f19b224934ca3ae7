//! Where the front matter of a Markdown file ends and its body starts.

use std::ops::Range;

use super::keys::{DOCUMENT, ValueType};
use super::quoted::quoted;
use super::yaml::to_toml;
use crate::files::mark_length;
use crate::model::{ColumnType, meant_date};
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
                let fault = ReadingFault::FrontMatterUnclosed;
                parts(end..end, end..end, Some((fault, fence)))
            }
        },
        "---" => {
            let close = closing(text, behind, "---").unwrap_or(end..end);
            let converted = to_toml(&text[behind..close.start]);
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
    let (start, line) = lines.find(|(_, line)| line.trim_end_matches(is_unseen) == fence)?;
    Some(from + start..from + start + line.len())
}

/// A line of front matter as TOML has it: one with `=` as it is, `key: value` converted.
pub(super) fn toml_line(line: &str) -> Option<String> {
    let sign = line.find(['=', ':'])?;
    let (key, value) = (line[..sign].trim(), line[sign + 1..].trim());
    if key.is_empty() || key.starts_with(['#', '-']) {
        return None;
    }
    if line[sign..].starts_with('=') {
        return Some(line.to_owned());
    }
    let plain = value.trim_matches(['"', '\'']);
    let takes_date = matches!(
        DOCUMENT.takes(key),
        Some(ValueType::Plain(ColumnType::Date))
    );
    let date = meant_date(plain).filter(|_| takes_date);
    let plain = date.as_deref().unwrap_or(plain);
    let bare = matches!(plain, "true" | "false") || value.starts_with('[');
    let value = if bare {
        plain.to_owned()
    } else {
        quoted(plain)
    };
    Some(format!("{key} = {value}"))
}

#[cfg(test)]
mod tests {
    use super::split;
    use crate::problem::{Language, Problem};

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
