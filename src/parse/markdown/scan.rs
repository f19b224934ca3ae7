//! What other pages need to know of a body: headings, links, and whether it says anything.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::anchor::Anchors;
use super::raw_html::{addresses, shows_text};
use super::with_events;
use crate::model::{Body, Heading, Link};
use crate::source::{SitePath, Span};

/// Reads the body at `range` of a file's text.
pub fn scan(path: &SitePath, text: &str, range: Range<usize>) -> Body {
    let markdown = &text[range.clone()];
    if markdown.trim().is_empty() {
        return Body {
            range,
            ..Body::default()
        };
    }
    with_events(markdown, |events| {
        let mut scan = Scan {
            path,
            markdown,
            base: range.start,
            body: Body {
                range: range.clone(),
                ..Body::default()
            },
            anchors: Anchors::default(),
            heading: None,
            html: None,
        };
        for (event, at) in events {
            scan.event(event, at);
        }
        scan.body
    })
}

struct Scan<'a> {
    path: &'a SitePath,
    markdown: &'a str,
    base: usize,
    body: Body,
    anchors: Anchors,
    /// The heading being read: level and text so far.
    heading: Option<(u8, String)>,
    /// The block of raw HTML being read, and where it starts.
    html: Option<(String, usize)>,
}

impl Scan<'_> {
    fn event(&mut self, event: Event<'_>, at: Range<usize>) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                self.heading = Some((level as u8, String::new()));
            }
            Event::End(TagEnd::Heading(_)) => self.end_heading(),
            Event::Start(Tag::Link { dest_url, .. }) => self.link(&dest_url, at),
            Event::Start(Tag::Image { dest_url, .. }) => {
                self.body.has_substance = true;
                self.link(&dest_url, at);
            }
            Event::Start(Tag::HtmlBlock) => self.html = Some((String::new(), at.start)),
            Event::End(TagEnd::HtmlBlock) => {
                if let Some((html, start)) = self.html.take() {
                    self.raw_html(&html, start);
                }
            }
            Event::Html(html) => match &mut self.html {
                Some((block, _)) => block.push_str(&html),
                None => self.raw_html(&html, at.start),
            },
            Event::InlineHtml(html) => self.raw_html(&html, at.start),
            Event::Text(text) | Event::Code(text) => self.text(&text),
            _ => {}
        }
    }

    fn text(&mut self, text: &CowStr<'_>) {
        match &mut self.heading {
            Some((_, heading)) => heading.push_str(text),
            None => self.body.has_substance |= text.chars().any(char::is_alphanumeric),
        }
    }

    fn end_heading(&mut self) {
        if let Some((level, text)) = self.heading.take() {
            let anchor = self.anchors.next(&text);
            self.body.headings.push(Heading {
                level,
                text,
                anchor,
            });
        }
    }

    fn raw_html(&mut self, html: &str, start: usize) {
        self.body.has_substance |= self.heading.is_none() && shows_text(html);
        for (href, range) in addresses(html) {
            let range = start + range.start..start + range.end;
            self.push(href, range);
        }
    }

    /// Points at the address inside `[text](address)` where it can be found there.
    fn link(&mut self, href: &str, at: Range<usize>) {
        let written = self.markdown.get(at.clone()).unwrap_or("");
        let range = match written.rfind(href) {
            Some(offset) if !href.is_empty() => at.start + offset..at.start + offset + href.len(),
            _ => at,
        };
        self.push(href.to_owned(), range);
    }

    fn push(&mut self, href: String, range: Range<usize>) {
        let range = self.base + range.start..self.base + range.end;
        self.body.links.push(Link {
            href,
            title: None,
            at: Span::new(self.path, range),
        });
    }
}
