//! The events of a Markdown text, as a Thai writer means it.
//!
//! In: a text. Out: its events one after another, with byte ranges in that text. Apart from what is
//! made of them, because checking and rendering must read the same.

use std::ops::Range;

use memchr::memchr;
use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag};

use super::addresses::WrittenAddresses;
use super::emphasis::{each_text, is_marker, mark};
use super::habits::{pasted, prepared};
use super::line_breaks::LineBreaks;
use super::pictures::Pictures;

/// The extensions that are read: tables, footnotes, strike-through and task lists.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
}

/// Shows `look` each event of a Markdown text, with its byte range in that text.
///
/// The text is read as people type it (`habits`), emphasis comes out as a Thai writer means it, a line break inside
/// a word is no break at all, and addresses are links.
pub fn each_event(markdown: &str, mut look: impl FnMut(&Event<'_>, Range<usize>)) {
    let pasted = pasted(markdown);
    let prepared = prepared(pasted.text());
    let marked = mark(prepared.text());
    let edited = marked.edited();
    let has_zeros = memchr(0, markdown.as_bytes()).is_some();
    let is_plain = !has_zeros && edited.is_as_written();
    let mut addresses = WrittenAddresses::new(prepared.text(), |event: &Event<'_>, range| {
        look(event, pasted.written(prepared.written(range)));
    });
    let mut lines = LineBreaks::new(prepared.text(), |event, range| addresses.next(event, range));
    let mut pictures = Pictures::default();
    let mut depth = 0;
    for (mut event, range) in Parser::new_ext(edited.text(), options()).into_offset_iter() {
        if !is_shallow(&event, &mut depth) || is_marker(&event) {
            continue;
        }
        with_scheme(&mut event);
        // Nearly every text: its events pass as they are.
        if is_plain {
            pictures.next(event, range, |event, range| lines.next(event, range));
        } else {
            let mut event = marked.unmarked(event);
            each_text(&mut event, without_zeros);
            let range = edited.written(range);
            pictures.next(event, range, |event, range| lines.next(event, range));
        }
    }
    addresses.end();
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
fn without_zeros(text: &mut CowStr<'_>) {
    if text.contains('\0') {
        *text = text.replace('\0', "\u{fffd}").into();
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
