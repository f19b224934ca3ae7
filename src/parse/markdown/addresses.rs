//! Addresses that are written out: `https://…`, `www.…` and those of e-mail become links.
//!
//! In: the events of a text. Out: the same with links. Thai puts no space behind an address, so that one ends where a
//! Thai letter stands that cannot be part of it, and before the punctuation of its sentence.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr_iter, memmem};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use crate::thai::numeral::is_thai;

/// No address is longer; a text without spaces may be as long as its file.
const LONGEST: usize = 1024;

/// Finds the addresses in the texts of a body.
pub(super) struct WrittenAddresses<'e, F> {
    look: F,
    /// Whether there may be any.
    are_there: bool,
    /// Text that was given in pieces: the parser ends one at each `_` or `&`.
    text: Option<(Cow<'e, str>, Range<usize>)>,
    /// Links, images and code that are open: an address in them is theirs.
    open: usize,
    /// Whether a link of raw HTML is.
    is_raw: bool,
}

impl<'e, F: FnMut(&Event<'e>, Range<usize>)> WrittenAddresses<'e, F> {
    /// `text`: what the events are of.
    pub(super) fn new(text: &str, look: F) -> Self {
        Self {
            look,
            are_there: may_have_address(text),
            text: None,
            open: 0,
            is_raw: false,
        }
    }

    pub(super) fn next(&mut self, event: Event<'e>, range: Range<usize>) {
        if !self.are_there {
            return (self.look)(&event, range);
        }
        let is_inside = self.is_inside();
        match (event, &mut self.text) {
            (Event::Text(more), Some((text, at))) if !is_inside && at.end == range.start => {
                text.to_mut().push_str(&more);
                at.end = range.end;
            }
            (Event::Text(text), _) if !is_inside => {
                self.end();
                self.text = Some((text.into(), range));
            }
            (event, _) => {
                self.end();
                match &event {
                    Event::Start(tag) if holds_addresses(&tag.to_end()) => self.open += 1,
                    Event::End(tag) if holds_addresses(tag) => {
                        self.open = self.open.saturating_sub(1);
                    }
                    Event::InlineHtml(html) if is_anchor(html, "<a ") => self.is_raw = true,
                    Event::InlineHtml(html) if is_anchor(html, "</a") => self.is_raw = false,
                    // One that was not closed ends with its paragraph.
                    Event::End(TagEnd::Paragraph | TagEnd::TableCell | TagEnd::Item) => {
                        self.is_raw = false;
                    }
                    _ => {}
                }
                (self.look)(&event, range);
            }
        }
    }

    fn is_inside(&self) -> bool {
        self.open > 0 || self.is_raw
    }

    /// Shows the text that waits.
    pub(super) fn end(&mut self) {
        let Some((text, at)) = self.text.take() else {
            return;
        };
        let is_as_written = text.len() == at.len();
        let place = |part: Range<usize>| {
            if is_as_written {
                at.start + part.start..at.start + part.end
            } else {
                at.clone()
            }
        };
        let mut from = 0;
        for (found, href) in addresses(&text) {
            if from < found.start {
                self.show(&text[from..found.start], place(from..found.start));
            }
            from = found.end;
            let link = Tag::Link {
                link_type: LinkType::Autolink,
                dest_url: href.into(),
                title: "".into(),
                id: "".into(),
            };
            let at = place(found.clone());
            (self.look)(&Event::Start(link), at.clone());
            self.show(&text[found], at.clone());
            (self.look)(&Event::End(TagEnd::Link), at);
        }
        if from == 0 {
            (self.look)(&Event::Text(text.into()), at);
        } else if from < text.len() {
            let rest = from..text.len();
            self.show(&text[from..], place(rest));
        }
    }

    fn show(&mut self, text: &str, at: Range<usize>) {
        (self.look)(&Event::Text(text.to_owned().into()), at);
    }
}

/// Whether a text may hold an address that is written out.
pub fn may_have_address(text: &str) -> bool {
    let has = |part: &str| memmem::find(text.as_bytes(), part.as_bytes()).is_some();
    ["@", "://", "www.", "WWW.", "Www."].into_iter().any(has)
}

fn is_anchor(html: &str, begins: &str) -> bool {
    let start = html.get(..begins.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(begins))
}

fn holds_addresses(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock)
}

/// The addresses in a text, each with where it leads.
fn addresses(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    let (mut from, mut next) = (0, 0);
    while let Some(sign) = text[next..].find([':', '.', '@']).map(|at| next + at) {
        let address = match text.as_bytes()[sign] {
            b':' => with_scheme(text, sign, from),
            b'.' => with_www(text, sign, from),
            _ => email(text, sign, from),
        };
        next = sign + 1;
        if let Some((at, href)) = address {
            (from, next) = (at.end, at.end);
            found.push((at, href));
        }
    }
    found
}

fn with_scheme(text: &str, colon: usize, from: usize) -> Option<(Range<usize>, String)> {
    text[colon..].strip_prefix("://")?;
    let start = start_of_word(text, colon, from);
    let scheme = text[start..colon].to_ascii_lowercase();
    let end = matches!(&*scheme, "http" | "https").then(|| end(text, colon + 3))?;
    let host = &text[colon + 3..end];
    let is_host = host.starts_with(|c: char| c.is_ascii_alphanumeric() || is_thai(c));
    is_host.then(|| (start..end, text[start..end].to_owned()))
}

fn with_www(text: &str, dot: usize, from: usize) -> Option<(Range<usize>, String)> {
    let start = start_of_word(text, dot, from);
    let is_www = text[start..dot].eq_ignore_ascii_case("www")
        && !text[..start].ends_with(['.', '/', '@', '-', '_']);
    let end = is_www.then(|| end(text, dot + 1))?;
    let has_host = text.get(dot + 1..end)?.trim_end_matches('.').contains('.');
    has_host.then(|| (start..end, format!("http://{}", &text[start..end])))
}

/// Where the letters of ASCII begin that end at a place.
fn start_of_word(text: &str, end: usize, from: usize) -> usize {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric();
    let letters = text.as_bytes()[from..end]
        .iter()
        .rev()
        .take_while(|byte| is_part(byte));
    end - letters.count()
}

fn email(text: &str, at: usize, from: usize) -> Option<(Range<usize>, String)> {
    let is_local = |byte: &u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(byte);
    let local = text.as_bytes()[from..at]
        .iter()
        .rev()
        .take_while(|byte| is_local(byte));
    let start = at - local.count();
    let start = at
        - text[start..at]
            .trim_start_matches(['.', '-', '_', '%', '+'])
            .len();
    let is_host = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    let host = &text[at + 1..];
    let host = &host[..host.len() - host.trim_start_matches(is_host).len()];
    let host = host.trim_end_matches(['.', '-']);
    let (name, ending) = host.rsplit_once('.')?;
    let is_ending = ending.len() > 1 && ending.bytes().all(|byte| byte.is_ascii_alphabetic());
    let end = at + 1 + host.len();
    let is_whole = start < at && !name.is_empty() && is_ending;
    is_whole.then(|| (start..end, format!("mailto:{}", &text[start..end])))
}

/// Where an address ends whose host begins at a place.
fn end(text: &str, host: usize) -> usize {
    let rest = &text[host..];
    let is_thai_host = rest.starts_with(is_thai);
    let mut end = 0;
    for (at, letter) in rest.char_indices().take(LONGEST) {
        let before = &rest[..at];
        let goes_on = match letter {
            '"' | '<' | '>' | '|' | '\\' | '^' | '`' | '{' | '}' => false,
            _ if letter.is_ascii() => letter.is_ascii_graphic(),
            _ if !is_thai(letter) => false,
            // Once Thai letters belong to it, they do up to the next sign.
            _ if before.ends_with(is_thai) => true,
            _ => (is_thai_host && !before.contains('/')) || goes_on_in_thai(before, &rest[at..]),
        };
        if !goes_on {
            break;
        }
        end = at + letter.len_utf8();
    }
    host + without_punctuation(&rest[..end]).len()
}

/// Words that a sentence goes on with behind an address, and no name of a page begins with.
const GOES_ON: [&str; 18] = [
    "ได้",
    "เลย",
    "ครับ",
    "ค่ะ",
    "คะ",
    "นะ",
    "และ",
    "หรือ",
    "เพื่อ",
    "โดย",
    "ซึ่ง",
    "แล้ว",
    "ตาม",
    "กับ",
    "ของ",
    "ใน",
    "จะ",
    "เป็น",
];

/// Whether Thai letters behind the path of an address are part of it. Behind a letter or the ending of a file they
/// are the next word.
fn goes_on_in_thai(before: &str, rest: &str) -> bool {
    if !before.contains(['/', '?']) {
        return false;
    }
    let is_percent = before.len() > 2
        && before.as_bytes()[before.len() - 3] == b'%'
        && before.bytes().rev().take(2).all(|b| b.is_ascii_hexdigit());
    match before.chars().next_back() {
        Some('/') => is_name(rest) || !GOES_ON.iter().any(|word| rest.starts_with(word)),
        Some('=' | '-' | '_' | '+') => true,
        Some('(') => has_file_ending(rest),
        _ => is_percent,
    }
}

/// Whether a word ends like the name of a file.
fn has_file_ending(rest: &str) -> bool {
    let (_, ending) = word(rest).rsplit_once('.').unwrap_or_default();
    (2..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// What stands up to the next blank, without the punctuation of its sentence.
fn word(rest: &str) -> &str {
    let ends = |c: char| c.is_whitespace() || "<>\"|".contains(c);
    let letters = rest
        .char_indices()
        .take(LONGEST)
        .take_while(|(_, c)| !ends(*c));
    let end = letters.last().map_or(0, |(at, c)| at + c.len_utf8());
    without_punctuation(&rest[..end])
}

/// Whether what begins with Thai letters is the name of a file or folder of an address: `แผน.pdf`, `ข่าว/12`, `ประกาศ-2566`.
fn is_name(rest: &str) -> bool {
    has_file_ending(rest) || word(rest).contains(['/', '-', '_'])
}

/// An address without what belongs to the sentence around it.
fn without_punctuation(address: &str) -> &str {
    let count = |sign: u8| memchr_iter(sign, address.as_bytes()).count();
    let mut round = count(b')').saturating_sub(count(b'('));
    let mut square = count(b']').saturating_sub(count(b'['));
    let mut address = address;
    loop {
        let surplus = match address.as_bytes().last() {
            Some(b')') => &mut round,
            Some(b']') => &mut square,
            Some(
                b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b'*' | b'~' | b'_' | b'&' | b'#',
            ) => &mut 1,
            _ => return address,
        };
        if *surplus == 0 {
            return address;
        }
        *surplus -= 1;
        address = &address[..address.len() - 1];
    }
}

#[cfg(test)]
mod tests {
    use super::addresses;

    #[test]
    fn an_address_ends_where_its_sentence_goes_on() {
        for (text, expected) in [
            (
                "ดู https://www.example.org/law ครับ",
                "https://www.example.org/law",
            ),
            (
                "ดูที่https://www.example.org/lawได้เลย",
                "https://www.example.org/law",
            ),
            ("(https://x.go.th/a(1).pdf)", "https://x.go.th/a(1).pdf"),
            ("HTTPS://X.GO.TH/?a=1&b=2_3.", "HTTPS://X.GO.TH/?a=1&b=2_3"),
            ("https://x.go.th/แผน.pdf และ", "https://x.go.th/แผน.pdf"),
            ("https://x.go.th/และ", "https://x.go.th/"),
            (
                "www.x.example/2566/o6/แผน ก",
                "http://www.x.example/2566/o6/แผน",
            ),
            (
                "https://x.go.th/?q=แผน&p=ข้อ_1)",
                "https://x.go.th/?q=แผน&p=ข้อ_1",
            ),
            ("https://x.go.th/a-แผน/b_ข่าว", "https://x.go.th/a-แผน/b_ข่าว"),
            (
                "https://x.go.th/%E0%B8%81ข่าว",
                "https://x.go.th/%E0%B8%81ข่าว",
            ),
            (
                "https://x.go.th/แผน(ใหม่).pdf",
                "https://x.go.th/แผน(ใหม่).pdf",
            ),
            ("https://x.go.th/แผน.pdfครับ", "https://x.go.th/แผน.pdf"),
            ("https://x.go.thครับ/a", "https://x.go.th"),
            ("http://เทศบาล.ไทย/a ก", "http://เทศบาล.ไทย/a"),
            ("เว็บไซต์www.dla.go.thของ", "http://www.dla.go.th"),
            ("WWW.DLA.GO.TH, ", "http://WWW.DLA.GO.TH"),
            ("อีเมลsaraban@x.go.thโทร", "mailto:saraban@x.go.th"),
            ("(a.b_c@x-y.go.th).", "mailto:a.b_c@x-y.go.th"),
            ("“https://x.go.th”", "https://x.go.th"),
        ] {
            let hrefs: Vec<String> = addresses(text).into_iter().map(|(_, href)| href).collect();
            assert_eq!(hrefs, [expected], "{text}");
        }
        for text in [
            "a://b",
            "ftp://x.go.th",
            "www.",
            "www.x",
            "@LINE: @abc",
            "ก@ข.ค",
            "a@b",
            "xwww.a.b",
            "https://",
            "พ.ศ. ๑:๒",
        ] {
            assert_eq!(addresses(text), [], "{text}");
        }
    }
}
