//! Front matter that was meant as such and not read: a fence of other signs, something above it, keys without one.
//!
//! In: the body of a Markdown file, where front matter has no business. Out: the first line that belongs to some,
//! and how it should begin. Apart from `front_matter`, which reads what is right: shown as text, `draft = true` would
//! publish what it was to hold back.

use std::ops::Range;

use memchr::memchr;
use memchr::memmem::find;

use super::front_matter::toml_line;
use super::keys::DOCUMENT;
use crate::problem::{Misread, ReadingFault};
use crate::thai::digits::is_invisible;

/// Lines of the front matter that are shown again as they should be.
const SHOWN: usize = 6;

/// Front matter in a body. `is_first`: none was read before it.
pub(super) fn misread(
    text: &str,
    body: Range<usize>,
    is_first: bool,
) -> Option<(ReadingFault, Range<usize>)> {
    let markdown = &text[body.clone()];
    if !may_hold_front_matter(markdown, is_first) {
        return None;
    }
    let lines: Vec<(usize, &str)> = lines(markdown).collect();
    let at = first_line(&lines, is_first)?;
    let (start, line) = lines[at];
    let is_old_mac = memchr(b'\n', text.as_bytes()).is_none() && lines.len() > 1;
    let is_top = lines[..at].iter().all(|(_, above)| above.is_empty());
    let why = match line {
        _ if is_old_mac => Misread::LineEnds,
        _ if !is_first => Misread::Again,
        "+++" if !is_top => Misread::Above,
        _ if is_key(line, '=') => Misread::Keys,
        _ => Misread::Fence,
    };
    let keys = lines[at..].iter().map(|(_, line)| *line);
    let keys = keys.filter(|line| is_key(line, '=') || is_key(line, ':'));
    let mut meant: Vec<String> = keys.take(SHOWN).filter_map(toml_line).collect();
    if meant.is_empty() {
        meant = ["title = \"ชื่อเอกสาร\"", "date = \"2566-01-31\""]
            .map(str::to_owned)
            .into();
    }
    let meant = format!("+++\n{}\n+++", meant.join("\n"));
    let place = body.start + start..body.start + start + line.len();
    Some((ReadingFault::FrontMatterMisread { why, meant }, place))
}

/// Asked of every body before it is looked at line by line.
fn may_hold_front_matter(markdown: &str, is_first: bool) -> bool {
    let bytes = markdown.as_bytes();
    is_first
        || ["+++", "＋＋", "[["]
            .iter()
            .any(|sign| find(bytes, sign.as_bytes()).is_some())
        || memchr(b'=', bytes).is_some()
}

/// The lines without what is not seen, each with the place where it begins. Very old programs end them with CR alone.
fn lines(markdown: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = markdown.split_inclusive(['\n', '\r']);
    let mut end = 0;
    parts.map(move |part| {
        let start = end;
        end += part.len();
        let is_blank = |c: char| c.is_whitespace() || is_invisible(c);
        let line = part.trim_start_matches(is_blank);
        (
            start + part.len() - line.len(),
            line.trim_end_matches(is_blank),
        )
    })
}

/// The first line that belongs to front matter. What stands in a block of code shows how something is written.
fn first_line(lines: &[(usize, &str)], is_first: bool) -> Option<usize> {
    let mut code: Option<&str> = None;
    let mut above = "";
    for (at, (_, line)) in lines.iter().enumerate() {
        let fence = ["```", "~~~"]
            .into_iter()
            .find(|fence| line.starts_with(fence));
        let next = lines[at + 1..]
            .iter()
            .map(|(_, line)| *line)
            .find(|line| !line.is_empty());
        let leads = is_first && next.is_some_and(|line| is_key(line, '=') || is_key(line, ':'));
        let is_yaml = is_key(line, ':') && is_first && (above.is_empty() || is_rule(above));
        match (code, fence) {
            (Some(open), Some(close)) if open == close => code = None,
            (Some(_), _) => {}
            (None, Some(_)) if leads && above.is_empty() => return Some(at),
            (None, Some(open)) => code = Some(open),
            _ if is_plus_fence(line) || is_key(line, '=') || is_yaml => return Some(at),
            _ => {}
        }
        if !line.is_empty() {
            above = line;
        }
    }
    None
}

/// `+++`, `++++`, `+++ toml`, and full-width.
fn is_plus_fence(line: &str) -> bool {
    let rest = line.trim_start_matches(['+', '＋']);
    line[..line.len() - rest.len()].chars().count() >= 3
        && rest.trim().chars().all(|c| c.is_ascii_alphabetic())
}

/// Dashes of any width, as Word makes them of `---`.
fn is_rule(line: &str) -> bool {
    line.chars()
        .all(|c| matches!(c, '-' | '–' | '—' | '―' | '=' | '*' | '_' | '~'))
}

/// Whether a line gives a value to a key of documents, or begins a table of one.
fn is_key(line: &str, sign: char) -> bool {
    let is_known = |name: &str| {
        let name = name.split('.').next().unwrap_or_default().trim();
        DOCUMENT.takes(&name.to_ascii_lowercase()).is_some()
    };
    if let Some(table) = line
        .strip_prefix("[[")
        .and_then(|rest| rest.strip_suffix("]]"))
    {
        return sign == '=' && is_known(table);
    }
    let value = |(name, value): (&str, &str)| is_known(name).then(|| !value.trim().is_empty());
    line.split_once(sign).and_then(value).unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::misread;
    use crate::problem::{Misread, ReadingFault};

    fn found(text: &str, is_first: bool) -> Option<(Misread, String, &str)> {
        let (fault, place) = misread(text, 0..text.len(), is_first)?;
        match fault {
            ReadingFault::FrontMatterMisread { why, meant } => Some((why, meant, &text[place])),
            _ => None,
        }
    }

    #[test]
    fn what_was_meant_as_front_matter_is_told() {
        let draft = |before: &str, after: &str| format!("{before}\ndraft = true\n{after}\nลับ\n");
        for (text, why, line) in [
            (draft("# หัวข้อ\n+++", "+++"), Misread::Above, "+++"),
            (draft("<!-- ก -->\n\n+++", "+++"), Misread::Above, "+++"),
            (draft("++++", "++++"), Misread::Fence, "++++"),
            (draft("\u{200b}+++ toml", "+++"), Misread::Fence, "+++ toml"),
            (draft("＋＋＋", "＋＋＋"), Misread::Fence, "＋＋＋"),
            (draft("```toml", "```"), Misread::Fence, "```toml"),
            (draft("", "+++"), Misread::Keys, "draft = true"),
            (draft("———", "———"), Misread::Keys, "draft = true"),
            (draft("คำนำ", ""), Misread::Keys, "draft = true"),
            (
                "[[data.contact]]\nphone = \"1\"".into(),
                Misread::Keys,
                "[[data.contact]]",
            ),
            (
                "+++\rdraft = true\r+++\rลับ".into(),
                Misread::LineEnds,
                "+++",
            ),
        ] {
            let (is, meant, at) = found(&text, true).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((is, at), (why, line), "{text}");
            let is_shown = meant.contains("\ndraft = true\n") || text.starts_with("[[");
            assert!(is_shown, "{meant}");
        }
        let yaml = found("# ก\n———\ntitle: แผน\ndraft: true\n———\nลับ", true).unwrap();
        assert_eq!(yaml.1, "+++\ntitle = \"แผน\"\ndraft = true\n+++");
        assert_eq!(found("title = \"ก\"\n", false).unwrap().0, Misread::Again);
        assert_eq!(found("ก\n\n+++\nข", false).unwrap().0, Misread::Again);
    }

    #[test]
    fn texts_are_left_alone() {
        for text in [
            "กฎหมาย\n\n---\n\nข้อความ\n",
            "หัวข้อ\n===\n\n- ก = ข\n- โทร + แฟกซ์\n",
            "วิธีเขียน\n\n```toml\ndraft = true\n```\n",
            "รหัส `date = 1` และ x = 1\n\nE = mc2\n",
            "อัตรา: 5 บาท\n\nLinks: ดูด้านล่าง\n",
            "[[แผน]]\n\nC++ และ +66 1234\n",
        ] {
            assert_eq!(found(text, true), None, "{text}");
            assert_eq!(found(text, false), None, "{text}");
        }
    }
}
