//! The events of a Markdown text, as a Thai writer means it.
//!
//! In: a text. Out: its events one after another, with byte ranges in that text. Apart from what is
//! made of them, because checking and rendering must read the same.

use std::ops::Range;

use memchr::memchr;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag};

use super::emphasis::{is_marker, mark};
use crate::thai::numeral::is_thai;

/// The extensions that are read: tables, footnotes, strike-through and task lists.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
}

/// Shows `look` each event of a Markdown text, with its byte range in that text.
///
/// Emphasis comes out as a Thai writer means it, and a line break between two Thai letters is no
/// break at all: a browser would show it as a space inside a word.
pub fn each_event(markdown: &str, look: impl FnMut(&Event<'_>, Range<usize>)) {
    let marked = mark(markdown);
    let has_zeros = memchr(0, markdown.as_bytes()).is_some();
    let is_as_written = !has_zeros && marked.is_original();
    let mut depth = 0;
    let mut lines = LineBreaks {
        look,
        ends_thai: false,
        waiting: Vec::new(),
    };
    for (mut event, range) in Parser::new_ext(marked.text(), options()).into_offset_iter() {
        if !is_shallow(&event, &mut depth) || is_marker(&event) {
            continue;
        }
        with_scheme(&mut event);
        // Nearly every text: its events pass as they are.
        if is_as_written {
            lines.next(event, range);
        } else {
            let event = without_zeros(marked.unmarked(event));
            lines.next(event, marked.original(&range));
        }
    }
    lines.end();
}

/// Leaves out breaks between Thai letters.
struct LineBreaks<'e, F> {
    look: F,
    /// Whether the last letter that was shown is Thai; what is no letter is not.
    ends_thai: bool,
    /// A break behind a Thai letter, and what came since without a letter.
    waiting: Vec<(Event<'e>, Range<usize>)>,
}

impl<'e, F: FnMut(&Event<'e>, Range<usize>)> LineBreaks<'e, F> {
    fn next(&mut self, event: Event<'e>, range: Range<usize>) {
        if !self.waiting.is_empty() {
            let letter = first_letter(&event);
            self.waiting.push((event, range));
            if let Some(letter) = letter {
                self.go_on(is_thai(letter));
            }
        } else if matches!(event, Event::SoftBreak) && self.ends_thai {
            self.waiting.push((event, range));
        } else {
            self.show(&event, range);
        }
    }

    fn end(mut self) {
        self.go_on(false);
    }

    /// Shows what waited. `joins`: without the break.
    fn go_on(&mut self, joins: bool) {
        for (event, range) in std::mem::take(&mut self.waiting) {
            if !joins || !matches!(event, Event::SoftBreak) {
                self.show(&event, range);
            }
        }
    }

    fn show(&mut self, event: &Event<'e>, range: Range<usize>) {
        match event {
            Event::Text(text) if text.is_empty() => {}
            Event::Text(text) => self.ends_thai = ends_thai(text),
            Event::Start(_) | Event::End(_) | Event::SoftBreak => {}
            _ => self.ends_thai = false,
        }
        (self.look)(event, range);
    }
}

/// No text that people wrote nests deeper.
const DEEPEST: usize = 100;

/// Whether an event is to be kept: of what nests too deep, the text is, and its frames are not.
fn is_shallow(event: &Event<'_>, depth: &mut usize) -> bool {
    match event {
        Event::Start(_) => {
            *depth += 1;
            *depth <= DEEPEST
        }
        Event::End(_) => {
            *depth -= 1;
            *depth < DEEPEST
        }
        _ => true,
    }
}

/// `<saraban@example.go.th>` is a link like others: its address has a scheme.
fn with_scheme(event: &mut Event<'_>) {
    if let Event::Start(Tag::Link {
        link_type: LinkType::Email,
        dest_url,
        ..
    }) = event
    {
        *dest_url = format!("mailto:{dest_url}").into();
    }
}

/// CommonMark shows a zero byte as what could not be read; HTML may not hold one.
fn without_zeros(mut event: Event<'_>) -> Event<'_> {
    match &mut event {
        Event::Start(
            Tag::Link {
                dest_url, title, ..
            }
            | Tag::Image {
                dest_url, title, ..
            },
        ) => [dest_url, title].into_iter().for_each(shown),
        Event::Text(text)
        | Event::Code(text)
        | Event::Html(text)
        | Event::InlineHtml(text)
        | Event::FootnoteReference(text)
        | Event::Start(
            Tag::FootnoteDefinition(text) | Tag::CodeBlock(CodeBlockKind::Fenced(text)),
        ) => shown(text),
        _ => {}
    }
    event
}

fn shown(text: &mut CowStr<'_>) {
    if text.contains('\0') {
        *text = text.replace('\0', "\u{fffd}").into();
    }
}

/// Whether the last letter of a text is Thai. Its first byte tells most that are not.
fn ends_thai(text: &str) -> bool {
    let bytes = text.as_bytes();
    let may_be = bytes.len() > 2 && bytes[bytes.len() - 3] == 0xe0;
    may_be && text.chars().next_back().is_some_and(is_thai)
}

fn first_letter(event: &Event<'_>) -> Option<char> {
    match event {
        Event::Text(text) => text.chars().next(),
        Event::Start(_) | Event::End(_) | Event::SoftBreak => None,
        _ => Some(' '),
    }
}

#[cfg(test)]
mod tests {
    use super::each_event;

    fn html(markdown: &str) -> String {
        let mut events = Vec::new();
        each_event(markdown, |event, _| {
            events.push(event.clone().into_static());
        });
        let mut out = String::new();
        pulldown_cmark::html::push_html(&mut out, events.into_iter());
        out.trim().to_owned()
    }

    #[test]
    fn lines_of_thai_join_without_a_space() {
        assert_eq!(html("การจัดซื้อ\nจัดจ้าง"), "<p>การจัดซื้อจัดจ้าง</p>");
        assert_eq!(html("แผน\nITA"), "<p>แผน\nITA</p>");
        assert_eq!(html("การ**จัด**\nซื้อ"), "<p>การ<strong>จัด</strong>ซื้อ</p>");
    }

    #[test]
    fn code_shows_what_was_written() {
        for (markdown, shown) in [
            ("    **ก:**ข", "**ก:**ข"),
            ("> ```\n> **ก:**ข\n> ```", "**ก:**ข"),
            ("````\n```\n**ก:**ข\n```\n````", "**ก:**ข"),
        ] {
            let html = html(markdown);
            assert!(html.contains(shown) && !html.contains("&lt;"), "{html}");
        }
    }

    #[test]
    fn emphasis_as_a_thai_writer_means_it() {
        let cases = [
            ("คำ**หนา**คำ", "คำ<strong>หนา</strong>คำ"),
            ("**หมายเหตุ:**ข้อความ", "<strong>หมายเหตุ:</strong>ข้อความ"),
            ("ดู**ข้อ 1)**ต่อ", "ดู<strong>ข้อ 1)</strong>ต่อ"),
            (
                "ประกาศ **“ไม่รับ”**ทุกชนิด",
                "ประกาศ <strong>“ไม่รับ”</strong>ทุกชนิด",
            ),
            (
                "ประกาศ**“ไม่รับ”**ทุกชนิด",
                "ประกาศ<strong>“ไม่รับ”</strong>ทุกชนิด",
            ),
            (
                "**ก:**ข้อความ**สำคัญ**ต่อ",
                "<strong>ก:</strong>ข้อความ<strong>สำคัญ</strong>ต่อ",
            ),
            ("(**หนา**)", "(<strong>หนา</strong>)"),
            ("*ก.*ข", "<em>ก.</em>ข"),
            ("`**ก:**ข`", "<code>**ก:**ข</code>"),
            ("`ก\n**ก:**ข`", "<code>ก **ก:**ข</code>"),
            ("คำ__หนา__คำ", "คำ<strong>หนา</strong>คำ"),
            ("__หมายเหตุ:__ข้อ", "<strong>หมายเหตุ:</strong>ข้อ"),
            ("~~ยกเลิก:~~ข้อ", "<del>ยกเลิก:</del>ข้อ"),
            ("a__b__c ไฟล์_ก_ข", "a__b__c ไฟล์_ก_ข"),
            (r"\*\*ก:\*\*ข", "**ก:**ข"),
            ("2 * 3 * 4", "2 * 3 * 4"),
        ];
        for (markdown, expected) in cases {
            assert_eq!(html(markdown), format!("<p>{expected}</p>"), "{markdown}");
        }
    }
}
