//! Raw HTML of a body, as it is set: what the whole site decides in it becomes a slot, too.

use super::{Setting, escape};
use crate::html::{Token, is_element, tokens};
use crate::model::Slot;
use crate::parse::markdown::anchor::raw_anchor;
use crate::parse::markdown::raw_html::{picture_link, text_of, tick_box};
use crate::span::replaced;

impl Setting {
    pub(super) fn end_html(&mut self) {
        if !self.html.is_empty() {
            let html = std::mem::take(&mut self.html);
            self.raw_html(&html, true);
        }
    }

    /// Leaves slots for addresses, gives headings their anchors and turns tick boxes into signs.
    pub(super) fn raw_html(&mut self, html: &str, is_block: bool) {
        self.has_html = true;
        let tokens = tokens(html);
        let mut parts = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            let Token::Tag(tag) = token else { continue };
            if let Some(address) = tag.address() {
                let quoted = html[..address.range.start].ends_with(['"', '\'']);
                let slot = Slot::RawLink(&address.value).written();
                if let Some(words) = picture_link(tag) {
                    let link = format!("<a href=\"{slot}\">{}</a>", escape(&words));
                    parts.push((tag.range.clone(), link));
                    continue;
                }
                let text = if quoted { slot } else { format!("\"{slot}\"") };
                parts.push((address.range.clone(), text));
            } else if !is_element(&tag.name) {
                // What no page shows as an element is a word in brackets.
                parts.push((tag.range.clone(), escape(&html[tag.range.clone()])));
            } else if tag.is(&["input"]) {
                parts.push((tag.range.clone(), tick_box(tag).to_owned()));
            } else if let Some(level) = tag.heading().filter(|_| is_block) {
                let level = Slot::Level(level).written();
                let text = if tag.is_end {
                    format!("</h{level}>")
                } else {
                    let anchor = self.anchors.next(&text_of(&tokens[at + 1..]));
                    // What links to the heading's own id still finds it.
                    let own = raw_anchor(tag.value("id"));
                    let own = Some(escape(own)).filter(|_| !own.is_empty() && own != anchor);
                    let own = own.map(|id| format!("<span id=\"{id}\"></span>"));
                    format!("<h{level} id=\"{anchor}\">{}", own.unwrap_or_default())
                };
                parts.push((tag.range.clone(), text));
            }
        }
        self.out.push_str(&replaced(html, parts));
    }
}
