//! What raw HTML in a body says: its text, addresses, anchors, headings, and what pages leave out of it.

use std::ops::Range;

use super::super::anchor::raw_anchor;
use super::super::asterisks::Asterisks;
use super::super::raw_html::{RawHtml, picture_link, shown_text, shows_text, text_of};
use super::Scan;
use crate::html::{Tag, Token, tokens};
use crate::model::LeftOut;

/// Elements that no page carries, each with the attribute that says what it would show.
const LEFT_OUT: [(&str, &str); 11] = [
    ("iframe", "src"),
    ("embed", "src"),
    ("object", "data"),
    ("video", "src"),
    ("audio", "src"),
    ("form", "action"),
    ("script", "src"),
    ("svg", "href"),
    ("input", "src"),
    ("select", "src"),
    ("textarea", "src"),
];

/// What stands in a form, which is told as a whole. A box to tick is shown as a sign.
const FIELDS: [&str; 3] = ["input", "select", "textarea"];

impl Scan<'_> {
    pub(super) fn raw_html(&mut self, html: &RawHtml, is_block: bool) {
        let tokens = tokens(&html.text);
        if self.heading.is_none() {
            let words = shown_text(&tokens);
            self.body.has_substance |= shows_text(&tokens);
            self.body.has_words |= words.chars().any(char::is_alphanumeric);
            self.keep(&words);
        }
        self.html_asterisks(html, &tokens);
        for (at, token) in tokens.iter().enumerate() {
            let Token::Tag(tag) = token else { continue };
            if let Some(address) = tag.address() {
                self.push(address.value.clone(), html.place(&address.range));
            }
            for id in ["id", "name"].map(|name| tag.value(name)) {
                if !id.is_empty() {
                    self.body.raw_anchors.push(raw_anchor(id).to_owned());
                }
            }
            let place = html.place(&tag.range);
            self.element(tag, place.clone());
            if tag.is(&["img"]) && picture_link(tag).is_none() {
                self.image(tag.value("alt").to_owned(), place.clone());
            }
            if let Some(level) = tag.heading().filter(|_| is_block && !tag.is_end) {
                self.add_heading(level, text_of(&tokens[at + 1..]), place);
            }
        }
    }

    /// Keeps what will not be shown of an element.
    fn element(&mut self, tag: &Tag, at: Range<usize>) {
        if picture_link(tag).is_some() {
            // A link, as others are.
        } else if tag.is(&["img"]) {
            self.picture(tag.value("src"), at);
        } else if let Some((element, attribute)) = LEFT_OUT.iter().find(|(name, _)| tag.is(&[name]))
            && !tag.is_end
            && !(tag.is(&FIELDS) && self.is_told_with_its_form(tag))
        {
            self.left_out(element, tag.value(attribute), at);
        }
    }

    fn is_told_with_its_form(&self, tag: &Tag) -> bool {
        let kind = tag.value("type").to_ascii_lowercase();
        let is_form = |left_out: &LeftOut| left_out.element == "form";
        matches!(kind.as_str(), "checkbox" | "radio" | "hidden")
            || self.body.left_out.iter().any(is_form)
    }

    /// Markdown inside a block of HTML is none: its asterisks show.
    fn html_asterisks(&mut self, html: &RawHtml, tokens: &[Token]) {
        let mut asterisks = Asterisks::default();
        for token in tokens {
            if let Token::Text(_, at) = token {
                asterisks.text(&html.text, at.clone());
            }
        }
        if let Some(at) = asterisks.end(&html.text) {
            let shown = self.span(html.place(&at));
            self.body.asterisks.push(shown);
        }
    }
}
