//! What raw HTML in a body says: its text, addresses, anchors, headings, and what pages leave out of it.

use std::ops::Range;

use super::super::anchor::raw_anchor;
use super::super::asterisks::Asterisks;
use super::super::raw_html::{Tag, shown_text, shows_text, tags, text_of};
use super::Scan;
use crate::model::Heading;

/// Elements that no page carries, each with the attribute that says what it would show.
const LEFT_OUT: [(&str, &str); 8] = [
    ("iframe", "src"),
    ("embed", "src"),
    ("object", "data"),
    ("video", "src"),
    ("audio", "src"),
    ("form", "action"),
    ("script", "src"),
    ("svg", "href"),
];

impl Scan<'_> {
    pub(super) fn raw_html(&mut self, html: &Html, is_block: bool) {
        if self.heading.is_none() {
            self.body.has_substance |= shows_text(&html.text);
            let words = shown_text(&html.text);
            self.body.has_words |= words.chars().any(char::is_alphanumeric);
        }
        self.html_asterisks(html);
        if self.letters_left > 0 {
            self.keep(&shown_text(&html.text));
        }
        let tags = tags(&html.text);
        for (at, tag) in tags.iter().enumerate() {
            if let Some(range) = tag.address() {
                let href = html.text[range.clone()].replace("&amp;", "&");
                let start = html.place(range.start);
                self.push(href, start..start + range.len());
            }
            for name in ["id", "name"] {
                let range = tag.attribute(name).filter(|range| !range.is_empty());
                self.body
                    .raw_anchors
                    .extend(range.map(|range| raw_anchor(&html.text[range]).to_owned()));
            }
            let place = || {
                let start = html.place(tag.range.start);
                start..start + tag.range.len()
            };
            self.element(tag, html, place());
            if tag.is(&["img"]) {
                let words = tag.attribute("alt").map(|range| &html.text[range]);
                self.image(words.unwrap_or_default().to_owned(), place());
            }
            if let Some(level) = tag.heading().filter(|_| is_block && !tag.is_end) {
                let text = text_of(&html.text, &tags, at).trim().to_owned();
                let anchor = self.anchors.next(&text);
                let at = self.span(place());
                self.body.headings.push(Heading {
                    at,
                    level,
                    text,
                    anchor,
                });
            }
        }
    }

    /// Keeps what will not be shown of an element.
    fn element(&mut self, tag: &Tag<'_>, html: &Html, at: Range<usize>) {
        let value = |name| tag.attribute(name).map_or("", |range| &html.text[range]);
        if tag.is(&["img"]) {
            self.picture(&value("src").replace("&amp;", "&"), at);
        } else if let Some((element, attribute)) = LEFT_OUT.iter().find(|(name, _)| tag.is(&[name]))
            && !tag.is_end
        {
            self.left_out(element, value(attribute), at);
        }
    }

    /// Markdown inside a block of HTML is none: its asterisks show.
    fn html_asterisks(&mut self, html: &Html) {
        if !html.text.contains("**") || html.text.contains("<!--") {
            return;
        }
        let mut from = 0;
        let mut asterisks = Asterisks::default();
        let tags = tags(&html.text);
        let ends = tags.iter().map(|tag| (tag.range.start, tag.range.end));
        for (start, next) in ends.chain([(html.text.len(), html.text.len())]) {
            asterisks.text(&html.text, from..start.max(from));
            from = next;
        }
        if let Some(at) = asterisks.end(&html.text) {
            let start = html.place(at.start);
            let shown = self.span(start..start + at.len());
            self.body.asterisks.push(shown);
        }
    }
}

/// Raw HTML that may come in pieces: line ends and the indentation of lists and quotations are not
/// part of them, so each piece keeps its place.
#[derive(Default)]
pub(super) struct Html {
    text: String,
    /// Where a piece starts in the text, and where in the body.
    pieces: Vec<(usize, usize)>,
}

impl Html {
    pub(super) fn push(&mut self, piece: &str, at: usize) {
        self.pieces.push((self.text.len(), at));
        self.text.push_str(piece);
    }

    /// An offset in the text as one in the body.
    fn place(&self, offset: usize) -> usize {
        let after = self.pieces.partition_point(|(start, _)| *start <= offset);
        let piece = after.checked_sub(1).and_then(|last| self.pieces.get(last));
        piece.map_or(offset, |(start, at)| at + offset - start)
    }
}
