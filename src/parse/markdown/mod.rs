//! Thai Markdown: the events of a body, and what other pages need to know of it.
//!
//! One reading serves checking and rendering, so that a link that was checked is the link that is
//! shown. `emphasis` mends what CommonMark gets wrong where a language has no spaces.

mod anchor;
mod asterisks;
mod depth;
mod emphasis;
mod raw_html;
mod scan;

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};

pub use anchor::{Anchors, anchor, raw_anchor};
pub use depth::without_depth;
pub use raw_html::{replaced, tags, text_of, tick_box};
pub use scan::scan;

use crate::model::numeral::is_thai;

/// The extensions that are read: tables, footnotes, strike-through and task lists.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
}

/// Hands the events of a Markdown text to `use_events`, with byte ranges in that text.
///
/// Emphasis comes out as a Thai writer means it, and a line break between two Thai letters is no
/// break at all: a browser would show it as a space inside a word.
pub fn with_events<R>(
    markdown: &str,
    use_events: impl FnOnce(Vec<(Event<'_>, Range<usize>)>) -> R,
) -> R {
    let marked = emphasis::mark(markdown);
    let parser = Parser::new_ext(marked.text(), options()).into_offset_iter();
    let mut depth = 0_usize;
    let events: Vec<_> = parser
        .filter(|(event, _)| is_shallow(event, &mut depth) && !emphasis::is_marker(event))
        .map(|(event, range)| (marked.unmarked(event), marked.original(&range)))
        .collect();
    use_events(without_thai_breaks(events))
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

fn without_thai_breaks(events: Vec<(Event<'_>, Range<usize>)>) -> Vec<(Event<'_>, Range<usize>)> {
    let joined: Vec<bool> = (0..events.len())
        .map(|at| {
            matches!(events[at].0, Event::SoftBreak)
                && events[..at]
                    .iter()
                    .rev()
                    .find_map(|(e, _)| last_letter(e))
                    .is_some_and(is_thai)
                && events[at..]
                    .iter()
                    .find_map(|(e, _)| first_letter(e))
                    .is_some_and(is_thai)
        })
        .collect();
    let mut joined = joined.into_iter();
    let mut events = events;
    events.retain(|_| !joined.next().unwrap_or(false));
    events
}

fn last_letter(event: &Event<'_>) -> Option<char> {
    match event {
        Event::Text(text) => text.chars().next_back(),
        Event::Start(_) | Event::End(_) | Event::SoftBreak => None,
        _ => Some(' '),
    }
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
    use super::with_events;

    fn html(markdown: &str) -> String {
        with_events(markdown, |events| {
            let mut out = String::new();
            pulldown_cmark::html::push_html(&mut out, events.into_iter().map(|(e, _)| e));
            out.trim().to_owned()
        })
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
