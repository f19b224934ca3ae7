//! A body as HTML before it is known what its links lead to.
//!
//! In: HTML with slots, as the parser wrote it. Out: its parts in order. The slots stand for what only the whole
//! site decides: addresses, and how high headings stand on a page. So a text is parsed once, and `render` fills
//! the slots.

use memchr::memchr_iter;

/// Stands around a slot. No text holds it: the parser shows a zero byte as what could not be read.
const EDGE: char = '\0';

/// A body as HTML with slots.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BodyHtml {
    text: Box<str>,
    /// Whether the webmaster wrote HTML into it, which must be cleaned when the slots are filled.
    pub has_raw: bool,
}

/// What only the whole site decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot<'a> {
    /// The address that a Markdown link or image, as it is written, leads to.
    Link(&'a str),
    /// The same of raw HTML.
    RawLink(&'a str),
    /// The level on the page of a heading with this level in the text.
    Level(u8),
}

/// A part of a body, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyPart<'a> {
    /// HTML as it stands on the page.
    Html(&'a str),
    /// What is to be filled in.
    Slot(Slot<'a>),
}

impl BodyHtml {
    /// HTML in which slots were [written](Slot::written). `has_raw`: the webmaster wrote some of it.
    pub fn new(text: &str, has_raw: bool) -> Self {
        // Copied, because bodies are held for the whole run: an allocator need not take back the room that a
        // string has left.
        Self {
            text: text.into(),
            has_raw,
        }
    }

    /// How long the HTML is with its slots, in bytes.
    pub fn bytes(&self) -> usize {
        self.text.len()
    }

    /// The parts, in order.
    pub fn parts(&self) -> impl Iterator<Item = BodyPart<'_>> {
        let edges = memchr_iter(EDGE as u8, self.text.as_bytes());
        let ends = edges.chain([self.text.len()]).enumerate();
        let mut start = 0;
        ends.map(move |(at, end)| {
            let part = &self.text[start..end];
            start = end + EDGE.len_utf8();
            match at % 2 {
                0 => BodyPart::Html(part),
                _ => BodyPart::Slot(Slot::read(part)),
            }
        })
    }
}

impl<'a> Slot<'a> {
    fn read(text: &'a str) -> Self {
        let level = |digit: &str| digit.parse().ok().map(Slot::Level);
        let raw = text.strip_prefix('r').map(Slot::RawLink);
        let link = text.strip_prefix('l').map(Slot::Link);
        let level = text.strip_prefix('h').and_then(level);
        raw.or(link).or(level).unwrap_or(Slot::Link(text))
    }

    /// The slot as it stands in the HTML.
    pub fn written(self) -> String {
        match self {
            Slot::Link(href) => format!("{EDGE}l{href}{EDGE}"),
            Slot::RawLink(href) => format!("{EDGE}r{href}{EDGE}"),
            Slot::Level(level) => format!("{EDGE}h{level}{EDGE}"),
        }
    }
}
