//! A body set as HTML before it is known what its links lead to.
//!
//! In: a Markdown text. Out: its HTML with gaps for what only the whole site decides: addresses, and how high
//! its headings stand on a page. So a text is parsed once, while it is at hand, and `render` fills the
//! gaps. Apart from `set`, which writes the HTML.

use super::set::set;
use super::with_events;

/// Stands around a gap. No text holds it: `with_events` shows a zero byte as what could not be read.
const EDGE: char = '\0';

/// A body as HTML with gaps.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Galley {
    html: String,
    /// Whether somebody wrote HTML into it, which must be cleaned when the gaps are filled.
    pub has_html: bool,
}

/// What only the whole site decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap<'a> {
    /// The address that a Markdown link or image, as it is written, leads to.
    Link(&'a str),
    /// The same of raw HTML.
    RawLink(&'a str),
    /// The level on the page of a heading with this level in the text.
    Level(u8),
}

/// A part of a galley, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// HTML as it stands on the page.
    Html(&'a str),
    /// What is to be filled in.
    Gap(Gap<'a>),
}

impl Galley {
    /// Sets a Markdown text. `in_cell`: nothing in it may be linked to.
    pub fn of(markdown: &str, in_cell: bool) -> Self {
        with_events(markdown, |events| set(events, markdown.len(), in_cell))
    }

    /// The galley of HTML [with its gaps](Self::into_html).
    pub fn new(html: String, has_html: bool) -> Self {
        Self { html, has_html }
    }

    /// The HTML with its gaps, to be kept.
    pub fn into_html(self) -> String {
        self.html
    }

    /// How long the HTML is with its gaps, in bytes.
    pub fn len(&self) -> usize {
        self.html.len()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.html.is_empty()
    }

    /// The parts, in order.
    pub fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        let parts = self.html.split(EDGE).enumerate();
        parts.map(|(at, part)| match at % 2 {
            0 => Part::Html(part),
            _ => Part::Gap(Gap::read(part)),
        })
    }
}

impl<'a> Gap<'a> {
    fn read(text: &'a str) -> Self {
        let level = |digit: &str| digit.parse().ok().map(Gap::Level);
        let raw = text.strip_prefix('r').map(Gap::RawLink);
        let link = text.strip_prefix('l').map(Gap::Link);
        let level = text.strip_prefix('h').and_then(level);
        raw.or(link).or(level).unwrap_or(Gap::Link(text))
    }

    pub(super) fn written(self) -> String {
        match self {
            Gap::Link(href) => format!("{EDGE}l{href}{EDGE}"),
            Gap::RawLink(href) => format!("{EDGE}r{href}{EDGE}"),
            Gap::Level(level) => format!("{EDGE}h{level}{EDGE}"),
        }
    }
}
