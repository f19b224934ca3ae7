//! What a browser would run of a file.
//!
//! In: the bytes. Out: [`Runs`], of which the rule takes what the file's name makes of it: a server
//! names the type of `.html` and `.svg`, and of a name that it does not know a browser decides by the
//! first bytes. Apart from `kind`, because a file can begin as a page and be a PDF further on.

mod markup;
mod style;

use crate::evidence::text;
use crate::model::Runs;

/// Browsers look at so many bytes.
const START: usize = 2048;

/// What a browser takes for the beginning of a page, by the rules that all of them follow; each must
/// be followed by a space or `>`.
const PAGES: [&str; 17] = [
    "<!doctype html",
    "<html",
    "<head",
    "<script",
    "<iframe",
    "<h1",
    "<div",
    "<font",
    "<table",
    "<a",
    "<style",
    "<title",
    "<b",
    "<body",
    "<br",
    "<p",
    "<svg",
];

/// Looks at a file.
pub(super) fn of(bytes: &[u8]) -> Runs {
    if !begins_as_markup(bytes) {
        return Runs::default();
    }
    let as_markup = match text::decode(bytes) {
        Some(text) if !text.contains(char::REPLACEMENT_CHARACTER) => markup::suspect_in(&text),
        // Bytes that no text has: what a browser makes of them cannot be told.
        _ => Some(String::new()),
    };
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(START)]).to_ascii_lowercase();
    let start = start.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n', '\u{c}']);
    let is_page = PAGES.iter().any(|tag| {
        let rest = start.strip_prefix(tag);
        rest.is_some_and(|rest| rest.starts_with([' ', '>', '\t', '\r', '\n', '\u{c}', '/']))
    });
    let is_xml = start.starts_with("<?xml") && as_markup.is_some();
    Runs {
        as_page: is_page || is_xml || start.starts_with("<!--"),
        as_markup,
    }
}

/// Whether the first sign is `<`, in any encoding of two bytes a sign too.
fn begins_as_markup(bytes: &[u8]) -> bool {
    let filling = |byte: &&u8| {
        byte.is_ascii_whitespace() || matches!(byte, 0 | 0xef | 0xbb | 0xbf | 0xfe | 0xff)
    };
    bytes.iter().find(|byte| !filling(byte)) == Some(&b'<')
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn a_browser_takes_for_a_page_what_begins_like_one() {
        for page in [
            "<!DOCTYPE html><title>Sign in</title>",
            "\u{feff}\r\n <HTML lang=th>",
            "<!-- saved from url --><p>",
            "<script>alert(1)</script>",
            "<a href='javascript:alert(1)'>",
            "<svg onload=alert(1)>",
            "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
            "<div>%PDF-1.4",
        ] {
            assert!(of(page.as_bytes()).as_page, "{page}");
        }
        for text in [
            "ประกาศ <script>",
            "<abc>",
            "<<แผน>>",
            "%PDF-1.4 <html>",
            "<?xml version=\"1.0\"?><แผน><ชื่อ>ก</ชื่อ></แผน>",
            "",
        ] {
            assert!(!of(text.as_bytes()).as_page, "{text}");
        }
    }

    #[test]
    fn markup_in_another_encoding_is_read_and_one_that_cannot_be_told_is_suspect() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"a()\"/>";
        let units = std::iter::once(0xfeff).chain(svg.encode_utf16());
        let wide: Vec<u8> = units.flat_map(u16::to_be_bytes).collect();
        assert_eq!(of(&wide).as_markup.as_deref(), Some("onload"));
        // UTF-16 without its mark.
        let bare: Vec<u8> = svg.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(of(&bare).as_markup.as_deref(), Some(""));
        let japanese = "<?xml version=\"1.0\" encoding=\"iso-2022-jp\"?><svg/>";
        let suspect = of(japanese.as_bytes()).as_markup;
        assert_eq!(suspect.as_deref(), Some("encoding=\"iso-2022-jp\""));
    }
}
