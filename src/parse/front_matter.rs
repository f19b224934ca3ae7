//! Where the front matter of a Markdown file ends and its body starts.

use std::fmt::Write;
use std::ops::Range;

use super::keys::{DOCUMENT, ValueType};
use super::quoted::quoted;
use crate::files::mark_length;
use crate::model::{ColumnType, meant_date};
use crate::problem::ReadingFault;

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
    if path.to_ascii_lowercase().ends_with(".toml") {
        return Parts {
            toml: start..text.len(),
            body: text.len()..text.len(),
            fault: None,
        };
    }
    let blank = text[start..].len() - text[start..].trim_start().len();
    let first = line(text, start + blank);
    match text[first.clone()].trim_end() {
        "+++" => fenced(text, first),
        "---" => yaml(text, first),
        _ => Parts {
            toml: start..start,
            body: start..text.len(),
            fault: Some((ReadingFault::FrontMatterMissing, start..start)),
        },
    }
}

/// Where the body of a document stands in its text.
pub fn body_of(path: &str, text: &str) -> Range<usize> {
    split(path, text).body
}

fn fenced(text: &str, first: Range<usize>) -> Parts {
    match closing(text, first.end, "+++") {
        Some(close) => Parts {
            toml: first.end..close.start,
            body: close.end..text.len(),
            fault: None,
        },
        None => Parts {
            toml: text.len()..text.len(),
            body: text.len()..text.len(),
            fault: Some((
                ReadingFault::FrontMatterUnclosed,
                first.start..first.start + 3,
            )),
        },
    }
}

fn yaml(text: &str, first: Range<usize>) -> Parts {
    let close = closing(text, first.end, "---");
    let (end, body) = close.map_or((text.len(), text.len()), |close| (close.start, close.end));
    let converted = convert(&text[first.end..end]);
    Parts {
        toml: text.len()..text.len(),
        body: body..text.len(),
        fault: Some((
            ReadingFault::YamlFrontMatter { converted },
            first.start..first.start + 3,
        )),
    }
}

fn closing(text: &str, mut from: usize, fence: &str) -> Option<Range<usize>> {
    while from < text.len() {
        let line = line(text, from);
        if text[line.clone()].trim_end() == fence {
            return Some(line);
        }
        from = line.end;
    }
    None
}

/// The line that starts at an offset, its line end included.
fn line(text: &str, from: usize) -> Range<usize> {
    let end = text[from..]
        .find('\n')
        .map_or(text.len(), |at| from + at + 1);
    from..end
}

/// The front matter as TOML, as far as simple YAML goes: `key: value` and lists of words.
fn convert(yaml: &str) -> String {
    let mut out = String::from("+++\n");
    for line in yaml.lines() {
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        let (key, value) = (key.trim(), value.trim());
        if key.is_empty() || key.starts_with(['#', '-']) {
            continue;
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
        let _ = writeln!(out, "{key} = {value}");
    }
    out + "+++"
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
