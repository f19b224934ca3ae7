//! The Markdown part of a document or page, as far as others need to know of it.

use super::body_html::BodyHtml;
use super::link::Link;
use crate::span::Span;

/// The Markdown part of a document, with what other pages need to know of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Body {
    /// Where the Markdown stands in the file.
    pub range: std::ops::Range<usize>,
    /// Its headings, in order.
    pub headings: Vec<Heading>,
    /// The `id`s and `name`s that raw HTML gives, as written.
    pub raw_anchors: Vec<String>,
    /// Its links and images, in order.
    pub links: Vec<Link>,
    /// Whether it says anything beyond headings and scaffold text.
    pub has_substance: bool,
    /// Whether some of that is words, not pictures only.
    pub has_words: bool,
    /// Its images, in order.
    pub images: Vec<Image>,
    /// What its page will not show.
    pub left_out: Vec<LeftOut>,
    /// Asterisks meant as emphasis that stayed asterisks, one place a block.
    pub asterisks: Vec<Span>,
    /// What else of Markdown its page would show as it was typed.
    pub literal: Vec<(Literal, Span)>,
    /// Its HTML, with slots for what only the whole site decides.
    pub html: BodyHtml,
    /// Its text without markup and headings, for the search index.
    pub text: String,
}

impl Body {
    /// Gives back what its lists have room for: bodies are kept for the whole run. Texts are copied, because an
    /// allocator need not take back the room behind them.
    pub fn finish(&mut self) {
        let exact = |text: &mut String| *text = String::from(&**text);
        self.headings.shrink_to_fit();
        self.links.shrink_to_fit();
        self.images.shrink_to_fit();
        let headings = self.headings.iter_mut();
        headings.for_each(|heading| exact(&mut heading.text));
        let titles = self.links.iter_mut().filter_map(|link| link.title.as_mut());
        titles.chain([&mut self.text]).for_each(exact);
    }
}

/// Markdown that did not become what it was meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Literal {
    /// `[text](address` without an end.
    Link,
    /// A row of a table without its table.
    Table,
    /// Rows whose columns are set apart by blanks.
    Columns,
    /// The mark of a footnote that there is not.
    Footnote,
    /// A block of code without an end.
    Code,
}

/// An image in a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Its text alternative, as written.
    pub alternative: String,
    /// The bytes of the document that hold it.
    pub at: Span,
}

/// Something that a page will not show: a picture that lies elsewhere, or an element that no page carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The name of its element: `img`, `iframe`.
    pub element: &'static str,
    /// What it would show, as written; empty where it does not say.
    pub address: String,
    /// The bytes of the document that hold it.
    pub at: Span,
}

/// A heading of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The bytes of the document that hold it.
    pub at: Span,
    /// 1–6, as written.
    pub level: u8,
    /// The text without Markdown signs.
    pub text: String,
    /// Its anchor, unique in the document.
    pub anchor: String,
}
