//! Front matter that was meant as such and not read: a fence of other signs, something above it, keys without one.
//!
//! In: the body of a Markdown file, where front matter has no business. Out: the first line that belongs to some,
//! and how it should begin. Apart from `front_matter`, which reads what is right: shown as text, `draft = true` would
//! publish what it was to hold back.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem::find;
use memchr::{memchr, memchr_iter};

use super::typed_key::{bare, between_signs, is_table_heading, toml_lines, typed_key};
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
        _ if typed_key(&bare(line)).is_some() || is_table_heading(line) => Misread::Keys,
        _ => Misread::Fence,
    };
    let keys = lines[at..].iter().map(|(_, line)| bare(line));
    let mut meant: Vec<String> = keys
        .flat_map(|line| toml_lines(&line))
        .take(SHOWN)
        .collect();
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
        || memchr_iter(b'd', bytes)
            .chain(memchr_iter(b'D', bytes))
            .any(|at| {
                bytes[at..]
                    .get(..5)
                    .is_some_and(|word| word.eq_ignore_ascii_case(b"draft"))
            })
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

/// The first line that belongs to front matter. What stands in a block of code shows how something is written, unless
/// the whole file does, as a chat gives it out.
fn first_line(lines: &[(usize, &str)], is_first: bool) -> Option<usize> {
    let mut code: Option<&str> = None;
    let mut above = Cow::Borrowed("");
    for (at, (_, raw)) in lines.iter().enumerate() {
        let fence = ["```", "~~~"]
            .into_iter()
            .find(|fence| raw.starts_with(fence));
        match (code, fence) {
            (Some(open), Some(close)) if open == close => code = None,
            (Some(_), _) => {}
            (None, Some(open)) => {
                let first = next(&lines[at + 1..]);
                if is_first && (is_three(&first) || above.is_empty() && leads(&first)) {
                    return Some(at);
                }
                code = Some(open);
            }
            (None, None) => {
                let line = bare(raw);
                let around = Around {
                    above: &above,
                    below: &lines[at + 1..],
                    is_first,
                    is_bare: line == *raw,
                };
                if around.belongs(&line) {
                    return Some(at);
                }
                if !line.is_empty() {
                    above = line;
                }
            }
        }
    }
    None
}

/// The next line that says something.
fn next<'a>(below: &[(usize, &'a str)]) -> Cow<'a, str> {
    let lines = below.iter().map(|(_, line)| bare(line));
    lines
        .into_iter()
        .find(|line| !line.is_empty())
        .unwrap_or_default()
}

/// Whether a line begins what is between fences.
fn leads(line: &str) -> bool {
    is_plus_fence(line) || is_table_heading(line) || typed_key(line).is_some()
}

/// What stands about a line.
struct Around<'a> {
    above: &'a str,
    below: &'a [(usize, &'a str)],
    is_first: bool,
    is_bare: bool,
}

impl Around<'_> {
    /// Whether a line is part of front matter. A value that is a sentence makes none by itself, nor does a line that is
    /// drawn with plus signs.
    fn belongs(&self, line: &str) -> bool {
        let is_top = self.is_first && self.above.is_empty();
        if is_plus_fence(line) {
            return is_three(line) || leads(&next(self.below));
        }
        if between_signs(line)
            .and_then(typed_key)
            .is_some_and(|key| is_top || key.is_sure())
        {
            return true;
        }
        if is_table_heading(line) {
            return true;
        }
        let Some(key) = typed_key(line) else {
            return false;
        };
        let is_below_rule = is_rule(self.above) && !self.above.is_empty();
        if key.is_sure() {
            return true;
        }
        if key.sign == ':' {
            return self.is_first && (is_below_rule || is_top && self.is_bare);
        }
        let below = next(self.below);
        let goes_on = is_three(&below) || typed_key(&below).is_some();
        is_top || is_below_rule || typed_key(self.above).is_some() || goes_on
    }
}

/// `+++`, as it should be or full-width, and with the name of a language.
fn is_three(line: &str) -> bool {
    is_plus_fence(line) && line.chars().filter(|c| matches!(c, '+' | '＋')).count() == 3
}

/// `+++`, `++++`, `+++ toml`, and full-width.
fn is_plus_fence(line: &str) -> bool {
    let rest = line.trim_start_matches(['+', '＋']);
    line[..line.len() - rest.len()].chars().count() >= 3
        && rest.trim().chars().all(|c| c.is_ascii_alphabetic())
}

/// Dashes of any width, as Word makes them of `---`, and the bracket before JSON.
fn is_rule(line: &str) -> bool {
    line.chars()
        .all(|c| matches!(c, '-' | '–' | '—' | '―' | '=' | '*' | '_' | '~' | '{'))
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
    fn what_other_programs_put_about_front_matter_does_not_hide_it() {
        for (text, at) in [
            ("```\n+++\ndraft = true\n+++\n```\nลับ", "```"),
            (
                "ไฟล์ของคุณ\n\n```md\n+++\ndraft = true\n+++\n```\nลับ",
                "```md",
            ),
            ("+++draft = true+++\nลับ", "+++draft = true+++"),
            ("+++ draft = true +++\nลับ", "+++ draft = true +++"),
            ("> +++\n> draft = true\n> +++\nลับ", "> +++"),
            ("- draft = true\n\nลับ", "- draft = true"),
            ("**draft = true**\nลับ", "**draft = true**"),
            ("<p>+++</p>\n<p>draft = true</p>\nลับ", "<p>+++</p>"),
            (
                "<p>+++<br>draft = true<br>+++</p>\nลับ",
                "<p>+++<br>draft = true<br>+++</p>",
            ),
            ("{\n\"draft\": true\n}\nลับ", "\"draft\": true"),
            ("{ \"draft\": true }\nลับ", "{ \"draft\": true }"),
            ("คำนำ\n\nDraft: yes\nลับ", "Draft: yes"),
            ("\\+++\ndraft = true\n\\+++\nลับ", "\\+++"),
            ("+++++++++\ndraft = true\n+++++++++\nลับ", "+++++++++"),
            ("ก\ntitle = แผนพัฒนา\ndraft = true", "title = แผนพัฒนา"),
        ] {
            let (_, meant, place) = found(text, true).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(place, at, "{text}");
            assert!(meant.contains("\ndraft = true\n"), "{text}\n{meant}");
        }
        assert_eq!(found("draft: true\nลับ", false).unwrap().0, Misread::Again);
    }

    #[test]
    fn texts_are_left_alone() {
        for text in [
            "กฎหมาย\n\n---\n\nข้อความ\n",
            "หัวข้อ\n===\n\n- ก = ข\n- โทร + แฟกซ์\n",
            "วิธีเขียน\n\n```toml\ndraft = true\n```\n",
            "รหัส `date = 1` และ x = 1\n\nE = mc2\n",
            "อัตรา: 5 บาท\n\nLinks: ดูด้านล่าง\n",
            "กฎหมาย\n\n+++++++++++++\n\nข้อความ\n",
            "ก\n\nperiod = 3 เดือน\nนับแต่วันที่ได้รับหนังสือ\n",
            "ก\n\nperiod = 3 เดือน\n+++++++++++++\nข\n",
            "- Links: ดูด้านล่าง\n- Date: วันที่\n",
            "คำย่อ\n\n- draft = ร่าง\n",
            "ก\n\n```\ndraft = true\n```\n",
            "[[แผน]]\n\nC++ และ +66 1234\n",
        ] {
            assert_eq!(found(text, true), None, "{text}");
            assert_eq!(found(text, false), None, "{text}");
        }
    }
}
