//! Raw HTML inside Markdown, as Word leaves it: addresses and anchors to check, tick boxes to keep.
//!
//! [`tags`] walks the tags once, as a browser would: quotation marks may hold a `>`, comments and the
//! insides of scripts and styles are passed over.

use std::ops::Range;

use memchr::memchr;

/// Elements whose content is not text of the page.
const UNSHOWN: [&str; 4] = ["script", "style", "title", "textarea"];

/// A tag, with the places of its parts.
#[derive(Debug)]
pub struct Tag<'a> {
    /// Its name as written.
    pub name: &'a str,
    /// `</name>`.
    pub is_end: bool,
    /// From `<` to behind `>`.
    pub range: Range<usize>,
    /// Names, and the ranges of their values; empty ranges where there is none.
    pub attributes: Vec<(&'a str, Range<usize>)>,
}

impl Tag<'_> {
    /// Whether it is one of these elements.
    pub fn is(&self, names: &[&str]) -> bool {
        names
            .iter()
            .any(|name| self.name.eq_ignore_ascii_case(name))
    }

    /// The level of a heading's tag.
    pub fn heading(&self) -> Option<u8> {
        let level = self.name.strip_prefix(['h', 'H'])?.parse().ok()?;
        (1..=6).contains(&level).then_some(level)
    }

    /// The range of an attribute's value.
    pub fn attribute(&self, wanted: &str) -> Option<Range<usize>> {
        let mut attributes = self.attributes.iter();
        let found = attributes.find(|(name, _)| name.eq_ignore_ascii_case(wanted))?;
        Some(found.1.clone())
    }

    /// The range of the address it links to or shows: `href` of `a`, `src` of `img`.
    pub fn address(&self) -> Option<Range<usize>> {
        let attribute = if self.is(&["a"]) {
            "href"
        } else if self.is(&["img"]) {
            "src"
        } else {
            return None;
        };
        self.attribute(attribute).filter(|range| !range.is_empty())
    }
}

/// The tags of a piece of HTML, in order.
pub fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = memchr(b'<', &html.as_bytes()[from..]).map(|at| from + at) {
        let rest = &html[start + 1..];
        let name_at = usize::from(rest.starts_with('/'));
        if rest.starts_with("!--") {
            from = end_of(html, start, "-->");
        } else if rest.starts_with(['!', '?']) {
            from = end_of(html, start, ">");
        } else if rest[name_at..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let tag = tag(html, start, start + 1 + name_at);
            from = tag.range.end;
            if !tag.is_end && tag.is(&UNSHOWN) {
                from = end_of_element(html, from, tag.name);
            }
            found.push(tag);
        } else {
            from = start + 1;
        }
    }
    found
}

fn end_of(html: &str, from: usize, end: &str) -> usize {
    html[from..]
        .find(end)
        .map_or(html.len(), |at| from + at + end.len())
}

fn end_of_element(html: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(next) = html[at..].find("</").map(|found| at + found) {
        let rest = &html[next + 2..];
        if rest
            .get(..name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name))
        {
            return next;
        }
        at = next + 2;
    }
    html.len()
}

fn tag(html: &str, start: usize, name_at: usize) -> Tag<'_> {
    // All signs that matter are ASCII, so that bytes will do.
    let bytes = html.as_bytes();
    let until = |at: usize, ends: fn(u8) -> bool| {
        let rest = bytes.get(at..).unwrap_or_default();
        let found = rest.iter().position(|byte| ends(*byte));
        found.map_or(bytes.len(), |found| at + found)
    };
    let ends_name = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'=');
    let is_no_space = |byte: u8| !byte.is_ascii_whitespace();
    let name_end = until(name_at, ends_name);
    let mut tag = Tag {
        name: &html[name_at..name_end],
        is_end: bytes.get(start + 1) == Some(&b'/'),
        range: start..html.len(),
        attributes: Vec::new(),
    };
    let mut at = name_end;
    loop {
        at = until(at, |byte| {
            !(byte.is_ascii_whitespace() || matches!(byte, b'/' | b'='))
        });
        match bytes.get(at) {
            None => return tag,
            Some(b'>') => {
                tag.range.end = at + 1;
                return tag;
            }
            Some(_) => {}
        }
        let end = until(at, ends_name);
        let name = &html[at..end];
        at = until(end, is_no_space);
        let mut value = at..at;
        if bytes.get(at) == Some(&b'=') {
            at = until(at + 1, is_no_space);
            let first = bytes.get(at).copied();
            let quote = first.filter(|byte| matches!(byte, b'"' | b'\''));
            value = match quote {
                Some(quote) => {
                    let end = memchr(quote, &bytes[at + 1..]);
                    at + 1..end.map_or(html.len(), |length| at + 1 + length)
                }
                None => at..until(at, |byte| byte.is_ascii_whitespace() || byte == b'>'),
            };
            at = (value.end + usize::from(quote.is_some())).min(html.len());
        }
        tag.attributes.push((name, value));
    }
}

/// The same HTML with parts of it replaced; ranges in order, those that overlap an earlier one are
/// left out.
pub fn replaced(html: &str, parts: Vec<(Range<usize>, String)>) -> String {
    let mut out = String::with_capacity(html.len());
    let mut from = 0;
    for (range, text) in parts {
        if range.start >= from {
            out.push_str(&html[from..range.start]);
            out.push_str(&text);
            from = range.end;
        }
    }
    out + &html[from..]
}

/// The sign for `<input type="checkbox">`: a form field on a page that has no form tells a screen
/// reader nothing, ☐ and ☑ do. Empty for other fields, which are dropped.
pub(super) fn tick_box(html: &str, tag: &Tag<'_>) -> &'static str {
    let kind = tag.attribute("type").map_or("", |range| &html[range]);
    let is_box = ["checkbox", "radio"]
        .iter()
        .any(|name| kind.eq_ignore_ascii_case(name));
    match (is_box, tag.attribute("checked")) {
        (true, Some(_)) => "☑ ",
        (true, None) => "☐ ",
        (false, _) => "",
    }
}

/// Tags that may stand inside a word.
const INLINE: [&str; 12] = [
    "a", "b", "em", "font", "i", "mark", "s", "small", "span", "strong", "u", "wbr",
];

/// The texts between the tags, with a space for each tag that ends a word; headings and what is
/// never shown left out.
fn shown_texts(html: &str) -> Vec<&str> {
    let mut texts = Vec::new();
    let mut from = 0;
    let mut in_heading = false;
    for tag in tags(html) {
        if !in_heading && from <= tag.range.start {
            texts.push(&html[from..tag.range.start]);
        }
        if !tag.is(&INLINE) {
            texts.push(" ");
        }
        if tag.heading().is_some() {
            in_heading = !tag.is_end;
        }
        from = if !tag.is_end && tag.is(&UNSHOWN) {
            end_of_element(html, tag.range.end, tag.name)
        } else {
            tag.range.end
        };
    }
    if !in_heading {
        texts.push(&html[from.min(html.len())..]);
    }
    texts
}

/// The text that HTML shows, headings left out.
pub(super) fn shown_text(html: &str) -> String {
    let mut text = String::new();
    for letter in without_comments(&shown_texts(html).concat()).chars() {
        if !letter.is_ascii_whitespace() {
            text.push(letter);
        } else if !text.ends_with(' ') {
            text.push(' ');
        }
    }
    without_entities(&text)
}

fn without_entities(text: &str) -> String {
    let signs = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ];
    let mut text = text.to_owned();
    for (entity, sign) in signs {
        if text.contains(entity) {
            text = text.replace(entity, sign);
        }
    }
    text
}

/// Whether HTML shows anything: letters or digits outside tags, comments and headings, or a picture.
pub(super) fn shows_text(html: &str) -> bool {
    let pictures = tags(html).iter().any(|tag| tag.is(&["img"]));
    pictures
        || shown_texts(html)
            .into_iter()
            .any(|text| says_something(&without_comments(text)))
}

fn without_comments(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("<!--") {
        out.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    out + rest
}

/// Whether a text has a letter or digit; `&nbsp;` and its like are none.
fn says_something(text: &str) -> bool {
    let mut parts = text.split('&');
    let first = parts.next().unwrap_or("");
    let rest = parts.map(|part| match part.split_once(';') {
        Some((entity, after)) if entity.len() <= 10 => match code_point(entity) {
            Some(letter) if letter.is_alphanumeric() => part,
            _ => after,
        },
        _ => part,
    });
    std::iter::once(first)
        .chain(rest)
        .any(|part| part.chars().any(char::is_alphanumeric))
}

/// The letter of `#3585` or `#xE01`.
fn code_point(entity: &str) -> Option<char> {
    let digits = entity.strip_prefix('#')?;
    let number = match digits.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(number)
}

/// The text of a heading, from behind its tag to the next heading's tag, mostly its own end, without
/// tags and comments.
pub(super) fn text_of(html: &str, tags: &[Tag<'_>], at: usize) -> String {
    let start = &tags[at];
    let mut text = String::new();
    let mut from = start.range.end;
    for tag in &tags[at + 1..] {
        text.push_str(&html[from..tag.range.start.max(from)]);
        from = tag.range.end.max(from);
        // The next heading ends one that was never closed.
        if tag.heading().is_some() {
            break;
        }
    }
    without_entities(&without_comments(&text))
}

#[cfg(test)]
mod tests {
    use super::{replaced, shown_text, shows_text, tags, tick_box};

    fn addresses(html: &str) -> Vec<&str> {
        let ranges = tags(html).into_iter().filter_map(|tag| tag.address());
        ranges.map(|range| &html[range]).collect()
    }

    #[test]
    fn addresses_of_links_and_pictures_only() {
        let html = "<a class=x HREF=\"plan.pdf\">a</a> href=\"no\" <img src='a.jpg'> \
                    <link rel=File-List href=f.xml> <a title=\"a>b\" href=c.pdf>c</a> \
                    <!-- <a href=\"old.pdf\"> --> <style>a[href=x]{}</style> <a/href=d>";
        assert_eq!(addresses(html), ["plan.pdf", "a.jpg", "c.pdf", "d"]);
    }

    #[test]
    fn tick_boxes_become_signs() {
        let html =
            "<li><input type=\"checkbox\" checked> ก</li><input type=text><INPUT TYPE=radio>";
        let parts = tags(html).into_iter().filter(|tag| tag.is(&["input"]));
        let parts = parts.map(|tag| (tag.range.clone(), tick_box(html, &tag).to_owned()));
        assert_eq!(replaced(html, parts.collect()), "<li>☑  ก</li>☐ ");
    }

    #[test]
    fn emptiness_from_word_is_not_text() {
        for empty in [
            "<!-- เขียน <b>ที่นี่</b> -->\n<p></p>",
            "<p class=MsoNormal><o:p>&nbsp;</o:p></p>",
            "<style>p{margin:0}</style><script>alert(1)</script>",
            "<h2>หัวข้อ</h2>",
            "<p>&#160;&#xA0;…</p>",
        ] {
            assert!(!shows_text(empty), "{empty}");
        }
        for text in [
            "<p>มี</p>",
            "<p>&#3585;</p>",
            "<img src=a.jpg>",
            "<h2>ก</h2>ข",
            "a < b",
        ] {
            assert!(shows_text(text), "{text}");
        }
    }

    #[test]
    fn the_shown_text_keeps_words_whole_and_apart() {
        let html = "<table><tr><td>จัด<b>ซื้อ</b>\n จัดจ้าง<!-- ร่าง --></td><td>A&amp;B</td></tr></table>\
                    <style>p{}</style><h2>หัวข้อ</h2>ท้าย";
        assert_eq!(shown_text(html), " จัดซื้อ จัดจ้าง A&B ท้าย");
        assert_eq!(
            (shown_text("<b>"), shown_text("<br>")),
            (String::new(), " ".to_owned())
        );
    }

    #[test]
    fn nothing_is_too_odd_to_be_walked() {
        for html in [
            "<",
            "<a",
            "<a href",
            "<a href=",
            "<a href=\"",
            "</",
            "<!--",
            "<a =>",
            "<ก>",
        ] {
            let _ = (tags(html), shows_text(html));
        }
    }
}
