//! A key of front matter as somebody typed it: quoted, in a list, in bold, in HTML, with other signs about it.
//!
//! In: a line of a text. Out: the line without what stands about it, and what it gives to which key. Apart from
//! `misread`, which says whether a text was meant as front matter: this knows lines only.

use std::borrow::Cow;

use super::keys::DOCUMENT;
use super::yaml;

/// Words by which a draft is said to be one.
const TRUE_WORDS: [&str; 6] = ["true", "yes", "on", "y", "1", "ture"];

/// A key with the sign and the value behind it.
#[derive(Clone, Copy)]
pub(super) struct TypedKey<'a> {
    name: &'a str,
    pub(super) sign: char,
    value: &'a str,
}

impl TypedKey<'_> {
    /// Whether its value is written as front matter has it: `period = 3 เดือน` is a sentence.
    pub(super) fn is_sure(&self) -> bool {
        let is_draft = self.name.eq_ignore_ascii_case("draft");
        let plain = self.value.trim_matches(['"', '\'', '“', '”', ',', ' ']);
        let says_true = TRUE_WORDS
            .iter()
            .any(|word| plain.eq_ignore_ascii_case(word));
        is_draft && says_true || self.sign == '=' && is_value(self.value)
    }
}

/// A quoted text, a list, a table, or one word in Latin letters and digits.
fn is_value(value: &str) -> bool {
    let is_plain =
        |c: char| c.is_ascii_alphanumeric() || "-/.:_+,#".contains(c) || matches!(c, '๐'..='๙');
    value.starts_with(['"', '\'', '“', '”', '‘', '[', '{']) || value.chars().all(is_plain)
}

/// A line that gives a value to a key of documents.
pub(super) fn typed_key(line: &str) -> Option<TypedKey<'_>> {
    let at = line.find(['=', ':'])?;
    let name = line[..at].trim().trim_matches(['"', '\'', '{', ' ']);
    let value = line[at + 1..].trim();
    let sign = if line[at..].starts_with('=') {
        '='
    } else {
        ':'
    };
    (is_known(name) && !value.is_empty()).then_some(TypedKey { name, sign, value })
}

/// Whether a line begins a table of front matter, `[[files]]`.
pub(super) fn is_table_heading(line: &str) -> bool {
    let table = line
        .strip_prefix("[[")
        .and_then(|rest| rest.strip_suffix("]]"));
    table.is_some_and(is_known)
}

fn is_known(name: &str) -> bool {
    let name = name.split('.').next().unwrap_or_default().trim();
    DOCUMENT.takes(&name.to_ascii_lowercase()).is_some()
}

/// A line without the marks that editors, chats and mail put about it: of a quotation, a point, bold letters, HTML.
pub(super) fn bare(line: &str) -> Cow<'_, str> {
    let is_dressed = line.starts_with(['>', '-', '*', '+', '•', '#', '\\', '<', '_'])
        || line.starts_with(|c: char| c.is_ascii_digit());
    if !is_dressed {
        return Cow::Borrowed(line);
    }
    let mut text = without_tags(line);
    if text.contains("**") || text.contains("__") {
        text = Cow::Owned(text.replace("**", "").replace("__", ""));
    }
    if text.starts_with(['\\', '>', '-', '*', '+', '•']) && text.contains('\\') {
        text = Cow::Owned(text.replace('\\', ""));
    }
    let kept = without_marks(&text).to_owned();
    if kept == line {
        Cow::Borrowed(line)
    } else {
        Cow::Owned(kept)
    }
}

/// Every mark of a quotation, point or heading before a line, and the blanks about it.
fn without_marks(line: &str) -> &str {
    let mut rest = line.trim();
    loop {
        let heading = rest.trim_start_matches('#');
        let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let points = ["- ", "* ", "+ ", "• "];
        let stripped = if let Some(quoted) = rest.strip_prefix('>') {
            quoted
        } else if let Some(behind) = points.iter().find_map(|mark| rest.strip_prefix(mark)) {
            behind
        } else if heading.len() < rest.len() && heading.starts_with(' ') {
            heading
        } else if number.len() < rest.len() && number.starts_with(". ") {
            &number[2..]
        } else {
            return rest;
        };
        rest = stripped.trim();
    }
}

/// A blank for each tag of HTML; a comment is none.
fn without_tags(line: &str) -> Cow<'_, str> {
    if !line.contains('<') {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('<') {
        let behind = &rest[at + 1..];
        let is_tag = behind.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let Some(end) = behind.find('>').filter(|_| is_tag) else {
            break;
        };
        out.extend([&rest[..at], " "]);
        rest = &behind[end + 1..];
    }
    out.push_str(rest);
    Cow::Owned(out.replace("&nbsp;", " "))
}

/// What stands between the signs of a fence on the same line, `+++draft = true+++`.
pub(super) fn between_signs(line: &str) -> Option<&str> {
    ['+', '＋', '-'].into_iter().find_map(|sign| {
        let inner = line.trim_start_matches(sign);
        let count = line[..line.len() - inner.len()].chars().count();
        let inner = inner.trim_end_matches(sign).trim();
        (count >= 3 && !inner.is_empty()).then_some(inner)
    })
}

/// The keys of a line, each as a line of TOML.
pub(super) fn toml_lines(line: &str) -> Vec<String> {
    let line = between_signs(line).unwrap_or(line).trim_end_matches(',');
    let object = line
        .strip_prefix('{')
        .and_then(|line| line.strip_suffix('}'));
    let parts: Vec<&str> = match object {
        Some(inner) => yaml::parts(inner).collect(),
        None => apart(line),
    };
    let known = parts.into_iter().filter(|part| typed_key(part).is_some());
    known.filter_map(yaml::toml_line).collect()
}

/// A line before each key that stands behind a blank, outside of quotation marks.
fn apart(line: &str) -> Vec<&str> {
    let (mut parts, mut from, mut quote, mut before) = (Vec::new(), 0, None, 'x');
    for (at, letter) in line.char_indices() {
        match quote {
            Some(open) if letter == open => quote = None,
            None if matches!(letter, '"' | '\'') => quote = Some(letter),
            None if before == ' ' && letter.is_ascii_alphabetic() => {
                let rest = &line[at..];
                let name = rest.split(|c: char| !c.is_ascii_alphanumeric()).next();
                let name = name.unwrap_or_default();
                let behind = rest[name.len()..].trim_start();
                if is_known(name) && behind.starts_with('=') {
                    parts.push(line[from..at].trim());
                    from = at;
                }
            }
            _ => {}
        }
        before = letter;
    }
    parts.push(line[from..].trim());
    parts
}

#[cfg(test)]
mod tests {
    use super::{bare, toml_lines, typed_key};

    #[test]
    fn what_stands_about_a_key_is_taken_off() {
        for line in [
            "> draft = true",
            "> > draft = true",
            "- draft = true",
            "1. draft = true",
            "**draft = true**",
            "**draft** = true",
            "<p>draft = true</p>",
            "<p>&nbsp;draft = true<br>",
            "## draft = true",
        ] {
            let bare = bare(line);
            assert_eq!(bare, "draft = true", "{line}");
            assert!(typed_key(&bare).is_some_and(|key| key.is_sure()), "{line}");
        }
        for line in ["+++", "---", "-", "กฎหมาย", "++++", "<!-- ก -->"] {
            assert_eq!(bare(line), line);
        }
    }

    #[test]
    fn sentences_are_no_values() {
        let is_sure = |line| typed_key(line).map(|key| key.is_sure());
        assert_eq!(is_sure("period = 3 เดือน"), Some(false));
        assert_eq!(is_sure("draft = ร่างประกาศ"), Some(false));
        assert_eq!(is_sure("draft: Yes"), Some(true));
        assert_eq!(is_sure("\"draft\": true,"), Some(true));
        assert_eq!(is_sure("period = ๒๕๖๖"), Some(true));
        assert_eq!(is_sure("อัตรา = 3"), None);
    }

    #[test]
    fn several_keys_of_a_line_are_taken_apart() {
        let expected = ["title = \"แผน date = 1\"", "draft = true"];
        for line in [
            "+++ title = \"แผน date = 1\" draft = true +++",
            "{\"title\": \"แผน date = 1\", \"draft\": true}",
        ] {
            assert_eq!(toml_lines(line), expected, "{line}");
        }
        assert_eq!(toml_lines("+++draft = yes+++"), ["draft = true"]);
        assert_eq!(toml_lines("\"draft\": true,"), ["draft = true"]);
        assert_eq!(toml_lines("title = แผน"), ["title = \"แผน\""]);
    }
}
